"""Kin deaths: a father who was buried in 2015 waves on Tuesday; whoever is told to be dead by whose kin he was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons
from factlint.tokens import GENITIVES

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase

_NOW = ("day", "weekday")
_TOLD = ("done", "reported", "alleged")
_MONTH = 31
_FOREVER = 1e7


class _Dead(NamedTuple):
    """Whose kin is told to be dead, what he was to them, where, and when that was, if it is told."""

    owner: str
    kin: str
    place: Stretch
    moment: Moment | None


def find(frame: Frame) -> Iterator[Relation]:
    """Each act of these days of somebody's kin who is told to have died before."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    if lexicon.union("dying-lemmas", "losing-kin-lemmas", "words-for-the-late").isdisjoint(language.lemmas):
        return
    persons = Persons(frame)
    dead = list(_dead(frame, persons))
    lasting = lexicon.union("lasting-lemmas", "dying-lemmas") if dead else frozenset()
    for number, clause in enumerate(language.clauses) if dead else ():
        if clause.subject is None or clause.negated or clause.voice != "active" or clause.in_quote:
            continue
        if clause.tense != "past" or clause.standing not in _TOLD or clause.lemma in lasting:
            continue
        phrase = language.phrases[clause.subject]
        kin = _kin(frame, phrase)
        owner = _owner(persons, phrase) if kin else None
        told = next((one for one in dead if one.owner == owner and one.kin == kin), None) if owner else None
        when = _of_these_days(frame, persons, number, clause) if told else None
        if told is None or when is None or phrase.start == told.place.start:
            continue
        place = Stretch(phrase.start, phrase.end)
        text = frame.text(told.moment or told.place)
        working = frame.say("died", one=text, two=frame.text(when))
        yield frame.relation(
            "after-death", place, (0, 0), (-_FOREVER, -1), text, working, "middling", (told.place, when)
        )


def _dead(frame: Frame, persons: Persons) -> Iterator[_Dead]:
    """ "lost his father in 2015", “her late husband”, “his wife died two years ago”."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    for clause in language.clauses:
        if clause.negated or clause.standing not in _TOLD or clause.in_quote:
            continue
        lost = clause.lemma in lexicon.words("losing-kin-lemmas") and clause.voice == "active"
        died = clause.lemma in lexicon.words("dying-lemmas")
        place = clause.object if lost else clause.subject if died else None
        phrase = None if place is None else language.phrases[place]
        kin = _kin(frame, phrase) if phrase is not None else ""
        owner = _owner(persons, phrase) if phrase is not None and kin else None
        moment = _long_ago(frame, clause) if owner else None
        if phrase is not None and owner and moment is not None:
            yield _Dead(owner, kin, Stretch(phrase.start, phrase.end), moment)
    dead = lexicon.words("words-for-the-late")
    for phrase in language.phrases:
        if dead.isdisjoint(frame.lowers[phrase.first : phrase.head]):
            continue
        kin = _kin(frame, phrase, dead)
        owner = _owner(persons, phrase) if kin else None
        if owner:
            yield _Dead(owner, kin, Stretch(phrase.start, phrase.end), None)


def _kin(frame: Frame, phrase: Phrase, beside: frozenset[str] = frozenset()) -> str:
    """What kin a phrase means of which one has but one, “his father”; nothing where a word tells which of several."""
    lexicon = frame.facts.lexicon
    kin = str(lexicon.table("relation-names").get(phrase.lemma, phrase.lemma))
    owner = None if phrase.owner is None else frame.facts.language.phrases[phrase.owner]
    between = frame.lowers[phrase.first + 1 if owner is None else owner.last : phrase.head]
    told = phrase.plural or phrase.of is not None or not (beside | GENITIVES).issuperset(between)
    return kin if kin in lexicon.words("kin-of-whom-there-is-one") and not told else ""


def _owner(persons: Persons, phrase: Phrase) -> str | None:
    return persons.in_phrase(phrase.owner) if phrase.owner is not None else persons.owning(phrase.first)


def _long_ago(frame: Frame, clause: Clause) -> Moment | None:
    """The time of a death that lies before anything that is news: a year, or a day long before the article's."""
    for moment in frame.moments.get(clause.sentence, ()):
        if moment.in_quote or moment.bound or not moment.options:
            continue
        if moment.kind in ("year", "decade") and not (moment.relative and frame.today is None):
            if frame.today is None or moment.options[-1][1] < frame.today:
                return moment
        elif frame.today is not None and moment.options[-1][1] < frame.today - _MONTH:
            return moment
    return None


def _of_these_days(frame: Frame, persons: Persons, number: int, clause: Clause) -> Moment | None:
    """The moment, of the days around the article's, at which a clause tells that something was done."""
    for moment in frame.moments.get(clause.sentence, ()):
        near = moment.kind == "weekday" or (moment.kind == "day" and moment.relative)
        if moment.kind == "day" and not near and frame.today is not None and moment.options:
            near = frame.today - _MONTH / 2 < moment.options[-1][0] <= frame.today
        if near and not moment.in_quote and persons.clause_of(moment) in (number, None):
            return moment
    return None
