"""What was read of sentences, kept for the next look at an article that is being written: few of them have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.language.moving import Share, moved
from factlint.record import NamedTuple
from factlint.tokens import TRIO, trios_of

if TYPE_CHECKING:
    from factlint.language import Parsed
    from factlint.tokens import Cut

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


class Kept:
    """What was last made of one sentence's words.

    first: its first token then.
    parsed: its constituents then.
    share: its phrases and clauses, which may be those of another place, or None.
    """

    __slots__ = ("first", "parsed", "share")

    def __init__(self, first: int, parsed: Parsed) -> None:
        self.first = first
        self.parsed = parsed._replace(kept=self)
        self.share: Share | None = None


class Memory:
    """What is known by the words alone.

    The tokens of a block by its text; tags by the words of a sentence; constituents, phrases and clauses by its words
    and their tags, wherever it stands; by a line, which searches find nothing in it.
    """

    def __init__(self) -> None:
        self._cuts: dict[Any, Cut] = {}
        self._trios: dict[Any, frozenset[str]] = {}
        self._tags: dict[Any, list[str]] = {}
        self._parsed: dict[Any, Kept] = {}
        self._barren: dict[tuple[int, str], set[object]] = {}

    def cut(self, text: str, make: Callable[[str], Cut]) -> Cut:
        """The tokens of a block."""
        return _kept(self._cuts, text, partial(make, text))

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

    def trios(self, lowered: str) -> frozenset[str]:
        """Every three letters that stand in a row in a text."""
        found: set[str] = set()
        start = 0
        while start < len(lowered):
            end = lowered.find("\n", start) + 1 or len(lowered)
            line = lowered[max(0, start - TRIO + 1) : end]
            known: frozenset[str] = _kept(self._trios, line, partial(trios_of, line))
            found |= known
            start = end
        return frozenset(found)

    def tags(self, texts: Sequence[str], make: Callable[[], list[str]]) -> list[str]:
        """The tags of a sentence."""
        return _kept(self._tags, tuple(texts), make)

    def parsed(
        self, texts: Sequence[str], tags: Sequence[str], first: int, last: int, make: Callable[[], Parsed]
    ) -> Parsed:
        """The constituents of the sentence between two tokens of an article."""
        start, end = max(0, first - _BESIDE), last + _BESIDE
        key = (first - start, last - first, *texts[start:end], *tags[start:end])
        found = _kept(self._parsed, key, lambda: Kept(first, make()))
        if found.first != first:
            found.parsed = moved(found.parsed, first - found.first)
            found.first = first
        return found.parsed


def _kept(known: dict[Any, T], key: Any, make: Callable[[], T]) -> T:
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = make()
    return found
