"""Kindred nouns: whether two nouns may be told of one thing: a mountaineer is a climber, a tanker a ship."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

#: The list that is built: a line a noun, in blocks; its own senses, a bar, and the wider ones.
_BUILT = "kindred"

Senses = tuple[frozenset[str], frozenset[str]]
_NONE: Senses = frozenset(), frozenset()


class Kindred:
    """The senses of nouns by number, looked up by dictionary form; what was looked up once is kept."""

    def __init__(self, built: str) -> None:
        # Blocks of lines in order, as with the word classes: most nouns are never asked for.
        self._blocks = ["\n" + block + "\n" for block in built.split("\n\n") if block]
        self._firsts = [block[1 : block.index(" ")] for block in self._blocks]
        self.senses = lru_cache(maxsize=1 << 14)(self._senses)

    def are(self, one: str, other: str) -> bool:
        """Whether one noun is the other, has a sense with it, or is a kind of it."""
        if one == other:
            return True
        (own, wider), (others, wider_still) = self.senses(one), self.senses(other)
        return not own.isdisjoint(others) or not own.isdisjoint(wider_still) or not wider.isdisjoint(others)

    def _senses(self, noun: str) -> Senses:
        at = bisect_right(self._firsts, noun) - 1
        found = -1 if at < 0 else self._blocks[at].find(f"\n{noun} ")
        if found < 0:
            return _NONE
        start = found + len(noun) + 2
        own, _, wider = self._blocks[at][start : self._blocks[at].index("\n", start)].partition("|")
        return frozenset(own.split()), frozenset(wider.split())


@lru_cache(maxsize=4)
def kindred(lexicon: Lexicon) -> Kindred:
    """The nouns of a lexicon."""
    return Kindred(lexicon.values(_BUILT) if _BUILT in lexicon else "")
