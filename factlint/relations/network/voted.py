"""Voted: “voted by 412 to 88 … 82 per cent of those who voted”: a share of a vote against its score."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import over, total
from factlint.relations.network.asked import BESIDE, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, sum_of, written
from factlint.relations.shares import as_share, is_share

_NEAR = 2  # sentences between the score of a vote and a share of it
_FEWEST = 12
_BREATH = 3  # tokens between the two sides of a score
_WIDEST = 1.6


def find_voted(board: Board) -> Iterator[Asked]:
    """Every share of those who voted, with the only score of a vote that stands near it."""
    shares = [q for q in board.all if is_share(q)]
    scores = [*_scores(board)] if shares else []
    if len({(one.value, two.value) for one, two in scores}) != 1:
        return
    one, two = scores[0]
    for claim in shares:
        if abs(claim.sentence - one.sentence) > _NEAR or not _is_of_votes(board, claim):
            continue
        told = [_reading(board, side, (one, two)) for side in (one, two)]
        yield Asked(claim, "share", as_share(claim), only_best(Ranked(r, BESIDE) for r in told), _WIDEST)


def _scores(board: Board) -> Iterator[tuple[Quantity, Quantity]]:
    """Every two counts of a sentence about a vote that “to” or “against” sets against one another."""
    joints = board.words("to-words") | board.words("against-words")
    for one, two in pairwise(board.counts):
        between = board.tokens_between(one, two)
        if one.sentence != two.sentence or one.unit or two.unit or len(between) > _BREATH:
            continue
        if joints.isdisjoint(between[-1:]) or min(one.value, two.value) < 1 or one.value + two.value < _FEWEST:
            continue
        before = board.lowers[one.first - 1] if one.first else ""
        if before not in board.words("from-words") and board.topics.tells_of_a_vote(one.sentence):
            yield one, two


def _is_of_votes(board: Board, claim: Quantity) -> bool:
    """Whether a sentence tells a share of the votes that were cast: “of those who voted”, “backed”, not the turnout."""
    words = sentence_words(board.facts, claim)
    last = min(claim.last + 2, len(board.lowers))
    near = {*board.lowers[max(0, claim.first - 3) : last]}
    if not board.words("turnout-nouns").isdisjoint(near) or not board.words("electorate-words").isdisjoint(words):
        return False
    behind = board.lowers[claim.last : claim.last + 6]
    of = behind[:1] != [] and behind[0] in board.words("of-words")
    return of and not board.words("cast-words").isdisjoint(behind)


def _reading(board: Board, side: Quantity, both: tuple[Quantity, Quantity]) -> Reading:
    facts = board.facts
    summed = sum(q.value for q in both)
    share = over(side.span, total(q.span for q in both)) or Interval(0, 1)
    result = written(facts.lexicon, 100 * side.value / summed) + "%"
    working = say(facts.lexicon, "share", one=facts.text(side), two=sum_of(facts, both), result=result)
    return Reading(share, result, working, both)
