"""Layers of configuration, laid one over the other: a style that comes with factlint, a file, what is said of some
files only, the command line → Settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from factlint.config.settings import At, Choice, Origin, Pattern, Settings, Word
from factlint.record import NamedTuple

#: The keys whose lists grow from layer to layer.
_GROWING = ("extend-select", "ignore", "exclude", "rules", "known")
_LISTS = ("select", *_GROWING)
#: The keys whose mappings do, name by name.
_MERGED = ("severity", "style", "options")


class Layer(NamedTuple):
    """The settings of one source, checked, by key of the configuration.

    values: as the file has them, lists always as lists.
    origins: where each key, entry and value stands.
    base: the folder that paths are relative to, absolute.
    words: changes of word lists.
    per_file: what holds for some files only.
    is_file: whether it is a configuration file, or a part of one.
    """

    values: dict[str, Any]
    origins: dict[At, Origin]
    base: str
    words: tuple[Word, ...] = ()
    per_file: tuple[Section, ...] = ()
    is_file: bool = True


class Section(NamedTuple):
    """Settings for the files that fit a pattern."""

    pattern: Pattern
    layer: Layer


def layer_of(choice: Choice) -> Layer:
    """What the command line says."""
    values: dict[str, Any] = {}
    origins: dict[At, Origin] = {}
    options = {
        "select": choice.select, "extend-select": choice.extend, "ignore": choice.ignore, "exclude": choice.exclude,
        "rules": choice.rules,
    }  # fmt: skip
    for key, entries in options.items():
        if entries:
            values[key] = list(entries)
            origins.update({(key, number): Origin("--" + key) for number in range(len(entries))})
    return Layer(values, origins, os.getcwd(), is_file=False)


def stacked(layers: Iterable[Layer]) -> Settings:
    """All layers as one, the later over the earlier; a layer that selects forgets what those before it selected."""
    stack = _Stack()
    for layer in layers:
        stack.add(layer)
    return stack.settings()


class _Stack:
    def __init__(self) -> None:
        self.lists: dict[str, list[Any]] = {key: [] for key in _LISTS}
        self.mappings: dict[str, dict[str, Any]] = {key: {} for key in _MERGED}
        self.words: tuple[Word, ...] = ()
        self.gitignore = True
        self.language = Settings().language
        self.pages = ""
        self.base = ""
        self.origins: dict[At, Origin] = {}
        self.parts: tuple[Settings, ...] = ()

    def add(self, layer: Layer) -> None:
        values = layer.values
        if "select" in values:
            self.lists["select"], self.lists["extend-select"] = [], []
        for key in _LISTS:
            for number, entry in enumerate(values.get(key, ())):
                if (key, number) in layer.origins:
                    self.origins[key, len(self.lists[key])] = layer.origins[key, number]
                    if key == "known":
                        self.origins[key, entry.lower()] = layer.origins[key, number]
                self.lists[key].append(_placed(key, entry, layer.base))
        for key in _MERGED:
            for name, value in values.get(key, {}).items():
                mapping = self.mappings[key]
                mapping[name] = {**mapping.get(name, {}), **value} if key == "options" else value
        self.origins.update({at: origin for at, origin in layer.origins.items() if at[0] not in _LISTS})
        self.words += layer.words
        self.parts += tuple(stacked((section.layer,)) for section in layer.per_file)
        self.language = values.get("language", self.language)
        self.pages = values.get("pages", self.pages)
        self.gitignore = values.get("gitignore", self.gitignore)
        self.base = layer.base if layer.is_file else self.base

    def settings(self) -> Settings:
        lists = self.lists
        return Settings(
            select=tuple(lists["select"]),
            extend=tuple(lists["extend-select"]),
            ignore=tuple(lists["ignore"]),
            severity=self.mappings["severity"],
            options=self.mappings["options"],
            exclude=tuple(lists["exclude"]),
            folders=tuple(lists["rules"]),
            known=frozenset(name.lower() for name in lists["known"]),
            style=self.mappings["style"],
            words=self.words,
            gitignore=self.gitignore,
            language=self.language,
            pages=self.pages,
            base=self.base,
            origins=self.origins,
            parts=self.parts,
        )


def _placed(key: str, entry: str, base: str) -> Any:
    """An entry with the folder that it is relative to, where it is a path."""
    if key == "exclude":
        return Pattern(base, entry)
    if key == "rules":
        return entry if base == os.getcwd() else os.path.join(base, entry)
    return entry
