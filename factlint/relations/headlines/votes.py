"""Votes: a headline's unanimous vote that the text has divided, and its score of a vote that the text has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_SIDE = 6  # tokens from a number to “for”, or to “against”
_APART = 16  # tokens from the one to the number of the other side
_CLOSE = 0.5  # share of the votes above which a margin is told as a landslide
_REACH = 6  # tokens between a score and the word that makes it a vote's


class Score(NamedTuple):
    """Two numbers of a vote, as a half-open range of tokens."""

    first: int
    last: int
    most: float
    fewest: float


def find_votes(story: Story) -> Iterator[Contrast]:
    """Every vote of a headline that comes out otherwise in the text."""
    unanimous = story.facts.lexicon.words("unanimous-words")
    tokens = story.tokens
    told: list[Score] | None = None
    for line in story.display:
        spot = line.paragraph
        own = [at for at in range(spot.first, spot.last) if tokens.lowers[at] in unanimous]
        scores = list(_scores(story, spot.first, spot.last))
        if story.asks(line) or not (own or scores or _stated_margin(story, line)):
            continue
        if told is None:
            told = [score for one in story.sentences for score in _scores(story, one.first, one.last)]
            dated = {date.first for date in story.facts.dates}  # “from 2012 to 2020”
            told = [score for score in told if score.most and score.first not in dated]
        divided = [one for one in told if one.fewest]
        if own and divided and len(divided) == len(told) and unanimous.isdisjoint(story.text.lowers):
            yield _contrast(story, own[0], own[0] + 1, "whole", divided[0])
        if told:
            yield from _margin(story, line, told)
        for score in scores:
            if told and not _is_told(story, score, told):
                yield _contrast(story, score.first, score.last, "count", told[0])


def _is_told(story: Story, score: Score, told: list[Score]) -> bool:
    """Whether the text has a line's score: as a vote's, or its two numbers side by side in any words."""
    if any((score.most, score.fewest) == (one.most, one.fewest) for one in told):
        return True
    numbers = [at for one in story.sentences for at in range(one.first, one.last) if _number(story, at) is not None]
    return any(
        other - one <= _SIDE and {_number(story, one), _number(story, other)} == {score.most, score.fewest}
        for one, other in pairwise(numbers)
    )


def _stated_margin(story: Story, line: Line) -> Quantity | None:
    """By how many votes a line has somebody win: “in by nine votes”."""
    lowers, words = story.tokens.lowers, story.facts.lexicon.words
    votes = (one for one in story.quantities.get(story.facts.sentence_at(line.paragraph.start).number, ()))
    return next(
        (
            one
            for one in votes
            if one.noun in words("voting-words") and one.precision == "exact" and one.first > line.paragraph.first
            and lowers[one.first - 1] in words("by-words")
        ),
        None,
    )  # fmt: skip


def _margin(story: Story, line: Line, told: list[Score]) -> Iterator[Contrast]:
    """A margin of votes of a line that no two numbers of a vote in the text lie apart, nor any figure tells."""
    stated = _stated_margin(story, line)
    if stated is None or any(one.most - one.fewest == stated.value for one in told):
        return
    rows = [story.quantities.get(number, ()) for number in story.numbers]
    if any(abs(one.value - two.value) == stated.value for row in rows for one, two in combinations(row, 2)):
        return  # “1,600 votes to Mr Hollis’s 1,547”
    figures = (one for row in rows for one in row)
    last = told[-1]
    near = last.most - last.fewest < _CLOSE * max(last.most, 1)
    if near and not any(one.value == stated.value and not one.unit for one in figures):
        yield _contrast(story, stated.first, stated.last, "count", last)


def _scores(story: Story, first: int, last: int) -> Iterator[Score]:
    """The scores of votes: “voted 5-2”, “by nineteen votes to 14”, “six in favour and three against”."""
    tags, lowers, lemmas = story.language.tags, story.tokens.lowers, story.language.lemmas
    joins = story.facts.lexicon.words("joins-of-scores")
    voting = story.facts.lexicon.words("voting-words")
    for at in range(first, last - 2):
        one = _number(story, at)
        if one is None:
            continue
        sides = _for_and_against(story, at, last)
        if sides is not None and any(lemmas[place] in voting for place in range(first, last)):
            yield Score(at, sides.last, max(one, sides.most), min(one, sides.most))
            continue
        join = next((place for place in range(at + 1, min(last - 1, at + 3)) if lowers[place] in joins), None)
        # “by 402 votes to the 396 of his rival”
        if join is not None and lowers[join + 1] in story.facts.lexicon.words("definite-articles") and join + 2 < last:
            join += 1
        two = None if join is None else _number(story, join + 1)
        if join is None or two is None or (join > at + 1 and lemmas[at + 1] not in voting | joins):
            continue
        near = range(max(first, at - _REACH), min(last, join + 2 + _REACH))
        if any(lemmas[place] in voting and tags[place] in ("NOUN", "VERB") for place in near):
            yield Score(at, join + 2, max(one, two), min(one, two))


def _number(story: Story, at: int) -> int | None:
    """A whole number in figures or in one word."""
    lower = story.tokens.lowers[at]
    value = int(lower) if lower.isdecimal() else story.facts.lexicon.table("number-words").get(lower)
    return int(value) if value is not None and float(value) % 1 == 0 else None


def _for_and_against(story: Story, at: int, last: int) -> Score | None:
    """The second number of “six members voted for the plan and three against”, as a score of its own."""
    lowers, lexicon = story.tokens.lowers, story.facts.lexicon
    favour, against = lexicon.words("voting-for"), lexicon.words("opposing-words")
    mid = next((place for place in range(at + 1, min(last, at + _SIDE)) if lowers[place] in favour), None)
    if mid is None:
        return None
    other = next(
        (place for place in range(mid + 1, min(last, mid + _APART)) if _number(story, place) is not None), None
    )
    if other is None or against.isdisjoint(lowers[other + 1 : min(last, other + _SIDE)]):
        return None
    number = _number(story, other) or 0
    return Score(other, other + 1, number, number)


def _contrast(story: Story, first: int, last: int, kind: str, score: Score) -> Contrast:
    tokens = story.tokens
    return Contrast(
        tokens.starts[first], tokens.ends[last - 1], "whole" if kind == "whole" else "count", "headline",
        story.words(first, last), story.words(score.first, score.last), "strong", False,
        Stretch(tokens.starts[score.first], tokens.ends[score.last - 1]),
    )  # fmt: skip
