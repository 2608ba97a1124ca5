"""Scores in headlines: the result of a game or a vote, “3-1”, and whether the text gives the same one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import HEADLINE
from factlint.record import NamedTuple
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.headlines.display import Line, TextWords

_LONGEST = 3  # digits of either side
_APART = 5  # tokens between the two sides where the text tells them in words: “seven votes to two”


class Score(NamedTuple):
    """Two numbers with a dash between them.

    first, last: its tokens.
    sides: the two numbers, the larger first.
    """

    first: int
    last: int
    sides: tuple[int, int]


def scores_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[Score, bool, int, Score | None]]:
    """Every score in a headline: the score, whether it is plain, how often it is told, else the one told first.

    Plain is one where the text opens with another score: a report that leaves out the result says nothing against it.
    """
    if line.kind != HEADLINE:
        return
    found = list(_scores(facts, line.paragraph.first, line.paragraph.last))
    if not found:
        return
    told = [score for block in text.blocks for score in _scores(facts, block.first, block.last)]
    sides = [*(score.sides for score in told), *_in_words(text)]
    starts = facts.tokens.starts
    first = next(
        (score for score in told if starts[score.first] < text.opening_end and not _passing(facts, score)), None
    )
    for score in found:
        times = sides.count(score.sides)
        yield score, first is not None and len(found) == 1, times, None if times else first


def _scores(facts: Facts, start: int, end: int) -> Iterator[Score]:
    """The scores of a stretch of tokens; no dates, ranges of years or numbers with more than two parts."""
    tokens = facts.tokens
    texts = tokens.texts
    for at in range(start, end - 2):
        if texts[at + 1] not in DASHES or tokens.spaced(at + 1) or tokens.spaced(at + 2):
            continue
        one, other = texts[at], texts[at + 2]
        if not (one.isdecimal() and other.isdecimal()) or max(len(one), len(other)) > _LONGEST:
            continue
        if _goes_on(facts, at, at + 3):
            continue
        low, high = sorted((int(one), int(other)))
        yield Score(at, at + 3, (high, low))


def _passing(facts: Facts, score: Score) -> bool:
    """Whether a score is told of a moment of the game and not of its end: “went in 1-0 up”, “led 2-1 at the break”."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words("passing-scores")
    return not words.isdisjoint((*lowers[max(0, score.first - 2) : score.first], *lowers[score.last : score.last + 3]))


def _goes_on(facts: Facts, first: int, last: int) -> bool:
    """Whether more is joined to the two numbers, as in a record of wins, draws and losses."""
    tokens = facts.tokens
    before = first > 0 and tokens.texts[first - 1] in DASHES and not tokens.spaced(first)
    after = last < len(tokens) and not tokens.spaced(last) and tokens.texts[last] in DASHES | {"/", "%"}
    return before or after


def _in_words(text: TextWords) -> set[tuple[int, int]]:
    """Pairs of the text's whole numbers that stand close by one another, the larger first."""
    found: set[tuple[int, int]] = set()
    for one, other in pairwise(text.figures):
        if other.first - one.last <= _APART and one.value == int(one.value) and other.value == int(other.value):
            low, high = sorted((int(one.value), int(other.value)))
            found.add((high, low))
    return found
