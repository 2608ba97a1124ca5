"""The measurements from the command line: python -m bench --help."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bench import start as starts
from bench.cases import is_found, read_cases
from bench.cases import score as score_cases
from bench.growth import measure as measure_growth

_ROOT = Path(__file__).resolve().parent.parent
_ARTICLES = _ROOT / "tests" / "articles"
_ARTICLE = _ARTICLES / "australian-bushfire.txt"
_CASES = _ROOT / "bench" / "cases"

app = typer.Typer(add_completion=False, no_args_is_help=True, help="How fast factlint is, and what it finds.")


@app.command()
def start(article: Path = _ARTICLE, rounds: int = 7) -> None:
    """From a cold start, in pairs with a bare program of Typer: a table for docs/performance.md."""
    took = starts.measure(article, rounds)
    typer.echo(_heading())
    typer.echo("| one article | seconds of the processor | of the bare program |\n| --- | ---: | ---: |")
    for name, seconds in took._asdict().items():
        typer.echo(f"| {name} | {seconds:.3f} | {seconds / took.bare:.2f} |")


@app.command()
def throughput(folder: Path = _ARTICLES, rounds: int = 3) -> None:
    """Words a second over a folder of text files, and the memory that it takes."""
    typer.echo(_heading())
    typer.echo("| processes | words a second |\n| --- | ---: |")
    for jobs in (1, 2):
        typer.echo(f"| {jobs} | {starts.words_a_second(folder, jobs, rounds):,.0f} |")
    typer.echo(f"\nMemory of one process: {starts.memory(folder) / 1e6:.0f} MB")


@app.command()
def growth(size: int = 80_000, limit: float = 20.0, only: str = "") -> None:
    """How the time for one article grows with its length, for each construct: 1 is as the text does."""
    typer.echo(_heading())
    typer.echo("| construct | half | whole | exponent | MB |\n| --- | ---: | ---: | ---: | ---: |")
    for grown in measure_growth(size, limit, only):
        half, whole = (f"{value:.2f}" if value is not None else "over" for value in (grown.half, grown.whole))
        exponent = f"{grown.exponent:.2f}" if grown.exponent is not None else ""
        typer.echo(f"| {grown.name} | {half} | {whole} | {exponent} | {grown.memory / 1e6:.0f} |")


@app.command()
def cases(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of cases; those of bench/cases by default.")] = None,
    family: Annotated[str, typer.Option(help="Only faults of one family.")] = "",
    missed: Annotated[bool, typer.Option(help="Name the faults that are not found.")] = False,
) -> None:
    """How many faults of contrast cases are found, and how often the sound twins are spoken of."""
    found = [case for file in files or sorted(_CASES.glob("*.cases")) for case in read_cases(file)]
    found = [case for case in found if not family or case.family == family.upper()]
    for case in found if missed else ():
        if not is_found(case):
            typer.echo(f"{case.family} {case.name}: {case.why}")
    typer.echo(f"{'family':8}{'cases':>7}{'found':>7}{'right':>7}{'in sound texts':>16}")
    for key, row in score_cases(found).items():
        shares = f"{row.found / row.cases:>7.2f}{row.right / row.cases:>7.2f}"
        typer.echo(f"{key:8}{row.cases:>7}{shares}{row.false:>16}")


def _heading() -> str:
    kind = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    return f"Measured on {date.today():%d %B %Y} ({kind}):\n"


if __name__ == "__main__":
    app()
