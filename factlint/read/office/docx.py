"""Word files (.docx) → paragraphs: text boxes, tables and footnotes too; tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.read.decode import ReadError
from factlint.read.office.package import Node, part_of, tree_of
from factlint.read.office.paragraphs import Paragraph
from factlint.record import NamedTuple

# What was deleted or moved away, the twin of a drawing for older programs, and what is no text.
_UNREAD = frozenset(
    {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "delInstrText", "tblPr", "sectPr"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PLAIN = frozenset({"normal", "default", "standard", "body text", "text body"})
_MOST_STYLES = 20  # styles that one may be based on, one behind the other


#: The part that holds the text.
DOCUMENT = "word/document.xml"


class Piece(NamedTuple):
    """Words of a paragraph that stand in one element.

    words: as they read.
    node: the element: `t`, or one that stands for a sign.
    run: the run in the body that it belongs to: of a text box that which shows it, of a note that which refers to it.
    inside: whether the run holds the element itself, and not a text box or the mark of a note.
    """

    words: str
    node: Node
    run: Node | None
    inside: bool


def read_docx(raw: bytes) -> list[Paragraph]:
    """The paragraphs of a Word file, empty ones too, then those of its footnotes; raises ReadError."""
    return _walked(raw).paragraphs


def pieces_of(raw: bytes) -> list[list[Piece]]:
    """What each paragraph of `read_docx` is made of; raises ReadError."""
    return _walked(raw).pieces


def _walked(raw: bytes) -> _Walk:
    document = part_of(raw, DOCUMENT)
    if document is None:
        raise ReadError(f"it is no Word file: it has no {DOCUMENT}")
    styles = part_of(raw, "word/styles.xml")
    walk = _Walk(_style_names(tree_of(styles)) if styles else {})
    walk.blocks(tree_of(document), "")
    notes = part_of(raw, "word/footnotes.xml")
    for note in tree_of(notes).nodes if notes else ():
        if "type" not in note.attributes:  # the lines that part notes from the text have one
            walk.shown_by = walk.references.get(note.attributes.get("id", ""))
            walk.in_notes = True
            walk.blocks(note, "list")
    return walk


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
        self.pieces: list[list[Piece]] = []
        self.references: dict[str, Node] = {}
        self.shown_by: Node | None = None
        self.in_notes = False
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
        self.pieces.append([])
        pieces = list(self._words(node, None))
        self.pieces[place] = pieces
        words = "".join(piece.words for piece in pieces)
        self.paragraphs[place] = Paragraph(words, self._style(node) or inside)

    def _words(self, node: Node, run: Node | None) -> Iterator[Piece]:
        for child in node.nodes:
            if child.name == "t":
                yield self._piece("".join(text for text in child.children if isinstance(text, str)), child, run)
            elif child.name in _SIGNS and child.attributes.get("type") != "page":
                yield self._piece(_SIGNS[child.name], child, run)
            elif child.name == "txbxContent":
                outer, self.shown_by = self.shown_by, self.shown_by or run
                self.blocks(child, "")
                self.shown_by = outer
            elif child.name not in _UNREAD:
                if child.name == "footnoteReference" and run is not None:
                    self.references[child.attributes.get("id", "")] = run
                yield from self._words(child, child if child.name == "r" else run)

    def _piece(self, words: str, node: Node, run: Node | None) -> Piece:
        elsewhere = self.in_notes or self.shown_by is not None
        return Piece(words, node, self.shown_by if elsewhere else run, not elsewhere)

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
