"""Running stories: an entry tells only of what has happened by the time at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.facts.model import Clock, Paragraph, Relation
from factlint.relations.time.frame import Frame

_ORDERED = 4  # entries of which one may break the order
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
    yield from _out_of_order(frame, [head for _, head in stamped])
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


def _out_of_order(frame: Frame, heads: list[Clock]) -> Iterator[Relation]:
    """The one entry that breaks the order of all others, told forwards or backwards."""
    if len(heads) < _ORDERED:
        return
    for run in (heads, heads[::-1]):
        breaks = [at for at in range(1, len(run)) if run[at].low < run[at - 1].low]
        if len(breaks) != 1 or run[breaks[0] - 1].low - run[breaks[0]].low > _LATEST:
            continue
        at = breaks[0]
        wrong = at if at + 1 == len(run) or run[at + 1].low >= run[at - 1].low else at - 1
        against = at - 1 if wrong == at else at
        low, other = run[wrong].low, run[against].low
        yield frame.relation(
            "timeline", run[wrong], (low, low), (other, 1e4) if wrong == at else (0, other), frame.text(run[against]),
            frame.text(run[against]), "strong", (run[against],),
        )  # fmt: skip
        return


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
