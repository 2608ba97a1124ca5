"""Outranked: a rank against the names told to stand before it: “behind Ghana, Peru and Togo … the third-largest”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.cues import are_some
from factlint.relations.lists import name_end, names_from
from factlint.relations.quantities import Quantities, Quantity, ordinals
from factlint.relations.ranks import ranks_told
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NEAR = 3  # sentences between a rank and those before it
_FEWEST = 2
_LEAST, _LOWEST = 2, 9  # places that are looked at
_REACH = 4  # tokens behind a verb in which it is said that others stand above
_DETAIL = 6  # tokens of what stands in brackets behind a name


class _Row(NamedTuple):
    """Those who are told to stand before another, by name.

    sentence: number of its sentence.
    first, last: half-open token range of the names.
    length: how many they are.
    sure: whether the words before them say by themselves that they stand before another.
    """

    sentence: int
    first: int
    last: int
    length: int
    sure: bool


def find_outranked(quantities: Quantities) -> Iterator[Relation]:
    """Every rank near the only row of names that stand before somebody, where it is not the one behind the last."""
    facts = quantities.facts
    rows = list(_rows(facts))
    if len(rows) != 1:
        return
    row = rows[0]
    told = [rank for rank, _ in ranks_told(quantities)]
    told += [rank for rank in _bare_ranks(quantities) if all(one.first != rank.first for one in told)]
    told = [rank for rank in told if abs(rank.sentence - row.sentence) <= (_NEAR if row.sure else 0)]
    told = [rank for rank in told if row.sure or rank.first < row.first]
    rank = row.length + 1
    if not told or any(claim.value == rank for claim in told) or _is_shared(facts, row, told[0].sentence):
        return
    claim = told[0]
    if len({one.value for one in told}) > 1 or abs(claim.value - rank) != 1:
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


def _bare_ranks(quantities: Quantities) -> Iterator[Quantity]:
    """Every place that a verb gives, with nothing behind it that says in what: “finished second”, “are fourth”."""
    facts = quantities.facts
    lemmas, lowers = facts.language.lemmas, facts.tokens.lowers
    for rank in ordinals(quantities):
        behind = lowers[rank.last] if rank.last < len(lowers) else "."
        told = rank.first > 0 and lemmas[rank.first - 1] in facts.lexicon.words("placing-verbs")
        ends = not behind[0].isalpha() or facts.language.tags[rank.last] == "ADP"
        if told and ends and _LEAST <= rank.value <= _LOWEST:
            yield rank


def _rows(facts: Analysis) -> Iterator[_Row]:
    """The names behind “behind” or “trails”, or before “are above them”, with nothing but marks and figures between."""
    loose = facts.lexicon.words("after-words")
    for at in facts.tokens.positions(facts.lexicon.words("standing-behind") | loose):
        sentence = facts.sentence_of(at)
        count, end = names_from(facts, at + 1, sentence.last)
        if count < _FEWEST:
            count, end = _told_of(facts, at + 1, sentence.last)
        if count >= _FEWEST:
            yield _Row(sentence.number, at + 1, end, count, facts.tokens.lowers[at] not in loose)
    for at in facts.tokens.positions(facts.lexicon.words("only-words")):
        sentence = facts.sentence_of(at)
        count, end = _told_of(facts, at + 1, sentence.last)
        if at == sentence.first and count and _stand_above(facts, end, sentence.last):
            yield _Row(sentence.number, at + 1, end, count, True)


def _stand_above(facts: Analysis, at: int, last: int) -> bool:
    """Whether “are above them”, “is longer”, “have won more” follows."""
    language, words = facts.language, facts.lexicon.words
    verb = next((place for place in range(at, min(at + 2, last)) if language.tags[place] in ("VERB", "AUX")), None)
    if verb is None:
        return False
    behind = facts.tokens.lowers[verb + 1 : min(verb + _REACH, last)]
    return not (words("rank-comparatives") | words("standing-above")).isdisjoint(behind)


def _told_of(facts: Analysis, first: int, last: int) -> tuple[int, int]:
    """How many names a list has in which each may have its figure, “Marlow (47) and Thame, with 44”, and its end."""
    lowers, tags, words = facts.tokens.lowers, facts.language.tags, facts.lexicon.words
    count, at = 0, first
    while at < last:
        at += lowers[at] in words("definite-articles")
        end = name_end(facts, at, last)
        if end == at:
            break
        count, at = count + 1, end
        if lowers[at : at + 1] == ["("]:
            closing = next((place for place in range(at, min(at + _DETAIL, last)) if lowers[place] == ")"), None)
            at = end if closing is None else closing + 1
        elif lowers[at : at + 1] != [] and lowers[at] in words("detail-openers") and tags[at + 1 : at + 2] == ["NUM"]:
            at += 2
            while at < last and tags[at] == "NOUN":
                at += 1
        step = at + (lowers[at : at + 1] == [","])
        step += step < last and lowers[step] in words("number-joiners")
        if step == at:
            break
        at = step
    return count, at
