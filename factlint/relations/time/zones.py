"""Zones: one hour told by the clocks of two places, “2pm in Nairobi (1100 GMT)”, “8pm in London, 3pm in New York”.

A place may have two times in a year; what fits any of them is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from factlint.facts.model import Clock, Relation
from factlint.facts.time.calendar import parts_of
from factlint.record import NamedTuple
from factlint.relations.time.echoes import around
from factlint.relations.time.frame import Frame, Link

_DAY = 24 * 60
_BEHIND = 5  # tokens from an hour to the place whose clock shows it
_BETWEEN = 7  # tokens between an hour with its place and the same hour of another
_OPENS = 4  # tokens from “For the” to the place
_WHERE = 7  # tokens of “, where it will be about”
_SUMMER, _WINTER = (5, 6, 7, 8), (12, 1, 2)  # months in which all clocks of one hemisphere are turned, or none
_NEAR = 45  # days
_HEAD = 5  # sentences among which a dateline stands


class _Placed(NamedTuple):
    """An hour with the minutes by which its place may be ahead of Greenwich, and the token behind the place."""

    clock: Clock
    ahead: tuple[int, ...]
    last: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each two hours told as one and the same by the clocks of two places."""
    if not frame.clocks:
        return
    zones = _zones(frame)
    if not zones:
        return
    for clocks in frame.clocks.values():
        exact = [clock for clock in clocks if clock.exact and not clock.in_quote]
        for one, two in pairwise(exact):
            pair = _placed(frame, zones, one, two)
            if pair is not None:
                yield _relation(frame, *pair)
    yield from _in_turn(frame, zones)


def _in_turn(frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]]) -> Iterator[Relation]:
    """ "Kick-off is at 8pm in London. In New York the start is at 5pm": one hour in each of two sentences."""
    alone = {number: held[0] for number, held in frame.clocks.items() if len(held) == 1}
    for number, two in alone.items():
        one = alone.get(number - 1)
        if one is None or not (one.exact and two.exact) or one.in_quote or two.in_quote:
            continue
        second = _fronted(frame, zones, number, two) or _ahead(frame, zones, two)
        first = None if second is None else _at(frame, zones, one) or _ahead(frame, zones, one)
        if first is None or second is None or first.ahead == second.ahead:
            continue
        held = frame.facts.sentences[number]
        shared = around(frame, one, [one]) & around(frame, two, [two])
        told = frame.has("impersonal-pronouns", frame.lowers[held.first : two.first])
        if told or any(key in _programme(frame) for key in shared):
            yield _relation(frame, first, second)


def _programme(frame: Frame) -> frozenset[str]:
    """The stages of a day's programme: whatever happens once, at one hour, wherever it is seen from."""
    return frozenset(str(stage) for stage in frame.facts.lexicon.table("hour-stages").values())


def _fronted(frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]], number: int, clock: Clock) -> _Placed | None:
    """The place with which a sentence opens: “In New York, …”, “For the Kenyan team it will be …”."""
    opens = frame.facts.sentences[number].first
    if not frame.has("openers-of-places", frame.lowers[opens : opens + 1]):
        return None
    at = next((at for at in range(opens + 1, opens + _OPENS) if at in zones), None)
    return None if at is None or at >= clock.first else _Placed(clock, zones[at][1], clock.last)


def _zones(frame: Frame) -> dict[int, tuple[int, tuple[int, ...]]]:
    """By its first token, each place or zone with a known clock: the token behind it, its minutes from Greenwich."""
    lexicon = frame.facts.lexicon
    labels = lexicon.table("zone-offsets")
    found: dict[int, tuple[int, tuple[int, ...]]] = {}
    for first, last in frame.tokens.phrases(lexicon.phrases("zone-offsets")):
        if frame.tokens.texts[first][0].isupper():
            label = str(labels[" ".join(frame.lowers[first:last])])
            minutes = tuple(int(minutes) for minutes in label.split())
            south = not lexicon.words("southern-places").isdisjoint(frame.lowers[first:last])
            found[first] = last, _of_season(frame, minutes, south)
    return found


def _of_season(frame: Frame, minutes: tuple[int, ...], south: bool) -> tuple[int, ...]:
    """Of a place that turns its clocks, those of the season that an article tells of, where it tells of no other."""
    if frame.today is None or len(minutes) != 2 or not _is_of_one_season(frame):
        return minutes
    summer = parts_of(frame.today)[1] in _SUMMER
    return (minutes[summer != south],)


def _is_of_one_season(frame: Frame) -> bool:
    """Whether an article is of the heart of winter or summer, and no day that it tells lies far from its own."""
    today = frame.today or 0
    if parts_of(today)[1] not in (*_SUMMER, *_WINTER):
        return False
    days = (m.options for m in frame.facts.moments if m.kind in ("day", "month") and m.options)
    return all(abs(span[0] - today) < _NEAR for options in days for span in options)


def _placed(
    frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]], one: Clock, two: Clock
) -> tuple[_Placed, _Placed] | None:
    """Two hours with their places, where only small words stand between the one and the other."""
    second = _at(frame, zones, two)
    if second is None:
        return None
    first = _at(frame, zones, one) or _ahead(frame, zones, one)
    bracketed = frame.has("zone-brackets", frame.lowers[two.first - 1 : two.first])
    if first is None and bracketed:
        home = _home(frame, zones)
        known = home is not None and not _is_elsewhere(frame, one, home, zones)
        first = _Placed(one, home, one.last) if known and home is not None else None
    if first is None or first.ahead == second.ahead or not first.last <= two.first <= first.last + _BETWEEN:
        return None
    between = frame.lowers[first.last : two.first]
    return (first, second) if all(frame.has("zone-links", (word,)) for word in between) else None


def _at(frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]], clock: Clock) -> _Placed | None:
    """The place right behind an hour, or the zone that is its last word: “2pm in Nairobi”, “1100 GMT”."""
    for at in range(clock.last - 1, clock.last + _BEHIND):
        if at in zones:
            last, ahead = zones[at]
            return _Placed(clock, ahead, last + frame.has("times-words", frame.lowers[last : last + 1]))
        if at >= clock.last and not frame.has("zone-openers", frame.lowers[at : at + 1]):
            return None
    return None


def _ahead(frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]], clock: Clock) -> _Placed | None:
    """The place right before an hour: “in London at 8pm”, “in London, where it will be 8pm”."""
    for first, (last, ahead) in zones.items():
        between = frame.lowers[last : clock.first]
        where = frame.has("zone-relatives", between[:2]) and frame.has("impersonal-pronouns", between)
        if where and last < clock.first <= last + _WHERE:
            return _Placed(clock, ahead, clock.last)
        if last <= clock.first <= last + 2 and all(frame.has("zone-openers", (word,)) for word in between) and first:
            return _Placed(clock, ahead, clock.last)
    return None


def _is_elsewhere(
    frame: Frame, clock: Clock, home: tuple[int, ...], zones: Mapping[int, tuple[int, tuple[int, ...]]]
) -> bool:
    """Whether the sentence is of another place: “In Monterey, where she had set out at 6:10 a.m. (1310 GMT)”."""
    number = frame.facts.sentence_at(clock.start).number
    before = (one for one in frame.facts.language.phrases if one.sentence == number and one.last <= clock.first)
    return any(
        one.proper
        and one.preposition is not None
        and frame.has("openers-of-places", frame.lowers[one.preposition : one.preposition + 1])
        and zones.get(one.first, (0, ()))[1] != home
        for one in before
    )


def _home(frame: Frame, zones: dict[int, tuple[int, tuple[int, ...]]]) -> tuple[int, ...] | None:
    """The minutes of the place of a dateline, at the head of the text in capitals."""
    limit = frame.facts.sentences[min(_HEAD, len(frame.facts.sentences)) - 1].last
    for first, (_, ahead) in zones.items():
        block = frame.facts.paragraph_at(frame.tokens.starts[first])
        if first < limit and (
            block.kind == "dateline" or (first == block.first and frame.tokens.texts[first].isupper())
        ):
            return ahead
    return None


def _relation(frame: Frame, one: _Placed, two: _Placed) -> Relation:
    due = sorted(
        {(minutes + gap) % _DAY for minutes in {one.clock.low, one.clock.high} for gap in _gaps(one.ahead, two.ahead)}
    )
    told = {two.clock.low % _DAY, two.clock.high % _DAY}
    stated = two.clock.low % _DAY
    nearest = min(due, key=lambda minutes: min((minutes - stated) % _DAY, (stated - minutes) % _DAY))
    text = frame.say("clock", hour=nearest // 60, minute=nearest % 60)
    working = frame.say("zone-of-place", one=frame.text(one.clock), result=text)
    link: Link = "strong" if one.clock.low == one.clock.high else "middling"
    return frame.relation(
        "zone", two.clock, (stated, stated), (nearest, nearest), text, working, link, (one.clock,),
        not told.isdisjoint(due),
    )  # fmt: skip


def _gaps(here: tuple[int, ...], there: tuple[int, ...]) -> set[int]:
    """By how many minutes the second clock may be ahead of the first; those of one continent are turned together."""
    if len(here) == len(there) and max(*here, *there) < 0:
        return {two - one for one, two in zip(here, there, strict=True)}
    return {two - one for one in here for two in there}
