"""Weekdays: dates with their weekdays against one another, and one event that is told on two weekdays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Date, Moment, Relation
from factlint.facts.time.calendar import day_number
from factlint.lexicon import Lexicon
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons

if TYPE_CHECKING:
    from factlint.language.model import Clause

_WEEK = 7
_APART = 200  # days between two dates of one year
_LEAP, _COMMON = 4, 3  # years with and without a 29 February
_BLOCKS = 12


def find(frame: Frame) -> Iterator[Relation]:
    """Dates whose weekdays do not go together, and what is told of one event on two weekdays."""
    yield from _pairs(frame)
    yield from _events(frame)


def _pairs(frame: Frame) -> Iterator[Relation]:
    """ "Monday, 5 May" and "Thursday, 12 May" without a year: a week apart they fall on one weekday."""
    if frame.today is not None:
        return
    dates = [d for d in frame.facts.dates if d.weekday and d.month and d.day and d.year is None and d.possible]
    for number, date in enumerate(dates):
        shifts = [(other, _shift(other, date)) for other in dates[:number]]
        shifts = [(other, shift) for other, shift in shifts if shift]
        if not shifts:
            continue
        table = frame.facts.lexicon.table("weekdays")
        told = table[(date.weekday or "").lower()]
        due = [{(table[(other.weekday or "").lower()] + by) % _WEEK for by in shift} for other, shift in shifts]
        supported = any(told in days for days in due)
        day = min(due[0])
        name = frame.facts.lexicon.values("weekday-names")[day].capitalize()
        other = shifts[0][0]
        working = frame.say("weekdays", one=_text(frame, other), two=_text(frame, date), result=name)
        yield frame.relation(
            "weekday-pair", date, (told, told), (day, day), name, working, "strong", (other,), supported,
            stated_text=date.weekday or "",
        )  # fmt: skip


def _text(frame: Frame, date: Date) -> str:
    return frame.facts.article.source[date.start : date.end]


def _shift(one: Date, two: Date) -> set[int]:
    """The days from one date to the other in a leap and in a common year, within half a year."""
    found = set()
    for year in (_LEAP, _COMMON):
        days = day_number(year, two.month or 1, two.day or 1) - day_number(year, one.month or 1, one.day or 1)
        if abs(days) <= _APART:
            found.add(days)
    return found


# -------------------------------------------------------------------------------------------------- one event, two days


def _events(frame: Frame) -> Iterator[Relation]:
    """What the same people did once, told with the same verb, or one that means the same, on two weekdays."""
    dated: dict[tuple[str, str], list[tuple[Moment, Clause]]] = defaultdict(list)
    language, same = frame.facts.language, _same(frame.facts.lexicon)
    if not any(moment.weekday is not None for moments in frame.moments.values() for moment in moments):
        return
    persons = Persons(frame)
    for moments in frame.moments.values():
        for moment in moments:
            if moment.weekday is None or moment.in_quote or moment.bound in ("until", "by", "after"):
                continue
            number = persons.clause_of(moment)
            clause = language.clauses[number] if number is not None else None
            if clause is not None and clause.lemma in same and clause.tense in ("past", "none") and not clause.negated:
                dated[(same[clause.lemma], "")].append((moment, clause))
    for told in dated.values():
        first = told[0][0]
        for moment, clause in told[1:]:
            days = {m.weekday for m, _ in told if m is not moment}
            if moment.weekday is None or first.weekday is None:
                continue
            blocks = [frame.facts.paragraph_at(m.start).number for m in (first, moment)]
            if len(told) == 2 and abs(blocks[0] - blocks[1]) <= _BLOCKS and _alike(persons, told[0][1], clause):
                yield frame.relation(
                    "event-day", moment, (moment.weekday, moment.weekday), (first.weekday, first.weekday),
                    frame.text(first), frame.text(first), "middling", (first,), moment.weekday in days,
                )  # fmt: skip


def _alike(persons: Persons, one: Clause, two: Clause) -> bool:
    """Whether both clauses have one subject: the same person, the same noun, a pronoun, or none of its own."""
    language = persons.language
    if one.voice != two.voice and "none" not in (one.tense, two.tense):
        return False
    numbers = [language.clauses.index(one), language.clauses.index(two)]
    people = [persons.of_clause(number) for number in numbers]
    if people[0] or people[1]:
        return people[0] == people[1]
    phrases = [language.phrases[clause.subject] if clause.subject is not None else None for clause in (one, two)]
    if phrases[0] is None or phrases[1] is None:
        return True
    return phrases[0].lemma == phrases[1].lemma or bool(phrases[1].pronoun) or (phrases[0].plural and phrases[1].plural)


@lru_cache(maxsize=4)
def _same(lexicon: Lexicon) -> dict[str, str]:
    """Each verb with the name of the row of verbs that tell the same event."""
    return dict(lexicon.table("same-events"))
