"""Births: what somebody did of his own before the day of his birth, where that is told."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Relation
from factlint.facts.time.calendar import is_floating
from factlint.relations.time.dating import acts
from factlint.relations.time.frame import Frame
from factlint.relations.time.lives import Told, births_of
from factlint.relations.time.persons import Persons

_OLDEST = 120
_BEFORE = 40 * 366  # days before a birth beyond which a deed is an ancestor's
_OPEN = ("since", "until", "by", "after")


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated act of somebody whose birth is dated behind it."""
    if not frame.facts.people:
        return
    persons = Persons(frame)
    born: dict[str, list[Told]] = {}
    for told in births_of(frame, persons):
        born.setdefault(told.person, []).append(told)
    for who, clause, moment in acts(frame, persons) if born else ():
        births = born.get(who, [])
        if len({told.born for told in births}) != 1 or clause.tense != "past" or moment.bound in _OPEN:
            continue
        birth = births[0]
        low, high = min(days[0] for days in moment.options), max(days[1] for days in moment.options)
        same = moment.start == birth.place.start or is_floating(moment.options[0]) != is_floating(birth.born)
        if same or not birth.born[0] - _BEFORE < high < birth.born[0]:
            continue
        text = frame.text(birth.place)
        working = frame.say("born-later", one=text, two=frame.text(moment))
        due = (birth.born[0], birth.born[1] + _OLDEST * 366)
        yield frame.relation("before-birth", moment, (low, high), due, text, working, "strong", (birth.place,))
