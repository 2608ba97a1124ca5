"""Nouns: what a figure counts, as the noun phrase about it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Figure

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_COUNTING = ("count", "none")
_UNCOUNTED = ("ordinal", "fraction", "ratio")
_NOUNS = ("NOUN", "PROPN")


def counted_noun(facts: Analysis, figure: Figure) -> str | None:
    """The dictionary form of what is counted: the head of the figure's phrase, or of the many behind its “of”."""
    if figure.unit or figure.dimension not in _COUNTING:
        return figure.subject
    if figure.form == "prefix":
        return _hyphened(facts, figure)
    if figure.form in _UNCOUNTED:
        return figure.subject
    language = facts.language
    if (joined := _joined(facts, figure)) is not None:
        return joined
    index = language.phrase_at(figure.last - 1)
    if index is None:
        return figure.subject
    phrase = language.phrases[index]
    if (owned := _owned(facts, index, figure)) is not None:
        phrase = language.phrases[owned]  # "27 children's bicycles"
    irregular = facts.lexicon.table("irregular-plurals")
    if phrase.head >= figure.last:
        if language.tags[phrase.head] == "NUM" and phrase.head > figure.last:
            return _before_another(facts, phrase.head)
        openers = facts.lexicon.words("question-pronouns")
        if not openers.isdisjoint(facts.tokens.lowers[figure.last : phrase.head]):
            return None  # "leaving two where civil work remained"
        if _is_a_clause(facts, figure.last, phrase.head):
            return None
        if figure.value != 1 and (counted := _behind(facts, phrase.head)) is not None:
            return counted
        if figure.value > 1 and _is_verb(facts, phrase.head, figure):
            return None
        named = language.tags[phrase.head] in _NOUNS
        return str(irregular.get(phrase.lemma, phrase.lemma)) if named else None
    if phrase.of is not None:
        whole = language.phrases[phrase.of]
        numbered = language.tags[whole.head] == "NUM"  # "53 of the 90": nothing is named
        if whole.pronoun is None and whole.plural and not whole.proper and not numbered:
            return str(irregular.get(whole.lemma, whole.lemma))
    tagged = figure.last < len(language.tags) and language.tags[figure.last] in _NOUNS
    return figure.subject if figure.value == 1 and tagged else None


def _before_another(facts: Analysis, head: int) -> str | None:
    """The noun between a number and one that follows it with no mark: “of the block's 72 flats 18 are empty”."""
    language = facts.language
    if language.tags[head - 1] not in _NOUNS:
        return None
    lemma = language.lemmas[head - 1]
    return str(facts.lexicon.table("irregular-plurals").get(lemma, lemma))


def _joined(facts: Analysis, figure: Figure) -> str | None:
    """The noun that a number is joined to in a margin, “a 212-vote majority”; elsewhere the head is what counts."""
    tokens, at = facts.tokens, figure.last
    if not _is_a_distance(facts, at + 2):
        return None
    if tokens.lowers[at : at + 1] != ["-"] or at + 1 >= len(tokens) or tokens.spaced(at) or tokens.spaced(at + 1):
        return None
    word = tokens.lowers[at + 1]
    return facts.language.words.lemma(word, "NOUN") if "N" in facts.language.words.tags(word) else None


def _hyphened(facts: Analysis, figure: Figure) -> str | None:
    """The same where number and noun are one word: “a nine-vote edge”; no other such number counts anything."""
    if not _is_a_distance(facts, figure.last):
        return None
    word = facts.tokens.lowers[figure.last - 1].rpartition("-")[2]
    return facts.language.words.lemma(word, "NOUN") if "N" in facts.language.words.tags(word) else None


def _is_a_distance(facts: Analysis, at: int) -> bool:
    """Whether a token is a noun for a margin or a move: “majority”, “drop”."""
    behind = facts.language.lemmas[at : at + 1]
    margins = facts.lexicon.union("gap-nouns", "outcome-nouns")
    return behind != [] and (behind[0] in margins or behind[0] in facts.lexicon.table("move-ways"))


def _behind(facts: Analysis, head: int) -> str | None:
    """The plural right behind a phrase that ends with a singular: “24 league matches”, the last word read as a verb."""
    words, lowers, at = facts.language.words, facts.tokens.lowers, head + 1
    if words.is_plural(lowers[head]) or at >= len(lowers) or not words.is_plural(lowers[at]):
        return None
    return words.lemma(lowers[at], "NOUN") if "N" in words.tags(lowers[at]) else None


def _is_verb(facts: Analysis, head: int, figure: Figure) -> bool:
    """Whether a word right behind a number is a verb: “the 3,196 cast for her rival”, “60 walk to school”."""
    words, word = facts.language.words, facts.tokens.lowers[head]
    if head != figure.last or words.is_plural(word) or "person" in words.noun_classes(word):
        return False
    behind = facts.language.tags[head + 1 : head + 2]
    acts = "n" in words.verb_forms(word) or words.tags(word)[:1] == "V"
    return acts and behind in (["ADP"], ["ADV"])


def _is_a_clause(facts: Analysis, first: int, head: int) -> bool:
    """Whether a verb parts a number from a noun: “300 carried hookworm”, “52 have cracks”; not “12 wounded men”."""
    words, lowers, tags = facts.language.words, facts.tokens.lowers, facts.language.tags
    verbs = [lowers[at] for at in range(first, head) if tags[at] in ("VERB", "AUX")]
    return bool(verbs) and (not words.is_plural(lowers[head]) or any("X" in words.tags(verb) for verb in verbs))


def _owned(facts: Analysis, index: int, figure: Figure) -> int | None:
    """The phrase of what a plural owner has, where the number stands with the owner and counts what it has."""
    language = facts.language
    owner, behind = language.phrases[index], index + 1
    if not owner.plural or owner.first != figure.first or behind >= len(language.phrases):
        return None
    own = language.phrases[behind]
    same_sort = own.owner == index and own.plural and own.first <= owner.last + 1
    return behind if same_sort else None


def is_people(facts: Analysis, noun: str, known: frozenset[str]) -> bool:
    """Whether a noun is one for people: by the lists, or by its first class."""
    return noun in known or "person" in facts.language.words.noun_classes(noun)
