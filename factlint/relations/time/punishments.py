"""Punishments: nobody is fined or jailed before the deed that a court hears of: “escaped in June, the court heard”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.language.model import Clause
from factlint.relations.time.dating import when
from factlint.relations.time.frame import Frame, comparable
from factlint.relations.time.persons import Persons

_FOREVER = 1e7
_MOST = 2000  # days before a deed beyond which a punishment is for another
_KINDS = frozenset({"day", "month", "season", "year"})
_OPEN = ("since", "until", "by", "after")


def find(frame: Frame) -> Iterator[Relation]:
    """The deed that a court is told of, where the only punishment that the article dates lies before it."""
    lexicon, language = frame.facts.lexicon, frame.facts.language
    if lexicon.words("punishing-lemmas").isdisjoint(language.lemmas):
        return
    persons = Persons(frame)
    punished: list[Moment] = []
    deeds: list[Moment] = []
    for number, clause in enumerate(language.clauses):
        if clause.negated or clause.in_quote or clause.sentence not in frame.moments or clause.tense != "past":
            continue
        punishes = clause.lemma in lexicon.words("punishing-lemmas") and clause.voice == "passive"
        if not punishes and not _is_told_in_court(frame, clause):
            continue
        moment = when(frame, persons, number)
        if moment is None or moment.kind not in _KINDS or not moment.options or moment.bound in _OPEN:
            continue
        if punishes:
            punished.append(moment)
        elif not frame.has("pale-lemmas", (clause.lemma,)) and not frame.has(
            "court-hearing-words", _verb(frame, clause)
        ):
            deeds.append(moment)
    if len(punished) != 1 or not deeds:
        return
    fine, text = punished[0], frame.text(punished[0])
    if any(_is_before(deed, fine) is not False for deed in deeds):
        return
    deed = deeds[0]
    low, high = deed.options[0][0], deed.options[-1][1]
    working = frame.say("punished", one=text, two=frame.text(deed))
    due = (-_FOREVER, fine.options[-1][1])
    yield frame.relation("punished-before", deed, (low, high), due, text, working, "middling", (fine,))


def _verb(frame: Frame, clause: Clause) -> list[str]:
    return [frame.lowers[clause.verb]]


def _is_before(deed: Moment, fine: Moment) -> bool | None:
    """Whether a deed lies before a punishment, in any reading; None where the two cannot be held so."""
    pairs = [(one, two) for one in deed.options for two in fine.options if comparable(one, two)]
    if not pairs or all(one[0] - two[1] > _MOST for one, two in pairs):
        return None
    return any(one[0] <= two[1] for one, two in pairs)


def _is_told_in_court(frame: Frame, clause: Clause) -> bool:
    """ "the court heard", “the jury was told”: whether what a sentence tells was said before a court."""
    words = frame.words(clause.sentence)
    courts, hearing = frame.facts.lexicon.words("court-rooms"), frame.facts.lexicon.words("court-hearing-words")
    return any(word in courts and not hearing.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))
