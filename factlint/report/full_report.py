"""Findings for people at a terminal: where, what, the words themselves underlined, what they clash with, what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from factlint.lint.findings import Finding, Lines
from factlint.report import Page
from factlint.report.excerpt import cell, excerpt
from factlint.report.paint import paint
from factlint.run import Result

_WIDEST = 120
_NARROWEST = 40


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A block for each finding, a blank line after each."""
    for result in results:
        if result.findings:
            writer = _Writer(result, page)
            for finding in result.findings:
                yield "\n".join(writer.finding(finding)) + "\n\n"


class _Writer:
    """Writes the findings of one article."""

    def __init__(self, result: Result, page: Page) -> None:
        self._source = result.source
        self._lines = Lines(result.source)
        self._width = max(_NARROWEST, min(page.width, _WIDEST))
        self._colour = page.colour

    def finding(self, finding: Finding) -> list[str]:
        """The lines of one finding."""
        line, column = self._lines.at(finding.start)
        furthest = max(finding.end, *(place.end for place in finding.related), finding.start + 1) - 1
        gutter = len(str(self._lines.at(furthest)[0])) + 2
        where = self._paint("strong", f"{finding.path}:{line}:{column}")
        rows = [f"{where}: {self._paint(finding.severity, finding.severity)} {finding.code} ({finding.rule})"]
        rows += self._wrapped(finding.message, "  ")
        rows.append("")
        rows += self._place(finding.start, finding.end, gutter, "^", finding.severity)
        for place in finding.related:
            rows += self._place(place.start, place.end, gutter, "-", "related")
            rows[-1] += " " + self._paint("related", _safe(place.message))
        if finding.help:
            rows.append("")
            label, *rest = self._wrapped("Help: " + finding.help, "  ")
            rows += [label.replace("Help:", self._paint("strong", "Help:"), 1), *rest]
        return rows

    def _place(self, start: int, end: int, gutter: int, mark: str, paint: str) -> list[str]:
        """The first and the last line of a range, each with what is meant underlined."""
        first, column = self._lines.at(start)
        last, end_column = self._lines.at(max(start, end - 1))
        if first == last:
            return self._marked(first, column - 1, column - 1 + end - start, gutter, mark, paint)
        rows = self._marked(first, column - 1, len(self._line(first)), gutter, mark, paint)
        if last > first + 1:
            rows.append(self._paint("quiet", " " * (gutter + 1) + "⋮"))
        return rows + self._marked(last, 0, end_column, gutter, mark, paint)

    def _marked(self, line: int, start: int, end: int, gutter: int, mark: str, paint: str) -> list[str]:
        shown = excerpt(self._line(line), start, end, self._width - gutter - 3)
        bar = self._paint("quiet", "│")
        number = self._paint("quiet", f"{line:>{gutter}}")
        under = " " * shown.left + self._paint(paint, mark * shown.cells)
        return [f"{number} {bar} {shown.text}", f"{' ' * gutter} {bar} {under}"]

    def _line(self, number: int) -> str:
        starts = self._lines.starts
        end = starts[number] if number < len(starts) else len(self._source)
        return self._source[starts[number - 1] : end].rstrip("\r\n")

    def _wrapped(self, text: str, indent: str) -> list[str]:
        return textwrap.wrap(
            _safe(text), self._width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )

    def _paint(self, name: str, text: str) -> str:
        return paint(name, text, self._colour)


def _safe(text: str) -> str:
    """A text without characters that could steer the terminal."""
    return "".join(cell(character)[0] if character != "\t" else " " for character in text)
