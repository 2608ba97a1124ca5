"""A finding as plain data, the way JSON has it."""

from __future__ import annotations

from typing import Any

from factlint.lint.findings import Finding, Fix, Lines
from factlint.report.entries import TROUBLE
from factlint.run import Mark, Result


def row(finding: Finding, lines: Lines, url: str | None = None) -> dict[str, Any]:
    """The finding with lines and columns from 1, and offsets from 0, in code points, ends exclusive.

    url: the address of the rule's page, or None.
    """
    line, column = lines.at(finding.start)
    end_line, end_column = lines.at(finding.end)
    return {
        "path": finding.path,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": finding.start,
        "end": finding.end,
        "help": finding.help,
        "url": url,
        "related": [
            {
                "message": place.message,
                **_place(lines.at(place.start)),
                "end_line": lines.at(place.end)[0],
                "end_column": lines.at(place.end)[1],
                "start": place.start,
                "end": place.end,
            }
            for place in finding.related
        ],
        "sentence": finding.sentence,
        "fix": _fix(finding.fix),
    }


def trouble_row(result: Result) -> dict[str, Any]:
    """What could not be checked, or a mistake in a rule or a configuration, as an entry among findings."""
    line, column = result.place or (1, 1)
    return {
        "path": result.path,
        "code": TROUBLE,
        "rule": "trouble",
        "severity": "error",
        "message": result.trouble,
        "line": max(1, line),
        "column": max(1, column),
    }


def marked(mark: Mark | None, start: int, end: int) -> dict[str, Any]:
    """Of an article in an archive its row and id, and where a finding stands in the field that holds it."""
    if mark is None:
        return {}
    before = mark.text_at if start >= mark.text_at else 0
    field = "text" if start >= mark.text_at else "headline"
    return {"row": mark.row, "id": mark.id, "field": field, "field_start": start - before, "field_end": end - before}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]}


def _place(at: tuple[int, int]) -> dict[str, int]:
    return {"line": at[0], "column": at[1]}
