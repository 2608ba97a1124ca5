"""Workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.lint.findings import Lines
from factlint.report import Page
from factlint.run import Result

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A command for each finding."""
    for result in results:
        lines = Lines(result.source) if result.findings else None
        for finding in result.findings:
            assert lines is not None
            line, column = lines.at(finding.start)
            end_line, end_column = lines.at(finding.end)
            place = {"file": finding.path, "line": line, "endLine": end_line, "col": column, "endColumn": end_column}
            if line != end_line:
                # GitHub reads columns as belonging to one line.
                del place["col"], place["endColumn"]
            place["title"] = f"{finding.code} {finding.rule}"
            properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
            message = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
            yield f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
