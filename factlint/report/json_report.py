"""One JSON list of all findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.report import Page, jsonl_report
from factlint.run import Result


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """The list, an entry a line."""
    yield "["
    before = "\n"
    for line in jsonl_report.report(results, page):
        yield f"{before}  {line.rstrip()}"
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "]\n"
