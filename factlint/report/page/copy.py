"""An article as a reader sees it: its blocks in order, what is found underlined, numbered in order of place."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.lint.findings import Lines
from factlint.read import DOCUMENTS, ReadError, format_of, read
from factlint.record import NamedTuple
from factlint.report.entries import WORST
from factlint.report.page.markup import Markup, joined, tag
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.lint.findings import Finding
    from factlint.read.article import Article
    from factlint.run import Result

_say = wording("page")
_TAGS = {
    "headline": "h2",
    "heading": "h3",
    "blockquote": "blockquote",
    "pull-quote": "blockquote",
}


class Row(NamedTuple):
    """One block of the article.

    kind: what the block is for.
    line: its line in the file, from 1.
    markup: its words.
    notes: the numbers of the findings that begin in it.
    """

    kind: str
    line: int
    markup: Markup
    notes: tuple[int, ...]


class Stretch(NamedTuple):
    """A finding, or a place that one is related to, in the article's text.

    start: first code point.
    end: one past the last.
    number: the finding's.
    place: which of the finding's related places it is, or None for the finding.
    """

    start: int
    end: int
    number: int
    place: int | None = None


class Copy(NamedTuple):
    """An article on the page.

    headline: its words; empty where there is none.
    rows: its blocks.
    elsewhere: the numbers of the findings that begin in none of them.
    anchors: the names of the related places that can be gone to.
    """

    headline: str
    rows: list[Row]
    elsewhere: list[int]
    anchors: frozenset[str]


def copy_of(result: Result, name: str) -> Copy:
    """The blocks of an article; `name` begins every anchor of the article on the page."""
    every = range(1, len(result.findings) + 1)
    article = _article(result)
    if article is None:
        return Copy("", [], list(every), frozenset())
    stretches = _stretches(result.findings, article)
    lines = Lines(result.source)
    rows = []
    told: set[int] = set()
    anchors: set[str] = set()
    for block in article.blocks:
        here = [s for s in stretches if s.start < block.end and s.end >= block.start]
        begun = tuple(s.number for s in here if s.place is None and block.start <= s.start)
        told.update(begun)
        writer = _Writer(article, name, result.findings, here, block.start, block.end)
        place = block.start if article.map is None else article.map.start(block.start)
        rows.append(Row(block.kind, lines.at(place)[0], writer.block(block.kind), begun))
        anchors |= writer.anchors
    headline = next((_shown(article, b.start, b.end) for b in article.blocks if b.kind == "headline"), "")
    return Copy(" ".join(headline.split()), rows, [n for n in every if n not in told], frozenset(anchors))


def _article(result: Result) -> Article | None:
    """The article of a result, read again for its blocks."""
    from factlint.lint.compiled import product

    path = result.path
    if format_of(path) in DOCUMENTS:
        path = os.path.splitext(path)[0] + ".txt"
    try:
        return read(path, result.source.encode("utf-8", "replace"), product().lexicon, encoding="utf-8")
    except ReadError:
        return None


def _stretches(findings: Sequence[Finding], article: Article) -> list[Stretch]:
    """Findings and their related places, from the file to the text."""
    places = article.map
    starts = [] if places is None else [places.start(at) for at in range(len(places))]

    def at(offset: int) -> int:
        return offset if places is None else bisect_left(starts, offset)

    found = []
    for number, finding in enumerate(findings, 1):
        found.append(Stretch(at(finding.start), at(finding.end), number))
        found += (Stretch(at(p.start), at(p.end), number, place) for place, p in enumerate(finding.related))
    return found


def _shown(article: Article, start: int, end: int) -> str:
    """The words of a range without what is markup in the file."""
    pairs = zip(article.text[start:end], article.source[start:end], strict=True)
    return "".join(one for one, other in pairs if one != " " or other.isspace() or other == "\ufeff")


class _Writer:
    """Writes one block."""

    def __init__(
        self, article: Article, name: str, findings: Sequence[Finding], stretches: list[Stretch], start: int, end: int
    ) -> None:
        self.anchors: set[str] = set()
        self._article = article
        self._name = name
        self._findings = findings
        self._stretches = stretches
        self._start = start
        self._end = end

    def block(self, kind: str) -> Markup:
        """The block with its marks."""
        edges = {self._start, self._end}
        for stretch in self._stretches:
            edges.update(edge for edge in (stretch.start, stretch.end) if self._start < edge < self._end)
        cuts = sorted(edges)
        inside = joined(*(self._piece(a, b) for a, b in pairwise(cuts)))
        return tag(_TAGS.get(kind, "p"), {"class": f"block {kind}", "dir": "auto"}, inside)

    def _piece(self, start: int, end: int) -> Markup:
        """Words that no edge of a stretch parts, with the numbers of the findings that end there."""
        words: str | Markup = _shown(self._article, start, end)
        over = [s for s in self._stretches if s.start <= start and end <= s.end]
        for stretch in over:
            if stretch.place is not None:
                anchor = related_anchor(self._name, stretch.number, stretch.place)
                first = anchor not in self.anchors and stretch.start == start
                if first:
                    self.anchors.add(anchor)
                of = self._id(stretch.number)
                words = tag("span", {"class": "tie", "data-of": of, "id": anchor if first else None}, words)
        hits = [s.number for s in over if s.place is None]
        if hits:
            severity = min((self._findings[number - 1].severity for number in hits), key=WORST.index)
            words = tag("mark", {"class": f"hit {severity}", "data-of": " ".join(map(self._id, hits))}, words)
        return joined(words, *(self._reference(s.number) for s in self._stretches if self._is_told(s, start, end)))

    def _is_told(self, stretch: Stretch, start: int, end: int) -> bool:
        """Whether a finding's number stands behind a piece: where it ends, or the block that it begins in does."""
        last = min(max(stretch.end, stretch.start + 1), self._end)
        return stretch.place is None and self._start <= stretch.start and start < last <= end

    def _reference(self, number: int) -> Markup:
        severity = self._findings[number - 1].severity
        attributes: dict[str, str | int | bool | None] = {
            "class": f"ref {severity}",
            "href": f"#{self._id(number)}",
            "id": f"{self._name}m{number}",
            "data-of": self._id(number),
            "aria-label": _say("to the note", n=number, severity=_say(severity)),
        }
        return tag("a", attributes, str(number))

    def _id(self, number: int) -> str:
        return f"{self._name}n{number}"


def related_anchor(name: str, number: int, place: int) -> str:
    """The name of a finding's related place on the page."""
    return f"{name}r{number}-{place}"
