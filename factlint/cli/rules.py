"""`factlint rules`."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from factlint.cli.book import book
from factlint.cli.options import Config, Ignore, NoDefaultRules, Rules, Select, codes
from factlint.cli.output import Colour, coloured, width, write
from factlint.config.settings import Choice
from factlint.report.rules import as_json, as_table

Format = Literal["table", "json"]


def rules(
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print them.")] = "table",
    select: Select = None,
    ignore: Ignore = None,
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    config: Config = None,
    color: Annotated[Colour, typer.Option(help="Colours in the output.")] = "auto",
) -> None:
    """List the rules: code, severity, name, and what each finds.

    A rule marked “off” is run only when it is selected.
    """
    choice = Choice(codes(select), codes(ignore), tuple(rules or ()), not no_default_rules, config)
    found = book(choice)
    shown = [rule for rule in found.rules if rule.code in found.on] if select or ignore else found.rules
    if format == "json":
        write(as_json(shown, found.on))
    else:
        write(as_table(shown, found.on, width() if sys.stdout.isatty() else None, coloured(color, sys.stdout)))
