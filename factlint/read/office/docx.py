"""Word files (.docx) → paragraphs: text boxes, tables and footnotes too; tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.read.decode import ReadError
from factlint.read.office.package import Node, part_of, tree_of
from factlint.read.office.paragraphs import Paragraph

# What was deleted or moved away, the twin of a drawing for older programs, and what is no text.
_UNREAD = frozenset(
    {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "delInstrText", "tblPr", "sectPr"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PLAIN = frozenset({"normal", "default", "standard", "body text", "text body"})
_MOST_STYLES = 20  # styles that one may be based on, one behind the other


def read_docx(raw: bytes) -> list[Paragraph]:
    """The paragraphs of a Word file, empty ones too, then those of its footnotes; raises ReadError."""
    document = part_of(raw, "word/document.xml")
    if document is None:
        raise ReadError("it is no Word file: it has no word/document.xml")
    styles = part_of(raw, "word/styles.xml")
    walk = _Walk(_style_names(tree_of(styles)) if styles else {})
    walk.blocks(tree_of(document), "")
    notes = part_of(raw, "word/footnotes.xml")
    for note in tree_of(notes).nodes if notes else ():
        if "type" not in note.attributes:  # the lines that part notes from the text have one
            walk.blocks(note, "list")
    return walk.paragraphs


def _style_names(styles: Node) -> dict[str, tuple[str, str | None]]:
    """Of each style's id its name in small letters, and the style that it is based on."""
    found: dict[str, tuple[str, str | None]] = {}
    for style in styles.nodes:
        name, based = style.find("name"), style.find("basedOn")
        if style.name == "style" and name is not None:
            given = name.attributes.get("val", "").lower()
            found[style.attributes.get("styleId", "")] = given, based.attributes.get("val") if based else None
    return found


class _Walk:
    def __init__(self, styles: dict[str, tuple[str, str | None]]) -> None:
        self.paragraphs: list[Paragraph] = []
        self._styles = styles

    def blocks(self, node: Node, inside: str) -> None:
        """The paragraphs within an element, in order of place."""
        for child in node.nodes:
            if child.name == "p":
                self._paragraph(child, inside)
            elif child.name == "tbl":
                self.blocks(child, "table")
            elif child.name not in _UNREAD:
                self.blocks(child, inside)

    def _paragraph(self, node: Node, inside: str) -> None:
        place = len(self.paragraphs)
        self.paragraphs.append(Paragraph(""))
        words = "".join(self._words(node))
        self.paragraphs[place] = Paragraph(words, self._style(node) or inside)

    def _words(self, node: Node) -> Iterator[str]:
        for child in node.nodes:
            if child.name == "t":
                yield "".join(text for text in child.children if isinstance(text, str))
            elif child.name in _SIGNS and child.attributes.get("type") != "page":
                yield _SIGNS[child.name]
            elif child.name == "txbxContent":
                self.blocks(child, "")
            elif child.name not in _UNREAD:
                yield from self._words(child)

    def _style(self, node: Node) -> str:
        properties = node.find("pPr")
        style = properties.find("pStyle") if properties else None
        names = self._names(style.attributes.get("val", "")) if style else []
        listed = properties is not None and properties.find("numPr") is not None
        return "/".join(names) or ("list" if listed else "")

    def _names(self, id: str) -> list[str]:
        """The name of a style and those of the styles that it is based on, the plainest left out."""
        names: list[str] = []
        following: str | None = id
        while following is not None and len(names) < _MOST_STYLES:
            name, following = self._styles.get(following, (following.lower(), None))
            names.append(name)
        return [name for name in names if name not in _PLAIN]
