"""In points: “41 per cent, against 36 … the six-point rise”: a distance in points against the percentages around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import apart
from factlint.relations.linkage import are_joined
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written
from factlint.relations.slips import is_slip

_BACK, _ON = 3, 1  # sentences around a distance in which its percentages may stand
_HALF = 0.5
_FROM = 2  # tokens behind a distance in which it is said since when
_MOST = 9  # percentages there
_WIDEST = 2.3
_NEXT = 1.01  # units of the last digit by which a figure is off that was subtracted wrongly


def find_in_points(board: Board) -> Iterator[Asked]:
    """Every distance in points with every two percentages around it."""
    shares = [q for q in board.all if q.unit == "percent" and q.form in ("digits", "words")]
    if len(shares) < 2:
        return
    for claim in board.all:
        if not is_in_points(board, claim) or board.quantities.claimed(claim, "gap") < SURE or claim.value <= 0:
            continue
        row = [q for q in shares if -_BACK <= q.sentence - claim.sentence <= _ON]
        row = [q for q in row if board.quantities.claimed(q, "gap") < SURE][-_MOST:]
        told = _pairs(board, claim, row)
        pairs = [pair for pair in combinations(row, 2) if pair[0].value != pair[1].value]
        readings = [_ranked(board, one, two, told.get((one.place, two.place), CHANCE)) for one, two in pairs]
        if readings:
            stated = _stated(claim, row)
            yield Asked(claim, "difference", stated, only_best(readings), _WIDEST)


def _stated(claim: Quantity, row: list[Quantity]) -> Interval:
    """What a distance leaves open: nothing, but a half where it is told in whole points of percentages that are not."""
    if claim.precision != "exact":
        return claim.span
    half = _HALF if claim.value % 1 == 0 and any(q.value % 1 for q in row) else 0.0
    return Interval(claim.value - half, claim.value + half)


def is_in_points(board: Board, claim: Quantity) -> bool:
    """Whether a figure is told in points, so that percentages may lie so far apart."""
    told = claim.dimension == "point" or (claim.noun in board.words("point-nouns") and not claim.borrowed)
    return told and claim.precision in ("exact", "about")


def _pairs(board: Board, claim: Quantity, row: list[Quantity]) -> dict[tuple[int, int], int]:
    """The places of the two percentages that a distance may be told of, with how surely; none where it is not clear."""
    known = board.is_known(claim)
    if not known and all(q.sentence != claim.sentence for q in row):
        return {}  # "increased by 28 points over that time": of other percentages than those just told
    if not known and not board.words("other-times").isdisjoint(sentence_words(board.facts, claim)):
        return {}  # "In the previous poll she led by five points"
    if _shares_its_sentence(board, claim):
        return {}
    if len(row) == 2:
        one, two = row
        near = abs(claim.sentence - two.sentence) <= 1 and two.sentence - one.sentence <= 1
        joined = are_joined(board.quantities, one, two)
        told = two.sentence == claim.sentence and two.place < claim.place
        within = known or joined or told or _are_near(claim, one, two)
        return _ranks((row,), TIED if joined else BESIDE) if near and within else {}
    own = [q for q in row if q.sentence == claim.sentence]
    if len(own) == 1 and (own[0].place < claim.place or known):
        others = [q for q in row if q.place != own[0].place]
        if _is_since(board, claim):
            others = [q for q in others if _are_near(claim, own[0], q)]
        return _ranks([sorted((own[0], q), key=_place) for q in others], BESIDE)
    set_apart = [pair for pair in pairwise(row) if are_joined(board.quantities, *pair)]
    for back in (0, 1):
        found = [pair for pair in set_apart if claim.sentence - pair[0].sentence == back]
        if found:
            return _ranks(found, TIED) if len(found) == 1 else {}
    before = [q for q in row if 0 <= claim.sentence - q.sentence <= 1 and q.place < claim.place]
    return _ranks((before,), BESIDE) if len(before) == 2 and _are_near(claim, *before) else {}


def _is_since(board: Board, claim: Quantity) -> bool:
    """Whether a distance is told from another time, “up eight points from March”, whose figure need not be told."""
    behind = board.lowers[claim.last : claim.last + _FROM]
    return not board.words("from-words").isdisjoint(behind)


def _shares_its_sentence(board: Board, claim: Quantity) -> bool:
    """Whether its sentence has another distance in points."""
    row = board.quantities.in_sentence(claim.sentence)
    return any(q.place != claim.place and is_in_points(board, q) for q in row)


def _ranks(pairs: Iterable[Sequence[Quantity]], rank: int) -> dict[tuple[int, int], int]:
    return {(pair[0].place, pair[1].place): rank for pair in pairs}


def _place(quantity: Quantity) -> int:
    return quantity.place


def _are_near(claim: Quantity, one: Quantity, two: Quantity) -> bool:
    """Whether a distance is one unit of its last digit off, or a slip of the pen."""
    apart = abs(one.value - two.value)
    unit = 1.0 if claim.value % 1 == 0 else 0.1
    return abs(apart - claim.value) <= _NEXT * unit or is_slip(claim.value, apart)


def _ranked(board: Board, one: Quantity, two: Quantity, rank: int) -> Ranked:
    facts = board.facts
    small, large = (one, two) if one.value < two.value else (two, one)
    gap = round(large.value - small.value, 4)
    # Points are told of percentages as they are printed, so rounding leaves no room but for a hedge.
    span = Interval(gap, gap)
    if small.precision != "exact" or large.precision != "exact":
        span = apart(small.span, large.span)
    result = written(facts.lexicon, gap)
    working = say(facts.lexicon, "minus", one=facts.text(large), two=facts.text(small), result=result)
    return Ranked(Reading(span, result, working, (small, large)), rank)
