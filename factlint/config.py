"""What a user chooses: from the command line, and from factlint.yml or [tool.factlint] in pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

#: The names of configuration files, in the order in which a folder is searched.
NAMES = ("factlint.yml", "factlint.yaml", "pyproject.toml")

_HEADER = b"tool.factlint"

Places = Mapping[tuple[Any, ...], tuple[int, int]]


class Origin(NamedTuple):
    """The file that settings were read from.

    path: as shown.
    places: line and column of every key and value, by the keys and list positions that lead to it.
    """

    path: str
    places: Places


class Settings(NamedTuple):
    """How articles are checked.

    select: the rules to run: codes, beginnings of codes, names or ALL; none for the default, all but notes.
    ignore: rules not to run.
    severity: severity by code or name of a rule.
    options: thresholds by code or name of their rule.
    exclude: patterns of paths that are left out of folders.
    folders: where more rules and lexicons are, later ones over earlier ones.
    default_rules: whether the rules that come with factlint are run; its lexicon is always there.
    known: people whom every reader knows by surname, lower case.
    style: the house's choices, by topic.
    base: the folder that `exclude` is relative to.
    origin: the configuration file, or None.
    chosen: whether `select` and `ignore` end with entries of the command line, and how many: (select, ignore).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    exclude: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    default_rules: bool = True
    known: frozenset[str] = frozenset()
    style: Mapping[str, str] = {}
    base: str = ""
    origin: Origin | None = None
    chosen: tuple[int, int] = (0, 0)


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
    """The settings of every article of a run; each configuration file is read once.

    settings: all that are in use so far; `number_for` gives places in it.
    default: those of an article with no configuration above it.

    Raises ProblemsError where the command line names a folder of rules that is not there.
    """

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        for folder in choice.rules:
            if not os.path.isdir(folder):
                from factlint.lint.yamlfile import Problem, ProblemsError

                raise ProblemsError([Problem("--rules", 0, 0, f"There is no folder “{folder}”.")])
        self.default = self._chosen(Settings())
        self.settings: tuple[Settings, ...] = ()
        self._numbers: dict[str | None, int] = {}
        self._files: dict[str, str | None] = {}

    def number_for(self, place: str) -> int:
        """Which of `settings` applies to a file; raises ProblemsError where its configuration is wrong."""
        file = self.choice.config or self._above(os.path.dirname(os.path.abspath(place)))
        if file not in self._numbers:
            self._numbers[file] = len(self.settings)
            self.settings += (self._read(file),)
        return self._numbers[file]

    def excludes(self, place: str) -> bool:
        """Whether the configuration that applies to a file or folder leaves it out."""
        number = self.number_for(place)
        settings = self.settings[number]
        if not settings.exclude:
            return False
        from fnmatch import fnmatchcase

        within = os.path.relpath(place, settings.base).replace(os.sep, "/")
        return any(
            fnmatchcase(within, pattern) or fnmatchcase(within, f"{pattern}/*") or fnmatchcase(name, pattern)
            for pattern in (entry.strip("/") for entry in settings.exclude)
            for name in within.split("/")
        )

    def _above(self, folder: str) -> str | None:
        """The nearest configuration in a folder or one above it."""
        if folder not in self._files:
            here = (os.path.join(folder, name) for name in NAMES)
            found = next((file for file in here if os.path.isfile(file) and configures(file)), None)
            parent = os.path.dirname(folder)
            self._files[folder] = found if found or parent == folder else self._above(parent)
        return self._files[folder]

    def _read(self, file: str | None) -> Settings:
        if file is None:
            return self.default
        from factlint.configfile import read_config

        return self._chosen(read_config(file))

    def _chosen(self, settings: Settings) -> Settings:
        """The settings with what the command line says."""
        choice = self.choice
        return settings._replace(
            select=choice.select or settings.select,
            ignore=settings.ignore + choice.ignore,
            folders=settings.folders + choice.rules,
            default_rules=choice.default_rules,
            chosen=(len(choice.select), len(choice.ignore)),
        )


def configures(file: str) -> bool:
    """Whether a file is about factlint; of pyproject.toml only its words are looked at."""
    if not file.endswith(".toml"):
        return True
    try:
        with open(file, "rb") as stream:
            return _HEADER in stream.read()
    except OSError:
        return False
