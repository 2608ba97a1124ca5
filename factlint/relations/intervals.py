"""Intervals: what sums of values that are only known within bounds come to."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.facts.model import Interval


def total(spans: Iterable[Interval]) -> Interval:
    """The sum of them all."""
    low = high = 0.0
    for span in spans:
        low, high = low + span.low, high + span.high
    return Interval(low, high)


def less(one: Interval, two: Interval) -> Interval:
    """What is left of one after the other is taken from it."""
    return Interval(one.low - two.high, one.high - two.low)


def apart(one: Interval, two: Interval) -> Interval:
    """How far they lie from one another, whichever is the greater."""
    low, high = less(one, two)
    if low <= 0 <= high:
        return Interval(0, max(-low, high))
    return Interval(low, high) if low > 0 else Interval(-high, -low)


def over(one: Interval, two: Interval) -> Interval | None:
    """One divided by the other, both positive; none where the divisor may be nothing."""
    if two.low <= 0 or one.low < 0:
        return None
    return Interval(one.low / two.high, one.high / two.low)


def times(one: Interval, two: Interval) -> Interval:
    """One multiplied by the other, both positive."""
    return Interval(one.low * two.low, one.high * two.high)


def scaled(span: Interval, factor: float, plus: float = 0.0) -> Interval:
    """Every value multiplied, then moved."""
    low, high = span.low * factor + plus, span.high * factor + plus
    return Interval(min(low, high), max(low, high))


def widened(span: Interval, share: float) -> Interval:
    """The span with a share of its greater end on either side."""
    width = share * max(abs(span.low), abs(span.high))
    return Interval(span.low - width, span.high + width)


def meet(one: Interval, two: Interval) -> bool:
    """Whether they have a value in common; what floating point loses is allowed for."""
    slack = 1e-9 * max(abs(one.high), abs(two.high), 1.0)
    return one.low <= two.high + slack and two.low <= one.high + slack


def middle(span: Interval) -> float:
    """The value half way between its ends."""
    return (span.low + span.high) / 2
