"""Margins: by how much a side won, against the score, in points or goals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.scores import Score, scores_of

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_GOAL = 3  # points that a goal of Gaelic games is worth
_LARGEST = 99


def find_margins(quantities: Quantities) -> Iterator[Relation]:
    """ "2-11 to 0-16 … by three points", "24-18 … a ten-point win"."""
    facts = quantities.facts
    claims = [q for q in quantities.all if _is_margin(quantities, q)]
    if not claims:
        return
    scores = [score for score in scores_of(facts) if max(score.left, score.right) <= _LARGEST]
    for claim in claims:
        if claim.noun in facts.lexicon.words("score-nouns"):
            yield from _by_score(quantities, claim, scores)


def _is_margin(quantities: Quantities, quantity: Quantity) -> bool:
    if quantity.unit or not countable(quantity) or quantity.claim == "score" or quantity.precision != "exact":
        return False
    facts = quantities.facts
    behind = facts.language.lemmas[quantity.last : quantity.last + 1]
    known = quantity.first > 0 and facts.tokens.lowers[quantity.first - 1] in facts.lexicon.words("definite-articles")
    told = facts.lexicon.words("outcome-nouns") | (facts.lexicon.words("margin-words") if known else frozenset())
    if quantity.form == "prefix" and not told.issuperset(behind):
        return False  # "a one-point lead" in a poll
    return quantity.noun is not None and quantities.claimed(quantity, "gap") >= SURE


def _by_score(quantities: Quantities, claim: Quantity, scores: list[Score]) -> Iterator[Relation]:
    """The gap within the only score, or between two sides of goals and points."""
    facts = quantities.facts
    gaps = {abs(score.left - score.right) for score in scores}
    sides = [_GOAL * score.left + score.right for score in scores]
    gaps.update(abs(one - two) for one in sides for two in sides)
    numbers = [q.value for q in quantities.all if countable(q) and q.place != claim.place and not q.unit]
    gaps.update(int(abs(one - two)) for one in numbers for two in numbers)
    if claim.value in gaps or _is_on_the_way(facts, claim):
        return
    if (
        len(scores) == 2
        and facts.sentence_at(scores[0].start) == facts.sentence_at(scores[1].start)
        and _gaelic(scores)
    ):
        gap = abs(sides[0] - sides[1])
    elif len(scores) == 1 and scores[0].left != scores[0].right:
        gap = abs(scores[0].left - scores[0].right)
    else:
        return
    text = " ".join(facts.article.source[score.start : score.end] for score in scores)
    working = say(facts.lexicon, "margin", one=text, result=str(gap))
    yield _relation(facts, claim, gap, working, tuple(Stretch(score.start, score.end) for score in scores))


def _is_on_the_way(facts: Analysis, claim: Quantity) -> bool:
    """Whether a lead is told of no result: “trailed by four points at half-time”, “ahead by six with a lap to go”."""
    sentence = facts.sentences[claim.sentence]
    lemmas = facts.language.lemmas[sentence.first : sentence.last]
    return facts.lexicon.words("outcome-nouns").isdisjoint(lemmas) and facts.lexicon.words(
        "verbs-of-results"
    ).isdisjoint(lemmas)


def _gaelic(scores: list[Score]) -> bool:
    """Whether two scores are each of one side: few goals, more points."""
    return all(score.left < score.right and score.right > _GOAL for score in scores)


def _relation(facts: Analysis, claim: Quantity, gap: int, working: str, parts: tuple[Stretch, ...]) -> Relation:
    return Relation(
        claim.start, claim.end, "winning", Interval(claim.value, claim.value), Interval(gap, gap), facts.text(claim),
        str(gap), "middling", False, working, claim.in_quote, claim.block, parts,
    )  # fmt: skip
