"""Standings: what is said of a table, its totals, its mean and who stands where in it, against its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import are_some
from factlint.relations.intervals import meet, total
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.rows import Row, in_rows, tables
from factlint.relations.saying import Reading, held, sum_of, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_SUMS = 0.6  # of the rows of a table, those whose last figure is the sum of the others, where all are meant to be
_MISSED = 0.16  # by how much of itself a sum told above a list may miss what its items come to
_NEAR = 4  # tokens between a rank and the name of who holds it
_BEHIND = 14  # sentences behind a table in which its ranks are told


def find_standings(quantities: Quantities) -> Iterator[Relation]:
    """The totals of each table, and each rank that is told of one of its rows."""
    if len(quantities.all) < 4:
        return
    for table in tables(quantities):
        yield from _foot(quantities, table)
        yield from _ends(quantities, table)
        if len(table[0].values) == 1:
            yield from _above(quantities, table)
            yield from _ranks(quantities, table)


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


# ------------------------------------------------------------------------------------------------------------- ranks


def _ranks(quantities: Quantities, table: tuple[Row, ...]) -> Iterator[Relation]:
    """ "Grizebeck Pier, third dearest of the six", "the cheapest, Orford Spit"."""
    facts = quantities.facts
    values = [row.values[0] for row in table]
    if len({q.unit for q in values}) != 1 or len({q.value for q in values}) != len(values):
        return
    ways, ordinals = facts.lexicon.table("superlative-ways"), facts.lexicon.table("ordinals")
    both = facts.lexicon.words("best-words")
    lowers = facts.tokens.lowers
    inside = in_rows(table)
    around = range(max(0, inside[0] - _NEAR), min(len(facts.sentences), inside[-1] + _BEHIND))
    for number in around:
        sentence = facts.sentences[number]
        if number in inside or sentence.kind == "headline":
            continue
        for at in range(sentence.first, sentence.last):
            word = lowers[at]
            if (word not in ways and word not in both) or facts.in_quotation(facts.tokens.starts[at]):
                continue
            if not _closes(facts, at, sentence.last):
                continue
            row = _holder(facts, table, sentence.first, at, sentence.last)
            if row is None:
                continue
            before = lowers[at - 1] if at > sentence.first else ""
            place = int(ordinals.get(before, 1))
            if place > len(table) or (place == 1 and before in ordinals):
                continue
            rank = _rank(table, row, ways.get(word), place)
            working = say(
                facts.lexicon, "rank", one=row.name, two=facts.text(row.values[0]), result=rank, count=len(table)
            )
            first = at - 1 if place > 1 else at
            claim = row.values[0]._replace(
                start=facts.tokens.starts[first], end=facts.tokens.ends[at], sentence=number, block=sentence.kind,
                in_quote=False,
            )  # fmt: skip
            reading = Reading(Interval(rank, rank), str(rank), working, (row.values[0],))
            yield from held(facts, claim, "rank", [reading], stated=Interval(place, place))


def _rank(table: tuple[Row, ...], row: Row, way: str | None, place: int) -> int:
    """Where a row stands by its value; where nothing says which end is the best, counted from the one that fits."""
    falling = sorted((other.values[0].value for other in table), reverse=True)
    high = 1 + falling.index(row.values[0].value)
    low = len(table) + 1 - high
    if way is None:
        return place if place in (high, low) else min(high, low)
    return high if way == "high" else low


def _closes(facts: Analysis, at: int, last: int) -> bool:
    """Whether a superlative is told of the whole list: “of the six”, “on our list”, or nothing behind it."""
    behind = facts.tokens.lowers[at + 1] if at + 1 < last else "."
    return not behind[0].isalnum() or behind in facts.lexicon.words("superlative-tails")


def _holder(facts: Analysis, table: tuple[Row, ...], first: int, at: int, last: int) -> Row | None:
    """The row named nearest to a rank: before it in its sentence, or right behind it, and no other between."""
    texts = facts.tokens.texts
    found: list[tuple[int, Row]] = []
    for row in table:
        head = texts[row.first]
        places = [place for place in range(first, last) if texts[place] == head]
        found += [(place, row) for place in places]
    before = [one for one in found if one[0] < at]
    behind = [one for one in found if at < one[0] <= at + 2]
    if behind and texts[at + 1] == ",":
        return behind[0][1]
    if not before or len({row.name for _, row in before}) != 1:
        return None
    between = facts.language.tags[before[-1][0] : at]
    return before[-1][1] if between.count("VERB") <= 1 and at - before[-1][0] <= 3 * _NEAR else None
