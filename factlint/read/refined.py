"""Roles that blocks take from their neighbours where markup tells of others: credits, standfirst, datelines, posts.

Where it tells of no heading at all, the text is set like plain text, and its blocks are told by their form as there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.read.article import Block
from factlint.read.credits import Credits, Head, parted
from factlint.read.datelines import Datelines
from factlint.read.forms import forms_of
from factlint.read.posts import with_posts

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_DATED = 10  # blocks among which a dateline may tell the article's day


def refined(text: str, blocks: list[Block], lexicon: Lexicon) -> tuple[tuple[Block, ...], Head]:
    """Credits, standfirst and datelines among the paragraphs, and what the credits say."""
    blocks = with_posts(text, blocks)
    if not any(block.kind == "heading" for block in blocks):
        return forms_of(lexicon).assign(text, blocks)
    headline = next((number for number, block in enumerate(blocks) if block.kind == "headline"), None)
    credits, datelines = Credits(lexicon), Datelines(lexicon)
    head = credits.read(text, blocks, headline, parted(text, blocks))
    found: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind != "paragraph":
            found.append(block)
        elif number in head.kinds:
            found.append(block._replace(kind=head.kinds[number]))
        else:
            found.extend(datelines.cut(text, block, number))
    return tuple(found), credits.dated(text, found[:_DATED], head)
