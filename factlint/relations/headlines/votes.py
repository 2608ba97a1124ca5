"""Votes: a headline's unanimous vote that the text has divided, and its score of a vote that the text has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

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
        if story.asks(line) or not (own or scores):
            continue
        if told is None:
            told = [score for one in story.sentences for score in _scores(story, one.first, one.last)]
        divided = [one for one in told if one.fewest]
        if own and divided and len(divided) == len(told) and unanimous.isdisjoint(story.text.lowers):
            yield _contrast(story, own[0], own[0] + 1, "whole", divided[0])
        for score in scores:
            if told and all((score.most, score.fewest) != (one.most, one.fewest) for one in told):
                yield _contrast(story, score.first, score.last, "count", told[0])


def _scores(story: Story, first: int, last: int) -> Iterator[Score]:
    """Two numbers joined as a vote's are, with a word of voting near them: “voted 5-2”, “by 19 votes to 14”."""
    tags, lowers, lemmas = story.language.tags, story.tokens.lowers, story.language.lemmas
    joins = story.facts.lexicon.words("joins-of-scores")
    voting = story.facts.lexicon.words("voting-words")
    for at in range(first, last - 2):
        if not lowers[at].isdecimal():
            continue
        join = next((place for place in range(at + 1, min(last - 1, at + 3)) if lowers[place] in joins), None)
        if join is None or not lowers[join + 1].isdecimal() or (join > at + 1 and lemmas[at + 1] not in voting):
            continue
        near = range(max(first, at - _REACH), min(last, join + 2 + _REACH))
        if any(lemmas[place] in voting and tags[place] in ("NOUN", "VERB") for place in near):
            pair = int(lowers[at]), int(lowers[join + 1])
            yield Score(at, join + 2, max(pair), min(pair))


def _contrast(story: Story, first: int, last: int, kind: str, score: Score) -> Contrast:
    tokens = story.tokens
    return Contrast(
        tokens.starts[first], tokens.ends[last - 1], "whole" if kind == "whole" else "count", "headline",
        story.words(first, last), story.words(score.first, score.last), "strong", False,
        Stretch(tokens.starts[score.first], tokens.ends[score.last - 1]),
    )  # fmt: skip
