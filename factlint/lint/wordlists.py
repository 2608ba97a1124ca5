"""Word lists that grow and shrink: what a configuration or a folder of one's own adds to them and takes away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from factlint.lexicon import TAKEN_AWAY, Lexicon
from factlint.nearest import nearest
from factlint.yamlfile import Problem

if TYPE_CHECKING:
    from factlint.config.settings import Word

_MOST_LABELS = 12
#: The list of other names of lists.
NAMES = "list-names"


class ShapeError(ValueError):
    """Entries that cannot be added to a list of another shape; the message is a sentence or two."""


def added(name: str, old: Any, new: Any) -> Any:
    """A list with the entries of another besides; raises ShapeError."""
    if isinstance(old, dict):
        return _with_labels(name, old, new)
    if isinstance(new, dict):
        raise ShapeError(f"The list “{name}” has no labels; give it a list of words.")
    entries = [entry for entry in _cased(old, entries_of(new)) if not _has(old, entry)]
    return f"{old} {' '.join(entries)}" if isinstance(old, str) else [*old, *entries]


def entries_of(value: Any) -> list[Any]:
    """The entries of a list, of a block of words, or a single value as one."""
    if isinstance(value, str) and "\n" in value:
        return value.split()
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _with_labels(name: str, old: dict[str, Any], new: Any) -> dict[str, Any]:
    if not isinstance(new, dict):
        if not _labels_itself(old):
            labels = list(old)
            shown = ", ".join(labels[:_MOST_LABELS]) + (" …" if len(labels) > _MOST_LABELS else "")
            raise ShapeError(
                f"The list “{name}” has labels; say under which: {name}: {{{labels[0]}: […]}}. Labels: {shown}."
            )
        # In a list of words by their dictionary forms, a word that is given alone is its own.
        new = {str(entry): [entry] for entry in entries_of(new)}
    lists = any(isinstance(value, list) for value in old.values())
    merged = dict(old)
    for label, value in new.items():
        if label in old and isinstance(old[label], list):
            merged[label] = [*old[label], *(entry for entry in entries_of(value) if entry not in old[label])]
        else:
            merged[label] = entries_of(value) if lists else value
    return merged


def _labels_itself(lists: Mapping[str, Any]) -> bool:
    """Whether a list has the forms of words under the words themselves: say: [say, says, said]."""
    owned = sum(isinstance(value, list) and label in value for label, value in lists.items())
    return owned * 2 > len(lists)


def _slip(word: Word, old: Any) -> str:
    """What was meant by a label that is nearly one of a list's few; nothing where it is one, or may well be new."""
    if word.label is None or not isinstance(old, dict) or word.label in old or len(old) > _MOST_LABELS:
        return ""
    return "" if _labels_itself(old) else nearest(word.label, old)


def _cased(old: Any, entries: Iterable[Any]) -> list[str]:
    """Entries as the list has its own: in small letters where all of those are."""
    small = old == old.lower() if isinstance(old, str) else all(str(word) == str(word).lower() for word in old)
    return [str(entry).lower() if small else str(entry) for entry in entries]


def _has(old: Any, entry: str) -> bool:
    return entry in (old.split() if isinstance(old, str) else old)


class Changes:
    """The lists that a configuration changes.

    lists: the changed ones, whole.
    problems: what names no list, no word of it, or has not its shape.
    idle: words that stand in their list already, each with its place.
    """

    def __init__(self, words: Iterable[Word], lexicon: Lexicon) -> None:
        self.lists: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.idle: list[Problem] = []
        self._lexicon = lexicon
        self._names: Mapping[str, str] = lexicon.values(NAMES) if NAMES in lexicon else {}
        for word in words:
            self._change(self._by_its_own_name(word))

    def _by_its_own_name(self, word: Word) -> Word:
        """The change with the list's own name, and its label where the name given stands for one."""
        if word.list not in self._names or word.label is not None:
            return word
        name, _, label = self._names[word.list].partition(" ")
        return word._replace(list=name, label=label or None)

    def _change(self, word: Word) -> None:
        if word.list not in self._lexicon:
            if word.list in self._names:
                said = f"The list “{word.list}” has no labels; give it a list of words."
            else:
                hint = nearest(word.list, (*self._lexicon.names, *self._names))
                said = f"There is no word list “{word.list}”.{hint}"
            told = Problem(*word.list_origin, said)
            if told not in self.problems:
                self.problems.append(told)
            return
        old = self.lists.get(word.list, self._lexicon.values(word.list))
        if word.added:
            self._add(word, old)
        else:
            self._remove(word, old)

    def _add(self, word: Word, old: Any) -> None:
        if hint := _slip(word, old):
            told = Problem(*word.list_origin, f"The list “{word.list}” has no label “{word.label}”.{hint}")
            self.problems += [told] if told not in self.problems else []
            return
        if not isinstance(word.entry, str) and all(isinstance(entry, str) for entry in _flat(old)):
            told = Problem(*word.origin, f"“{word.entry}” is no word. Put it in quotation marks, if it is one.")
            self.problems.append(told)
            return
        new = [word.entry] if word.label is None else {word.label: _like(old, word)}
        try:
            changed = added(word.list, old, new)
        except ShapeError as error:
            self.problems.append(Problem(*word.origin, str(error)))
            return
        there = changed == old or (word.label is None and isinstance(old, dict) and word.entry in set(_flat(old)))
        if there:
            self.idle.append(Problem(*word.origin, f"“{word.entry}” stands in the list “{word.list}” already."))
        else:
            self.lists[word.list] = changed

    def _remove(self, word: Word, old: Any) -> None:
        if isinstance(old, dict):
            changed: Any = _without(old, word)
        else:
            entry = _cased(old, [word.entry])[0]
            changed = [other for other in entries_of(old) if other != entry]
        if changed == old or (not isinstance(old, dict) and len(changed) == len(entries_of(old))):
            hint = nearest(str(word.entry), set(map(str, _flat(old))))
            self.problems.append(Problem(*word.origin, f"“{word.entry}” is not in the list “{word.list}”.{hint}"))
        elif not changed:
            told = f"“{word.entry}” is the last word of the list “{word.list}”; it cannot be taken away."
            self.problems.append(Problem(*word.origin, told))
        else:
            self.lists[word.list] = changed
            self.lists[TAKEN_AWAY] = [*self.lists.get(TAKEN_AWAY, ()), str(word.entry).lower()]


def _like(old: Any, word: Word) -> Any:
    """An entry as the label has its own: alone where the list gives values to words."""
    single = isinstance(old, dict) and not any(isinstance(value, list) for value in old.values())
    return word.entry if single else [word.entry]


def _without(old: dict[str, Any], word: Word) -> dict[str, Any]:
    """A list with labels without an entry: the label of that name with all its words, else wherever it stands."""
    if word.label is None and word.entry in old:
        return {label: value for label, value in old.items() if label != word.entry}
    changed = {}
    for label, value in old.items():
        if word.label not in (None, label):
            changed[label] = value
        elif isinstance(value, list):
            changed[label] = [entry for entry in value if entry != word.entry]
        elif value != word.entry:
            changed[label] = value
    return {label: value for label, value in changed.items() if value != []}


def _flat(old: Any) -> Iterator[Any]:
    """Every word of a list, labels included."""
    if not isinstance(old, dict):
        yield from entries_of(old)
        return
    for label, value in old.items():
        yield label
        yield from entries_of(value) if isinstance(value, (list, str)) else ()
