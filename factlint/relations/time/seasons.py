"""Seasons and quarters against months: shut “for the winter” on 12 June, a third quarter that ends in June."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import parts_of
from factlint.relations.time.frame import Frame

_YEAR = 12
_MONTHS_IN = {"quarter": 3, "half": 6}
_WITHIN = 14  # tokens between a quarter and its last month
_BETWEEN = 10  # tokens between a season and the day
_FAR = 4.0  # months from the middle of a season at which nobody speaks of it


def find(frame: Frame) -> Iterator[Relation]:
    """Each season that a day is told for, and each quarter of the calendar with its months."""
    yield from _seasons(frame)
    yield from _quarters(frame)


def _seasons(frame: Frame) -> Iterator[Relation]:
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    names, months = lexicon.table("season-names"), lexicon.values("season-months")
    southern = not lexicon.words("southern-places").isdisjoint(frame.tokens.index)
    for at in () if southern else frame.tokens.positions(names.keys()):
        if not at or not _tied(frame, at):
            continue
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
        sentence = frame.sentence(place.start)
        first, last = months[names[lowers[at]]]
        middle = (first + last) / 2
        for moment in frame.moments.get(sentence, ()):
            if moment.kind not in ("day", "month") or not moment.options or moment.in_quote:
                continue
            if not -_BETWEEN < moment.first - at < _BETWEEN:
                continue
            month = parts_of(moment.options[0][0])[1]
            away = min(abs(month + turn - middle) for turn in (-_YEAR, 0, _YEAR))
            yield frame.relation(
                "season", moment, (away, away), (0, _FAR), lowers[at], lowers[at], "strong", (place,),
                stated_text=frame.text(moment),
            )  # fmt: skip


def _tied(frame: Frame, season: int) -> bool:
    """Whether a season is what the day of its sentence lies in: “for the winter”."""
    lexicon, at = frame.facts.lexicon, season - 1
    if at > 0 and frame.lowers[at] in lexicon.words("definite-articles"):
        at -= 1
    return frame.lowers[at] in lexicon.words("for-words")


def _quarters(frame: Frame) -> Iterator[Relation]:
    """ "the third quarter of the calendar year, the three months to the end of June"."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    calendar = lexicon.words("calendar-year-words")
    for at in frame.tokens.positions(_MONTHS_IN.keys()):
        first = at - 2 if at > 1 and lowers[at - 1] in calendar else at - 1
        number = lexicon.table("ordinals").get(lowers[first]) if at else None
        size = _MONTHS_IN[lowers[at]]
        if number is None or number * size > _YEAR or calendar.isdisjoint(lowers[max(0, at - 3) : at + 6]):
            continue
        place = Stretch(frame.tokens.starts[first], frame.tokens.ends[at])
        for moment in frame.moments.get(frame.sentence(place.start), ()):
            if moment.kind not in ("day", "month") or not at < moment.first < at + _WITHIN:
                continue
            if lexicon.words("end-of-span-words").isdisjoint(lowers[moment.first - 4 : moment.first]):
                continue
            month = _month(moment, frame)
            due = int(number) * size
            name = lexicon.values("month-names")[due - 1]
            told = f"{lowers[first]} {lowers[at]}"
            working = frame.say("quarter", one=told, result=name)
            yield frame.relation("quarter", moment, (month, month), (due, due), name, working, "strong", (place,))
            break


def _month(moment: Moment, frame: Frame) -> int:
    """The month that a moment names, 1 to 12; 0 where none of its words does."""
    months = frame.facts.lexicon.table("months")
    return next((int(months[word]) for word in frame.lowers[moment.first : moment.last] if word in months), 0)
