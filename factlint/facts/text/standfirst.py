"""The standfirst: the line or two below a headline that sum up the story, where people go by their surnames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_LONGEST = 40  # words
_DISPLAY = ("headline", "heading", "byline", "credit", "dateline")
_CREDITS = ("byline", "credit", "dateline")
_STOPS = (".", "!", "?", "”", '"', "’")


def standfirst(facts: Facts) -> int | None:
    """The number of the block that is the standfirst; none where the article opens with its first paragraph.

    That is what the reader of the file takes for one, or a short first block of one or two sentences with a byline or
    dateline, or no full stop, to tell it by.
    """
    blocks = facts.paragraphs
    told = next((block.number for block in blocks[:4] if block.kind == "standfirst"), None)
    if told is not None:
        return told
    if not blocks or blocks[0].kind != "headline":
        return None
    at = next((block.number for block in blocks if block.kind not in _DISPLAY), None)
    if at is None or at + 1 >= len(blocks) or blocks[at].words > _LONGEST or blocks[at].kind != "paragraph":
        return None
    open_end = not facts.text(blocks[at]).rstrip().endswith(_STOPS)
    return at if open_end or blocks[at + 1].kind in _CREDITS or _datelined(facts, at + 1) else None


def _datelined(facts: Facts, number: int) -> bool:
    """Whether a block opens with a place in capitals and a dash: DES MOINES - ….; “CORAL BAY, Ore. —”."""
    tokens, block = facts.tokens, facts.paragraphs[number]
    opening = tokens.texts[block.first : min(block.last, block.first + 8)]
    dash = next((place for place, text in enumerate(opening) if text in ("-", "–", "—", "--")), 0)
    return dash > 0 and opening[0].isupper() and len(opening[0]) > 2
