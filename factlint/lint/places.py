"""Where in an article a fact or a match may stand: kinds of blocks, classes of them, sides of the quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

BLOCK_PLACES = (
    "headline",
    "heading",
    "byline",
    "dateline",
    "paragraph",
    "caption",
    "blockquote",
    "list-item",
    "standfirst",
    "pull-quote",
    "credit",
    "stamp",
)
PLACES = ("article", "body", *BLOCK_PLACES, "outside-quotes", "inside-quotes")
_BODY = ("paragraph", "caption", "blockquote", "list-item", "heading", "standfirst", "pull-quote")


def stands_in(places: Sequence[str]) -> Callable[[Facts, int], bool]:
    """Whether a code point of an article stands in one of the places; where none are given, it always does."""
    kinds = _kinds(places)
    outside, inside = "outside-quotes" in places, "inside-quotes" in places

    def stands(facts: Facts, start: int) -> bool:
        if kinds is not None:
            block = facts.paragraph_at(start)
            if start >= block.end or block.kind not in kinds:
                return False
        return not (outside or inside) or facts.in_quotation(start) == inside

    return stands


def _kinds(places: Sequence[str]) -> frozenset[str] | None:
    kinds = {place for place in places if place in BLOCK_PLACES}
    if "body" in places:
        kinds.update(_BODY)
    return frozenset(kinds) if kinds and "article" not in places else None
