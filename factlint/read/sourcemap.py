"""Where the readable text of a file stands in the file, where the two are not the same: web pages, other line ends."""

from __future__ import annotations

import re
from bisect import bisect_right

_OTHER_END = re.compile("\r\n?")


class SourceMap:
    """Text to source, made of stretches in order of place: either as long as their source, or read from it at once."""

    def __init__(self) -> None:
        self._texts: list[int] = []
        self._sources: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._length = 0

    def add(self, words: str, start: int, end: int) -> None:
        """Adds words that the source has from `start` to `end`, character by character where it is as long as they."""
        if words:
            self._texts.append(self._length)
            self._sources.append((start, end))
            self._parts.append(words)
            self._length += len(words)

    def gap(self, words: str) -> None:
        """Adds words that the source has not, as between paragraphs."""
        end = self._sources[-1][1] if self._sources else 0
        self.add(words, end, end)

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """All the words."""
        return "".join(self._parts)

    def start(self, at: int) -> int:
        """Where the character at an offset of the text begins in the source."""
        return self._place(at)[0] if self._texts else 0

    def end(self, at: int) -> int:
        """Where the character before an offset of the text ends in the source."""
        return self._place(at - 1)[1] if at > 0 and self._texts else self.start(at)

    def _place(self, at: int) -> tuple[int, int]:
        stretch = max(0, bisect_right(self._texts, at) - 1)
        first, (start, end) = self._texts[stretch], self._sources[stretch]
        if end - start == len(self._parts[stretch]):
            step = min(at - first, end - start)
            return start + step, min(start + step + 1, end)
        return start, end


def with_one_line_end(source: str) -> SourceMap:
    """A text whose lines end with LF, CR LF or CR as one whose lines all end with LF."""
    places = SourceMap()
    at = 0
    for match in _OTHER_END.finditer(source):
        places.add(source[at : match.start()], at, match.start())
        places.add("\n", match.start(), match.end())
        at = match.end()
    places.add(source[at:], at, len(source))
    return places
