"""Moved: “from 14,200 to 9,940, a drop of 30 per cent”, “half as many”: a change by a share or a factor."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.changes import WAYS, reading_of
from factlint.relations.claimed import SURE
from factlint.relations.intervals import over, scaled
from factlint.relations.multiples import as_claim, told_multiples
from factlint.relations.network.asked import Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.network.pairs import Pair, pairs_of
from factlint.relations.saying import Reading, written
from factlint.relations.shares import as_share, is_share

_WIDEST = 2.5
_TIMES = Interval(0.88, 1.12)  # what a factor in words leaves open


def find_moved(board: Board) -> Iterator[Asked]:
    """Every change told as a share or a factor, with every two figures that it may lie between."""
    for claim in board.all:
        if not is_share(claim) or claim.in_quote:
            continue
        told = next((one for one in board.quantities.told_as(claim) if one.kind == "gap"), None)
        if told is None or told.strength < SURE or told.way is None:
            continue
        behind = claim.last + (board.lowers[claim.last : claim.last + 1] != [])
        pairs = [pair for pair in pairs_of(board, claim, None, behind) if pair.one.dimension != "point"]
        readings = [one for pair in pairs for one in _changes(board, pair, told.way)]
        if readings:
            yield Asked(claim, "change", as_share(claim), only_best(readings), _WIDEST)
    yield from _multiples(board)


def _changes(board: Board, pair: Pair, told: str | None) -> Iterator[Ranked]:
    """The rise from the smaller to the larger, and the fall from the larger to the smaller, where of the way told."""
    small, large = (pair.one, pair.two) if pair.one.value < pair.two.value else (pair.two, pair.one)
    for way in (told,) if told in WAYS else WAYS:
        if (reading := reading_of(board.facts, small, large, way)) is not None:
            yield Ranked(reading, pair.rank)


def _multiples(board: Board) -> Iterator[Asked]:
    """ "doubled", "half as many", "three times the 420"."""
    for multiple in told_multiples(board.quantities):
        like = next((q for q in board.able if q.sentence >= multiple.sentence), None)
        if like is None or board.facts.in_quotation(board.facts.tokens.starts[multiple.first]):
            continue
        claim = as_claim(board.quantities, multiple, like)
        factor = max(multiple.factor, 1 / multiple.factor)
        readings = [
            one for pair in pairs_of(board, claim, None, multiple.last) if (one := _times(board, pair)) is not None
        ]
        if readings:
            yield Asked(claim, "multiple", scaled(_TIMES, factor), only_best(readings), _WIDEST)


def _times(board: Board, pair: Pair) -> Ranked | None:
    facts = board.facts
    small, large = (pair.one, pair.two) if pair.one.value < pair.two.value else (pair.two, pair.one)
    share = over(large.span, small.span)
    if share is None:
        return None
    result = say(facts.lexicon, "times", result=written(large.value / small.value))
    working = say(facts.lexicon, "ratio", one=facts.text(small), two=facts.text(large), result=result)
    return Ranked(Reading(share, result, working, (small, large)), pair.rank)
