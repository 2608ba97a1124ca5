"""OpenDocument texts (.odt) → paragraphs: lists, tables and notes too; deleted passages are not read."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.read.decode import ReadError
from factlint.read.office.package import Node, part_of, tree_of
from factlint.read.office.paragraphs import Paragraph

_UNREAD = frozenset(
    {"tracked-changes", "annotation", "note", "forms", "sequence-decls", "variable-decls", "script", "desc", "title"}
)
_INSIDE = {"list": "list", "table": "table"}
_BLOCKS = frozenset({"p", "h"})


def read_odt(raw: bytes) -> list[Paragraph]:
    """The paragraphs of an OpenDocument text, empty ones too, then those of its notes; raises ReadError."""
    content = part_of(raw, "content.xml")
    if content is None:
        raise ReadError("it is no OpenDocument text: it has no content.xml")
    tree = tree_of(content)
    styles = part_of(raw, "styles.xml")
    named = {**(_style_names(tree_of(styles)) if styles else {}), **_style_names(tree)}
    body = tree.find("body", "text")
    if body is None:
        raise ReadError("it is an OpenDocument file, but no text")
    walk = _Walk(named)
    walk.blocks(body, "")
    for note in body.all("note-body"):
        walk.blocks(note, "list")
    return walk.paragraphs


def _style_names(tree: Node) -> dict[str, tuple[str, str | None]]:
    """Of each style its name as it is shown, in small letters, and that of its parent."""
    found: dict[str, tuple[str, str | None]] = {}
    for style in tree.all("style"):
        given = style.attributes
        name = given.get("display-name") or given.get("name", "")
        found[given.get("name", "")] = _plain(name), given.get("parent-style-name")
    return found


def _plain(name: str) -> str:
    return name.replace("_20_", " ").lower()


class _Walk:
    def __init__(self, styles: dict[str, tuple[str, str | None]]) -> None:
        self.paragraphs: list[Paragraph] = []
        self._styles = styles

    def blocks(self, node: Node, inside: str) -> None:
        """The paragraphs within an element, in order of place."""
        for child in node.nodes:
            if child.name in _BLOCKS:
                place = len(self.paragraphs)
                self.paragraphs.append(Paragraph(""))
                words = "".join(self._words(child))
                self.paragraphs[place] = Paragraph(words, self._style(child) or inside)
            elif child.name not in _UNREAD:
                self.blocks(child, _INSIDE.get(child.name, inside))

    def _words(self, node: Node) -> Iterator[str]:
        for child in node.children:
            if isinstance(child, str):
                yield child.replace("\n", " ")
            elif child.name == "s":
                yield " " * min(int(child.attributes.get("c", "1") or 1), 100)
            elif child.name in ("tab", "line-break"):
                yield "\t" if child.name == "tab" else "\n"
            elif child.name == "text-box":
                self.blocks(child, "")
            elif child.name not in _UNREAD:
                yield from self._words(child)

    def _style(self, node: Node) -> str:
        names: list[str] = []
        following: str | None = node.attributes.get("style-name")
        while following is not None and len(names) < 20:
            name, following = self._styles.get(following, (_plain(following), None))
            names.append(name)
        if node.name == "h":
            names.append(f"heading {node.attributes.get('outline-level', '1')}")
        return "/".join(
            name for name in names if name not in ("standard", "default", "text body", "default paragraph style")
        )
