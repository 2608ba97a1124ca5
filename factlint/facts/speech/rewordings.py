"""Rewordings: quotes that say what an earlier one says, in the same order and in other words.

“A gift to smugglers” and “a present for smugglers”; “I normally only take people to East Ham” and “usually I just take
them to East Ham”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.language.kindred import kindred
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_LONGEST = 40  # words of content that are compared
_FEWEST = 3  # words of content that two quotes have in common
_FEWEST_OF_ALL = 2  # the same where the shorter one has no others
_LEAST_SHARE = 0.75  # of the shorter quote's words of content
_RARE = 4  # quotes that may share a word before it says nothing


class Rewording(NamedTuple):
    """Two quotations with the words of content of one in the other, by their places among all.

    earlier: the number of the earlier quotation.
    later: the number of the later one.
    here: the first token of the later one that the earlier has otherwise.
    there: the token that it has in its place.
    share: the share of the shorter one's words of content that the other has: 0 to 1.
    """

    earlier: int
    later: int
    here: int
    there: int
    share: float


def find_rewordings(facts: Facts) -> Iterator[Rewording]:
    """Each quotation that rewords an earlier one, with the first that it rewords."""
    rows = [_content(facts, quotation) if quotation.closing else [] for quotation in facts.quotations]
    lemmas = facts.language.lemmas
    holders: dict[str, list[int]] = {}
    for later, row in enumerate(rows):
        shared: dict[int, int] = {}
        for word in {lemmas[at] for at in row}:
            for earlier in holders.get(word, ())[:_RARE]:
                shared[earlier] = shared.get(earlier, 0) + 1
            holders.setdefault(word, []).append(later)
        for earlier in sorted(shared, key=lambda at: (-shared[at], at))[:2]:
            one, two = facts.quotations[earlier], facts.quotations[later]
            if one.end <= two.start and (found := _compare(facts, rows[earlier], row)) is not None:
                yield Rewording(earlier, later, *found)
                break


def _content(facts: Facts, quotation: Quotation) -> list[int]:
    """The tokens of a quotation's words of content."""
    tags, lemmas = facts.language.tags, facts.language.lemmas
    idle = facts.lexicon.words("words-of-many-quotes")
    places = range(quotation.first, min(quotation.last, quotation.first + 2 * _LONGEST))
    return [at for at in places if tags[at] in _CONTENT and lemmas[at] not in idle][:_LONGEST]


def _compare(facts: Facts, earlier: list[int], later: list[int]) -> tuple[int, int, float] | None:
    """The first two tokens that differ and the share of words in common; None for the same words, or too few."""
    lemmas, lowers, are = facts.language.lemmas, facts.tokens.lowers, kindred(facts.lexicon).are
    short, long = sorted((earlier, later), key=len)
    at, common, equal = 0, 0, 0
    differ: tuple[int, int] | None = None
    for place, one in enumerate(short):
        if common + len(short) - place < _LEAST_SHARE * len(short):
            return None  # whatever the rest has in common
        to = next((to for to in range(at, len(long)) if are(lemmas[one], lemmas[long[to]])), -1)
        if to < 0:
            rest = long[at : at + 1]
            differ = differ or ((one, rest[0]) if rest else None)
            continue
        common, at = common + 1, to + 1
        same = lowers[one] == lowers[long[to]]
        equal += same
        differ = differ or (None if same else (one, long[to]))
    share = common / len(short) if short else 0.0
    enough = common >= _FEWEST or (common == len(short) == len(long) == _FEWEST_OF_ALL)
    if not enough or share < _LEAST_SHARE or differ is None or 2 * equal < common:
        return None
    here, there = differ if short is later else (differ[1], differ[0])
    return here, there, round(share, 3)
