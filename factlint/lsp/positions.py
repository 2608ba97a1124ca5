"""Code points of a text ↔ positions as an editor counts them: line and UTF-8, UTF-16 or UTF-32 units, both from 0."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from factlint.lint.findings import Lines

_MARK = "\ufeff"


class Positions:
    """The positions of one text.

    `from_disk` says that the text was read from its file: a byte-order mark, which no editor shows, is not counted.
    """

    def __init__(self, source: str, encoding: str, from_disk: bool = False) -> None:
        self._source = source
        self._starts = Lines(source).starts
        self._plain = source.isascii() or encoding == types.PositionEncodingKind.Utf32
        self._wide = encoding == types.PositionEncodingKind.Utf8
        self._hidden = len(_MARK) if from_disk and source.startswith(_MARK) else 0

    def position(self, offset: int) -> types.Position:
        """Where a code point stands."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self._first(line), offset))

    def range(self, start: int, end: int) -> types.Range:
        """Where some code points stand."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The code point at a position; past the end of its line, the line's end."""
        if position.line >= len(self._starts):
            return len(self._source)
        start, end = self._first(position.line), self._end(position.line)
        left: int = position.character
        if self._plain:
            return min(start + left, end)
        for at in range(start, end):
            left -= self._size(self._source[at])
            if left < 0:
                return at
        return end

    def line(self, offset: int) -> int:
        """The line of a code point, from 1, as people count."""
        return bisect_right(self._starts, offset)

    def _first(self, line: int) -> int:
        return self._starts[line] + (self._hidden if line == 0 else 0)

    def _end(self, line: int) -> int:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._source)
        while end > self._starts[line] and self._source[end - 1] in "\r\n":
            end -= 1
        return end

    def _units(self, start: int, end: int) -> int:
        if self._plain or end <= start:
            return max(0, end - start)
        return sum(map(self._size, self._source[start:end]))

    def _size(self, character: str) -> int:
        code = ord(character)
        if self._wide:
            return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
        return 2 if code > 0xFFFF else 1
