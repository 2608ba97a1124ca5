"""A file → Article: decoded once, one module a format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Article, Format
from factlint.read.decode import ReadError, decode

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon

__all__ = ["Article", "Format", "ReadError", "file_text", "format_of", "read"]

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
}

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
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
    """A file's text, in which its findings are placed; raises ReadError where its bytes are none."""
    if encoding is None and (format or format_of(path)) == "html":
        encoding = _charset(raw)
    return decode(raw, encoding)


def read(path: str, raw: bytes, lexicon: Lexicon, format: Format | None = None, encoding: str | None = None) -> Article:
    """The article in a file's bytes; the format is the suffix's (plain for others) unless given.

    Raises ReadError where the bytes are no text, or the front matter is no YAML or TOML.
    """
    source = file_text(path, raw, format, encoding)
    chosen = format or format_of(path) or "plain"
    if "factlint" not in source.lower():
        return _read(path, source, lexicon, chosen)
    from factlint.read.directives import NO_BREAK_SPACE, find_directives, mask

    if chosen == "html":
        article = _read(path, source, lexicon, chosen)
        directives = find_directives(article.source)
        return article._replace(text=mask(article.text, directives), directives=directives)
    directives = find_directives(source)
    article = _read(path, mask(source, directives, NO_BREAK_SPACE), lexicon, chosen)
    return article._replace(source=source, text=mask(article.text, directives), directives=directives)


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
    from factlint.read.plain import read_plain

    return read_plain(path, source, lexicon)
