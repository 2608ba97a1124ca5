"""A headline that stands twice: as a field and again above the text, as a title and again as a heading."""

from __future__ import annotations

import re

from factlint.read.article import BODY_KINDS, Article, Block

_MARKS = re.compile(r"\W+")


def read_once(article: Article) -> Article:
    """The article without the blocks that only say its headline again: headings, and what opens its text."""
    place = next((place for place, block in enumerate(article.blocks) if block.kind == "headline"), None)
    told = "" if place is None else _words(article, article.blocks[place])
    if place is None or not told:
        return article
    kept, opened = list(article.blocks[: place + 1]), False
    for block in article.blocks[place + 1 :]:
        may = block.kind in ("headline", "heading") or (block.kind == "paragraph" and not opened)
        if may and _words(article, block) == told:
            opened = opened or block.kind == "paragraph"  # what stands there a third time is no headline any more
            continue
        opened = opened or block.kind in BODY_KINDS
        kept.append(block)
    return article if len(kept) == len(article.blocks) else article._replace(blocks=tuple(kept))


def _words(article: Article, block: Block) -> str:
    return _MARKS.sub(" ", article.text[block.start : block.end].lower()).strip()
