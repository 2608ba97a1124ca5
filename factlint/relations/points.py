"""Points: a gain told in per cent that is one of percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factlint.facts.model import Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import cued_by
from factlint.relations.intervals import apart, meet, over, scaled
from factlint.relations.quantities import Quantities
from factlint.relations.saying import Reading, held, written


def find_points(quantities: Quantities) -> Iterator[Relation]:
    """A change “of six per cent” right behind two percentages that are six points apart."""
    facts = quantities.facts
    moves = facts.lexicon.words("change-nouns") | facts.lexicon.words("move-nouns")
    articles = facts.lexicon.words("move-articles")
    lowers, rising = facts.tokens.lowers, facts.lexicon.words("moving-words")
    shares = [q for q in quantities.all if q.unit == "percent" and q.form in ("digits", "words")]
    if len(shares) < 3:
        return
    for claim in shares:
        if not cued_by(facts, claim, moves, 4, 3) or not cued_by(facts, claim, articles, 4, 0):
            continue
        near = [q for q in shares if 0 <= claim.sentence - q.sentence <= 2 and q.place < claim.place]
        near = [q for q in near if q.first == 0 or lowers[q.first - 1] not in rising]
        for one, two in combinations(near[-2:], 2):
            small, large = sorted((one, two), key=lambda quantity: quantity.value)
            gap, grown = apart(small.span, large.span), over(large.span, small.span)
            if grown is None or not meet(gap, claim.span) or large.value == small.value:
                continue
            if abs(large.value - small.value - claim.value) > 0.051:
                continue
            points = written(large.value - small.value)
            change = written(100 * (large.value / small.value - 1))
            moved = scaled(grown, 100, -100)
            working = say(facts.lexicon, "points-change", one=facts.text(small), two=facts.text(large), result=change)
            text = say(facts.lexicon, "points", result=points)
            yield from held(facts, claim, "point", [Reading(moved, text, working, (small, large))])
