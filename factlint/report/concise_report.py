"""One line a finding, as editors and pipes read it: path:line:column: severity CODE message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.lint.findings import Lines
from factlint.report import Page
from factlint.run import Result


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A line for each finding; line breaks within a message are folded."""
    for result in results:
        lines = Lines(result.source) if result.findings else None
        for finding in result.findings:
            assert lines is not None
            line, column = lines.at(finding.start)
            message = " ".join(finding.message.split())
            yield f"{finding.path}:{line}:{column}: {finding.severity} {finding.code} {message}\n"
