"""Ranges: “the three-day fair runs from 4 to 8 June”, “six days a week, Monday to Friday”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.facts.model import Clock, Figure, Length, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import parts_of
from factlint.language.model import Phrase
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.wording import told

_WEEK = 7
_LENGTH = {"d": 1, "month": 30.44}
_LONGEST = 31
_DAY = 24 * 60
_NEAR = 14  # tokens between a length and the range
_A_DAY = 2  # tokens of “a day”
_EVENTS = frozenset({"event", "act", "time"})  # a festival is a time
_BESIDE = 5  # tokens from “six days a week” to the weekdays


class _Range(NamedTuple):
    """From one day or weekday to another, both counted: how many days, and the tokens that it takes up."""

    days: int
    first: int
    last: int
    weekdays: bool
    unit: str = "d"


def find(frame: Frame) -> Iterator[Relation]:
    """Each number of days or hours with the only range of its sentence."""
    joiners = frame.facts.lexicon.words("range-joiners")
    ranges: dict[int, list[_Range]] = {}
    for at in frame.tokens.positions(joiners):
        found = _weekdays(frame, at) or _dates(frame, at) or _months(frame, at)
        if found and found.days < 1:
            yield _reversed(frame, found)
        elif found:
            ranges.setdefault(frame.sentence(frame.tokens.starts[found.first]), []).append(found)
    for sentence, rows in ranges.items():
        held = frame.facts.sentences[sentence]
        if len(rows) == 1:
            for length in frame.lengths.get(sentence, ()):
                if frame.is_rate(length):
                    continue  # "250,000 litres a day from 1 to 20 February"
                yield from _of_days(frame, length, rows[0])
            yield from _adjectives(frame, rows[0], held.first, held.last)
    yield from _elsewhere(frame, ranges)
    yield from _hours(frame)
    yield from _daily(frame)


def _weekdays(frame: Frame, at: int) -> _Range | None:
    """ "Monday to Friday", "Tuesday–Saturday" """
    table = frame.facts.lexicon.table("weekdays")
    lowers = frame.lowers
    if not 0 < at < len(lowers) - 1 or lowers[at - 1] not in table or lowers[at + 1] not in table:
        return None
    days = (table[lowers[at + 1]] - table[lowers[at - 1]]) % _WEEK + 1
    return _Range(days, at - 1, at + 2, True)


def _dates(frame: Frame, at: int) -> _Range | None:
    """ "4 to 8 June", "June 4-8", "30 May to 2 June" """
    lowers = frame.lowers
    before = next((m for m in frame.facts.moments if m.last == at and m.kind == "day"), None)
    after = next((m for m in frame.facts.moments if m.first == at + 1 and m.kind == "day"), None)
    if before and after and before.options and after.options:
        days = after.options[-1][0] - before.options[-1][0] + 1
        return _Range(days, before.first, after.last, False) if 1 < days < _LONGEST else None
    if after and after.options and at and lowers[at - 1].isdecimal() and len(lowers[at - 1]) <= 2:
        days = parts_of(after.options[-1][0])[2] - int(lowers[at - 1]) + 1
        return _Range(days, at - 1, after.last, False) if _whole(frame, at - 1, days) else None
    if before and before.options and at + 1 < len(lowers) and lowers[at + 1].isdecimal() and len(lowers[at + 1]) <= 2:
        days = int(lowers[at + 1]) - parts_of(before.options[-1][0])[2] + 1
        return _Range(days, before.first, at + 2, False) if _whole(frame, before.first, days) else None
    return None


def _whole(frame: Frame, first: int, days: int) -> bool:
    """Whether a range is one: more than a day long, or led in by “from” where it runs backwards."""
    opened = first > 0 and frame.has("span-openers", frame.lowers[first - 1 : first])
    return 1 < days < _LONGEST or (opened and days < 1)


def _months(frame: Frame, at: int) -> _Range | None:
    """ "March to October": how many months, both counted."""
    table = frame.facts.lexicon.table("months")
    lowers, texts = frame.lowers, frame.tokens.texts
    if not 0 < at < len(lowers) - 1 or lowers[at - 1] not in table or lowers[at + 1] not in table:
        return None
    if not (texts[at - 1][0].isupper() and texts[at + 1][0].isupper()):
        return None
    count = (int(table[lowers[at + 1]]) - int(table[lowers[at - 1]])) % 12 + 1
    return _Range(count, at - 1, at + 2, False, "month") if count > 1 else None


def _reversed(frame: Frame, found: _Range) -> Relation:
    """ "from 21 to 17 March": a range that ends before it begins."""
    span = Stretch(frame.tokens.starts[found.first], frame.tokens.ends[found.last - 1])
    text = frame.text(span)
    return frame.relation("range-order", span, (found.days, found.days), (1, _LONGEST), text, text, "strong")


def _of_days(frame: Frame, length: Length, found: _Range) -> Iterator[Relation]:
    """ "six days a week, Monday to Friday"; "for five days, from 4 to 8 June"."""
    if length.unit != found.unit or length.hedge or length.in_quote:
        return
    number = round((length.low + length.high) / 2 / _LENGTH[found.unit])
    weekly = frame.has("weekly-words", frame.lowers[length.last : length.last + 2])
    gap = max(found.first - length.last, length.first - found.last)
    if (
        found.weekdays != weekly
        or gap > (_BESIDE if weekly else _NEAR)
        or (not weekly and length.role not in ("for", "over", ""))
    ):
        return
    if not weekly and frame.has("unrelated-duration-words", frame.lowers[max(0, length.first - 3) : length.last + 3]):
        return
    yield _relation(frame, Stretch(length.start, length.end), number, found, "strong" if gap <= _BESIDE else "middling")


def _adjectives(frame: Frame, found: _Range, first: int, last: int) -> Iterator[Relation]:
    """ "the three-day fair runs from 4 to 8 June"."""
    for figure in frame.facts.figures:
        if first <= figure.first < last and _is_of(frame, figure, found.unit) and not figure.in_quote:
            gap = max(found.first - figure.last, figure.first - found.last)
            if gap <= _NEAR:
                place = Stretch(figure.start, figure.end)
                yield _relation(frame, place, round(figure.value), found, "strong")


def _elsewhere(frame: Frame, ranges: dict[int, list[_Range]]) -> Iterator[Relation]:
    """ "A three-day feast … The festival runs from Friday to Monday": the one event's length and its one range."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    running = lexicon.words("running-lemmas")
    rows = [(sentence, row) for sentence, held in ranges.items() for row in held if row.unit == "d"]
    if len(rows) != 1:
        return
    sentence, found = rows[0]
    clause = next((c for c in language.clauses if c.sentence == sentence and c.lemma in running), None)
    subject = None if clause is None or clause.subject is None else language.phrases[clause.subject]
    if subject is None or clause is None or clause.in_quote or not found.first - clause.verb < _NEAR:
        return
    told = [figure for figure in frame.facts.figures if _is_of(frame, figure, "d") and not figure.in_quote]
    named = [(figure, noun) for figure in told if (noun := _noun_of(frame, figure)) is not None]
    if len(named) != 1 or frame.sentence(named[0][0].start) == sentence:
        return
    figure, noun = named[0]
    events = [not phrase.classes.isdisjoint(_EVENTS) and "person" not in phrase.classes for phrase in (noun, subject)]
    if noun.lemma == subject.lemma or all(events) or (events[0] and subject.pronoun is not None):
        yield _relation(frame, Stretch(figure.start, figure.end), round(figure.value), found, "middling")


def _noun_of(frame: Frame, figure: Figure) -> Phrase | None:
    """The phrase in whose head an adjective of days ends: “a three-day feast”."""
    number = frame.facts.language.phrase_at(figure.first)
    phrase = None if number is None else frame.facts.language.phrases[number]
    return phrase if phrase is not None and phrase.head >= figure.last else None


def _is_of(frame: Frame, figure: Figure, unit: str) -> bool:
    """Whether a figure opens an adjective of days or months: “three-day”."""
    text = frame.facts.text(figure).lower()
    return figure.unit == unit and ("-" in text or "‑" in text) and figure.precision == "exact"


def _relation(frame: Frame, place: Stretch, number: int, found: _Range, link: Link) -> Relation:
    days = found.days * _LENGTH[found.unit]
    computed = told(frame.facts.lexicon, days, days, found.unit)
    start, end = frame.tokens.starts[found.first], frame.tokens.ends[found.last - 1]
    low = found.days if found.weekdays else found.days - 1
    span = Stretch(start, end)
    working = frame.say("same", one=frame.text(span), result=computed)
    return frame.relation("day-range", place, (number, number), (low, found.days), computed, working, link, (span,))


# -------------------------------------------------------------------------------------------------------------- hours


def _hours(frame: Frame) -> Iterator[Relation]:
    """ "the two-hour concert, from 7pm to 8pm": the only two clocks of a sentence, joined, and the only hours."""
    joiners = frame.facts.lexicon.words("range-joiners")
    for sentence, clocks in frame.clocks.items():
        exact = [clock for clock in clocks if clock.exact and clock.low == clock.high and not clock.in_quote]
        if len(exact) != 2 or exact[1].first - exact[0].last != 1 or frame.lowers[exact[0].last] not in joiners:
            continue
        held = frame.facts.sentences[sentence]
        lengths = [
            figure
            for figure in frame.facts.figures
            if held.first <= figure.first < held.last and figure.unit in ("h", "min") and figure.precision == "exact"
        ]
        if len(lengths) == 1 and "-" in frame.facts.text(lengths[0]):
            yield _between(frame, lengths[0], exact[0], exact[1])


def _daily(frame: Frame) -> Iterator[Relation]:
    """ "will run every weekday from 8.30am until 1pm … six and a half hours a day": its only daily hours."""
    spans = [
        (one, two)
        for sentence, clocks in frame.clocks.items()
        if frame.has("daily-words", frame.words(sentence))
        for one, two in pairwise(clocks)
        if one.exact and two.exact and one.low == one.high and two.low == two.high and not one.in_quote
        if two.first - one.last == 1 and frame.has("range-joiners", frame.lowers[one.last : two.first])
    ]
    if len({(one.low, two.low) for one, two in spans}) != 1:
        return
    one, two = spans[0]
    for length in (length for held in frame.lengths.values() for length in held):
        behind = frame.lowers[length.last : length.last + _A_DAY]
        if length.unit != "h" or length.in_quote or length.hedge not in ("", "exact") or not _is_daily(frame, behind):
            continue
        minutes = (two.low - one.low) % _DAY
        hours = (length.low + length.high) / 2 * 24
        stated = round(hours * 2) / 2 * 60
        computed = told(frame.facts.lexicon, minutes / _DAY, minutes / _DAY, "min" if minutes % 60 else "h")
        working = frame.say("lasting", one=frame.text(one), two=frame.text(two), result=computed)
        yield frame.relation(
            "day-range", length, (stated - 29, stated + 29), (minutes, minutes), computed, working, "middling",
            (one, two),
        )  # fmt: skip


def _is_daily(frame: Frame, words: Sequence[str]) -> bool:
    """Whether “a day” or “daily” follows a length."""
    units = frame.facts.lexicon.table("time-units")
    by_the_day = frame.has("weekly-words", words[:1]) and len(words) > 1 and units.get(words[1]) == "d"
    return by_the_day or frame.has("each-day-words", words[:1])


def _between(frame: Frame, figure: Figure, one: Clock, two: Clock) -> Relation:
    minutes = (two.low - one.low) % _DAY
    unit = figure.unit or "h"
    stated = figure.value * (60 if unit == "h" else 1)
    slack = 29 if unit == "h" else 5
    day = 1 / _DAY
    computed = told(frame.facts.lexicon, minutes * day, minutes * day, "min" if minutes % 60 else "h")
    working = frame.say("lasting", one=frame.text(one), two=frame.text(two), result=computed)
    return frame.relation(
        "day-range", Stretch(figure.start, figure.end), (stated - slack, stated + slack), (minutes, minutes), computed,
        working, "strong", (one, two),
    )  # fmt: skip
