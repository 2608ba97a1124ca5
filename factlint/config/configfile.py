"""A configuration file → its layers, those it extends first, or every mistake in them with its place."""

from __future__ import annotations

import os
import re
from typing import Any

from factlint.config.layers import Layer, Section, stacked
from factlint.config.settings import At, Origin, Pattern, Settings, Word
from factlint.nearest import nearest
from factlint.read.files import reason, shown
from factlint.read.inside import leads_out, project_of, read_bounded
from factlint.severity import SEVERITIES
from factlint.yamlfile import Problem, ProblemsError, load_document

#: The keys of a configuration, and what each is for.
KEYS = {
    "extends": "Configurations to begin with: files, from here, or styles that come with factlint: factlint:ap.",
    "select": "The rules to run: codes, beginnings of codes, names, or ALL. Without it: all but notes.",
    "extend-select": "Rules to run besides these: notes that you want to see.",
    "ignore": "Rules not to run. Where select and ignore both fit a rule, the longer one decides.",
    "severity": "Severities by code, beginning of codes or name. A note that is raised is run.",
    "options": "Thresholds by code or name of their rule.",
    "exclude": "Files and folders that are no articles: names, or paths from here, with * for any characters.",
    "gitignore": "Whether folders are searched without what git ignores: yes, or no.",
    "rules": "Folders of more rules and word lists, from here.",
    "language": "The language of the articles: the name of a folder of word lists beside lexicon/en. Without it: en.",
    "pages": "The address of the site with the rules' pages, to which findings then lead: https://….",
    "known": "People whom every reader knows by surname.",
    "style": "The house's choices between ways of writing: percent: per cent. Every other form is flagged.",
    "words": "Words to add to word lists, by list: speech-verbs: [quipped].",
    "remove": "Words to take away from word lists, by list.",
    "per-file": "Other settings for some files, by pattern: select, extend-select, ignore, severity, options, style, "
    "known.",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s<>\"]+$")
_LANGUAGE = re.compile(r"[a-z]+(?:-[a-z]+)*$")
#: What may be said of some files only.
PER_FILE = ("select", "extend-select", "ignore", "severity", "options", "style", "known")
_LISTS = ("extends", "select", "extend-select", "ignore", "exclude", "rules", "known")
#: Where a style that comes with factlint says who publishes each choice.
_SOURCES = "sources"


def read_layers(file: str, named: bool = False) -> tuple[Layer, ...]:
    """The layers of factlint.yml, or of [tool.factlint] in a TOML file; raises ProblemsError.

    Only a file that was named on the command line may lie, or look for rules, outside its project.
    """
    root = None if named else project_of(os.path.dirname(os.path.abspath(file)))
    return _read(file, (), None, root)


def read_config(file: str) -> Settings:
    """The settings of a configuration file for files that it says nothing special of; raises ProblemsError."""
    return stacked(read_layers(file))


def _read(file: str, above: tuple[str, ...], named_at: Problem | None, root: str | None) -> tuple[Layer, ...]:
    """The layers of a file; `above` are those that led to it, `named_at` a problem to tell where it is not there.

    The file, and what it names, must lie below `root`, unless that is None.
    """
    path = shown(os.path.relpath(file)) if os.path.isabs(file) else shown(file)
    if root is not None and leads_out(file, root):
        said = "This configuration is a link out of its project. Name it with --config to have it read."
        raise ProblemsError([Problem(path, 1, 1, said)])
    try:
        raw = read_bounded(file)
    except OSError as error:
        told = named_at or Problem(path, 1, 1, f"This configuration: {reason(error)}.")
        raise ProblemsError([told]) from None
    data, places = _toml(path, raw) if file.endswith(".toml") else _yaml(path, raw)
    checker = _Checker(path, os.path.dirname(os.path.abspath(file)), data, places)
    checker.project = root
    layer = checker.layer()
    here = os.path.realpath(file)
    layers: list[Layer] = []
    for number, name in enumerate(layer.values.get("extends", ())):
        origin = layer.origins["extends", number]
        if name.startswith("factlint:"):
            layers.append(_guide(name, origin))
            continue
        other = os.path.join(layer.base, name)
        if os.path.realpath(other) in (*above, here):
            raise ProblemsError([Problem(*origin, f"“{name}” extends this file, which extends it: a circle.")])
        if root is not None and os.path.exists(other) and leads_out(other, root):
            said = f"“{name}” lies outside this project. Name this file with --config to have it read."
            raise ProblemsError([Problem(*origin, said)])
        gone = Problem(*origin, f"There is no configuration “{name}” here.")
        layers += _read(other, (*above, here), gone, root)
    return (*layers, layer)


def guides() -> dict[str, Any]:
    """The styles that come with factlint: file by name."""
    from factlint.shipped import rules_folder

    folder = rules_folder() / "guides"
    return {file.name.removesuffix(".yml"): file for file in folder.iterdir() if file.name.endswith(".yml")}


def _guide(name: str, origin: Origin) -> Layer:
    found = guides()
    short = name.partition(":")[2]
    if short not in found:
        names = [f"factlint:{guide}" for guide in sorted(found)]
        message = f"There is no style “{name}”.{nearest(name, names)} Styles: {', '.join(names)}."
        raise ProblemsError([Problem(*origin, message)])
    data, places = _yaml(name, found[short].read_bytes())
    data = {key: value for key, value in data.items() if key != _SOURCES}
    return _Checker(name, os.getcwd(), data, places).layer()


def _yaml(path: str, raw: bytes) -> tuple[Any, Any]:
    document = load_document(path, raw)
    return ({} if document.data is None else document.data), document.places


def _toml(path: str, raw: bytes) -> tuple[Any, Any]:
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ProblemsError([Problem(path, 1, 1, f"This is not UTF-8: see byte {error.start:,}.")]) from None
    except tomllib.TOMLDecodeError as error:
        words, _, where = str(error).partition(" (at line ")
        line, column = map(int, re.findall(r"\d+", where)[:2]) if where[:1].isdecimal() else (1, 1)
        raise ProblemsError([Problem(path, line, column, f"This is not TOML: {words}.")]) from None
    except (ValueError, RecursionError) as error:
        said = "it nests too deep" if isinstance(error, RecursionError) else "a value cannot be read"
        raise ProblemsError([Problem(path, 1, 1, f"This is not TOML: {said}.")]) from None
    tool = data.get("tool")
    mine = tool.get("factlint", {}) if isinstance(tool, dict) else {}
    return mine, _TomlPlaces(text, mine)


class _TomlPlaces:
    """Places in a TOML file, looked for when asked: the TOML parser keeps none.

    The place of a key or value is its first appearance as a whole word after the header of its table.
    """

    def __init__(self, text: str, data: Any) -> None:
        self._text = text
        self._data = data

    def get(self, at: Any, default: Any = None) -> Any:
        header = re.search(r"^\s*(?:\[*\s*tool\s*\.\s*)?[\"']?factlint\b", self._text, re.MULTILINE)
        offset = header.start() if header else 0
        value = self._data
        for step in (step for step in at if step != "key"):
            value = value[step] if isinstance(value, (dict, list)) else None
            word = str(value if isinstance(step, int) else step)
            found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self._text[offset:])
            offset += found.start() if found else 0
        line = self._text.count("\n", 0, offset) + 1
        return line, offset - (self._text.rfind("\n", 0, offset) + 1) + 1


class _Checker:
    """Reads the data of one configuration, or of a part for some files, and notes what is wrong with it."""

    def __init__(self, path: str, folder: str, data: Any, places: Any, within: At = ()) -> None:
        self.path = path
        self.folder = folder
        self.data = data
        self.places = places
        self.within = within
        self.keys: tuple[str, ...] = PER_FILE if within else tuple(KEYS)
        self.problems: list[Problem] = []
        self.origins: dict[At, Origin] = {}
        self.changes: list[Word] = []
        #: Where folders of rules must lie, or None for anywhere.
        self.project: str | None = None

    def layer(self) -> Layer:
        """The checked settings; raises ProblemsError with every mistake."""
        layer = self.checked()
        if self.problems:
            raise ProblemsError(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))
        return layer

    def checked(self) -> Layer:
        values: dict[str, Any] = {}
        sections: tuple[Section, ...] = ()
        if not isinstance(self.data, dict):
            what = f"The settings for “{self.within[-1]}” are" if self.within else "A configuration is"
            self.wrong((), f"{what} a mapping of keys to values. Keys: {', '.join(self.keys)}.")
            return Layer(values, self.origins, self.folder)
        for key, value in self.data.items():
            self.origin(("key", key))
            if key not in self.keys:
                owner = "What holds for some files has" if self.within else "A configuration has"
                message = f"{owner} no key “{key}”.{nearest(key, self.keys)} Keys: {', '.join(self.keys)}."
                self.wrong(("key", key), message)
            elif key == "gitignore":
                values[key] = self.truth(key, value)
            elif key == "language":
                values[key] = self.word(key, value)
            elif key == "pages":
                values[key] = self.address(key, value)
            elif key in _LISTS:
                values[key] = self.words(key, value)
            elif value is not None and not isinstance(value, dict):
                self.wrong((key,), f"“{key}” takes a mapping of names to values.")
            elif key == "per-file":
                sections = tuple(self.section(pattern, settings) for pattern, settings in (value or {}).items())
            elif key in ("words", "remove"):
                self.word_lists(key, value or {})
            else:
                values[key] = self.mapping(key, value or {})
        return Layer(values, self.origins, self.folder, tuple(self.changes), sections)

    def wrong(self, at: At, message: str) -> None:
        self.problems.append(Problem(self.path, *self.place(at), message))

    def origin(self, at: At) -> Origin:
        origin = Origin(self.path, *self.place(at))
        self.origins[at] = origin
        return origin

    def place(self, at: At) -> tuple[int, int]:
        """The line and column of a key or value; a word that is no list has that of its key."""
        for steps in (at, at[:-1]):
            found = self.places.get((*self.within, *steps))
            if found is not None:
                return (found[0], found[1])
        return 1, 1

    def truth(self, key: str, value: Any) -> bool:
        self.origin((key,))
        if not isinstance(value, bool):
            self.wrong((key,), f"“{key}” is yes or no.")
        return bool(value)

    def word(self, key: str, value: Any) -> str:
        self.origin((key,))
        if not isinstance(value, str) or not _LANGUAGE.match(value):
            self.wrong((key,), f"“{key}” takes small letters, as in en, nl or pt-br.")
        return str(value)

    def address(self, key: str, value: Any) -> str:
        self.origin((key,))
        if not isinstance(value, str) or not _ADDRESS.match(value):
            self.wrong((key,), f"“{key}” takes the address of a site, as in https://pages.example.org/factlint/.")
        return str(value)

    def words(self, key: str, value: Any) -> list[str]:
        value = [value] if isinstance(value, str) else value
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong((key,), f"“{key}” takes a list of words.")
            return []
        if key == "select" and not value:
            self.wrong((key,), "“select” names no rules; left out, it stands for all but notes.")
        for place, word in enumerate(value):
            self.origin((key, place))
            if not isinstance(word, str):
                self.wrong((key, place), f"“{key}” takes a list of words; “{word}” is none. Put it in quotation marks.")
            elif not word.strip():
                self.wrong((key, place), f"“{key}” takes a list of words; here is an empty one.")
            elif key == "rules" and not os.path.isdir(os.path.join(self.folder, word)):
                self.wrong((key, place), f"There is no folder “{word}” here.")
            elif key == "rules" and self.project and leads_out(os.path.join(self.folder, word), self.project):
                said = f"The folder “{word}” lies outside this project. Name it with --rules to have it read."
                self.wrong((key, place), said)
        return [word for word in value if isinstance(word, str)]

    def mapping(self, key: str, value: dict[str, Any]) -> dict[str, Any]:
        for name, entry in value.items():
            self.origin((key, "key", name))
            self.origin((key, name))
            if key == "severity" and entry not in SEVERITIES:
                hint = nearest(str(entry), SEVERITIES)
                said = "No severity is said here." if entry is None else f"“{entry}” is no severity.{hint}"
                self.wrong((key, name), f"{said} Severities: {', '.join(SEVERITIES)}.")
            elif key == "style" and not isinstance(entry, str):
                self.wrong((key, name), f"The house's choice of “{name}” must be text. Put it in quotation marks.")
            elif key == "options" and not isinstance(entry, dict):
                self.wrong((key, name), f"The options of {name} are a mapping of names to values.")
            elif key == "options":
                for option in entry:
                    self.origin((key, name, "key", option))
                    self.origin((key, name, option))
        return value

    def word_lists(self, key: str, lists: dict[str, Any]) -> None:
        """Notes the changes of word lists; whether there are such lists is told when they are loaded."""
        for name, entries in lists.items():
            there = self.origin((key, "key", name))
            labels = entries.items() if isinstance(entries, dict) else [(None, entries)]
            for label, value in labels:
                at = (key, name) if label is None else (key, name, label)
                rows = value if isinstance(value, list) else [value]
                for place, entry in enumerate(rows):
                    here = (*at, place) if isinstance(value, list) else at
                    if isinstance(entry, (list, dict)) or entry is None or entry == "":
                        self.wrong(here, f"“{name}” takes a list of words, or labels with lists of words.")
                        continue
                    self.changes.append(Word(name, entry, label, key == "words", there, self.origin(here)))

    def section(self, pattern: str, settings: Any) -> Section:
        """What holds for the files that fit a pattern."""
        part = _Checker(self.path, self.folder, settings, self.places, ("per-file", pattern))
        layer = part.checked()
        self.problems += part.problems
        return Section(Pattern(self.folder, pattern), layer)
