"""What takes growing up: forty years at one bench at the age of 48, twins of two ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.facts.model import Age, Length, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import is_floating, parts_of
from factlint.language.model import Clause
from factlint.relations.time.dating import when
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons

_YEAR = 365.2425
_CHILD = 10  # years of age below which nobody takes up anything
_BORN = -10  # years before a birth beyond which a deed is an ancestor's
_OLDEST = 120
_STATED = frozenset({"done", "reported"})
_TELLING = frozenset({"saying", "thinking", "feeling"})  # what is said of a year may be older than who says it
_NEAR = 14  # tokens between “twins” and their ages


def find(frame: Frame) -> Iterator[Relation]:
    """Each length of years in somebody's life against the age, and the ages of twins."""
    ages = [age for age in frame.facts.ages if not age.past and age.block == "paragraph"]
    if ages:
        yield from _careers(frame, ages)
        yield from _deeds(frame, ages)
    yield from _twins(frame)


def _careers(frame: Frame, ages: list[Age]) -> Iterator[Relation]:
    persons = Persons(frame)
    by_person = {age.person.id: age for age in ages}
    for lengths in frame.lengths.values():
        for length in lengths:
            if not _is_career(frame, length):
                continue
            age = by_person.get(persons.at(length.first) or "")
            if age is not None:
                low, high = length.low / _YEAR, length.high / _YEAR
                text = str(age.years)
                yield frame.relation(
                    "career", length, (low, high), (0, max(0, age.years - _CHILD)), text, text, "middling",
                    (Stretch(age.start, age.end),),
                )  # fmt: skip


def _deeds(frame: Frame, ages: list[Age]) -> Iterator[Relation]:
    """What somebody did in a year in which the age makes a child of the doer, or nobody yet.

    “Roe, 34, was elected in 2001”; “Hale, 60, joined the choir in 1959”.
    """
    if frame.now is None:
        return
    least = {str(lemma): int(years) for lemma, years in frame.facts.lexicon.table("least-ages").items()}
    inside = frame.facts.lexicon.words("in-words")
    clauses = frame.facts.language.clauses
    persons = Persons(frame)
    by_person = {age.person.id: age for age in ages}
    for number, clause in enumerate(clauses):
        age = by_person.get(persons.of_clause(number) or "")
        if age is None or not _is_past(clause, clauses) or _is_of_several(frame, clause):
            continue
        particle = "" if clause.particle is None else f" {frame.lowers[clause.particle]}"
        years = least.get(clause.lemma + particle)
        alive = clause.voice == "active" and _TELLING.isdisjoint(clause.classes)
        moment = when(frame, persons, number) if years is not None or alive else None
        if moment is None or moment.in_quote or not moment.fixed or is_floating(moment.options[-1]):
            continue
        then = age.years + 1 - (frame.now[0] - moment.options[-1][1]) / _YEAR
        related = (Stretch(age.start, age.end), Stretch(clause.start, clause.end))
        if _BORN < then < 0 and alive and moment.first and frame.lowers[moment.first - 1] in inside:
            working = frame.say(
                "unborn-then", one=age.years, two=frame.text(moment), result=parts_of(frame.now[0])[0] - age.years
            )
            yield frame.relation(
                "unborn", moment, (then, then), (0, _OLDEST), str(age.years), working, "middling", related
            )
        elif years is not None and _BORN < then < years - 1:
            told = max(0, int(then))
            working = frame.say("aged-then", one=age.years, two=frame.text(moment), result=told)
            yield frame.relation(
                "deed", moment, (told, told), (years, _OLDEST), str(age.years), working, "middling", related,
                stated_text=str(told),
            )  # fmt: skip


def _is_of_several(frame: Frame, clause: Clause) -> bool:
    """Whether a subject is told by a name that several people of the article have: “Mary”, beside Mary Pat."""
    language = frame.facts.language
    if clause.subject is None:
        return False
    names = [frozenset(person.name.split()) for person in frame.facts.people]
    for number in language.phrases[clause.subject].conjoined or (clause.subject,):
        held = language.phrases[number]
        words = {frame.tokens.texts[at] for at in range(held.first, held.last) if language.tags[at] == "PROPN"}
        if words and sum(words <= name for name in names) > 1:
            return True
    return False


def _is_past(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause tells what was done, by itself or behind a verb that does: “learned to swim”."""
    over = clause if clause.within is None or clause.kind != "infinitive" else clauses[clause.within]
    return all(one.standing in _STATED and not one.negated and not one.in_quote for one in (clause, over)) and (
        over.tense == "past"
    )


def _is_career(frame: Frame, length: Length) -> bool:
    """Whether a length tells how long somebody has done something."""
    if length.unit not in ("year", "decade") or length.role != "for" or length.in_quote or frame.is_rate(length):
        return False
    sentence = frame.words(frame.sentence(length.start))
    return frame.has("career-words", sentence) and not frame.has("kin-and-firms", sentence)


def _twins(frame: Frame) -> Iterator[Relation]:
    """ "the twins, Ann, 8, and Ben, 9"."""
    for at in frame.tokens.positions(frame.facts.lexicon.words("twin-words")):
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
        sentence = frame.facts.sentence_at(place.start)
        near = [age for age in frame.facts.ages if sentence.start <= age.start < sentence.end]
        near = [age for age in near if 0 < frame.tokens.at(age.start) - at <= _NEAR]
        if len(near) == 2 and not near[0].in_quote:
            one, two = near
            name = frame.text(place)
            yield frame.relation(
                "twins", two, (two.years, two.years), (one.years, one.years), str(one.years), name, "middling",
                (Stretch(one.start, one.end),),
            )  # fmt: skip
