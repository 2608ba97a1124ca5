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


class Found(NamedTuple):
    """What paths stand for.

    files: in order of path.
    troubles: the paths that stand for nothing.
    left_out: files and folders that were met and are not checked, each with the reason.
    """

    files: list[File]
    troubles: list[Trouble]
    left_out: list[Trouble]


#: Asked of a file or folder, with whether it is a folder; gives the reason to leave it out, or None.
Excluded = Callable[[str, bool], str | None]


def find_files(
    paths: Iterable[str], excluded: Excluded = lambda place, folder: None, force: Excluded = lambda place, folder: None
) -> Found:
    """The files that paths stand for.

    A folder stands for the articles in it, told by suffix; `excluded` is asked about what is found there, never about
    a file that is named itself. About that `force` is.
    """
    search = _Search(excluded, force)
    for path in paths:
        search.add(path)
    return Found(sorted(search.files.values()), search.troubles, sorted(search.left_out))


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
    def __init__(self, excluded: Excluded, force: Excluded) -> None:
        self.files: dict[str, File] = {}
        self.troubles: list[Trouble] = []
        self.left_out: list[Trouble] = []
        self._excluded = excluded
        self._force = force

    def add(self, path: str) -> None:
        if os.path.isdir(path):
            before = len(self.files)
            seen = self._folder(path)
            if not seen and len(self.files) == before:
                kinds = ", ".join(SUFFIXES)
                self.troubles.append(Trouble(shown(path), f"there are no articles in this folder (files in {kinds})."))
        elif os.path.exists(path):
            if not self._leave_out(path, self._force(path, False)):
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
            place = entry.path if folder != "." else entry.name
            if entry.name.startswith("."):
                self._leave_out(place, "hidden")
            elif entry.is_dir(follow_symlinks=False):
                if not self._leave_out(place, self._skipped(place, entry.name)):
                    seen += self._folder(place)
            elif os.path.splitext(entry.name)[1].lower() not in SUFFIXES:
                self._leave_out(place, "no article by its suffix")
            elif not self._leave_out(place, self._excluded(place, False)):
                seen += 1
                if entry.is_file():
                    self._take(place)
                elif entry.is_symlink() and not os.path.exists(place):
                    self.troubles.append(Trouble(shown(place), "it is a link to a file that is not there."))
        return seen

    def _leave_out(self, place: str, why: str | None) -> bool:
        """Notes that a path is not checked, where there is a reason."""
        if why:
            self.left_out.append(Trouble(shown(place), why))
        return bool(why)

    def _skipped(self, place: str, name: str) -> str | None:
        if name in SKIPPED:
            return "other people's files"
        if os.path.exists(os.path.join(place, "pyvenv.cfg")):
            return "a virtual environment"
        return self._excluded(place, True)
