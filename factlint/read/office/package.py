"""The parts of a document in a zip archive, and their markup as a tree; whatever would swell without end is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from factlint.read.decode import ReadError

_LARGEST_PART = 30_000_000  # bytes, unpacked
_DEEPEST = 300  # elements within one another
_MOST_PARTS = 5_000


class Node:
    """An element: its name and attributes without their namespaces, its elements and texts in order.

    start, end: the bytes that it takes in its part, its tags included.
    """

    __slots__ = ("attributes", "children", "end", "name", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int = 0) -> None:
        self.name = name
        self.start = self.end = start
        self.attributes = attributes
        self.children: list[Node | str] = []

    @property
    def nodes(self) -> Iterator[Node]:
        """Its elements."""
        return (child for child in self.children if isinstance(child, Node))

    def find(self, *names: str) -> Node | None:
        """The first element on a path of names, or None."""
        node: Node | None = self
        for name in names:
            node = next((child for child in node.nodes if child.name == name), None) if node else None
        return node

    def all(self, name: str) -> Iterator[Node]:
        """Every element of a name within, in order of place."""
        waiting = list(reversed(list(self.nodes)))
        while waiting:
            node = waiting.pop()
            if node.name == name:
                yield node
            waiting.extend(reversed(list(node.nodes)))


def part_of(raw: bytes, name: str) -> bytes | None:
    """A part of a document, or None where it has none of the name; raises ReadError where it cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if len(archive.filelist) > _MOST_PARTS:
                raise ReadError(f"it is an archive of more than {_MOST_PARTS:,} files")
            if name not in archive.NameToInfo:
                return None
            with archive.open(name) as part:
                held = part.read(_LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ReadError(f"it is a damaged or locked document: {str(error).rstrip('.').lower()}; save it anew") from None
    if len(held) > _LARGEST_PART:
        raise ReadError(f"it is a document that unpacks to more than {_LARGEST_PART // 1_000_000} MB of text")
    return held


def tree_of(markup: bytes) -> Node:
    """The tree of a part; entities of its own and of other files are refused. Raises ReadError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    root = Node("", {})
    stack = [root]

    def begin(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > _DEEPEST:
            raise ReadError(f"it has elements more than {_DEEPEST} deep")
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(name.rpartition(" ")[2], own, parser.CurrentByteIndex)
        stack[-1].children.append(node)
        stack.append(node)

    def finish(name: str) -> None:
        node, at = stack.pop(), parser.CurrentByteIndex
        # An element of one tag is done behind that; any other at the beginning of its last.
        alone = not node.children and markup[at - 2 : at] == b"/>"
        node.end = at if alone else markup.find(b">", at) + 1

    def refuse(*_: Any) -> int:
        raise ReadError("it declares entities of its own, which no article needs")

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = lambda words: stack[-1].children.append(words)
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(markup, True)
    except expat.ExpatError as error:
        raise ReadError(f"it is damaged: {expat.errors.messages[error.code]} at line {error.lineno}") from None
    return next(root.nodes, root)
