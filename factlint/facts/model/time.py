"""Time: the moments that the article names and the lengths that it gives, each as an interval."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.record import NamedTuple


class Moment(NamedTuple):
    """A time that the article names: a day, a month, a season, a decade, “last spring”, “yesterday”.

    start: first code point.
    end: one past the last code point.
    kind: day, weekday, week, month, season, year, decade, century or now.
    options: the readings, each the first and last day number; none where it cannot be told.
    bound: since, from, until, by or after, where the word before it makes it a bound; else nothing.
    weekday: 0 for a Monday, where a weekday is named, or none.
    fixed: whether the year is told, here or by the article's own day.
    relative: whether it is told from the article's day.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    kind: str
    options: tuple[tuple[int, int], ...]
    bound: str
    weekday: int | None
    fixed: bool
    relative: bool
    in_quote: bool
    block: str
    first: int
    last: int


class Length(NamedTuple):
    """A length of time with its number: “105 days”, “the best part of a decade”.

    start: first code point.
    end: one past the last code point.
    unit: min, h, d, week, fortnight, month, year, decade or century.
    low: the least that it leaves open, in days.
    high: the most, in days.
    role: later, earlier, ago, into, long, old, for, in, after, over, past, adjective or nothing.
    hedge: part, under, over, far-over, about, exact, range (“three to five days”) or nothing.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    unit: str
    low: float
    high: float
    role: str
    hedge: str
    in_quote: bool
    block: str
    first: int
    last: int


class Clock(NamedTuple):
    """A time of day: “6.10am”, “noon”, “in broad daylight”.

    start: first code point.
    end: one past the last code point.
    low: the first minute of the day that it may be.
    high: the last.
    exact: whether a clock would show it; a part of the day is none.
    bound: since, from, until, by or after, where the word before it makes it a bound; else nothing.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    low: int
    high: int
    exact: bool
    bound: str
    in_quote: bool
    block: str
    first: int
    last: int
