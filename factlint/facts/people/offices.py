"""Offices: what the lexicon knows of them: their other names, whose they are, and which nobody holds together."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.language.endings import endings_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.lexicon import Lexicon


class Office(NamedTuple):
    """One office.

    name: in dictionary form.
    branch: whose it is: national, state, bench, ranks …
    fields: what a minister or secretary is in charge of; empty for others.
    """

    name: str
    branch: str
    fields: frozenset[str]


class Offices:
    """The offices of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names: Mapping[str, str] = lexicon.table("office-names")
        self.branches: Mapping[str, str] = lexicon.table("office-branches")
        self.fields = lexicon.words("portfolios")
        self.heads: Mapping[str, str] = lexicon.table("portfolio-heads")
        self.joiners = lexicon.words("portfolio-joiners")
        self.endings = endings_of(lexicon)
        self.longest = max((name.count(" ") for name in self.names), default=0) + 1
        self.lasts = frozenset(name.rpartition(" ")[2] for name in self.names) | self.heads.keys()
        self.ranked = lexicon.words("branches-with-ranks")
        together = lexicon.values("branches-together")
        self._branches = {frozenset((one, other)) for one, others in together.items() for other in others}
        self._pairs = {frozenset(pair) for pair in lexicon.values("offices-together").items()}

    def start(self, lowers: Sequence[str], last: int) -> int | None:
        """The first token of the longest office that ends before a token, or none."""
        if last < 1 or lowers[last - 1] not in self.lasts:
            return None
        for first in range(max(0, last - self.longest - 1), last):
            if lowers[first] != "." and self.office(lowers[first:last]):
                return self._widened(lowers, first, last)
        return None

    def _widened(self, lowers: Sequence[str], first: int, last: int) -> int:
        """The start moved to the first of several fields: trade and industry secretary."""
        several = lowers[last - 1] in self.heads and first > 1 and lowers[first] in self.fields
        joined = several and lowers[first - 1] in self.joiners and lowers[first - 2] in self.fields
        return first - 2 if joined else first

    def office(self, words: Sequence[str]) -> Office | None:
        """The office of a few words in lower case, stops and all; none where they are not the whole of one."""
        words = [word for word in words if word != "."]
        name = self.names.get(" ".join(words))
        if name:
            return Office(name, self.branches[name], frozenset())
        if len(words) > 1 and words[-1] in self.heads and self.fields.issuperset(set(words[:-1]) - self.joiners):
            fields = frozenset(words[:-1]) - self.joiners
            return Office(f"{' and '.join(sorted(fields))} minister", self.heads[words[-1]], fields)
        return None

    def plural(self, word: str) -> bool:
        """Whether a word is the plural of an office."""
        return word in self.names and self.endings.singular(word) in self.names

    def exclude(self, one: Office, other: Office) -> bool:
        """Whether nobody holds two offices at once."""
        if one.name == other.name or frozenset((one.name, other.name)) in self._pairs:
            return False
        if one.branch != other.branch:
            return frozenset((one.branch, other.branch)) not in self._branches
        if frozenset((one.branch,)) in self._branches:
            return False
        if one.fields and other.fields:
            return one.fields.isdisjoint(other.fields)
        # A detective sergeant is a sergeant, a lieutenant colonel is called Colonel; a vice president is no president.
        return one.branch not in self.ranked or set(one.name.split()).isdisjoint(other.name.split())


@lru_cache(maxsize=4)
def offices_of(lexicon: Lexicon) -> Offices:
    """The offices of a lexicon, put together once for all articles of a run."""
    return Offices(lexicon)
