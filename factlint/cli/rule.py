"""`factlint rule CODE`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factlint.cli.book import book, named
from factlint.cli.options import Config, NoDefaultRules, Rules
from factlint.cli.output import Colour, coloured, width, write
from factlint.config.settings import Choice
from factlint.report.rules import as_page


def rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The rule's code or its name.")],
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    config: Config = None,
    color: Annotated[Colour, typer.Option(help="Colours in the output.")] = "auto",
) -> None:
    """Explain one rule: why, what to do, options and examples."""
    found = book(Choice(rules=tuple(rules or ()), default_rules=not no_default_rules, config=config))
    one = named(code, found.rules)
    write(as_page(one, one.code in found.on, min(80, width()), coloured(color, sys.stdout)))
