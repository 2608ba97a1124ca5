"""Split: “four of the seven say buy, two hold and one sells”: the parts of a sentence against their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import are_some
from factlint.relations.intervals import meet, total
from factlint.relations.linkage import is_of_them
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.network.shared import is_part_of
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, sum_of, written
from factlint.relations.slips import is_slip

_LEAST_NESTED = 3  # figures of a part and of two that it falls into
_SHORT = 0.2  # of a whole that its parts may miss
_CLOSE = 0.08  # the same where there are only two
_LISTS = frozenset((":", "–", "—"))
_WIDEST = 1.7
_LEAST = 4


def find_split(board: Board) -> Iterator[Asked]:
    """Every list of parts that is told of a whole, with the whole."""
    for row in board.rows.values():
        row = [q for q in row if _counts(board, q)]
        for at in range(len(row)):
            opened = _opened(board, row, at)
            if opened is not None:
                whole, parts, loose = opened
                yield from _against(board, whole, parts, loose)
                break


def _opened(board: Board, row: list[Quantity], at: int) -> tuple[Quantity, list[Quantity], bool] | None:
    """A whole with the list of parts that begins at a place of a row, and whether only a mark or pointer ties them."""
    first, following = row[at], row[at + 1] if at + 1 < len(row) else None
    if following is not None and first.value < following.value and is_part_of(board, first, following):
        return following, [first, *_run(board, row[at + 2 :])], False
    if following is not None and following.value < first.value and is_part_of(board, following, first):
        return first, _run(board, row[at + 1 :]), False
    pointed = is_of_them(board.facts, first)
    listed = at > 0 and _LISTS & {*board.tokens_between(row[at - 1], first)[-2:]} != set()
    if not pointed and not listed:
        return None
    before = row[:at] if listed else [*board.near(first.sentence, 1, -1), *row[:at]]
    wholes = [q for q in before if q.value > first.value and board.are_kin(q, first) and _counts(board, q)]
    parts = [first, *_run(board, row[at + 1 :])]
    fitting = [q for q in wholes if all(part.value < q.value for part in parts)]
    return (fitting[-1], parts, True) if fitting else None


def _counts(board: Board, quantity: Quantity) -> bool:
    told = quantity.dimension in ("count", "none", "money") and not quantity.in_quote
    return told and board.quantities.claimed(quantity, "gap") < SURE


def _run(board: Board, row: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a list, each behind a mark or “and”, up to the one that “and” closes it with; none if unclosed."""
    found: list[Quantity] = []
    joiners = board.words("number-joiners")
    for q in row:
        before = board.lowers[q.first - 1]
        if q.borrowed is False and q.noun is not None and found and not board.are_kin(q, found[0]):
            return []
        if before in joiners:
            return [*found, q]
        if found and before not in (",", ";"):
            return []
        found.append(q)
    return []


def _against(board: Board, whole: Quantity, parts: list[Quantity], loose: bool) -> Iterator[Asked]:
    """A whole against its parts: three or more that exceed it are wrong, two of them may overlap if not by little."""
    if len(parts) < 2 or whole.value < _LEAST or any(q.value >= whole.value for q in parts):
        return
    if not all(board.are_kin(q, whole) for q in parts) or _is_open(board, whole, parts):
        return
    if any(is_of_them(board.facts, q) for q in parts[1:]):
        return  # "£71,000 of the £90,000, £25,000 of it from one donor and £11,000 from schools"
    if _is_of_the_first(board, parts) or _is_made_up_behind(board, whole, parts):
        return
    off = sum(q.value for q in parts) - whole.value
    near = max(1, (_SHORT if len(parts) > 2 else _CLOSE) * whole.value)
    rank = BESIDE if abs(off) <= near or is_slip(whole.value, whole.value + off) else CHANCE
    if len(parts) == 2 and off < 0 and loose and is_of_them(board.facts, parts[0]):
        rank = CHANCE  # "four sons, one of whom died at birth, and two daughters"
    if len(parts) > 2 and off > 0 and not loose:
        rank = TIED
    readings = [_ranked(board, parts, rank), *(_ranked(board, run, CHANCE) for run in _runs(parts))]
    yield Asked(whole, "parts", whole.span, only_best(readings), _WIDEST)


def _is_of_the_first(board: Board, parts: Sequence[Quantity]) -> bool:
    """Whether the first part falls into the others, with no verb: “four of the six, two girls and two boys”."""
    if len(parts) < _LEAST_NESTED or not meet(total(q.span for q in parts[1:]), parts[0].span):
        return False
    return "VERB" not in board.facts.language.tags[parts[1].first : parts[-1].last + 1]


def _is_made_up_behind(board: Board, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether what is told behind a mark makes the rest: “of 61, 31 voted for it and 27 against; three were away”."""
    row = [q for q in board.rows.get(parts[-1].sentence, ()) if q.place > parts[-1].place and not q.unit]
    runs = (total((*(q.span for q in parts), *(q.span for q in row[:last]))) for last in range(1, len(row) + 1))
    return not whole.unit and any(meet(run, whole.span) for run in runs)


def _is_open(board: Board, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether words say that these are some of the parts, or that they overlap."""
    first, last = min(whole.first, parts[0].first), parts[-1].last + 2
    overlaps = board.words("overlap-words")
    return are_some(board.facts, first, last) or not overlaps.isdisjoint(board.lowers[first:last])


def _runs(parts: list[Quantity]) -> Iterator[list[Quantity]]:
    for first in range(len(parts)):
        for last in range(first + 2, len(parts) + 1):
            if last - first < len(parts):
                yield parts[first:last]


def _ranked(board: Board, parts: Sequence[Quantity], rank: int) -> Ranked:
    result = written(board.facts.lexicon, sum(q.value for q in parts))
    working = say(board.facts.lexicon, "same", one=sum_of(board.facts, parts), result=result)
    return Ranked(Reading(total(q.span for q in parts), result, working, tuple(parts)), rank)
