"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.read import Format

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATHS]...", help="Articles and folders of articles; - for standard input.  [default: .]"),
]
FormatOption = Annotated[
    Format | None, typer.Option("--as", help="Read all files as this.  [default: by suffix, plain for others]")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="How the files are encoded.  [default: UTF-8, or UTF-16 with a mark]")
]
StdinFilename = Annotated[
    str, typer.Option(metavar="PATH", help="The name that standard input is reported, read and configured by.")
]
Config = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="The configuration.  [default: factlint.yml or pyproject.toml, above each file]"),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", show_default=False, help="Processes.  [default: one a processor]")
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="These rules only: codes, beginnings of codes, names, or ALL."),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Leave these rules out; the longer code decides.")
]
Rules = Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of more rules. Can be given again.")]
NoDefaultRules = Annotated[
    bool, typer.Option("--no-default-rules", help="Leave out the rules that come with factlint.")
]


def codes(lists: list[str] | None) -> tuple[str, ...]:
    """The entries of comma-separated lists."""
    return tuple(code for entry in lists or () for code in entry.replace(",", " ").split())
