"""Where things are kept between runs. Losing any of it costs time, nothing else."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def cache_folder() -> str:
    """FACTLINT_CACHE_DIR, or the system's place for caches."""
    if named := os.environ.get("FACTLINT_CACHE_DIR"):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    elif sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", os.path.join(home, "AppData", "Local"))
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "factlint")


def put(path: str, raw: bytes) -> None:
    """Puts a file there whole or, where that is not allowed, not at all."""
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(raw)
        os.replace(part, path)
    except OSError:
        pass


def put_whole(path: str, raw: bytes) -> None:
    """Puts a file there whole or leaves what is there as it is, with its permissions; raises OSError."""
    path = os.path.realpath(path)
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            os.chmod(part, os.stat(path).st_mode & 0o7777)
        os.replace(part, path)
    except OSError:
        if os.path.exists(part):
            os.unlink(part)
        raise


class Shelf:
    """Plain values that take time to make, kept between runs by name; each is unpacked when it is asked for.

    `key` is all that the values follow from: what was kept under another is forgotten. Without a path nothing is kept.
    """

    def __init__(self, path: str | None = None, key: Any = None) -> None:
        self._path = path
        self._key = key
        self._packed: dict[str, bytes] = {}
        self._new = False
        if path is None:
            return
        try:
            with open(path, "rb") as file:
                kept_key, packed = marshal.loads(file.read())
            if kept_key == key:
                self._packed = packed
        except (OSError, ValueError, EOFError, TypeError):
            pass

    def beside(self, changes: Any) -> Shelf:
        """A shelf for what follows from the same key and from changes to it."""
        if self._path is None:
            return Shelf()
        import zlib

        stem, suffix = os.path.splitext(self._path)
        return Shelf(f"{stem}-{zlib.crc32(repr(changes).encode()):08x}{suffix}", (self._key, repr(changes)))

    def get(self, name: str, make: Callable[[], T]) -> T:
        """The value of this name: what `make` gives, a value that marshal can pack, or gave in an earlier run."""
        if self._path is None:
            return make()
        value: Any
        if name in self._packed:
            value = marshal.loads(self._packed[name])
        else:
            value = make()
            self._packed[name] = marshal.dumps(value)
            self._new = True
        return value  # type: ignore[no-any-return]

    def write(self) -> None:
        """Writes what is new."""
        if self._new and self._path is not None:
            put(self._path, marshal.dumps((self._key, self._packed)))
            self._new = False
