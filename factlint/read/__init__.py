"""A file → Article: decoded once, one module a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factlint.read.article import Article
from factlint.read.decode import ReadError, decode

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon

__all__ = ["Article", "ReadError", "format_of", "read"]

Format = Literal["plain", "markdown"]

#: The suffixes of articles, and the reader for each.
SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
}


def format_of(path: str) -> Format | None:
    """The format that a path's suffix stands for, or None."""
    return SUFFIXES.get("." + path.rpartition(".")[2].lower())


def read(path: str, raw: bytes, lexicon: Lexicon, format: Format | None = None, encoding: str | None = None) -> Article:
    """The article in a file's bytes; the format is the suffix's (plain for others) unless given.

    Raises ReadError where the bytes are no text, or the front matter is no YAML or TOML.
    """
    source = decode(raw, encoding)
    chosen = format or format_of(path) or "plain"
    if "factlint" not in source.lower():
        return _read(path, source, lexicon, chosen)
    from factlint.read.directives import NO_BREAK_SPACE, find_directives, mask

    directives = find_directives(source)
    article = _read(path, mask(source, directives, NO_BREAK_SPACE), lexicon, chosen)
    return article._replace(source=source, text=mask(article.text, directives), directives=directives)


def _read(path: str, source: str, lexicon: Lexicon, format: Format) -> Article:
    if format == "markdown":
        from factlint.read.markdown import read_markdown

        return read_markdown(path, source, lexicon)
    from factlint.read.plain import read_plain

    return read_plain(path, source, lexicon)
