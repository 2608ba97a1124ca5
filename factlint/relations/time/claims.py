"""All claims about time of an article, family by family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Relation
from factlint.relations.time import (
    agos,
    anniversaries,
    between,
    births,
    dayparts,
    deaths,
    eras,
    grown_up,
    headline_ages,
    hours_in_order,
    hours_spent,
    kin,
    lives,
    named_days,
    nexts,
    offsets,
    opening_hours,
    orders,
    overall,
    punishments,
    ranges,
    remainders,
    seasons,
    spells,
    stale,
    stamps,
    streaks,
    survivors,
    tenses,
    tenures,
    terms,
    timelines,
    weekdays,
    zones,
)
from factlint.relations.time.frame import Frame

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_FAMILIES: tuple[Callable[[Frame], Iterator[Relation]], ...] = (
    offsets.find,
    anniversaries.find,
    dayparts.find,
    zones.find,
    stamps.find,
    orders.find,
    lives.find,
    agos.find,
    named_days.find,
    nexts.find,
    eras.find,
    hours_in_order.find,
    hours_spent.find,
    opening_hours.find,
    grown_up.find,
    timelines.find,
    ranges.find,
    tenures.find,
    terms.find,
    weekdays.find,
    headline_ages.find,
    spells.find,
    tenses.find,
    deaths.find,
    births.find,
    punishments.find,
    remainders.find,
    survivors.find,
    streaks.find,
    seasons.find,
    kin.find,
    stale.find,
)


def find(facts: Analysis) -> Iterator[Relation]:
    """Every claim about time with what it must agree with."""
    frame = Frame(facts)
    found = [relation for family in _FAMILIES for relation in family(frame)]
    counted = {part.start for relation in found if relation.kind == "offset" for part in relation.parts}
    # Of two times that a length is counted between, that tells what is wrong.
    yield from (relation for relation in found if relation.kind != "order" or relation.start not in counted)
    # What is told of a length in closer words settles it.
    taken = {relation.start for relation in found}
    for family in (between.find, overall.find):
        closer = [relation for relation in family(frame) if relation.start not in taken]
        taken.update(relation.start for relation in closer)
        yield from closer
