"""Opening hours: what is told to be done at a place, or within its hours, at a time when it is shut."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Clock, Relation
from factlint.language.model import Clause
from factlint.record import NamedTuple
from factlint.relations.time.closed_days import closed_days
from factlint.relations.time.frame import Frame, Link

_DAY = 24 * 60
_NEAR = 6  # tokens from “opens” or “closes” to its hour
_JOINED = 2  # tokens between the first and the last hour
_PLACES, _DOINGS = frozenset({"artefact", "group"}), frozenset({"act", "person", "time"})
_SENTENCES = 3  # from the hours of a place to what is done there without its name


class _Hours(NamedTuple):
    """From which minute to which a place is open, the hours that tell so, its nouns and their sentence."""

    low: int
    high: int
    parts: tuple[Clock, ...]
    nouns: frozenset[str]
    sentence: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each hour that lies outside the only opening hours of an article and is told to lie within them."""
    lexicon, starts = frame.facts.lexicon, frame.tokens.starts
    named = {frame.sentence(starts[first]) for first, _ in frame.tokens.phrases(lexicon.phrases("opening-hours"))}
    places = (at for at in frame.tokens.positions(lexicon.words("hours-of-places")) if _is_of_a_place(frame, at))
    named.update(frame.sentence(starts[at]) for at in places)
    yield from closed_days(frame, named)
    told = [hours for sentence, clocks in frame.clocks.items() if (hours := _hours(frame, sentence, clocks, named))]
    if not told or len({(hours.low, hours.high) for hours in told}) != 1:
        return
    hours = told[0]
    for sentence, clocks in frame.clocks.items():
        if frame.has("off-hours-words", frame.words(sentence)) or any(one.sentence == sentence for one in told):
            continue
        for clock in clocks:
            if not clock.exact or clock.low != clock.high or clock.in_quote or clock.bound in ("until", "by", "since"):
                continue
            link: Link | None = (
                "strong" if sentence in named else "middling" if _is_used(frame, hours, sentence, clock) else None
            )
            outside = clock.low < hours.low or clock.low > hours.high
            if link is not None and outside and _same_days(frame, hours.sentence, sentence):
                text = frame.say("span", one=frame.text(hours.parts[0]), two=frame.text(hours.parts[-1]))
                text = text if len(hours.parts) > 1 else frame.text(hours.parts[0])
                yield frame.relation(
                    "opening-hours",
                    clock,
                    (clock.low, clock.low),
                    (hours.low, hours.high),
                    text,
                    text,
                    link,
                    hours.parts,
                )


def _is_of_a_place(frame: Frame, at: int) -> bool:
    """Whether a building or an institution stands right before a token: “museum hours”, not “man hours”."""
    language = frame.facts.language
    if not at or language.tags[at - 1] != "NOUN":
        return False
    classes = language.words.noun_classes(frame.lowers[at - 1])
    return bool(_PLACES & classes) and not _DOINGS & classes


def _hours(frame: Frame, sentence: int, clocks: list[Clock], named: set[int]) -> _Hours | None:
    """ "is open from 9.30am to 5.30pm", "closes at 6pm": what is always so, in the present."""
    exact = [clock for clock in clocks if clock.exact and clock.low == clock.high and not clock.in_quote]
    if not exact or len(exact) != len(clocks) or len(exact) > 2 or frame.has("off-hours-words", frame.words(sentence)):
        return None
    ways = [_way(frame, sentence, clock) for clock in exact]
    nouns = _nouns(frame, sentence, exact[0].first)
    if len(exact) == 2:
        joined = frame.has("range-joiners", frame.lowers[exact[0].last : exact[1].first])
        near = exact[1].first - exact[0].last <= _JOINED
        spanned = joined and near and (ways[0] == "open" or sentence in named)
        if (spanned or ways == ["open", "shut"]) and exact[0].low < exact[1].low:
            return _Hours(exact[0].low, exact[1].low, tuple(exact), nouns, sentence)
        return None
    if ways[0] == "shut" and exact[0].low > _DAY // 2:
        return _Hours(0, exact[0].low, tuple(exact), nouns, sentence)
    return None


def _way(frame: Frame, sentence: int, clock: Clock) -> str:
    """Whether the nearest word before an hour is one of opening or of shutting, told in the present."""
    floor = max(frame.facts.sentences[sentence].first, clock.first - _NEAR)
    for at in range(clock.first - 1, floor - 1, -1):
        way = frame.facts.lexicon.table("door-ways").get(frame.lowers[at])
        if way is not None:
            clause = _clause(frame, sentence, at)
            lasting = clause is None or (clause.tense == "present" and not clause.negated)
            return str(way) if lasting else ""
    return ""


def _clause(frame: Frame, sentence: int, token: int) -> Clause | None:
    """The clause that a token stands in, else the last one begun before it in its sentence."""
    language = frame.facts.language
    number = language.clause_of(token)
    if number is not None:
        return language.clauses[number]
    before = [c for c in language.clauses if c.sentence == sentence and c.verb <= token]
    return before[-1] if before else None


def _nouns(frame: Frame, sentence: int, last: int) -> frozenset[str]:
    """The nouns of a sentence up to an hour, which name the place; of “it” those of the sentence before."""
    language = frame.facts.language
    held = frame.facts.sentences[sentence]
    first = held.first
    if sentence and frame.has("place-pronouns", frame.lowers[first : first + 1]):
        first = frame.facts.sentences[sentence - 1].first
    times = frame.facts.lexicon.table("time-units").keys() | frame.facts.lexicon.table("weekdays").keys()
    return frozenset(
        language.lemmas[at]
        for at in range(first, last)
        if language.tags[at] in ("NOUN", "PROPN") and frame.lowers[at] not in times
    )


def _is_used(frame: Frame, hours: _Hours, sentence: int, clock: Clock) -> bool:
    """Whether somebody bought or was served at an hour, in a sentence that names the place."""
    held = frame.facts.sentences[sentence]
    there = not hours.nouns.isdisjoint(frame.facts.language.lemmas[held.first : held.last])
    clause = _clause(frame, sentence, clock.first)
    used = clause is not None and frame.has("shop-lemmas", (clause.lemma,)) and not clause.negated
    return there and used and abs(sentence - hours.sentence) <= _SENTENCES


def _same_days(frame: Frame, one: int, two: int) -> bool:
    """Whether two sentences may be of one day: neither names a weekday that the other leaves out."""
    weekdays = frame.facts.lexicon.table("weekdays")
    named = [{weekdays[word] for word in frame.words(number) if word in weekdays} for number in (one, two)]
    return not all(named) or named[1] <= named[0]
