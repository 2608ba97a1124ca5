"""Findings for people at a terminal: where, what, the words themselves underlined, what they clash with, what to do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from factlint.lint.findings import Finding, Lines
from factlint.report import Page
from factlint.report.excerpt import cell, display_width, excerpt
from factlint.report.paint import paint
from factlint.run import Result

_WIDEST = 120
_NARROWEST = 40
_MOST_EDITS = 3
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


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
        self._show_source = page.source

    def finding(self, finding: Finding) -> list[str]:
        """The lines of one finding."""
        line, column = self._lines.at(finding.start)
        furthest = max(finding.end, *(place.end for place in finding.related), finding.start + 1) - 1
        gutter = len(str(self._lines.at(furthest)[0])) + 2
        where = f"{_safe(finding.path)}:{line}:{column}:"
        what = f"{self._paint(finding.severity, finding.severity)} {finding.code} ({finding.rule})"
        fits = display_width(where) + 1 + display_width(_ESCAPE.sub("", what)) <= self._width
        where = self._paint("strong", where.removesuffix(":")) + ":"
        rows = [f"{where} {what}"] if fits else [where, f"  {what}"]
        rows += self._wrapped(finding.message, "  ")
        if self._show_source:
            rows.append("")
            rows += self._place(finding.start, finding.end, gutter, "^", finding.severity)
            for place in finding.related:
                rows += self._place(place.start, place.end, gutter, "-", "related")
                self._say(rows, place.message, gutter)
        for label, text in (("Help:", finding.help), *self._fix(finding)):
            if text:
                rows += ["", *self._labelled(label, text)]
        return rows

    def _say(self, rows: list[str], message: str, gutter: int) -> None:
        """A message behind the underline in the last row, or below it where there is no room."""
        message = _safe(message)
        if display_width(_ESCAPE.sub("", rows[-1])) + 1 + display_width(message) <= self._width:
            rows[-1] += " " + self._paint("related", message)
            return
        before = f"{' ' * gutter} {self._paint('quiet', '│')} "
        room = self._width - gutter - 3
        wrapped = textwrap.wrap(message, room, break_on_hyphens=False, break_long_words=False)
        rows += [before + self._paint("related", line) for line in wrapped]

    def _fix(self, finding: Finding) -> Iterator[tuple[str, str]]:
        """What would mend it, told with the words that go and those that come."""
        if finding.fix is None:
            return
        told = []
        for edit in finding.fix.edits[:_MOST_EDITS]:
            goes = " ".join(self._source[edit.start : edit.end].split())
            comes = " ".join(edit.text.split())
            if not edit.text:
                told.append(f"delete “{goes}”")
            else:
                told.append(f"write “{comes}” for “{goes}”" if goes and comes != goes else f"write “{edit.text}”")
        yield ("Fix:" if finding.fix.safe else "Fix, after a look:"), "; ".join(told) + "."

    def _labelled(self, label: str, text: str) -> list[str]:
        first, *rest = self._wrapped(f"{label} {text}", "  ")
        return [first.replace(label, self._paint("strong", label), 1), *rest]

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
        text = shown.text.replace("##[", "#♯[").replace("::", ":∶")  # which would command the log of some builds
        return [f"{number} {bar} {text}", f"{' ' * gutter} {bar} {under}"]

    def _line(self, number: int) -> str:
        starts = self._lines.starts
        end = starts[number] if number < len(starts) else len(self._source)
        line = self._source[starts[number - 1] : end].rstrip("\r\n")
        return line.removeprefix("\ufeff") if number == 1 else line

    def _wrapped(self, text: str, indent: str) -> list[str]:
        return textwrap.wrap(
            _safe(text), self._width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )

    def _paint(self, name: str, text: str) -> str:
        return paint(name, text, self._colour)


def _safe(text: str) -> str:
    """A text without characters that could steer the terminal."""
    return "".join(cell(character)[0] if character != "\t" else " " for character in text)
