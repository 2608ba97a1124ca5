"""Asked: a claim with all that it may have been worked out from, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.record import NamedTuple
from factlint.relations.intervals import meet, middle
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Link, Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

#: How surely figures are those of a claim: by the grammar, by their place; CHANCE only supports.
TIED, BESIDE, CHANCE = 3, 2, 0
_LINKS: dict[int, Link] = {TIED: "strong", BESIDE: "middling"}


class Ranked(NamedTuple):
    """A reading and how surely it is the claim's own."""

    reading: Reading
    rank: int


class Asked(NamedTuple):
    """A claim with its readings.

    claim: the figure that claims.
    kind: the kind of the relation.
    stated: the claim's values in the unit of the readings.
    readings: all that it may have been worked out from.
    widest: a claim told wrongly is out by no more than so many times.
    """

    claim: Quantity
    kind: str
    stated: Interval
    readings: tuple[Ranked, ...]
    widest: float


def borne_out(asked: Asked) -> bool:
    """Whether a reading that is tied to the claim, or stands beside it, agrees."""
    return any(one.rank >= BESIDE and meet(one.reading.computed, asked.stated) for one in asked.readings)


def settle(facts: Analysis, asked: Asked) -> Iterator[Relation]:
    """The claim against the surest of its readings, where none agrees that is tied to it or stands beside it."""
    best = max((one.rank for one in asked.readings), default=CHANCE)
    if best < BESIDE:
        return
    agreeing = [one for one in asked.readings if meet(one.reading.computed, asked.stated)]
    if any(one.rank >= BESIDE or (best < TIED and _stands_by(asked.claim, one.reading)) for one in agreeing):
        return
    near = [one.reading for one in asked.readings if one.rank == best and _is_in_reach(asked, one.reading)]
    if near:
        yield from held(facts, asked.claim, asked.kind, near, (), _LINKS[best], asked.stated)


def _stands_by(claim: Quantity, reading: Reading) -> bool:
    """Whether all figures of a reading stand in the claim's sentence or the next: further off many agree by chance."""
    return all(abs(part.sentence - claim.sentence) <= 1 for part in reading.parts)


def _is_in_reach(asked: Asked, reading: Reading) -> bool:
    said, meant = middle(asked.stated), middle(reading.computed)
    if meant == 0 or said == 0:
        return asked.kind in ("rest", "difference")
    return said * meant > 0 and max(said / meant, meant / said) <= asked.widest


def only_best(readings: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """The readings as a tuple, each value once at its surest."""
    best: dict[Interval, Ranked] = {}
    for one in readings:
        known = best.get(one.reading.computed)
        if known is None or known.rank < one.rank:
            best[one.reading.computed] = one
    return tuple(best.values())
