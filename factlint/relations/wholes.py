"""Wholes: shares of one whole make a hundred, and the parts of a list make the total told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import meet, total
from factlint.relations.linkage import is_of_them
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, sum_of, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_DISPLAY = frozenset({"headline", "heading", "standfirst", "caption"})
_FURTHEST = 2.5  # what is told as left over is out by no more than so many times
_APART = 1.35  # a total is no more than this many times the sum of its parts, and no less


def find_wholes(quantities: Quantities) -> Iterator[Relation]:
    """Shares told one by one, and series of amounts that the headline adds up."""
    yield from _remaining_shares(quantities)
    yield from _listed_shares(quantities)
    yield from _series(quantities)


def _remaining_shares(quantities: Quantities) -> Iterator[Relation]:
    """ "34% …, 29% and 27%. The remaining 15%": what is left of a hundred."""
    facts = quantities.facts
    for claim in quantities.all:
        if claim.unit != "percent" or claim.form not in ("digits", "words") or not quantities.claimed(claim, "rest"):
            continue
        parts = [q for q in quantities.near(claim, 1, 0) if q.place < claim.place and q.unit == "percent"]
        if parts and len(parts) < 3 and parts[0].sentence == claim.sentence:
            parts = [q for q in quantities.near(claim, 2, 0) if q.place < claim.place and q.unit == "percent"]
        parts = [part for part in parts if (part.block in _DISPLAY) == (claim.block in _DISPLAY)]
        if len(parts) > 1 and sum(part.value for part in parts) < 100 and not is_left_by_the_last(claim, parts):
            yield from _hundred(facts, claim, parts)


def is_left_by_the_last(claim: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the last parts alone leave what is claimed: “traffic rose 18% … full boxes were 70%, the other 30% …”."""
    return any(
        meet(total((claim.span, *(part.span for part in parts[at:]))), Interval(100, 100))
        for at in range(1, len(parts))
    )


def _listed_shares(quantities: Quantities) -> Iterator[Relation]:
    """A share a line, where everybody had one answer."""
    facts = quantities.facts
    if facts.lexicon.words("single-answer-words").isdisjoint(facts.tokens.index):
        return
    if next(facts.tokens.phrases(facts.lexicon.phrases("single-answers")), None) is None:
        return
    shares = [q for q in quantities.all if q.unit == "percent" and q.block == "list-item"]
    for _, run in groupby(enumerate(shares), key=lambda row: row[1].paragraph - row[0]):
        parts = [quantity for _, quantity in run]
        if len(parts) >= 3:
            yield from _hundred(facts, parts[-1], parts[:-1])


def _hundred(facts: Analysis, claim: Quantity, parts: list[Quantity]) -> Iterator[Relation]:
    taken = total(part.span for part in parts)
    rest = Interval(100 - taken.high, 100 - taken.low)
    result = written(facts.lexicon, 100 - sum(part.value for part in parts)) + "%"
    if not 1 / _FURTHEST <= claim.value * 1.0 / max(rest.high, 0.1) <= _FURTHEST:
        return
    working = say(facts.lexicon, "minus", one="100%", two=sum_of(facts, parts), result=result)
    yield from held(facts, claim, "rest", [Reading(rest, result, working, tuple(parts))])


def _series(quantities: Quantities) -> Iterator[Relation]:
    """ "612,000 tonnes, … 447,000 and … 421,000" under a headline about 1.3m tonnes."""
    facts = quantities.facts
    breakers = facts.lexicon.words("then-and-now")
    for _, run in groupby(quantities.all, key=lambda quantity: quantity.sentence):
        parts = list(run)
        unit = parts[0].unit
        if len(parts) < 3 or any(not countable(q) or q.unit != unit or q.in_quote for q in parts):
            continue
        if unit is None or parts[0].dimension in ("share", "point", "duration", "temperature", "speed"):
            continue
        if any(is_of_them(facts, part) for part in parts):
            continue  # "the village the rest, £3,000 of it in coins"
        if parts[0].block == "headline" or not breakers.isdisjoint(sentence_words(facts, parts[0])):
            continue
        summed = total(part.span for part in parts)
        wholes = [q for q in quantities.all if q.unit == unit and countable(q) and q not in parts]
        claims = [q for q in wholes if q.block == "headline" and q.value > max(p.value for p in parts)]
        if len(claims) != 1 or not 1 / _APART <= claims[0].value * 1.0 / summed.high <= _APART:
            continue
        result = written(facts.lexicon, sum(part.value for part in parts))
        working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=result)
        reading = Reading(summed, result, working, tuple(parts))
        spans = (total((summed, other.span)) for other in wholes)  # "the GH¢400,000 still to be shared out"
        yield from held(facts, claims[0], "sum", [reading], spans, "middling")
