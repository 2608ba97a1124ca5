"""Scores: sets dropped against a win in straight sets, and a result against the score on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis
    from factlint.relations.quantities import Quantities

_SETS = 7  # games of a set, and two more


class Score(NamedTuple):
    """Two numbers with a dash between them.

    first: first token.
    start, end: code points.
    left, right: the numbers.
    """

    first: int
    start: int
    end: int
    left: int
    right: int


def find_scores(quantities: Quantities) -> Iterator[Relation]:
    """What is said of a result in words, and of the score on the way."""
    facts = quantities.facts
    scores = list(scores_of(facts))
    if scores:
        yield from _straight_sets(facts, scores)
        yield from _on_the_way(facts, scores)


def scores_of(facts: Analysis) -> Iterator[Score]:
    tokens = facts.tokens
    for dash in tokens.positions(DASHES):
        if not 0 < dash < len(tokens) - 1 or tokens.spaced(dash) or tokens.spaced(dash + 1):
            continue
        left, right = tokens.texts[dash - 1], tokens.texts[dash + 1]
        if left.isdecimal() and right.isdecimal() and len(left) < 4 and len(right) < 4:
            yield Score(dash - 1, tokens.starts[dash - 1], tokens.ends[dash + 1], int(left), int(right))


def _relation(
    facts: Analysis, start: int, end: int, kind: str, stated: Interval, computed: Interval, texts: tuple[str, str, str],
    parts: tuple[Score, ...],
) -> Relation:  # fmt: skip
    stated_text, computed_text, working = texts
    block = facts.paragraph_at(start).kind
    places = tuple(Stretch(part.start, part.end) for part in parts)
    return Relation(
        start, end, kind, stated, computed, stated_text, computed_text, "strong", False, working,
        facts.in_quotation(start), block, places,
    )  # fmt: skip


def _straight_sets(facts: Analysis, scores: list[Score]) -> Iterator[Relation]:
    """ "a straight-sets win, 6-4 3-6 7-5": the winner of all has lost one."""
    tokens = facts.tokens
    for first, last in tokens.phrases(facts.lexicon.phrases("straight-sets")):
        sentence = facts.sentence_of(first)
        sets = [s for s in scores if sentence.first <= s.first < sentence.last and max(s.left, s.right) <= _SETS]
        ahead = sum(one.left > one.right for one in sets)
        behind = sum(one.left < one.right for one in sets)
        if len(sets) < 2 or ahead == behind:
            continue
        lost = min(ahead, behind)
        start, end = tokens.starts[first], tokens.ends[last - 1]
        working = say(facts.lexicon, "sets", result=lost)
        texts = (facts.article.source[start:end], str(lost), working)
        yield _relation(facts, start, end, "sets", Interval(0, 0), Interval(lost, lost), texts, tuple(sets))


def _on_the_way(facts: Analysis, scores: list[Score]) -> Iterator[Relation]:
    """A side that has 20 at the break does not end with 18."""
    tokens, breaks = facts.tokens, facts.lexicon.phrases("half-time-words")
    cues = [first for first, _ in tokens.phrases(breaks)]
    early = [s for s in scores if any(0 <= cue - s.first <= 6 or 0 < s.first - cue <= 3 for cue in cues)]
    finals, winning = facts.lexicon.words("final-score-words"), facts.lexicon.words("winning-words")
    trailing = facts.lexicon.words("trailing-words")
    if len(early) != 1:
        return
    half = early[0]
    sentence = facts.sentence_at(half.start).number
    for final in scores:
        near = abs(facts.sentence_at(final.start).number - sentence) <= 2
        before = tokens.lowers[max(0, final.first - 6) : final.first]
        if final is half or not near or finals.isdisjoint(before):
            continue
        high, low = max(final.left, final.right), min(final.left, final.right)
        came_back = not trailing.isdisjoint(tokens.lowers[max(0, half.first - 3) : half.first])
        came_back = came_back and not winning.isdisjoint(before)
        needed = max(half.left, half.right) if came_back else min(half.left, half.right)
        if (low >= needed and high >= max(half.left, half.right)) or (_either_way(final, half) and not came_back):
            continue
        text = facts.article.source[half.start : half.end]
        stated = facts.article.source[final.start : final.end]
        working = say(facts.lexicon, "half-time", one=text, two=stated)
        span, least = Interval(low, low), Interval(low + 1, 1000)
        yield _relation(facts, final.start, final.end, "final", span, least, (stated, text, working), (half,))


def _either_way(final: Score, half: Score) -> bool:
    """Whether each side can have gone on from what it had, whichever is named first."""
    return any(
        final.left >= one and final.right >= two for one, two in ((half.left, half.right), (half.right, half.left))
    )
