"""Markup or plain words held in a string of another format → parts, each character at its place in the whole file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.read.article import BlockKind
from factlint.read.html.tree import Run, Text, grow
from factlint.read.html.written import Part
from factlint.read.sourcemap import SourceMap

#: What HTML has that plain words have not.
MARKUP = re.compile(r"<(?:p|div|h[1-6]|br|ul|ol|blockquote|article|section|html|body|table|figure)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_TAGS: tuple[tuple[frozenset[str], BlockKind], ...] = (
    (frozenset({"figcaption", "figure", "caption"}), "caption"),
    (frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}), "heading"),
    (frozenset({"blockquote"}), "blockquote"),
    (frozenset({"li", "td", "th", "dt", "dd"}), "list-item"),
)


def body_parts(words: str, places: SourceMap) -> Iterator[Part]:
    """The parts of a body, which is HTML where it has its tags, else a paragraph a line."""
    if MARKUP.search(words):
        for run in grow(words).runs:
            yield kind_of(run), [piece for text in run.texts for piece in placed(text, places)]
    else:
        for match in _PARAGRAPH.finditer(words):
            text = Text(match.group(), match.start(), match.end(), False)
            yield "paragraph", list(placed(text, places))


def kind_of(run: Run) -> BlockKind:
    """What a run of HTML is by the elements that hold it."""
    tags = {element.name for element in run.element.around()}
    return next((kind for names, kind in _TAGS if not tags.isdisjoint(names)), "paragraph")


def placed(text: Text, places: SourceMap) -> Iterator[Text]:
    """A text of the string as texts of the file: cut where the file writes a character in another way."""
    if places.end(text.end) - places.start(text.start) == text.end - text.start:
        yield text._replace(start=places.start(text.start), end=places.end(text.end))
        return
    if len(text.words) != text.end - text.start:
        yield text._replace(start=places.start(text.start), end=places.end(text.end))
        return
    first = 0
    for step in range(1, len(text.words) + 1):
        at = text.start + step
        plain = step < len(text.words) and places.end(at) == places.start(at) and _single(places, at)
        if plain and _single(places, at - 1):
            continue
        start, end = places.start(text.start + first), places.end(at)
        yield Text(text.words[first:step], start, end, text.link)
        first = step


def _single(places: SourceMap, at: int) -> bool:
    return places.end(at + 1) - places.start(at) == 1
