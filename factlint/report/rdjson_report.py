"""The diagnostic format of reviewdog, fixes included. Its columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factlint.lint.findings import Lines
from factlint.report import Page
from factlint.report.addresses import addresses
from factlint.report.entries import Entry, entries
from factlint.run import Result

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One object with all findings."""
    pages = addresses(page)
    found = [_diagnostic(entry, source, pages.get(entry.code)) for entry, source in _with_sources(results)]
    data = {"source": {"name": "factlint", **({"url": page.pages} if page.pages else {})}, "diagnostics": found}
    yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _with_sources(results: Iterable[Result]) -> Iterator[tuple[Entry, str]]:
    for result in results:
        for entry in entries([result]):
            yield entry, result.source


def _diagnostic(entry: Entry, source: str, url: str | None) -> dict[str, Any]:
    finding, lines = entry.finding, entry.lines
    if finding is None:
        place = {"start": {"line": entry.start[0], "column": entry.start[1]}}
        return {
            "message": entry.message,
            "location": {"path": entry.path, "range": place},
            "severity": "ERROR",
            "code": {"value": entry.code},
        }
    data: dict[str, Any] = {
        "message": entry.message if entry.help is None else f"{entry.message}\n{entry.help}",
        "location": {"path": entry.path, "range": _range(finding.start, finding.end, lines, source)},
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.code, **({"url": url} if url else {})},
    }
    if finding.related:
        data["related_locations"] = [
            {
                "message": other.message,
                "location": {"path": entry.path, "range": _range(other.start, other.end, lines, source)},
            }
            for other in finding.related
        ]
    if finding.fix is not None:
        data["suggestions"] = [
            {"range": _range(edit.start, edit.end, lines, source), "text": edit.text} for edit in finding.fix.edits
        ]
    return data


def _range(start: int, end: int, lines: Lines, source: str) -> dict[str, Any]:
    return {"start": _position(start, lines, source), "end": _position(end, lines, source)}


def _position(at: int, lines: Lines, source: str) -> dict[str, int]:
    line, column = lines.at(at)
    before = source[at - column + 1 : at]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
