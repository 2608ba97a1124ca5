"""Hours in order: a train that arrives before it leaves, an engine that is there before the alarm is raised."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Clock, Relation
from factlint.record import NamedTuple
from factlint.relations.time.echoes import around
from factlint.relations.time.frame import Frame

_SMALL_HOURS = 6 * 60  # what ends by then may have begun the day before
_SPREAD = 10 * 60  # hours apart beyond which a night lies between
_SENTENCES = 4  # between two hours of one course of events
_STORY = 7  # between the alarm and the engines, which news tells the other way round
_MOST = 30  # hours of an article beyond which it is a programme


class _Staged(NamedTuple):
    """An hour with the chains of what happens then, each with its place there, and the number of its sentence."""

    clock: Clock
    stages: dict[str, int]
    sentence: int


def find(frame: Frame) -> Iterator[Relation]:
    """Two hours near each other, words of an earlier and a later stage beside them, that lie the other way round."""
    rows = list(_staged(frame))
    if not 1 < len(rows) < _MOST:
        return
    for place, one in enumerate(rows):
        for two in (*rows[:place], *rows[place + 1 :]):
            chain = next((c for c, stage in one.stages.items() if stage < two.stages.get(c, -1)), None)
            gap = two.clock.low - one.clock.low
            if chain is None or not -_SPREAD < gap < 0 or (two.clock.low <= _SMALL_HOURS < one.clock.low - _SPREAD / 2):
                continue
            if _over_night(frame, one, two, _STORY if frame.has("told-backwards", (chain,)) else _SENTENCES):
                continue
            text = frame.text(one.clock)
            others = [row for row in rows if row.stages.get(chain, -1) == one.stages[chain]]
            supported = any(row.clock.low <= two.clock.low for row in others)
            working = frame.say("hours-reversed", one=frame.text(two.clock), two=text)
            yield frame.relation(
                "hour-order", two.clock, (gap, gap), (0, 1440), text, working, "middling", (one.clock,), supported
            )


def _over_night(frame: Frame, one: _Staged, two: _Staged, reach: int) -> bool:
    """Whether two hours lie too far apart in the text, or a word beside either tells of another day."""
    if abs(one.sentence - two.sentence) > reach:
        return True
    words = [*_around(frame, one.clock), *_around(frame, two.clock)]
    days = {m.weekday for n in {one.sentence, two.sentence} for m in frame.moments.get(n, ())}
    return frame.has("over-night-words", words) or len(days) > 1


def _around(frame: Frame, clock: Clock) -> list[str]:
    """The words of an hour's sentence up to the next verb behind it: “were there by 1.50am and stayed until”."""
    held = frame.facts.sentences[frame.sentence(clock.start)]
    tags = frame.facts.language.tags
    last = next((at for at in range(clock.last, held.last) if tags[at] == "VERB"), held.last)
    return frame.lowers[held.first : last]


def _staged(frame: Frame) -> Iterator[_Staged]:
    for sentence, clocks in frame.clocks.items():
        for clock in clocks:
            if not clock.exact or clock.low != clock.high or clock.in_quote:
                continue
            if clock.first == frame.facts.paragraph_at(clock.start).first:
                continue  # the stamp of an entry
            stages: dict[str, int] = {}
            for key in sorted(around(frame, clock, clocks)):
                chain, _, stage = key.rpartition(" ")
                if chain and stage.isdecimal():
                    stages[chain] = min(int(stage), stages.get(chain, int(stage)))
            if stages:
                yield _Staged(clock, stages, sentence)
