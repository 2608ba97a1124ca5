"""What was read of sentences, kept for the next look at an article that is being written: few of them have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.language import Parsed

T = TypeVar("T")

#: How far before and behind a line what is searched for in it looks, code points.
SEEN = 80

_MOST = 4_000  # sentences of each sort
#: Tokens on either side of a sentence that its reading may have looked at.
_BESIDE = 3


class Line(NamedTuple):
    """A line of a text.

    start, end: code points, the end of the line left out.
    barren: the searches that are known to find nothing that begins in it; what searches it adds itself.
    """

    start: int
    end: int
    barren: set[object]


class Memory:
    """What is known by the words alone.

    Tags by the words of a sentence; constituents by its words, their tags and the place at which it begins; by a line,
    which searches find nothing in it.
    """

    def __init__(self) -> None:
        self._tags: dict[Any, list[str]] = {}
        self._parsed: dict[Any, Parsed] = {}

        self._barren: dict[tuple[int, str], set[object]] = {}

    def lines(self, text: str) -> list[Line]:
        """The lines of an article's text, in order."""
        found = []
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            seen = text[max(0, start - SEEN) : end + SEEN]
            found.append(Line(start, end, _kept(self._barren, (min(start, SEEN), seen), set)))
            start = end + 1
        return found

    def tags(self, texts: Sequence[str], make: Callable[[], list[str]]) -> list[str]:
        """The tags of a sentence."""
        return _kept(self._tags, tuple(texts), make)

    def parsed(
        self, texts: Sequence[str], tags: Sequence[str], first: int, last: int, make: Callable[[], Parsed]
    ) -> Parsed:
        """The constituents of the sentence between two tokens of an article."""
        start, end = max(0, first - _BESIDE), last + _BESIDE
        return _kept(self._parsed, (first, last, *texts[start:end], *tags[start:end]), make)


def _kept(known: dict[Any, T], key: Any, make: Callable[[], T]) -> T:
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = make()
    return found
