"""`factlint` without a command."""

from __future__ import annotations

from typing import Annotated

import typer


def _version(wanted: bool) -> None:
    if wanted:
        from factlint import __version__

        typer.echo(f"factlint {__version__}")
        raise typer.Exit


def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """A linter for the facts inside one news article: who said it, who is who, what adds up, what was left behind."""
