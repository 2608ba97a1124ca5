"""Ranks: the third dearest of a list, the biggest of all time, against the values that the article gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Sentence
from factlint.facts.numbers.workings import say
from factlint.relations.quantities import Quantities, Quantity, alike, countable, ordinal_at, ordinals
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NEAR = 3
_REACH = 6
_FEW = 2  # named amounts beside that of the one that is ranked
_LOWEST = 9
_WIDEST = 4  # a record is no more than so many times what it beats


def find_ranks(quantities: Quantities) -> Iterator[Relation]:
    """Every rank in a list, and every record of all time."""
    if len(quantities.all) < 2:
        return
    yield from _ranked(quantities)
    yield from _placed(quantities)
    yield from _records(quantities)


def _ordinals(quantities: Quantities) -> Iterator[tuple[Quantity, Sentence]]:
    for quantity in ordinals(quantities):
        if 2 <= quantity.value <= _LOWEST:
            yield quantity, quantities.facts.sentences[quantity.sentence]


def _ranked(quantities: Quantities) -> Iterator[Relation]:
    """ "Wellemeer is the third dearest town", with the prices of three towns and more in the sentences around."""
    facts = quantities.facts
    ways = facts.lexicon.table("superlative-ways")
    texts = facts.tokens.texts
    for claim, sentence, word in (*_before_words(quantities), *_joined(quantities)):
        way = ways.get(word)
        if way is None:
            continue
        values = _with_its_own(quantities, claim, sentence, list(_named_values(quantities, claim)))
        names = {name for name, _ in values}
        held_by = [texts[at] for at in range(sentence.first, claim.first) if texts[at] in names]
        if len(values) < 3 or len(names) != len(values) or len(held_by) != 1:
            continue
        ordered = sorted(values, key=lambda row: row[1].value, reverse=way == "high")
        rank = 1 + [name for name, _ in ordered].index(held_by[0])
        own = next(value for name, value in values if name == held_by[0])
        if len(values) < claim.value or len({value.value for _, value in values}) != len(values):
            continue
        working = say(facts.lexicon, "rank", one=held_by[0], two=facts.text(own), result=rank, count=len(values))
        reading = Reading(Interval(rank, rank), str(rank), working, (own,))
        yield from held(facts, claim, "rank", [reading], stated=Interval(claim.value, claim.value))


def ranks_told(quantities: Quantities) -> Iterator[tuple[Quantity, str]]:
    """Every rank among others, with the word that says in what: “the third dearest”, “third-largest”, “third place”."""
    facts = quantities.facts
    ways, words = facts.lexicon.table("superlative-ways"), facts.lexicon.words("rank-words")
    for claim, _, word in (*_before_words(quantities), *_joined(quantities)):
        if word in ways or word in words:
            yield claim, word


def _before_words(quantities: Quantities) -> Iterator[tuple[Quantity, Sentence, str]]:
    """ "the third dearest": each rank with the word behind it."""
    lowers = quantities.facts.tokens.lowers
    for claim, sentence in _ordinals(quantities):
        if claim.last < len(lowers):
            yield claim, sentence, lowers[claim.last].lstrip("-")


def _joined(quantities: Quantities) -> Iterator[tuple[Quantity, Sentence, str]]:
    """ "the second-largest": each rank that is written as one word with what it ranks."""
    facts = quantities.facts
    table = facts.lexicon.table("ordinals")
    for word in facts.tokens.hyphened:
        rank, _, ranked = word.partition("-")
        if rank not in table or not 2 <= float(table[rank]) <= _LOWEST:
            continue
        for at in facts.tokens.index[word]:
            claim = ordinal_at(quantities, at, float(table[rank]))
            yield claim, facts.sentences[claim.sentence], ranked


def _with_its_own(
    quantities: Quantities, claim: Quantity, sentence: Sentence, values: list[tuple[str, Quantity]]
) -> list[tuple[str, Quantity]]:
    """The named amounts with that of the one that is ranked: “Capacity there reached 610MW”, the only nameless one."""
    facts = quantities.facts
    texts = facts.tokens.texts
    names = {name for name, _ in values}
    holder = next((texts[at] for at in range(sentence.first, claim.first) if _names_one(facts, at)), None)
    if holder is None or len(values) < _FEW or not names.isdisjoint(texts[sentence.first : claim.first]):
        return values
    known = {q.place for _, q in values}
    near = quantities.near(claim, 0, _NEAR + 1)
    own = [q for q in near if q.place not in known and countable(q) and q.unit == values[0][1].unit]
    if len(own) != 1 or own[0].place > values[0][1].place or own[0].place < claim.place:
        return values
    return [(holder, own[0]), *values]


def _names_one(facts: Analysis, at: int) -> bool:
    return facts.language.tags[at] == "PROPN" and facts.tokens.texts[at][0].isupper()


def _named_values(quantities: Quantities, claim: Quantity) -> Iterator[tuple[str, Quantity]]:
    """The amounts of one unit in the sentences behind a rank, each with the name that stands before it."""
    facts = quantities.facts
    texts = facts.tokens.texts
    unit: str | None = None
    for quantity in quantities.near(claim, 0, _NEAR + 1):
        if quantity.place < claim.place or not countable(quantity) or not quantity.unit:
            continue
        if quantity.dimension in ("duration", "share") or unit not in (None, quantity.unit):
            continue
        first = facts.sentences[quantity.sentence].first
        at = _name_before(facts, quantity, first)
        alone = not any(q.unit == quantity.unit for q in quantities.near(quantity, 0, 0))
        if at is None and alone and _names_one(facts, first):
            at = first  # "Norte still leads by a distance with 940MW"
        if at is not None:
            unit = quantity.unit
            yield texts[at], quantity


def _name_before(facts: Analysis, quantity: Quantity, first: int) -> int | None:
    """The token of the name right before an amount, from a token on, with no mark between."""
    texts = facts.tokens.texts
    for at in range(quantity.first - 1, max(first, quantity.first - _REACH) - 1, -1):
        if texts[at] in ",;" and at < quantity.first - 1:
            return None
        if texts[at][0].isupper() and (at > first or _is_a_name(facts, at)):
            return at
    return None


def _is_a_name(facts: Analysis, position: int) -> bool:
    """Whether the first word of a sentence has its capital elsewhere too."""
    tokens = facts.tokens
    others = tokens.index[tokens.lowers[position]]
    return any(tokens.texts[at][0].isupper() and at not in facts.sentence_firsts for at in others)


def _placed(quantities: Quantities) -> Iterator[Relation]:
    """ "Higher readings are entered for 1997 (38.9C) and 2019 (39.4C), which puts Sunday's in third place"."""
    facts = quantities.facts
    lowers, comparatives = facts.tokens.lowers, facts.lexicon.words("rank-comparatives")
    for claim, sentence in _ordinals(quantities):
        if lowers[claim.last : claim.last + 1] == [] or lowers[claim.last] not in facts.lexicon.words("rank-words"):
            continue
        if lowers[sentence.first] not in comparatives:
            continue
        better = [q for q in quantities.near(claim, 0, 0) if q.place < claim.place and countable(q) and q.unit]
        if not better or len({q.unit for q in better}) > 1:
            continue
        rank = len(better) + 1
        working = say(facts.lexicon, "better", count=len(better), result=rank)
        yield from held(
            facts, claim, "rank", [Reading(Interval(rank, rank), str(rank), working, tuple(better))],
            stated=Interval(claim.value, claim.value),
        )  # fmt: skip


# ----------------------------------------------------------------------------------------------------------- records


def _records(quantities: Quantities) -> Iterator[Relation]:
    """ "the biggest gate in the ground's history", though the article tells of a bigger one."""
    facts = quantities.facts
    ways, lowers = facts.lexicon.table("superlative-ways"), facts.tokens.lowers
    for first, last in facts.tokens.phrases(facts.lexicon.phrases("all-time-phrases")):
        sentence = facts.sentence_of(first)
        word = next((w for w in reversed(lowers[max(sentence.first, first - 8) : first]) if w in ways), None)
        if word is None or ways[word] != "high":
            continue
        claim = _holder(quantities, sentence, first, last)
        if claim is None:
            continue
        greater = [q for q in quantities.all if _beats(facts, q, claim)]
        if len(greater) != 1:
            continue
        working = say(facts.lexicon, "larger", one=facts.text(greater[0]), two=facts.text(claim))
        reading = Reading(greater[0].span, facts.text(greater[0]), working, (greater[0],))
        yield from held(facts, claim, "record", [reading], link="middling")


def _holder(quantities: Quantities, sentence: Sentence, first: int, last: int) -> Quantity | None:
    """The figure that is said to be the record: the only one of its sentence, or of the one before."""
    for number in (sentence.number, sentence.number - 1):
        found = [q for q in quantities.all if q.sentence == number and countable(q) and q.value >= 20]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _beats(facts: Analysis, quantity: Quantity, claim: Quantity) -> bool:
    """Whether a figure of another year is larger, and is not told as beaten."""
    if quantity.place == claim.place or not countable(quantity) or not alike(quantity, claim):
        return False
    if not claim.value < quantity.value <= _WIDEST * claim.value or quantity.form != claim.form or quantity.in_quote:
        return False
    sentence = facts.sentences[quantity.sentence]
    dated = any(sentence.start <= date.start < sentence.end and date.year for date in facts.dates)
    words = facts.tokens.lowers[sentence.first : sentence.last]
    return dated and quantity.sentence != claim.sentence and facts.lexicon.words("record-breakers").isdisjoint(words)
