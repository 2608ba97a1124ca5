"""Plain text → Article: blocks by blank lines, each with the role that its place and form give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, Metadata
from factlint.read.envelope import Envelope, find_envelope
from factlint.read.forms import Forms, forms_of
from factlint.read.rows import is_rule, rows_of

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

# Form feeds part pages, and so paragraphs; the Unicode line separators are line ends as well.
_LINE = re.compile("[^\r\n\f\v\x85\u2028\u2029]+")
_BLANK = " \t\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff\u3000\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
#: A byte-order mark and the marks of a writing direction are no prose.
_MASKED = dict.fromkeys(map(ord, "\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), " ")
_MARKS = frozenset(map(chr, _MASKED))
_BREAK = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_MARKER = re.compile(r"(>[ \t>]*)|([-*•‣·–]|\(?\d{1,2}[.)])[ \t]+")
_FIGURE = re.compile(r"\d[\d.,]*")
_VISIBLE = re.compile(r"[^\r\n]")
_LONGEST_WRAPPED_LINE = 120
_SHORTEST_WRAPPED_LINE = 30
_NARROW = 60  # lines of figures are shorter than this
_LINES_OF_AN_ITEM = 4
_SENTENCE_ENDS = ".!?…”\"’'"
_ENDS = _SENTENCE_ENDS + ":;-–—•|"
_INDENTED = 2  # blanks before the first line of a paragraph
_TOP = 6  # groups of lines among which the credits stand

Line = tuple[int, int]


def read_plain(path: str, source: str, lexicon: Lexicon, given: Envelope | None = None) -> Article:
    """An article from plain text; what stands around it is looked for, unless it is given, as its headline then is.

    Blank lines part blocks. Within them a line is a block of its own, unless the lines look wrapped: of like length,
    none long, and most of them broken in mid-sentence. What a message or a wire has around the text is not read.
    """
    forms = forms_of(lexicon)
    envelope = given or find_envelope(source, lexicon)
    text, pieces = _pieces(source if envelope is None else _inside(source, envelope), forms)
    text, pieces = forms.labels.told(text, pieces)
    blocks, head = forms.assign(text, pieces)
    if envelope is not None and envelope.title is not None and (given is not None or not _is_headed(text, blocks)):
        start, end = envelope.title
        text = text[:start] + source[start:end] + text[end:]
        blocks, head = forms.assign(text, [Block("headline", start, end, labelled=True), *pieces])
    told = envelope or Envelope(0, 0)
    metadata = Metadata(date=told.date or head.date, author=head.author or told.author)
    return Article(path, source, text, blocks, metadata)


def _inside(source: str, envelope: Envelope) -> str:
    """The source with blanks for what stands around the article."""
    start, end = envelope.start, envelope.end
    return _VISIBLE.sub(" ", source[:start]) + source[start:end] + _VISIBLE.sub(" ", source[end:])


def _is_headed(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether the text has a headline of its own; of a message's first sentence that is not sure."""
    return any(block.kind == "headline" and text[block.end - 1] not in ".!?" for block in blocks)


def _pieces(source: str, forms: Forms) -> tuple[str, list[Block]]:
    """The text with list and quotation markers masked, and its blocks by layout alone."""
    source = _LINE.sub(_blank_if_empty, source) if ">" in source else source
    stretches: list[Line] = []
    rows: set[int] = set()
    for number, group in enumerate(_groups(source)):
        tabled = rows_of([source[start:end] for start, end in group]) if len(group) > 1 else [False]
        for row, run in _apart(group, tabled):
            if row:
                rows.update(start for start, _ in run)
                stretches += [line for line in run if not is_rule(source[slice(*line)])]
                continue
            for part in _around_labels(source, run, forms, number):
                for lines in _indented(source, part):
                    stretches += [(lines[0][0], lines[-1][1])] if _wrapped(source, lines) else lines
    markers = [_MARKER.match(source, start, end) for start, end in stretches]
    pieces: list[Block] = []
    text = source if _MARKS.isdisjoint(source) else source.translate(_MASKED)
    for place, ((start, end), marker) in enumerate(zip(stretches, markers, strict=True)):
        row = start in rows
        if marker is None or marker.end() == end or not (marker.group(1) or _in_list(markers, place)):
            pieces.append(Block("list-item" if row else "paragraph", start, end, row=row))
            continue
        pieces.append(Block("blockquote" if marker.group(1) else "list-item", marker.end(), end, row=row))
        text = text[:start] + " " * (marker.end() - start) + text[marker.end() :]
    return text, pieces


def _apart(group: list[Line], tabled: list[bool]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines of a group, the rows of tables apart from the others."""
    for row, lines in groupby(zip(tabled, group, strict=True), key=lambda pair: pair[0]):
        yield row, [line for _, line in lines]


def _indented(source: str, lines: list[Line]) -> Iterator[list[Line]]:
    """The lines of a run, parted where one is indented and those around it are not, as paragraphs are."""
    deep = [_indent(source, start) >= _INDENTED for start, _ in lines]
    if len(lines) < 2 or all(deep) or not any(deep):
        yield lines
        return
    first = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or deep[place]:
            yield lines[first:place]
            first = place


def _indent(source: str, start: int) -> int:
    before = source[max(0, start - 16) : start]
    return len(before) - len(before.rstrip(" \t"))


def _around_labels(source: str, group: list[Line], forms: Forms, number: int) -> list[list[Line]]:
    """The lines of a group; a label or an item of a list begins anew, at the top a byline or a date line is alone."""
    if len(group) == 1:
        return [group]
    runs: list[list[Line]] = [[]]
    markers = [_MARKER.match(source, start, end) for start, end in group]
    for place, (start, end) in enumerate(group):
        words = source[start:end]
        credit = number < _TOP and forms.credits.is_credit(words)
        label = None if credit else forms.labels.of(words)
        marker = markers[place]
        if credit or label is not None or (marker and marker.group(2) and _in_list(markers, place, _LINES_OF_AN_ITEM)):
            runs.append([])
        runs[-1].append((start, end))
        if credit or (label is not None and label.end == len(words)):
            runs.append([])
    return [run for run in runs if run]


def _blank_if_empty(line: re.Match[str]) -> str:
    """An empty line within a block quote parts its paragraphs as any empty line does."""
    return line.group() if line.group().strip(_BLANK + ">") else " " * len(line.group())


def _in_list(markers: list[re.Match[str] | None], place: int, reach: int = 1) -> bool:
    """Whether a neighbour has the like marker; a lone dash sets off a credit, a lone number is a figure."""
    own = markers[place]
    neighbours = (*markers[max(0, place - reach) : place], *markers[place + 1 : place + 1 + reach])
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
    if _runs_on(source, group):
        return True
    lengths = [end - start for start, end in group]
    longest = max(lengths)
    if longest > _LONGEST_WRAPPED_LINE or longest < _SHORTEST_WRAPPED_LINE:
        return False
    figured = sum(_is_told_in_figures(source[start:end]) for start, end in group)
    if longest < _NARROW and figured > 1 and 2 * figured > len(group):
        return False  # “2023: $223 million ($11.0 million)”: a line each
    return min(lengths[:-1]) >= 0.6 * longest or all(_full(source, *pair, longest) for pair in pairwise(group))


def _is_told_in_figures(line: str) -> bool:
    """Whether a line opens with no small letter and holds two figures."""
    return not line[0].islower() and len(_FIGURE.findall(line)) > 1


def _runs_on(source: str, group: list[Line]) -> bool:
    """Whether a sentence runs over every line end, so that the lines are one paragraph however long they are."""
    broken = all(source[one[1] - 1] not in _ENDS and source[two[0]].islower() for one, two in pairwise(group))
    return broken and source[group[-1][1] - 1] in _SENTENCE_ENDS


def _full(source: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted behind a line, and no sentence ends with it."""
    word = source[slice(*following)].split(None, 1)[0]
    return line[1] - line[0] + 1 + len(word) > width and source[line[1] - 1] not in ":;"
