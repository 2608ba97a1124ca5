"""Changes: rises and falls by a share, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.intervals import less, over
from factlint.relations.linkage import Pair, are_set_against, is_of_which, linked_pair
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, written
from factlint.relations.shares import as_share, is_share

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

#: Which way a figure goes.
WAYS = ("rise", "fall")
_ONE = Interval(1.0, 1.0)
_MOST = 30
_BESIDE = 10.0  # the same where they stand beside it and a word joins them
_NAMED = 8  # tokens before a figure in which what it is of is named
_FURTHEST = 2.2  # a change between two figures that no word joins is told wrongly by no more than so many times
_FEWEST = 12  # as few as these are seldom told in per cent


def find_changes(quantities: Quantities) -> Iterator[Relation]:
    """Every rise or fall by a share with the two figures that it lies between."""
    if len(quantities.all) < 2:
        return
    yield from _by_share(quantities)


def _by_share(quantities: Quantities) -> Iterator[Relation]:
    """ "from £2.40 to £3 … a fifth more", "3.44 euros after 4.10, 14 per cent lower", "that 12% retreat"."""
    facts = quantities.facts
    movable = {q.place for q in quantities.all if _movable(q) and quantities.claimed(q, "gap") < SURE}
    for claim in quantities.all:
        if not is_share(claim):
            continue
        told = next((one for one in quantities.told_as(claim) if one.kind == "gap"), None)
        if told is None or told.strength < SURE or _of_a_share(facts, claim):
            continue
        pair = linked_pair(quantities, claim, movable)
        if pair is None or pair.one.value == pair.two.value or not alike(pair.one, pair.two):
            continue
        if _is_told_of(facts, pair, claim) or _is_a_range(facts, pair) or is_of_which(facts, pair.one, pair.two):
            continue
        if any(is_share(q) for q in quantities.near(claim, 0, 0)) and claim.sentence != pair.two.sentence:
            continue
        small, large = sorted(pair[:2], key=lambda quantity: quantity.value)
        ways = (told.way,) if told.way in WAYS else WAYS
        readings = [one for way in ways if (one := reading_of(facts, small, large, way)) is not None]
        beside = are_set_against(quantities, pair.one, pair.two) and claim.sentence == pair.two.sentence
        if not beside and not _has_one_subject(quantities, claim, pair):
            continue
        furthest = _BESIDE if beside else _FURTHEST
        if not any(_is_near(claim, one, furthest) for one in readings):
            continue
        around = quantities.around(claim, pair[:2])
        spans = (span for way in ways for span in _all_changes(around, way == "rise"))
        yield from held(facts, claim, "change", readings, spans, pair.link, as_share(claim))


def _is_told_of(facts: Analysis, pair: Pair, claim: Quantity) -> bool:
    """Whether the sentence of the two figures tells their change itself: “rose 6% to R2.12bn from R2bn”."""
    return pair.one.sentence != claim.sentence and any(
        one.kind == "change" and one.start <= pair.one.start and pair.two.end <= one.end for one in facts.calculations
    )


def _is_a_range(facts: Analysis, pair: Pair) -> bool:
    """Whether two figures are the ends of what something costs, “between $4.50 and $5”."""
    lowers, joints = facts.tokens.lowers, facts.lexicon.words("number-joiners")
    before = lowers[max(0, pair.one.first - 1) : pair.one.first]
    opened = not facts.lexicon.words("range-openers").isdisjoint(before)
    return (
        opened and pair.one.sentence == pair.two.sentence and joints.issuperset(lowers[pair.one.last : pair.two.first])
    )


def _has_one_subject(quantities: Quantities, claim: Quantity, pair: Pair) -> bool:
    """Whether what a change is told of is named where its other figure stands: “at a cost of …. The cost rose by …”."""
    facts = quantities.facts
    if pair.one.sentence == pair.two.sentence:
        own = quantities.near(claim, 0, 0)  # "closed up 6 per cent at 344p": a figure of its own is its end
        return not any(q.unit == pair.one.unit and q.place not in (pair.one.place, pair.two.place) for q in own)
    if pair.one.unit is None and pair.one.noun is not None:
        return pair.one.noun == pair.two.noun
    other = pair.one if pair.one.sentence != claim.sentence else pair.two
    lemmas, tags = facts.language.lemmas, facts.language.tags
    opening, first = facts.sentences[claim.sentence].first, facts.sentences[other.sentence].first
    names = {lemmas[at] for at in range(opening, min(opening + _NAMED, claim.first)) if tags[at] == "NOUN"}
    return not names.isdisjoint(lemmas[max(first, other.first - _NAMED) : other.first])


def _is_near(claim: Quantity, reading: Reading, furthest: float) -> bool:
    """Whether a change told wrongly may have been meant for the right one: out by no more than a small factor."""
    stated, computed = as_share(claim), reading.computed
    return stated.low <= furthest * computed.high and computed.low <= furthest * stated.high


def reading_of(facts: Analysis, small: Quantity, large: Quantity, way: str) -> Reading | None:
    """The rise from the smaller to the larger, or the fall from the larger, as a share; none from nothing."""
    base, end = (small, large) if way == "rise" else (large, small)
    share = over(end.span, base.span)
    if share is None:
        return None
    moved = less(share, _ONE) if way == "rise" else less(_ONE, share)
    result = written(100 * abs(end.value / base.value - 1)) + "%"
    told = say(facts.lexicon, way)
    working = say(facts.lexicon, "change", one=facts.text(base), two=facts.text(end), way=told, result=result)
    return Reading(moved, result, working, (base, end))


def _of_a_share(facts: Analysis, claim: Quantity) -> bool:
    """Whether a share is one of something that is named behind it: “a third of the fall”."""
    return facts.tokens.lowers[claim.last : claim.last + 1] != [] and facts.tokens.lowers[
        claim.last
    ] in facts.lexicon.words("of-words")


def _movable(quantity: Quantity) -> bool:
    if not countable(quantity) or quantity.dimension in ("share", "point", "duration"):
        return False
    return bool(quantity.unit) or (quantity.noun is not None and quantity.value > _FEWEST)


def _all_changes(around: Sequence[Quantity], rises: bool) -> Iterator[Interval]:
    able = [q for q in around if countable(q) and q.dimension != "duration"][:_MOST]
    for base, end in permutations(able, 2):
        if alike(base, end) and (share := over(end.span, base.span)) is not None:
            yield less(share, _ONE) if rises else less(_ONE, share)
