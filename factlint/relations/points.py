"""Points: a gain told in per cent that is one of percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.changes import WAYS
from factlint.relations.claimed import SURE
from factlint.relations.cues import cued_by
from factlint.relations.intervals import apart, meet, widened
from factlint.relations.linkage import are_set_against
from factlint.relations.quantities import Quantities
from factlint.relations.saying import Reading, held, written

_BACK = 2  # sentences before a gain in which its two percentages may stand, however they are told
_ROUNDED = 0.1  # what people round off a change in per cent


def find_points(quantities: Quantities) -> Iterator[Relation]:
    """A change “of six per cent” right behind two percentages that are six points apart."""
    facts = quantities.facts
    moves = facts.lexicon.union("change-nouns", "move-nouns")
    articles = facts.lexicon.words("move-articles")
    lowers, rising = facts.tokens.lowers, facts.lexicon.words("moving-words")
    shares = [q for q in quantities.all if q.unit == "percent" and q.form in ("digits", "words", "prefix")]
    if len(shares) < 3:
        return
    for claim in shares:
        cued = cued_by(facts, claim, moves, 4, 3) and cued_by(facts, claim, articles, 4, 0)
        told_way = next((one.way for one in quantities.told_as(claim) if one.kind == "gap"), None)
        beside = not cued and quantities.claimed(claim, "gap") >= SURE
        if not cued and not beside:
            continue
        before = [q for q in shares if q.place < claim.place and (q.first == 0 or lowers[q.first - 1] not in rising)]
        near = [q for q in before if claim.sentence - q.sentence <= _BACK][-2:]
        if len(near) < 2:  # "from 38 per cent in October to 47 per cent now", paragraphs before "the gain of nine"
            near = next((list(pair) for pair in pairwise(before) if are_set_against(quantities, *pair)), [])
        if beside:  # "58.4 per cent, three per cent more than in May, when it was 55.4"
            near = [q for q in shares if q.sentence == claim.sentence and q.place != claim.place]
        if (
            not near and beside and told_way in WAYS
        ):  # "from 6.5 per cent to 6 … the half-a-per-cent cut", paragraphs below
            near = next((list(pair) for pair in pairwise(before) if are_set_against(quantities, *pair)), before)
            near = near if len(near) == 2 else []
        if not near:  # "up by 0.8 per cent … The rate was 5.9 per cent, against 5.1": told first
            row = [q for q in shares if 0 <= q.sentence - claim.sentence <= _BACK and q.place > claim.place]
            near = next((list(pair) for pair in pairwise(row) if are_set_against(quantities, *pair)), [])
        for pair in combinations(near, 2):
            small, large = sorted(pair, key=lambda quantity: quantity.value)
            if not small.value or large.value == small.value or not meet(apart(small.span, large.span), claim.span):
                continue
            if abs(large.value - small.value - claim.value) > 0.051:
                continue
            way = told_way if told_way in WAYS else WAYS[0]
            base, end = (small, large) if way == WAYS[0] else (large, small)
            grown = 100 * abs(end.value / base.value - 1)
            points = written(facts.lexicon, large.value - small.value)
            change = written(facts.lexicon, grown)
            moved = widened(Interval(grown, grown), _ROUNDED)
            told = say(facts.lexicon, way)
            one, two = facts.text(base), facts.text(end)
            working = say(facts.lexicon, "points-change", one=one, two=two, way=told, result=change)
            text = say(facts.lexicon, "points", result=points)
            yield from held(facts, claim, "point", [Reading(moved, text, working, (small, large))])
