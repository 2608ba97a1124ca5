"""Changes: what a rise or a fall between two figures comes to, as a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import less, over
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

#: Which way a figure goes.
WAYS = ("rise", "fall")
_ONE = Interval(1.0, 1.0)


def reading_of(facts: Analysis, small: Quantity, large: Quantity, way: str) -> Reading | None:
    """The rise from the smaller to the larger, or the fall from the larger, as a share; none from nothing."""
    base, end = (small, large) if way == "rise" else (large, small)
    share = over(end.span, base.span)
    if share is None:
        return None
    moved = less(share, _ONE) if way == "rise" else less(_ONE, share)
    result = written(facts.lexicon, 100 * abs(end.value / base.value - 1)) + "%"
    told = say(facts.lexicon, way)
    working = say(facts.lexicon, "change", one=facts.text(base), two=facts.text(end), way=told, result=result)
    return Reading(moved, result, working, (base, end))
