"""Find: every claim of the network that nothing else has settled, and the doubts that it puts to rest."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.facts.model import Relation
from factlint.record import NamedTuple
from factlint.relations.network.apart import find_apart
from factlint.relations.network.asked import Asked, borne_out, settle
from factlint.relations.network.board import Board
from factlint.relations.network.each import find_each
from factlint.relations.network.in_points import find_in_points
from factlint.relations.network.left import find_left
from factlint.relations.network.moved import find_moved
from factlint.relations.network.products import find_products
from factlint.relations.network.same_share import find_same_share
from factlint.relations.network.shared import find_shared
from factlint.relations.network.speeds import find_speeds
from factlint.relations.network.split import find_split
from factlint.relations.quantities import Quantities, Quantity

_FINDERS = (
    find_shared, find_each, find_left, find_split, find_apart, find_moved, find_in_points, find_same_share,
    find_products, find_speeds,
)  # fmt: skip


class Settled(NamedTuple):
    """What the network says.

    doubts: claims that their own figures contradict.
    borne: the places of claims that their own figures bear out, each with the kinds of doubt that this ends.
    """

    doubts: tuple[Relation, ...]
    borne: tuple[tuple[int, int, str], ...]


def find_network(quantities: Quantities, told: Iterable[Relation]) -> Settled:
    """The doubts of the network but those told already, and what it bears out."""
    if len(quantities.all) < 2:
        return Settled((), ())
    board = Board(quantities)
    facts = quantities.facts
    doubted = [(one.start, one.end) for one in told if not one.supported and one.link != "weak"]
    doubted += [(one.start, one.end) for one in facts.calculations if not one.agrees]
    doubts: list[Relation] = []
    borne: list[tuple[int, int, str]] = []
    for finder in _FINDERS:
        for asked in finder(board):
            claim = asked.claim
            if borne_out(asked):
                borne.append((claim.start, claim.end, asked.kind))
            elif not any(first < one.end and one.start < last for first, last in doubted for one in _held(asked)):
                doubts += settle(facts, asked)
    return Settled(tuple(doubts), tuple(borne))


def _held(asked: Asked) -> tuple[Quantity, ...]:
    """What a doubt is told of: the claim, and of a product the price too, which may be in doubt by itself."""
    return (asked.claim, *asked.readings[0].reading.parts) if asked.kind == "product" else (asked.claim,)
