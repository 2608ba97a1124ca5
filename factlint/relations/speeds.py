"""Speeds: how fast, against how far and how long the same sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import over, widened
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, written

_ROUNDED = 0.03


def find_speeds(quantities: Quantities) -> Iterator[Relation]:
    """ "the 18-kilometre crossing in 45 minutes, at an average of 34 kilometres an hour"."""
    for claim in quantities.all:
        if claim.dimension != "speed" or claim.precision in ("over", "under") or not claim.value:
            continue
        near = [q for q in quantities.near(claim, 1, 0) if q.place != claim.place]
        own = [q for q in near if q.sentence == claim.sentence]
        if not any(q.dimension == "speed" for q in near):
            for row in (own, near):
                ways = [q for q in row if q.dimension == "length" and countable(q)]
                times = [q for q in row if q.dimension == "duration" and q.claim != "age"]
                if len(ways) == 1 and 0 < len(times) <= 2:
                    yield from _against(quantities, claim, ways[0], times)
                    break


def _against(quantities: Quantities, claim: Quantity, way: Quantity, times: list[Quantity]) -> Iterator[Relation]:
    """The speed against the way over the time; of “an hour and 20 minutes” both parts are added up."""
    facts = quantities.facts
    factors = facts.lexicon.table("unit-factors")
    distance, _, per = (claim.unit or "").partition("/")
    if not {distance, per, way.unit, *(time.unit for time in times)} <= factors.keys():
        return
    length = factors[way.unit or ""] / factors[distance]
    lasting = sum(time.value * factors[time.unit or ""] for time in times) / factors[per]
    share = over(Interval(way.span.low * length, way.span.high * length), Interval(lasting, lasting))
    if share is None:
        return
    result = written(facts.lexicon, way.value * length / lasting)
    working = say(
        facts.lexicon,
        "speed",
        one=facts.text(way),
        two=say(facts.lexicon, "plus").join(map(facts.text, times)),
        result=result,
    )
    if 0.2 <= claim.value * lasting / (way.value * length) <= 5:
        reading = Reading(widened(share, _ROUNDED), result, working, (way, *times))
        yield from held(facts, claim, "rate", [reading])
