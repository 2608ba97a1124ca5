"""Paragraphs of a document → Article. Findings are placed in a text in which every paragraph is a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, BlockKind, Format, Metadata
from factlint.read.decode import ReadError
from factlint.read.sourcemap import SourceMap
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

#: A line break within a paragraph, which is no end of a line.
WITHIN = "\u2028"
_KINDS: dict[str, BlockKind] = {
    kind: kind
    for kind in ("headline", "standfirst", "byline", "heading", "caption", "blockquote", "pull-quote", "list-item")
}


class Paragraph(NamedTuple):
    """A paragraph of a document, an empty one too.

    words: as they read; "\\n" for a line break.
    style: the name of its style in small letters, behind a slash that of the one it is based on; "list" for items and
        "table" for cells that have none of their own.
    """

    words: str
    style: str = ""


def shown(paragraphs: Iterable[Paragraph]) -> str:
    """The text that findings are placed in: a line a paragraph, so that the line is the paragraph's number."""
    return "\n".join(paragraph.words.replace("\n", WITHIN) for paragraph in paragraphs)


def article_of(path: str, paragraphs: list[Paragraph], lexicon: Lexicon, format: Format) -> Article:
    """The article that the paragraphs make; raises ReadError where nothing stands in them."""
    made, blocks, at = SourceMap(), list[Block](), 0
    styles = lexicon.table("paragraph-styles")
    headed = False
    for words, style in paragraphs:
        kept = words.strip()
        if kept:
            made.gap("\n\n" if blocks else "")
            first = len(made)
            place = at + words.index(kept)
            made.add(kept, place, place + len(kept))
            known = next((styles[name] for name in style.split("/") if name in styles), "")
            kind = _KINDS.get(known, "paragraph")
            if kind == "headline" and headed:
                kind = "heading"
            headed = headed or kind == "headline"
            blocks.append(Block(kind, first, len(made)))
        at += len(words) + 1
    if not blocks:
        raise ReadError("it is a document without any words")
    text = made.text
    from factlint.read.forms import forms_of

    told, head = forms_of(lexicon).assign(text, blocks)
    return Article(path, text, text, told, Metadata(date=head.date, author=head.author), format, map=made)
