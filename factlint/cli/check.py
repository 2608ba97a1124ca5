"""`factlint check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import typer

from factlint.cli.articles import articles_of, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import (
    Config,
    Encoding,
    FormatOption,
    Ignore,
    Jobs,
    NoDefaultRules,
    Paths,
    Rules,
    Select,
    StdinFilename,
    codes,
)
from factlint.cli.output import Colour, coloured, tell, width, write
from factlint.config import Choice
from factlint.report import Format, Page, report_as
from factlint.run import Plan, Result

FailOn = Literal["error", "warning", "note", "never"]
_WORST = ("error", "warning", "note")


def check(
    paths: Paths = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to print findings.  [default: full on a terminal, else concise]"),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that makes the exit status 1.")] = "warning",
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    as_: FormatOption = None,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    config: Config = None,
    jobs: Jobs = 0,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every article, also those that have not changed since.")
    ] = False,
    color: Annotated[Colour, typer.Option(help="Colours in the output.")] = "auto",
) -> None:
    """Check articles and print what is wrong with them.

    Notes are off until they are selected. Exit status: 0 where nothing is found, 1 where something is, 2 where a file
    could not be checked.
    """
    choice = Choice(codes(select), codes(ignore), tuple(rules or ()), not no_default_rules, config)
    articles = articles_of(paths, stdin_filename, choice)
    worker = loaded(Plan(articles.settings, as_, encoding, keep=not no_cache), articles.jobs)
    report = report_as(format or ("full" if sys.stdout.isatty() else "concise"))
    page = Page(width(), coloured(color, sys.stdout), lambda: worker.rules)
    count = Count()
    write(report(count.over(articles.run(worker, jobs)), page))
    for trouble in (*articles.troubles, *count.troubles):
        tell(str(trouble))
    if count.articles:
        tell(count.summary())
    if articles.troubles or count.troubles or not count.articles:
        raise typer.Exit(ExitStatus.FAILED)
    raise typer.Exit(ExitStatus.FOUND if count.fails(fail_on) else ExitStatus.CLEAN)


class Count:
    """Counts what passes."""

    def __init__(self) -> None:
        self.articles = 0
        self.troubles: list[str] = []
        self._found: Counter[str] = Counter()

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, counted as they pass."""
        for result in results:
            if result.trouble is None:
                self.articles += 1
                self._found.update(finding.severity for finding in result.findings)
            else:
                self.troubles.append(f"{result.path}: {result.trouble}")
            yield result

    def fails(self, least: FailOn) -> bool:
        """Whether something as bad as this was found."""
        return least != "never" and any(self._found[severity] for severity in _WORST[: _WORST.index(least) + 1])

    def summary(self) -> str:
        """What was found in how many articles, as a sentence."""
        counts = [_counted(self._found[severity], severity) for severity in _WORST if self._found[severity]]
        problems = ", ".join(counts[:-1]) + " and " + counts[-1] if len(counts) > 1 else "".join(counts)
        return f"{problems or 'No problems'} in {_counted(self.articles, 'article')}."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
