"""A finding as plain data, the way JSON has it."""

from __future__ import annotations

from typing import Any

from factlint.lint.findings import Finding, Lines


def row(finding: Finding, lines: Lines) -> dict[str, Any]:
    """The finding with lines and columns from 1, and offsets from 0, in code points, ends exclusive."""
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
        "related": [
            {"message": place.message, **_place(lines.at(place.start)), "start": place.start, "end": place.end}
            for place in finding.related
        ],
    }


def _place(at: tuple[int, int]) -> dict[str, int]:
    return {"line": at[0], "column": at[1]}
