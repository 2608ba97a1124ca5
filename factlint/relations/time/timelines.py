"""Timelines: lines that each begin with a date or a time of day, one of which stands out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Moment, Relation
from factlint.facts.time.calendar import Days
from factlint.relations.time.frame import Frame, comparable

_FEWEST = 4
_LINES = ("list-item", "paragraph", "heading")
_WEEK = 7
_OPENING = 3  # tokens before a line's date


def find(frame: Frame) -> Iterator[Relation]:
    """Each line of a timeline with the one before it, where all others follow one another in time."""
    rows: list[tuple[int, Moment]] = []
    for moment in frame.facts.moments:
        block = frame.facts.paragraph_at(moment.start)
        headed = moment.first - block.first <= _OPENING and moment.options and block.kind in _LINES
        if headed and (not rows or rows[-1][0] != block.number) and _opens(frame, block.first, moment):
            rows.append((block.number, moment))
    for run in _runs(rows):
        yield from _checked(frame, run)


def _opens(frame: Frame, first: int, moment: Moment) -> bool:
    """Whether a line's date stands by itself at its head: a colon, a dash or a stop follows, and no sentence."""
    after = frame.tokens.texts[moment.last] if moment.last < len(frame.lowers) else ""
    return after in (":", "–", "—", "-") and all(not word.isalpha() for word in frame.lowers[first : moment.first])


def _runs(rows: list[tuple[int, Moment]]) -> Iterator[list[Moment]]:
    """Lines that follow one another."""
    run: list[tuple[int, Moment]] = []
    for row in rows:
        if run and row[0] - run[-1][0] > 1:
            yield [moment for _, moment in run]
            run = []
        run.append(row)
    yield [moment for _, moment in run]


def _checked(frame: Frame, run: list[Moment]) -> Iterator[Relation]:
    if len(run) < _FEWEST:
        return
    days: list[Days] = [moment.options[-1] for moment in run]
    if (opening := run[0].weekday) is not None and all(moment.kind == "weekday" for moment in run):
        from_then = [((moment.weekday or 0) - opening) % _WEEK for moment in run]  # Tuesday, Thursday, Friday
        days = [(day, day) for day in from_then]
    if not all(comparable(days[0], other) for other in days):
        return
    forward = sum(one[0] <= two[1] for one, two in pairwise(days))
    if forward != len(days) - 2:
        return  # told backwards, or in no order
    at = next(place for place in range(1, len(days)) if days[place][1] < days[place - 1][0])
    # Either the later line is too early, or the one before it too late.
    wrong = at if at + 1 == len(days) or days[at + 1][1] >= days[at - 1][0] else at - 1
    against = at - 1 if wrong == at else at
    yield frame.relation(
        "timeline", run[wrong], days[wrong], (days[against][0], 1e7) if wrong == at else (0, days[against][1]),
        frame.text(run[against]), frame.text(run[against]), "strong", (run[against],),
    )  # fmt: skip
