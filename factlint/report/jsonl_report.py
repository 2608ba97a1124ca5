"""One JSON object a line, one line a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from factlint.lint.findings import Lines
from factlint.report import Page
from factlint.report.addresses import addresses
from factlint.report.rows import marked, row, trouble_row
from factlint.run import Result
from factlint.visible import safe_json


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A line for each finding."""
    pages: Mapping[str, str] | None = None
    for result in results:
        if result.trouble is not None:
            yield json.dumps(trouble_row(result) | marked(result.mark, 0, 0), ensure_ascii=False) + "\n"
        lines = Lines(result.source) if result.findings else None
        for finding in result.findings:
            assert lines is not None
            pages = (
                addresses(page) if pages is None else pages
            )  # the rules are asked for where there is something to tell
            told = row(finding, lines, pages.get(finding.code)) | marked(result.mark, finding.start, finding.end)
            yield safe_json(json.dumps(told, ensure_ascii=False)) + "\n"
