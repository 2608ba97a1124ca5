"""Findings and facts about the text of a file → their places in the file, where the two are not the same."""

from __future__ import annotations

from typing import Any

from factlint.lint.findings import Edit, Finding, Fix
from factlint.read.sourcemap import SourceMap

_MARKUP = frozenset("<>&")


def in_file(findings: tuple[Finding, ...], places: SourceMap, mends: bool, markup: bool) -> tuple[Finding, ...]:
    """Findings about a text, placed in the file that it was read from; with fixes only where the file `mends` so.

    `markup` says that the file has some, which no fix may touch.
    """
    placed = (
        finding._replace(
            start=places.start(finding.start),
            end=places.end(finding.end),
            related=tuple(
                other._replace(start=places.start(other.start), end=places.end(other.end)) for other in finding.related
            ),
            fix=_fix(finding.fix, places, markup) if mends else None,
        )
        for finding in findings
    )
    # What a format tells first may stand last in the file, as a headline behind its body.
    return tuple(sorted(placed, key=lambda finding: (finding.start, finding.code)))


def row_in_file(row: Any, places: SourceMap) -> Any:
    """Facts as plain data, everything in them that has a start and an end placed in the file."""
    if isinstance(row, dict):
        placed = {key: row_in_file(value, places) for key, value in row.items()}
        if isinstance(row.get("start"), int) and isinstance(row.get("end"), int):
            placed["start"], placed["end"] = places.start(row["start"]), places.end(row["end"])
        return placed
    return [row_in_file(value, places) for value in row] if isinstance(row, list) else row


def _fix(fix: Fix | None, places: SourceMap, markup: bool) -> Fix | None:
    """A fix in the file; None where markup stands, or would stand, among the characters that it changes."""
    if fix is None:
        return None
    edits = []
    for edit in fix.edits:
        start = places.start(edit.start)
        end = places.end(edit.end) if edit.end > edit.start else start
        if markup and (end - start != edit.end - edit.start or not _MARKUP.isdisjoint(edit.text)):
            return None
        edits.append(Edit(start, end, edit.text))
    return Fix(fix.safe, tuple(edits))
