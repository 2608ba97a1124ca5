"""Paths → the files to read: folders searched for articles, each file once, in order of path."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable

from factlint.read import SUFFIXES
from factlint.record import NamedTuple
from factlint.visible import visible

#: Folders that hold other people's text; hidden ones are left out as well.
SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "env", "site-packages"})
#: What the pages say near their beginning that factlint writes beside articles, and reads as none.
OUR_MARK = '<meta name="generator" content="factlint">'
_PAGES = (".html", ".htm")
_NEAR = 200  # bytes
#: How deep folders are searched, and how much of a path is shown where they lie deeper.
_DEEPEST = 100
_LONGEST = 80


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
    """A path as it is printed: forward slashes, no `./` in front, bytes that are no text and controls written out."""
    path = os.fsencode(place).decode("utf-8", "replace").replace(os.sep, "/")
    while path.startswith("./") and len(path) > 2:
        path = path[2:].lstrip("/")
    return visible(path)


def reason(error: OSError | ValueError, done: str = "read") -> str:
    """Why the operating system refused, as the end of a sentence about a path that could not be read, or written."""
    if isinstance(error, ValueError):
        return "it is no path"
    if error.errno == errno.ELOOP:
        return "it is a link that leads to itself"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return f"it cannot be {done}: permission denied"
    return f"it cannot be {done}: {(error.strerror or str(error)).lower()}"


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """Whether a file is a page that factlint wrote, whatever it is called."""
    try:
        if not entry.name.lower().endswith(_PAGES) or not entry.is_file(follow_symlinks=False):
            return False
        with open(entry.path, "rb") as page:
            return OUR_MARK.encode() in page.read(_NEAR)
    except OSError:  # it is told when the article is read
        return False


class _Search:
    def __init__(self, excluded: Excluded, force: Excluded) -> None:
        self.files: dict[str, File] = {}
        self.troubles: list[Trouble] = []
        self.left_out: list[Trouble] = []
        self._excluded = excluded
        self._force = force

    def add(self, path: str) -> None:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            self.troubles.append(Trouble(shown(path), self._missing(path, error) + "."))
            return
        if stat.S_ISDIR(mode):
            before = len(self.files)
            seen = self._below(path)
            if not seen and len(self.files) == before:
                kinds = ", ".join(SUFFIXES)
                self.troubles.append(Trouble(shown(path), f"there are no articles in this folder (files in {kinds})."))
        elif not self._leave_out(path, self._force(path, False)):
            self._take(path)

    def _missing(self, path: str, error: OSError | ValueError) -> str:
        if isinstance(error, FileNotFoundError) and os.path.islink(path):
            return "it is a link to a file that is not there"
        return reason(error)

    def _take(self, place: str) -> None:
        self.files.setdefault(os.path.realpath(place), File(shown(place), place))

    def _below(self, folder: str) -> int:
        """Takes the articles below a folder; how many there are, or could be behind a refusal."""
        seen = 0
        inside = os.path.realpath(folder)
        folders = [(folder, 0)]
        while folders:
            here, depth = folders.pop()
            if depth > _DEEPEST:
                self.troubles.append(Trouble(shown(here)[:_LONGEST] + "…", "it lies too deep to be searched."))
                seen += 1
                continue
            try:
                with os.scandir(here) as scan:
                    entries = sorted(scan, key=lambda entry: entry.name)
            except OSError as error:
                self.troubles.append(Trouble(shown(here), reason(error) + "."))
                seen += 1
                continue
            for entry in entries:
                place = entry.path if here != "." else entry.name
                if entry.name.startswith("."):
                    self._leave_out(place, "hidden")
                elif entry.is_dir(follow_symlinks=False):
                    if not self._leave_out(place, self._skipped(place, entry.name)):
                        folders.append((place, depth + 1))
                elif os.path.splitext(entry.name)[1].lower() not in SUFFIXES:
                    self._leave_out(place, "no article by its suffix")
                elif _is_ours(entry):
                    self._leave_out(place, "a page that factlint wrote")
                elif not self._leave_out(place, self._excluded(place, False)):
                    seen += 1
                    self._found(entry, place, inside)
        return seen

    def _leave_out(self, place: str, why: str | None) -> bool:
        """Notes that a path is not checked, where there is a reason."""
        if why:
            self.left_out.append(Trouble(shown(place), why))
        return bool(why)

    def _found(self, entry: os.DirEntry[str], place: str, inside: str) -> None:
        """Takes what is called like an article, if it is a file; one behind a link must lie in the folder as well."""
        try:
            is_file, is_link = entry.is_file(), entry.is_symlink()
        except OSError as error:  # a link that leads to itself
            self.troubles.append(Trouble(shown(place), reason(error) + "."))
            return
        if is_link and is_file and not os.path.realpath(place).startswith(inside.rstrip(os.sep) + os.sep):
            said = "it is a link out of the folder; name the file itself to have it checked."
            self.troubles.append(Trouble(shown(place), said))
        elif is_file:
            self._take(place)
        elif is_link and not os.path.exists(place):
            self.troubles.append(Trouble(shown(place), "it is a link to a file that is not there."))

    def _skipped(self, place: str, name: str) -> str | None:
        if name in SKIPPED:
            return "other people's files"
        if os.path.exists(os.path.join(place, "pyvenv.cfg")):
            return "a virtual environment"
        return self._excluded(place, True)
