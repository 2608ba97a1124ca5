"""The state of files: what they hold, told by size and times where that is enough, else by content."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from factlint.digest import blake2b
from factlint.read.inside import read_bounded

#: How deep a folder of rules or code may nest.
_DEEPEST = 20

Stamp = tuple[int, int, int]


def files_below(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The files below a folder, by suffix, in order of path; folders behind links are left out. Raises OSError."""
    folders = [(folder, 0)]
    while folders:
        here, depth = folders.pop()
        with os.scandir(here) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if depth < _DEEPEST:
                    folders.append((entry.path, depth + 1))
            elif entry.name.endswith(suffixes):
                yield entry.path


def stamp_of(paths: Iterable[str]) -> str:
    """A digest of sizes and times of change: where it is the same, the files are. Raises OSError."""
    digest = blake2b(digest_size=16)
    for path in paths:
        status = os.stat(path)
        # The time of change is also another where a file is put back with the time that it had.
        digest.update(
            f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\n".encode("utf-8", "replace")
        )
    return digest.hexdigest()


def content_of(paths: Iterable[str], base: str = "") -> str:
    """A digest of names, from `base` on, and bytes: the same on another machine. Raises OSError."""
    digest = blake2b(digest_size=16)
    inside = os.path.join(base, "")
    for path in paths:
        raw = read_bounded(path)
        # Most lie below the base; to ask the system's way for each takes as long as to read it.
        below = path.startswith(inside)
        name = path[len(inside) :] if below else os.path.relpath(path, base) if base else path
        digest.update(f"{name}\0{len(raw)}\n".encode("utf-8", "replace") + raw)
    return digest.hexdigest()
