"""What reading a file gives: its text, its blocks, its metadata. Offsets are code points into the decoded source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.read.sourcemap import SourceMap

BlockKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "credit",
    "dateline",
    "paragraph",
    "caption",
    "blockquote",
    "pull-quote",
    "list-item",
    "heading",
    "stamp",
]

Format = Literal["plain", "markdown", "html", "docx", "odt", "rtf", "ninjs", "nitf", "newsml", "archieml"]

#: The blocks that hold sentences of the article's own prose, the headline and subheadings left out.
BODY_KINDS = frozenset({"paragraph", "caption", "blockquote", "list-item"})
#: The blocks that are read at a glance, before or without the article's prose.
DISPLAY_KINDS = frozenset({"headline", "heading", "pull-quote"})


class Block(NamedTuple):
    """A stretch of the article with one role.

    kind: what the block is for.
    start: first code point, leading white space left out.
    end: one past the last code point, trailing white space left out.
    labelled: whether a label of the desk's before it says what it is: “Caption:”, “PULL QUOTE:”.
    row: whether it is a whole row of a table, its head among them, or a line of results.
    """

    kind: BlockKind
    start: int
    end: int
    labelled: bool = False
    row: bool = False


class Metadata(NamedTuple):
    """What the file says of itself in front matter, or in the lines between headline and text.

    title: the headline given in front matter, or None.
    date: the day of publication, ISO 8601 where it could be read, else as written in front matter; or None.
    author: the writer, or None.
    outlet: the paper that it is from, or None.
    """

    title: str | None = None
    date: str | None = None
    author: str | None = None
    outlet: str | None = None


class Directive(NamedTuple):
    """What an article says to factlint, not to its readers.

    start: first code point, brackets included.
    end: one past the last code point.
    verb: the first word, in lower case; "" where there is none.
    codes: the other words: codes of rules, beginnings of codes or names; none for every rule.
    formed: whether a colon stands behind the name, as it must.
    """

    start: int
    end: int
    verb: str
    codes: tuple[str, ...]
    formed: bool = True


class Article(NamedTuple):
    """One article, ready to be annotated.

    path: as given on the command line, with forward slashes.
    source: what is read: the decoded file, every code point of it (a byte-order mark included), or, of a file that is
        not text as it stands (a web page), its text.
    text: as long as `source`; what is no prose (markup, code, URLs, HTML, front matter) is replaced by spaces.
    blocks: in order of place, never overlapping; what lies in none of them is no part of the article.
    metadata: from front matter, else from the byline and the date line.
    format: the reader that read it.
    directives: in order of place; they are masked in `text`.
    map: where the source stands in the file, or None where it is the file.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    format: Format = "plain"
    directives: tuple[Directive, ...] = ()
    map: SourceMap | None = None
