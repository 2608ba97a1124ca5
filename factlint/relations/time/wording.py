"""Lengths that were worked out, in words."""

from __future__ import annotations

from factlint.lexicon import Lexicon


def told(lexicon: Lexicon, low: float, high: float, unit: str) -> str:
    """A number of days in the words of a unit: “13 days”, “4 or 5 years”, “about 13 months”, “3 hours 30 minutes”."""
    name, one, many = lexicon.values("length-names")[unit]
    day = lexicon.table("time-unit-days")[name]
    first, last = sorted((abs(low) / day, abs(high) / day))
    words = lexicon.values("time-workings")
    if name == "year" and first < 2 and last < 3 and last - first < 1:
        name, one, many = lexicon.values("length-names")["month"]
        day = lexicon.table("time-unit-days")["month"]
        first, last = sorted((abs(low) / day, abs(high) / day))
    hours, minutes = divmod(round(first * 60), 60)
    if name == "h" and first == last and hours and minutes:  # “3 hours 30 minutes”
        return " ".join(
            (told(lexicon, hours / 24, hours / 24, "h"), told(lexicon, minutes / 1440, minutes / 1440, "min"))
        )
    least, most = round(first), round(last)
    if name in ("year", "month") and most - least > 1:
        most = round(last - 0.01)
    if most == least:
        number: object = least
    elif most == least + 1:
        number = words["either"].format(one=least, two=most)
    else:
        number = words["range"].format(one=least, two=most)
    text: str = words["length"].format(number=number, unit=one if most == least == 1 else many)
    return text
