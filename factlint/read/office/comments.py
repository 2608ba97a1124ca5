"""Comments into a Word file: marks about words, a run cut in two where they begin or end within it, and their texts.

The markup is not written anew: what is added is put between the bytes that are there, so that all else stays as it was.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable
from xml.sax.saxutils import escape

from factlint.read.decode import ReadError
from factlint.read.office.docx import DOCUMENT, Piece, pieces_of
from factlint.read.office.package import Node, part_of
from factlint.record import NamedTuple

_LARGEST = 300_000_000  # bytes, all parts unpacked
_COMMENTS = "word/comments.xml"
_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([^"']+)""")
_TAG = re.compile(rb"<([^\s/>]+)")
_ONE_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
_HELD = re.compile(rb"""<[^>]*Relationship\s[^>]*""" + re.escape(_RELATION.encode()) + rb"""["'][^>]*>""")
_TARGET = re.compile(rb"""Target=["']/?(?:word/)?([^"']+)""")
_ID = re.compile(rb"""<[^\s/>]*comment\s[^>]*?id=["'](\d+)""")


class Comment(NamedTuple):
    """What is said of some words.

    start, end: code points of the text in which every paragraph of the document is a line.
    lines: a paragraph each.
    """

    start: int
    end: int
    lines: tuple[str, ...]


def commented(raw: bytes, comments: Iterable[Comment], author: str) -> bytes:
    """The Word file with comments by an author; raises ReadError where its markup has no place for them."""
    document = part_of(raw, DOCUMENT)
    paragraphs = pieces_of(raw)
    assert document is not None, "a document that has been read"
    declared = _DECLARED.match(document)
    if b"\0" in document[:4] or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise ReadError("its markup is not in UTF-8, as comments need it; save it anew")
    name = _held(raw)
    held = part_of(raw, name)
    first = max((int(number) for number in _ID.findall(held)), default=-1) + 1 if held else 0
    cuts = _Cuts(document, paragraphs)
    texts = []
    for number, comment in enumerate(sorted(comments), first):
        if cuts.mark(number, comment.start, max(comment.end, comment.start + 1)):
            texts.append(_text(number, comment.lines, author))
    parts = {DOCUMENT: cuts.done(), name: _with_texts(held, "".join(texts))}
    if held is None:
        types, relations = part_of(raw, _TYPES), part_of(raw, _RELATIONS)
        if types is None or relations is None:
            raise ReadError("it has no list of its parts; save it anew")
        parts[_TYPES] = _added(types, "Types", f'<%sOverride PartName="/{_COMMENTS}" ContentType="{_TYPE}"/>')
        target = f'Id="factlintComments" Type="{_RELATION}" Target="comments.xml"'
        parts[_RELATIONS] = _added(relations, "Relationships", f"<%sRelationship {target}/>")
    return _zipped(raw, parts)


def _held(raw: bytes) -> str:
    """The part with the comments that are there already, or the name for a new one."""
    relation = _HELD.search(part_of(raw, _RELATIONS) or b"")
    target = _TARGET.search(relation[0]) if relation else None
    return f"word/{target[1].decode()}" if target else _COMMENTS


class _Cuts:
    """What is put between the bytes of the document."""

    def __init__(self, document: bytes, paragraphs: list[list[Piece]]) -> None:
        self._document = document
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        at = 0
        for pieces in paragraphs:
            for piece in pieces:
                if piece.words and piece.run is not None:
                    self._pieces.append(piece)
                    self._starts.append(at)
                at += len(piece.words)
            at += 1
        self._marks: dict[int, tuple[list[str], list[str]]] = {}
        self._around: dict[int, tuple[str, str]] = {}
        self._kept: set[int] = set()

    def mark(self, number: int, start: int, end: int) -> bool:
        """Marks words as those of a comment; says whether any of them stand in the document."""
        if not self._pieces:
            return False
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, end - 1) - 1)
        one, two = self._pieces[first], self._pieces[last]
        begin = self._place(one, start - self._starts[first], opens=True)
        finish = self._place(two, end - self._starts[last], opens=False)
        name = self._name(one)
        word = name.rpartition(":")[0] + ":" if ":" in name else ""
        if not word:
            raise ReadError("its markup has no name for what is Word's own; save it anew")
        self._marks.setdefault(begin, ([], []))[1].append(f'<{word}commentRangeStart {word}id="{number}"/>')
        shown = f'<{word}r><{word}commentReference {word}id="{number}"/></{word}r>'
        self._marks.setdefault(finish, ([], []))[0].append(f'<{word}commentRangeEnd {word}id="{number}"/>{shown}')
        return True

    def _name(self, piece: Piece) -> str:
        assert piece.run is not None, "only pieces with a run are kept"
        match = _TAG.match(self._document, piece.run.start)
        assert match is not None, "an element begins with its tag"
        return match[1].decode()

    def _place(self, piece: Piece, offset: int, opens: bool) -> int:
        """The byte before which a mark stands; the run is cut there where that is within it."""
        run, node = piece.run, piece.node
        assert run is not None, "only pieces with a run are kept"
        if not piece.inside:
            return run.start if opens else run.end
        content = [child for child in run.nodes if child.name != "rPr"]
        offset = min(max(offset, 0), len(piece.words))
        if offset == 0:
            if node is content[0]:
                return run.start
            return self._cut(node.start, piece, "", "")
        if offset == len(piece.words):
            if node is content[-1]:
                return run.end
            return self._cut(node.end, piece, "", "")
        name = self._name(piece)
        text = f"{name.rpartition(':')[0]}:{node.name}" if ":" in name else node.name
        self._kept.add(node.start)
        return self._cut(self._byte(node, offset), piece, f"</{text}>", f'<{text} xml:space="preserve">')

    def _cut(self, at: int, piece: Piece, before: str, after: str) -> int:
        run, name = piece.run, self._name(piece)
        assert run is not None, "only pieces with a run are kept"
        properties = run.find("rPr")
        look = self._document[properties.start : properties.end].decode() if properties else ""
        self._around[at] = (f"{before}</{name}>", f"<{name}>{look}{after}")
        return at

    def _byte(self, node: Node, offset: int) -> int:
        """Where a character of a text stands; one may be written as the name of an entity."""
        begin = self._document.index(b">", node.start) + 1
        inner = self._document[begin : node.end].decode()
        for match in _ONE_CHARACTER.finditer(inner):
            if not offset:
                return begin + len(inner[: match.start()].encode())
            offset -= 1
        raise AssertionError("a text has the characters that were read from it")

    def done(self) -> bytes:
        """The document with all of it."""
        pieces: list[bytes] = []
        at = 0
        # What keeps the blanks of a text that is cut stands in its tag, before its characters.
        opened = {self._document.index(b">", start): start for start in self._kept}
        for place in sorted({*self._marks, *opened}):
            pieces.append(self._document[at:place])
            if place in opened:
                tag = self._document[opened[place] : place]
                pieces.append(b"" if b"xml:space" in tag else b' xml:space="preserve"')
            else:
                ends, begins = self._marks[place]
                before, after = self._around.get(place, ("", ""))
                pieces.append("".join((before, *ends, *begins, after)).encode())
            at = place
        return b"".join((*pieces, self._document[at:]))


def _text(number: int, lines: Iterable[str], author: str) -> str:
    said = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(_allowed(line))}</w:t></w:r></w:p>' for line in lines)
    about = f'w:id="{number}" w:author="{author}" w:initials="{author[:2]}"'
    return f'<w:comment xmlns:w="{_WORDS}" {about}>{said}</w:comment>'


def _allowed(line: str) -> str:
    """A line without the characters that XML cannot hold."""
    return "".join(mark if mark >= " " and mark not in "\ufffe\uffff" else " " for mark in line)


def _with_texts(held: bytes | None, texts: str) -> bytes:
    if held is not None:
        return _added(held, "comments", texts.replace("%", "%%"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:comments xmlns:w="{_WORDS}">{texts}</w:comments>'.encode()


def _added(part: bytes, root: str, template: str) -> bytes:
    """A part with something more at its end; `%s` stands for what its own names begin with."""
    match = re.search(rb"</((?:[\w.-]+:)?)" + root.encode() + rb"\s*>\s*$", part)
    if match is None:
        alone = re.search(rb"<((?:[\w.-]+:)?)" + root.encode() + rb"(\s[^>]*)?/>\s*$", part)
        if alone is None:
            raise ReadError("its list of parts cannot be added to; save it anew")
        name, about = alone[1].decode() + root, (alone[2] or b"").decode()
        full = f"<{name}{about}></{name}>".encode()
        return _added(part[: alone.start()] + full, root, template)
    added = template.replace("%s", match[1].decode()).replace("%%", "%")
    return part[: match.start()] + added.encode() + part[match.start() :]


def _zipped(raw: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with some parts in the place of those it has, or new."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(entry.file_size for entry in old.infolist()) > _LARGEST:
            raise ReadError(f"it is a document that unpacks to more than {_LARGEST // 1_000_000} MB")
        for entry in old.infolist():
            new.writestr(entry, parts.pop(entry.filename) if entry.filename in parts else old.read(entry))
        for name, content in parts.items():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
