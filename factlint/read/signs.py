"""What a file is, by the bytes that it begins with; what holds no text that can be read is told in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.decode import ReadError

if TYPE_CHECKING:
    from factlint.read.article import Format

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?P<declared><\?xml[^>]*>)?(?:\s*<!--.{0,2000}?-->|\s*<[!?][^>]{0,500}>)*\s*<(?:[\w-]+:)?"
    rb"(?P<name>[\w.-]+)",
    re.DOTALL,
)
_NEWS: dict[bytes, Format] = {b"nitf": "nitf", b"newsItem": "newsml", b"newsMessage": "newsml"}
_NINJS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*\{(?=.{0,4000}\"(?:uri|type|representationType|headlines?|versioncreated|versionCreated)\"\s*:)"
    rb"(?=.{0,200000}\"(?:body_?(?:xhtml|text|html)|bodies)\"\s*:)",
    re.DOTALL | re.IGNORECASE,
)
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\r\n]{0,1000}\r?\n){1,60}?---[ \t]*\r?\n")
_MARKED_HEADING = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|\n[ \t]*\r?\n)#{1,6}[ \t]+[^\s#][^\r\n]*(?=\r?\n[ \t]*\r?\n)")
_FEWEST_HEADINGS = 2  # one alone may be a leftover in plain text
_BOLD_LINE = re.compile(rb"\n[ \t]*\r?\n(\*\*|__)[^*_\r\n]+\1[ \t]*(?=\r?\n)")
_MARKS = (b"#", b"**", b"__")  # of headings and of bold type
_FEWEST_BOLD_LINES = 3  # questions of an interview, or headings
_ZIP = b"PK\x03\x04"
_UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "it is a PDF; export the text as .docx, .html or .txt"),
    (b"\xd0\xcf\x11\xe0", "it is an old Word or Office file; save it as .docx"),
    (b"\xff\xd8\xff", "it is a picture, not text"),
    (b"\x89PNG", "it is a picture, not text"),
    (b"GIF8", "it is a picture, not text"),
    (b"\x1f\x8b", "it is compressed; unpack it with gunzip"),
    (b"BZh", "it is compressed; unpack it with bunzip2"),
    (b"\xfd7zXZ", "it is compressed; unpack it with unxz"),
    (b"7z\xbc\xaf", "it is a 7-Zip archive; unpack it"),
    (b"PAR1", "it is a Parquet file; name it .parquet to have it read row by row"),
    (b"SQLite format 3", "it is a database; export its articles as .jsonl or .csv"),
)
_PACKAGES = (
    ("xl/workbook.xml", "it is an Excel file; export the column of articles as .csv"),
    ("ppt/presentation.xml", "it is a PowerPoint file; save its text as .txt"),
    ("META-INF/container.xml", "it is an e-book; export its text as .html"),
    ("Index/Document.iwa", "it is a Pages file; export it as .docx"),
)


def largest(raw: bytes) -> int:
    """How many bytes an article of this kind may have; one that has more gets an answer at once, not a long wait."""
    if raw.startswith((_ZIP, b"{\\rtf")):
        return 30_000_000  # pictures take most of it
    return 4_000_000 if raw[:400].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"{")) else 1_000_000


def told_by_bytes(raw: bytes) -> Format | None:
    """The format that the first bytes tell, or None where they tell none; raises ReadError for what is no article."""
    if raw.startswith(_ZIP):
        return _package(raw)
    if raw.startswith(b"{\\rtf"):
        return "rtf"
    if _PAGE.match(raw[:400]):
        return "html"
    head = raw[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") and (root := _ROOT.match(raw[:4000])):
        if root["name"] in _NEWS:
            return _NEWS[root["name"]]
        if root["declared"]:
            name = root["name"].decode("ascii", "replace")
            raise ReadError(f"it is XML of a kind that is not read (<{name}>); NITF, NewsML-G2 and XHTML are")
    if head.startswith(b"{") and _NINJS.match(raw[:210_000]):
        return "ninjs"
    for sign, sentence in _UNREAD:
        if raw.startswith(sign):
            raise ReadError(sentence)
    return None


def is_markdown(raw: bytes) -> bool:
    """Whether a text is written in Markdown, whatever its file is called.

    It has two headings, or front matter and one, or several lines in bold type.
    """
    head = raw[:100_000]
    if not any(mark in head for mark in _MARKS):
        return False
    front = _FRONT_MATTER.match(head)
    found = len(_MARKED_HEADING.findall(head[front.end() - 1 :] if front else head))
    return found >= (1 if front else _FEWEST_HEADINGS) or len(_BOLD_LINE.findall(head)) >= _FEWEST_BOLD_LINES


def _package(raw: bytes) -> Format:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ReadError("it is a damaged document or archive; save it anew") from None
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    for name, sentence in _PACKAGES:
        if name in names:
            raise ReadError(sentence)
    raise ReadError("it is a zip archive; unpack it and name the files in it")
