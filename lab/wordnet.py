"""WordNet's lexicographer classes and how often its senses stand in texts, by lemma and part of speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

#: Lexicographer file number → name of the class.
NOUN_CLASSES = {
    4: "act", 5: "animal", 6: "artefact", 7: "attribute", 8: "body", 9: "thought", 10: "document", 11: "event",
    12: "feeling", 13: "food", 14: "group", 15: "place", 16: "motive", 17: "object", 18: "person", 19: "phenomenon",
    20: "plant", 21: "money", 22: "process", 23: "quantity", 24: "relation", 25: "shape", 26: "state",
    27: "substance", 28: "time",
}  # fmt: skip
VERB_CLASSES = {
    29: "body", 30: "change", 31: "thinking", 32: "saying", 33: "contest", 34: "consuming", 35: "contact",
    36: "making", 37: "feeling", 38: "motion", 39: "seeing", 40: "giving", 41: "social", 42: "being", 43: "weather",
}  # fmt: skip
#: The few nouns at the top of the hierarchy stand in a file of their own: head word of the synset → class.
_TOPS = {
    "person": "person", "group": "group", "animal": "animal", "plant": "plant", "food": "food", "act": "act",
    "event": "event", "time": "time", "location": "place", "artifact": "artefact", "object": "object",
    "communication": "document", "cognition": "thought", "feeling": "feeling", "state": "state", "shape": "shape",
    "attribute": "attribute", "quantity": "quantity", "measure": "quantity", "possession": "money",
    "process": "process", "phenomenon": "phenomenon", "relation": "relation", "substance": "substance",
    "motivation": "motive",
}  # fmt: skip
_SENSE_TYPES = {"noun": "1", "verb": "2", "adj": "35", "adv": "4"}


class Entry(NamedTuple):
    """A lemma in one part of speech: its classes in sense order with their counts in tagged texts, and the total.

    capital: whether WordNet writes it with a capital; instance: whether it names one thing alone (London).
    """

    classes: tuple[tuple[str, int], ...]
    count: int
    capital: bool
    instance: bool


def entries(files: Mapping[str, bytes]) -> dict[str, dict[str, Entry]]:
    """Part of speech (noun, verb, adj, adv) → lemma in lower case → entry; single words only."""
    counts = _counts(files["cntlist.rev"].decode("ascii"))
    synsets = {pos: _synsets(files[f"data.{pos}"].decode("latin-1")) for pos in ("noun", "verb")}
    found: dict[str, dict[str, Entry]] = {}
    for pos in ("noun", "verb", "adj", "adv"):
        found[pos] = {}
        for line in files[f"index.{pos}"].decode("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            lemma, senses = fields[0], int(fields[2])
            if "_" in lemma:
                continue
            numbers = [sum(counts.get((lemma, kind, n), 0) for kind in _SENSE_TYPES[pos]) for n in range(1, senses + 1)]
            rows = [synsets[pos][offset] for offset in fields[-senses:]] if pos in synsets else []
            found[pos][lemma] = Entry(
                tuple((row.of(pos), number) for row, number in zip(rows, numbers, strict=False)),
                sum(numbers),
                bool(rows) and all(lemma not in row.words for row in rows),
                bool(rows) and all(row.instance for row in rows),
            )
    return found


class _Synset(NamedTuple):
    file: int
    words: tuple[str, ...]
    instance: bool

    def of(self, pos: str) -> str:
        if pos == "verb":
            return VERB_CLASSES[self.file]
        if self.file in NOUN_CLASSES:
            return NOUN_CLASSES[self.file]
        return next((_TOPS[word] for word in self.words if word in _TOPS), "")


def _synsets(text: str) -> dict[str, _Synset]:
    found = {}
    for line in text.splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        size = int(fields[3], 16)
        words = tuple(fields[4 : 4 + 2 * size : 2])
        found[fields[0]] = _Synset(int(fields[1]), words, "@i" in fields)
    return found


def _counts(text: str) -> dict[tuple[str, str, int], int]:
    """(lemma, sense type, sense number) → how often tagged texts have the sense."""
    found = {}
    for line in text.splitlines():
        key, number, count = line.split()
        lemma, _, sense = key.partition("%")
        found[lemma, sense[0], int(number)] = int(count)
    return found


class Synset(NamedTuple):
    """One sense: its part of speech and place in the file, its words, and the senses that it points at, by symbol.

    Of its words some, by number, have an antonym: a word of another sense.
    """

    key: tuple[str, str]
    words: tuple[str, ...]
    pointers: tuple[tuple[str, tuple[str, str]], ...]
    antonyms: tuple[tuple[int, tuple[tuple[str, str], int]], ...] = ()


_POINTED = "nvas"
_NO_SENSE = 100
_LETTER = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


class Net:
    """The nouns and verbs, or other parts of speech that are asked for, with their pointers.

    `~` narrower, `@` wider, `+` derived, `*` entailed, `>` caused, `&` alike.
    """

    def __init__(self, files: Mapping[str, bytes], parts: tuple[str, ...] = ("noun", "verb")) -> None:
        self.synsets: dict[tuple[str, str], Synset] = {}
        self._senses: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._instances: set[tuple[str, str]] = set()
        for pos in parts:
            for line in files[f"data.{pos}"].decode("latin-1").splitlines():
                if not line.startswith(" "):
                    synset = _pointing(_LETTER[pos], line)
                    self.synsets[synset.key] = synset
                    if " @i " in line:
                        self._instances.add(synset.key)
            for line in files[f"index.{pos}"].decode("latin-1").splitlines():
                if not line.startswith(" "):
                    fields, letter = line.split(), _LETTER[pos]
                    self._senses[fields[0], letter] = [(letter, key) for key in fields[-int(fields[2]) :]]
        self._counts = _counts(files["cntlist.rev"].decode("ascii"))

    def count(self, lemma: str) -> int:
        """How often tagged texts have a lemma, as a noun or a verb."""
        return sum(
            self._counts.get((lemma, _SENSE_TYPES[pos], number + 1), 0)
            for pos, letter in (("noun", "n"), ("verb", "v"))
            for number in range(len(self._senses.get((lemma, letter), ())))
        )

    def common(self, noun: str, share: float) -> list[tuple[str, str]]:
        """A noun's first sense, and every other that has at least a share of its uses."""
        senses = self._senses.get((noun, "n"), [])
        counts = [self._counts.get((noun, "1", number + 1), 0) for number in range(len(senses))]
        total = sum(counts)
        return [key for at, key in enumerate(senses) if at == 0 or (total and counts[at] >= share * total)]

    def lemmas(self, letter: str) -> list[str]:
        """Every word of a part of speech."""
        return [lemma for lemma, own in self._senses if own == letter]

    def senses(self, lemma: str, letter: str) -> list[tuple[str, str]]:
        """A word's senses as one part of speech, the commonest first."""
        return self._senses.get((lemma, letter), [])

    def rank(self, lemma: str, key: tuple[str, str]) -> int:
        """Which of a word's senses one is, counted from 0; a number past all where it is none."""
        senses = self.senses(lemma, key[0])
        return senses.index(key) if key in senses else len(senses) + _NO_SENSE

    def use(self, lemma: str, key: tuple[str, str]) -> tuple[int, float, int]:
        """A sense's rank among a word's, its share of the uses in tagged texts, and how many these are."""
        name = next(pos for pos, letter in _LETTER.items() if letter == key[0])
        counts = [
            sum(self._counts.get((lemma, kind, number + 1), 0) for kind in _SENSE_TYPES[name])
            for number in range(len(self.senses(lemma, key[0])))
        ]
        rank, total = self.rank(lemma, key), sum(counts)
        return rank, counts[rank] / total if total and rank < len(counts) else 0.0, total

    def is_instance(self, key: tuple[str, str]) -> bool:
        """Whether a sense is of one thing alone: London."""
        return key in self._instances

    def antonyms(self) -> Iterator[tuple[tuple[str, str], str, tuple[str, str], str]]:
        """Each sense with its word, and the sense and word that are its opposite."""
        for synset in self.synsets.values():
            for own, (to, other) in synset.antonyms:
                yield synset.key, synset.words[own], to, self.synsets[to].words[other]

    def pointed(self, key: tuple[str, str], symbols: str) -> list[tuple[str, str]]:
        """The senses that one points at with any of some symbols."""
        return [to for symbol, to in self.synsets[key].pointers if symbol in symbols]

    def below(self, key: tuple[str, str]) -> set[tuple[str, str]]:
        """A sense and all narrower ones."""
        found: set[tuple[str, str]] = set()
        left = [key]
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.pointed(one, "~")
        return found


def _pointing(letter: str, line: str) -> Synset:
    fields = line.split(" | ")[0].split()
    size = int(fields[3], 16)
    words = tuple(word.split("(")[0].lower() for word in fields[4 : 4 + 2 * size : 2])
    at = 4 + 2 * size
    rows = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
    pointers = tuple((symbol, (_kind(pos), key)) for symbol, key, pos, _ in rows if pos in _POINTED)
    antonyms = tuple(
        (int(ends[:2], 16) - 1, ((_kind(pos), key), int(ends[2:], 16) - 1))
        for symbol, key, pos, ends in rows
        if symbol == "!" and ends != "0000"
    )
    return Synset((letter, fields[0]), words, pointers, antonyms)


def _kind(pos: str) -> str:
    """A part of speech, of which WordNet has two for adjectives."""
    return "a" if pos == "s" else pos
