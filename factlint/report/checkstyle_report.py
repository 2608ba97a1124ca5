"""Checkstyle's XML, which many build servers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import entries
from factlint.report.xml import attribute
from factlint.run import Result

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One document, an element an article."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    for result in results:
        rows = [
            f'    <error line="{entry.start[0]}" column="{entry.start[1]}" severity="{_SEVERITIES[entry.severity]}"'
            f" message={attribute(entry.message)} source={attribute(f'factlint.{entry.code}')}/>\n"
            for entry in entries([result])
        ]
        if rows:
            yield f"  <file name={attribute(result.path)}>\n{''.join(rows)}  </file>\n"
    yield "</checkstyle>\n"
