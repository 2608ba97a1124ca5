"""Capitals: headlines that write every word with one, so that a tagger takes their verbs for parts of names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from factlint.language.words import Words

if TYPE_CHECKING:
    from factlint.tokens import Tokens

_FEWEST = 4  # words by which a headline is judged
_SHORTEST = 4  # letters of such a word: “of”, “and” and “the” stay small
_LEAST = 3  # letters of a verb
_MOST_SMALL = 0.2  # of such words
#: What a surname that opens a sentence may be taken for, and what stands behind one.
_NO_NAMES = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_BEHIND_NAMES = (["VERB"], ["AUX"], ["PUNCT"], ["PART"])
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


def retag_surnames(tokens: Tokens, tags: list[str], firsts: Iterable[int], names: Container[str]) -> None:
    """Makes a name, in place, of a word that opens a sentence where the article has it as a surname: “Hale said no”.

    firsts: the tokens that open sentences. names: given names in small letters. A verb, a comma or an owner's mark
    stands behind it, and the article never writes it small.
    """
    for at in firsts:
        text = tokens.texts[at]
        if tags[at] not in _NO_NAMES or not text[0].isupper() or tags[at + 1 : at + 2] not in _BEHIND_NAMES:
            continue
        places = tokens.index[tokens.lowers[at]]
        if any(tokens.texts[place] != text for place in places):
            continue
        if any(
            tags[place] == "PROPN"
            and place
            and tokens.lowers[place - 1] in names
            and tokens.texts[place - 1][0].isupper()
            for place in places
        ):
            tags[at] = "PROPN"


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
