"""Parts: what is told of “them” cannot be more than they were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.antecedents import taken_up
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_OWNED = 6  # tokens from an opener to a whole that has an owner


def find_parts(quantities: Quantities) -> Iterator[Relation]:
    """ "14 of the passengers were taken to hospital. By nightfall 17 of them had gone home"."""
    yield from _of_the(quantities)
    facts = quantities.facts
    lowers = facts.tokens.lowers
    of, pointers = facts.lexicon.words("of-words"), facts.lexicon.words("whole-pointers")
    for claim in quantities.all:
        after = lowers[claim.last : claim.last + 2]
        if not countable(claim) or claim.unit or len(after) < 2 or after[0] not in of or after[1] not in pointers:
            continue
        whole = taken_up(quantities, claim)
        if whole is None or whole.block != claim.block or not _fits(whole, claim):
            continue
        working = say(facts.lexicon, "larger", one=facts.text(claim), two=facts.text(whole))
        reading = Reading(Interval(0, whole.span.high), facts.text(whole), working, (whole,))
        wider = (
            Interval(0, q.span.high) for q in quantities.near(claim, 6, 0) if q.place < claim.place and _fits(q, claim)
        )
        yield from held(facts, claim, "part", [reading], wider)


def _of_the(quantities: Quantities) -> Iterator[Relation]:
    """ "Of the 30 dogs at the shelter, 34 have found a home": the first number behind a whole that opens a sentence."""
    facts = quantities.facts
    openers = facts.lexicon.words("whole-openers")
    for whole, claim in pairwise(quantities.all):
        first = facts.sentences[whole.sentence].first
        if whole.sentence != claim.sentence or not _opens(facts, first, whole):
            continue
        if facts.tokens.lowers[first] not in openers:
            continue
        if not _fits(claim, whole) or not countable(whole) or whole.unit or whole.noun is None:
            continue
        if claim.noun == whole.noun and claim.form == "words" and whole.form == "digits":
            continue
        working = say(facts.lexicon, "larger", one=facts.text(claim), two=facts.text(whole))
        reading = Reading(Interval(0, whole.span.high), facts.text(whole), working, (whole,))
        yield from held(facts, claim, "part", [reading])


def _opens(facts: Analysis, first: int, whole: Quantity) -> bool:
    """Whether nothing but a noun phrase's own words stand between an opener and a whole: “Of the car park's 240”."""
    if whole.first - first <= 2:
        return True
    language = facts.language
    owned = language.phrase_at(first + 1), language.phrase_at(whole.first)
    if whole.first - first > _OWNED or None in owned:
        return False
    return owned[1] is not None and language.phrases[owned[1]].owner == owned[0]


def _fits(quantity: Quantity, claim: Quantity) -> bool:
    return countable(quantity) and not quantity.unit and alike(quantity, claim)
