"""JSON with the place of each string in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from factlint.read.decode import ReadError
from factlint.read.sourcemap import SourceMap
from factlint.record import NamedTuple

_DEEPEST = 100  # values within one another
_BLANK = re.compile(r"[ \t\r\n]*")
_OTHER = re.compile(r"-?\d[\d.eE+-]*|true|false|null")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


class Words(NamedTuple):
    """A string.

    words: as it reads.
    start: the first code point behind its opening mark.
    end: its closing mark.
    """

    words: str
    start: int
    end: int

    def map(self, source: str) -> SourceMap:
        """Where its characters stand in the source, escapes counted."""
        made, at = SourceMap(), self.start
        for match in _ESCAPE.finditer(source, self.start, self.end):
            made.add(source[at : match.start()], at, match.start())
            made.add(scanstring(f'"{match.group()}"', 1, False)[0], match.start(), match.end())
            at = match.end()
        made.add(source[at : self.end], at, self.end)
        return made


Value = Words | Mapping[str, "Value"] | list["Value"] | None


def read_json(source: str) -> Value:
    """The value that a source holds, of its scalars the strings alone; raises ReadError."""
    try:
        value, at = _value(source, _after(source, 1 if source.startswith("\ufeff") else 0), 0)
    except (JSONDecodeError, IndexError) as error:
        where = getattr(error, "pos", len(source))
        line = source.count("\n", 0, where) + 1
        raise ReadError(f"it is not JSON: the trouble starts at line {line:,}") from None
    if _after(source, at) != len(source):
        raise ReadError(f"it is not JSON: something follows its end at line {source.count(chr(10), 0, at) + 1:,}")
    return value


def strings(value: Value) -> Iterator[Words]:
    """Every string in a value."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        for item in value.values():
            yield from strings(item)


def _after(source: str, at: int) -> int:
    match = _BLANK.match(source, at)
    assert match is not None
    return match.end()


def _value(source: str, at: int, depth: int) -> tuple[Value, int]:
    if depth > _DEEPEST:
        raise ReadError(f"it has values more than {_DEEPEST} deep")
    opener = source[at]
    if opener == '"':
        words, end = scanstring(source, at + 1, False)
        return Words(words, at + 1, end - 1), end
    if opener == "{":
        return _object(source, at + 1, depth)
    if opener == "[":
        return _array(source, at + 1, depth)
    match = _OTHER.match(source, at)
    if match is None:
        raise JSONDecodeError("no value", source, at)
    return None, match.end()


def _object(source: str, at: int, depth: int) -> tuple[Value, int]:
    found: dict[str, Value] = {}
    at = _after(source, at)
    while source[at] != "}":
        if source[at] != '"':
            raise JSONDecodeError("no key", source, at)
        key, at = scanstring(source, at + 1, False)
        at = _after(source, at)
        if source[at] != ":":
            raise JSONDecodeError("no colon", source, at)
        found[key], at = _value(source, _after(source, at + 1), depth + 1)
        at = _next(source, at, "}")
    return found, at + 1


def _array(source: str, at: int, depth: int) -> tuple[Value, int]:
    found: list[Value] = []
    at = _after(source, at)
    while source[at] != "]":
        value, at = _value(source, at, depth + 1)
        found.append(value)
        at = _next(source, at, "]")
    return found, at + 1


def _next(source: str, at: int, closer: str) -> int:
    """The place of the next item, or of the closing mark."""
    at = _after(source, at)
    if source[at] == ",":
        at = _after(source, at + 1)
        if source[at] == closer:
            raise JSONDecodeError("no item", source, at)
    elif source[at] != closer:
        raise JSONDecodeError("no comma", source, at)
    return at
