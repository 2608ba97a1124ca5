"""Markdown → Article. CommonMark is parsed by markdown-it; what is no prose is masked by spaces, offset by offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, BlockKind
from factlint.read.dialects import plainer
from factlint.read.forms import forms_of
from factlint.read.frontmatter import read_front_matter
from factlint.read.inline import place_prose

if TYPE_CHECKING:
    from markdown_it.token import Token

    from factlint.lexicon import Lexicon

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CONTAINERS = {
    "blockquote_open": "blockquote",
    "list_item_open": "list-item",
    "td_open": "list-item",
    "th_open": "list-item",
}


def read_markdown(path: str, source: str, lexicon: Lexicon) -> Article:
    """An article from CommonMark with front matter, tables and footnotes; shortcodes are not read.

    The first heading of level one is the headline, else the title of the front matter. A paragraph of nothing but
    emphasis right below a picture is its caption. Raises ReadError where the front matter cannot be read.
    """
    from markdown_it import MarkdownIt

    front = read_front_matter(source, lexicon)
    whole = source
    source, notes, hidden = plainer(source, front.end)
    lines = _lines(source, front.end)
    prose: list[str] = [character if character in "\r\n" else " " for character in source]
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    # The parser counts a carriage return and a form feed otherwise than we do; it is given our lines.
    tokens = parser.parse("\n".join(source[start:end] for start, end in lines))
    blocks: list[Block] = []
    titled, read_to = False, 0
    for kind, token in _inlines(tokens):
        spans = _source_lines(token, lines, source, read_to)
        read_to = max([read_to, *(at + len(content) for content, at in spans if at >= 0)])
        placed = place_prose(token, spans, source, prose)
        if placed is None:
            continue
        start, end = placed
        if start in notes:
            kind = "list-item"
        if kind == "headline" and titled:
            kind = "heading"
        titled = titled or kind == "headline"
        blocks.append(Block(kind, start, end))
    for start, end in hidden:
        prose[start:end] = [character if character in "\r\n" else " " for character in source[start:end]]
    text = "".join(prose)
    fields: list[Block] = []
    if front.standfirst_span is not None:
        fields.append(Block("standfirst", *front.standfirst_span))
    if not titled and front.title_span is not None:
        fields.append(Block("headline", *front.title_span))
    for field in sorted(fields, key=lambda field: field.start, reverse=True):
        text = text[: field.start] + source[field.start : field.end] + text[field.end :]
        blocks.insert(0, field)
    found, head = forms_of(lexicon).assign(text, blocks)
    told = front.metadata
    metadata = told._replace(date=told.date or head.date, author=told.author or head.author)
    return Article(path, whole, text, found, metadata, "markdown")


def _lines(source: str, start: int) -> list[tuple[int, int]]:
    """The lines after the front matter as half-open ranges, their ends left out."""
    found = []
    while start < len(source):
        match = _LINE.match(source, start)
        assert match is not None
        found.append((start, start + len(match.group().rstrip("\r\n"))))
        start = match.end()
    return found


def _inlines(tokens: list[Token]) -> Iterator[tuple[BlockKind, Token]]:
    """Every run of inline text with the kind of its block."""
    containers: list[BlockKind] = []
    kind: BlockKind = "paragraph"
    after_picture = False
    for token in tokens:
        if token.type in _CONTAINERS:
            containers.append(_CONTAINERS[token.type])  # type: ignore[arg-type]
        elif token.type.replace("_close", "_open") in _CONTAINERS:
            containers.pop()
        elif token.type == "heading_open":
            kind = "headline" if token.tag == "h1" else "heading"
        elif token.type == "heading_close":
            kind = "paragraph"
        elif token.type == "inline":
            picture, words = _is_picture(token), _is_emphasis(token)
            if words is not False:
                inside = containers[-1] if containers and kind == "paragraph" else kind
                yield ("caption" if words and (picture or after_picture) else inside), token
            after_picture = picture and words is False


def _is_picture(token: Token) -> bool:
    """Whether a run of inline text opens with a picture, in a link or not."""
    first = next((child for child in token.children or [] if child.type not in ("link_open", "text")), None)
    return first is not None and first.type == "image"


def _is_emphasis(token: Token) -> bool | None:
    """Whether the words of a run, pictures left out, are emphasised from end to end; False where there are none."""
    words = [c for c in token.children or [] if c.content.strip() or c.nesting or c.type == "code_inline"]
    words = [child for child in words if child.type not in ("image", "link_open", "link_close")]
    if not words:
        return False
    return True if words[0].type == "em_open" and words[-1].type == "em_close" else None


def _source_lines(token: Token, lines: list[tuple[int, int]], source: str, read_to: int) -> list[tuple[str, int]]:
    """Each line of a run's content with the code point at which it stands in the source, from `read_to` on.

    The cells of a table's row share a line.
    """
    assert token.map is not None
    placed = []
    row, after = token.map
    held = token.content.split("\n", 1)[0].strip()
    # The parser takes lines of nothing but odd white space (a no-break space) off the beginning of a paragraph.
    while row + 1 < min(after, len(lines)) and source.find(held, *lines[row]) < 0:
        row += 1
    for content in token.content.split("\n"):
        start, end = lines[row] if row < len(lines) else (len(source), len(source))
        start = max(start, min(read_to, end))
        at = source.find(content, start, end)
        if at < 0 and (held := content.strip()):
            # Tabs before a line are counted in spaces; what follows them stands as it is.
            at = source.find(held, start, end) - content.index(held)
        placed.append((content, at if start <= at else -1))
        row += 1
    return placed
