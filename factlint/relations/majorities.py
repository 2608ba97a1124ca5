"""Majorities: how many votes or seats are wanting, or to spare, against what the rule asks for."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import behind, sentence_words
from factlint.relations.intervals import apart
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, written

_NEAR = 2


def find_majorities(quantities: Quantities) -> Iterator[Relation]:
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
    result = written(abs(needed - part.value))
    working = say(
        facts.lexicon, "majority", one=facts.text(whole), two=facts.text(part), needed=written(needed), result=result
    )
    return Reading(apart(bar, part.span), result, working, (part, whole))
