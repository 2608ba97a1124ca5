"""Days with a name: Christmas Eve, Easter Monday, the third Sunday in May, each against the date beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import is_floating, parts_of
from factlint.facts.time.calendar import weekday as weekday_of
from factlint.relations.time.feasts import eastern, feasts
from factlint.relations.time.frame import Frame

_GAP = 3  # tokens between a named day and its date
_WEEK = 7
_FRIDAY = 4
_ANY_YEAR = 2022  # with the year behind it none of which is a leap year
_YEAR = 365


def find(frame: Frame) -> Iterator[Relation]:
    """Each named day with the date that stands right beside it."""
    lexicon = frame.facts.lexicon
    weekdays = lexicon.table("named-weekdays")
    longer = lexicon.words("longer-feasts")
    told: set[int] = set()
    for first, last, date_in in feasts(frame, told_before=True):
        if " ".join(frame.lowers[first:last]) in longer:
            continue  # “over Christmas, on 27 December”
        eve = _eve(frame, first)
        moment = _beside(frame, first - 3 if eve else first, last)
        if moment is None or (is_floating(moment.options[-1]) and date_in(_ANY_YEAR) != date_in(_ANY_YEAR + 1) - _YEAR):
            continue
        told.add(moment.start)
        place = Stretch(frame.tokens.starts[first - 2 if eve else first], frame.tokens.ends[last - 1])
        yield _on_day(frame, moment, place, date_in, eve)
    for first, last in frame.tokens.phrases(lexicon.phrases("named-weekdays")):
        moment = None if _eve(frame, first) else _beside(frame, first, last)
        if moment is None or moment.start in told or is_floating(moment.options[-1]) or not moment.fixed:
            continue
        place = Stretch(frame.tokens.starts[first], frame.tokens.ends[last - 1])
        phrase = " ".join(frame.lowers[first:last]).replace(" '", "'")
        yield _on_weekday(frame, moment, place, weekdays, phrase)
    yield from _nth(frame)
    for at in frame.tokens.positions(lexicon.words("weekend-words")):
        moment = _beside(frame, at, at + 1)
        if moment is not None and moment.fixed and not is_floating(moment.options[-1]):
            place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
            day = (weekday_of(moment.options[-1][0]) - _FRIDAY) % _WEEK
            yield frame.relation(
                "named-day", moment, (day, day), (0, 3), frame.text(place), frame.text(place), "strong", (place,)
            )


def _beside(frame: Frame, first: int, last: int) -> Moment | None:
    """The day that stands right behind a name, or right before it, with small words between alone."""
    words = frame.facts.lexicon.union("leads-to", "of-words")
    for moment in frame.moments.get(frame.sentence(frame.tokens.starts[first]), ()):
        if moment.kind != "day" or not moment.options or moment.relative or moment.in_quote:
            continue
        between = range(last, moment.first) if moment.first >= last else range(moment.last, first)
        if len(between) <= _GAP and all(frame.lowers[at] in words for at in between):
            return moment
    return None


def _eve(frame: Frame, first: int) -> bool:
    """ "the eve of All Saints": the day before."""
    words = frame.facts.lexicon.words
    return first > 2 and frame.lowers[first - 1] in words("of-words") and frame.lowers[first - 2] in words("eve-words")


def _on_day(frame: Frame, moment: Moment, place: Stretch, date_in: Callable[[int], int], eve: bool) -> Relation:
    """A date against the day of its year that has the name, or the day before that."""
    told = moment.options[-1][0]
    due = date_in(parts_of(told)[0]) - eve
    _, month, day = parts_of(due)
    name = f"{day} {frame.facts.lexicon.values('month-names')[month - 1]}"
    text = frame.text(place)
    of_the_east = not frame.facts.lexicon.words("old-calendar-words").isdisjoint(frame.tokens.index)
    by_old_calendar = of_the_east and eastern(date_in, parts_of(told)[0]) == told + eve
    return frame.relation(
        "named-day", moment, (told, told), (due, due), name, text, "strong", (place,), by_old_calendar
    )  # fmt: skip


def _on_weekday(frame: Frame, moment: Moment, place: Stretch, table: object, phrase: str) -> Relation:
    due = int(str(dict(table)[phrase]))  # type: ignore[call-overload]
    told = weekday_of(moment.options[-1][0])
    name = frame.facts.lexicon.values("weekday-names")[due].capitalize()
    return frame.relation("named-day", moment, (told, told), (due, due), name, frame.text(place), "strong", (place,))


def _nth(frame: Frame) -> Iterator[Relation]:
    """ "the third Sunday in May, 11 May": the day of the month tells which one it is."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    weekdays, ordinals = lexicon.table("weekdays"), lexicon.table("ordinals")
    for at in frame.tokens.positions(weekdays.keys()):
        number = ordinals.get(lowers[at - 1]) if at else None
        if number is None or number > 5 or not frame.tokens.texts[at][0].isupper():
            continue
        for moment in frame.moments.get(frame.sentence(frame.tokens.starts[at]), ()):
            if moment.kind != "day" or not moment.options or not 0 < moment.first - at <= _GAP + 2:
                continue
            day = parts_of(moment.options[-1][0])[2]
            which = (day - 1) // _WEEK + 1
            place = Stretch(frame.tokens.starts[at - 1], frame.tokens.ends[at])
            yield frame.relation(
                "nth-weekday",
                moment,
                (which, which),
                (number, number),
                frame.text(place),
                frame.text(place),
                "strong",
                (place,),
            )
            break
