"""The same share told twice: “one in four adults smokes. That is 20 per cent”, “30 per cent, or nearly one in five”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.network.asked import BESIDE, TIED, Asked, Ranked
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written
from factlint.relations.shares import as_share, is_share, measures

_OPENS = 5  # tokens from the start of a sentence to a share that says again what the one before has
_HEDGED = 0.15  # by which “nearly” and “more than” are off beside the same share in another form
_WIDEST = 3.0
_SIGNS = frozenset("(")
_COMMAS = frozenset(",–—")


def find_same_share(board: Board) -> Iterator[Asked]:
    """Every share that says in another form what the one before it says."""
    shares = [q for q in board.all if is_share(q) and not measures(board.facts, q) and not q.in_quote]
    for one, two in pairwise(shares):
        if (one.form == "digits") == (two.form == "digits") or one.dimension == "point" or two.dimension == "point":
            continue
        rank = _says_again(board, one, two)
        if rank is None or _is_of_its_own(board, two) or _is_moved(board, one) or _is_moved(board, two):
            continue
        span = _close(one)
        middle = (span.low + span.high) / 2
        result = written(board.facts.lexicon, round(100 * middle, 1)) + "%"
        working = say(board.facts.lexicon, "same", one=board.facts.text(one), result=result)
        yield Asked(two, "share", _close(two), (Ranked(Reading(span, result, working, (one,)), rank),), _WIDEST)


def _close(share: Quantity) -> Interval:
    """What a share leaves open beside itself in another form: “nearly 60 per cent” is no two in five."""
    span = as_share(share)
    value = share.value / 100 if share.unit == "percent" else share.value
    if share.precision == "under":
        return Interval(max(span.low, value * (1 - _HEDGED)), span.high)
    if share.precision == "over":
        return Interval(span.low, min(span.high, value * (1 + _HEDGED)))
    return span


def _says_again(board: Board, one: Quantity, two: Quantity) -> int | None:
    """How surely words between two shares say that the second is the first again; none where they do not."""
    lowers, words = board.lowers, board.words
    if one.sentence == two.sentence:
        between = lowers[one.last : two.first]
        openers = words("restating-words") | _SIGNS
        at = next((at for at in range(len(between) - 1, -1, -1) if between[at] in openers), None)
        if at is None or not (words("small-hedges") | words("shy-words")).issuperset(between[at + 1 :]):
            return None
        first = one.last + at
        if lowers[first] not in _SIGNS and (first == 0 or lowers[first - 1] not in _COMMAS):
            return None  # "20 per cent or one in four": either of the two
        return BESIDE if any(word in (";", ":") for word in between) else TIED
    if two.sentence != one.sentence + 1 or two.paragraph - one.paragraph > 1:
        return None
    first = board.facts.sentences[two.sentence].first
    opened = lowers[first] in words("total-pointers") and two.first - first <= _OPENS
    verbs = board.facts.language.lemmas[first + 1 : two.first]
    return BESIDE if opened and not words("equating-verbs").isdisjoint(verbs) else None


def _is_of_its_own(board: Board, share: Quantity) -> bool:
    """Whether a share says what it is of, and so may be one of something else: “or a third of those over 60”."""
    return board.lowers[share.last : share.last + 1] != [] and board.lowers[share.last] in board.words("of-words")


def _is_moved(board: Board, share: Quantity) -> bool:
    """Whether a share is how much something has changed."""
    return board.quantities.claimed(share, "gap") > 0
