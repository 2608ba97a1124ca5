"""Markup → its pieces, each with its place. One pass, linear in the length whatever is broken in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.record import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_CDATA = "<![CDATA["
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
#: Elements whose content is no markup; it is passed over, or is data.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})


class Piece(NamedTuple):
    """A piece of markup.

    kind: text, verbatim (text without entities or tags), open, close, note (a comment), or data for the content of a
        script, a title and the like.
    start: first code point.
    end: one past the last.
    name: of the element, in lower case; of data the element that holds it.
    attributes: as written, to be read by `attributes`.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def scan(source: str, raw: frozenset[str] = RAW) -> Iterator[Piece]:
    """Every piece of a source in order of place; what cannot be a tag is text. `raw`: elements without markup."""
    at, broken = 0, False
    while at < len(source):
        angle = source.find("<", at)
        if angle < 0:
            yield Piece("text", at, len(source))
            return
        if angle > at:
            yield Piece("text", at, angle)
        if source.startswith(_CDATA, angle):
            at = _after(source, "]]>", angle)
            yield Piece("verbatim", angle + len(_CDATA), max(angle + len(_CDATA), at - 3))
        elif source.startswith("<!--", angle):
            at = _after(source, "-->", angle + 4)
            yield Piece("note", angle, at)
        elif source.startswith(("<!", "<?"), angle):
            at = _after(source, ">", angle)
        elif _NAME.match(source, angle):
            # A mark that is never closed makes every later tag run to the end: it is looked for once.
            match = None if broken else _TAG.match(source, angle)
            broken = broken or match is None
            if match is None:
                at = _after(source, ">", angle)
                match = _NAME.match(source, angle)
                assert match is not None
                closing, name, attributes = source[angle + 1] == "/", match[1].lower(), source[match.end() : at - 1]
            else:
                at = match.end()
                closing, name, attributes = bool(match[1]), match[2].lower(), match[3]
            yield Piece("close" if closing else "open", angle, at, name, attributes)
            if not closing and name in raw and not attributes.endswith("/"):
                end = _end_of(source, name, at)
                yield Piece("data", at, end, name)
                at = end
        else:
            yield Piece("text", angle, angle + 1)
            at = angle + 1


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by name, entities read; the first of a name holds."""
    from html import unescape

    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def _end_of(source: str, name: str, at: int) -> int:
    """Where the end tag of a raw element stands, whatever its letters; the end where there is none."""
    while True:
        found = source.find("</", at)
        if found < 0:
            return len(source)
        if source[found + 2 : found + 2 + len(name)].lower() == name:
            return found
        at = found + 2
