"""Places in order: “2. Faith Jelagat 1:09:15; 3. Lydia Sang 1:09:03”: who is placed higher was no slower."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.quantities import Quantities
from factlint.relations.racing import Finish, written_times
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NAME = 9  # tokens between a place and its time
_FEWEST = 3
_LAST = 99
_BEHIND = (".", ")")


def find_places_in_order(quantities: Quantities) -> Iterator[Relation]:
    """Every numbered list of three finishers and more of whom one is faster than the one before."""
    facts = quantities.facts
    run: list[Finish] = []
    finishes = sorted(written_times(facts), key=lambda finish: finish.start)
    if len(finishes) < _FEWEST:
        return
    for finish, following in zip(finishes, [*finishes[1:], None], strict=True):
        place = _place(facts, finish, run[-1] if run else None)
        run = [*run, finish] if place == len(run) + 1 else [finish] if place == 1 else []
        ends = following is None or _place(facts, following, finish) != len(run) + 1
        if ends and len(run) >= _FEWEST:
            yield from _in_order(quantities, run)


def _place(facts: Analysis, finish: Finish, before: Finish | None) -> int | None:
    """The number at the head of a finisher's entry."""
    lowers = facts.tokens.lowers
    first = max(0, finish.first - _NAME, before.first + 1 if before is not None else 0)
    for at in range(finish.first - 2, first - 1, -1):
        if lowers[at].isdigit() and lowers[at + 1] in _BEHIND and int(lowers[at]) <= _LAST:
            return int(lowers[at])
    return None


def _in_order(quantities: Quantities, run: list[Finish]) -> Iterator[Relation]:
    facts = quantities.facts
    slips = [at for at in range(1, len(run)) if run[at].seconds < run[at - 1].seconds]
    if len(slips) != 1 or not quantities.all:
        return
    at = slips[0]
    one, other = run[at], run[at - 1]
    earned = 1 + sum(finish.seconds < one.seconds for finish in run)
    claim, part = (
        quantities.all[0]._replace(start=f.start, end=f.end, first=f.first, last=f.first + 1, sentence=f.sentence)
        for f in (one, other)
    )
    working = say(facts.lexicon, "faster", one=facts.text(claim), two=facts.text(part), place=at + 1, before=at)
    reading = Reading(Interval(earned, earned), str(earned), working, (part,))
    yield from held(facts, claim, "finish", [reading], (), "strong", Interval(at + 1, at + 1))
