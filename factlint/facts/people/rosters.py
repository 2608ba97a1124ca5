"""Rosters: stretches that do nothing but name people, as a team list, a table of votes or a bill of singers does."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_FEWEST = 5  # names
_SHARE = 0.6  # of the words, those with a capital


def find_rosters(facts: Facts) -> tuple[tuple[int, int], ...]:
    """The rosters, first code point to one past the last, in order: blocks, or else the sentences of blocks."""
    found: list[tuple[int, int]] = []
    capitals = list(accumulate([text[0].isupper() for text in facts.tokens.texts], initial=0))
    for block in facts.paragraphs:
        if capitals[block.last] - capitals[block.first] < _FEWEST:
            continue
        if _lists_people(facts, block.first, block.last):
            found.append((block.start, block.end))
            continue
        for sentence in begun_between(facts.sentences, block.start, block.end):
            several = capitals[sentence.last] - capitals[sentence.first] >= _FEWEST
            if several and _lists_people(facts, sentence.first, sentence.last):
                found.append((sentence.start, sentence.end))
    return tuple(found)


def _lists_people(facts: Facts, first: int, last: int) -> bool:
    """Whether most words between two tokens have capitals, and enough names with marks or figures between them.

    They have as many capitals as a roster has names.
    """
    texts = facts.tokens.texts
    words = [text for text in texts[first:last] if text[0].isalpha()]
    if sum([word[0].isupper() for word in words]) < _SHARE * len(words):
        return False
    # A name ends where a mark or figure stands: “Ann Roe (Ind) 204, Tom Hale 96”.
    ends = sum(
        texts[at][0].isupper() and not texts[at + 1][0].isalpha() and texts[at + 1] != "."
        for at in range(first, last - 1)
    )
    return ends >= _FEWEST
