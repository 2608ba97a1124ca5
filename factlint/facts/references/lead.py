"""The lead: the first paragraph of an article that says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: Words at most of a block that says nothing of anybody: “ABSTRACT”, “7 p.m.”, “Litany of mistakes”.
LABEL = 3


def lead_of(facts: Facts) -> int:
    """The number of the first paragraph that is more than a label, or -1."""
    return next((p.number for p in facts.paragraphs if p.kind == "paragraph" and p.words > LABEL), -1)
