"""Rows: lines of a name and its figures, “Orford Spit: £5.50”, “Uganda 9, 6, 4, 19”, and the tables that they make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_LONGEST = 16  # tokens of a row
_FEWEST = 3  # rows of a table
_MARKS = frozenset({":", "|", ",", "–", "—", "-", ".", ";", "•", "*", "(", ")"})


class Row(NamedTuple):
    """One line.

    first, last: half-open token range of its name.
    name: its name, as written.
    values: its figures.
    sentence: number of its sentence.
    """

    first: int
    last: int
    name: str
    values: tuple[Quantity, ...]
    sentence: int


def tables(quantities: Quantities) -> Iterator[tuple[Row, ...]]:
    """Every run of three rows or more, one a line, each with as many figures as the others."""
    run: list[Row] = []
    for row in _rows(quantities):
        if run and (row.sentence != run[-1].sentence + 1 or _shape(row) != _shape(run[-1])):
            if len(run) >= _FEWEST:
                yield tuple(run)
            run = []
        run.append(row)
    if len(run) >= _FEWEST:
        yield tuple(run)


def _shape(row: Row) -> tuple[str | None, ...]:
    return tuple(value.unit for value in row.values)


def _rows(quantities: Quantities) -> Iterator[Row]:
    facts = quantities.facts
    by_sentence: dict[int, list[Quantity]] = {}
    for quantity in quantities.all:
        by_sentence.setdefault(quantity.sentence, []).append(quantity)
    for number, values in by_sentence.items():
        row = _row(facts, number, values)
        if row is not None:
            yield row


def _row(facts: Analysis, number: int, values: list[Quantity]) -> Row | None:
    """A sentence as a row: a name, then figures and marks alone; a line of its own."""
    sentence = facts.sentences[number]
    if sentence.last - sentence.first > _LONGEST or sentence.kind == "headline":
        return None
    if not _is_a_line(facts, number):
        return None
    texts = facts.tokens.texts
    taken = {at for value in values for at in range(value.first, value.last)}
    behind = range(values[0].first, sentence.last)
    if texts[sentence.last - 1] == ":" or any(at not in taken and texts[at] not in _MARKS for at in behind):
        return None
    first, last = sentence.first, values[0].first
    while first < last and texts[first] in _MARKS:
        first += 1
    while last > first and texts[last - 1] in _MARKS:
        last -= 1
    if (
        first == last
        or not (texts[first][0].isupper() or sentence.kind == "list-item")
        or not (texts[last] == ":" or {"VERB", "AUX"}.isdisjoint(facts.language.tags[first:last]))
    ):
        return None
    name = facts.article.source[facts.tokens.starts[first] : facts.tokens.ends[last - 1]]
    return Row(first, last, name, tuple(values), number)


def _is_a_line(facts: Analysis, number: int) -> bool:
    """Whether nothing else stands in the line of a sentence."""
    source, sentence = facts.article.source, facts.sentences[number]
    before = source[: sentence.start].rstrip(" \t|*•‣·–—-")
    behind = source[sentence.end :].lstrip(" \t|.;,")
    return (not before or before.endswith("\n")) and (not behind or behind.startswith(("\n", "\r")))


def in_rows(table: tuple[Row, ...]) -> range:
    """The numbers of the sentences that a table takes up."""
    return range(table[0].sentence, table[-1].sentence + 1)
