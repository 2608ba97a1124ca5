"""Findings under the name of their article, for people who read many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.lint.findings import Lines
from factlint.report import Page
from factlint.report.paint import paint
from factlint.run import Result


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A heading for each article with findings, a line for each of these, a blank line after each article."""
    for result in results:
        if not result.findings:
            continue
        lines = Lines(result.source)
        places = ["{}:{}".format(*lines.at(finding.start)) for finding in result.findings]
        room = max(map(len, places))
        yield paint("strong", result.path, page.colour) + "\n"
        for place, finding in zip(places, result.findings, strict=True):
            severity = paint(finding.severity, f"{finding.severity:7}", page.colour)
            yield f"  {place:>{room}}  {severity}  {finding.code}  {' '.join(finding.message.split())}\n"
        yield "\n"
