"""Findings known from before: by code and sentence, in the file where they were or in one that took its place."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Entry(Protocol):
    """A finding that is known."""

    @property
    def code(self) -> str:
        """The rule's."""
        ...

    @property
    def sentence(self) -> str:
        """The sentence's fingerprint."""
        ...

    @property
    def file(self) -> str:
        """Where it was: a path from the folder of the file of entries, with forward slashes."""
        ...


E = TypeVar("E", bound=Entry)


class Known(Generic[E]):
    """Entries, looked up by what was found.

    base: the folder that their paths are from.
    """

    def __init__(self, base: str, entries: Iterable[E]) -> None:
        self.base = base
        self.entries = tuple(entries)
        self._by_sentence: dict[tuple[str, str], list[E]] = {}
        for entry in self.entries:
            self._by_sentence.setdefault((entry.code, entry.sentence), []).append(entry)
        self._there: dict[str, bool] = {}

    def find(self, code: str, sentence: str, place: str) -> E | None:
        """The entry about a finding in a file: one of that file, else one of a file that is no longer there."""
        entries = self._by_sentence.get((code, sentence), ())
        file = self.relative(place)
        own = next((entry for entry in entries if entry.file == file), None)
        return own or next((entry for entry in entries if not self._exists(entry.file)), None)

    def relative(self, place: str) -> str:
        """A file's path from the folder of the entries, with forward slashes."""
        return os.path.relpath(place, self.base or os.curdir).replace(os.sep, "/")

    def _exists(self, file: str) -> bool:
        if file not in self._there:
            self._there[file] = os.path.exists(os.path.join(self.base, file))
        return self._there[file]
