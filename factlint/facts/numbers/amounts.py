"""Amounts: a value that was worked out, written as the article writes the figure that it is held against."""

from __future__ import annotations

import re
import unicodedata

_AMOUNT = re.compile(r"(?P<before>[^\d]*)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<after>[^\d]*)")
_LEAST, _MOST = 0.1, 10_000  # multiples of a magnitude outside which it is not used: £0.05bn, 25,000m
_SAME = 1e-6


def written_like(value: float, model: str, worth: float) -> str | None:
    """A value with the sign, the magnitude and the unit of a model: £1.5m beside “£2.5m”, Rs 12 crore.

    `model` is the text of a figure and `worth` its value. None where the text is no sign, number and unit, or the value
    is too large or too small for the model's magnitude.
    """
    match = _AMOUNT.fullmatch(model.strip())
    if match is None or value < 0:
        return None
    number = float(match["digits"].replace(",", ""))
    if not number or worth <= 0:
        return None
    magnitude = worth / number
    scaled = value / magnitude
    if magnitude > 1 + _SAME and not _LEAST <= scaled < _MOST:
        return None
    digits = digits_of(scaled)
    if "." in digits and not match["after"] and any(unicodedata.category(sign) == "Sc" for sign in match["before"]):
        digits = f"{scaled:,.2f}"  # £8.40
    return match["before"] + digits + match["after"]


def digits_of(value: float) -> str:
    """A number in figures with no more decimal places than one can check: 4,607; 52.5; 3.75."""
    places = 2 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
    digits = f"{value:,.{places}f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
