"""What the commands about rules share: the rules, as the configuration of this folder has them."""

from __future__ import annotations

import os

import typer

from factlint.cli.articles import failed
from factlint.config.settings import Choice, Configs, Settings
from factlint.lint.choose import changed, choose
from factlint.lint.rule import Rule
from factlint.lint.rulebook import rulebook_of
from factlint.record import NamedTuple
from factlint.yamlfile import ProblemsError


class Book(NamedTuple):
    """The rules that a run in this folder would have.

    rules: all there are, with the severities and options of the configuration.
    on: the codes of those that would be run.
    """

    rules: tuple[Rule, ...]
    on: frozenset[str]


def book(choice: Choice) -> Book:
    """The rules for articles in this folder; ends the program with every mistake where they are wrong."""
    try:
        settings = _settings(choice)
        rules = rulebook_of(settings).rules
        on = frozenset(rule.code for rule in choose(settings, rules))
        return Book(tuple(changed(settings, rule) for rule in rules), on)
    except ProblemsError as error:
        raise failed(error) from None


def named(name: str, rules: tuple[Rule, ...]) -> Rule:
    """The rule of a code or a name; ends the program with the nearest one where there is none."""
    for rule in rules:
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    from factlint.cli.exit_status import ExitStatus
    from factlint.cli.output import tell
    from factlint.nearest import nearest

    names = [word for rule in rules for word in (rule.code, rule.name)]
    hint = nearest(name, names) or nearest(name.upper(), names) or nearest(name.lower(), names)
    tell(f"There is no rule “{name}”.{hint} “factlint rules” lists all.")
    raise typer.Exit(ExitStatus.FAILED)


def _settings(choice: Choice) -> Settings:
    configs = Configs(choice)
    number = configs.number_for(os.path.join(os.curdir, "article.txt"))
    return configs.settings[number]
