"""Headcounts: “all three people”, “those four men”, against the number told when they came up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.relations.quantities import Quantities, Quantity, countable

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK = 3
_FEW = 20


def find_headcounts(quantities: Quantities) -> Iterator[Relation]:
    """Every group that is taken up by number, right behind the only other number told of its kind."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    definite = facts.lexicon.words("group-determiners")
    for claim in quantities.all:
        if not _is_group(claim) or claim.first == 0 or lowers[claim.first - 1] not in definite:
            continue
        if claim.noun is None or claim.borrowed:
            continue
        yield from _taken_up(quantities, claim, Interval(claim.value, claim.value), claim.start, claim.end)


def _written(facts: Analysis, counted: Quantity) -> str:
    """A number with what it counts, as written: “two boats”."""
    place = facts.language.phrase_at(counted.first)
    head = counted.last - 1 if place is None else facts.language.phrases[place].head
    return facts.article.source[counted.start : facts.tokens.ends[max(head, counted.last - 1)]]


def _is_group(quantity: Quantity) -> bool:
    if quantity.unit or not countable(quantity) or quantity.in_quote or quantity.form not in ("words", "digits"):
        return False
    return 2 <= quantity.value <= _FEW and quantity.value % 1 == 0 and quantity.precision == "exact"


def _taken_up(quantities: Quantities, claim: Quantity, stated: Interval, start: int, end: int) -> Iterator[Relation]:
    facts = quantities.facts
    earlier = [
        q
        for q in quantities.all
        if q.place < claim.place and q.start < start and claim.sentence - q.sentence <= _BACK and not q.unit
    ]
    same = [q for q in earlier if q.noun == claim.noun and countable(q) and q.noun is not None]
    if len(same) != 1 or same[0].sentence == claim.sentence or not _is_group(same[0]):
        return
    before = same[0]
    others = [q for q in earlier if q is not before and countable(q) and (q.noun is None or q.people == before.people)]
    if any(q.value in (claim.value, claim.value - before.value) for q in others) or claim.block == "headline":
        return
    if any(q.value == claim.value for q in quantities.all[: claim.place]):
        return  # told so before, however far above
    named = sum(claim.sentence - 2 <= facts.sentence_at(m.start).number <= claim.sentence for m in facts.mentions)
    if before.people and named >= claim.value and named > 0:
        return  # those taken up may be the people named
    working = say(facts.lexicon, "group", one=_written(facts, before))
    yield Relation(
        start, end, "headcount", stated, before.span, facts.article.source[start:end], facts.text(before), "middling",
        stated == before.span, working, claim.in_quote, claim.block, (Stretch(before.start, before.end),),
    )  # fmt: skip
