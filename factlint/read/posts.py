"""Posts: what an article takes over from somebody's page elsewhere, known by the line that signs it with a handle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.read.article import Block

# — The Harbour Board (@harbourboard) October 9, 2018
_SIGNATURE = re.compile(r"[—–-]{1,2} ?[^\n()]{2,60} \(@\w{1,30}\)[^\n]{0,40}\Z")
_LONGEST = 160  # code points of the line


def with_posts(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, paragraphs that are a post or the line that signs one told as quoted."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        signs = block.kind == "paragraph" and block.end - block.start <= _LONGEST
        if signs and _SIGNATURE.match(text[block.start : block.end]) is not None:
            found |= {number, number - 1} if number > 1 else {number}
    return [
        block._replace(kind="blockquote") if number in found and block.kind == "paragraph" else block
        for number, block in enumerate(blocks)
    ]
