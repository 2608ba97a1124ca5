"""A configuration file → Settings, or every mistake in it with its place."""

from __future__ import annotations

import os
import re
from typing import Any

from factlint.config import Origin, Places, Settings
from factlint.lint.rule import SEVERITIES
from factlint.lint.vocabulary import nearest
from factlint.lint.yamlfile import Problem, ProblemsError, load_document
from factlint.read.files import reason, shown

#: The keys of a configuration, and what each is for.
KEYS = {
    "select": "The rules to run: codes, beginnings of codes, names, or ALL. Without it: all but notes.",
    "ignore": "Rules not to run. Where select and ignore both fit a rule, the longer one decides.",
    "severity": "Severities by code or name of a rule. A note that is raised is run.",
    "options": "Thresholds by code or name of their rule.",
    "exclude": "Files and folders that are no articles: names, or paths from here, with * for any characters.",
    "rules": "Folders of more rules and word lists, from here.",
    "known": "People whom every reader knows by surname.",
    "style": "The house's choices between ways of writing: percent: per cent. Every other form is flagged.",
}
_LISTS = ("select", "ignore", "exclude", "rules", "known")


def read_config(file: str) -> Settings:
    """The settings in factlint.yml, or under [tool.factlint] in a TOML file; raises ProblemsError."""
    path = shown(os.path.relpath(file)) if os.path.isabs(file) else shown(file)
    try:
        with open(file, "rb") as stream:
            raw = stream.read()
    except OSError as error:
        raise ProblemsError([Problem(path, 1, 1, f"This configuration: {reason(error)}.")]) from None
    data, places = _toml(path, raw) if file.endswith(".toml") else _yaml(path, raw)
    return _Checker(path, os.path.dirname(os.path.abspath(file)), data, places).settings()


def _yaml(path: str, raw: bytes) -> tuple[Any, Places]:
    document = load_document(path, raw)
    return ({} if document.data is None else document.data), document.places


def _toml(path: str, raw: bytes) -> tuple[Any, Places]:
    import tomllib

    try:
        text = raw.decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise ProblemsError([Problem(path, 1, 1, f"This is not UTF-8: see byte {error.start:,}.")]) from None
    except tomllib.TOMLDecodeError as error:
        words, _, where = str(error).partition(" (at line ")
        line, column = map(int, re.findall(r"\d+", where)[:2]) if where[:1].isdigit() else (1, 1)
        raise ProblemsError([Problem(path, line, column, f"This is not TOML: {words}.")]) from None
    tool = data.get("tool")
    mine = tool.get("factlint", {}) if isinstance(tool, dict) else {}
    return mine, _TomlPlaces(text, mine)


class _TomlPlaces(dict[tuple[Any, ...], tuple[int, int]]):
    """Places in a TOML file, looked for when asked: the TOML parser keeps none.

    The place of a key or value is its first appearance as a whole word after the header of its table.
    """

    def __init__(self, text: str, data: Any) -> None:
        super().__init__()
        self._text = text
        self._data = data

    def get(self, at: Any, default: Any = None) -> Any:
        header = re.search(r"^\s*\[+\s*tool\s*\.\s*factlint\b", self._text, re.MULTILINE)
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
    """Reads the data of one configuration and notes what is wrong with it."""

    def __init__(self, path: str, folder: str, data: Any, places: Places) -> None:
        self.path = path
        self.folder = folder
        self.data = data
        self.places = places
        self.problems: list[Problem] = []

    def settings(self) -> Settings:
        if not isinstance(self.data, dict):
            self.wrong((), f"A configuration is a mapping of keys to values. Keys: {', '.join(KEYS)}.")
            raise ProblemsError(self.problems)
        for key in self.data:
            if key not in KEYS:
                message = f"A configuration has no key “{key}”.{nearest(key, KEYS)} Keys: {', '.join(KEYS)}."
                self.wrong(("key", key), message)
        lists = {key: self.words(key) for key in _LISTS}
        severity, style = self.mapping("severity"), self.mapping("style")
        self.check_severities(severity)
        for topic, form in style.items():
            if not isinstance(form, str):
                self.wrong(
                    ("style", topic), f"The house's choice of “{topic}” must be text. Put it in quotation marks."
                )
        options = self.mapping("options")
        for rule, values in options.items():
            if not isinstance(values, dict):
                self.wrong(("options", rule), f"The options of {rule} are a mapping of names to values.")
        folders = tuple(self.folder_of(place, name) for place, name in enumerate(lists["rules"]))
        if self.problems:
            raise ProblemsError(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))
        return Settings(
            select=lists["select"],
            ignore=lists["ignore"],
            severity=severity,
            options=options,
            exclude=lists["exclude"],
            folders=folders,
            known=frozenset(name.lower() for name in lists["known"]),
            style=style,
            base=self.folder,
            origin=Origin(self.path, self.places),
        )

    def wrong(self, at: tuple[Any, ...], message: str) -> None:
        line, column = self.places.get(at, (1, 1))
        self.problems.append(Problem(self.path, line, column, message))

    def words(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key)
        value = [value] if isinstance(value, str) else value
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong((key,), f"“{key}” takes a list of words.")
            return ()
        for place, word in enumerate(value):
            if not isinstance(word, str):
                self.wrong((key, place), f"“{key}” takes a list of words; “{word}” is none. Put it in quotation marks.")
        return tuple(word for word in value if isinstance(word, str))

    def mapping(self, key: str) -> dict[str, Any]:
        value = self.data.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong((key,), f"“{key}” takes a mapping of names to values.")
            return {}
        return value

    def check_severities(self, severities: dict[str, Any]) -> None:
        for rule, severity in severities.items():
            if severity not in SEVERITIES:
                hint = nearest(str(severity), SEVERITIES)
                message = f"“{severity}” is no severity.{hint} Severities: {', '.join(SEVERITIES)}."
                self.wrong(("severity", rule), message)

    def folder_of(self, place: int, name: str) -> str:
        folder = os.path.join(self.folder, name)
        if not os.path.isdir(folder):
            self.wrong(("rules", place), f"There is no folder “{name}” here.")
        return folder
