"""Ties: whether the passage that names a person shares anything with the rest of the article."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.people.namelists import name_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run
    from factlint.lexicon import Lexicon

_SHORTEST = 5  # letters of a word that tells of a topic
_ENOUGH = 2  # words shared


@lru_cache(maxsize=4)
def _idle(lexicon: Lexicon) -> frozenset[str]:
    """The words that tell of no topic."""
    lists = name_lists(lexicon)
    return lexicon.union("words-of-no-topic", "weekday-words") | lists.saying | lists.titles


class Ties:
    """Reads how the passages of one article hang together."""

    def __init__(self, facts: Facts) -> None:
        self.tokens = facts.tokens
        self.paragraph_at = facts.paragraph_at
        self._blocks_read: dict[int, list[tuple[int, str]]] = {}
        self.idle = _idle(facts.lexicon)

    def tied(self, runs: Sequence[Run]) -> bool:
        """Whether a paragraph that names the person shares a name or two words of topic with another paragraph."""
        taken = {position for run in runs for position in range(run.lead, run.last)}
        return any(self._shares(first, last, taken) for first, last in self._blocks(runs))

    def _blocks(self, runs: Sequence[Run]) -> set[tuple[int, int]]:
        blocks = [self.paragraph_at(self.tokens.starts[run.first]) for run in runs]
        return {(block.first, block.last) for block in blocks}

    def _shares(self, first: int, last: int, taken: set[int]) -> bool:
        """Whether the tokens of a block, those of the person's names left out, stand elsewhere too."""
        shared = set()
        for position, stem in self._standing_elsewhere(first, last):
            if position not in taken:
                if not stem:
                    return True
                shared.add(stem)
                if len(shared) >= _ENOUGH:
                    return True
        return False

    def _standing_elsewhere(self, first: int, last: int) -> list[tuple[int, str]]:
        """The words of a block that stand in another too, each with its stem, or "" for a name; worked out once."""
        found = self._blocks_read.get(first)
        if found is None:
            found = self._blocks_read[first] = list(self._read(first, last))
        return found

    def _read(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        lowers, texts = self.tokens.lowers, self.tokens.texts
        if first == 0 and last == len(lowers):
            return  # there is no elsewhere
        for position in range(first, last):
            word = lowers[position]
            if not word[0].isalpha() or word in self.idle:
                continue
            if not self._elsewhere(word, first, last):
                continue
            inner = position > first and lowers[position - 1].isalpha()
            if texts[position][0].isupper() and inner and len(word) > 2:
                yield position, ""
            elif len(word) >= _SHORTEST:
                yield position, word[:6]

    def _elsewhere(self, word: str, first: int, last: int) -> bool:
        places = self.tokens.index[word]
        return places[0] < first or places[-1] >= last
