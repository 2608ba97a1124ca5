"""Layout: the blocks and the sentences of an article, by their tokens."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.record import NamedTuple


class Paragraph(NamedTuple):
    """A block of the article.

    start: first code point.
    end: one past the last code point.
    kind: headline, standfirst, byline, credit (the writer's role, the paper, the day), dateline, paragraph, caption,
        blockquote, pull-quote, list-item, heading or stamp (the time of day that heads an entry of a running story).
    number: place among the blocks, from 0.
    words: how many words it has.
    first: its first token.
    last: one past its last token.
    format: plain, markdown, html, docx, odt, rtf, ninjs, nitf, newsml or archieml; in plain text the kind is told by
        form alone.
    labelled: whether a label before it says what it is: “Caption:”.
    row: whether it is a whole row of a table, or a line of results.
    """

    start: int
    end: int
    kind: str
    number: int
    words: int
    first: int
    last: int
    format: str
    labelled: bool = False
    row: bool = False


class Sentence(NamedTuple):
    """One sentence; never longer than its block.

    start: first code point.
    end: one past the last code point, closing quotation marks included.
    kind: the kind of its block.
    paragraph: number of its block.
    number: place among the sentences, from 0.
    words: how many words it has.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    kind: str
    paragraph: int
    number: int
    words: int
    first: int
    last: int
