"""Feasts: the days of a year that have a name, those of one date, those that are the nth weekday, and Easter's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from factlint.facts.time.calendar import day_number
from factlint.facts.time.calendar import weekday as weekday_of
from factlint.relations.time.frame import Frame

_WEEK = 7


def feasts(frame: Frame, told_before: bool = False) -> Iterator[tuple[int, int, Callable[[int], int]]]:
    """Each named day of an article: its first token, one past the last, and what gives its day number in a year.

    A name that another's is part of (“Christmas” in “Christmas Eve”) stands for the longer one alone. told_before: also
    those that are called past (“since Easter Monday”), which are not the next of their name.
    """
    lexicon = frame.facts.lexicon
    found: list[tuple[int, int, Callable[[int], int]]] = []
    for name, reader in (("named-days", _fixed), ("feast-days", _fixed), ("nth-days", _nth), ("easter-days", easter)):
        labels = lexicon.table(name)
        for first, last in frame.tokens.phrases(lexicon.phrases(name)):
            label = str(labels[" ".join(frame.lowers[first:last]).replace(" '", "'")])
            found.append((first, last, partial(reader, label)))
    for first, last, date_in in found:
        inside = any(one <= first and last <= two and two - one > last - first for one, two, _ in found)
        capital = frame.tokens.texts[first][0].isupper()
        past = first > 0 and frame.has("not-the-next-one", frame.lowers[first - 1 : first])
        if capital and not inside and (told_before or not past):
            yield first, last, date_in


def _fixed(label: str, year: int) -> int:
    month, day = (int(part) for part in label.split())
    return day_number(year, month, day)


def _nth(label: str, year: int) -> int:
    """The nth of a weekday in a month, 0 for a Monday; -1 is the last."""
    month, weekday, number = (int(part) for part in label.split())
    if number > 0:
        first = day_number(year, month, 1)
        return first + (weekday - weekday_of(first)) % _WEEK + (number - 1) * _WEEK
    last = day_number(year, month, 31)
    return last - (weekday_of(last) - weekday) % _WEEK


def easter(label: str, year: int) -> int:
    """So many days from Easter Sunday of the western churches; the method of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leaps, left = divmod(century, 4)
    correction = (century + 8) // 25
    epact = (19 * golden + century - leaps - (century - correction + 1) // 3 + 15) % 30
    later = (32 + 2 * left + 2 * (rest // 4) - epact - rest % 4) % 7
    full = (golden + 11 * epact + 22 * later) // 451
    month, day = divmod(epact + later - 7 * full + 114, 31)
    return day_number(year, month, day + 1) + int(label)


def eastern(date_in: Callable[[int], int], year: int) -> int | None:
    """The day of the same name where Easter is kept by the old calendar; none of what is not counted from Easter."""
    if not isinstance(date_in, partial) or date_in.func is not easter:
        return None
    after = (19 * (year % 19) + 15) % 30
    month, day = divmod(after + (2 * (year % 4) + 4 * (year % 7) - after + 34) % 7 + 114, 31)
    behind = year // 100 - year // 400 - 2  # days by which the old calendar is behind the new
    return day_number(year, month, 1) + day + behind + int(date_in.args[0])
