"""Plain values packed into one file of pieces, each unpacked when it is asked for: data only, never code.

The file is a line of JSON, which tells where each piece stands, and the pieces, which are JSON as well: a value as
JSON has it, and its shape, which tells what JSON has not (sets, tuples, keys that are no text).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

_FORM = 1
_SCALARS = (str, int, float, bool, type(None))


class PackError(ValueError):
    """A file that is no pack, or is damaged."""


def pack(values: Mapping[str, Any], about: Mapping[str, Any]) -> bytes:
    """The file of some values by name; `about` says what they follow from."""
    pieces = {name: json.dumps(_shaped(value), ensure_ascii=False).encode() for name, value in values.items()}
    index, at = {}, 0
    for name, piece in pieces.items():
        index[name] = [at, at + len(piece)]
        at += len(piece)
    body = b"".join(pieces.values())
    head = {"form": _FORM, "check": zlib.crc32(body), "about": about, "pieces": index}
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + body


class Pieces:
    """The values of a packed file; raises PackError where it is none."""

    def __init__(self, raw: bytes) -> None:
        end = raw.find(b"\n") + 1
        try:
            head = json.loads(raw[:end])
            self.about: dict[str, Any] = head["about"]
            self._index: dict[str, list[int]] = head["pieces"]
            whole = head["form"] == _FORM and head["check"] == zlib.crc32(memoryview(raw)[end:])
        except (ValueError, KeyError, TypeError):
            whole = False
        if not whole:
            raise PackError("damaged")
        self._raw = raw
        self._from = end

    def __contains__(self, name: object) -> bool:
        return name in self._index

    @property
    def names(self) -> tuple[str, ...]:
        """All pieces."""
        return tuple(self._index)

    def unpack(self, name: str) -> Any:
        """The value of a piece."""
        start, end = self._index[name]
        shape, plain = json.loads(self._raw[self._from + start : self._from + end])
        return _restorer(shape)(plain)


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


# ----------------------------------------------------------------------------------------------------- shapes

# A shape tells how JSON is turned back: "" for what JSON has itself, else a kind and the shapes of what is inside.
Shape = Any


def _shaped(value: Any) -> tuple[Shape, Any]:
    """The shape of a value, and the value as JSON has it. Raises TypeError for what is no plain data."""
    if type(value) in _SCALARS:
        return "", value
    if type(value) in (frozenset, set):
        rows = sorted(value) if all(isinstance(row, str) for row in value) else sorted(value, key=repr)
        shape, plain = _alike(rows)
        return ["frozenset" if type(value) is frozenset else "set", shape], plain
    if type(value) is list:
        shape, plain = _alike(value)
        return ("" if shape == "" else ["list", shape]), plain
    if type(value) is tuple:
        rows = [_shaped(one) for one in value]
        return ["tuple", _short([shape for shape, _ in rows])], [plain for _, plain in rows]
    if not isinstance(value, Mapping):  # a named tuple would come back as a plain one
        raise TypeError(f"{type(value).__name__} is no plain data")
    if not all(isinstance(key, str) for key in value):
        shape, plain = _shaped([tuple(row) for row in value.items()])
        return ["pairs", shape], plain
    shape, plain = _alike(list(value.values()))
    return ("" if shape == "" else ["map", shape]), dict(zip(value, plain, strict=True))


def _alike(values: list[Any]) -> tuple[Shape, list[Any]]:
    """One shape for all, or, where they have not one, a shape that is told with each."""
    rows = [_shaped(value) for value in values]
    shapes = [shape for shape, _ in rows]
    plain = [one for _, one in rows]
    if all(shape == shapes[0] for shape in shapes):
        return (shapes[0] if shapes else ""), plain
    if all(shape != "" and shape[0] == "tuple" and _is_plain(shape[1]) for shape in shapes):
        return ["tuple", ""], plain
    return ["any", ""], [list(row) for row in rows]


def _short(shapes: list[Shape]) -> Shape:
    return "" if _is_plain(shapes) else shapes


def _is_plain(shapes: Shape) -> bool:
    return shapes == "" or all(shape == "" for shape in shapes)


def _restorer(shape: Shape) -> Callable[[Any], Any]:
    """What turns JSON of a shape into the value."""
    if shape == "":
        return _same
    kind, inside = shape
    if kind == "any":
        return lambda row: _restorer(row[0])(row[1])
    if kind == "tuple":
        if inside == "":
            return tuple
        each = [_restorer(one) for one in inside]
        return lambda data: tuple([restore(one) for restore, one in zip(each, data, strict=True)])
    restore = _restorer(inside)
    if kind == "map":
        return lambda data: {key: restore(one) for key, one in data.items()}
    if kind == "pairs":
        return lambda data: dict(restore(data))
    whole: Any = {"list": list, "set": set, "frozenset": frozenset}[kind]
    return whole if restore is _same else lambda data: whole(map(restore, data))


def _same(data: Any) -> Any:
    return data
