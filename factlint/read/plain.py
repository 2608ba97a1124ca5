"""Plain text → Article: blocks by blank lines, each with the role that its place and form give it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, Metadata
from factlint.read.forms import Forms

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon

# Form feeds part pages, and so paragraphs; the Unicode line separators are line ends as well.
_LINE = re.compile("[^\r\n\f\v\x85\u2028\u2029]+")
_BLANK = " \t\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff\u3000\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
#: A byte-order mark and the marks of a writing direction are no prose.
_MASKED = dict.fromkeys(map(ord, "\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), " ")
_BREAK = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_MARKER = re.compile(r"(>[ \t>]*)|([-*•‣·–]|\(?\d{1,2}[.)])[ \t]+")
_LONGEST_WRAPPED_LINE = 120
_TOP = 6  # groups of lines among which the credits stand

Line = tuple[int, int]


def read_plain(path: str, source: str, lexicon: Lexicon) -> Article:
    """An article from plain text.

    Blank lines part blocks. Within them a line is a block of its own, unless the lines look wrapped: of like length,
    none long, and most of them broken in mid-sentence.
    """
    forms = Forms(lexicon)
    text, pieces = _pieces(source, forms.credits.is_credit)
    blocks, head = forms.assign(text, pieces)
    return Article(path, source, text, blocks, Metadata(date=head.date, author=head.author))


def _pieces(source: str, is_credit: Callable[[str], bool]) -> tuple[str, list[Block]]:
    """The text with list and quotation markers masked, and its blocks by layout alone."""
    source = _LINE.sub(_blank_if_empty, source) if ">" in source else source
    stretches: list[Line] = []
    for number, group in enumerate(_groups(source)):
        runs = _around_credits(source, group, is_credit) if number < _TOP else [group]
        for run in runs:
            stretches += [(run[0][0], run[-1][1])] if _wrapped(source, run) else run
    markers = [_MARKER.match(source, start, end) for start, end in stretches]
    pieces: list[Block] = []
    text = source.translate(_MASKED)
    for place, ((start, end), marker) in enumerate(zip(stretches, markers, strict=True)):
        if marker is None or marker.end() == end or not (marker.group(1) or _in_list(markers, place)):
            pieces.append(Block("paragraph", start, end))
            continue
        pieces.append(Block("blockquote" if marker.group(1) else "list-item", marker.end(), end))
        text = text[:start] + " " * (marker.end() - start) + text[marker.end() :]
    return text, pieces


def _around_credits(source: str, group: list[Line], is_credit: Callable[[str], bool]) -> list[list[Line]]:
    """The lines of a group; a byline or a date line is by itself, whatever stands above and below."""
    runs: list[list[Line]] = [[]]
    for start, end in group:
        if len(group) > 1 and is_credit(source[start:end]):
            runs += [[(start, end)], []]
        else:
            runs[-1].append((start, end))
    return [run for run in runs if run]


def _blank_if_empty(line: re.Match[str]) -> str:
    """An empty line within a block quote parts its paragraphs as any empty line does."""
    return line.group() if line.group().strip(_BLANK + ">") else " " * len(line.group())


def _in_list(markers: list[re.Match[str] | None], place: int) -> bool:
    """Whether a neighbour has the like marker; a lone dash sets off a credit, a lone number is a figure."""
    own = markers[place]
    neighbours = (*markers[max(0, place - 1) : place], *markers[place + 1 : place + 2])
    return own is not None and any(
        other is not None and other.group(2) is not None and own.group(2)[-1] == other.group(2)[-1]
        for other in neighbours
    )


def _groups(source: str) -> list[list[Line]]:
    """The lines that hold something, trimmed, in groups parted by blank lines and page breaks."""
    groups: list[list[Line]] = []
    previous = 0
    for match in _LINE.finditer(source):
        line = match.group()
        left = len(line) - len(line.lstrip(_BLANK))
        if left == len(line):
            continue
        start, end = match.start() + left, match.start() + len(line.rstrip(_BLANK))
        gap = source[previous : match.start()]
        if not groups or "\f" in gap or len(_BREAK.findall(gap)) > 1:
            groups.append([])
        groups[-1].append((start, end))
        previous = end
    return groups


def _wrapped(source: str, group: list[Line]) -> bool:
    """Whether the lines of a group are one paragraph, wrapped."""
    if len(group) == 1:
        return False
    if any(source[one[1] - 1] == ";" and source[two[0]].isupper() for one, two in pairwise(group)):
        return False  # a headline and the deck under it, as archives join them
    lengths = [end - start for start, end in group]
    longest = max(lengths)
    if longest > _LONGEST_WRAPPED_LINE or longest < 30:
        return False
    return min(lengths[:-1]) >= 0.6 * longest
