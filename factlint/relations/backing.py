"""Backing: a claim that seems wrong by one set of figures, but is what others beside it give, or is put right there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from factlint.facts.model import Relation
from factlint.relations.explained import explained, is_put_right
from factlint.relations.intervals import meet, middle, over
from factlint.relations.network.board import is_able
from factlint.relations.quantities import Quantities, Quantity, ordinals
from factlint.relations.shares import is_share

_EXACTLY = 0.01  # of a value, by which a claim may be off what gives it
_BACK = 5  # sentences before a share in which its whole may be told
_SOON = 2  # sentences behind a wrong count in which who is missing may be told
_FEWEST = 3  # figures of a list that are added up
_LONGEST = 24  # figures of a list and its total
_GROUPS = 2  # groups of “n of X each”
_HELD = 4  # tokens from a figure to another that goes with it


def backed(quantities: Quantities, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations, those supported that other figures beside the claim bear out or that the article puts right."""
    claims = {(q.start, q.end): q for q in quantities.all}
    told = list(relations)
    agreed = {(one.start, one.end, one.kind) for one in told if one.link != "weak" and _is_given(one)}
    for one in told:
        if one.kind == "rate" and (one.start, one.end, one.kind) in agreed:
            one = one._replace(supported=True)
        claim = None if one.supported else claims.get((one.start, one.end))
        if claim is not None and _is_backed(quantities, claim, one):
            one = one._replace(supported=True)
        yield one


def _is_backed(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    find = _FINDERS.get(relation.kind)
    if find is not None and find(quantities, claim, relation):
        return True
    put_right = relation.kind in ("share", "change") and is_put_right(quantities, claim, relation.computed)
    return put_right or explained(quantities, claim, frozenset(part.start for part in relation.parts))


def _is_given(relation: Relation) -> bool:
    """Whether a claim is just what its own parts give, and not only what hedges leave room for."""
    stated, computed = middle(relation.stated), middle(relation.computed)
    return relation.supported and abs(stated - computed) <= _EXACTLY * abs(computed)


def _row(quantities: Quantities, claim: Quantity, back: int, on: int) -> list[Quantity]:
    return [q for q in quantities.near(claim, back, on) if q.place != claim.place and is_able(q)]


def _is_the_share(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    """ "Half, or £9 million, to the clinic, a third, or £6 million, to schools": its part stands behind it."""
    if _is_of_a_range(quantities, relation):
        return True
    facts = quantities.facts
    part = next((q for q in quantities.all[claim.place + 1 : claim.place + 2] if q.sentence == claim.sentence), None)
    if part is None or not is_able(part):
        return False
    between = facts.tokens.lowers[claim.last : part.first]
    if not between or not (facts.lexicon.union("restating-words", "small-hedges") | _MARKS).issuperset(between):
        return False
    wholes = [q for q in _row(quantities, claim, _BACK, 1) if _is_like(q, part) and q.value > part.value]
    found = (over(part.span, whole.span) for whole in wholes)
    return any(share is not None and meet(share, relation.stated) for share in found)


_MARKS = frozenset({",", "(", "–", "—", "-", ":"})


def _is_of_a_range(quantities: Quantities, relation: Relation) -> bool:
    """ "In them 93 to 97 per cent …": whether a share was worked out of the low end of a range of shares."""
    starts, lowers = {part.start for part in relation.parts}, quantities.facts.tokens.lowers
    joints = quantities.facts.lexicon.words("range-joints")
    ranges = ((low, high) for low, high in pairwise(quantities.all) if low.start in starts and is_share(high))
    return any(high.first == low.last + 1 and lowers[low.last] in joints for low, high in ranges)


def _is_so_many_each(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    """ "11 hearings, four with each parent and three with both": so many each, and others on top."""
    if claim.unit:
        return False
    row = [q for q in _row(quantities, claim, 0, 0) if not q.unit and q.value % 1 == 0]
    wholes = [q for q in row if q.place < claim.place]
    more = [q for q in row if q.place > claim.place]
    left = [whole.value - other.value for whole in wholes for other in more]
    return any(value >= _GROUPS * claim.value and value % claim.value == 0 for value in left)


def _is_the_distance(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    """ "Up by £5 to £25": a distance that ends at the figure behind it lies between no two others."""
    end = next((q for q in quantities.all[claim.place + 1 : claim.place + 2] if q.unit == claim.unit), None)
    if end is None or end.sentence != claim.sentence or end.first - claim.last > _HELD:
        return False
    ends = quantities.facts.lexicon.words("to-words")
    return quantities.facts.tokens.lowers[end.first - 1] in ends and end.start not in {p.start for p in relation.parts}


def _by_place(quantity: Quantity) -> int:
    return quantity.place


def _is_like(one: Quantity, two: Quantity) -> bool:
    """Whether two figures have one unit, or both have none."""
    return one.unit == two.unit and {one.dimension, two.dimension} not in ({"count", "share"}, {"none", "share"})


def _is_made_up_by_the_last(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    """ "Five of the nine were for it and three against. The ninth had a cold": who is missing is told behind it."""
    behind = (one for one in ordinals(quantities) if claim.start < one.start and one.value == claim.value)
    return any(one.sentence <= claim.sentence + _SOON for one in behind)


def _has_its_parts(quantities: Quantities, claim: Quantity, relation: Relation) -> bool:
    """Whether what is missing is told behind, or the parts make another figure that stands beside the whole."""
    if _is_made_up_by_the_last(quantities, claim, relation):
        return True
    parts = {part.start for part in relation.parts}
    beside = (q for q in _row(quantities, claim, 0, 0) if q.place != claim.place and q.start not in parts)
    return any(_is_like(q, claim) and meet(relation.computed, q.span) for q in beside)


_FINDERS: dict[str, Callable[[Quantities, Quantity, Relation], bool]] = {
    "share": _is_the_share,
    "rate": _is_so_many_each,
    "parts": _has_its_parts,
    "difference": _is_the_distance,
}
