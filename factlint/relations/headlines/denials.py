"""Denials: what a headline tells of, and the text says that there was none of: “Fox blamed”, “No fox was about”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_CORE = frozenset({"subject", "object"})
_COMPARATIVE = "Ar"  # as the tables of words call it
_NOT_SO = frozenset({"planned", "possible", "asked", "denied", "alleged"})


def find_denials(story: Story) -> Iterator[Contrast]:
    """Every thing that a headline has at work, of which the text has none and nowhere one."""
    none = story.facts.lexicon.words("no-determiners")
    denied = [
        phrase for phrase in story.language.phrases if phrase.determiner in none and phrase.sentence in story.numbers
    ]
    if not denied:
        return
    for line in story.display:
        spot = line.paragraph
        if story.asks(line) or not none.isdisjoint(story.tokens.lowers[spot.first : spot.last]):
            continue
        for stated in story.language.phrases:
            if not spot.first <= stated.first < spot.last or stated.role not in _CORE or stated.proper:
                continue
            other = next((one for one in denied if _is_same(one, stated) and not _is_outdone(story, one)), None)
            if other is None or story.in_quote(other.head) or _is_there(story, stated, none):
                continue
            yield Contrast(
                stated.start, stated.end, "outcome", "headline", story.tokens.lowers[stated.head],
                story.words(other.first, other.last), "middling", False, Stretch(other.start, other.end),
            )  # fmt: skip


def _is_same(phrase: Phrase, stated: Phrase) -> bool:
    """Whether the text has none of the very thing: “no fox”, not “no second fox”."""
    return phrase.lemma == stated.lemma and phrase.head == phrase.first + 1 and phrase.role == "subject"


def _is_outdone(story: Story, phrase: Phrase) -> bool:
    """Whether none is more so, of which there may well be one: “no mill is taller”."""
    clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
    if clause is None or clause.predicate is None:
        return False
    reading = story.language.words.reading(story.tokens.lowers[clause.predicate])
    return any(form == _COMPARATIVE for form, _ in reading.inflections)


def _is_there(story: Story, stated: Phrase, none: frozenset[str]) -> bool:
    """Whether the text has the thing anywhere, in what it tells as so."""
    for phrase in story.language.phrases:
        if phrase.lemma != stated.lemma or phrase.sentence not in story.numbers or phrase.determiner in none:
            continue
        clause = None if phrase.clause is None else story.language.clauses[phrase.clause]
        if clause is None or (clause.standing not in _NOT_SO and not clause.negated and clause.kind != "infinitive"):
            return True
    return False
