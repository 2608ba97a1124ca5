"""What a user chooses: from the command line, and from factlint.yml or [tool.factlint] in pyproject.toml."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.config.layers import Layer

#: The names of configuration files, in the order in which a folder is searched.
NAMES = ("factlint.yml", ".factlint.yml", "factlint.yaml", "pyproject.toml")

_WORD = b"factlint"
_HEADER = re.compile(rb"^\s*\[*\s*tool\s*\.\s*factlint\b", re.MULTILINE)
_LARGEST = 4_000_000  # bytes of a pyproject.toml that are looked at

#: The keys and list positions that lead to a setting; a key's own place has ("key", name) as its last step.
At = tuple[Any, ...]


class Origin(NamedTuple):
    """Where a setting was made.

    path: the file as shown, or an option of the command line.
    line: from 1, or 0 where it is no file.
    column: from 1, or 0.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Pattern(NamedTuple):
    """Which files something is about: names, or paths from a folder, with * for any characters.

    base: the folder, absolute.
    text: the pattern as written.
    """

    base: str
    text: str

    def fits(self, place: str) -> bool:
        """Whether a file or folder, or one that it lies in, is meant."""
        from fnmatch import fnmatchcase

        within = os.path.relpath(place, self.base).replace(os.sep, "/")
        pattern = self.text.removeprefix("./").strip("/")
        return any(
            fnmatchcase(within, pattern) or fnmatchcase(within, f"{pattern}/*") or fnmatchcase(name, pattern)
            for name in within.split("/")
        )


class Word(NamedTuple):
    """A change of a word list.

    list: the list's name.
    entry: the word or phrase; where the list has values for its words, the value of `label`.
    label: the label under which the entry stands, in lists that have labels, or None.
    added: whether it is added; taken away if not.
    list_origin: where the list is named.
    origin: where the entry stands.
    """

    list: str
    entry: Any
    label: str | None
    added: bool
    list_origin: Origin
    origin: Origin


class Settings(NamedTuple):
    """How articles are checked.

    select: the rules to run: codes, beginnings of codes, names or ALL; none for the default, all but notes.
    extend: rules to run besides these.
    ignore: rules not to run.
    severity: severity by code, beginning of codes or name.
    options: thresholds by code, beginning of codes or name.
    exclude: what is left out.
    folders: where more rules and lexicons are, later ones over earlier ones.
    default_rules: whether the rules that come with factlint are run; its lexicon is always there.
    known: people whom every reader knows by surname, lower case.
    style: the house's choices, by topic.
    words: what is added to word lists and taken away, in order.
    gitignore: whether what git ignores is left out.
    language: that of the articles, the name of a folder of word lists.
    pages: the address of a site with the rules' pages; "" where there is none.
    base: the folder of the configuration file, absolute; "" where there is none.
    origins: where each of these was set.
    parts: what is said of some files only, each alone, so that it can be checked whether or not there are such files.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    exclude: tuple[Pattern, ...] = ()
    folders: tuple[str, ...] = ()
    default_rules: bool = True
    known: frozenset[str] = frozenset()
    style: Mapping[str, str] = {}
    words: tuple[Word, ...] = ()
    gitignore: bool = True
    language: str = "en"
    pages: str = ""
    base: str = ""
    origins: Mapping[At, Origin] = {}
    parts: tuple[Settings, ...] = ()


class Choice(NamedTuple):
    """What the command line says.

    select: in place of the configuration's.
    ignore: besides the configuration's.
    rules: more folders of rules.
    default_rules: whether the rules that come with factlint are run.
    config: the configuration file to use for all articles, or None to look for one above each.
    extend: rules to run besides those of the configuration.
    exclude: files and folders to leave out besides the configuration's.
    isolated: whether no configuration is looked for.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    default_rules: bool = True
    config: str | None = None
    extend: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    isolated: bool = False


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
                from factlint.yamlfile import Problem, ProblemsError

                raise ProblemsError([Problem("--rules", 0, 0, f"There is no folder “{folder}”.")])
        self.default = self._settings(())
        self.settings: tuple[Settings, ...] = ()
        self._numbers: dict[tuple[str | None, tuple[int, ...]], int] = {}
        self._files: dict[str, str | None] = {}
        self._layers: dict[str | None, tuple[Layer, ...]] = {None: ()}
        self._of_folder: dict[str | None, Settings] = {}

    def number_for(self, place: str) -> int:
        """Which of `settings` applies to a file; raises ProblemsError where its configuration is wrong."""
        file = self.file_for(place)
        layers = self._read(file)
        sections = [section for layer in layers for section in layer.per_file]
        fitting = tuple(number for number, section in enumerate(sections) if section.pattern.fits(place))
        key = (file, fitting)
        if key not in self._numbers:
            self._numbers[key] = len(self.settings)
            self.settings += (self._settings((*layers, *(sections[number].layer for number in fitting))),)
        return self._numbers[key]

    def file_for(self, place: str) -> str | None:
        """The configuration file that applies to a file, or None."""
        if self.choice.isolated:
            return None
        return self.choice.config or self._above(os.path.dirname(os.path.abspath(place)))

    def excludes(self, place: str) -> str | None:
        """Why the configuration that applies to a file or folder leaves it out, or None."""
        for number, pattern in enumerate((settings := self.settings_above(place)).exclude):
            if pattern.fits(place):
                where = settings.origins.get(("exclude", number))
                return f"exclude “{pattern.text}”" + (f" in {where}" if where and where.line else "")
        return None

    def settings_above(self, place: str) -> Settings:
        """The settings of the configuration file above a file or folder, without what is about single files."""
        file = self.file_for(place)
        if file not in self._of_folder:
            self._of_folder[file] = self._settings(self._read(file))
        return self._of_folder[file]

    def _above(self, folder: str) -> str | None:
        """The nearest configuration in a folder or one above it."""
        if folder not in self._files:
            here = (os.path.join(folder, name) for name in NAMES)
            found = next((file for file in here if os.path.isfile(file) and configures(file)), None)
            parent = os.path.dirname(folder)
            self._files[folder] = found if found or parent == folder else self._above(parent)
        return self._files[folder]

    def _read(self, file: str | None) -> tuple[Layer, ...]:
        if file not in self._layers:
            from factlint.config.configfile import read_layers

            self._layers[file] = read_layers(file or "", named=file is not None and file == self.choice.config)
        return self._layers[file]

    def _settings(self, layers: tuple[Layer, ...]) -> Settings:
        """The layers with what the command line says."""
        choice = self.choice
        if not layers and not (choice.select or choice.ignore or choice.extend or choice.exclude or choice.rules):
            return Settings(default_rules=choice.default_rules)
        from factlint.config.layers import layer_of, stacked

        return stacked((*layers, layer_of(choice)))._replace(default_rules=choice.default_rules)


def configures(file: str) -> bool:
    """Whether a file is about factlint: a pyproject.toml where it has a table tool.factlint, however it is written.

    One that is no TOML is about factlint where a line begins such a table, so that the mistake is told.
    """
    if not file.endswith(".toml"):
        return True
    try:
        with open(file, "rb") as stream:
            raw = stream.read(_LARGEST)
    except OSError:
        return False
    if _WORD not in raw:
        return False
    import tomllib

    try:
        tool = tomllib.loads(raw.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return _HEADER.search(raw) is not None
    return isinstance(tool, dict) and "factlint" in tool
