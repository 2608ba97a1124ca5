"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.read import Format


def _some_rules(lists: list[str] | None) -> list[str] | None:
    """The lists of --select as they are; raises BadParameter where they name nothing, which would mean everything."""
    if lists and not codes(lists):
        raise typer.BadParameter("it names no rule.")
    return lists


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
TextField = Annotated[str, typer.Option(metavar="NAME", help="Of archives, the column of the text.")]
HeadlineField = Annotated[str, typer.Option(metavar="NAME", help="Likewise, of the headline.")]
DateField = Annotated[str, typer.Option(metavar="NAME", help="Likewise, of the day of publication.")]
IdField = Annotated[str, typer.Option(metavar="NAME", help="Likewise, of what an article is known by.")]
OutletField = Annotated[str, typer.Option(metavar="NAME", help="Likewise, of the paper, for --statistics.")]
Config = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="The configuration.  [default: factlint.yml or pyproject.toml, above each file]"),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", show_default=False, help="Processes.  [default: one a processor]")
]
TimeLimit = Annotated[
    float,
    typer.Option(
        metavar="SECONDS", min=0, help="How long one article may take; it is then left unchecked. 0 for any time."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES", help="These rules only: codes, beginnings of codes, names, or ALL.", callback=_some_rules
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Leave these rules out; the longer code decides.")
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="These rules too, besides those that would be run.")
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave these files and folders out. Can be given again."),
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out what is excluded also where it is named here.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
Diff = Annotated[bool, typer.Option("--diff", help="Print what the fixes would change, and change nothing.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Also the fixes that somebody has to look at: sums, weekdays, spellings.")
]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Leave out the old findings that are written there.")
]
Changed = Annotated[
    str | None,
    typer.Option(metavar="[REV]", help="Only what touches lines changed since a git revision.  [REV: HEAD]"),
]
Staged = Annotated[bool, typer.Option("--staged", help="Only what touches lines staged in git, as they are staged.")]
NoAccepted = Annotated[bool, typer.Option("--no-accepted", help="Print accepted findings too.")]
Rules = Annotated[list[str] | None, typer.Option(metavar="DIR", help="A folder of more rules. Can be given again.")]
NoDefaultRules = Annotated[
    bool, typer.Option("--no-default-rules", help="Leave out the rules that come with factlint.")
]


def codes(lists: list[str] | None) -> tuple[str, ...]:
    """The entries of comma-separated lists."""
    return tuple(code for entry in lists or () for code in entry.replace(",", " ").split())
