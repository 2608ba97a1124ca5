"""Paths → the files to read: folders searched for articles, each file once, in order of path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from factlint.read import SUFFIXES

#: Folders that hold other people's text; hidden ones are left out as well.
SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "env", "site-packages"})


class Trouble(NamedTuple):
    """A path that could not be checked.

    path: as shown.
    message: one sentence without the path.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class File(NamedTuple):
    """A file to read.

    path: as shown, with forward slashes; files are ordered by it.
    place: as the operating system is asked for it.
    """

    path: str
    place: str


def find_files(
    paths: Iterable[str], excluded: Callable[[str], bool] = lambda place: False
) -> tuple[list[File], list[Trouble]]:
    """The files that paths stand for, and the paths that stand for none.

    A folder stands for the articles in it, told by suffix; `excluded` is asked about what is found there, never about
    a file that is named itself.
    """
    search = _Search(excluded)
    for path in paths:
        search.add(path)
    return sorted(search.files.values()), search.troubles


def shown(place: str) -> str:
    """A path as it is printed: forward slashes, no `./` in front, bytes that are no text replaced."""
    path = os.fsencode(place).decode("utf-8", "replace").replace(os.sep, "/")
    while path.startswith("./") and len(path) > 2:
        path = path[2:].lstrip("/")
    return path


def reason(error: OSError) -> str:
    """Why the operating system refused, as the end of a sentence about a path."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it cannot be read: permission denied"
    return f"it cannot be read: {(error.strerror or str(error)).lower()}"


class _Search:
    def __init__(self, excluded: Callable[[str], bool]) -> None:
        self.files: dict[str, File] = {}
        self.troubles: list[Trouble] = []
        self._excluded = excluded

    def add(self, path: str) -> None:
        if os.path.isdir(path):
            before = len(self.files)
            seen = self._folder(path)
            if not seen and len(self.files) == before:
                kinds = ", ".join(SUFFIXES)
                self.troubles.append(Trouble(shown(path), f"there are no articles in this folder (files in {kinds})."))
        elif os.path.exists(path):
            self._take(path)
        elif os.path.islink(path):
            self.troubles.append(Trouble(shown(path), "it is a link to a file that is not there."))
        else:
            self.troubles.append(Trouble(shown(path), "there is no such file or folder."))

    def _take(self, place: str) -> None:
        self.files.setdefault(os.path.realpath(place), File(shown(place), place))

    def _folder(self, folder: str) -> int:
        """Takes the articles below a folder; how many there are, or could be behind a refusal."""
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.troubles.append(Trouble(shown(folder), reason(error) + "."))
            return 1
        seen = 0
        for entry in entries:
            if entry.name.startswith("."):
                continue
            place = entry.path if folder != "." else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not self._skipped(place, entry.name):
                    seen += self._folder(place)
            elif os.path.splitext(entry.name)[1].lower() in SUFFIXES and not self._excluded(place):
                seen += 1
                if entry.is_file():
                    self._take(place)
                elif entry.is_symlink() and not os.path.exists(place):
                    self.troubles.append(Trouble(shown(place), "it is a link to a file that is not there."))
        return seen

    def _skipped(self, place: str, name: str) -> bool:
        return name in SKIPPED or os.path.exists(os.path.join(place, "pyvenv.cfg")) or self._excluded(place)
