"""Offsets: “a month later, in October 2021”, “40 minutes later, at 08:15”, “72 hours later, on Thursday”."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from factlint.facts.model import Clock, Length, Moment, Relation
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link, apart, comparable
from factlint.relations.time.wording import told

_GAP = 4  # tokens between a length and the time that it leads to
_NAMED = 9  # tokens from “after” to the time that is counted from
_BACK = 4  # sentences back to the time that it is counted from
_DAY = 24 * 60
_HALF_YEAR = 180
_WEEK = 7
_SHORT = ("min", "h")
_LONGEST = 10  # days that weekdays can be counted over
_SEVERAL = 3  # days up to which a flat number of days reaches from two on
_DIRECTED = ("later", "earlier", "into")


class _Sum(NamedTuple):
    """The distance from one time to the other, in days, and the two."""

    low: float
    high: float
    start: Moment | Clock
    end: Moment | Clock


def find(frame: Frame) -> Iterator[Relation]:
    """Each length that leads from a time told before to one that stands beside it, with the distance of the two."""
    for sentence, lengths in frame.lengths.items():
        for length in lengths:
            if length.role not in _DIRECTED:
                continue
            for times in (frame.clocks.get(sentence, []), frame.moments.get(sentence, [])):
                relation = _relation(frame, sentence, length, times)
                if relation is not None:
                    yield relation
                    break


def _relation(frame: Frame, sentence: int, length: Length, times: Sequence[Moment | Clock]) -> Relation | None:
    result = _result(frame, length, times)
    if result is None:
        return _from_named(frame, length, times)
    starts = list(_starts(frame, sentence, length, result))
    if not starts or starts[0].start > length.start or _is_loose(starts[0], result):
        return None
    sums = [found for start in starts if (found := _distance(start, result, length))]
    if not sums:
        return None
    low, high = _exactly(length)
    if length.unit == "min" and isinstance(result, Moment):
        low, high = 0.0, 1.0  # “born on 4 May, and twenty minutes later, on the fifth”
    weekdays = isinstance(result, Moment) and result.weekday is not None and not result.options
    best = sums[0]
    supported = any(one.low <= high and low <= one.high for one in sums)
    if weekdays or any(isinstance(one.start, Moment) and one.start.kind == "weekday" for one in sums):
        supported = any(_shift_fits(one, low, high) for one in sums)
    lexicon = frame.facts.lexicon
    computed = told(lexicon, best.low, best.high, length.unit)
    early, late = (best.start, best.end) if length.role != "earlier" else (best.end, best.start)
    working = frame.say("lasting", one=frame.text(early), two=frame.text(late), result=computed)
    near = frame.sentence(best.start.start) >= sentence - 1
    link: Link = "strong" if near and result.first - length.last <= _GAP else "middling"
    return frame.relation(
        "offset", length, (low, high), (best.low, best.high), computed, working, link, (best.start, result), supported
    )


def _is_loose(start: Moment | Clock, result: Moment | Clock) -> bool:
    """Whether a length leads from a weekday whose day nobody tells to a day without its weekday."""
    if isinstance(start, Clock) or isinstance(result, Clock):
        return False
    return not start.options and start.weekday is not None and result.weekday is None


def _from_named(frame: Frame, length: Length, times: Sequence[Moment | Clock]) -> Relation | None:
    """ "two years after the fire of 1998 … in 2003": counted from a time named behind “after” or “before”."""
    after = frame.lowers[length.last : length.last + 1]
    if not after or after[0] not in frame.facts.lexicon.words("counted-from-words") or length.unit in _SHORT:
        return None
    moments = [time for time in times if isinstance(time, Moment) and time.options and not time.in_quote]
    anchors = [time for time in moments if 0 < time.first - length.last <= _NAMED]
    # “five weeks after his 84th birthday, was born on 4 January”: a stop parts the two.
    anchors = [
        time
        for time in anchors
        if "PUNCT" not in frame.facts.language.tags[length.last : time.first] and not _is_predicate(frame, time)
    ]
    others = [time for time in moments if time.last <= length.first or (anchors and time.start > anchors[0].end)]
    if not anchors or len(others) != 1 or others[0].bound in ("since", "until", "from"):
        return None
    found = _distance(anchors[0], others[0], length)
    if found is None:
        return None
    low, high = _exactly(length)
    supported = found.low <= high and low <= found.high
    computed = told(frame.facts.lexicon, found.low, found.high, length.unit)
    early, late = (anchors[0], others[0]) if length.role != "earlier" else (others[0], anchors[0])
    working = frame.say("lasting", one=frame.text(early), two=frame.text(late), result=computed)
    gap = min(abs(others[0].first - anchors[0].last), abs(length.first - others[0].last))
    link: Link = "strong" if gap <= _GAP else "middling"
    return frame.relation(
        "offset",
        length,
        (low, high),
        (found.low, found.high),
        computed,
        working,
        link,
        (anchors[0], others[0]),
        supported,
    )


def _is_predicate(frame: Frame, time: Moment | Clock) -> bool:
    """Whether a time is what something was: “the morning after the draw was a Saturday”."""
    tags, at = frame.facts.language.tags, time.first - 1
    return tags[at - (tags[at] == "DET" and at > 0)] == "AUX"


def _result(frame: Frame, length: Length, times: Sequence[Moment | Clock]) -> Moment | Clock | None:
    """The time right behind the length, of a fineness that the unit can be checked against, else that right before."""
    for time in times:
        if isinstance(time, Clock) != (length.unit in _SHORT) and not (
            length.unit in _SHORT and isinstance(time, Moment) and time.kind in ("day", "weekday")
        ):
            continue
        if isinstance(time, Clock) and (not time.exact or length.high > 1):
            continue
        if time.first == length.last + 1 and frame.has("dating-words", frame.lowers[length.last : time.first]):
            continue  # “for two hours on Thursday”
        if time.first >= length.last and _leads(frame, length.last, time.first):
            return time
    return None


def _leads(frame: Frame, first: int, last: int) -> bool:
    """Whether only small words stand between: “later, in”, “later, at six on”."""
    links = frame.facts.lexicon.union("leads-to", "interval-words")
    between = frame.lowers[first:last]
    if frame.has("counted-from-words", between[:1]) and frame.has("pronouns-for-what-was-told", between[1:2]):
        between = between[2:]  # “six years after that, in 2008”
    if between and between[0] in frame.facts.lexicon.words("counted-from-words") and between[1:2] != [","]:
        return False  # "18 hours after Friday's storms": the time is the one that it is counted from
    if len(between) > _GAP + 2:
        return False
    return all(word in links or word.isdecimal() or _is_hour(frame, word) for word in between)


def _is_hour(frame: Frame, word: str) -> bool:
    return word in frame.facts.lexicon.words("number-words") or word in frame.facts.lexicon.words("half-day-suffixes")


def _starts(frame: Frame, sentence: int, length: Length, result: Moment | Clock) -> Iterator[Moment | Clock]:
    """The times told before, nearest first, and last those that follow in the sentence."""
    of_day = isinstance(result, Clock)
    table: Mapping[int, Sequence[Moment | Clock]] = frame.clocks if of_day else frame.moments
    here = [time for time in table.get(sentence, ()) if time is not result]
    yield from (time for time in reversed(here) if time.start < length.start)
    for back in range(sentence - 1, max(-1, sentence - _BACK - 1), -1):
        yield from reversed(table.get(back, ()))
    yield from (time for time in here if time.start > result.start)


def _distance(start: Moment | Clock, result: Moment | Clock, length: Length) -> _Sum | None:
    """From the one to the other in days, forwards where the length says later; None where they cannot be held so."""
    sign = -1 if length.role == "earlier" else 1
    if isinstance(start, Clock) and isinstance(result, Clock):
        if not start.exact:
            return None
        return _clocks(start, result, sign)
    assert isinstance(start, Moment)
    assert isinstance(result, Moment)
    if start.weekday is not None and result.weekday is not None and (not start.options or start.kind == "weekday"):
        shift = (result.weekday - start.weekday) * sign % _WEEK
        return _Sum(shift, shift, start, result) if length.high < _LONGEST else None
    pairs = [
        apart(one, two)
        for one in start.options
        for two in result.options
        if comparable(one, two) and start.kind != "now"
    ]
    if not pairs or _coarser(start, length) or _coarser(result, length):
        return None
    if start.kind == result.kind == "year" and length.unit in ("year", "decade", "century"):
        pairs = [(round((low + high) / 2 - _HALF_YEAR), round((low + high) / 2 + _HALF_YEAR)) for low, high in pairs]
    distances = [(sign * low, sign * high) if sign > 0 else (-high, -low) for low, high in pairs]
    low, high = min(distances, key=lambda pair: abs((pair[0] + pair[1]) / 2 - (length.low + length.high) / 2))
    return _Sum(low, high, start, result)


def _clocks(start: Clock, result: Clock, sign: int) -> _Sum:
    """Between two times of day, over midnight where the second is the earlier; of two readings the nearer one."""
    readings = [
        ((two - one) * sign % _DAY) / _DAY for one in {start.low, start.high} for two in {result.low, result.high}
    ]
    return _Sum(min(readings), min(readings), start, result)


def _coarser(moment: Moment, length: Length) -> bool:
    """Whether a moment is too coarse to count the unit from: days from a month, months from a year."""
    if length.unit in ("d", "week", "fortnight", "h", "min"):
        return moment.kind not in ("day", "weekday")
    if length.unit == "month":
        return moment.kind not in ("day", "weekday", "month", "week")
    return moment.kind in ("decade", "century") and length.unit == "year"


def _exactly(length: Length) -> tuple[float, float]:
    """The days that an offset leaves open: “two days later” is two, though “for two days” may be three."""
    if length.unit == "d" and not length.hedge:
        # Undoes what a flat number is widened by.
        days = length.high - 1 if length.high >= _SEVERAL else round(length.high / 1.5)
        return days, days
    return length.low, length.high


def _shift_fits(found: _Sum, low: float, high: float) -> bool:
    """Whether a number of days within the length leads from the one weekday to the other."""
    if isinstance(found.start, Clock) or found.low > _WEEK:
        return found.low <= high and low <= found.high
    middle = round((low + high) / 2, 3)
    days = {math.floor(middle), math.ceil(middle), *range(math.ceil(low), math.floor(high) + 1)}
    return any(day % _WEEK == round(found.low) % _WEEK for day in days)
