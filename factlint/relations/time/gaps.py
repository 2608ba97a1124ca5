"""Gaps: how far two times of an article lie apart, in every reading, and which times a unit can be counted between."""

from __future__ import annotations

from factlint.facts.model import Clock, Length, Moment
from factlint.facts.time.calendar import is_floating
from factlint.relations.time.frame import apart, comparable

#: The least and most days from one time to the other; negative where the second is the earlier.
Gap = tuple[float, float]

_DAY = 24 * 60
_WEEK = 7
_HOURS = 0.9  # days by which the hours of two days may bring them nearer or farther
_HALF = 0.4  # of a day, by which days that are counted may differ
_YEAR = 365
_SHORT = ("min", "h")
_FINE = {
    "h": ("day", "weekday"),
    "d": ("day", "weekday"),
    "week": ("day", "weekday"),
    "fortnight": ("day", "weekday"),
    "month": ("day", "month", "weekday"),
    "year": ("day", "month", "season", "year", "weekday"),
    "decade": ("day", "month", "season", "year", "weekday"),
    "century": ("day", "month", "season", "year", "decade", "weekday"),
}


def fits(time: Moment | Clock, length: Length) -> bool:
    """Whether a time is told finely enough for the length's unit to be counted from it."""
    if isinstance(time, Clock):
        return length.unit in _SHORT and time.exact
    if length.unit == "h" and length.low < 1:
        return False
    told = bool(time.options) or (time.weekday is not None and length.high <= _WEEK)
    return told and time.kind in _FINE.get(length.unit, ())


def gaps(one: Moment | Clock, two: Moment | Clock) -> list[Gap]:
    """From one time to another, in every reading; days without a year may lie on either side of New Year."""
    if isinstance(one, Clock) or isinstance(two, Clock):
        if not (isinstance(one, Clock) and isinstance(two, Clock)):
            return []
        return [
            ((late - early) % _DAY / _DAY, (late - early) % _DAY / _DAY)
            for early in {one.low, one.high}
            for late in {two.low, two.high}
        ]
    found: list[Gap] = []
    named = "weekday" in (one.kind, two.kind) or not (one.options and two.options)
    # “Saturday, 24 October … Wednesday”, in an article whose day tells which Wednesday
    told = one.options and two.options and one.kind != two.kind
    if named and not told and one.weekday is not None and two.weekday is not None:
        days = (two.weekday - one.weekday) % _WEEK
        return [(days - _HOURS, days + _HOURS), (days, days)]
    for early in one.options:
        for late in two.options:
            if comparable(early, late):
                low, high = apart(early, late)
                found.append((low, high))
                if is_floating(early) or _yearless(one) or _yearless(two):
                    found += [(low + _YEAR, high + _YEAR), (low - _YEAR, high - _YEAR)]
    return found


def _yearless(moment: Moment) -> bool:
    """Whether the year of a day or month is only guessed."""
    return not moment.fixed and not moment.relative


def left_open(length: Length, exact: bool, wider: float, whole: bool = False) -> Gap:
    """The days that a length leaves open; “two days after”, and so many nights or one fewer, are exactly so many.

    whole: whether it is counted from a beginning to an end, of which both days may count.
    """
    counted = length.unit == "d" and not length.hedge and length.high <= _WEEK + 1
    if counted and (exact or whole or length.role in ("later", "earlier")):
        days = round((length.low + length.high) / 2)
        return days - _HALF - (exact or whole), days + _HALF
    return max(0.0, length.low - wider), length.high + wider


def by_size(found: list[Gap]) -> list[Gap]:
    """The same gaps whichever time comes first."""
    return [_size(low, high) for low, high in found]


def _size(low: float, high: float) -> Gap:
    if low >= 0:
        return low, high
    return (-high, -low) if high < 0 else (0.0, max(high, -low))


def nearest(found: list[Gap], length: Length) -> Gap | None:
    """The gap that is nearest to what a length says."""
    middle = (length.low + length.high) / 2
    return min(found, key=lambda gap: abs((gap[0] + gap[1]) / 2 - middle), default=None)
