"""Left: “14 of the 34 … the other 20”: what is left of a whole when the parts told since are taken from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import LIKELY, SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import less, total
from factlint.relations.linkage import is_of_them, unparted
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import UNTOLD, Board
from factlint.relations.network.shared import is_part_of
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, sum_of, written
from factlint.relations.wholes import is_left_by_the_last

_BACK = 4  # sentences before a rest in which its whole may be told
_WIDEST = 3.5
_OPENING = 3  # tokens from the start of a sentence to a rest that “that” leaves
_FEW, _NEAR = 2, 0.1  # by which what is told as still there may miss what is left, and must be meant for it
_MOST = 12  # figures between a whole and its rest


def find_left(board: Board) -> Iterator[Asked]:
    """Every rest with every whole before it and the parts that are told between the two."""
    for claim in board.all:
        strength = _strength(board, claim)
        if not strength:
            continue
        readings = [*_readings(board, claim, strength)]
        if readings:
            stated = claim.span
            yield Asked(claim, "rest", stated, only_best(readings), _WIDEST)


def _strength(board: Board, claim: Quantity) -> int:
    """How surely a figure is told as what is left."""
    if claim.form in ("prefix", "ratio", "fraction") or claim.value <= 0:
        return 0
    if claim.dimension in ("duration", "point", "temperature", "speed") or claim.claim in ("age", "score", "ordinal"):
        return 0
    if board.quantities.claimed(claim, "gap") >= SURE:
        return 0
    strength = board.quantities.claimed(claim, "rest")
    if not strength and not board.words("by-now-words").isdisjoint(clause_words(board.facts, claim)):
        return LIKELY  # "sold 17 of its 40 vans. It now runs 23"
    return strength


def _readings(board: Board, claim: Quantity, strength: int) -> Iterator[Ranked]:
    shares = claim.dimension == "share"
    row = [q for q in board.all if claim.sentence - _BACK <= q.sentence <= claim.sentence and q.place < claim.place]
    if shares:
        row = [q for q in row if q.dimension == "share" and q.form != "fraction"]
    else:
        row = [q for n in range(claim.sentence - _BACK, claim.sentence + 1) for q in board.rows.get(n, ())]
        row = [q for q in row if q.place < claim.place and q.dimension not in UNTOLD and _is_part(board, q)]
    if row and is_part_of(board, row[-1], claim):
        row.pop()  # "39 of the other 64"
    row = row[-_MOST:] if shares else unparted(row[-_MOST:])
    if shares:
        parts = [q for q in row if claim.sentence - q.sentence <= 1]
        if len(parts) > 1 and not is_left_by_the_last(claim, parts):
            yield _rest_of_all(board, claim, parts, strength)
        return
    yield from _far(board, claim, strength)
    for at, whole in enumerate(row):
        if whole.value < claim.value or not (board.are_kin(whole, claim) or _is_left_of_that(board, claim, whole)):
            continue
        own = at > 0 and is_part_of(board, row[at - 1], whole)
        tied = own or (at + 1 < len(row) and is_part_of(board, row[at + 1], whole))
        told = [row[at - 1]] if own else []
        behind = [
            q for q in row[at + 1 :] if q.value < whole.value and board.are_kin(q, whole) and not board.is_then(q)
        ]
        for last in range(len(behind) + 1):
            parts = [*told, *behind[:last]]
            if not parts or sum(q.value for q in parts) >= whole.value:
                continue
            every = last == len(behind)
            yield Ranked(_reading(board, whole, parts), _rank(board, claim, whole, parts, strength, tied and every))


def _is_part(board: Board, quantity: Quantity) -> bool:
    """Whether a figure may be a whole or a part of it: no distance, “one more than before”."""
    return board.quantities.claimed(quantity, "gap") < SURE


def _far(board: Board, claim: Quantity, strength: int) -> Iterator[Ranked]:
    """ "Nine of the 36 boats …", and paragraphs later “the remaining 27 boats”: of the only such pair of its noun."""
    if claim.borrowed or claim.noun is None or strength < SURE:
        return
    found = [
        (part, whole)
        for part, whole in pairwise(board.counts)
        if whole.place < claim.place
        and part.sentence == whole.sentence
        and whole.noun == claim.noun
        and part.value < whole.value
        and is_part_of(board, part, whole)
    ]
    for part, whole in found:
        yield Ranked(_reading(board, whole, (part,)), BESIDE if len(found) == 1 else CHANCE)


def _rank(board: Board, claim: Quantity, whole: Quantity, parts: Sequence[Quantity], strength: int, tied: bool) -> int:
    if strength >= SURE and claim.dimension == "money" and _is_shared_out(board, claim, whole, parts):
        return BESIDE
    if not tied or claim.sentence - parts[-1].sentence > 1:
        return CHANCE
    if strength < SURE and (is_of_them(board.facts, claim) or not _is_nearly_left(claim, whole, parts)):
        return CHANCE
    same = all(board.are_same(part, whole) for part in parts)
    if not same or not (board.are_same(claim, whole) or _is_left_of_that(board, claim, whole)):
        return CHANCE
    return TIED if claim.sentence - whole.sentence <= 2 else BESIDE


def _is_nearly_left(claim: Quantity, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a figure of the next sentence is so near what is left that it must be meant: “44 are still in use”."""
    left = whole.value - sum(part.value for part in parts)
    return parts[-1].sentence <= whole.sentence == claim.sentence - 1 and abs(claim.value - left) <= max(
        _FEW, _NEAR * left
    )


def _is_left_of_that(board: Board, claim: Quantity, whole: Quantity) -> bool:
    """ "Of the 450 bicycles 150 were found. That left 300 owners without one": whatever is counted, “that” ties it."""
    if claim.unit or whole.unit or claim.noun is None:
        return False
    first = board.facts.sentences[claim.sentence].first
    opened = board.lowers[first] in board.words("total-pointers") and claim.first - first <= _OPENING
    return opened and claim.sentence - whole.sentence == 1


def _is_shared_out(board: Board, claim: Quantity, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a list of sums of one sentence is all that stands between a whole and what is left of it."""
    if len(parts) < 2 or len({part.sentence for part in parts}) != 1 or parts[0].place < whole.place:
        return False
    told = [q for q in board.all[whole.place + 1 : claim.place] if q.unit == claim.unit]
    return len(told) == len(parts) and whole.unit == claim.unit and parts[0].sentence - whole.sentence <= 2


def _reading(board: Board, whole: Quantity, parts: Sequence[Quantity]) -> Reading:
    facts = board.facts
    left = whole.value - sum(part.value for part in parts)
    working = say(
        facts.lexicon,
        "minus",
        one=facts.text(whole),
        two=sum_of(facts, parts),
        result=written(facts.lexicon, left, whole),
    )
    return Reading(
        less(whole.span, total(q.span for q in parts)), written(facts.lexicon, left, whole), working, (whole, *parts)
    )


def _rest_of_all(board: Board, claim: Quantity, parts: Sequence[Quantity], strength: int) -> Ranked:
    """What shares leave of a hundred."""
    facts = board.facts
    added = sum(part.value for part in parts)
    left = 100 - added
    working = say(
        facts.lexicon,
        "minus",
        one=say(facts.lexicon, "all-of-it"),
        two=sum_of(facts, parts),
        result=written(facts.lexicon, left, claim),
    )
    reading = Reading(Interval(left - 1, left + 1), written(facts.lexicon, left, claim), working, tuple(parts))
    return Ranked(reading, BESIDE if strength >= LIKELY and left > 0 else CHANCE)
