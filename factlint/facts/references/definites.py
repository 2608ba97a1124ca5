"""Definites: “the incident”, “that ruling”, “this decision”, held against what the text before them has told of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.references.introductions import Introductions, idle_tokens
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

_AFTER_NOUN = frozenset({"NOUN", "PROPN", "NUM", "ADP", "ADJ", "PRON", "SCONJ", "PART"})
_PARTICIPLES = ("Vn", "Vg")
_TO_COME = ("planned", "possible", "asked")


class Definite(NamedTuple):
    """A definite phrase, as tokens, and whether it points and whether its thing was brought in before it."""

    first: int
    last: int
    pointing: bool
    found: bool


def find_definites(facts: Facts) -> Iterator[Definite]:
    """Every definite phrase with a noun that needs an introduction and nothing that says which is meant."""
    needing = facts.lexicon.words("need-introduction")
    pointing, definite = facts.lexicon.words("pointing-determiners"), facts.lexicon.words("definite-articles")
    summing = facts.lexicon.words("summing-nouns")
    before: Introductions | None = None
    given: Introductions | None = None
    idle: set[int] | None = None
    for phrase in facts.language.phrases:
        if phrase.lemma not in needing or phrase.determiner is None or phrase.proper:
            continue
        points = phrase.determiner in pointing
        if not (points or phrase.determiner in definite) or phrase.last - phrase.first != 2:
            continue
        if (phrase.plural and not points) or not _bare(facts, phrase) or (not points and _is_light(facts, phrase)):
            continue
        if phrase.lemma in summing and not points and not _is_dated(facts, phrase):
            continue
        if not phrase.plural and facts.tokens.lowers[phrase.head] != phrase.lemma:
            continue  # “the best and the finest”
        if not points and _tells_of_another(facts, phrase):
            continue
        idle = idle if idle is not None else idle_tokens(facts)
        if phrase.head in idle:
            continue  # “to the letter”
        before = before or Introductions(facts)
        if phrase.lemma in facts.lexicon.words("ends-of-a-case") and not points:
            # A court alone has given no ruling, and neither has one that put it off.
            given = given or Introductions(facts, _not_yet_given(facts))
            yield Definite(phrase.first, phrase.last - 1, points, given.brought_in(phrase.lemma, phrase.first, True))
            continue
        yield Definite(phrase.first, phrase.last - 1, points, before.brought_in(phrase.lemma, phrase.first, points))


def _tells_of_another(facts: Facts, phrase: Phrase) -> bool:
    """Whether a phrase only says which person is meant: “the boy with the telegram”, “Roe, who leads the inquiry”."""
    language = facts.language
    clause = None if phrase.clause is None else language.clauses[phrase.clause]
    subject = None if clause is None or clause.subject is None else language.phrases[clause.subject]
    if subject is not None and facts.tokens.lowers[subject.head] in facts.lexicon.words("relative-words"):
        return True
    number = None if phrase.preposition is None else language.phrase_at(phrase.preposition - 1)
    holder = None if number is None else language.phrases[number]
    return holder is not None and holder.last == phrase.preposition and "person" in holder.classes


def _is_dated(facts: Facts, phrase: Phrase) -> bool:
    """Whether words for a time stand right behind a phrase: “the incident in August”."""
    behind = facts.tokens.lowers[phrase.last : phrase.last + 1]
    return not facts.lexicon.words("time-openers").isdisjoint(behind)


def _bare(facts: Facts, phrase: Phrase) -> bool:
    """Whether nothing behind a phrase says which is meant; a time does not: “the incident in August”."""
    if phrase.of is not None:
        return False
    tokens, language = facts.tokens, facts.language
    at = phrase.last
    if at >= len(tokens):
        return True
    if at + 1 < len(tokens) and tokens.lowers[at] == "," and _is_participle(facts, at + 1):
        return False  # “The ban, announced on Friday, …”
    if tokens.lowers[at] in facts.lexicon.words("time-openers"):
        behind = language.phrase_at(at + 1)
        named = behind is not None and tokens.lowers[language.phrases[behind].head] in facts.lexicon.union(
            "months", "weekdays"
        )
        return named or (behind is not None and "time" in language.phrases[behind].classes)
    if tokens.lowers[at] in facts.lexicon.words("possessive-marks"):
        return True
    if phrase.role == "object" and tokens.lowers[at] in facts.lexicon.words("words-behind-objects"):
        return True
    if language.tags[at] == "PRON" and _opens_its_sentence(facts, phrase):
        return True  # “With the grant they have bought …”
    if language.tags[at] in _AFTER_NOUN or tokens.lowers[at] in facts.lexicon.words("qualifying-openers"):
        return False
    if language.tags[at] == "VERB":
        return not _is_participle(facts, at)
    return True


def _is_participle(facts: Facts, at: int) -> bool:
    """Whether a token is a participle that hangs on the noun before it: “the ruling announced on Friday”."""
    language = facts.language
    clause = language.clause_of(at)
    if clause is None or language.clauses[clause].kind != "participle":
        return False
    return any(kind in _PARTICIPLES for kind, _ in language.words.inflections(facts.tokens.lowers[at]))


def _opens_its_sentence(facts: Facts, phrase: Phrase) -> bool:
    """Whether a phrase and its preposition begin a sentence, and a subject follows: “Since the incident he …”."""
    return facts.sentences[phrase.sentence].first == phrase.first - 1 and (
        facts.language.tags[phrase.first - 1] in ("ADP", "SCONJ")
    )


def _is_light(facts: Facts, phrase: Phrase) -> bool:
    """Whether a phrase is the object of a verb that says little by itself: “his knees made the decision”."""
    if phrase.role != "object" or phrase.clause is None:
        return False
    return facts.language.clauses[phrase.clause].lemma in facts.lexicon.words("light-verbs")


def _not_yet_given(facts: Facts) -> set[int]:
    """The tokens of clauses that tell of a ruling still to come: “reserved her decision”, “will rule in May”.

    Before one that is put off nothing has been decided, unless a ruling is spoken of by that word.
    """
    words = facts.lexicon.words
    off, expecting, deciding = (words(n) for n in ("verbs-of-putting-off", "verbs-of-expecting", "verbs-of-deciding"))
    rulings = words("names-of-rulings")
    found: set[int] = set()
    for clause in facts.language.clauses:
        coming = clause.standing in _TO_COME and clause.lemma in deciding
        if coming or clause.lemma in off or (clause.lemma in expecting and clause.voice == "passive"):
            found.update(range(clause.first, clause.last))
            for number in (clause.subject, clause.object):
                phrase = None if number is None else facts.language.phrases[number]
                found.update(range(phrase.first, phrase.last) if phrase else ())
                if phrase and not coming and phrase.lemma in rulings:
                    found.update(at for at in range(phrase.first) if facts.language.lemmas[at] not in rulings)
    return found
