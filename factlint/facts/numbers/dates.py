"""Dates and times: the day, month, year or hour that a passage names, and whether the calendar has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Date
from factlint.facts.numbers.numeric_dates import numeric_dates
from factlint.facts.numbers.shared_months import Dated, find_sharing
from factlint.facts.numbers.workings import say
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.tokens import DASHES, Tokens

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph

Day = tuple[int, int, int]

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_TOP = 5  # blocks among which a line with the day stands
_SHORT_LINE = 14  # tokens of such a line
_SHORTEST_LIFE = 10  # years between the two days of a line that tell of a life, not of publication
_SURELY_THIS = 120  # days from the day of writing within which a date without a year lies in the nearest one
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Calendar(Bundle):
    """The calendar's words, unpacked once."""

    months: dict[str, int]
    weekdays: dict[str, int]
    weekday_names: tuple[str, ...]
    month_names: tuple[str, ...]
    suffixes: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    ordinals: dict[str, int]
    sides: frozenset[str]
    short_counts: frozenset[str]
    plurals: frozenset[str]
    whole_months: frozenset[str]
    month_openers: frozenset[str]
    capital: bool

    def is_name(self, text: str) -> bool:
        """Whether the name of a month or weekday may be written so; Dutch and French write them small."""
        return not self.capital or text[0].isupper() or text[text.rfind("-") + 1].isupper()


@lru_cache(maxsize=4)
def _calendar(lexicon: Lexicon) -> _Calendar:
    return _Calendar(
        dict(lexicon.table("months")),
        dict(lexicon.table("weekdays")),
        tuple(lexicon.values("weekday-names")),
        tuple(lexicon.values("month-names")),
        lexicon.words("ordinal-suffixes"),
        lexicon.words("of-words"),
        lexicon.words("definite-articles"),
        dict(lexicon.table("ordinals")),
        lexicon.words("sides-of-day-words"),
        lexicon.words("before-day-numbers"),
        lexicon.words("irregular-plurals"),
        frozenset(name.lower() for name in lexicon.values("month-names")),
        lexicon.words("month-openers"),
        any(name != name.lower() for name in lexicon.values("month-names")),
    )


class _Found(NamedTuple):
    """A date by its parts and tokens, before it is put on the calendar."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    order: str = ""


def find_dates(facts: Facts) -> tuple[Date, ...]:
    """Every date, year and clock time in order of place; relative ones are resolved where the article is dated."""
    tokens, words = facts.tokens, _calendar(facts.lexicon)
    found = _calendar_dates(tokens, words)
    found = _with_numeric(tokens, found, words)
    found = _with_shared(tokens, found, facts.lexicon)
    taken = {position for date in found for position in range(date.first, date.last)}
    today = written_on(facts, found)
    dates = [_dated(facts, date, words, today) for date in found]
    from factlint.facts.numbers.days import find_relative, find_times, find_years

    dates += find_relative(facts, taken, today)
    dates += find_times(facts, taken)
    dates += find_years(facts, taken)
    return tuple(sorted(dates))


def written_on(facts: Facts, found: Iterable[_Found | Date]) -> Day | None:
    """The day of writing: the metadata's, that of a line at the top, or that of the file's name."""
    stated = _day_in(facts.article.metadata.date or "")
    if stated:
        return stated
    closing: Day | None = None
    latest = 0
    for date in found:
        latest = max(latest, date.year or 0)
        if date.year and date.month and date.day and is_possible(date.year, date.month, date.day):
            block = facts.paragraph_at(facts.tokens.starts[date.first])
            heads = block.kind in ("dateline", "byline", "credit") and not _tells_of_a_life(facts, block)
            if heads or _is_date_line(facts, date, block):
                return (date.year, date.month, date.day)
            if _at_the_foot(facts, date, block):
                closing = (date.year, date.month, date.day)
    if closing is not None and latest <= closing[0] + 1:  # no “100 years ago: July 9, 1925”
        return closing
    return _day_in(facts.article.path.replace("\\", "/").rpartition("/")[2])


def _at_the_foot(facts: Facts, date: _Found | Date, block: Paragraph) -> bool:
    """Whether a date ends a short line at the foot: “Reporting by Klara Voss, 23 November 2026”."""
    last = facts.paragraphs[-1].number
    if block.number < max(1, last - 1) or block.last - block.first > _SHORT_LINE or date.last != block.last:
        return False
    return not _tells_of_a_life(facts, block)


def _tells_of_a_life(facts: Facts, block: Paragraph) -> bool:
    """Whether a short line says when somebody was born or died: “7 March 1938 – 12 May 2021” as well."""
    lives = facts.lexicon.union("birth-words", "death-verbs")
    if not lives.isdisjoint(facts.tokens.lowers[block.first : block.last]):
        return True
    years = [int(word) for word in facts.tokens.texts[block.first : block.last] if is_year(word)]
    return bool(years) and max(years) - min(years) >= _SHORTEST_LIFE


def _day_in(text: str) -> Day | None:
    """The first ISO date in a text, where the calendar has it and news can be about its year."""
    stated = _ISO.search(text)
    if not stated:
        return None
    year, month, day = (int(part) for part in stated.groups())
    possible = is_year(stated[1]) and 1 <= month <= 12 and is_possible(year, month, day)
    return (year, month, day) if possible else None


def _is_date_line(facts: Facts, date: _Found | Date, block: Paragraph) -> bool:
    """Whether a date stands in a short line at the top, “Holm Gazette, 12 June 2024”, or opens a paragraph there."""
    tokens = facts.tokens
    ahead = tokens.texts[block.first : date.first]
    opens = len(ahead) <= _SHORT_LINE // 2 and all(word[0].isupper() or word == "," for word in ahead)
    short = block.last - block.first <= _SHORT_LINE
    if short and _tells_of_a_life(facts, block):
        return False
    if block.number <= _TOP and opens and date.last < block.last and tokens.texts[date.last] in (*DASHES, "|"):
        return True
    if not short or not 0 < block.number <= _TOP or tokens.texts[block.last - 1] in ".!?":
        return False
    around = range(block.first, date.first), range(date.last, block.last)
    if date.last == block.last and tokens.lowers[block.first] in facts.lexicon.words("byline-openers"):
        return True  # “By our sports desk, 12 May 2024”
    usual = facts.lexicon.words("date-line-words")
    return all(tokens.lowers[at] in usual or not tokens.texts[at][0].islower() for part in around for at in part)


def day_of_writing(facts: Facts) -> Day | None:
    """The day of writing once the dates are found."""
    return written_on(facts, facts.dates)


# ----------------------------------------------------------------------------------------------------- calendar dates


def _calendar_dates(tokens: Tokens, words: _Calendar) -> list[_Found]:
    """Every date that names a month, and ISO dates."""
    found: list[_Found] = []
    taken = -1
    for month in tokens.positions(frozenset(words.months)):
        if month < taken or not words.is_name(tokens.texts[month]):
            continue
        date = _around_month(tokens, month, words)
        if date is not None and date.first >= taken:
            found.append(date)
            taken = date.last
    return found


def _with_numeric(tokens: Tokens, found: list[_Found], words: _Calendar) -> list[_Found]:
    """The dates with those in figures, which may hold a month's name in short."""
    numeric = numeric_dates(tokens, words.months)
    if not numeric:
        return found
    taken = {at for date in numeric for at in range(date.first, date.last)}
    found = [date for date in found if taken.isdisjoint(range(date.first, date.last))]
    for date in numeric:
        weekday, first = _weekday_before(tokens, date.first, words)
        last = date.last
        if weekday is None:
            weekday, last = _weekday_after(tokens, last, words)
        found.append(_Found(first, last, date.year, date.month, date.day, weekday, date.order))
    return sorted(found)


def _with_shared(tokens: Tokens, found: list[_Found], lexicon: Lexicon) -> list[_Found]:
    """The dates with the days that borrow their month from one of them."""
    told = [Dated(d.first, d.last, d.year, d.month, d.day) for d in found if d.month is not None]
    shared = find_sharing(tokens, told, lexicon)
    return sorted([*found, *(_Found(d.first, d.last, d.year, d.month, d.day, d.weekday) for d in shared)])


def _around_month(tokens: Tokens, month: int, words: _Calendar) -> _Found | None:
    texts, total = tokens.texts, len(tokens)
    number = words.months[tokens.lowers[month]]
    first, last = month, month + 1
    if last < total and texts[last] == "." and len(texts[month]) < 5 and not tokens.spaced(last):
        last += 1
    day, first = _day_before(tokens, month, words)
    if day is None:
        day, last = _day_after(tokens, last, words)
    year, last = _year_after(tokens, last, spaced_only=day is None)
    if year is None and first == month and month and is_year(texts[month - 1]) and tokens.spaced(month):
        year, first = int(texts[month - 1]), month - 1  # "2018 March 18"
    if texts[last - 1] == "." and (last == total or not texts[last][0].islower()):
        last -= 1  # the stop of the sentence
    if day is None and year is None and month + 1 == last and not _stands_alone(tokens, month, words):
        return None
    weekday, first = _weekday_before(tokens, first, words)
    if weekday is None and day is not None:
        weekday, last = _weekday_after(tokens, last, words)
    return _Found(first, last, year, number, day, weekday)


def _stands_alone(tokens: Tokens, month: int, words: _Calendar) -> bool:
    """Whether a lone month word is a month: not at a sentence's start, where it may be a name or a verb."""
    if "-" in tokens.texts[month]:
        return True  # “Mid-May was dry”
    if not month:
        return False
    if not tokens.texts[month - 1][0].islower():
        # “In April the envelope came”, not “In April Jones's house” nor a title in capitals.
        name = month + 1 < len(tokens) and tokens.texts[month + 1][0].isupper()
        opens = month == 1 or not tokens.texts[month - 2][0].isalnum()
        return (
            opens and not name and tokens.lowers[month - 1] in words.month_openers and not tokens.texts[month].isupper()
        )
    long = len(tokens.texts[month]) > 4
    return long or (tokens.lowers[month] in words.whole_months and tokens.lowers[month - 1] in words.month_openers)


def _day_before(tokens: Tokens, month: int, words: _Calendar) -> tuple[int | None, int]:
    """ "4 May", "the 4th of May", "the fourth of May": the day and the date's first token."""
    at = month - 1
    lowers = tokens.lowers
    if at > 0 and lowers[at] in words.of:
        at -= 1
        if at >= 0 and lowers[at] in words.ordinals and lowers[at].endswith(tuple(words.suffixes)):
            return words.ordinals[lowers[at]], at
        suffixed = at > 0 and lowers[at] in words.suffixes and not tokens.spaced(at)
        if not suffixed:
            return None, month
    if at > 0 and lowers[at] in words.suffixes and not tokens.spaced(at):
        at -= 1
    if at < 0 or not tokens.texts[at].isdecimal() or len(tokens.texts[at]) > 2:
        return None, month
    day = int(tokens.texts[at])
    if day == 0 or day > 39:
        return None, month
    if day > 31 and not _closes(tokens, month + 1, words):
        return None, month
    if at and (tokens.texts[at - 1] in ("$", "£", "€") or lowers[at - 1] in words.short_counts):
        return None, month
    first = at
    if first and lowers[first - 1] in words.articles:
        first -= 1
    return day, first


def _closes(tokens: Tokens, at: int, words: _Calendar) -> bool:
    """Whether no plural noun follows that the number could count: "in March 32 people came"."""
    if at >= len(tokens):
        return True
    word = tokens.lowers[at]
    return word not in words.plurals and not (len(word) > 4 and word.endswith("s") and word.isalpha())


def _day_after(tokens: Tokens, at: int, words: _Calendar) -> tuple[int | None, int]:
    """ "May 4", "May the 4th": the day and the token behind it."""
    total = len(tokens)
    here = at
    if (
        here < total
        and tokens.lowers[here] in words.articles
        and here + 1 < total
        and tokens.texts[here + 1].isdecimal()
    ):
        here += 1
    if here >= total or not tokens.texts[here].isdecimal() or len(tokens.texts[here]) > 2:
        return None, at
    day = int(tokens.texts[here])
    last = here + 1
    if last < total and tokens.lowers[last] in words.suffixes and not tokens.spaced(last):
        last += 1
    elif last < total and not tokens.spaced(last) and tokens.texts[last] not in ",.;)-–—:'’”\"":
        return None, at
    if day == 0 or day > 39:
        return None, at
    if day > 31 and not _closes(tokens, last, words):
        return None, at
    return day, last


def _year_after(tokens: Tokens, at: int, spaced_only: bool) -> tuple[int | None, int]:
    """ ", 2015" or "2015" behind a month or day: the year and the token behind it."""
    here = at
    if here + 1 < len(tokens) and tokens.texts[here] == ",":
        here += 1
    if here < len(tokens) and is_year(tokens.texts[here]) and tokens.spaced(here):
        return int(tokens.texts[here]), here + 1
    return None, at


def is_year(text: str) -> bool:
    """Whether four digits can be a year that news is about."""
    return len(text) == 4 and text.isdecimal() and (text[:2] in ("20", "19", "18", "17", "16", "15"))


def _weekday_before(tokens: Tokens, first: int, words: _Calendar) -> tuple[int | None, int]:
    """ "Tuesday, 4 May", "Tuesday the 4th of May", "Tuesday (May 4": the weekday and the date's first token."""
    at = first - 1
    while (
        at > first - 3
        and at > 0
        and (tokens.texts[at] in (",", "(") or (tokens.texts[at] == "." and not tokens.spaced(at)))
    ):
        at -= 1
    if at > 0 and tokens.lowers[at] in words.sides and tokens.lowers[at - 1] in words.weekday_names:
        at -= 1  # “Friday night, 6 September”
    if at >= 0 and tokens.lowers[at] in words.weekdays and words.is_name(tokens.texts[at]):
        full = tokens.lowers[at] in words.weekday_names  # a stop behind it ends a sentence
        paper = at > 0 and tokens.lowers[at - 1] in words.articles and not full
        gap = tokens.text[tokens.ends[at] : tokens.starts[first]]
        apart = _BLANK_LINE.search(gap) is not None or ("\n" in gap and not full)  # “The Lund Sun” over “14 May”
        if not paper and not apart and not (full and tokens.texts[at + 1] == "."):  # "the Sun, 14 May 2005"
            return words.weekdays[tokens.lowers[at]], at
    return None, first


def _weekday_after(tokens: Tokens, last: int, words: _Calendar) -> tuple[int | None, int]:
    """ "4 May 2005, a Tuesday", "May 4, 2005 (Tuesday)": the weekday and the token behind it."""
    at = last
    if at < len(tokens) and tokens.texts[at] in (",", "(", "-", "–", "—"):
        at += 1
        bracket = tokens.texts[at - 1] == "("
        article = at < len(tokens) and tokens.lowers[at] in words.short_counts
        if article:
            at += 1
        if (
            (bracket or article)
            and at < len(tokens)
            and tokens.lowers[at] in words.weekdays
            and words.is_name(tokens.texts[at])
        ):
            return words.weekdays[tokens.lowers[at]], at + 1
    return None, last


# ------------------------------------------------------------------------------------------------------- the calendar


def is_leap(year: int) -> bool:
    """Gregorian leap years."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(month: int, year: int | None) -> int:
    """Days in a month; February has 29 where the year is unknown."""
    return 28 if month == 2 and year is not None and not is_leap(year) else _LENGTHS[month - 1]


def is_possible(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    return 1 <= day <= month_length(month, year)


def day_number(year: int, month: int, day: int) -> int:
    """Days since an arbitrary day in the proleptic Gregorian calendar; modulo 7 it is 0 for a Monday."""
    from datetime import date

    return date(year, month, day).toordinal() - 1


def _guessed_year(facts: Facts, today: Day, date: _Found) -> int:
    """The year of a date without one: that in which its weekday is right, where its paragraph tells of that year."""
    nearest = _nearest_year(today, date)
    month, day = date.month or 1, date.day or 1
    if date.weekday is None or not is_possible(nearest, month, day):
        return nearest
    if day_number(nearest, month, day) % 7 == date.weekday:
        return nearest
    block = facts.paragraph_at(facts.tokens.starts[date.first])
    told = (year for year in _years_told(facts, today, block.first, block.last) if is_possible(year, month, day))
    return next((year for year in told if day_number(year, month, day) % 7 == date.weekday), nearest)


def _years_told(facts: Facts, today: Day, first: int, last: int) -> Iterator[int]:
    """The years that a stretch of tokens tells: “2026”, “next year’s”."""
    tokens, which, units = facts.tokens, facts.lexicon.table("which-one"), facts.lexicon.table("time-units")
    for at in range(first, last):
        if is_year(tokens.texts[at]):
            yield int(tokens.texts[at])
        elif tokens.lowers[at] in which and units.get(tokens.lowers[at + 1] if at + 1 < last else "") == "year":
            yield today[0] + int(which[tokens.lowers[at]])


def _nearest_year(today: Day, date: _Found) -> int:
    """The year that a date without one is in: that which brings it nearest to the day of writing.

    A date that is months away either way may be in the next nearest year, if its weekday says so.
    """
    month = date.month or 1
    day = min(date.day or 1, 28)
    years = (today[0], today[0] - 1, today[0] + 1)
    away = {year: abs(day_number(year, month, day) - day_number(*today)) for year in years}
    nearest, other = sorted(years, key=lambda year: away[year])[:2]
    if date.weekday is not None and away[nearest] > _SURELY_THIS and is_possible(other, month, date.day or 1):
        return other if day_number(other, month, date.day or 1) % 7 == date.weekday else nearest
    return nearest


def _dated(facts: Facts, date: _Found, words: _Calendar, today: Day | None) -> Date:
    tokens = facts.tokens
    start, end = tokens.starts[date.first], tokens.ends[date.last - 1]
    assert date.month is not None
    possible = date.day is None or is_possible(date.year, date.month, date.day)
    year = date.year if date.year is not None or today is None else _guessed_year(facts, today, date)
    value, true_weekday, why = None, None, ""
    if not possible:
        name = words.month_names[date.month - 1]
        length = month_length(date.month, date.year)
        pattern = "year-month-days" if date.month == 2 and date.year and date.day == 29 else "month-days"
        why = say(facts.lexicon, pattern, name=name, length=length, year=date.year)
    elif year is not None and date.day is not None and is_possible(year, date.month, date.day):
        value = f"{year:04}-{date.month:02}-{date.day:02}" if date.order != "either" else None
        swapped = date.order == "either" and day_number(year, date.day, date.month) % 7 == date.weekday
        if date.weekday is not None and not swapped:
            true_weekday = words.weekday_names[day_number(year, date.month, date.day) % 7]
    elif year is not None and date.day is None:
        value = f"{year:04}-{date.month:02}"
    return Date(
        start,
        end,
        value,
        False,
        None if date.weekday is None else words.weekday_names[date.weekday].capitalize(),
        true_weekday and true_weekday.capitalize(),
        "month" if date.day is None else "day",
        facts.in_quotation(start),
        facts.paragraph_at(start).kind,
        date.year,
        date.month,
        date.day,
        why,
        date.year is not None or today is not None,
        date.first,
        date.last,
        month_length(date.month, date.year),
    )
