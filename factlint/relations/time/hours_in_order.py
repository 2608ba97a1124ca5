"""Hours in order: a train that leaves at 14.20 and arrives at 13.55, doors that open after the concert has begun."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Clock, Relation
from factlint.relations.time.frame import Frame

_NEAR = 7  # tokens between an hour and the word for what happens
_SMALL_HOURS = 6 * 60  # what ends by then may have begun the day before
_SPREAD = 10 * 60  # hours apart beyond which a night lies between


def find(frame: Frame) -> Iterator[Relation]:
    """Two hours of a sentence, or of one and the next, that words of an earlier and a later stage stand beside."""
    table = frame.facts.lexicon.table("hour-stages")
    for sentence in frame.clocks:
        rows = [*_staged(frame, sentence, table), *_staged(frame, sentence + 1, table)]
        for clock, chain, stage in rows:
            for other, other_chain, other_stage in rows:
                if chain == other_chain and stage < other_stage and _apart_by_few(frame, clock, other, sentence):
                    gap = other.low - clock.low
                    if other.low > _SMALL_HOURS and gap > -_SPREAD:
                        text = frame.text(clock)
                        working = frame.say("hours-reversed", one=frame.text(other), two=text)
                        yield frame.relation(
                            "hour-order", other, (gap, gap), (0, 1440), text, working, "middling", (clock,)
                        )


def _apart_by_few(frame: Frame, one: Clock, two: Clock, sentence: int) -> bool:
    first = frame.sentence(min(one.start, two.start))
    words = [*frame.words(first), *frame.words(frame.sentence(max(one.start, two.start)))]
    return first == sentence and not frame.has("over-night-words", words)


def _staged(frame: Frame, sentence: int, table: object) -> Iterator[tuple[Clock, str, int]]:
    stages = dict(table)  # type: ignore[call-overload]
    clocks = frame.clocks.get(sentence, [])
    if not clocks:
        return
    floor = frame.facts.sentences[sentence].first
    for clock in clocks:
        if clock.exact and clock.low == clock.high and not clock.in_quote:
            before = range(clock.first - 1, max(floor, clock.first - _NEAR) - 1, -1)
            seen = set()
            for at in before:
                if frame.lowers[at] in stages:
                    chain, stage = str(stages[frame.lowers[at]]).split()
                    if chain not in seen:
                        seen.add(chain)
                        yield clock, chain, int(stage)
        floor = clock.last
