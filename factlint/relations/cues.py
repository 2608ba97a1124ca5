"""Cues: the words that make a figure a claim about others, and the figure that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.relations.quantities import Quantities, Quantity

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 3  # words between a figure and its cue
_STOPS = frozenset('.;:!?()“”"')


def before(facts: Analysis, quantities: Quantities, cues: str, reach: int = _REACH) -> Iterator[Quantity]:
    """The figures right behind one of a list's phrases: “a margin of 4,706”."""
    for _, last in facts.tokens.phrases(facts.lexicon.phrases(cues)):
        quantity = quantities.after(last, reach)
        if quantity is not None and _hedged(facts, last, quantity.first):
            yield quantity


def behind(facts: Analysis, quantities: Quantities, cues: str, reach: int = _REACH) -> Iterator[Quantity]:
    """The figures right before one of a list's phrases: “22 days less”."""
    for first, _ in facts.tokens.phrases(facts.lexicon.phrases(cues)):
        quantity = quantities.before(first, reach)
        if quantity is not None and _counted(facts, quantity.last, first):
            yield quantity


def _hedged(facts: Analysis, first: int, last: int) -> bool:
    """Whether nothing but articles and hedges stands in a token range: “a margin of [only] 4,706”."""
    lexicon = facts.lexicon
    between = lexicon.union("indefinite-articles", "small-hedges", "currency-signs")
    return between.issuperset(facts.tokens.lowers[first:last])


def _counted(facts: Analysis, first: int, last: int) -> bool:
    """Whether nothing but what is counted stands in a token range: “22 [days] less”."""
    lowers = facts.tokens.lowers[first:last]
    return facts.lexicon.words("not-counted").isdisjoint(lowers) and all(w[0].isalpha() or w in "-–" for w in lowers)


def cued_by(facts: Analysis, quantity: Quantity, words: frozenset[str], back: int, on: int) -> bool:
    """Whether one of some words stands so many tokens before a figure or behind it, with no stop between."""
    lowers = facts.tokens.lowers
    for position in range(quantity.first - 1, max(-1, quantity.first - 1 - back), -1):
        if lowers[position] in _STOPS:
            break
        if lowers[position] in words:
            return True
    for position in range(quantity.last, min(len(lowers), quantity.last + on)):
        if lowers[position] in _STOPS:
            break
        if lowers[position] in words:
            return True
    return False


def sentence_words(facts: Analysis, quantity: Quantity) -> set[str]:
    """The words of the sentence in which a figure stands, in lower case."""
    sentence = facts.sentences[quantity.sentence]
    return set(facts.tokens.lowers[sentence.first : sentence.last])


def clause_words(facts: Analysis, quantity: Quantity) -> set[str]:
    """The words around a figure, back and on to a mark, in lower case."""
    sentence = facts.sentences[quantity.sentence]
    lowers = facts.tokens.lowers
    first, last = quantity.first, quantity.last
    while first > sentence.first and lowers[first - 1] not in _STOPS and lowers[first - 1] != ",":
        first -= 1
    while last < sentence.last and lowers[last] not in _STOPS and lowers[last] != ",":
        last += 1
    return set(lowers[first:last])


def are_some(facts: Analysis, first: int, last: int, name: str = "some-phrases") -> bool:
    """Whether a token range says that there are others, “Roe, Lind and Hay among them”; or has another list's words."""
    lowers, phrases = facts.tokens.lowers, facts.lexicon.phrases(name)
    return any(
        tuple(lowers[at : at + len(phrase)]) == phrase
        for at in range(first, min(last, len(lowers)))
        for phrase in phrases.get(lowers[at], ())
    )
