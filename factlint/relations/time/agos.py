"""Distances from the article's day: “a week ago, on 2 June”, “last Friday, 3 May”, “tomorrow (Saturday)”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Length, Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import Days, parts_of
from factlint.facts.time.calendar import weekday as weekday_of
from factlint.relations.time.feasts import feasts
from factlint.relations.time.frame import Frame, apart
from factlint.relations.time.wording import told

_AFTER = 4  # tokens from “ago” to the day
_AHEAD = 9  # tokens from “away” to the day
_SHORT = ("min", "h")
_WEEK = 7
_COUNTED = ("d", "week", "fortnight")
_PLAIN = ("", "exact", "about")
_AWAY = 6  # tokens from a named day to how far away it is
_SHORTLY = 4  # tokens from there to the day


def find(frame: Frame) -> Iterator[Relation]:
    """What is counted from the article's day, with the day or weekday that stands beside it."""
    if frame.today is None:
        return
    worked_out = [(c.start, c.end) for c in frame.facts.calculations if c.kind == "ago"]
    for sentence, lengths in frame.lengths.items():
        for length in lengths:
            if length.unit in _SHORT or length.in_quote or any(a <= length.start < b for a, b in worked_out):
                continue
            moment, sign = _counted(frame, length, frame.moments.get(sentence, []))
            if moment is not None:
                yield _distance(frame, length, moment, sign, (frame.today, frame.today))
            else:
                yield from _weekday_ago(frame, length, frame.moments.get(sentence, []))
    yield from _to_named_days(frame)
    for moments in frame.moments.values():
        for moment in moments:
            yield from _which(frame, moment)
        for one, two in pairwise(moments):
            yield from _relative(frame, one, two)


def _counted(frame: Frame, length: Length, moments: list[Moment]) -> tuple[Moment | None, int]:
    """The moment that a length from or to the article's day leads to, and the way: -1 back, 1 ahead."""
    lowers, lexicon = frame.lowers, frame.facts.lexicon
    after = lowers[length.last : length.last + 3]
    fixed = [moment for moment in moments if moment.options and not moment.relative and not moment.in_quote]
    if length.role == "ago":
        for moment in fixed:
            behind = 0 < moment.first - length.last <= _AFTER and _small(frame, length.last + 1, moment.first)
            ahead = 0 <= length.first - moment.last <= 1 and _small(frame, moment.last, length.first)
            if behind or ahead:
                return moment, -1
    elif frame.has("from-now-words", after) and _is_told_of_today(frame, length):
        for moment in fixed:
            if 0 < moment.first - length.last <= _AHEAD:
                return moment, 1
    elif length.first > 1 and lowers[length.first - 1] in lexicon.words("in-words") and after[:1] == [","]:
        if _is_past(frame, length):
            return None, 0  # “went up in 11 months, in 1934 and 1935”
        for moment in fixed:
            if 0 < moment.first - length.last <= 3 and _small(frame, length.last, moment.first):
                return moment, 1
    return None, 0


def _is_told_of_today(frame: Frame, length: Length) -> bool:
    """ "is three weeks off", “The vote, ten days away, is”: not “had a day off in Perth”, “was a week away”."""
    language, at = frame.facts.language, length.first - 1
    while at > 0 and language.tags[at] in ("ADV", "ADJ"):
        at -= 1
    return not _is_past(frame, length) and (at < 0 or language.tags[at] not in ("VERB", "NOUN"))


def _is_past(frame: Frame, length: Length) -> bool:
    """Whether the clause of a length is told in the past."""
    number = frame.facts.language.clause_of(length.first)
    return number is not None and frame.facts.language.clauses[number].tense == "past"


def _to_named_days(frame: Frame) -> Iterator[Relation]:
    """ "Christmas is three weeks away", “Thanksgiving, a week off”, “ten days to Halloween”: to the next such day."""
    assert frame.today is not None
    today = frame.today
    year = parts_of(today)[0]
    for first, last, date_in in feasts(frame):
        sentence = frame.sentence(frame.tokens.starts[first])
        place = Stretch(frame.tokens.starts[first], frame.tokens.ends[last - 1])
        if frame.facts.in_quotation(place.start):
            continue
        lengths = [
            n for n in frame.lengths.get(sentence, ()) if n.unit in _COUNTED and _leads_to(frame, n, first, last)
        ]
        if len(lengths) != 1 or any(
            m.first >= last for m in frame.moments.get(sentence, ()) if m.first - last < _SHORTLY
        ):
            continue
        days = next((day for turn in (0, 1) if (day := date_in(year + turn)) >= today), None)
        if days is None:
            continue
        length = lengths[0]
        gap = days - today
        computed = told(frame.facts.lexicon, gap, gap, length.unit if gap >= _WEEK else "d")
        working = frame.say("lasting", one=frame.say("article-day"), two=frame.text(place), result=computed)
        yield frame.relation(
            "from-today", length, (length.low, length.high), (gap, gap), computed, working, "strong", (place,),
            length.low <= gap <= length.high,
        )  # fmt: skip


def _leads_to(frame: Frame, length: Length, first: int, last: int) -> bool:
    """Whether a length is told as the time up to a named day, or a named day as so far away."""
    if length.in_quote or length.hedge not in _PLAIN:
        return False
    away = frame.has("from-now-words", frame.lowers[length.last : length.last + 2])
    if 0 <= length.first - last <= _AWAY or (away and 0 <= first - length.last <= _SHORTLY):
        return away
    until = frame.has("counting-down-words", frame.lowers[length.last : length.last + 1])
    return until and 0 < first - length.last <= 2


def _small(frame: Frame, first: int, last: int) -> bool:
    words = frame.facts.lexicon.words("leads-to")
    return all(word in words for word in frame.lowers[first:last])


def _weekday_ago(frame: Frame, length: Length, moments: list[Moment]) -> Iterator[Relation]:
    """ "three days ago, on Friday": the weekday so many days before the article's day."""
    if length.role != "ago" or length.unit != "d" or length.hedge or frame.today is None:
        return
    days = round((length.low + length.high) / 2)
    for moment in moments:
        beside = 0 < moment.first - length.last <= _AFTER and _small(frame, length.last + 1, moment.first)
        if beside and moment.kind == "weekday" and moment.weekday is not None and days < _WEEK:
            due = weekday_of(frame.today - days)
            name = frame.facts.lexicon.values("weekday-names")[due].capitalize()
            working, told_day = frame.say("written", one=_today(frame)), (moment.weekday, moment.weekday)
            yield frame.relation("which-day", moment, told_day, (due, due), name, working, "strong", (length,))


def _distance(frame: Frame, length: Length, moment: Moment, sign: int, today: Days) -> Relation:
    pairs = [apart(days, today) if sign < 0 else apart(today, days) for days in moment.options]
    middle = (length.low + length.high) / 2
    low, high = min(pairs, key=lambda pair: abs(sum(pair) / 2 - middle))
    supported = any(one <= length.high and length.low <= two for one, two in pairs)
    computed = told(frame.facts.lexicon, low, high, length.unit)
    day = frame.say("article-day" if frame.today is not None else "now")
    early, late = (frame.text(moment), day) if sign < 0 else (day, frame.text(moment))
    working = frame.say("lasting", one=early, two=late, result=computed)
    return frame.relation(
        "from-today", length, (length.low, length.high), (low, high), computed, working, "strong", (moment,), supported
    )


def _which(frame: Frame, moment: Moment) -> Iterator[Relation]:
    """ "last Friday, 3 May": within a fortnight before the article's day."""
    assert frame.today is not None
    if moment.kind != "day" or moment.weekday is None or moment.relative or not moment.options or not moment.first:
        return
    which = frame.facts.lexicon.table("which-one").get(frame.lowers[moment.first - 1])
    if which not in (-1, 1):
        return
    low, high = (days - frame.today for days in moment.options[-1])
    monday = weekday_of(frame.today)
    due = (-monday - _WEEK, -1) if which == -1 else (1, 2 * _WEEK - 1 - monday)
    working = frame.say("written", one=_today(frame))
    yield frame.relation("which-day", moment, (low, high), due, working, working, "strong")


def _relative(frame: Frame, one: Moment, two: Moment) -> Iterator[Relation]:
    """ "tomorrow (Saturday)", "yesterday, 3 May": the day counted from the article's own, and the one beside it."""
    if not _small(frame, one.last, two.first) or two.first - one.last > 2 or one.in_quote:
        return
    if {one.relative, two.relative} == {True, False} and {one.kind, two.kind} & {"year", "month", "week"}:
        yield from _unit(frame, one, two)
    told_from, other = (one, two) if one.relative and one.kind == "day" else (two, one)
    if not (told_from.relative and told_from.kind == "day" and told_from.options) or other.kind not in (
        "day",
        "weekday",
    ):
        return
    due = told_from.options[0][0]
    working = frame.say("written", one=_today(frame))
    if other.weekday is not None:
        name = frame.facts.lexicon.values("weekday-names")[weekday_of(due)].capitalize()
        told_day = (other.weekday, other.weekday)
        yield frame.relation(
            "which-day", other, told_day, (weekday_of(due), weekday_of(due)), name, working, "strong", (told_from,)
        )
    elif other.options and not other.relative:
        yield frame.relation(
            "which-day", other, other.options[-1], (due, due), working, working, "strong", (told_from,)
        )


def _unit(frame: Frame, one: Moment, two: Moment) -> Iterator[Relation]:
    """ "last year, in March 2021", "this month, on 3 March": the two have days in common."""
    told_from, other = (one, two) if one.relative else (two, one)
    if (
        told_from.kind not in ("year", "month", "week")
        or not told_from.options
        or not other.options
        or (other.weekday is not None and (told_from.kind != "week" or other.kind != "day"))
    ):
        return
    if other.kind not in ("day", "month", "year"):
        return
    due = told_from.options[0]
    supported = any(days[0] <= due[1] and due[0] <= days[1] for days in other.options)
    working = frame.say("written", one=_today(frame))
    yield frame.relation(
        "which-day", other, other.options[-1], due, working, working, "strong", (told_from,), supported
    )


def _today(frame: Frame) -> str:
    day = frame.facts.article_day
    assert day is not None
    assert frame.today is not None
    names = frame.facts.lexicon.values("month-names"), frame.facts.lexicon.values("weekday-names")
    return f"{names[1][weekday_of(frame.today)].capitalize()}, {day[2]} {names[0][day[1] - 1]} {day[0]}"
