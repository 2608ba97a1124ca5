"""A table in Markdown, for the summary of a job, a comment, a mail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import WORST, worst_first
from factlint.run import Result

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """The number of findings, and a row for each, the worst first."""
    found = worst_first(results)
    counts = Counter(entry.severity for entry in found)
    told = ", ".join(
        f"{counts[severity]:,} {severity}{'s' * (counts[severity] > 1)}" for severity in WORST if counts[severity]
    )
    yield f"### factlint: {told or 'no problems'}\n"
    if found:
        yield "\n| Where | Severity | Rule | What |\n|---|---|---|---|\n"
    for entry in found:
        where = f"{entry.path}:{entry.start[0]}"
        yield f"| {_plain(where)} | {entry.severity} | {entry.code} | {_plain(' '.join(entry.message.split()))} |\n"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
