"""Changes: rises and falls by a share, and multiples, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.intervals import less, over, scaled
from factlint.relations.linkage import linked_pair
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, written
from factlint.relations.shares import as_share, is_share

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_ONE = Interval(1.0, 1.0)
_MOST = 30
_FEWEST = 12  # as few as these are seldom told in per cent
_MULTIPLE = 0.1  # a multiple in words is rounded by this share of itself


def find_changes(quantities: Quantities) -> Iterator[Relation]:
    """Every rise or fall by a share, and every multiple, with the two figures that it lies between."""
    if len(quantities.all) < 2:
        return
    yield from _by_share(quantities)
    yield from _multiples(quantities)


def _by_share(quantities: Quantities) -> Iterator[Relation]:
    """ "from £2.40 to £3 … a fifth more", "3.44 euros after 4.10, 14 per cent lower", "that 12% retreat"."""
    facts = quantities.facts
    movable = {q.place for q in quantities.all if _movable(q)}
    for claim in quantities.all:
        if not is_share(claim):
            continue
        told = next((one for one in quantities.told_as(claim) if one.kind == "gap"), None)
        if told is None or told.strength < SURE or _of_a_share(facts, claim):
            continue
        pair = linked_pair(quantities, claim, movable)
        if pair is None or pair.one.value == pair.two.value or not alike(pair.one, pair.two):
            continue
        if any(is_share(q) for q in quantities.near(claim, 0, 0)) and claim.sentence != pair.two.sentence:
            continue
        small, large = sorted(pair[:2], key=lambda quantity: quantity.value)
        ways = [told.way] if told.way in ("rise", "fall") else ["rise", "fall"]
        readings = [one for way in ways if (one := _reading(facts, small, large, way)) is not None]
        spans = (span for way in ways for span in _all_changes(quantities, way == "rise"))
        yield from held(facts, claim, "change", readings, spans, pair.link, as_share(claim))


def _reading(facts: Analysis, small: Quantity, large: Quantity, way: str) -> Reading | None:
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


def _all_changes(quantities: Quantities, rises: bool) -> Iterator[Interval]:
    able = [q for q in quantities.all if countable(q) and q.dimension != "duration"][:_MOST]
    for base, end in permutations(able, 2):
        if alike(base, end) and (share := over(end.span, base.span)) is not None:
            yield less(share, _ONE) if rises else less(_ONE, share)


# ---------------------------------------------------------------------------------------------------------- multiples


def _multiples(quantities: Quantities) -> Iterator[Relation]:
    """ "drew twice as many as it had printed programmes for": the two counts before it or right after."""
    facts = quantities.facts
    table = facts.lexicon.table("multiple-phrases")
    found = [
        (first, last, float(table[" ".join(facts.tokens.lowers[first:last])]))
        for first, last in facts.tokens.phrases(facts.lexicon.phrases("multiple-phrases"))
    ]
    verbs = facts.lexicon.table("multiples")
    found += [
        (at, at + 1, float(verbs[facts.tokens.lowers[at]]))
        for at in facts.tokens.positions(verbs.keys())
        if facts.language.tags[at] == "VERB" and verbs[facts.tokens.lowers[at]] > 1
    ]
    for first, last, factor in found:
        sentence = facts.sentence_at(facts.tokens.starts[first]).number
        near = [q for q in quantities.all if -2 <= q.sentence - sentence <= 3 and _counted(q)]
        groups = [(one, two) for at, one in enumerate(near) for two in near[at + 1 :] if alike(one, two)]
        if len(groups) != 1:
            continue
        small, large = sorted(groups[0], key=lambda quantity: quantity.value)
        share = over(large.span, small.span)
        if share is None or not 1.05 < large.value / small.value < 12:
            continue
        stated = scaled(Interval(1 - _MULTIPLE, 1 + _MULTIPLE), factor)
        result = say(facts.lexicon, "times", result=written(large.value / small.value))
        working = say(facts.lexicon, "ratio", one=facts.text(small), two=facts.text(large), result=result)
        reading = Reading(share, result, working, (small, large))
        claim = _phrase(quantities, first, last, small)
        yield from held(facts, claim, "multiple", [reading], _all_multiples(quantities), "middling", stated)


def _counted(quantity: Quantity) -> bool:
    """Whether a multiple can be of a figure: a count above a dozen, or a measure."""
    if not countable(quantity) or quantity.dimension in ("share", "point", "duration"):
        return False
    return quantity.unit is not None or quantity.value > 12


def _phrase(quantities: Quantities, first: int, last: int, like: Quantity) -> Quantity:
    """The words of a multiple as a claim."""
    facts = quantities.facts
    start, end = facts.tokens.starts[first], facts.tokens.ends[last - 1]
    return like._replace(start=start, end=end, first=first, last=last, in_quote=facts.in_quotation(start))


def _all_multiples(quantities: Quantities) -> Iterator[Interval]:
    able = [q for q in quantities.all if countable(q)][:_MOST]
    for one, two in permutations(able, 2):
        if one.value > two.value and alike(one, two) and (share := over(one.span, two.span)) is not None:
            yield share
