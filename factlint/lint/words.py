"""A lexicon file → its lists, or every mistake in it with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factlint.lint.conditions import type_name
from factlint.lint.wordlists import NAMES, ShapeError, added, entries_of
from factlint.nearest import nearest
from factlint.yamlfile import Document, Problem, ProblemsError, load_document

#: The key that says whether lists of the same name are replaced instead of added to.
_REPLACE = "replace"


def load_lists(path: str, raw: bytes, taken: dict[str, str], there: Mapping[str, Any] = {}) -> dict[str, Any]:
    """The lists of a file by name; raises ProblemsError with everything that is wrong with them.

    `taken` has the lists of the folder's other files, with the file of each, and gets those of this one. `there` has
    the lists of earlier folders: the file's add to them, unless it says `replace: yes` or names those it replaces.
    """
    document = load_document(path, raw)
    data = document.data
    replaced = data.pop(_REPLACE, None) if isinstance(data, dict) else None
    problems = list(_problems(path, document, taken))
    problems += _wrong_replace(path, document, replaced)
    lists: dict[str, Any] = {}
    if not problems:
        for name, value in data.items():
            anew = replaced is True or (isinstance(replaced, list) and name in replaced)
            try:
                own, value, anew = _by_its_own_name(name, value, anew, there)
                old = lists.get(own, there[own]) if own in there else None
                lists[own] = value if old is None or anew else added(own, old, value)
            except ShapeError as error:
                problems.append(Problem(path, *document.places[(name,)], str(error)))
    if problems:
        raise ProblemsError(problems)
    taken.update(dict.fromkeys(lists, path))
    return lists


def _by_its_own_name(name: str, value: Any, anew: bool, there: Mapping[str, Any]) -> tuple[str, Any, bool]:
    """A list under its own name, where it is given one that stands for a label of another; raises ShapeError."""
    names = there[NAMES] if NAMES in there and name not in there else {}
    if name not in names:
        return name, value, anew
    if isinstance(value, dict):
        raise ShapeError(f"The list “{name}” has no labels; give it a list of words.")
    own, _, label = names[name].partition(" ")
    if not label:
        return own, value, anew
    # The other labels stay, also where this one's words are replaced.
    return (own, {**there[own], label: entries_of(value)}, True) if anew else (own, {label: entries_of(value)}, False)


def _wrong_replace(path: str, document: Document, replaced: Any) -> list[Problem]:
    place = document.places.get((_REPLACE,), (1, 1))
    if replaced is None or isinstance(replaced, bool):
        return []
    if not isinstance(replaced, list):
        return [Problem(path, *place, "“replace” is yes, no, or names of lists of this file.")]
    return [
        Problem(path, *place, f"“replace” names “{name}”, which this file has not.{nearest(str(name), document.data)}")
        for name in replaced
        if name not in document.data
    ]


def _problems(path: str, document: Document, taken: dict[str, str]) -> list[Problem]:
    def problem(at: tuple[Any, ...], message: str) -> Problem:
        return Problem(path, *document.places.get(at, (1, 1)), message)

    if not isinstance(document.data, dict):
        what = {list: "a list", type(None): "empty"}.get(type(document.data), "a single value")
        return [problem((), f"A lexicon file is a mapping of list names to lists; this file is {what}.")]
    found = []
    for name, value in document.data.items():
        if name in taken:
            found.append(problem(("key", name), f"The list “{name}” stands in {taken[name]} already."))
        if not isinstance(value, (list, dict, str)) or not value:
            what = "an empty one" if value in ([], {}, "") else type_name(value)
            found.append(problem((name,), f"The list “{name}” must be a list, a block of words or labels, not {what}."))
        elif isinstance(value, list):
            found += [problem(at, message) for at, message in _in_list(value, (name,))]
        elif isinstance(value, dict):
            found += [
                problem(at, message)
                for label, entries in value.items()
                for at, message in _in_label(entries, (name, label))
            ]
    return found


def _in_list(entries: list[Any], at: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], str]]:
    return [
        ((*at, place), f"An entry is a word or a phrase, not {type_name(entry)}.")
        for place, entry in enumerate(entries)
        if isinstance(entry, (list, dict)) or entry is None or entry == ""
    ]


def _in_label(entries: Any, at: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], str]]:
    if isinstance(entries, list):
        return _in_list(entries, at)
    if isinstance(entries, dict) or entries is None:
        return [(at, f"A label has a list of entries or one value, not {type_name(entries)}.")]
    return []
