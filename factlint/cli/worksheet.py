"""`factlint worksheet`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from factlint.cli.articles import articles_of, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config, Encoding, ExtendSelect, FormatOption, Isolated, StdinFilename, codes
from factlint.cli.output import tell, write, write_file
from factlint.config.settings import Choice
from factlint.run import Plan

SheetFormat = Literal["csv", "markdown", "html", "xlsx"]


def worksheet(
    story: Annotated[str, typer.Argument(metavar="STORY", help="The article; - for standard input.")],
    format: Annotated[
        SheetFormat | None,
        typer.Option("--format", "-f", help="How to write it.  [default: by --output-file’s suffix, else markdown]"),
    ] = None,
    output_file: Annotated[
        str | None, typer.Option("--output-file", "-o", metavar="FILE", help="Write it there instead.")
    ] = None,
    extend_select: ExtendSelect = None,
    as_: FormatOption = None,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Write a list of all that can be checked in an article: names, quotes, figures, dates, places, bodies.

    Each has a box to tick, room for the source and who checked it, and what factlint says of it.
    """
    form = format or _by_suffix(output_file)
    choice = Choice(config=config, extend=codes(extend_select), isolated=isolated)
    articles = articles_of([story], stdin_filename, choice)
    if articles.troubles or len(articles.jobs) != 1:
        tell(str(articles.troubles[0]) if articles.troubles else f"{story} is a folder; name an article.")
        raise typer.Exit(ExitStatus.FAILED)
    worker = loaded(Plan(articles.settings, as_, encoding, keep=False), articles.jobs)
    result, facts = worker.examined(articles.jobs[0])
    if result.trouble is not None or facts is None:
        tell(f"{result.path}: {result.trouble}")
        raise typer.Exit(ExitStatus.FAILED)
    from factlint.ground import Ground
    from factlint.worksheet.rows import left_over, rows_of, totals
    from factlint.worksheet.sheets import NoSpreadsheetsError, Sheet, as_csv, as_html, as_markdown, as_xlsx

    ground = Ground(facts, result.source)
    rows = rows_of(ground, result.findings)
    besides = left_over(ground, rows, result.findings)
    sheet = Sheet(result.path, rows, totals(rows, len(result.findings)), besides, result.source)
    if form != "xlsx":
        pieces = {"csv": as_csv, "markdown": as_markdown, "html": as_html}[form](sheet)
        write([pieces]) if output_file is None else write_file(output_file, [pieces])
        return
    if output_file is None and sys.stdout.isatty():
        tell("A file for spreadsheets needs a name: -o worksheet.xlsx.")
        raise typer.Exit(ExitStatus.FAILED)
    try:
        _write_bytes(output_file, as_xlsx(sheet))
    except NoSpreadsheetsError:
        tell("A file for spreadsheets needs an extra: pip install 'factlint[xlsx]'; or take --format csv.")
        raise typer.Exit(ExitStatus.FAILED) from None


def _by_suffix(file: str | None) -> SheetFormat:
    suffixes: dict[str, SheetFormat] = {".csv": "csv", ".html": "html", ".htm": "html", ".xlsx": "xlsx"}
    return next((form for suffix, form in suffixes.items() if (file or "").lower().endswith(suffix)), "markdown")


def _write_bytes(file: str | None, raw: bytes) -> None:
    from factlint.store import put_whole

    try:
        if file is None:
            sys.stdout.buffer.write(raw)
            sys.stdout.buffer.flush()
        else:
            put_whole(file, raw)
    except OSError as error:
        tell(f"--output-file: {file or '-'} cannot be written: {(error.strerror or str(error)).lower()}.")
        raise typer.Exit(ExitStatus.FAILED) from None
