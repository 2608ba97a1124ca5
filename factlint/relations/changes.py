"""Changes: rises and falls by a share, and multiples, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import cued_by
from factlint.relations.intervals import less, over, scaled
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Link, Reading, held, written
from factlint.relations.shares import as_share, is_share

if TYPE_CHECKING:
    pass

_ONE = Interval(1.0, 1.0)
_MOST = 30
_MULTIPLE = 0.1  # a multiple in words is rounded by this share of itself


def find_changes(quantities: Quantities) -> Iterator[Relation]:
    """Every rise or fall by a share, and every multiple, with the two figures that it lies between."""
    if len(quantities.all) < 2:
        return
    yield from _by_share(quantities)
    yield from _multiples(quantities)


def _by_share(quantities: Quantities) -> Iterator[Relation]:
    """ "from £2.40 to £3 … a fifth more", "3.44 euros after 4.10, 14 per cent lower"."""
    facts = quantities.facts
    risen, fallen = facts.lexicon.words("rising-verbs"), facts.lexicon.words("falling-verbs")
    up, down = facts.lexicon.words("rising-comparatives"), facts.lexicon.words("falling-comparatives")
    for claim in quantities.all:
        if not is_share(claim):
            continue
        rises, falls = cued_by(facts, claim, up, 1, 3), cued_by(facts, claim, down, 1, 3)
        pair = _pair(quantities, claim, 1)
        if not rises and not falls:
            rises, falls = cued_by(facts, claim, risen, 1, 0), cued_by(facts, claim, fallen, 1, 0)
            pair = _pair(quantities, claim, 0)
        if rises == falls:
            continue
        if pair is None or any(is_share(q) for q in quantities.near(claim, 0, 0)):
            continue
        small, large = sorted(pair, key=lambda quantity: quantity.value)
        base, end = (small, large) if rises else (large, small)
        share = over(end.span, base.span)
        if share is None:
            continue
        moved = less(share, _ONE) if rises else less(_ONE, share)
        result = written(100 * abs(end.value / base.value - 1)) + "%"
        way = say(facts.lexicon, "rise" if rises else "fall")
        working = say(facts.lexicon, "change", one=facts.text(base), two=facts.text(end), way=way, result=result)
        reading = Reading(moved, result, working, (base, end))
        link: Link = "strong" if claim.sentence == base.sentence == end.sentence else "middling"
        yield from held(facts, claim, "change", [reading], _all_changes(quantities, rises), link, as_share(claim))


def _pair(quantities: Quantities, claim: Quantity, most: int) -> tuple[Quantity, Quantity] | None:
    """The only two figures of one unit before the claim in its sentence, or in it and the one before; or behind it."""
    for back in range(most + 1):
        near = [q for q in quantities.near(claim, back, 0) if _movable(q)]
        one_side = len({q.place < claim.place for q in near}) == 1
        if len(near) == 2 and one_side and near[0].unit == near[1].unit and near[0].value != near[1].value:
            return near[0], near[1]
        if len(near) > 1:
            return None
    return None


def _movable(quantity: Quantity) -> bool:
    return countable(quantity) and quantity.dimension not in ("share", "point", "duration") and bool(quantity.unit)


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
    for first, last in facts.tokens.phrases(facts.lexicon.phrases("multiple-phrases")):
        factor = float(table[" ".join(facts.tokens.lowers[first:last])])
        sentence = facts.sentence_at(facts.tokens.starts[first]).number
        near = [q for q in quantities.all if -1 <= q.sentence - sentence <= 3 and _counted(q)]
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
