"""Where findings are kept between runs: data, in a folder of one's own. Losing any of it costs time, nothing else."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress

#: A file that is larger was not written here.
_LARGEST = 64_000_000  # bytes
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_LONGEST_UNUSED = 30 * 86_400  # seconds


def cache_folder(projects: Iterable[str]) -> str | None:
    """FACTLINT_CACHE_DIR, or the system's place for caches; None where there is no folder of one's own.

    What is kept below a project that is checked could come with the project, so nothing is kept there.
    """
    named = os.environ.get("FACTLINT_CACHE_DIR") or _usual_folder()
    if not os.path.isabs(named):
        return None
    folder = os.path.realpath(named)
    for project in projects:
        inside = os.path.realpath(project)
        if folder == inside or folder.startswith(inside.rstrip(os.sep) + os.sep):
            return None
    return folder


def _usual_folder() -> str:
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    elif sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", os.path.join(home, "AppData", "Local"))
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "factlint")


def is_ours(folder: str) -> bool:
    """Whether a folder is there, belongs to the user, and nobody else may write to it."""
    try:
        status = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and _is_safe(status)


def read_ours(path: str) -> bytes | None:
    """A file's bytes; None where it is not there, is no file of the user's alone, or lies in no such folder."""
    if not is_ours(os.path.dirname(path)):
        return None
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or not _is_safe(status) or status.st_size > _LARGEST:
            return None
        try:
            return file.read()
        except OSError:
            return None


def write_ours(path: str, raw: bytes) -> None:
    """Puts a file in a folder of one's own, which is made where it is missing, and drops what nobody used for long."""
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return
    if is_ours(folder):
        write_whole(path, raw)
        _prune(folder)


def write_whole(path: str, raw: bytes) -> None:
    """Puts a file there whole or, where that is not allowed, not at all."""
    part = f"{path}.{os.urandom(8).hex()}"
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        os.replace(part, path)
    except OSError:
        _remove(part)
    except BaseException:
        _remove(part)
        raise


def put_whole(path: str, raw: bytes) -> None:
    """Puts a file there whole or leaves what is there as it is, with its permissions; raises OSError."""
    put_pieces(path, (raw,))


def put_pieces(path: str, pieces: Iterable[bytes]) -> None:
    """The same with what comes piece by piece, of which nothing is held."""
    path = os.path.realpath(path)
    part = f"{path}.{os.urandom(8).hex()}"
    try:
        with open(part, "xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            os.chmod(part, os.stat(path).st_mode & 0o7777)
        os.replace(part, path)
    except BaseException:
        _remove(part)
        raise


def _is_safe(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _prune(folder: str) -> None:
    """Removes the files of factlint that were not written for a month: of settings and versions no longer in use."""
    oldest = time.time() - _LONGEST_UNUSED
    try:
        with os.scandir(folder) as entries:
            old = [e.path for e in entries if e.name.startswith("findings-") and e.stat().st_mtime < oldest]
    except OSError:
        return
    for path in old:
        _remove(path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
