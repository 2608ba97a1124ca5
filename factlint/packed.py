"""Plain values packed into one file of pieces, each unpacked when it is asked for: data only, never code.

The file is a line of JSON, which tells where each piece stands, and the pieces, as `marshal` writes them, which is read
five times as fast as JSON and knows sets, tuples and keys that are no text. It lies beside the code and is as much
trusted; what is kept between runs, where others may write, is JSON.
"""

from __future__ import annotations

import json
import marshal
import zlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

_FORM = 2
#: The form of marshal that all Pythons from 3.4 on read.
_MARSHAL = 4
_SCALARS = (str, int, float, bool, type(None))
_ROWS = (list, tuple, set, frozenset)
#: One of everything that a piece may hold; a Python that reads it otherwise than it was written reads no piece.
_SAMPLE = {"a": ["ä", "€", "a" * 300, 1, -(2**40), 0.5, True, None], ("b", 2): (frozenset("c"), {("d",)}, {})}


class PackError(ValueError):
    """A file that is no pack, or is damaged."""


def pack(values: Mapping[str, Any], about: Mapping[str, Any]) -> bytes:
    """The file of some values by name; `about` says what they follow from. Raises TypeError for what is no data."""
    pieces = {name: marshal.dumps(_plain(value), _MARSHAL) for name, value in values.items()}
    sample = marshal.dumps(_SAMPLE, _MARSHAL)
    index, at = {}, len(sample)
    for name, piece in pieces.items():
        index[name] = at
        at += len(piece)
    body = b"".join((sample, *pieces.values()))
    head = {"form": _FORM, "check": zlib.crc32(body), "about": about, "pieces": index}
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + body


class Pieces:
    """The values of a packed file; raises PackError where it is none."""

    def __init__(self, raw: bytes) -> None:
        end = raw.find(b"\n") + 1
        self._body = memoryview(raw)[end:]
        try:
            head = json.loads(raw[:end])
            self.about: dict[str, Any] = head["about"]
            self._index: dict[str, int] = head["pieces"]
            whole = head["form"] == _FORM and head["check"] == zlib.crc32(self._body)
            whole = whole and marshal.loads(self._body) == _SAMPLE
        except (ValueError, KeyError, TypeError, EOFError):
            whole = False
        if not whole:
            raise PackError("damaged")

    def __contains__(self, name: object) -> bool:
        return name in self._index

    @property
    def names(self) -> tuple[str, ...]:
        """All pieces."""
        return tuple(self._index)

    def unpack(self, name: str) -> Any:
        """The value of a piece."""
        return marshal.loads(self._body[self._index[name] :])


class Shelf:
    """Values that take time to make: taken from pieces that have them, else made."""

    def __init__(self, pieces: Pieces | None = None) -> None:
        self._pieces = pieces

    def get(self, name: str, make: Callable[[], T]) -> T:
        """The value of this name."""
        if self._pieces is not None and name in self._pieces:
            value: T = self._pieces.unpack(name)
            return value
        return make()


def _plain(value: Any) -> Any:
    """The value as marshal has it; raises TypeError for what is no plain data."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind in _ROWS:
        return kind(map(_plain, value))
    if not isinstance(value, Mapping):  # a named tuple would come back as a plain one
        raise TypeError(f"{kind.__name__} is no plain data")
    return {_plain(key): _plain(one) for key, one in value.items()}
