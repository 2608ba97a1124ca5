"""Runs of text from anywhere in a file → Article: a block a paragraph, white space made one space, each place kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, BlockKind, Format, Metadata
from factlint.read.forms import forms_of
from factlint.read.html.tree import Text
from factlint.read.sourcemap import SourceMap

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_SPACE = re.compile(r"[ \t\n\r\f\xa0\u200b]+")

#: A block's kind, and the texts that it is made of.
Part = tuple[BlockKind, list[Text]]


def written(
    path: str,
    source: str,
    parts: Iterable[Part],
    told: Metadata,
    lexicon: Lexicon,
    format: Format,
    notes: Iterable[tuple[int, int]] = (),
) -> Article:
    """The article that the parts make, in their order; `notes` are places of comments that are kept."""
    made = SourceMap()
    blocks: list[Block] = []
    waiting = list(notes)
    for kind, texts in (part for part in parts if part[1]):
        while waiting and waiting[0][0] < texts[0].start:
            start, end = waiting.pop(0)
            made.gap("\n\n" if len(made) else "")
            made.add(source[start:end], start, end)
        for line in _lines(texts):
            made.gap("\n\n" if len(made) else "")
            first = len(made)
            _write(line, made)
            if len(made) > first:
                blocks.append(Block(kind, first, len(made)))
    text = made.text
    found, head = forms_of(lexicon).assign(text, blocks)
    metadata = told._replace(date=told.date or head.date, author=told.author or head.author)
    return Article(path, text, text, found, metadata, format, map=made)


def _lines(texts: list[Text]) -> list[list[Text]]:
    """The texts of a run; two line breaks part paragraphs."""
    lines: list[list[Text]] = [[]]
    broken = False
    for text in texts:
        if text.words == "\n" and text.end - text.start > 1:
            if broken and lines[-1]:
                lines.append([])
            broken = True
        elif text.words.strip():
            broken = False
        lines[-1].append(text)
    return [line for line in lines if any(text.words.strip() for text in line)]


def _write(texts: list[Text], made: SourceMap) -> None:
    """Writes a paragraph, its white space made one space, none at either end."""
    while texts and not texts[-1].words.strip():
        texts = texts[:-1]
    begun = spaced = False
    for number, text in enumerate(texts):
        words = text.words.rstrip(" \t\n\r\f\xa0") if number == len(texts) - 1 else text.words
        if text.end - text.start != len(text.words):
            blank = not text.words.strip()
            if not blank or (begun and not spaced):
                made.add(" " if blank else text.words, text.start, text.end)
            begun, spaced = begun or not blank, blank
            continue
        at = 0
        for match in [*_SPACE.finditer(words), None]:
            upto = match.start() if match else len(words)
            if upto > at:
                made.add(words[at:upto], text.start + at, text.start + upto)
                begun, spaced = True, False
            if match:
                if begun and not spaced:
                    made.add(" ", text.start + match.start(), text.start + match.end())
                    spaced = True
                at = match.end()
