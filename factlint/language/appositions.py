"""Appositions: which phrase says again, in other words, what the phrase before it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from factlint.language.attachment import VERBAL, Weights, apposition_features, codes_of
from factlint.language.constituents import Constituent
from factlint.language.phrases import Chunk

#: Two places in a row: the phrase, and the one that it is in apposition to.
Pairs = Mapping[int, int]

_PHRASES = frozenset("NXTO")
_ENDS = VERBAL | frozenset(".;S")
_FARTHEST = 8
_CHOICES = 3


def candidates(codes: str, chunks: Sequence[Chunk], row: Sequence[Constituent]) -> Iterator[tuple[int, int]]:
    """The pairs of places, earlier and later, whose phrases may be in apposition."""
    for earlier in range(len(codes)):
        if codes[earlier] not in _PHRASES:
            continue
        seen = 0
        for later in range(earlier + 1, min(len(codes), earlier + _FARTHEST + 1)):
            code = codes[later]
            if code in _ENDS:
                break
            if code in _PHRASES:
                between = codes[earlier + 1 : later]
                if between.count(",") > 1:
                    break
                yield earlier, later
                seen += 1
                if seen == _CHOICES:
                    break


def mark(
    chunk: Chunk,
    lowers: Sequence[str],
    tags: Sequence[str],
    kinds: Mapping[str, str],
    classes: Callable[[str], frozenset[str]],
) -> str:
    """What a phrase is, for the features: its determiner, its head's part of speech and class."""
    if chunk.determiner is not None:
        determiner = _DETERMINERS.get(kinds.get(chunk.determiner, ""), "0")
    else:
        determiner = "p" if chunk.owned else "0"
    tag = _TAGS.get(tags[chunk.head], "?")
    if tag == "P":
        return determiner + tag + ("L" if chunk.last - chunk.first > 1 else "S")
    if tag == "n":
        told = classes(lowers[chunk.head])
        return determiner + tag + next((letter for name, letter in _CLASSES.items() if name in told), "")
    return determiner + tag


_DETERMINERS = {"definite": "t", "indefinite": "a", "possessive": "p", "demonstrative": "d"}
_TAGS = {"NOUN": "n", "PROPN": "P", "NUM": "1", "PRON": "o", "ADJ": "j", "SYM": "$", "VERB": "v"}
_CLASSES = {"person": "h", "group": "g", "place": "l", "time": "t", "quantity": "q", "artefact": "k", "document": "d"}


def agree(earlier: Chunk, later: Chunk, lowers: Sequence[str], endings: tuple[str, ...]) -> str:
    """Whether two phrases seem to be of one number, and whether they have one head."""
    one, two = lowers[earlier.head], lowers[later.head]
    number = "=" if one.endswith(endings) == two.endswith(endings) else "!"
    return number + ("i" if one == two else "")


def find_pairs(
    row: Sequence[Constituent],
    chunks: Sequence[Chunk],
    marks: Callable[[Chunk], str],
    agreement: Callable[[Chunk, Chunk], str],
    weights: Weights,
) -> Pairs:
    """Of each phrase that stands in apposition the phrase that it explains, as places in the row."""
    codes = codes_of(row)
    get = weights.get
    found: dict[int, int] = {}
    most: dict[int, float] = {}
    for earlier, later in candidates(codes, chunks, row):
        one, two = chunks[row[earlier].place], chunks[row[later].place]
        total = 0.0
        for feature in apposition_features(codes, earlier, later, (marks(one), marks(two)), agreement(one, two)):
            total += get(feature, 0.0)
        if total > 0 and total > most.get(later, 0.0):
            found[later], most[later] = earlier, total
    return found
