"""Dating: the one time that says when what a clause tells happened, wherever in its sentence it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Moment

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.relations.time.frame import Frame
    from factlint.relations.time.persons import Persons

_DATED = frozenset({"day", "weekday", "week", "month", "season", "year", "decade"})
_OPEN = ("since", "until", "by")
_BEHIND = 14  # tokens from a verb to a time behind it, no other verb between
_OWN = frozenset({"contact", "saying", "contest"})
_TOLD = ("done", "reported", "alleged")


def when(frame: Frame, persons: Persons, number: int) -> Moment | None:
    """The moment of a clause: its own, else the only one of its sentence where no word takes that elsewhere."""
    verb = frame.facts.language.clauses[number]
    for moment in frame.moments.get(verb.sentence, ()):
        # “born 2 April 1935, died 11 November 2023”: nothing is nearer than what follows the verb.
        if moment.first == verb.last and moment.kind in _DATED and moment.options and moment.bound not in _OPEN:
            return moment
    own = [moment for moment in persons.dated(number) if moment.options and moment.bound not in _OPEN]
    if own:
        return own[0] if len(own) == 1 else None
    language = frame.facts.language
    clause = language.clauses[number]
    moments = [moment for moment in frame.moments.get(clause.sentence, ()) if moment.kind in _DATED]
    behind = [moment for moment in moments if clause.last <= moment.first <= clause.last + _BEHIND]
    if len(moments) > 1 and behind and behind[0].options and not behind[0].bound:
        verbs = "VERB" in language.tags[clause.last : behind[0].first]
        loose = language.clause_of(behind[0].first) is None and not verbs
        return behind[0] if loose else None
    if len(moments) != 1 or not moments[0].options or moments[0].bound in _OPEN:
        return None
    moment = moments[0]
    between = frame.lowers[min(clause.last, moment.last) : max(clause.first, moment.first)]
    if any(frame.has(name, between) for name in ("counted-from-words", "since-words", "until-words")):
        return None
    holder = persons.clause_of(moment)
    if holder is None:
        near = moment.first <= clause.last + _BEHIND and "VERB" not in language.tags[clause.last : moment.first]
        # “The house, where he wrote his novels, opens on Saturday”: a comma ends what is told by the way.
        near = near and (clause.kind == "main" or not frame.has("leads-to-breaks", between))
        return moment if moment.last <= clause.first or near else None
    held = language.clauses[holder]
    linked = held.kind == "participle" or clause.within == holder or held.within == number
    if linked and (held.kind == "participle" or held.tense == clause.tense):
        return moment
    # “was made on 14 June, when she signed …”, “closed the door and left”.
    follows = holder < number and moment.last <= clause.first
    same = held.subject == clause.subject or frame.has("when-words", between)
    return moment if follows and same and held.tense == clause.tense else None


def acts(frame: Frame, persons: Persons) -> Iterator[tuple[str, Clause, Moment]]:
    """What people did of their own on a day that is told: the person, the clause, its moment."""
    for number, clause in enumerate(frame.facts.language.clauses):
        if clause.sentence not in frame.moments or clause.negated or clause.standing not in _TOLD or clause.in_quote:
            continue
        if clause.tense not in ("past", "present") or clause.voice != "active":
            continue
        person = persons.of_clause(number)
        moment = when(frame, persons, number) if person else None
        every = moment is not None and frame.has("daily-words", frame.lowers[moment.first - 1 : moment.first])
        if person and moment is not None and not moment.in_quote and not every:  # “ran them every Tuesday”
            yield person, clause, moment


def plans(frame: Frame, persons: Persons) -> Iterator[tuple[str, Clause, Moment]]:
    """ "will open it on Friday": what people are told to do with their own hands or voice on a day to come."""
    for number, clause in enumerate(frame.facts.language.clauses):
        if (
            clause.tense != "future"
            or clause.standing != "planned"
            or clause.voice != "active"
            or clause.object is None
        ):
            continue
        if clause.negated or clause.in_quote or clause.sentence not in frame.moments or _OWN.isdisjoint(clause.classes):
            continue
        person = persons.of_clause(number)
        moment = when(frame, persons, number) if person else None
        if person and moment is not None and moment.kind in ("day", "weekday") and not moment.in_quote:
            yield person, clause, moment


def agents(frame: Frame, persons: Persons) -> Iterator[tuple[str, Clause, Moment]]:
    """ "The largest transfer was made by Sproule on 3 October": an act told in the passive, by whom it was done."""
    by = frame.facts.lexicon.words("by-words")
    for number, clause in enumerate(frame.facts.language.clauses):
        if clause.voice != "passive" or not _is_told(frame, clause) or clause.tense != "past":
            continue
        agents = (phrase for preposition, phrase in clause.obliques if frame.lowers[preposition] in by)
        doers = [persons.in_phrase(phrase) for phrase in agents]
        person = next((doer for doer in doers if doer), None)
        moment = when(frame, persons, number) if person else None
        if person and moment is not None:
            yield person, clause, moment


def _is_told(frame: Frame, clause: Clause) -> bool:
    plain = clause.standing in _TOLD and not clause.negated and not clause.in_quote
    return plain and clause.sentence in frame.moments
