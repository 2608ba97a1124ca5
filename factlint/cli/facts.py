"""`factlint facts`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Literal

import typer

from factlint.cli.articles import articles_of, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config, Encoding, FormatOption, Isolated, Jobs, Paths, StdinFilename, TimeLimit
from factlint.cli.output import coloured, tell, width, write
from factlint.config.settings import Choice
from factlint.deadline import USUAL
from factlint.run import Plan, Result
from factlint.visible import safe_json

Format = Literal["table", "json", "jsonl"]


def facts(
    paths: Paths = None,
    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to print.  [default: table on a terminal, else jsonl]")
    ] = None,
    as_: FormatOption = None,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    kinds: Annotated[
        str,
        typer.Option("--kinds", metavar="KIND,…", help="These kinds alone; also tokens, phrases and clauses."),
    ] = "",
    time_limit: TimeLimit = USUAL,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the kinds of facts and their attributes instead.")
    ] = False,
) -> None:
    """Print what the rules look at: quotes, people, figures, dates."""
    if schema:
        from factlint.report.schema import as_json, as_text

        write(as_json() if format in ("json", "jsonl") else as_text(min(100, width()), coloured("auto", sys.stdout)))
        raise typer.Exit(ExitStatus.CLEAN)
    articles = articles_of(paths, stdin_filename, Choice(config=config, isolated=isolated))
    worker = loaded(Plan(articles.settings, as_, encoding, facts=True, kinds=_kinds(kinds), limit=time_limit))
    troubles: list[str] = []
    results = _readable(articles.run(worker, jobs), troubles)
    wanted = format or ("table" if sys.stdout.isatty() else "jsonl")
    if wanted == "table":
        from factlint.report.facts_table import as_table

        write(as_table(results, width(), coloured("auto", sys.stdout)))
    else:
        write(_as_lines(results) if wanted == "jsonl" else _as_list(results))
    told = [*map(str, articles.troubles), *troubles]
    for trouble in told:
        tell(trouble)
    raise typer.Exit(ExitStatus.FAILED if told else ExitStatus.CLEAN)


def _readable(results: Iterator[Result], troubles: list[str]) -> Iterator[Result]:
    for result in results:
        if result.trouble is None:
            troubles += (f"{result.path}: {fault}" for fault in result.faults)
            yield result
        else:
            troubles.append(f"{result.path}: {result.trouble}")


def _as_lines(results: Iterator[Result]) -> Iterator[str]:
    for result in results:
        yield safe_json(json.dumps(result.row, ensure_ascii=False)) + "\n"


def _as_list(results: Iterator[Result]) -> Iterator[str]:
    rows = [result.row for result in results]
    yield safe_json(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"


def _kinds(listed: str) -> tuple[str, ...]:
    """The kinds that `--kinds` lists; raises BadParameter where one is no kind."""
    kinds = tuple(kind.strip().lower() for kind in listed.split(",") if kind.strip())
    if kinds:
        from factlint.facts.rows import names_of_kinds
        from factlint.nearest import nearest

        names = names_of_kinds()
        for kind in kinds:
            if kind not in names:
                raise typer.BadParameter(
                    f"There is no kind of fact “{kind}”.{nearest(kind, names)}", param_hint="--kinds"
                )
    return kinds
