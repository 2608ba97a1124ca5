"""Rounding: the interval that a figure as written may stand for, and how results are written in a message."""

from __future__ import annotations

from math import inf

from factlint.facts.model import Figure, Interval


def half(figure: Figure) -> float:
    """How far the true value may lie from the written one, by its last significant place.

    A small whole count is exact; a round count or price may be rounded, by at most a tenth of itself.
    """
    if figure.form in ("fraction", "ratio"):
        return abs(figure.value) * 0.08
    width = figure.step / 2
    # A price in full, like a count, is what it says; a sum in millions is rounded.
    plainly = figure.dimension == "count" or (figure.dimension == "money" and figure.value < 10_000)
    if plainly and figure.step <= 1:
        width = 0.0
    if figure.step >= 10 and figure.step <= figure.value:
        width = min(width, figure.value * (0.01 if plainly else 0.06))
    if figure.precision != "exact":
        width = max(width, figure.value * 0.05)
    return width


def around(value: float, width: float = 0.0) -> Interval:
    """A value and all that lie no further from it than a width."""
    return Interval(value - width, value + width)


def bounded(figure: Figure, value: float) -> Interval:
    """A value as it is told: “less than half” is whatever is no more, “over half” whatever is no less."""
    return Interval(0.0 if figure.precision == "under" else value, inf if figure.precision == "over" else value)


def percent_slack(figure: Figure) -> float:
    """How many points a stated percentage may be off: rounding, or cutting off, and more where it is hedged."""
    if figure.form in ("fraction", "ratio"):
        return max(3.0, figure.value * 100 * 0.12) if figure.precision == "exact" else figure.value * 100 * 0.2
    slack = max(figure.step, 0.1) if figure.step < 10 else 1.0
    return slack if figure.precision == "exact" else slack + max(2.0, figure.value * 0.1)


def in_percent(figure: Figure) -> float:
    """A share as a percentage, whether it is written as one or as a fraction."""
    return figure.value if figure.unit is not None else figure.value * 100


def plain(value: float) -> str:
    """A number for a message: no more digits than one can check."""
    if abs(value) >= 100 or abs(value - round(value)) < 0.005:
        return f"{round(value):,}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2g}"


def percent(value: float) -> str:
    """A percentage for a message."""
    return f"{plain(round(value, 1) if abs(value) < 10 else round(value))}%"


def scaled(value: float) -> str:
    """A large number for a message, in millions, billions or trillions: 4.8m."""
    for size, letters in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if value >= size:
            return f"{value / size:.4g}{letters}"
    return plain(value)
