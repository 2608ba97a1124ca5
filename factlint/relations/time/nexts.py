"""Nexts: “next month, on 6 December”, in an article whose own day has no year, or which dates its news alone."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import Days, is_floating, months, parts_of, years
from factlint.facts.time.calendar import weekday as weekday_of
from factlint.relations.time.frame import Frame, comparable

_GAP = 3  # tokens between “next month” and the date
_WEEK = 7
_UNITS = ("week", "month", "year")
_LEAD = 4  # sentences at the head in which what is told as past with its day is the news
_MONTHS = 12


def find(frame: Frame) -> Iterator[Relation]:
    """Each “last”, “this” or “next” week, month or year with the date right beside it, counted from the news."""
    if frame.today is not None:
        return
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    which, units = lexicon.table("which-one"), lexicon.table("time-units")
    places = [at for at in frame.tokens.positions(which.keys()) if at + 1 < len(lowers)]
    anchor: Moment | None = None
    for at in places:
        unit = units.get(lowers[at + 1])
        if unit not in _UNITS or lowers[at + 1].endswith("s") or frame.facts.in_quotation(frame.tokens.starts[at]):
            continue
        date = _beside(frame, at, at + 2)
        anchor = anchor or _news(frame)
        if date is None or anchor is None or anchor is date or not comparable(anchor.options[0], date.options[0]):
            continue
        due = _span(anchor.options[0][0], str(unit), int(which[lowers[at]]))
        floating = is_floating(anchor.options[0])
        if due is None or (floating and unit == "year"):
            continue
        supported = any(days[0] <= due[1] and due[0] <= days[1] for days in date.options)
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at + 1])
        working = frame.say("news-of", one=frame.text(anchor))
        yield frame.relation(
            "which-day", date, date.options[-1], due, working, working, "strong", (place, anchor), supported
        )


def _beside(frame: Frame, first: int, last: int) -> Moment | None:
    """The date right behind a unit, or right before it, with small words between alone."""
    links = frame.facts.lexicon.words("leads-to")
    for moment in frame.moments.get(frame.sentence(frame.tokens.starts[first]), ()):
        if moment.kind not in ("day", "month") or moment.relative or len(moment.options) != 1 or moment.in_quote:
            continue
        between = range(last, moment.first) if moment.first >= last else range(moment.last, first)
        if len(between) <= _GAP and all(frame.lowers[at] in links for at in between):
            return moment
    return None


def _news(frame: Frame) -> Moment | None:
    """The day that the article's line tells without a year, else the one day told as past at its head."""
    if frame.day_line is not None:
        return frame.day_line
    told = [
        moment
        for sentence, moments in frame.moments.items()
        if sentence <= _LEAD
        for moment in moments
        if moment.kind == "day" and moment.weekday is not None and len(moment.options) == 1 and not moment.relative
    ]
    past = [moment for moment in told if _is_said(frame, moment)]
    return past[0] if len({moment.options for moment in past}) == 1 else None


def _is_said(frame: Frame, moment: Moment) -> bool:
    """Whether something was said or decided on a day: “said on Monday, 17 November”."""
    number = frame.facts.language.clause_of(moment.first)
    clause = None if number is None else frame.facts.language.clauses[number]
    return clause is not None and clause.tense == "past" and not clause.classes.isdisjoint({"saying", "thinking"})


def _span(day: int, unit: str, which: int) -> Days | None:
    """The days of the last, this or the next week, month or year counted from a day, a little wider for a week."""
    year, month, _ = parts_of(day)
    if unit == "year":
        return years(year + which, year + which)
    if unit == "month":
        if not 1 <= month + which <= _MONTHS:
            return None
        return months(year, month + which, month + which)
    monday = day - weekday_of(day) + _WEEK * which
    return None if is_floating((day, day)) else (monday - 2, monday + _WEEK + 1)
