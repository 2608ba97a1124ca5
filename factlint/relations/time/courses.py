"""Courses of lives: when somebody was in office, on a staff or in prison, and what is told as done outside that time.

A course is the stretch of days that the article gives to one state of one person; an act that needs the state, by its
own words (“as mayor”, “in her second term”, “from her office computer”), lies within it, an act that the state forbids
(a robbery, a journey while in prison) without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Moment, Relation
from factlint.facts.time.calendar import is_floating
from factlint.language.model import Clause
from factlint.record import NamedTuple
from factlint.relations.time.dating import acts, agents, when
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.persons import Persons

_FOREVER = 3_600_000
_NEAR = 8  # tokens before “from 2008 to 2016” in which the office stands
_PAIR = 2  # tokens between the first and the last day of a term
_FAR = 6000  # days from a term beyond which an act has nothing to do with it
_KINDS = ("day", "month", "season", "year")
_MOTIVES = frozenset({"contact", "motion", "contest", "giving"})


class _Course(NamedTuple):
    """Somebody's state from one day to another: in office or free; the moments that tell so, the words of the state."""

    person: str
    state: str
    low: int
    high: int
    parts: tuple[Moment, ...]
    words: frozenset[str]


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated act of somebody that its state at that time rules out."""
    if not frame.facts.people:
        return
    persons = Persons(frame)
    courses: dict[str, list[_Course]] = defaultdict(list)
    for course in (*_terms(frame, persons), *_ends(frame, persons), *_jailings(frame, persons)):
        courses[course.person].append(course)
    if not courses:
        return
    for person, clause, moment in (*acts(frame, persons), *agents(frame, persons)):
        held = courses.get(person)
        if held and moment.kind in _KINDS and moment.bound not in ("since", "until", "by"):
            yield from _judged(frame, held, clause, moment)


def _judged(frame: Frame, courses: list[_Course], clause: Clause, moment: Moment) -> Iterator[Relation]:
    low, high = min(days[0] for days in moment.options), max(days[1] for days in moment.options)
    needing = [c for c in courses if c.state == "office" and _needs(frame, c, clause, moment)]
    ruled_out = [c for c in courses if c.state == "prison" and _forbids(frame, clause)]
    for course in (*needing, *ruled_out):
        if moment in course.parts or not _comparable(course, moment):
            continue
        outside = high < course.low or low > course.high
        within = course.low < low and high < course.high
        if course.state == "prison" and not within:
            continue
        others = [c for c in courses if c.state == course.state and c is not course]
        supported = course.state == "office" and any(c.low <= high and low <= c.high for c in others)
        if outside and min(abs(low - course.high), abs(course.low - high)) > _FAR:
            continue
        span = frame.say("span", one=frame.text(course.parts[0]), two=frame.text(course.parts[-1]))
        text = span if len(course.parts) > 1 else frame.text(course.parts[0])
        told = course.state if len(course.parts) > 1 else "left"
        working = frame.say(f"course-{told}", one=text, two=frame.text(moment))
        due = (course.low, course.high) if course.state == "office" else (course.high, _FOREVER)
        link: Link = "strong" if len(course.parts) > 1 else "middling"
        yield frame.relation("course", moment, (low, high), due, text, working, link, course.parts, supported)
        return


def _comparable(course: _Course, moment: Moment) -> bool:
    return is_floating(moment.options[0]) == is_floating(course.parts[0].options[0])


# -------------------------------------------------------------------------------------------------------------- states


def _terms(frame: Frame, persons: Persons) -> Iterator[_Course]:
    """ "mayor of Turnu from 2008 to 2016", "chief of the fleet between 2003 and 2007"."""
    language = frame.facts.language
    for moments in frame.moments.values():
        for one, two in pairwise(moments):
            told = one.options and two.options and one.kind in _KINDS and two.kind in _KINDS and not one.in_quote
            if not told or one.bound != "from" or two.first - one.last > _PAIR:
                continue
            floor = max(frame.facts.sentence_at(one.start).first, one.first - _NEAR)
            for at in range(one.first - 1, floor - 1, -1):
                number = language.phrase_at(at)
                phrase = None if number is None else language.phrases[number]
                if phrase is None or phrase.head != at or phrase.proper or "person" not in phrase.classes:
                    continue
                person = persons.in_phrase(number) or persons.at(at)
                if person:
                    words = frozenset(frame.lowers[phrase.first : phrase.last]) | {phrase.lemma}
                    yield _Course(person, "office", one.options[0][0], two.options[-1][1], (one, two), words)
                break


def _ends(frame: Frame, persons: Persons) -> Iterator[_Course]:
    """ "The board dismissed her on 19 September 2022": till then she was on the staff."""
    lexicon = frame.facts.lexicon
    ousting, leaving = lexicon.words("ousting-lemmas"), lexicon.words("leaving-lemmas")
    for number, clause in enumerate(frame.facts.language.clauses):
        out = clause.lemma in ousting
        if not (out or clause.lemma in leaving) or not _is_told(frame, clause):
            continue
        person = _patient(persons, clause, number) if out else persons.of_clause(number)
        moment = when(frame, persons, number) if person else None
        if person and moment is not None and moment.kind in _KINDS:
            yield _Course(person, "office", 0, moment.options[-1][1], (moment,), frozenset())


def _jailings(frame: Frame, persons: Persons) -> Iterator[_Course]:
    """Somebody's years in prison, where the article dates their beginning and their end."""
    lexicon = frame.facts.lexicon
    jailing, freeing = lexicon.words("jailing-lemmas"), lexicon.words("freeing-lemmas")
    begun: dict[str, list[Moment]] = defaultdict(list)
    ended: dict[str, list[Moment]] = defaultdict(list)
    for number, clause in enumerate(frame.facts.language.clauses):
        kind = begun if clause.lemma in jailing else ended if clause.lemma in freeing else None
        if kind is None or not _is_told(frame, clause):
            continue
        person = _patient(persons, clause, number)
        moment = when(frame, persons, number) if person else None
        if person and moment is not None and moment.kind in _KINDS:
            kind[person].append(moment)
    for person, first in begun.items():
        last = ended.get(person, [])
        if len(first) == len(last) == 1 and first[0].options[0][0] < last[0].options[0][0]:
            low, high = first[0].options[-1][1], last[0].options[0][0]
            yield _Course(person, "prison", low, high, (first[0], last[0]), frozenset())


def _is_told(frame: Frame, clause: Clause) -> bool:
    plain = clause.standing in ("done", "reported", "alleged") and not clause.negated and not clause.in_quote
    return plain and clause.sentence in frame.moments


def _patient(persons: Persons, clause: Clause, number: int) -> str | None:
    """To whom something is done: the subject of a passive, else the object."""
    return persons.of_clause(number) if clause.voice == "passive" else persons.in_phrase(clause.object)


# ---------------------------------------------------------------------------------------------------------------- acts


def _needs(frame: Frame, course: _Course, clause: Clause, moment: Moment) -> bool:
    """Whether an act tells that it was done in office: “as mayor”, “in his second term”, “from her desk”."""
    sentence = frame.facts.sentences[clause.sentence]
    words = frame.lowers[sentence.first : sentence.last]
    if not course.words and not frame.has("after-exit-acts", (clause.lemma,)):
        return frame.has("at-work-words", _in_phrases(frame, clause, moment))
    if frame.has("of-office-words", words):
        return True
    return any(
        word in course.words and frame.has("role-openers", words[max(0, at - 2) : at])
        for at, word in enumerate(words)
        if at
    )


def _in_phrases(frame: Frame, clause: Clause, moment: Moment) -> list[str]:
    """The words of a clause's own phrases around its verb and up to its time."""
    language = frame.facts.language
    numbers = [phrase for _, phrase in clause.obliques]
    numbers += [n for n in (clause.object,) if n is not None]
    first, last = min(clause.first, moment.first), max(clause.last, moment.last)
    found = list(frame.lowers[first:last])
    for number in numbers:
        phrase = language.phrases[number]
        found += frame.lowers[phrase.first : phrase.last]
    return found


def _forbids(frame: Frame, clause: Clause) -> bool:
    """Whether an act cannot be done in prison: a robbery, a journey."""
    return frame.has("acts-at-large", (clause.lemma,)) and not _MOTIVES.isdisjoint(clause.classes)
