"""Explained: a claim that the figures around it give exactly, though those that it was held against do not.

What the article says is asked before what a rule has understood: “24 finalists … 10 were gone by the fifth round and
nine more by the 12th, which left five” needs no word for who the nine were. A run of figures in the order of the text,
added up or taken from another, seldom comes to a claim by chance where there are three or more; of two it often does.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from factlint.facts.model import Interval
from factlint.relations.intervals import meet, middle
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.shares import as_share, is_share

_AROUND = 1  # paragraphs on either side of a claim
_MOST = 12  # figures on either side of it
_LARGE = 100  # small ones come about by chance where many others stand: only those of their own sentence are asked
_FEWEST = 3  # figures that give a claim, a whole among them


def explained(quantities: Quantities, claim: Quantity, starts: frozenset[int]) -> bool:
    """Whether other figures than those that a claim was held against, which begin at `starts`, give it exactly."""
    around = quantities.all[max(0, claim.place - _MOST) : claim.place + _MOST + 1]
    row = [
        q
        for q in around
        if q.place != claim.place
        and abs(q.paragraph - claim.paragraph) <= _AROUND
        and q.form != "ordinal"
        and q.claim not in ("age", "ordinal")
    ]
    if is_share(claim):
        return _is_the_other_share(row, claim, starts) or _is_of_the_sum(quantities, row, claim)
    like = [q for q in row if q.unit == claim.unit and q.dimension == claim.dimension]
    if claim.value < _LARGE:
        like = [q for q in like if q.sentence == claim.sentence]
    return _is_of_a_run(like, claim, starts)


def _is_of_a_run(row: list[Quantity], claim: Quantity, starts: frozenset[int]) -> bool:
    """Whether a run of them makes the claim, or is what another of them has above it."""
    for first, last in combinations(range(len(row) + 1), 2):
        run = row[first:last]
        made = sum(q.value for q in run)
        fresh = not starts.issuperset(q.start for q in run)
        if len(run) >= _FEWEST and fresh and _is_told(made, claim):
            return True
        if len(run) + 1 >= _FEWEST and any(
            (fresh or whole.start not in starts) and _is_told(whole.value - made, claim)
            for whole in (*row[:first], *row[last:])
        ):
            return True
    return False


def _is_told(value: float, claim: Quantity) -> bool:
    return claim.span.low <= value <= claim.span.high


def _is_the_other_share(row: list[Quantity], claim: Quantity, starts: frozenset[int]) -> bool:
    """ "About 65% to the bigger bank, the remaining 35%": what the shares of its own sentence leave of the whole."""
    shares = [q for q in row if is_share(q) and q.sentence == claim.sentence]
    if not shares or starts.issuperset(q.start for q in shares):
        return False
    left = 1 - sum(middle(as_share(q)) for q in shares)
    return left > 0 and meet(Interval(left, left), as_share(claim))


def _is_of_the_sum(quantities: Quantities, row: list[Quantity], claim: Quantity) -> bool:
    """ "£6m goes on pay, which leaves £3m, or a third": what is left, of what it makes with the one before it."""
    parts = [q for q in row if q.sentence == claim.sentence and not is_share(q) and q.value > 0]
    for one, two in pairwise(parts):
        if one.unit != two.unit or one.dimension != two.dimension or not quantities.claimed(two, "rest"):
            continue
        share = two.value / (one.value + two.value)
        if meet(Interval(share, share), as_share(claim)):
            return True
    return False
