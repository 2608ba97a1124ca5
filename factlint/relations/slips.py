"""Slips: whether a figure as written is a slip of the pen for another: digits swapped, one wrong, the point moved."""

from __future__ import annotations

_TELLING = 3  # significant digits from which a likeness of digits is no chance
_SIGNIFICANT = 6


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
