"""Outranked: a rank against the names told to stand before it: “behind Ghana, Peru and Togo … the third-largest”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.cues import are_some
from factlint.relations.lists import names_from
from factlint.relations.quantities import Quantities
from factlint.relations.ranks import ranks_told
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NEAR = 3  # sentences between a rank and those before it
_FEWEST = 2


class _Row(NamedTuple):
    """Those who are told to stand before another, by name.

    sentence: number of its sentence.
    first, last: half-open token range of the names.
    length: how many they are.
    """

    sentence: int
    first: int
    last: int
    length: int


def find_outranked(quantities: Quantities) -> Iterator[Relation]:
    """Every rank near the only row of names that stand before somebody, where it is not the one behind the last."""
    facts = quantities.facts
    rows = list(_rows(facts))
    if len(rows) != 1:
        return
    row = rows[0]
    told = [(rank, word) for rank, word in ranks_told(quantities) if abs(rank.sentence - row.sentence) <= _NEAR]
    rank = row.length + 1
    if not told or any(claim.value == rank for claim, _ in told) or _is_shared(facts, row, told[0][0].sentence):
        return
    claim = told[0][0]
    if len({one.value for one, _ in told}) > 1 or abs(claim.value - rank) != 1:
        return
    working = say(facts.lexicon, "better", count=row.length, result=rank)
    yield from held(
        facts, claim, "rank", [Reading(Interval(rank, rank), str(rank), working, ())], (), "middling",
        Interval(claim.value, claim.value),
    )  # fmt: skip


def _is_shared(facts: Analysis, row: _Row, sentence: int) -> bool:
    """Whether a place is shared, or the row goes on."""
    words = facts.lexicon.words("shared-places")
    texts = facts.tokens.lowers
    for number in {row.sentence, sentence}:
        one = facts.sentences[number]
        if are_some(facts, one.first, one.last) or not words.isdisjoint(texts[one.first : one.last]):
            return True
    return False


def _rows(facts: Analysis) -> Iterator[_Row]:
    """The names right behind “behind” or “trails”, two or more of them with nothing but marks between."""
    for at in facts.tokens.positions(facts.lexicon.words("standing-behind")):
        sentence = facts.sentence_at(facts.tokens.starts[at])
        count, end = names_from(facts, at + 1, sentence.last)
        if count >= _FEWEST:
            yield _Row(sentence.number, at + 1, end, count)
