"""A file → Article: decoded once, one module a format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Article, Format
from factlint.read.decode import ReadError, decode
from factlint.read.sourcemap import with_one_line_end

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.read.office.paragraphs import Paragraph

__all__ = ["DOCUMENTS", "Article", "Format", "ReadError", "chosen_format", "file_text", "format_of", "read"]

#: The suffixes of articles, and the reader for each.
SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".ninjs": "ninjs",
    ".nitf": "nitf",
    ".newsml": "newsml",
    ".aml": "archieml",
    ".archieml": "archieml",
}
#: The formats whose findings are placed in the text of their paragraphs, not in the bytes of the file.
DOCUMENTS = frozenset({"docx", "odt", "rtf"})

_OUR_NAMES = ("factlint", "fact-lint", "fact_lint", "fact lint")
_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE
)
_MARKED_UP = frozenset({"html", "nitf", "newsml"})
_OTHER_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
}


def format_of(path: str) -> Format | None:
    """The format that a path's suffix stands for, or None."""
    return SUFFIXES.get("." + path.rpartition(".")[2].lower())


def file_text(path: str, raw: bytes, format: Format | None = None, encoding: str | None = None) -> str:
    """The text in which a file's findings are placed; of a document, its paragraphs as lines.

    Raises ReadError where its bytes hold none.
    """
    chosen = chosen_format(path, raw, format)
    if chosen in DOCUMENTS:
        from factlint.read.office.paragraphs import shown

        return shown(_paragraphs(raw, chosen))
    return decode(raw, _charset(raw) if encoding is None and chosen in _MARKED_UP else encoding)


def chosen_format(path: str, raw: bytes, format: Format | None = None) -> Format:
    """The format given, else the one that the bytes tell, else the suffix's; plain for others. Raises ReadError.

    A text file that is written in Markdown is read as Markdown.
    """
    if format is not None:
        return format
    from factlint.read.signs import is_markdown, told_by_bytes

    told = told_by_bytes(raw) or format_of(path) or "plain"
    return "markdown" if told == "plain" and is_markdown(raw) else told


def read(path: str, raw: bytes, lexicon: Lexicon, format: Format | None = None, encoding: str | None = None) -> Article:
    """The article in a file's bytes; the format is told by them, else by the suffix (plain for others), unless given.

    Raises ReadError where the bytes are no text, or the front matter is no YAML or TOML.
    """
    from factlint.read.repeated import read_once

    return read_once(_article(path, raw, lexicon, chosen_format(path, raw, format), encoding))


def _article(path: str, raw: bytes, lexicon: Lexicon, chosen: Format, encoding: str | None) -> Article:
    if chosen in DOCUMENTS:
        from factlint.read.office.paragraphs import article_of

        return _heard(article_of(path, _paragraphs(raw, chosen), lexicon, chosen))
    source = file_text(path, raw, chosen, encoding)
    if chosen not in ("plain", "markdown"):
        article = _read(path, source, lexicon, chosen)
        return _heard(article) if _speaks_to_us(source) else article
    if "\r" not in source:
        return _read_text(path, source, lexicon, chosen)
    # What holds for lines holds whatever ends them.
    lines = with_one_line_end(source)
    return _read_text(path, lines.text, lexicon, chosen)._replace(map=lines)


def _read_text(path: str, source: str, lexicon: Lexicon, chosen: Format) -> Article:
    if not _speaks_to_us(source):
        return _read(path, source, lexicon, chosen)
    from factlint.read.directives import NO_BREAK_SPACE, find_directives, mask

    directives = find_directives(source)
    article = _read(path, mask(source, directives, NO_BREAK_SPACE), lexicon, chosen)
    return article._replace(source=source, text=mask(article.text, directives), directives=directives)


def _speaks_to_us(source: str) -> bool:
    """Whether the name stands in a source, or what it is taken for."""
    small = source.lower()
    return "lint" in small and any(name in small for name in _OUR_NAMES)


def _heard(article: Article) -> Article:
    """An article whose text is not its file's, with what it says to factlint masked."""
    from factlint.read.directives import find_directives, mask

    directives = find_directives(article.source)
    return article._replace(text=mask(article.text, directives), directives=directives) if directives else article


def _paragraphs(raw: bytes, format: Format) -> list[Paragraph]:
    if format == "docx":
        from factlint.read.office.docx import read_docx

        return read_docx(raw)
    if format == "odt":
        from factlint.read.office.odt import read_odt

        return read_odt(raw)
    from factlint.read.office.rtf import read_rtf

    return read_rtf(raw)


def _charset(raw: bytes) -> str | None:
    """The encoding that a page declares for itself, where it is none of those told without."""
    match = _CHARSET.search(raw[:4096])
    name = match[1].decode("ascii").lower() if match and raw[:2] not in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return None if name in ("utf-8", "utf8", "utf-16") else _OTHER_NAMES.get(name, name)


def _read(path: str, source: str, lexicon: Lexicon, format: Format) -> Article:
    if format == "markdown":
        from factlint.read.markdown import read_markdown

        return read_markdown(path, source, lexicon)
    if format == "html":
        from factlint.read.html.page import read_html

        return read_html(path, source, lexicon)
    if format == "ninjs":
        from factlint.read.exchange.ninjs import read_ninjs

        return read_ninjs(path, source, lexicon)
    if format == "nitf" or format == "newsml":
        from factlint.read.exchange.newsxml import read_news_xml

        return read_news_xml(path, source, lexicon, format)
    if format == "archieml":
        from factlint.read.exchange.archieml import read_archieml

        return read_archieml(path, source, lexicon)
    from factlint.read.plain import read_plain

    return read_plain(path, source, lexicon)
