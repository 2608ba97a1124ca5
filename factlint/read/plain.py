"""Plain text → Article: blocks by blank lines, the headline by position and form."""

from __future__ import annotations

import re

from factlint.read.article import Article, Block, BlockKind

_BLOCK = re.compile(r"[^\s](?:.|\n(?!\s*\n))*", re.MULTILINE)


def read_plain(path: str, source: str) -> Article:
    """An article whose blocks are set apart by blank lines."""
    blocks: list[Block] = []
    for match in _BLOCK.finditer(source):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        kind: BlockKind = "headline" if not blocks and end - start < 200 else "paragraph"
        blocks.append(Block(kind, start, end))
    return Article(path, source, source, tuple(blocks))
