"""What git leaves alone: the .gitignore files of a repository, read as git reads them, without asking git."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from factlint.record import NamedTuple

_FILE = ".gitignore"
_EXCLUDE = os.path.join(".git", "info", "exclude")


class _Line(NamedTuple):
    """One pattern.

    matches: of the path from the folder of its file, with forward slashes.
    ignores: no for a pattern with an exclamation mark.
    folders: whether it is about folders only.
    where: file and line, for messages.
    """

    matches: re.Pattern[str]
    ignores: bool
    folders: bool
    where: str


class Ignored:
    """Says of paths whether git ignores them; each .gitignore is read once."""

    def __init__(self) -> None:
        self._why = lru_cache(maxsize=None)(self._decide)
        self._root = lru_cache(maxsize=None)(_root)
        self._lines = lru_cache(maxsize=None)(_lines)

    def why(self, place: str, folder: bool) -> str | None:
        """The file and line that make git ignore a file or folder, or one that it lies in; None where nothing does."""
        return self._why(os.path.abspath(place), folder)

    def _decide(self, place: str, folder: bool) -> str | None:
        above = os.path.dirname(place)
        root = self._root(above)
        if root is None or place == root:
            return None
        if above != root and (why := self._why(above, True)):
            return why
        # A file further down has the last word, and in each file the line further down.
        steps = [*self._between(root, above)]
        for base, name in reversed([(root, _EXCLUDE), *((step, _FILE) for step in steps)]):
            within = os.path.relpath(place, base).replace(os.sep, "/")
            for line in reversed(self._lines(base, name)):
                if (folder or not line.folders) and line.matches.fullmatch(within):
                    return line.where if line.ignores else None
        return None

    def _between(self, root: str, folder: str) -> list[str]:
        steps = [folder]
        while steps[-1] != root:
            steps.append(os.path.dirname(steps[-1]))
        return steps[::-1]


def _root(folder: str) -> str | None:
    """The top of the repository that a folder lies in."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _lines(base: str, name: str) -> tuple[_Line, ...]:
    path = os.path.join(base, name)
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            rows = file.read().split("\n")
    except OSError:
        return ()
    shown = os.path.relpath(path).replace(os.sep, "/")
    found = (_line(row, f"{shown}:{number}") for number, row in enumerate(rows, 1))
    return tuple(line for line in found if line)


def _line(row: str, where: str) -> _Line | None:
    text = re.sub(r"(?<!\\)[ \t]+$", "", row.rstrip("\r"))
    if not text or text.startswith("#"):
        return None
    ignores = not text.startswith("!")
    text = text if ignores else text[1:]
    folders = text.endswith("/")
    text = text.rstrip("/") if folders else text
    if not text:
        return None
    anywhere = "/" not in text
    try:
        pattern = re.compile(("(?:.*/)?" if anywhere else "") + _regex(text.removeprefix("/")), re.DOTALL)
    except re.error:
        return None
    return _Line(pattern, ignores, folders, where)


_PIECE = re.compile(
    r"""(?xs)
    (?P<deep>(?<![^/])\*\*/) | (?P<rest>/\*\*$) | (?P<stars>\*+) | (?P<one>\?)
    | (?P<set>\[[!^]?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]) | \\(?P<escaped>.) | (?P<plain>.)"""
)
_KNOWN = {"deep": "(?:.*/)?", "rest": "/.+", "stars": "[^/]*", "one": "[^/]"}
_CLASSES = {"[:alpha:]": "a-zA-Z", "[:digit:]": "0-9", "[:alnum:]": "a-zA-Z0-9", "[:space:]": r"\s"}


def _regex(pattern: str) -> str:
    """A pattern of git's as a regular expression."""
    pieces = []
    for match in _PIECE.finditer(pattern):
        kind = match.lastgroup or ""
        text = match.group(kind)
        pieces.append(_set(text) if kind == "set" else _KNOWN.get(kind) or re.escape(text))
    return "".join(pieces)


def _set(text: str) -> str:
    """A set of characters, which never has the slash."""
    inner = text[1:-1]
    negated = inner[:1] in ("!", "^")
    inner = inner[1:] if negated else inner
    for name, characters in _CLASSES.items():
        inner = inner.replace(name, characters)
    inner = inner.replace("[", "\\[").replace("]", "\\]")
    return f"(?!/)[{'^' if negated else ''}{inner}]"
