"""Workflow commands, which GitHub shows beside the lines of a pull request, ten of a kind: the worst come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import worst_first
from factlint.run import Result

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A command for each finding."""
    for entry in worst_first(results):
        (line, column), (end_line, end_column) = entry.start, entry.end
        place = {"file": entry.path, "line": line, "endLine": end_line, "col": column, "endColumn": end_column}
        if line != end_line:
            # GitHub reads columns as belonging to one line.
            del place["col"], place["endColumn"]
        place["title"] = f"{entry.code} {entry.rule}"
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        yield f"::{_LEVELS[entry.severity]} {properties}::{_data(entry.text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
