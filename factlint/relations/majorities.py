"""Majorities: how many votes or seats are wanting, or to spare, against what the rule asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import behind, sentence_words
from factlint.relations.intervals import apart
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, written

if TYPE_CHECKING:
    pass

_NEAR = 2
_FEWEST = 3
_BREATH = 4  # tokens between seats and those of the house
_LEAST_SEATS = 0.3  # of a house that could be taken for a majority
_BEFORE = 7  # tokens from “in favour” to the number of votes
_SIDES = ("for", "against")


def find_majorities(quantities: Quantities) -> Iterator[Relation]:
    """How far votes or seats lie from a majority, and which side is told to have had it."""
    yield from _had(quantities)
    yield from _wanting(quantities)


def _wanting(quantities: Quantities) -> Iterator[Relation]:
    """ "58 of the 120 seats … three short of a majority", "97 of 150 … three fewer than required"."""
    facts = quantities.facts
    if len(quantities.all) < 3:
        return
    for claim in sorted({*behind(facts, quantities, "shortfall-tails", 2)}):
        if claim.unit or not countable(claim):
            continue
        near = [q for q in quantities.near(claim, _NEAR, 0) if countable(q) and not q.unit and q.place < claim.place]
        fraction = _fraction(quantities, claim)
        if fraction is None:
            continue
        readings = [
            _reading(quantities, part, whole, fraction)
            for whole in near
            for part in near
            if part.value < whole.value <= 10 * part.value and part.value > claim.value and alike(part, whole)
        ]
        yield from held(facts, claim, "majority", readings)


def _fraction(quantities: Quantities, claim: Quantity) -> float | None:
    """The part of all that is needed: a fraction told in the sentences before, or more than half for a majority."""
    for other in reversed(quantities.near(claim, _NEAR, 0)):
        if other.form == "fraction" and 0.5 < other.value < 1:
            return other.value
    words = sentence_words(quantities.facts, claim)
    return None if quantities.facts.lexicon.words("majority-words").isdisjoint(words) else 0.5


def _reading(quantities: Quantities, part: Quantity, whole: Quantity, fraction: float) -> Reading:
    facts = quantities.facts
    needed = whole.value // 2 + 1 if fraction == 0.5 else float(ceil(round(whole.value * fraction, 3)))
    bar = Interval(needed, needed)
    result = written(facts.lexicon, abs(needed - part.value))
    working = say(
        facts.lexicon,
        "majority",
        one=facts.text(whole),
        two=facts.text(part),
        needed=written(facts.lexicon, needed),
        result=result,
    )
    return Reading(apart(bar, part.span), result, working, (part, whole))


# --------------------------------------------------------------------------------------------- told without a number


def _had(quantities: Quantities) -> Iterator[Relation]:
    """ "Outright win for … 31 seats in the 65-member assembly": a house told as won, with half of it."""
    facts = quantities.facts
    cues = [first for first, _ in facts.tokens.phrases(facts.lexicon.phrases("house-won"))]
    cues = [at for at in cues if not facts.is_quoted(at)]
    lost = facts.lexicon.words("house-lost")
    told = [facts.sentence_of(at) for at in cues]
    if not any(lost.isdisjoint(facts.tokens.lowers[one.first : one.last]) for one in told):
        return
    seats = facts.lexicon.words("seat-nouns")
    for part, whole in pairwise(quantities.all):
        if part.sentence != whole.sentence or part.noun not in seats or not countable(whole) or whole.unit:
            continue
        between = facts.tokens.lowers[part.last : whole.first]
        joined = facts.lexicon.union("in-words", "of-words").isdisjoint(between)
        if joined or len(between) > _BREATH or part.precision != "exact" or not part.value < whole.value:
            continue
        needed = whole.value // 2 + 1
        if part.value >= needed or part.value < _LEAST_SEATS * whole.value or facts.in_quotation(part.start):
            continue
        if any(q.noun in seats and needed <= q.value < whole.value for q in quantities.all):
            return  # the winner's
        if not lost.isdisjoint(sentence_words(facts, part)):
            continue
        working = say(facts.lexicon, "needed", one=facts.text(whole), needed=written(facts.lexicon, needed))
        reading = Reading(Interval(needed, whole.value), written(facts.lexicon, needed), working, (whole,))
        yield from held(facts, part, "majority", [reading], (), "strong", part.span)
        return


def sides_of(quantities: Quantities) -> dict[str, Quantity]:
    """The last count of those for and of those against, by the answer that stands nearest to each."""
    facts = quantities.facts
    answers, lowers = facts.lexicon.table("answer-words"), facts.tokens.lowers
    found: dict[str, Quantity] = {}
    for q in quantities.all:
        if q.unit or not countable(q) or q.in_quote or q.form == "prefix" or q.value < _FEWEST:
            continue
        first = facts.sentences[q.sentence].first
        behind = [answers[w] for w in lowers[q.last : q.last + 3] if answers.get(w) in _SIDES]
        before = [answers[w] for w in lowers[max(first, q.first - _BEFORE) : q.first] if answers.get(w) in _SIDES]
        side = behind[0] if behind else before[-1] if before else None
        if side is not None:
            found[side] = q
    return found
