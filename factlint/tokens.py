"""Tokens: the article cut once into words, numbers and marks, held as parallel lists for speed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

from factlint.record import NamedTuple

# Initialisms with stops, numbers with their separators, words with their hyphens, apostrophes and masked letters,
# the possessive 's, runs of stops or dashes, any other mark. Combining marks and zero-width characters stay with their
# letter.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_](?:[^\W\d_]|(?<=[^\W\d_])\*+(?=[^\W\d_])|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]|[-\u2010\u2011](?=\w)|['’](?![sS]\b)(?=[^\W\d_])|(?<=[-\u2010\u2011])\d+)*"
    r"|['’][sS]\b"
    r"|\.{2,}|[-–—]+|[^\w\s]|_"
)
# Dashes that some publishing systems set for the two usual ones: figure dash, horizontal bar, two- and three-em dash.
_RARE_DASHES = "\u2012\u2015\u2e3a\u2e3b"
_USUAL_DASHES = str.maketrans(_RARE_DASHES, "–———")
#: The possessive's token among the lower-cased ones; and the marks that make a possessor too: “the boys'”.
GENITIVE = "'s"
GENITIVES = frozenset({GENITIVE, "'", "’"})
#: The tokens that are a dash.
DASHES = frozenset({"-", "--", "–", "—"})

_SHORT = 3  # tokens of a phrase from which there is more to look at than the first two
#: So many letters in a row tell most texts apart that hold some letters and that do not.
TRIO = 3

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def trios_of(text: str) -> frozenset[str]:
    """Every three letters that stand in a row in a text."""
    return frozenset([text[at : at + TRIO] for at in range(len(text) - TRIO + 1)])


class Placed(Protocol):
    """Anything that has a place in the text."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last."""
        ...


P = TypeVar("P", bound=Placed)


def begun_between(placed: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of some, in order of place, that begin at or behind one code point and before another."""
    first = bisect_left(placed, start, key=_start)
    return placed[first : bisect_left(placed, end, first, key=_start)]


def _start(placed: Placed) -> int:
    return placed.start


class Span(NamedTuple):
    """Code points of a text, end exclusive."""

    start: int
    end: int


class Vocabulary(Protocol):
    """Which words of some lists an article has, by what was found at an earlier look."""

    def look(self, words: set[str]) -> None:
        """Begins with an article, which has these different words."""
        ...

    def held(self, listed: frozenset[str], words: set[str]) -> Collection[str]:
        """The words of a list that the article with these words has."""
        ...


class Cut(NamedTuple):
    """The tokens of one block: `starts` and `ends` are code points from its first, the others as in `Tokens`."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    lowers: list[str]


#: Gives what was made of a block's text at an earlier look, or makes it.
Recall = Callable[[str, Callable[[str], Cut]], Cut]


def cut(text: str) -> Cut:
    """The tokens of one block's text, which depend on nothing around it."""
    starts, ends, texts = [], [], []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        texts.append(match.group())
    return Cut(starts, ends, texts, _lowered(texts))


def _lowered(texts: list[str]) -> list[str]:
    return "\n".join(texts).lower().replace("’", "'").split("\n") if texts else []


class Tokens:
    """The tokens of all blocks, in order; every attribute below is a list with one entry a token.

    starts: first code point.
    ends: one past the last code point.
    texts: as written, but every rarer dash as one of the two usual ones.
    lowers: in lower case, typographic apostrophes made straight.
    """

    __slots__ = (
        "_ahead", "_capitals", "_counted", "_distinct", "_figures", "_firsts", "_hyphened", "_index", "_vocabulary",
        "ends", "lowers", "starts", "text", "texts",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        blocks: Iterable[Placed],
        recall: Recall | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self.text = text
        self._vocabulary = vocabulary
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.texts: list[str] = []
        self.lowers: list[str] = []
        if any(dash in text for dash in _RARE_DASHES):
            text = text.translate(_USUAL_DASHES)
        self._firsts: list[int] = []
        if recall is None:
            self._cut(text, blocks)
        else:
            for block in blocks:
                self._firsts.append(len(self.starts))
                known, at = recall(text[block.start : block.end], cut), block.start
                self.starts += [start + at for start in known.starts]
                self.ends += [end + at for end in known.ends]
                self.texts += known.texts
                self.lowers += known.lowers
        self._index: dict[str, list[int]] | None = None
        self._capitals: list[int] | None = None
        self._ahead: list[str] | None = None
        self._counted: list[int] | None = None
        self._distinct: set[str] | None = None
        self._figures: list[str] | None = None
        self._hyphened: list[str] | None = None

    def _cut(self, text: str, blocks: Iterable[Placed]) -> None:
        # Not through `cut`, which would take two more lists a block.
        for block in blocks:
            self._firsts.append(len(self.starts))
            for match in _TOKEN.finditer(text, block.start, block.end):
                start, end = match.span()
                self.starts.append(start)
                self.ends.append(end)
                self.texts.append(match.group())
        self.lowers = _lowered(self.texts)

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def index(self) -> dict[str, list[int]]:
        """Every lower-cased token with the positions where it stands."""
        if self._index is None:
            index: dict[str, list[int]] = {}
            for position, word in enumerate(self.lowers):
                if word in index:
                    index[word].append(position)
                else:
                    index[word] = [position]
            self._index = index
        return self._index

    @property
    def figures(self) -> list[str]:
        """The different words that begin with a figure, as they come up."""
        if self._figures is None:
            self._figures = [word for word in self.index if word[0].isdecimal()]
        return self._figures

    @property
    def hyphened(self) -> list[str]:
        """The different words with a hyphen in them, as they come up."""
        if self._hyphened is None:
            self._hyphened = [word for word in self.index if "-" in word]
        return self._hyphened

    @property
    def ahead(self) -> list[str]:
        """For every token the lower-cased one before it, empty for the first of a block."""
        if self._ahead is None:
            self._ahead = ["", *self.lowers]
            for first in self._firsts:
                self._ahead[first] = ""
        return self._ahead

    def words(self, first: int, last: int) -> int:
        """How many of the tokens of a half-open range are words or numbers."""
        if self._counted is None:
            self._counted = list(accumulate([text[0].isalnum() for text in self.texts], initial=0))
        return self._counted[last] - self._counted[first] if first < last else 0

    @property
    def capitals(self) -> list[int]:
        """The positions of the words with a capital in them: Assad, al-Assad, EU."""
        if self._capitals is None:
            pairs = enumerate(zip(self.texts, self.lowers, strict=True))
            self._capitals = [position for position, (text, lower) in pairs if text != lower and text[0].isalpha()]
        return self._capitals

    def positions(self, words: Collection[str]) -> list[int]:
        """Where any of the lower-cased words stands, in order; costs by distinct words, not by tokens."""
        index = self.index
        if self._distinct is None:
            self._distinct = set(index)
            if self._vocabulary is not None:
                self._vocabulary.look(self._distinct)
        distinct = self._distinct
        if self._vocabulary is not None and type(words) is frozenset:
            hits: Iterable[str] = self._vocabulary.held(words, distinct)
        elif type(words) is frozenset or len(words) <= len(distinct):
            hits = distinct.intersection(words)
        else:
            hits = [word for word in distinct if word in words]
        found: list[int] = []
        for word in hits:
            found += index[word]
        found.sort()
        return found

    def phrases(self, phrases: Phrases) -> Iterator[tuple[int, int]]:
        """Longest matches of a lexicon's phrases, as half-open token ranges, in order; see `Lexicon.phrases`."""
        lowers = self.lowers
        taken = -1
        for position in self.positions(phrases):
            if position < taken:
                continue
            following = lowers[position + 1] if position + 1 < len(lowers) else ""
            for words in phrases[lowers[position]]:
                if len(words) > 1 and words[1] != following:
                    continue
                end = position + len(words)
                if len(words) < _SHORT or tuple(lowers[position:end]) == words:
                    yield position, end
                    taken = end
                    break

    def at(self, offset: int) -> int:
        """The first token that ends after the code point; `len(self)` where none does."""
        return bisect_right(self.ends, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the tokens that lie in a half-open range of code points."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def spaced(self, position: int) -> bool:
        """Whether white space, or the start of the text, stands before the token."""
        return position == 0 or self.starts[position] > self.ends[position - 1]


def unaccented(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
