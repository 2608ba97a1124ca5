"""Unlicensed verbs: a bare infinitive behind words that cannot govern one: expected be, voted approve, illegal sell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.text.prose import beside, lapse, mostly_base, only_base, own_sentence
from factlint.language.words import words_of
from factlint.lexicon import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.lexicon import Lexicon

_OBJECTS = frozenset({"DET", "PRON", "NUM", "NOUN", "PROPN", "ADJ"})
_LINKS = frozenset({"AUX", "ADV"})
_QUESTION = "?"


class _Lists(Bundle):
    """What lets a bare infinitive stand behind it, and the words between."""

    letting: frozenset[str]
    be: frozenset[str]
    objects: frozenset[str]
    empty: frozenset[str]
    relatives: frozenset[str]
    openers: frozenset[str]


@lru_cache(maxsize=4)
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        lexicon.words("verbs-with-bare-infinitives"),
        lexicon.words("bare-forms-of-be"),
        lexicon.words("object-pronouns"),
        lexicon.words("impersonal-pronouns"),
        lexicon.words("relative-subjects"),
        lexicon.words("lapse-clause-openers"),
    )


def find_unlicensed_verbs(facts: Facts) -> Iterator[Lapse]:
    """Every such verb outside quotations, in order."""
    lists, words = _lists(facts.lexicon), words_of(facts.lexicon)
    tags, tokens = facts.language.tags, facts.tokens
    lowers, texts = tokens.lowers, tokens.texts
    for at in range(1, len(tags) - 1):
        tag, before = tags[at], tags[at - 1]
        if (tag != "VERB" and lowers[at] not in lists.be) or before not in ("VERB", "ADJ", "PRON"):
            continue
        if texts[at] != lowers[at] or not _bare(words, lowers[at], tags[at + 1], lists):
            continue
        sentence = own_sentence(facts, at)
        if sentence is None or at <= sentence.first or not beside(facts, at - 1):
            continue
        if at + 1 < sentence.last and _unlicensed(facts, at, sentence, lists, words):
            yield lapse(facts, at - 1, at + 1, "to-lost", (lowers[at - 1], lowers[at]))


def _bare(words: Words, lower: str, behind: str, lists: _Lists) -> bool:
    """Whether a word is a verb in its dictionary form beyond doubt."""
    if lower in lists.be:
        return True
    return only_base(words, lower) or (mostly_base(words, lower) and behind in _OBJECTS)


def _unlicensed(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> bool:
    """Whether what stands before a bare verb wants “to” between: a bent verb, an adjective said of “it”, an object."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    before = at - 1
    if lowers[before] in lists.objects:
        # “ordered them pay”
        related = not lists.relatives.isdisjoint(lowers[sentence.first : before])  # “those who endorsed him say”
        return not related and _ordering(facts, before - 1, lists, words) and tags[at] == "VERB"
    if tags[before] == "VERB":
        return _bent(facts, before, sentence, lists, words) and _QUESTION not in facts.tokens.texts[at : sentence.last]
    if tags[before] != "ADJ" or tags[at] != "VERB" or before - 1 <= sentence.first:
        return False
    # “would make it illegal sell fireworks”, “is due meet leaders”
    said = tags[before - 1] == "AUX" and facts.language.lemmas[before - 1] in lists.be
    led = said or lowers[before - 1] in lists.empty
    return led and not words.is_plural(lowers[before])


def _bent(facts: Facts, at: int, sentence: Sentence, lists: _Lists, words: Words) -> bool:
    """Whether a verb is a past, a participle or a third person, of a verb that takes no bare infinitive."""
    lower, lemma = facts.tokens.lowers[at], facts.language.lemmas[at]
    forms = words.verb_forms(lower)
    if not forms or "b" in forms or "g" in forms or lemma in lists.letting or lower in lists.letting:
        return False
    passive = facts.language.tags[at - 1] == "AUX" and facts.tokens.lowers[at + 1] in lists.be
    if not passive and (set(words.reading(lower).parts.upper()) & set("NAD") or words.is_plural(lower)):
        return False
    return forms == "d" or facts.language.tags[at - 1] in _LINKS or _of_one(facts, at, sentence, lists)


def _of_one(facts: Facts, at: int, sentence: Sentence, lists: _Lists) -> bool:
    """Whether the subject before a verb is one and opens its clause, so that the verb is no participle of several.

    “The committee voted approve”, but “those surveyed say” and “the people Ericsson questioned use”.
    """
    number = facts.language.phrase_at(at - 1)
    phrase = facts.language.phrases[number] if number is not None else None
    if phrase is None or phrase.last != at or phrase.plural or phrase.conjoined or phrase.pronoun:
        return False
    return phrase.first == sentence.first or facts.tokens.lowers[phrase.first - 1] in lists.openers


def _ordering(facts: Facts, at: int, lists: _Lists, words: Words) -> bool:
    """Whether a token is a past or third person of a verb that takes no bare infinitive behind its object."""
    if facts.language.tags[at] != "VERB":
        return False
    forms = words.verb_forms(facts.tokens.lowers[at])
    return bool(forms) and "b" not in forms and facts.language.lemmas[at] not in lists.letting
