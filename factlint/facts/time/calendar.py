"""The calendar in day numbers: the days that a month, season, year or decade covers, and steps from one day on.

A day number is the proleptic Gregorian ordinal, 1 for the first of January of the year 1. Days that a text names
without a year, in an article that is not dated, lie in the year `FLOATING`: they can be held against one another alone.
"""

from __future__ import annotations

from datetime import date

#: First and last day number, both included.
Days = tuple[int, int]

#: The year of days whose year nobody tells.
FLOATING = 3
_LAST_FLOATING = 366 * (FLOATING + 2)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_floating(days: Days) -> bool:
    """Whether the year of the days is not known."""
    return days[1] < _LAST_FLOATING


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day; a day that its month has not is the month's last."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, min(day, 29 if month == 2 and leap else _LENGTHS[month - 1])).toordinal()


def months(year: int, first: int, last: int) -> Days:
    """The days from the first of one month to the last of another; months past 12 lie in the year after."""
    return day_number(*_month(year, first), 1), day_number(*_month(year, last + 1), 1) - 1


def years(first: int, last: int) -> Days:
    """The days from New Year of one year to the last of another; what no calendar has is cut off."""
    return date(max(1, first), 1, 1).toordinal(), date(min(9999, max(1, last)), 12, 31).toordinal()


def of_iso(value: str) -> Days:
    """The days of an ISO 8601 date: a day, a month or a year."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return years(parts[0], parts[0])
    if len(parts) == 2:
        return months(parts[0], parts[1], parts[1])
    number = day_number(parts[0], parts[1], parts[2])
    return number, number


def parts_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    found = date.fromordinal(max(1, number))
    return found.year, found.month, found.day


def moved(number: int, by_months: int) -> int:
    """The day so many months on, or back where negative; the last of the month where it is shorter."""
    year, month, day = parts_of(number)
    year, month = _month(year, month + by_months)
    return day_number(min(max(year, 1), 9998), month, day)


def weekday(number: int) -> int:
    """0 for a Monday."""
    return (number - 1) % 7


def _month(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1
