"""Slips: whether a figure as written is a slip of the pen for another: digits swapped, one wrong, the point moved."""

from __future__ import annotations

from typing import Literal

from factlint.record import NamedTuple

_TELLING = 3  # significant digits from which a likeness of digits is no chance
_SIGNIFICANT = 6
_TENFOLD = 10.0
_LIKE = 3.3  # times as much: two values of like size
_POWERS = (10.0, 100.0, 1000.0, 1_000_000.0)


def is_slip(written: float, meant: float, telling_from: int = _TELLING) -> bool:
    """Whether two unequal values have the same digits but for a swap, one digit, or the place of the point.

    `telling_from` is the number of digits from which one wrong digit is a slip.
    """
    one, two = _digits(written), _digits(meant)
    if max(len(one), len(two)) < 2 or written <= 0 or meant <= 0:
        return False
    if one == two:
        return written != meant
    if abs(len(one) - len(two)) == 1:
        longer, shorter = (one, two) if len(one) > len(two) else (two, one)
        return len(longer) >= _TELLING and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(one) != len(two) or len(one) < telling_from:
        return False
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    if len(apart) == 1:
        return True
    return len(apart) == 2 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]


class Slip(NamedTuple):
    """How one value is a slip of the pen for another.

    sort: swap (two digits side by side have changed places), far-swap (two others have), digit (one digit is another)
        or power (ten or more times as much).
    digits: significant digits of the two.
    """

    sort: Literal["swap", "far-swap", "digit", "power"]
    digits: int


def slip_of(written: float, meant: float) -> Slip | None:
    """The slip that makes one value of the other, both of like size but where the point has moved; none for others."""
    if written <= 0 or meant <= 0 or written == meant:
        return None
    one, two = _digits(written), _digits(meant)
    if one == two:
        return Slip("power", len(one)) if max(written, meant) / min(written, meant) in _POWERS else None
    if len(one) != len(two) or not 1 / _TENFOLD < written / meant < _TENFOLD:
        return None
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    if len(apart) == 1:
        return Slip("digit", len(one)) if 1 / _LIKE < written / meant < _LIKE else None
    if len(apart) == 2 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]:
        return Slip("swap" if apart[1] - apart[0] == 1 else "far-swap", len(one))
    return None


def telling(value: float) -> int:
    """How many significant digits a value has."""
    return len(_digits(value))


def _digits(value: float) -> str:
    """The significant digits: “261” for 261,000."""
    return (
        f"{value:.{_SIGNIFICANT}g}".replace(".", "").lstrip("0").rstrip("0")
        if abs(value) < 10**_SIGNIFICANT
        else (str(round(value)).rstrip("0"))
    )
