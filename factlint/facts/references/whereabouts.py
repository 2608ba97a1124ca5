"""Whereabouts: “there”, with whether any place stands before it to which it could point."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.model import Phrase

_NEAR = 4  # sentences back to the place where somebody lives


class There(NamedTuple):
    """A “there” that points to a place, its token, and whether the text before it has one."""

    at: int
    found: bool


def find_there(facts: Facts) -> Iterator[There]:
    """Every “there” outside quotations that stands for a place; not “there is”, “over there”, “there and then”."""
    tokens, language = facts.tokens, facts.language
    copulas = facts.lexicon.words("existence-verbs")
    beside = facts.lexicon.words("beside-there")
    firsts: list[int] | None = None
    for at in tokens.positions(facts.lexicon.words("there-words")):
        if facts.is_quoted(at) or at == 0:
            continue
        sentence = facts.sentence_of(at)
        before = tokens.lowers[at - 1] if at > sentence.first else ""
        after = tokens.lowers[at + 1] if at + 1 < sentence.last else ""
        if not before and after and _opens(facts, at + 1):
            yield There(at, _has_home(facts, at, sentence.number))
            continue
        if not before or after in copulas or before in beside:
            continue
        opened = language.tags[at - 1]
        if opened not in ("VERB", "ADP", "ADV", "NOUN", "PROPN") or language.tags[at] not in ("ADV", "PRON"):
            continue
        if firsts is None:
            firsts = [phrase.first for phrase in language.phrases if _is_place(facts, phrase)]
            named = facts.lexicon.words("name-place-openers")
            firsts += [r.first for r in facts.naming.runs if r.first and tokens.lowers[r.first - 1] in named]
            firsts = sorted([*firsts, *(tokens.at(place.start) for place in facts.places)])
        inhabits = _inhabits(facts, at - 1)
        if inhabits or language.lemmas[at - 1] in facts.lexicon.words("homing-verbs"):
            house = inhabits and _has_house(facts, at, sentence.number)
            yield There(at, house or _has_home(facts, at, sentence.number))
            continue
        dateline = any(block.kind == "dateline" for block in facts.paragraphs)
        yield There(at, dateline or bisect_left(firsts, at) > 0)


def _opens(facts: Facts, at: int) -> bool:
    """Whether somebody's act follows a “There” that opens a sentence: “There he keeps …”, not “There he is”."""
    number = facts.language.clause_of(at)
    if facts.language.tags[at] != "PRON" or number is None:
        return False
    clause = facts.language.clauses[number]
    subject = None if clause.subject is None else facts.language.phrases[clause.subject]
    return subject is not None and subject.first == at and facts.language.tags[clause.verb] == "VERB"


def _inhabits(facts: Facts, at: int) -> bool:
    """Whether the word before “there” is for those who live in a place: “people there”, “farmers there”."""
    index = facts.language.phrase_at(at)
    phrase = None if index is None else facts.language.phrases[index]
    return phrase is not None and phrase.head == at and "person" in phrase.classes


def _has_house(facts: Facts, at: int, sentence: int) -> bool:
    """Whether a name that is nobody's stands near before “the publisher there”: a firm, club or school."""
    start = facts.tokens.starts[at]
    since = facts.sentences[max(0, sentence - _NEAR)].start
    people = {mention.start for mention in facts.mentions if mention.person.certain}
    return any(
        since <= facts.tokens.starts[run.first] < start and facts.tokens.starts[run.first] not in people
        for run in facts.naming.runs
    )


def _has_home(facts: Facts, at: int, sentence: int) -> bool:
    """Whether a place where one can live stands near before “moved there”: a name, a town, “on a farm”."""
    start = facts.tokens.starts[at]
    since = facts.sentences[max(0, sentence - _NEAR)].start
    if any(since <= place.start < start for place in facts.places) or any(
        b.kind == "dateline" for b in facts.paragraphs
    ):
        return True
    loose = facts.lexicon.words("placeless-places")
    where, names = facts.lexicon.words("place-openers"), facts.lexicon.words("name-place-openers")
    return any(
        since <= phrase.start < start
        and "time" not in phrase.classes
        and phrase.lemma not in loose
        and (
            "place" in phrase.classes
            or (
                phrase.preposition is not None
                and (phrase.proper or "artefact" in phrase.classes)
                and facts.tokens.lowers[phrase.preposition] in (names if phrase.proper else where)
            )
        )
        for phrase in facts.language.phrases
    )


def _is_place(facts: Facts, phrase: Phrase) -> bool:
    """Whether a phrase can be where something is: a place, or anything that something is in, at or near."""
    if phrase.lemma in facts.lexicon.words("placeless-places"):
        return False
    if "place" in phrase.classes or {"group", "artefact"} <= phrase.classes:
        return True
    if phrase.preposition is None or "time" in phrase.classes:
        return False
    where = facts.tokens.lowers[phrase.preposition]
    if phrase.proper and where in facts.lexicon.words("name-place-openers"):
        return True
    return where in facts.lexicon.words("place-openers") and bool(phrase.classes & {"artefact", "object", "act"})
