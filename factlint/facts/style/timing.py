"""Times of day and dates: how hours are written, and whether the day stands before the month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, in_running_text

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_LAST_DAY = 31
_LAST_OF_TWELVE = 12
_LAST_MONTH = 12
_FOUR_DIGITS = 4
_DAY, _HOUR = 2400, 60  # hours and minutes in four digits, and the minutes of an hour
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d\d){1,2}")


def timing_choices(facts: Facts) -> Iterator[Choice]:
    """Every hour with its half of the day, and every day of a month."""
    yield from _clock(facts)
    yield from _hours(facts)
    yield from _military(facts)
    yield from _dates(facts)
    yield from _in_figures(facts)


def _clock(facts: Facts) -> Iterator[Choice]:
    """9am and 9 a.m., 9.30 and 9:30. Morning and afternoon are written alike: all forms are shown on nine o'clock."""
    tokens = facts.tokens
    house = facts.house.topic("time")
    for at in tokens.positions(facts.lexicon.words("clock-halves")):
        if not at or not tokens.texts[at - 1][0].isdecimal():
            continue
        half = tokens.texts[at].replace("p", "a").replace("P", "A")
        form = f"9{' ' if tokens.spaced(at) else ''}{half}"
        start, end, hour = tokens.starts[at - 1], tokens.ends[at], tokens.texts[at - 1]
        yield Choice(start, end, "time", form, "time", house)
        mark = next((mark for mark in ".:" if mark in hour), None)
        if mark:
            chosen = facts.house.topic("hours and minutes")
            yield Choice(start, end, "hours and minutes", f"9{mark}30", "time", chosen)


def _hours(facts: Facts) -> Iterator[Choice]:
    """Whether the hours of the day are counted to twelve or to twenty-four, shown on nine in the evening.

    Hours before ten tell by the nought before them. Lists and the stamps of a running story are in the form of the
    table that they come from.
    """
    halves = facts.lexicon.words("clock-halves")
    tokens = facts.tokens
    for clock in facts.clocks:
        if not clock.exact or clock.block != "paragraph" or not tokens.texts[clock.first][0].isdecimal():
            continue
        if facts.paragraph_at(clock.start).start == clock.start:
            continue
        if clock.first and facts.language.tags[clock.first - 1] == "PROPN":
            continue  # “John 14:15” is a verse
        halved = not halves.isdisjoint(tokens.lowers[clock.first : clock.last])
        hour = tokens.texts[clock.first].replace(".", ":").partition(":")[0]
        if halved:
            yield Choice(clock.start, clock.end, "the hours of the day", "9 p.m.", "time")
        elif clock.last - clock.first == 1 and hour.isdecimal() and (int(hour) > _LAST_OF_TWELVE or hour[0] == "0"):
            yield Choice(clock.start, clock.end, "the hours of the day", "21.00", "time")


def _military(facts: Facts) -> Iterator[Choice]:
    """ "0745hrs": four digits and the word for hours, which count to twenty-four; or “at 0745”, by its nought."""
    tokens = facts.tokens
    openers = facts.lexicon.words("hour-openers")
    for word in [word for word in tokens.index if word[0] == "0" and len(word) == _FOUR_DIGITS and word.isdecimal()]:
        for at in tokens.index[word] if int(word) < _DAY and int(word[2:]) < _HOUR else ():
            zoned = at + 1 < len(tokens) and tokens.lowers[at + 1] in facts.lexicon.words("zone-suffixes")
            if at and tokens.lowers[at - 1] in openers and not zoned:
                yield Choice(tokens.starts[at], tokens.ends[at], "the hours of the day", "21.00", "time")
    for at in tokens.positions(facts.lexicon.words("hours-behind-digits")):
        if at and tokens.texts[at - 1].isdecimal() and len(tokens.texts[at - 1]) == _FOUR_DIGITS:
            yield Choice(tokens.starts[at - 1], tokens.ends[at], "the hours of the day", "21.00", "time")


def _dates(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    months = facts.lexicon.table("month-forms")
    names = facts.lexicon.words("dates-that-are-names")
    for at in tokens.positions(months.keys()):
        if not tokens.texts[at][0].isupper():
            continue
        before, after = _day_before(facts, at), _day_after(facts, at)
        if (before is None) == (after is None):
            continue
        first, last = (before, at + 1) if before is not None else (at, after or at)
        if " ".join(tokens.lowers[first:last]) in names:
            continue
        yield from _date(facts, first, last, at)


def _in_figures(facts: Facts) -> Iterator[Choice]:
    """The order of day and month in 24/4/2019, where the day can be no month."""
    for date in facts.dates:
        match = _FIGURES.fullmatch(facts.text(date))
        if match is None or date.value is None or date.day is None or date.day <= _LAST_MONTH:
            continue
        form = "31/12" if int(match[1]) == date.day else "12/31"
        yield Choice(date.start, date.end, "dates in figures", form, "date-order")


def _date(facts: Facts, first: int, last: int, at: int) -> Iterator[Choice]:
    """Order, ending and month of one date, shown on the fifth of May, or of its own month."""
    tokens = facts.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    endings = facts.lexicon.words("ordinal-suffixes")
    ordinal = "th" if not endings.isdisjoint(tokens.lowers[first:last]) else ""
    if not (facts.house.topic("dates") or facts.house.topic("days of the month") or in_running_text(facts, start)):
        return  # the line that tells when an article came out is the page's
    order = f"5{ordinal} May" if first < at else f"May 5{ordinal}"
    plain = order.replace("th", "")
    yield Choice(start, end, "dates", plain, "date-order", facts.house.topic("dates"))
    yield Choice(start, end, "days of the month", f"5{ordinal}", "date-form", facts.house.topic("days of the month"))
    month = tokens.texts[at]
    yield Choice(start, end, f"the name of {facts.lexicon.table('month-forms')[month.lower()]}", month, "date-form")


def _joined(facts: Facts, at: int) -> bool:
    return not facts.tokens.spaced(at)


def _day_before(facts: Facts, at: int) -> int | None:
    """The token of the day in “5 May”, “5th May”, or none."""
    tokens = facts.tokens
    if at > 1 and tokens.lowers[at - 1] in facts.lexicon.words("of-words"):
        at -= 1  # “the 9th of July”
        if tokens.lowers[at - 1] not in facts.lexicon.words("ordinal-suffixes"):
            return None
    if at > 1 and tokens.lowers[at - 1] in facts.lexicon.words("ordinal-suffixes") and _joined(facts, at - 1):
        return at - 2 if _is_day(facts, at - 2) else None
    return at - 1 if at and _is_day(facts, at - 1) else None


def _day_after(facts: Facts, at: int) -> int | None:
    """One past the last token of the day in “May 5”, “May 5th”, “Jan. 5”, or none."""
    tokens = facts.tokens
    day = at + 2 if at + 1 < len(tokens) and tokens.texts[at + 1] == "." and _joined(facts, at + 1) else at + 1
    if not _is_day(facts, day):
        return None
    last = day + 1
    ordinal = last < len(tokens) and tokens.lowers[last] in facts.lexicon.words("ordinal-suffixes")
    return last + 1 if ordinal and _joined(facts, last) else last


def _is_day(facts: Facts, at: int) -> bool:
    texts = facts.tokens.texts
    return 0 <= at < len(texts) and texts[at].isdecimal() and len(texts[at]) < 3 and 0 < int(texts[at]) <= _LAST_DAY
