"""What was read of sentences, kept for the next look at an article that is being written: few of them have changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.record import NamedTuple
from factlint.tokens import trios_of

if TYPE_CHECKING:
    from factlint.language import Parsed
    from factlint.language.moving import Share
    from factlint.tokens import Cut

T = TypeVar("T")

#: How far before and behind a line what is searched for in it looks, code points.
SEEN = 80

_MOST = 4_000  # sentences of each sort
_FEW = 12  # words by which an article differs from itself a moment ago
#: Tokens on either side of a sentence that its reading may have looked at.
_BESIDE = 3


class Line(NamedTuple):
    """A line of a text.

    start, end: code points, the end of the line left out.
    barren: the searches that are known to find nothing that begins in it; what searches it adds itself.
    trios: of a new line every three letters that stand in a row in it or reach into it, else None.
    """

    start: int
    end: int
    barren: set[object]
    trios: frozenset[str] | None


class Lines(NamedTuple):
    """The lines of a text.

    all: in order.
    new: those in which nothing has been searched for yet.
    barren: the searches that are known to find nothing in any of the others.
    """

    all: list[Line]
    new: list[Line]
    barren: frozenset[object]

    def to_search(self, search: object) -> Iterator[Line]:
        """Those that are not known to be barren for a search, in order."""
        return (line for line in (self.new if search in self.barren else self.all) if search not in line.barren)


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


class Vocabulary:
    """Which words of the lists that are asked about an article has; from look to look few of its words change.

    What no look but an earlier one has asked for is forgotten.
    """

    def __init__(self) -> None:
        self._words: set[str] = set()
        #: By the identity of a list: the list, and which of its words the article has.
        self._known: dict[int, tuple[frozenset[str], set[str]]] = {}
        self._asked: dict[int, tuple[frozenset[str], set[str]]] = {}

    def look(self, words: set[str]) -> None:
        """Begins with an article, which has these different words."""
        gained, lost = words - self._words, self._words - words
        self._words = words
        self._known, self._asked = self._asked, {}
        if len(gained) + len(lost) > _FEW:
            self._known = {}
        for listed, held in self._known.values():
            held -= lost
            held |= gained & listed

    def held(self, listed: frozenset[str], words: set[str]) -> set[str]:
        """The words of a list that the article with these words has; one that was looked at before is told anew."""
        if words is not self._words:
            return words & listed
        found = self._asked.get(id(listed)) or self._known.get(id(listed)) or (listed, self._words & listed)
        self._asked[id(listed)] = found
        return found[1]


class Memory:
    """What is known by the words alone.

    The tokens of a block by its text; tags by the words of a sentence; constituents, phrases and clauses by its words
    and their tags, wherever it stands; by a line, which searches find nothing in it.
    """

    def __init__(self) -> None:
        self._cuts: dict[Any, Cut] = {}
        self._tags: dict[Any, list[str]] = {}
        self._parsed: dict[Any, Kept] = {}
        self._barren: dict[tuple[int, str], set[object]] = {}
        self._made: dict[Any, Any] = {}
        self.vocabulary = Vocabulary()

    def cut(self, text: str, make: Callable[[str], Cut]) -> Cut:
        """The tokens of a block."""
        return _kept(self._cuts, text, partial(make, text))

    def lines(self, text: str, lowered: str) -> Lines:
        """The lines of an article's text, which is as long in lower case."""
        found: list[Line] = []
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            seen = text[max(0, start - SEEN) : end + SEEN]
            barren = _kept(self._barren, (min(start, SEEN), seen), set)
            # What stands in a line may begin with the end of the line before.
            trios = None if barren else trios_of(lowered[max(0, start - 1) : end + 1])
            found.append(Line(start, end, barren, trios))
            start = end + 1
        others = [line.barren for line in found if line.trios is None]
        known = frozenset(others[0].intersection(*others[1:])) if others else frozenset()
        return Lines(found, [line for line in found if line.trios is not None], known)

    def made(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made of nothing but what its key holds."""
        found: T = _kept(self._made, key, make)
        return found

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
            from factlint.language.moving import moved

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
