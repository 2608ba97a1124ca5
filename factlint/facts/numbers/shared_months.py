"""Days that borrow their month from another date: “Mon 7 and Fri 11 July”, “Friday 3 July … Sunday the 19th”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens

_REACH = 400  # tokens back to the date whose month is meant
_TURN = 15  # days by which a day must lie back to be of the month after


class Day(NamedTuple):
    """A day of a month that another date names: its tokens, the parts of its date, 0 for a Monday or none."""

    first: int
    last: int
    year: int | None
    month: int
    day: int
    weekday: int | None


class Dated(NamedTuple):
    """What is known of a date found before: its tokens and its parts."""

    first: int
    last: int
    year: int | None
    month: int
    day: int | None


def find_sharing(tokens: Tokens, found: Sequence[Dated], lexicon: Lexicon) -> Iterator[Day]:
    """Each day that stands before a date and shares its month, and each weekday with a bare number."""
    taken = {at for date in found for at in range(date.first, date.last)}
    for date in found:
        day = _before(tokens, date, lexicon) if date.day else None
        if day is not None and taken.isdisjoint(range(day.first, day.last)):
            taken.update(range(day.first, day.last))
            yield day
    weekdays = lexicon.table("weekdays")
    for at in tokens.positions(weekdays.keys()):
        day = None if at in taken or not tokens.texts[at][0].isupper() else _behind(tokens, at, found, lexicon)
        if day is not None and taken.isdisjoint(range(day.first, day.last)):
            yield day


def _before(tokens: Tokens, date: Dated, lexicon: Lexicon) -> Day | None:
    """ "Mon 7 and Fri 11 July", "from 4 to 8 June": the day before the joiner."""
    at = date.first - 1
    if at < 1 or tokens.lowers[at] not in lexicon.words("day-list-joiners"):
        return None
    last = at
    at -= 1
    if tokens.lowers[at] in lexicon.words("ordinal-suffixes") and not tokens.spaced(at):
        at -= 1
    if at < 1 or not _is_day(tokens.texts[at]):
        return None
    weekday = lexicon.table("weekdays").get(tokens.lowers[at - 1]) if tokens.texts[at - 1][0].isupper() else None
    if weekday is None and tokens.lowers[at - 1] not in lexicon.words("before-listed-days"):
        return None
    number = int(tokens.texts[at])
    if not date.day or number >= date.day:
        return None
    return Day(at if weekday is None else at - 1, last, date.year, date.month, number, weekday)


def _behind(tokens: Tokens, weekday: int, found: Sequence[Dated], lexicon: Lexicon) -> Day | None:
    """ "Sunday the 19th": of the month that was told last, or the one after it."""
    at = weekday + 1
    the = at < len(tokens) and tokens.lowers[at] in lexicon.words("definite-articles")
    at += the
    suffixed = at + 1 < len(tokens) and tokens.lowers[at + 1] in lexicon.words("ordinal-suffixes")
    if at >= len(tokens) or not _is_day(tokens.texts[at]) or not (suffixed and not tokens.spaced(at + 1)):
        return None
    told = [date for date in found if date.last <= weekday and date.last > weekday - _REACH and date.day]
    if not told:
        return None
    number, last = int(tokens.texts[at]), told[-1]
    month, year = last.month, last.year
    if number < (last.day or 0) - _TURN:
        month, year = (month + 1, year) if month < 12 else (1, None if year is None else year + 1)
    return Day(weekday, at + 2, year, month, number, lexicon.table("weekdays")[tokens.lowers[weekday]])


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and 0 < int(text) <= 31
