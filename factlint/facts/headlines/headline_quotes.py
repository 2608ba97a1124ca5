"""Quotations in headlines, subheadings and captions, and whether the text has their words.

British headlines put quotation marks around a claim in words of their own; so what counts is how many of the telling
words the text has in any form, by their beginnings (Porter's stemmer cuts about as much, and costs more).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import Line, TextWords, inside, plain

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_STEM = 5  # letters by which two words are held to be forms of one
_HALF = 0.5  # share of its telling words by which a quotation is held to be the text's
_SINGLE = frozenset("'‘’")
_LONG_CLAIM = 3  # telling words from which a claim in single marks is no mere label


def quotes_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[Quotation, bool, bool, int]]:
    """Every quotation in a line: itself, whether the words are surely another's, the text has them, how many."""
    small = facts.lexicon.words("headline-small-words")
    for quotation in inside(facts.quotations, line.paragraph):
        if not (quotation.opening and quotation.closing):
            continue
        words = facts.tokens.lowers[quotation.first : quotation.last]
        telling = [plain(word) for word in words if word[0].isalnum() and word not in small]
        if not telling:
            continue
        had = sum(_has(word, text) for word in telling)
        single = quotation.opening in _SINGLE
        certain = not single or len(telling) >= _LONG_CLAIM
        yield quotation, certain, had >= _HALF * len(telling), len(telling)


def _has(word: str, text: TextWords) -> bool:
    stem = word[:_STEM]
    return word in text.lowers or word.removesuffix("s") in text.lowers or stem in text.stems(max(4, len(stem)))
