"""Findings and troubles as one kind of entry, for the formats that other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.lint.findings import Finding, Lines
from factlint.record import NamedTuple
from factlint.run import Result

#: The severities, the worst first.
WORST = ("error", "warning", "note")
#: What stands in the place of a rule's code where it is no rule that speaks.
TROUBLE = "factlint"


class Entry(NamedTuple):
    """A finding, or something that could not be checked.

    path: the article's, or that of a rule or a configuration.
    start: line and column, from 1, counted in code points.
    end: line and column of the end, which is not part of it.
    severity: error, warning or note.
    code: the rule's, or factlint.
    rule: the rule's name, or trouble.
    message: what is wrong.
    help: what to do, or none.
    finding: the finding, or none.
    lines: those of its article.
    """

    path: str
    start: tuple[int, int]
    end: tuple[int, int]
    severity: str
    code: str
    rule: str
    message: str
    help: str | None = None
    finding: Finding | None = None
    lines: Lines = Lines("")

    @property
    def text(self) -> str:
        """The message, and what to do."""
        return self.message if self.help is None else f"{self.message}\n{self.help}"


def entries(results: Iterable[Result]) -> Iterator[Entry]:
    """Everything that is to be told, article by article."""
    for result in results:
        if result.trouble is not None:
            line, column = result.place or (1, 1)
            at = (max(1, line), max(1, column))
            message = result.trouble[:1].upper() + result.trouble[1:]
            yield Entry(result.path, at, at, "error", TROUBLE, "trouble", message)
        lines = Lines(result.source) if result.findings else Lines("")
        for finding in result.findings:
            start, end = lines.at(finding.start), lines.at(finding.end)
            message = finding.message
            severity, code, rule, help_ = finding.severity, finding.code, finding.rule, finding.help
            yield Entry(finding.path, start, end, severity, code, rule, message, help_, finding, lines)


def worst_first(results: Iterable[Result]) -> list[Entry]:
    """All entries in order of severity, for hosts that show only the first ten."""
    return sorted(entries(results), key=lambda entry: WORST.index(entry.severity))
