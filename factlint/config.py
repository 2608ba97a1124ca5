"""What a user chooses: from the command line, and from factlint.yml or [tool.factlint] in pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

#: Rules are chosen by codes, beginnings of codes, names, or this for all of them.
ALL = "ALL"


class Settings(NamedTuple):
    """How articles are checked.

    select: the rules to run; none for the default, which is all but notes.
    ignore: rules not to run.
    severity: severity by code or name of a rule.
    options: a rule's thresholds by code or name of the rule.
    exclude: patterns of paths that are left out of folders.
    folders: where rules and lexicons are, later ones over earlier ones.
    known: people whom every reader knows by surname.
    style: the house's choices, by topic.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    exclude: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    style: Mapping[str, str] = {}


class Choice(NamedTuple):
    """What the command line says.

    select: in place of the configuration's.
    ignore: besides the configuration's.
    rules: more folders of rules.
    default_rules: whether the rules that come with factlint are run.
    config: the configuration file to use for all articles, or None to look for one above each.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    default_rules: bool = True
    config: str | None = None


class Configs:
    """The settings of every article of a run, each configuration file read once.

    settings: all that are in use so far; `number_for` gives places in it.
    default: those of an article with no configuration above it.
    """

    def __init__(self, choice: Choice) -> None:
        from factlint.lint.rulebook import rules_folder

        self.choice = choice
        self.settings: tuple[Settings, ...] = ()
        folders = (str(rules_folder()),) if choice.default_rules else ()
        self.default = Settings(choice.select, choice.ignore, folders=(*folders, *choice.rules))

    def number_for(self, place: str) -> int:
        """Which of `settings` applies to a file."""
        self.settings = self.settings or (self.default,)
        return 0

    def excludes(self, place: str) -> bool:
        """Whether the configuration leaves out a file or folder."""
        return False
