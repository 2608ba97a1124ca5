"""`factlint report`."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.cli.articles import articles_of, loaded, site_of
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import (
    Config,
    Encoding,
    Exclude,
    ExtendSelect,
    FormatOption,
    Ignore,
    Isolated,
    Jobs,
    NoAccepted,
    Paths,
    Select,
    StdinFilename,
    TimeLimit,
    codes,
)
from factlint.cli.output import tell, write, write_file
from factlint.cli.tally import Tally
from factlint.cli.triage import Triage, Wanted
from factlint.config.settings import Choice
from factlint.deadline import USUAL
from factlint.report import Page, report_as
from factlint.run import Plan


def report(
    paths: Paths = None,
    output_file: Annotated[
        str, typer.Option("--output-file", "-o", metavar="FILE", help="Where the page goes; - for standard output.")
    ] = "factlint-report.html",
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    exclude: Exclude = None,
    no_accepted: NoAccepted = False,
    as_: FormatOption = None,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    time_limit: TimeLimit = USUAL,
) -> None:
    """Write a page to read: the articles, and in the margin what is wrong with them.

    It is one file, for anybody with a browser. Exit status: 0, or 2 where a file could not be checked.
    """
    choice = Choice(
        codes(select),
        codes(ignore),
        config=config,
        extend=codes(extend_select),
        exclude=tuple(exclude or ()),
        isolated=isolated,
    )
    articles = articles_of(paths, stdin_filename, choice)
    worker = loaded(Plan(articles.settings, as_, encoding, limit=time_limit), articles.jobs)
    triage = Triage(Wanted(accepted=not no_accepted), articles)
    tally = Tally()
    results = tally.over(triage.over(articles.run(worker, jobs), articles.jobs))
    pieces = report_as("html")(results, Page(rules=lambda: worker.rules, pages=site_of(articles.settings)))
    if output_file == "-":
        write(pieces)
    else:
        write_file(output_file, pieces)
    troubles = [str(trouble) for trouble in (*articles.troubles, *tally.troubles)]
    for trouble in troubles:
        tell(trouble)
    if tally.articles:
        tell(tally.summary(triage.summary(), fixes=False))
    if output_file != "-":
        tell(f"The page is {output_file}.")
    raise typer.Exit(ExitStatus.FAILED if troubles else ExitStatus.CLEAN)
