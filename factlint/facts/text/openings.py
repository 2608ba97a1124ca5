"""How paragraphs begin: a small letter at the head of one is the trace of a cut, or of a word lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Opening

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Ending


def find_openings(facts: Facts) -> tuple[Opening, ...]:
    """The first word of every paragraph that begins with a small letter."""
    tokens = facts.tokens
    endings: dict[int, Ending] = {facts.paragraph_at(ending.start).number: ending for ending in facts.endings}
    found = []
    for block in facts.paragraphs:
        if block.kind != "paragraph" or block.first == block.last or not tokens.texts[block.first][0].islower():
            continue
        before = endings.get(block.number - 1)
        after = endings.get(block.number)
        mark = before.mark if before else None
        head = facts.paragraphs[block.number - 1].kind if block.number else None
        start, end = tokens.starts[block.first], tokens.ends[block.first]
        if facts.article.text[end : end + 1].isalnum():
            continue  # the name of a firm: my6sense
        parted = facts.article.text[: block.start].rstrip(" \t").endswith("\n\n")
        found.append(Opening(start, end, block.words, head, mark, after.mark if after else None, parted, 0))
    return tuple(opening._replace(alike=len(found)) for opening in found)
