"""Gathered: “34 homes here … 27 there … “we have lost 61””: a sum against all of its sort that was told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.intervals import meet, middle, total
from factlint.relations.linkage import takes_up
from factlint.relations.network.asked import BESIDE, CHANCE, Asked, Ranked, only_best
from factlint.relations.network.board import UNTOLD, Board
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, sum_of, written

_BACK = 5  # sentences before a sum in which its parts are told
_MOST = 5  # parts that are told one by one
_WIDEST = 1.35
_LEAST = 10
_TELLING = 3  # a part that is smaller than this counts something else as often


def find_gathered(board: Board) -> Iterator[Asked]:
    """Every figure that is told as a sum, with the figures of its sort that the sentences before it tell."""
    for claim in board.able:
        if claim.dimension in UNTOLD or claim.value < _LEAST or claim.precision in ("over", "under"):
            continue
        if board.quantities.claimed(claim, "sum") < SURE:
            continue
        row = [q for q in board.near(claim.sentence, _BACK, 0) if _may_be_part(board, q, claim)]
        if not 2 <= len(row) <= _MOST or not _are_one_after_another(row):
            continue
        readings = [_ranked(board, row, BESIDE)]
        if any(meet(_ranked(board, some, CHANCE).reading.computed, claim.span) for some in _some_of(row)):
            continue
        if max(middle(readings[0].reading.computed), claim.value) <= _WIDEST * min(
            middle(readings[0].reading.computed), claim.value
        ):
            yield Asked(claim, "sum", claim.span, only_best(readings), _WIDEST)


def _may_be_part(board: Board, part: Quantity, claim: Quantity) -> bool:
    if part.place >= claim.place or not _TELLING <= part.value < claim.value:
        return False
    if part.precision not in ("exact", "about") or (not part.unit and part.value % 1):
        return False  # "at 7.45" is an hour
    if takes_up(board.facts, part):
        return False
    gap = board.quantities.claimed(part, "gap") >= SURE or board.is_then(part)
    return not gap and part.dimension == claim.dimension and board.are_same(part, claim)


def _are_one_after_another(row: Sequence[Quantity]) -> bool:
    """Whether the figures stand in one sentence or in sentences that follow one another."""
    numbers = sorted({q.sentence for q in row})
    return numbers[-1] - numbers[0] <= len(numbers)


def _some_of(row: Sequence[Quantity]) -> Iterator[Sequence[Quantity]]:
    for count in range(2, len(row) + 1):
        yield from combinations(row, count)


def _ranked(board: Board, parts: Sequence[Quantity], rank: int) -> Ranked:
    result = written(board.facts.lexicon, sum(q.value for q in parts))
    working = say(board.facts.lexicon, "same", one=sum_of(board.facts, parts), result=result)
    return Ranked(Reading(total(q.span for q in parts), result, working, tuple(parts)), rank)
