"""Words: what a word can be (parts of speech, noun and verb classes) and which dictionary form it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factlint.lexicon import Lexicon
from factlint.record import NamedTuple

#: A part of speech as tags name it → its letter in the lexicon.
LETTERS = {"NOUN": "N", "PROPN": "P", "VERB": "V", "AUX": "V", "ADJ": "A", "ADV": "D"}
_NONE: frozenset[str] = frozenset()
#: The list that is built: a line a word, in blocks.
_BUILT = "word-classes"
_MOST = 50_000  # forms that are kept


class Reading(NamedTuple):
    """What a form can be.

    parts: its own parts of speech as the lexicon orders them, one letter each; a small letter is a rare one.
    inflections: pairs of (kind, lemma) where it is an inflected form; a kind is a letter and a form: `Np` plural noun,
        `Vs` third person, `Vd` past, `Vn` past participle, `Vg` participle in -ing, `Ar` comparative, `At` superlative.
    key: both as one short string, the same for words that can be the same.
    known: whether the lexicon has it or what it is an inflected form of.
    """

    parts: str
    inflections: tuple[tuple[str, str], ...]
    key: str
    known: bool


class _Part(NamedTuple):
    """One part of a word's line: `N:person,group`, or `Vd=see` where the word is an irregular form."""

    letter: str
    classes: frozenset[str]
    lemma: str


class Words:
    """The lexicon's words, looked up by lower-case form; what was looked up once is kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_hand: dict[str, str] = {}
        built: str = lexicon.values(_BUILT) if _BUILT in lexicon else ""
        for name in ("function-words", "more-words"):
            if name in lexicon:
                self._by_hand.update(lexicon.table(name))
        # Blocks of lines in order: a dictionary of forty thousand words would take longer to make than an article.
        self._blocks = ["\n" + block for block in built.split("\n\n") if block]
        self._firsts = [block[1 : block.index(" ")] for block in self._blocks]
        self._endings = _by_ending(lexicon, "inflections")
        self._guessed = _by_ending(lexicon, "guessed-inflections")
        self._suffixes: Mapping[str, str] = lexicon.table("word-suffixes") if "word-suffixes" in lexicon else {}
        self._longest = max(map(len, self._suffixes), default=0)
        self._parts: dict[str, tuple[_Part, ...]] = {}
        self._readings: dict[str, Reading] = {}
        self._lemmas: dict[str, dict[str, str]] = {letter: {} for letter in LETTERS.values()}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._verb_forms: dict[str, str] = {}
        self._nouns: dict[str, frozenset[str]] = {}
        self._verbs: dict[str, frozenset[str]] = {}

    def tags(self, lower: str) -> str:
        """Possible parts of speech, one letter each, likeliest first: N noun, P proper noun, V verb, A adjective,
        D adverb, X auxiliary, R preposition, T determiner, O pronoun, C conjunction, S subordinator, M numeral,
        I interjection, L particle; empty for a word that is not known."""
        reading = self.reading(lower)
        letters = reading.parts + "".join(kind[0] for kind, _ in reading.inflections)
        return "".join(dict.fromkeys(letters.upper())) if reading.known else ""

    def lemma(self, lower: str, pos: str) -> str:
        """The dictionary form as a part of speech (NOUN, VERB …); the form itself where it is no inflected one."""
        letter = LETTERS.get(pos)
        if letter is None:
            return lower
        kept = self._lemmas[letter]
        found = kept.get(lower)
        if found is None:
            found = lower
            for kind, lemma in self.reading(lower).inflections:
                if kind[0] == letter:
                    found = lemma
                    break
            kept[lower] = found
        return found

    def lemmas(self, lowers: Sequence[str], tags: Sequence[str]) -> list[str]:
        """The dictionary form of each word as the part of speech that it has."""
        kept, lemma = {pos: self._lemmas[letter] for pos, letter in LETTERS.items()}, self.lemma
        return [
            (kept[pos].get(lower) or lemma(lower, pos)) if pos in kept else lower
            for lower, pos in zip(lowers, tags, strict=True)
        ]

    def forms(self, lower: str) -> tuple[str, ...]:
        """The form itself and the dictionary forms that it may belong to, each once."""
        found = self._forms.get(lower)
        if found is None:
            lemmas = dict.fromkeys(lemma for _, lemma in self.reading(lower).inflections)
            found = self._forms[lower] = (lower, *(lemma for lemma in lemmas if lemma != lower))
        return found

    def noun_classes(self, lemma: str) -> frozenset[str]:
        """The classes of the common senses of a noun: person, group, place, document …"""
        found = self._nouns.get(lemma)
        if found is None:
            found = self._nouns[lemma] = self._classes(lemma, "NP")
        return found

    def verb_classes(self, lemma: str) -> frozenset[str]:
        """The classes of the common senses of a verb: saying, thinking, change, motion …"""
        found = self._verbs.get(lemma)
        if found is None:
            found = self._verbs[lemma] = self._classes(lemma, "V")
        return found

    def verb_forms(self, lower: str) -> str:
        """Which forms of a verb it can be: b base, s third person, d past, n past participle, g in -ing."""
        found = self._verb_forms.get(lower)
        if found is None:
            reading = self.reading(lower)
            found = "b" if "V" in reading.parts.upper() else ""
            found += "".join(dict.fromkeys(kind[1] for kind, _ in reading.inflections if kind[0] == "V"))
            self._verb_forms[lower] = found
        return found

    def is_plural(self, lower: str) -> bool:
        """Whether it can be the plural of a noun."""
        return any(kind == "Np" for kind, _ in self.reading(lower).inflections)

    def inflections(self, lower: str) -> tuple[tuple[str, str], ...]:
        """The (kind, lemma) pairs of a form; see `Reading`."""
        return self.reading(lower).inflections

    def reading(self, lower: str) -> Reading:
        """All that a form can be; of one that is not known, what its ending makes likely."""
        reading = self._readings.get(lower)
        if reading is None:
            if len(self._readings) > _MOST:
                self._forget()
            reading = self._readings[lower] = self._read_form(lower)
        return reading

    def _forget(self) -> None:
        self._readings.clear()
        self._forms.clear()
        self._verb_forms.clear()
        self._nouns.clear()
        self._verbs.clear()
        for lemmas in self._lemmas.values():
            lemmas.clear()

    def _classes(self, lemma: str, letters: str) -> frozenset[str]:
        signature = self._signature(lemma)
        if signature is None:
            known = [base for kind, base in self.reading(lemma).inflections if kind[0] in letters and base != lemma]
            if known:
                return self._classes(known[0], letters)
            signature = self._suffix(lemma)
        found = [part.classes for part in self._parts_of(signature) if part.letter.upper() in letters]
        return found[0].union(*found[1:]) if found else _NONE

    def _signature(self, lower: str) -> str | None:
        """What the lexicon has on a word, or None."""
        if (by_hand := self._by_hand.get(lower)) is not None:
            return by_hand
        at = bisect_right(self._firsts, lower) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        found = block.find(f"\n{lower} ")
        if found < 0:
            return None
        start = found + len(lower) + 2
        end = block.find("\n", start)
        return block[start:end] if end > 0 else block[start:]

    def _parts_of(self, signature: str) -> tuple[_Part, ...]:
        parts = self._parts.get(signature)
        if parts is None:
            parts = self._parts[signature] = tuple(map(_part, signature.split()))
        return parts

    def _read_form(self, lower: str) -> Reading:
        parts, found = "", {}
        if (own := self._signature(lower)) is not None:
            for part in self._parts_of(own):
                if part.lemma:
                    found[part.letter, part.lemma] = part.letter
                else:
                    parts += part.letter
        taken = {kind for kind, _ in found}
        for stem, kinds in _stems(lower, self._endings):
            signature = self._signature(stem)
            if signature is None:
                continue
            for part in self._parts_of(signature):
                letter = "N" if part.letter in "Pp" else part.letter.upper()
                for kind in kinds:
                    if kind[0] == letter and not part.lemma and not (kind in taken or letter in taken):
                        found[kind, stem] = part.letter + kind[1]
            taken.update(kind for kind, _ in found)
        if parts or found:
            return Reading(parts, tuple(found), parts + "".join(dict.fromkeys(found.values())), True)
        stems = _stems(lower, self._guessed)
        inflections = tuple((kind, stems[0][0]) for kind in stems[0][1]) if stems else ()
        parts = "".join(part.letter for part in self._parts_of(self._suffix(lower)))
        return Reading(parts, inflections, "?" + parts, False)

    def _suffix(self, lower: str) -> str:
        """The signature that the longest known suffix of a word makes likely."""
        for size in range(min(self._longest, len(lower) - 2), 0, -1):
            if (signature := self._suffixes.get(lower[-size:])) is not None:
                return signature
        return ""


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """The words of a lexicon, the same for all articles of a run."""
    return Words(lexicon)


def _part(text: str) -> _Part:
    name, equals, lemma = text.partition("=")
    if equals:
        return _Part(name, _NONE, lemma)
    letter, _, classes = text.partition(":")
    return _Part(letter, frozenset(classes.split(",") if classes else ()), "")


def _by_ending(lexicon: Lexicon, name: str) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Ending → what takes its place in the lemma, in order, each with the kinds of form that it may make."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    table: Mapping[str, str] = lexicon.values(name) if name in lexicon else {}
    for kinds, lines in table.items():
        for ending, *stems in map(str.split, lines.splitlines()):
            rows = found.setdefault(ending, [])
            rows += [("" if stem == "-" else stem, tuple(kinds.split())) for stem in stems]
    return {ending: tuple(rows) for ending, rows in found.items()}


def _stems(
    lower: str, endings: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
) -> list[tuple[str, tuple[str, ...]]]:
    """The forms that a form may be made from, those of the longest ending first, with the kinds of form."""
    found = []
    for size in range(min(5, len(lower) - 2), 0, -1):
        if (rows := endings.get(lower[-size:])) is not None:
            found += [(lower[:-size] + stem, kinds) for stem, kinds in rows]
    return found
