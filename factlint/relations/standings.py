"""Standings: the totals of a table against its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import are_some
from factlint.relations.intervals import meet, total
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.rows import Row, tables
from factlint.relations.saying import Reading, held, sum_of, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_SUMS = 0.6  # of the rows of a table, those whose last figure is the sum of the others, where all are meant to be
_MISSED = 0.16  # by how much of itself a sum told above a list may miss what its items come to


def find_standings(quantities: Quantities) -> Iterator[Relation]:
    """The totals of each table, and the sum told right above it."""
    if len(quantities.all) < 4:
        return
    for table in tables(quantities):
        yield from _foot(quantities, table)
        yield from _ends(quantities, table)
        if len(table[0].values) == 1:
            yield from _above(quantities, table)


# ------------------------------------------------------------------------------------------------------------ totals


def _foot(quantities: Quantities, table: tuple[Row, ...]) -> Iterator[Relation]:
    """The last row of a table, where it is named a total, against the rows above it."""
    facts, last = quantities.facts, table[-1]
    lemmas = facts.language.lemmas[last.first : last.last]
    sums = facts.lexicon.union("sum-nouns", "all-words")
    if sums.isdisjoint(lemmas) or len(table) < 3:
        return
    for column, claim in enumerate(last.values):
        parts = [row.values[column] for row in table[:-1]]
        if all(part.unit == claim.unit for part in parts):
            rows, groups = _in_groups(parts)
            spans = [total(part.span for part in parts[at:]) for at in range(1, len(parts) - 1)]
            spans += _with_line_above(quantities, table, parts)
            yield from _sum(facts, claim, rows, [*spans, total(part.span for part in groups)])


def _with_line_above(quantities: Quantities, table: tuple[Row, ...], parts: Sequence[Quantity]) -> list[Interval]:
    """What a column comes to with the last figure of the line above it: “Stores, 14 at 2.5 million: 35 million”."""
    above = [q for q in quantities.in_sentence(table[0].sentence - 1) if q.unit == parts[0].unit]
    return [total(part.span for part in (above[-1], *parts))] if above else []


def _in_groups(parts: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The rows of a column without its subtotals, each the sum of the rows since the last; the subtotals and the rest.

    A column without subtotals is given as it is, twice.
    """
    rows: list[Quantity] = []
    groups: list[Quantity] = []
    run: list[Quantity] = []
    for part in parts:
        if len(run) > 1 and meet(part.span, total(q.span for q in run)):
            groups.append(part)
            run = []
        else:
            rows.append(part)
            run.append(part)
    return rows, [*groups, *run]


def _above(quantities: Quantities, table: tuple[Row, ...]) -> Iterator[Relation]:
    """The sum right above a list, “The job cost £48,000, paid out in four sums:”, against what its items come to."""
    facts = quantities.facts
    number = table[0].sentence - 1
    opening = facts.sentences[number] if number >= 0 else None
    if opening is None or facts.tokens.texts[opening.last - 1] != ":":
        return
    head = [q for q in quantities.all if q.sentence == number]
    parts = [row.values[0] for row in table]
    wholes = [q for q in head if q.unit == parts[0].unit is not None and q.value > max(part.value for part in parts)]
    summed = total(part.span for part in parts)
    added = sum(part.value for part in parts)
    if len(wholes) != 1 or are_some(facts, opening.first, opening.last):
        return
    if meet(wholes[0].span, summed) or not abs(wholes[0].value - added) <= _MISSED * wholes[0].value:
        return
    working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=written(facts.lexicon, added))
    reading = Reading(summed, written(facts.lexicon, added), working, tuple(parts))
    yield from held(facts, wholes[0], "sum", [reading], (), "middling")


def _ends(quantities: Quantities, table: tuple[Row, ...]) -> Iterator[Relation]:
    """The last figure of each row, where it is the sum of the others in most rows."""
    if len(table[0].values) < 3:
        return
    fit = [meet(total(q.span for q in row.values[:-1]), row.values[-1].span) for row in table]
    if sum(fit) < _SUMS * len(table) or all(fit):
        return
    for row, fits in zip(table, fit, strict=True):
        if not fits:
            yield from _sum(quantities.facts, row.values[-1], row.values[:-1])


def _sum(
    facts: Analysis, claim: Quantity, parts: Sequence[Quantity], spans: Sequence[Interval] = ()
) -> Iterator[Relation]:
    result = written(facts.lexicon, sum(part.value for part in parts))
    working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=result)
    yield from held(facts, claim, "sum", [Reading(total(p.span for p in parts), result, working, tuple(parts))], spans)
