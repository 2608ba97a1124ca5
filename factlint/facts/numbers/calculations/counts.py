"""Counts: a list that is announced with its length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation, Figure
from factlint.facts.numbers.workings import say

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_LONGEST_ITEM = 8


def find_lists(facts: Facts) -> Iterator[Calculation]:
    """ "three reasons: cost, noise and dust": the items behind the colon, where they are short and alike."""
    tokens, nouns = facts.tokens, facts.lexicon.words("listed-nouns")
    each_alone = facts.lexicon.words("apiece-words")
    for colon in tokens.index.get(":", ()):
        sentence = facts.sentence_at(tokens.starts[colon])
        if not sentence.first < colon < sentence.last - 2 or sentence.kind != "paragraph":
            continue
        announced = _announced(facts, sentence.first, colon, nouns)
        if announced is None:
            continue
        items = _items(facts, colon + 1, sentence.last)
        if items is None or items < 2 or not each_alone.isdisjoint(tokens.lowers[colon : sentence.last]):
            continue  # "in five parts: two of £250 each and three of £200 each" are no two
        text = facts.text(announced)
        holds = items == announced.value
        start, end = announced.start, tokens.ends[sentence.last - 1]
        working = say(facts.lexicon, "list", result=items)
        yield Calculation(start, end, "count", text, str(items), holds, working, False)


def _announced(facts: Facts, first: int, colon: int, nouns: frozenset[str]) -> Figure | None:
    """The figure of "three reasons" just before a colon."""
    lowers = facts.tokens.lowers
    for figure in facts.figures:
        if figure.first < first or figure.last > colon:
            continue
        near = lowers[figure.last : colon]
        if 2 <= figure.value <= 9 and figure.claim == "count" and len(near) <= 4 and not nouns.isdisjoint(near):
            return figure
    return None


def _items(facts: Facts, first: int, last: int) -> int | None:
    """How many items a plain list has: parted by semicolons, or by commas with one "and" before the last."""
    texts, lowers = facts.tokens.texts, facts.tokens.lowers
    joiners = facts.lexicon.union("number-joiners", "list-alternatives")
    body = range(first, last - 1 if texts[last - 1] in ".!?" else last)
    if any(texts[position] in '“”"()' for position in body):
        return None
    if any(texts[position] == ";" for position in body):
        return 1 + sum(1 for position in body if texts[position] == ";")
    joined = [position for position in body if lowers[position] in joiners]
    if len(joined) != 1:
        return None
    commas = [position for position in body if texts[position] == ","]
    if any(comma > joined[0] for comma in commas):
        return None
    edges = [first - 1, *(comma for comma in commas if comma + 1 != joined[0]), joined[0], last]
    if not facts.lexicon.words("rest-words").isdisjoint(lowers[joined[0] : last]):
        return None  # "and the remaining passengers": nobody says how many
    if any(right - left > _LONGEST_ITEM for left, right in pairwise(edges)):
        return None
    return len(edges) - 1
