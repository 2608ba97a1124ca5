"""Results made by hand, so that reports are seen alone."""

from factlint.lint.findings import Finding, Related
from factlint.report import Format, Page, report_as
from factlint.run import Result


def finding(
    source: str, words: str, *, message: str = "Who said it?", help: str | None = None, severity: str = "error",
    related: dict[str, str] | None = None, path: str = "a.txt",
) -> Finding:  # fmt: skip
    """A finding about the first place where these words stand; `related` gives messages by the words they are about."""
    start = source.index(words)
    places = tuple(
        Related(said, source.index(about), source.index(about) + len(about)) for about, said in (related or {}).items()
    )
    return Finding(path, start, start + len(words), "QUO101", "who-said-it", severity, message, help, places)


def printed(format: Format, source: str, *findings: Finding, page: Page | None = None, path: str = "a.txt") -> str:
    """What a report prints of one article."""
    return "".join(report_as(format)([Result(path, source, findings)], page or Page(width=60)))
