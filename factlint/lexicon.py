"""The lexicon: the words the annotators and rules know, by list name; data from rules/lexicon/<language>/*.yml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Any, TypeVar, dataclass_transform

from factlint.packed import Shelf

T = TypeVar("T")

#: Every function of the lexicon alone, by the name under which what it gives is packed.
DERIVED: dict[str, Callable[[Lexicon], Any]] = {}

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


class UnknownListError(LookupError):
    """A list that no lexicon file defines."""


class Nothing(dict[Any, str]):
    """A list that a language has not: no entries, no labels, and no word for anything."""

    def __missing__(self, label: object) -> str:
        return ""


#: The list of what a configuration takes away from other lists.
TAKEN_AWAY = "taken-away"


class Lexicon:
    """Word lists by name, each unpacked when first asked for; `shelf` may have what is made of them ready.

    A list in YAML is a sequence of entries (or a block of white-space separated ones), or a mapping of a label to
    such a sequence, or of a word to a value. Entries are lower case unless the list is about capitals. A `sparse` one
    is of a language of which but a few lists are there: it takes every other list to be empty.
    """

    def __init__(
        self,
        lists: Mapping[str, Any],
        unpack: Callable[[Any], Any] = lambda packed: packed,
        shelf: Shelf | None = None,
        sparse: bool = False,
    ) -> None:
        self.sparse = sparse
        self._lists = lists
        self._unpack = unpack
        self.shelf = shelf or Shelf()
        self.words = lru_cache(maxsize=None)(self._words)
        self.union = lru_cache(maxsize=None)(self._union)
        self.without = lru_cache(maxsize=None)(self._without)
        self.labelled = lru_cache(maxsize=None)(self._labelled)
        self.table = lru_cache(maxsize=None)(self._table)
        self.phrases = lru_cache(maxsize=None)(self._phrases)
        self.values = lru_cache(maxsize=None)(self._raw)

    def __contains__(self, name: object) -> bool:
        return name in self._lists

    def over(self, lists: Mapping[str, Any]) -> Lexicon:
        """This lexicon with more lists; where they take the place of others, all that is made of lists is made anew."""
        unpacked = {name: (lambda value=value: value) for name, value in lists.items()}
        mine = {name: (lambda name=name: self.values(name)) for name in self._lists}
        shelf = self.shelf if self._lists.keys().isdisjoint(lists) else None
        return Lexicon(mine | unpacked, lambda unpack: unpack(), shelf, self.sparse)

    @property
    def taken_away(self) -> frozenset[str]:
        """The words that a configuration has taken from lists: who goes by classes leaves them alone as well."""
        return self.words(TAKEN_AWAY) if TAKEN_AWAY in self else frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Every list there is."""
        return tuple(sorted(self._lists))

    def _raw(self, name: str) -> Any:
        """A list as its YAML gives it; raises UnknownListError."""
        if name not in self._lists:
            if self.sparse:
                return Nothing()
            raise UnknownListError(name)
        return self._unpack(self._lists[name])

    def _words(self, name: str) -> frozenset[str]:
        """Every entry of a list; of a labelled list the entries of all labels."""
        raw = self.values(name)
        return frozenset(self.table(name)) if isinstance(raw, Mapping) else frozenset(_entries(raw))

    def _union(self, *names: str) -> frozenset[str]:
        """Every entry of several lists; put together once, however many articles ask."""
        return frozenset().union(*map(self.words, names))

    def _without(self, name: str, other: str) -> frozenset[str]:
        """The entries of a list that another has not."""
        return self.words(name) - self.words(other)

    def _labelled(self, name: str, *labels: str) -> frozenset[str]:
        """The entries of a labelled list, or the words of a table, that have one of some labels or values."""
        return frozenset(word for word, label in self.table(name).items() if label in labels)

    def _table(self, name: str) -> Mapping[str, Any]:
        """Entry to label for a labelled list (`say: [says, said]` gives says → say), or word to value."""

        def make() -> dict[str, Any]:
            table: dict[str, Any] = {}
            for label, value in self.values(name).items():
                if isinstance(value, (str, list, tuple)) and not (isinstance(value, str) and "\n" not in value):
                    table.update((entry, label) for entry in _entries(value))
                else:
                    table[str(label)] = value
            return table

        return self.shelf.get(f"table {name}", make)

    def _phrases(self, name: str) -> Phrases:
        """The entries by first word, longest first, for `Tokens.phrases`."""
        return self.shelf.get(f"phrases {name}", lambda: self._by_first_word(name))

    def _by_first_word(self, name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        from factlint.tokens import Span, Tokens

        phrases: dict[str, list[tuple[str, ...]]] = {}
        for entry in self.words(name):
            words = (entry.lower(),) if entry.isalpha() else tuple(Tokens(entry, (Span(0, len(entry)),)).lowers)
            phrases.setdefault(words[0], []).append(words)
        return {first: tuple(sorted(rows, key=lambda row: (-len(row), row))) for first, rows in phrases.items()}


class _Open(type):
    """Of a class whose attributes are set by name: mypyc, which gives others fixed ones, leaves it as it is."""


@dataclass_transform(frozen_default=True)
class Bundle(metaclass=_Open):
    """Lists that belong together, as attributes that are only read.

    A named tuple would do, but takes as long to declare as a sentence to annotate: Python writes code for each.
    """

    def __init__(self, *values: Any, **named: Any) -> None:
        self.__dict__.update(zip(type(self).__annotations__, values, strict=False), **named)


def derived(make: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """A function of the lexicon alone; what it gives, plain data that is only read, is shipped ready-made."""
    name = f"{make.__module__}.{make.__qualname__}"
    DERIVED[name] = make

    @lru_cache(maxsize=4)
    @wraps(make)
    def kept(lexicon: Lexicon) -> T:
        return lexicon.shelf.get(name, lambda: make(lexicon))

    return kept


def _entries(raw: Any) -> list[str]:
    return raw.split() if isinstance(raw, str) else list(map(str, raw))
