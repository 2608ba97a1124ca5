"""Differences: margins, leads, gaps and swings, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import before, behind, clause_words
from factlint.relations.intervals import apart, total
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, written

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_BACK = 4  # sentences in which the two figures may stand before the claim
_MOST = 60  # figures of one kind that are looked through for support


def find_differences(quantities: Quantities) -> Iterator[Relation]:
    """Every difference that the text states between two figures near it."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    claims = {
        *before(facts, quantities, "difference-openers"),
        *behind(facts, quantities, "difference-tails"),
    }
    elsewhere = facts.lexicon.words("other-times")
    for claim in sorted(claims):
        if not countable(claim) or claim.dimension == "share" or claim.precision != "exact":
            continue
        if claim.noun in facts.lexicon.words("times-words"):
            continue
        pair = _pair(quantities, claim, claims)
        if pair is None or not elsewhere.isdisjoint(clause_words(facts, claim)):
            continue
        reading = _reading(facts, *pair)
        if reading.computed.high <= 0 or not 0.1 <= claim.value / reading.computed.high <= 10:
            continue
        spans = _all_gaps(quantities, claim)
        if claim.unit:  # from a loss to a profit, or from frost to heat, is the one and the other
            spans = chain(spans, [total((pair[0].span, pair[1].span))])
        yield from held(facts, claim, "difference", [reading], spans)


def _reading(facts: Facts, one: Quantity, two: Quantity) -> Reading:
    larger, smaller = (one, two) if one.value >= two.value else (two, one)
    result = written(larger.value - smaller.value)
    working = say(facts.lexicon, "minus", one=facts.text(larger), two=facts.text(smaller), result=result)
    return Reading(apart(one.span, two.span), result, working, (one, two))


def _pair(quantities: Quantities, claim: Quantity, claims: set[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The only two figures of the claim's kind in the nearest sentences, up to its own, that have any two."""
    for back in range(_BACK + 1):
        found = [other for other in _operands(quantities.near(claim, back, 0), claim) if other not in claims]
        if len(found) >= 2:
            return (found[0], found[1]) if len(found) == 2 else None
    return None


def _operands(quantities: Iterable[Quantity], claim: Quantity) -> Iterator[Quantity]:
    for other in quantities:
        told = other.unit or other.noun or other.form == "digits"
        if told and countable(other) and alike(other, claim) and other.place != claim.place:
            yield other


def _all_gaps(quantities: Quantities, claim: Quantity) -> Iterator[Interval]:
    able = list(_operands(quantities.all, claim))[:_MOST]
    return (apart(one.span, two.span) for one, two in combinations(able, 2))
