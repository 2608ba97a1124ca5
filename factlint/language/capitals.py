"""Capitals: headlines that write every word with one, so that a tagger takes their verbs for parts of names."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factlint.language.words import Words

_FEWEST = 4  # words by which a headline is judged
_SHORTEST = 4  # letters of such a word: “of”, “and” and “the” stay small
_LEAST = 3  # letters of a verb
_MOST_SMALL = 0.2  # of such words
#: What a word may be told to be; a noun with a capital stays a name.
_TOLD = frozenset({"VERB", "ADV"})


def in_small_letters(texts: Sequence[str], lowers: Sequence[str], words: Words, names: Container[str]) -> list[str]:
    """A headline's words as a sentence writes them; empty where it does not write them all with capitals.

    What no dictionary has, and what `names` have, keeps its capital.
    """
    judged = [text for text in texts if len(text) >= _SHORTEST and text.isalpha()]
    small = sum([text[0].islower() for text in judged])
    if len(judged) < _FEWEST or small > _MOST_SMALL * len(judged) or all(text.isupper() for text in judged):
        return []
    return [
        lower
        if text[0].isupper() and not text.isupper() and words.reading(lower).known and lower not in names
        else text
        for text, lower in zip(texts, lowers, strict=True)
    ]


def without_capitals(texts: Sequence[str], lowers: Sequence[str], words: Words, names: Container[str]) -> list[str]:
    """The words of a headline set in capitals as a sentence writes them; empty where it is not."""
    written = [text for text in texts if text.isalpha()]
    if sum([len(text) >= _LEAST for text in written]) < _FEWEST or not all(text.isupper() for text in written):
        return []
    known = [words.reading(lower).known and lower not in names for lower in lowers]
    return [lower if one else lower.title() for lower, one in zip(lowers, known, strict=True)]


def retag_names(
    lowers: Sequence[str], tags: list[str], first: int, told: Sequence[str], words: Words, names: Container[str]
) -> None:
    """Makes of names the verbs and adverbs that they are told to be, in place, from the token `first` on.

    What may be a noun is a verb in its plain form behind a plural only: “Tim Cook”, “Flats Mix Old and New”.
    """
    for at, tag in enumerate(told, first):
        lower = lowers[at]
        if tag not in _TOLD or tags[at] != "PROPN" or len(lower) < _LEAST or (at > first and lowers[at - 1] in names):
            continue
        doubtful = "b" in words.verb_forms(lower) and "N" in words.tags(lower)
        if not doubtful or (at > first and words.is_plural(lowers[at - 1])):
            tags[at] = tag
