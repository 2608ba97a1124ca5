"""Pieces of markup → runs: the stretches of text between the edges of blocks, each with the elements that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from factlint.lazy import cached_property
from factlint.read.html.scan import Piece, attributes, scan
from factlint.record import NamedTuple

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"}
    | {"time", "tt", "u", "var", "wbr", "img", "br", "input", "picture", "source", "svg"}
)
#: Elements of which nothing is read.
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "canvas", "audio", "video", "object", "embed", "map"}
    | {"select", "button", "textarea", "input", "math", "head", "dialog", "menu", "option"}
)
# An open paragraph ends where one of these begins, an item or a cell where its like does.
_ENDS_PARAGRAPH = frozenset(
    {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table"}
    | {"ul"}
)
_AROUND_PARAGRAPHS = frozenset(
    {"table", "td", "th", "li", "div", "section", "article", "aside", "body", "figure", "blockquote", "main"}
)
_AROUND_ITEMS = frozenset({"ul", "ol", "dl", "table"})
_CELLS = frozenset({"td", "th"})
_SIBLINGS = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr"}),
    "td": _CELLS,
    "th": _CELLS,
}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_DEEPEST = 400  # elements within one another


class Element:
    """An element: its name, where it begins, and the element around it."""

    def __init__(self, name: str, written: str = "", parent: Element | None = None, start: int = 0) -> None:
        self.name = name
        self.parent = parent
        self.start = start
        self.depth: int = parent.depth + 1 if parent else 0
        self._written = written

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Its attributes by name."""
        return attributes(self._written) if self._written else {}

    def around(self) -> Iterator[Element]:
        """The element and those around it, from the inside."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


class Text(NamedTuple):
    """Characters of a run.

    words: as they read.
    start: first code point in the source.
    end: one past the last.
    link: whether they stand in a link.
    """

    words: str
    start: int
    end: int
    link: bool


class Run:
    """Text between two edges of blocks; `element` is the block that holds it."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.texts: list[Text] = []

    @cached_property
    def words(self) -> str:
        """What it reads, white space made one space."""
        return " ".join("".join(text.words for text in self.texts).split())

    @cached_property
    def linked(self) -> float:
        """The part of its characters that stand in links."""
        total = sum(len(text.words.strip()) for text in self.texts)
        return sum(len(text.words.strip()) for text in self.texts if text.link) / total if total else 0.0

    @property
    def start(self) -> int:
        return self.texts[0].start if self.texts else 0


class Xml(NamedTuple):
    """A language in XML, of which elements are empty only where they say so.

    inline: its elements that stand within a run of text.
    unread: those of which nothing is read.
    """

    inline: frozenset[str]
    unread: frozenset[str] = frozenset()


class Page(NamedTuple):
    """A page taken apart, everything in order of place.

    runs: its text.
    elements: all of its elements.
    data: what stands in scripts and the title: the element and its place.
    notes: the places of comments.
    """

    runs: list[Run]
    elements: list[Element]
    data: list[tuple[Element, int, int]]
    notes: list[tuple[int, int]]


def grow(source: str, xml: Xml | None = None) -> Page:
    """A page, or a document in `xml`, taken apart; markup that is broken is read as well as it can be."""
    growth = _Growth(source, xml)
    for piece in scan(source) if xml is None else scan(source, frozenset()):
        growth.take(piece)
    return growth.page


class _Growth:
    def __init__(self, source: str, xml: Xml | None = None) -> None:
        self.page = Page([], [], [], [])
        self._prefixed = xml is not None
        self._inline = _INLINE if xml is None else xml.inline
        self._unread_names = _UNREAD if xml is None else xml.unread
        self._void: frozenset[str] = _VOID if xml is None else frozenset()
        self._source = source
        self._root = self._top = Element("#root")
        self._run: Run | None = None
        self._links = self._unread = 0

    def take(self, piece: Piece) -> None:
        if self._prefixed and ":" in piece.name:
            piece = piece._replace(name=piece.name.rpartition(":")[2])
        if piece.kind == "text" or (piece.kind == "verbatim" and self._prefixed):
            self._text(piece)
        elif piece.kind == "open":
            self._open(piece)
        elif piece.kind == "close":
            self._close(self._innermost(frozenset({piece.name}), frozenset()))
        elif piece.kind == "verbatim":
            return
        elif piece.kind == "data":
            self.page.data.append((self._top, piece.start, piece.end))
        else:
            self.page.notes.append((piece.start, piece.end))

    def _text(self, piece: Piece) -> None:
        if self._unread:
            return
        if self._run is None:
            if not self._source[piece.start : piece.end].strip():
                return
            self._run = Run(next(element for element in self._top.around() if element.name not in self._inline))
            self.page.runs.append(self._run)
        if piece.kind == "verbatim":
            self._run.texts.append(Text(self._source[piece.start : piece.end], piece.start, piece.end, False))
        else:
            self._run.texts.extend(_texts(self._source, piece.start, piece.end, self._links > 0))

    def _open(self, piece: Piece) -> None:
        if piece.name in _ENDS_PARAGRAPH:
            self._close(self._innermost(frozenset({"p"}), _AROUND_PARAGRAPHS))
        if piece.name in _SIBLINGS:
            self._close(self._innermost(_SIBLINGS[piece.name], _AROUND_ITEMS))
        element = Element(piece.name, piece.attributes, self._top, piece.start)
        self.page.elements.append(element)
        if piece.name == "br" and self._run is not None:
            self._run.texts.append(Text("\n", piece.start, piece.end, False))
        if piece.name not in self._inline and not self._unread:
            self._run = None
        # What is never closed would else lie in itself without end.
        if piece.name in self._void or piece.attributes.endswith("/") or element.depth > _DEEPEST:
            return
        self._top = element
        self._links += piece.name == "a"
        self._unread += piece.name in self._unread_names

    def _close(self, element: Element | None) -> None:
        while element is not None:
            closed = self._top
            assert closed.parent is not None
            self._top = closed.parent
            self._links -= closed.name == "a"
            self._unread -= closed.name in self._unread_names
            if closed.name not in self._inline and not self._unread:
                self._run = None
            if closed is element:
                return

    def _innermost(self, names: frozenset[str], within: frozenset[str]) -> Element | None:
        """The innermost open element of these names, looked for no further than elements that keep it in."""
        for element in self._top.around():
            if element.name in names:
                return element
            if element.name in within:
                return None
        return None


def _texts(source: str, start: int, end: int, link: bool) -> Iterator[Text]:
    """The characters between two places, entities read."""
    at = start
    while (found := source.find("&", at, end)) >= 0:
        match = _ENTITY.match(source, found, end)
        words = unescape(match.group()) if match else ""
        at = match.end() if match else found + 1
        if match is None or words == match.group():
            continue
        if found > start:
            yield Text(source[start:found], start, found, link)
        yield Text(words, found, at, link)
        start = at
    if end > start:
        yield Text(source[start:end], start, end, link)
