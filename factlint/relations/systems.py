"""Systems: one length, weight or speed told in two systems of units, anywhere in the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.units import conversions as converted
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import meet, widened
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_MEASURES = frozenset({"length", "area", "mass", "volume", "speed"})
_ROUNDED = 0.06  # what people round off a conversion that is told apart from its original
_MATCHED = 0.04  # how near a slip must come to what it is a slip of
_FEW = 4  # measures of one dimension; among more of them a likeness is chance
_POWERS = (10.0, 100.0, 0.1, 0.01)


def find_systems(quantities: Quantities) -> Iterator[Relation]:
    """A measure in one system that is a slip for one in another: the point moved, or the factor turned upside down."""
    facts = quantities.facts
    systems: Mapping[str | None, str] = dict(facts.lexicon.table("unit-systems").items())
    groups: dict[str, list[Quantity]] = defaultdict(list)
    for quantity in quantities.all:
        if quantity.dimension in _MEASURES and countable(quantity) and quantity.unit in systems and quantity.value > 0:
            groups[quantity.dimension].append(quantity)
    for group in groups.values():
        if 2 <= len(group) <= _FEW and len({systems[q.unit] for q in group}) == 2:
            yield from _slips(facts, group, systems)


def _slips(facts: Analysis, group: list[Quantity], systems: Mapping[str | None, str]) -> Iterator[Relation]:
    for two in group:
        others = [one for one in group if systems[one.unit] != systems[two.unit] and one.place < two.place]
        if two.borrowed or any(_is_told_twice(facts, one, group, systems) for one in (two, *others)):
            continue  # "40 miles (64km), a third 25"
        spans = [span for one in others for span in _spans(facts, one, two)]
        near = [one for one in others if _is_slip(facts, one, two)]
        if not near:
            continue
        one = near[-1]
        span = widened(_spans(facts, one, two)[0], _ROUNDED)
        result = written(facts.lexicon, (span.low + span.high) / 2) + " " + _unit(facts, two)
        working = say(facts.lexicon, "same", one=facts.text(one), result=result)
        wide = (widened(span, _ROUNDED) for span in spans)
        yield from held(facts, two, "measure", [Reading(span, result, working, (one,))], wide, "strong")


def _is_told_twice(facts: Analysis, one: Quantity, group: list[Quantity], systems: Mapping[str | None, str]) -> bool:
    """Whether a measure is told rightly in the other system as well, so that a further one is of something else."""
    others = (q for q in group if systems[q.unit] != systems[one.unit])
    return any(meet(widened(span, _ROUNDED), other.span) for other in others for span in _spans(facts, one, other))


def _unit(facts: Analysis, quantity: Quantity) -> str:
    return facts.text(quantity).lstrip("0123456789., ").strip()


def _spans(facts: Analysis, one: Quantity, two: Quantity) -> list[Interval]:
    """What the one is in the unit of the other, in each size that the units have."""
    edges = [converted(edge, one.unit or "", two.unit or "", facts.lexicon) for edge in one.span]
    return [Interval(min(pair), max(pair)) for pair in zip(*edges, strict=True)]


def _is_slip(facts: Analysis, one: Quantity, two: Quantity) -> bool:
    values = converted(one.value, one.unit or "", two.unit or "", facts.lexicon)
    for value in values:
        wrong = [value * power for power in _POWERS]
        if not 0.9 < value / one.value < 1.1:
            wrong.append(one.value * one.value / value)
        if any(abs(two.value / each - 1) < _MATCHED for each in wrong):
            return True
    return False
