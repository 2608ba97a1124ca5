"""Linkage: which two figures a claim is most naturally worked out from, by where they stand and what they count."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.saying import Link

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK = 3  # sentences before a claim in which its operands may stand
_AHEAD = 1
_BROKEN = 4  # figures into which one is broken down in its own sentence
_BETWEEN = 9  # tokens between two figures that a joint sets against one another


class Pair(NamedTuple):
    """Two figures that belong together, in order of place, and how surely they are those of the claim."""

    one: Quantity
    two: Quantity
    link: Link


def linked_pair(quantities: Quantities, claim: Quantity, able: Set[int]) -> Pair | None:
    """The pair of the nearest sentences that hold two of the able figures; none where it is not clear which two.

    `able` has the places of the figures that the claim can be worked out from.
    Where there are more than two, the two that a joint sets against one another, “from 40 to 60”, are the pair.
    """
    for back, ahead, link in _windows():
        found = [q for q in quantities.near(claim, back, ahead) if q.place in able]
        found = _unrepeated(found, claim)
        if len(found) < 2:
            continue
        if len(found) == 2:
            return Pair(found[0], found[1], link)
        joined = [pair for pair in pairwise(found) if are_joined(quantities, *pair)]
        if len(joined) == 1:
            return Pair(*joined[0], link)
        pairs = [group for group in _kinds(found) if len(group) == 2]
        return Pair(pairs[0][0], pairs[0][1], link) if len(pairs) == 1 and not joined else None
    return None


def _kinds(found: list[Quantity]) -> Iterable[list[Quantity]]:
    """The figures grouped by what they measure or count."""
    groups: dict[tuple[str | None, str | None], list[Quantity]] = {}
    for quantity in found:
        groups.setdefault((quantity.unit, None if quantity.unit else quantity.noun), []).append(quantity)
    return groups.values()


def _windows() -> Iterable[tuple[int, int, Link]]:
    yield 0, 0, "strong"
    yield 1, 0, "strong"
    yield 2, 0, "middling"
    yield 1, _AHEAD, "middling"
    yield _BACK, _AHEAD, "middling"


def _unrepeated(found: list[Quantity], claim: Quantity) -> list[Quantity]:
    """Each value once, that nearest to the claim."""
    best: dict[float, Quantity] = {}
    for quantity in sorted(found, key=lambda q: abs(q.place - claim.place)):
        best.setdefault(quantity.value, quantity)
    return sorted(best.values(), key=lambda q: q.place)


def are_joined(quantities: Quantities, one: Quantity, two: Quantity) -> bool:
    """Whether a word sets two figures of one sentence against one another: “from 40 to 60”, “60 after 40”."""
    if one.sentence != two.sentence or two.first - one.last > _BETWEEN:
        return False
    joints = quantities.facts.lexicon.words("setting-against")
    return not joints.isdisjoint(quantities.facts.tokens.lowers[one.last : two.first])


def are_set_against(quantities: Quantities, one: Quantity, two: Quantity) -> bool:
    """Whether such a word stands right before the second figure, with no verb between the two."""
    facts = quantities.facts
    if not are_joined(quantities, one, two) or "VERB" in facts.language.tags[one.last : two.first]:
        return False
    before = facts.tokens.lowers[max(one.last, two.first - 2) : two.first]
    return not facts.lexicon.words("setting-against").isdisjoint(before)


def takes_up(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a small number takes up what was just told, and adds nothing: “together the three have 53”."""
    before = facts.tokens.lowers[quantity.first - 1] if quantity.first else ""
    bare = quantity.form == "words" and not quantity.unit and (quantity.noun is None or quantity.borrowed)
    return bare and before in facts.lexicon.words("definite-articles")


def is_of_them(facts: Analysis, part: Quantity) -> bool:
    """Whether a figure is told as part of what was told before it: “19 of them”, “£3,000 of it”."""
    behind, words = facts.tokens.lowers[part.last : part.last + 2], facts.lexicon.words
    return len(behind) == 2 and behind[0] in words("of-words") and behind[1] in words("partitive-pointers")


def unparted(row: list[Quantity]) -> list[Quantity]:
    """A row without what only breaks one of its figures down: “four were out, two for painting and two for repair”."""
    for at, whole in enumerate(row):
        parts = [q for q in row[at + 1 : at + 1 + _BROKEN] if q.sentence == whole.sentence]
        for last in range(2, len(parts) + 1):
            if sum(q.value for q in parts[:last]) == whole.value and at:
                return [*row[: at + 1], *unparted(row[at + 1 + last :])]
    return row
