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
_SCATTERED = 4  # telling words of the speaker's own from which they should stand together in the text
_NEAR = 2  # sentences of the text in which they then stand


def quotes_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[Quotation, bool, bool, int]]:
    """Every quotation in a line: itself, whether the words are surely another's, the text has them, how many."""
    small = facts.lexicon.words("headline-small-words")
    own = facts.lexicon.union("first-person-singular", "first-person-plural")
    for quotation in inside(facts.quotations, line.paragraph):
        if not (quotation.opening and quotation.closing):
            continue
        words = facts.tokens.lowers[quotation.first : quotation.last]
        telling = [plain(word) for word in words if word[0].isalnum() and word not in small]
        if not telling:
            continue
        had = sum(_has(word, text) for word in telling)
        single = quotation.opening in _SINGLE
        # “I” and “we” are the speaker's: no claim shortened by the desk has them.
        spoken = not own.isdisjoint(words)
        if spoken and len(telling) >= _SCATTERED:
            had = min(had, _together(facts, telling, text))
        # A claim in the desk's own words has one of the text's at least.
        foreign = not had and len(words) >= _LONG_CLAIM
        certain = (not single or spoken or foreign or len(telling) >= _LONG_CLAIM) and not _is_title(
            facts, quotation, line, small
        )
        yield quotation, certain, had >= _HALF * len(telling), len(telling)


def _is_title(facts: Facts, quotation: Quotation, line: Line, small: frozenset[str]) -> bool:
    """Whether the marks stand round the title of a work: “The Salt Men”."""
    texts = facts.tokens.texts[quotation.first : quotation.last]
    telling = [word for word in texts if word[0].isalpha() and word.lower() not in small]
    return not line.title_case and len(telling) > 1 and all(word[0].isupper() for word in telling)


def _together(facts: Facts, telling: list[str], text: TextWords) -> int:
    """How many of some words the two sentences of the text have that have the most of them."""
    lowers = facts.tokens.lowers
    sentences = [one for one in facts.sentences if one.paragraph in text.numbers]
    best = 0
    for at in range(len(sentences)):
        near = sentences[at : at + _NEAR]
        words = {plain(word) for one in near for word in lowers[one.first : one.last]}
        stems = {word[:_STEM] for word in words}
        best = max(best, sum(word in words or word[:_STEM] in stems for word in telling))
    return best


def _has(word: str, text: TextWords) -> bool:
    stem = word[:_STEM]
    return word in text.lowers or word.removesuffix("s") in text.lowers or stem in text.stems(max(4, len(stem)))
