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
_BESIDE = 6  # tokens from a quarter to the first of its months
_FAR = 4.0  # months from the middle of a season at which nobody speaks of it


def find(frame: Frame) -> Iterator[Relation]:
    """Each season that a day is told for, and each quarter of the calendar with its months."""
    yield from _seasons(frame)
    yield from _quarters(frame)
    yield from _spelt_out(frame)
    yield from _of_own_year(frame)


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


def _spelt_out(frame: Frame) -> Iterator[Relation]:
    """ "the third quarter, from April to June": the months right beside a quarter make another one.

    Firms whose year begins elsewhere say so, or have quarters that begin with another month than any of these.
    """
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    if frame.tokens.positions(lexicon.words("business-year-words")):
        return
    months, openers = lexicon.table("months"), lexicon.union("leads-to", "span-openers", "definite-articles")
    joiners = lexicon.words("range-joiners")
    for at in frame.tokens.positions(("quarter",)):
        number = lexicon.table("ordinals").get(lowers[at - 1]) if at else None
        begin = next((n for n in range(at + 1, min(at + _BESIDE, len(lowers))) if lowers[n] in months), None)
        if number is None or begin is None or begin + 2 >= len(lowers) or lowers[begin + 2] not in months:
            continue
        if lowers[begin + 1] not in joiners or not all(word in openers for word in lowers[at + 1 : begin]):
            continue
        if number * _MONTHS_IN["quarter"] > _YEAR or frame.facts.in_quotation(frame.tokens.starts[at]):
            continue
        first, last = int(months[lowers[begin]]), int(months[lowers[begin + 2]])
        due = int(number) * _MONTHS_IN["quarter"]
        whole = (last - first) % _YEAR + 1 == _MONTHS_IN["quarter"] and last % _MONTHS_IN["quarter"] == 0
        if first != due - 2 and not whole:
            continue  # the year of a firm that begins with another month
        place = Stretch(frame.tokens.starts[at - 1], frame.tokens.ends[at])
        told = Stretch(frame.tokens.starts[begin], frame.tokens.ends[begin + 2])
        name = lexicon.values("month-names")[due - 1]
        working = frame.say("quarter", one=frame.text(place), result=name)
        yield frame.relation("quarter", told, (last, last), (due, due), name, working, "strong", (place,))


def _of_own_year(frame: Frame) -> Iterator[Relation]:
    """ "the second quarter of the financial year, which began on 1 April … the three months to 31 December"."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    if not frame.tokens.positions(lexicon.words("business-year-words")):
        return
    begins = {month for moments in frame.moments.values() for m in moments if (month := _begins(frame, m))}
    if len(begins) != 1:
        return
    (begin,) = begins
    for at in frame.tokens.positions(_MONTHS_IN.keys()):
        number, size = lexicon.table("ordinals").get(lowers[at - 1]) if at else None, _MONTHS_IN[lowers[at]]
        if number is None or number * size > _YEAR:
            continue
        place = Stretch(frame.tokens.starts[at - 1], frame.tokens.ends[at])
        here = frame.sentence(place.start)
        # “profit for the quarter ended 31 December … the second quarter of the financial year”
        ahead = (here - 1,) if here and lowers[at] in frame.words(here - 1) else ()
        for moment in (m for n in (here, here + 1, here + 2, *ahead) for m in frame.moments.get(n, ())):
            month = _month(moment, frame)
            ends = lexicon.words("end-of-span-words").isdisjoint(lowers[moment.first - 4 : moment.first])
            if not month or ends or _begins(frame, moment) or moment.in_quote:
                continue
            due = (begin - 1 + int(number) * size - 1) % _YEAR + 1
            name = lexicon.values("month-names")[due - 1]
            first = lexicon.values("month-names")[begin - 1]
            told = f"{lowers[at - 1]} {lowers[at]}"
            working = frame.say("own-quarter", one=told, two=first, result=name)
            yield frame.relation("quarter", moment, (month, month), (due, due), name, working, "strong", (place,))
            break


def _begins(frame: Frame, moment: Moment) -> int:
    """The month with which a moment says that a firm's year begins; 0 where it says nothing of it."""
    month = _month(moment, frame)
    held = frame.facts.sentences[frame.sentence(moment.start)]
    before = frame.lowers[max(held.first, moment.first - _BETWEEN) : moment.first]
    if not month or not frame.has("business-year-words", before):
        return 0
    if frame.has("beginning-words", before) or moment.bound == "from":
        return month
    closes = frame.has("year-closers", before) and not frame.has("in-words", before[:1])
    return month % _YEAR + 1 if closes else 0


def _month(moment: Moment, frame: Frame) -> int:
    """The month that a moment names, 1 to 12; 0 where none of its words does."""
    months = frame.facts.lexicon.table("months")
    return next((int(months[word]) for word in frame.lowers[moment.first : moment.last] if word in months), 0)
