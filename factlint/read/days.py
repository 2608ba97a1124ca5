"""A day written in full → ISO 8601, as date lines and front matter write the day of publication."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SHORTEST_LIFE = 10  # years between the two days of a line that tell of a life, not of publication
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")


class Day(NamedTuple):
    """A day in a line.

    start: its first character in the line, the weekday's where there is one.
    end: one past its last character.
    iso: the day in ISO 8601; None where the year is missing, or the order of day and month is open.
    dated: whether a year stands with it.
    """

    start: int
    end: int
    iso: str | None
    dated: bool


def find_days(words: str, lexicon: Lexicon) -> list[Day]:
    """The days that a line names by day and month, in order of place."""
    found: list[Day] = []
    if _DIGIT.search(words) is None:
        return found
    months = lexicon.table("months")
    for match in _patterns(lexicon).finditer(words):
        parts = match.groupdict()
        month = months[(parts["month_1"] or parts["month_2"] or parts["month_3"]).lower()]
        day = int(parts["day_1"] or parts["day_2"] or parts["day_3"])
        year = parts["year_1"] or parts["year_2"] or parts["year_3"]
        iso = _iso(int(year), month, day) if year else None
        found.append(Day(match.start(), match.end(), iso, year is not None))
    for match in _ISO.finditer(words):
        found.append(Day(match.start(), match.end(), _iso(*(int(part) for part in match.groups())), True))
    for match in _NUMERIC.finditer(words):
        first, mark, second, year = match.groups()
        found.append(Day(match.start(), match.end(), _in_order(int(first), mark, int(second), int(year)), True))
    return sorted(found)


def spans_a_life(days: list[Day]) -> bool:
    """Whether the days of one line lie as far apart as a birth and a death: “7 March 1938 – 12 May 2021”."""
    years = [int(day.iso[:4]) for day in days if day.iso]
    return bool(years) and max(years) - min(years) >= _SHORTEST_LIFE


def _in_order(first: int, mark: str, second: int, year: int) -> str | None:
    """Stops are written behind the day first; of slashes only the numbers can tell."""
    if mark == "." or first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> re.Pattern[str]:
    months, weekdays, suffixes, of = (
        "|".join(sorted(map(re.escape, lexicon.words(name)), key=len, reverse=True)) or "(?!)"
        for name in ("months", "weekdays", "ordinal-suffixes", "of-words")
    )
    weekday = rf"(?:\b(?:{weekdays})\b\.?,?\s+(?:the\s+)?)?"
    year = r"(?P<year_{0}>(?:1[6-9]|20)\d\d)\b"
    day = rf"(?P<day_{{0}}>\d{{{{1,2}}}})(?:{suffixes})?\b"
    return re.compile(
        rf"{weekday}(?:"
        rf"(?<![\d.,:/-]){day.format(1)}\s+(?:(?:{of})\s+)?(?P<month_1>{months})\b\.?(?:,?\s+{year.format(1)})?"
        rf"|\b(?P<month_2>{months})\b\.?\s+{day.format(2)}(?!:)(?:,?\s+{year.format(2)})?"
        rf"|(?<!\d){year.format(3)}\s+(?P<month_3>{months})\b\.?\s+{day.format(3)}"
        rf")",
        re.IGNORECASE,
    )
