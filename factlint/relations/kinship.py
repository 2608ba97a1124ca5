"""Kinship of nouns: whether what two figures count may be told of as one sort of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.relations.quantities import Quantity

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

SAME, KIN, STRANGE = 2, 1, 0


def kinship(facts: Analysis, one: Quantity, two: Quantity) -> int:
    """SAME for one noun, one unit, or a bare number; KIN for nouns that share a class; STRANGE for any others."""
    if one.unit or two.unit:
        return SAME if one.unit == two.unit else STRANGE
    if one.dimension not in ("count", "none") or two.dimension not in ("count", "none"):
        return STRANGE
    if one.noun is None or two.noun is None or one.borrowed or two.borrowed or one.noun == two.noun:
        return SAME
    if one.people or two.people:
        return SAME if one.people and two.people else KIN if _is_body(facts, one, two) else STRANGE
    classes = facts.language.words.noun_classes
    return KIN if classes(one.noun) & classes(two.noun) else STRANGE


def _is_body(facts: Analysis, one: Quantity, two: Quantity) -> bool:
    """Whether one counts people and the other a body of people: “the 31-seat council”, “fifteen councillors”."""
    body = two if one.people else one
    return body.noun is not None and "group" in facts.language.words.noun_classes(body.noun)
