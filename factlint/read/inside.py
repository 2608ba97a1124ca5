"""What may be read: files of a size, and none that a link puts outside the folder or project it was found in."""

from __future__ import annotations

import os
import stat

#: No rule, word list or configuration is as large, in bytes.
LARGEST = 4_000_000
_PIECE = 1_024  # bytes that are asked for at least
#: What the topmost folder of a project holds.
_MARKS = (".git", ".hg", ".svn")


class TooLargeError(OSError):
    """A file that is no rule or configuration, by its size or kind."""


def leads_out(place: str, folder: str) -> bool:
    """Whether a file or folder lies, links followed, outside a folder."""
    inside = os.path.realpath(folder).rstrip(os.sep)
    real = os.path.realpath(place)
    return real != inside and not real.startswith(inside + os.sep)


def project_of(folder: str) -> str:
    """The project that a folder belongs to: the nearest one above it under version control, else itself."""
    real = os.path.realpath(folder)
    here = real
    while True:
        if any(os.path.exists(os.path.join(here, mark)) for mark in _MARKS):
            return here
        above = os.path.dirname(here)
        if above == here:
            return real
        here = above


def read_bounded(place: str, largest: int = LARGEST) -> bytes:
    """The bytes of a file; raises OSError, also where it is no regular file or too large."""
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise TooLargeError("It is no file but a device, a pipe or a folder")
        if status.st_size > largest:
            raise TooLargeError(f"It is larger than {largest:,} bytes")
        # Straight from the system: a stream makes room for as much as may be read, for each of a thousand files.
        pieces, left = [], largest + 1
        while left and (piece := os.read(handle, min(left, max(status.st_size, _PIECE)))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)
