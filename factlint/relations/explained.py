"""Explained: a claim that the figures around it give exactly, though those that it was held against do not.

What the article says is asked before what a rule has understood: “24 finalists … 10 were gone by the fifth round and
nine more by the 12th, which left five” needs no word for who the nine were. A run of figures in the order of the text,
added up or taken from another, seldom comes to a claim by chance where there are three or more; of two it often does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation, Interval
from factlint.relations.intervals import meet, middle, scaled
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.shares import as_share, is_share
from factlint.relations.slips import telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_AROUND = 1  # paragraphs on either side of a claim
_MOST = 12  # figures on either side of it
_TELLING = 3  # digits of a claim that come about by chance nowhere in an article
_LARGE = 100  # small ones come about by chance where many others stand: only those of their own sentence are asked
_FEWEST = 3  # figures that give a claim, a whole among them
_SOON = 2  # sentences behind a wrong share in which it may be put right
_SAYING = "saying"
_PERCENT = 0.01
_ASKED = frozenset(("change", "difference", "part", "share", "sum"))


def unexplained(facts: Analysis, calculations: Iterable[Calculation]) -> Iterator[Calculation]:
    """What the sentences of an article state of their figures, but the wrong claims that others around them explain."""
    for one in calculations:
        claim = None if one.agrees or one.kind not in _ASKED else _claim_of(facts, one)
        if claim is None:
            yield one
            continue
        row = facts.quantities.in_sentence(claim.sentence)
        starts = frozenset(q.start for q in row if one.start <= q.start < one.end)
        computed = scaled(one.computed, _PERCENT) if is_share(claim) else one.computed
        if not (is_put_right(facts.quantities, claim, computed) or explained(facts.quantities, claim, starts)):
            yield one


def _claim_of(facts: Analysis, one: Calculation) -> Quantity | None:
    """The figure that a calculation holds against others; none where what it states is more than a figure."""
    known = facts.quantities.all
    at = bisect_left(known, one.start, key=lambda quantity: quantity.start)
    inside = (q for q in known[at : at + _MOST] if q.end <= one.end)
    return next((q for q in inside if facts.text(q) == one.stated_text), None)


def is_put_right(quantities: Quantities, claim: Quantity, computed: Interval) -> bool:
    """ "He said that a rise from £2 to £3 was one of 33%. It is one of 50%": the right share is told behind it."""
    if not is_share(claim) or not _is_said(quantities.facts, claim):
        return False
    behind = [q for q in quantities.near(claim, 0, _SOON) if q.place > claim.place and is_share(q)]
    told = [as_share(q) for q in behind]
    return any(meet(share, computed) and not meet(share, as_share(claim)) for share in told)


def _is_said(facts: Analysis, claim: Quantity) -> bool:
    """Whether a verb of saying stands before a figure in its sentence: “wrote in its leaflet that rents …”."""
    language = facts.language
    before = range(facts.sentences[claim.sentence].first, claim.first)
    verbs = (language.lemmas[at] for at in before if language.tags[at] == "VERB")
    return any(_SAYING in language.words.verb_classes(verb) for verb in verbs)


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
        others = _is_the_other_share(row, claim, starts) or _is_of_the_sum(quantities, row, claim)
        return others or _is_of_the_column(around, claim)
    like = [q for q in row if q.unit == claim.unit and q.dimension == claim.dimension]
    if claim.value < _LARGE:
        like = [q for q in like if q.sentence == claim.sentence]
    if telling(claim.value) >= _TELLING and _is_of_a_far_whole(quantities, like, claim, starts):
        return True
    return _is_of_a_run(like, claim, starts)


def _is_of_a_far_whole(quantities: Quantities, row: list[Quantity], claim: Quantity, starts: frozenset[int]) -> bool:
    """Whether the figures right before a claim leave it of a whole, wherever that stands."""
    wholes = {q.value for q in quantities.all if q.unit == claim.unit and q.start not in starts}
    before = [q.value for q in row if q.place < claim.place]
    return any(sum(before[first:]) + claim.value in wholes for first in range(len(before) - 1))


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


def _is_of_the_column(around: Sequence[Quantity], claim: Quantity) -> bool:
    """ "Roe: 431 (41.6%)", "Hay: 402 (38.8%)": of what the counts make together that stand each before its share."""
    pairs = [
        (one, two)
        for one, two in pairwise(around)
        if is_share(two) and not is_share(one) and one.sentence == two.sentence and one.unit is None
    ]
    own = next((number for number, (_, share) in enumerate(pairs) if share.place == claim.place), None)
    if own is None:
        return False
    first, last = own, own + 1
    while first and pairs[first - 1][1].place + 1 == pairs[first][0].place:
        first -= 1
    while last < len(pairs) and pairs[last - 1][1].place + 1 == pairs[last][0].place:
        last += 1
    made = sum(one.value for one, _ in pairs[first:last])
    if last - first < _FEWEST or not made:
        return False
    share = pairs[own][0].value / made
    return meet(Interval(share, share), as_share(claim))
