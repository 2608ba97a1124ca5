"""Compounds: one word, two words or a hyphen for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.variants import Choice

_SHORTEST_PART = 2  # letters
_SHORTEST_CLOSED = 6  # letters of a compound that is compared with two open words


def compound_choices(facts: Facts) -> Iterator[Choice]:
    """Compounds that stand in two forms: hyphened and closed, open and closed, hyphened and open.

    A hyphen before a noun and none after it (“a long-term plan”, “in the long term”) are both right, and so are a noun
    and its phrasal verb (“the takeover”, “to take over”): such pairs have the topic open-compound, or are left out.
    """
    tokens = facts.tokens
    index = tokens.index
    particles = facts.lexicon.words("particles")
    for word in [word for word in index if "-" in word and word.count("-") == 1]:
        one, two = word.split("-")
        if len(one) < _SHORTEST_PART or len(two) < _SHORTEST_PART or not (one.isalpha() and two.isalpha()):
            continue
        closed = index.get(one + two, [])
        apart = _apart(facts, one, two) if two not in particles else []
        if closed or one + two in facts.style:
            yield from _places(facts, closed, one + two, one + two, "compound")
            yield from _places(facts, index[word], one + two, word, "compound")
        elif apart:
            yield from _places(facts, index[word], word, word, "open-compound")
            yield from ((start, end, word, f"{one} {two}", "open-compound") for start, end in apart)
    yield from _open_and_closed(facts, particles)


def _open_and_closed(facts: Facts, particles: frozenset[str]) -> Iterator[Choice]:
    tokens = facts.tokens
    lowers = tokens.lowers
    both = facts.lexicon.words("open-and-closed")
    for closed in tokens.index.keys() & set(map(add, lowers, lowers[1:])):
        if len(closed) < _SHORTEST_CLOSED or not closed.isalpha() or closed in both:
            continue
        for cut in range(_SHORTEST_PART + 1, len(closed) - _SHORTEST_PART):
            one, two = closed[:cut], closed[cut:]
            apart = _apart(facts, one, two) if two not in particles else []
            if apart:
                yield from _places(facts, tokens.index[closed], closed, closed, "compound")
                yield from ((start, end, closed, f"{one} {two}", "compound") for start, end in apart)


def _places(facts: Facts, positions: list[int], choice: str, form: str, topic: str) -> Iterator[Choice]:
    tokens = facts.tokens
    return ((tokens.starts[at], tokens.ends[at], choice, form, topic) for at in positions)


def _apart(facts: Facts, one: str, two: str) -> list[tuple[int, int]]:
    """Where the two words stand side by side, a single space between."""
    tokens = facts.tokens
    following = set(tokens.index.get(two, ()))
    return [
        (tokens.starts[at], tokens.ends[at + 1])
        for at in tokens.index.get(one, ())
        if at + 1 in following and tokens.starts[at + 1] == tokens.ends[at] + 1
    ]
