"""Running stories: an entry tells only of what has happened by the time at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.facts.model import Clock, Paragraph, Relation
from factlint.relations.time.frame import Frame

_FEWEST = 3  # paragraphs headed by a time that make a running story
_TIME = re.compile(r"(\d{1,2})[.:]([0-5]\d)\Z")
_LATEST = 6 * 60  # minutes after which a time is more likely that of the day before


def find(frame: Frame) -> Iterator[Relation]:
    """Each time of day told as past in an entry, with the time at the entry's head."""
    facts = frame.facts
    if not facts.clocks:
        return
    stamped = [(block, head) for block in facts.paragraphs if (head := _head(frame, block))]
    if len(stamped) < _FEWEST:
        return
    for block, head in stamped:
        for clock in facts.clocks:
            if not block.start < clock.start < block.end or not clock.exact or clock.in_quote:
                continue
            if clock.bound in ("by", "until") or not frame.told_as_past(clock):
                continue
            later = _minutes_after(head, clock)
            if later > _LATEST:
                continue
            yield frame.relation(
                "stamp",
                clock,
                (later, later),
                (-24 * 60, 0),
                frame.text(head),
                frame.text(head),
                "strong",
                (head,),
            )


def _head(frame: Frame, block: Paragraph) -> Clock | None:
    """The time of day with which a block begins: “11.05 The jurors are back”, “17:30”."""
    if block.kind in ("headline", "byline", "dateline", "credit") or block.last == block.first:
        return None
    digits = _TIME.match(frame.tokens.texts[block.first])
    if not digits:
        return None
    hour = int(digits[1])
    suffix = frame.lowers[block.first + 1] if block.first + 1 < block.last else ""
    halves = frame.facts.lexicon.words("half-day-suffixes")
    if suffix in halves and 1 <= hour <= 12:
        hour = hour % 12 + (12 if suffix.startswith("p") else 0)
    elif hour > 23:
        return None
    minutes = hour * 60 + int(digits[2])
    twice = suffix not in halves and 0 < hour <= 12 and not digits[1].startswith("0")
    start, end = frame.tokens.starts[block.first], frame.tokens.ends[block.first]
    high = minutes + 12 * 60 if twice else minutes
    return Clock(start, end, minutes, high, True, "", False, block.kind, block.first, block.first + 1)


def _minutes_after(head: Clock, clock: Clock) -> int:
    """How many minutes a clock is ahead of the other, in the reading that is nearest."""
    gaps = [two - one for one in {head.low, head.high} for two in {clock.low, clock.high}]
    return min(gaps, key=abs)
