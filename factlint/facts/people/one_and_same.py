"""One and the same: names that may be of one place or body, so that one does not contradict the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts

_SHORTEST = 2  # letters of initials


class OneAndSame:
    """Joins names, given as words in lower case: those in one sentence, those that share a word, and initials."""

    def __init__(self, facts: Facts, names: Iterable[tuple[str, ...]], idle: frozenset[str] = frozenset()) -> None:
        self._joined: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_sentence: dict[int, tuple[str, ...]] = {}
        by_word: dict[str, tuple[str, ...]] = {}
        everything = sorted(set(names))
        for name in everything:
            for word in sorted(set(name) - idle):
                self.join(by_word.setdefault(word, name), name)
            for sentence in _sentences(facts, name):
                self.join(by_sentence.setdefault(sentence, name), name)
        for name in everything:
            if len(name) == 1 and len(name[0]) >= _SHORTEST:
                for other in everything:
                    if name[0] == "".join(word[0] for word in other):
                        self.join(other, name)

    def join(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        """Takes two names for those of one thing."""
        self._joined[self.first(other)] = self.first(one)

    def first(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The name by which all that are joined to one go."""
        while (other := self._joined.get(name, name)) != name:
            name = other
        return name


def _sentences(facts: Facts, name: tuple[str, ...]) -> Iterable[int]:
    """The numbers of the sentences in which a name stands."""
    lowers = facts.tokens.lowers
    for at in facts.tokens.index.get(name[0], ()):
        if tuple(lowers[at : at + len(name)]) == name:
            yield facts.sentence_of(at).number
