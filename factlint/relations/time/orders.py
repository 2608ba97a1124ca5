"""Orders: what can only come after something else, dated before it: an arrest before the raid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factlint.facts.lexicon import Lexicon
from factlint.facts.model import Moment, Relation
from factlint.relations.time.frame import Frame, comparable

_REACH = 9  # tokens between a date and the word for what happened
_SPAN = 75  # days within which two dates are those of one story
_BLOCKS = 8  # blocks between the two


class _Event(NamedTuple):
    """A dated event: its moment, the chain that its word belongs to, the place in that chain, the word's token."""

    moment: Moment
    chain: str
    stage: int
    word: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated event that only another one can have made possible, with the date of that one."""
    events = [event for sentence in frame.moments for event in _events(frame, sentence)]
    chains = {event.chain for event in events}
    for chain in sorted(chains):
        members = [event for event in events if event.chain == chain]
        for event in members:
            earlier = [other for other in members if other.stage < event.stage and _of_one_story(frame, event, other)]
            if earlier:
                yield _relation(frame, event, earlier)


def _of_one_story(frame: Frame, one: _Event, two: _Event) -> bool:
    blocks = [frame.facts.paragraph_at(event.moment.start).number for event in (one, two)]
    return abs(blocks[0] - blocks[1]) <= _BLOCKS and one.moment.start != two.moment.start


def _relation(frame: Frame, event: _Event, earlier: list[_Event]) -> Relation:
    """How many days the event lies after the nearest of those before it; negative where before."""
    gaps = [
        (one[1] - two[0], other)
        for other in earlier
        for one in event.moment.options
        for two in other.moment.options
        if comparable(one, two)
    ]
    supported = not gaps or any(gap >= 0 for gap, _ in gaps)
    gap, other = max(gaps, key=lambda pair: pair[0]) if gaps else (0, earlier[0])
    near = gap >= -_SPAN
    early, late = frame.text(event.moment), frame.text(other.moment)
    working = frame.say("before", one=early, two=late, first=frame.lowers[event.word], second=frame.lowers[other.word])
    return frame.relation(
        "order",
        event.moment,
        (gap, gap),
        (0, 1e6),
        late,
        working,
        "middling" if near else "weak",
        (other.moment,),
        supported,
    )


def _events(frame: Frame, sentence: int) -> Iterator[_Event]:
    """The dated events of a sentence: for each of its moments the nearest word of a chain."""
    table = _chains(frame.facts.lexicon)
    held = frame.facts.sentences[sentence]
    moments = [moment for moment in frame.moments[sentence] if moment.options]
    for place, moment in enumerate(moments):
        if moment.kind not in ("day", "month", "weekday") or moment.in_quote or len(moment.options) > 2:
            continue
        floor = moments[place - 1].last if place else held.first
        roof = moments[place + 1].first if place + 1 < len(moments) else held.last
        before = range(moment.first - 1, max(floor, moment.first - _REACH) - 1, -1)
        after = range(moment.last, min(roof, moment.last + _REACH))
        word = next((at for at in (*before, *after) if frame.lowers[at] in table), None)
        if word is None:
            continue
        for chain, stage in table[frame.lowers[word]]:
            yield _Event(moment, chain, stage, word)


@lru_cache(maxsize=4)
def _chains(lexicon: Lexicon) -> dict[str, tuple[tuple[str, int], ...]]:
    """Each word with the chains that it belongs to and its place in them."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for label, words in lexicon.values("event-chains").items():
        chain, stage = label.split()
        for word in words:
            found[word] = (*found.get(word, ()), (chain, int(stage)))
    return found
