"""Ballots: votes on either side with those who kept out, against the number that were there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import total
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, sum_of, written

_ON = 4  # sentences behind a vote in which it may be told how many were there
_SLIP = 0.06  # parts of a whole that miss it by so little were meant to make it up


def find_ballots(quantities: Quantities) -> Iterator[Relation]:
    """ "voted by 14 to nine, with two abstentions. All 25 members were there"; "of the 38, 21 …, nine … and eight"."""
    if len(quantities.all) < 3:
        return
    for _, run in groupby(quantities.all, key=lambda quantity: quantity.sentence):
        row = [q for q in run if countable(q) and not q.unit and q.claim != "score" and q.value % 1 == 0]
        yield from _votes(quantities, row)
        yield from _of_the(quantities, row)


def _votes(quantities: Quantities, row: list[Quantity]) -> Iterator[Relation]:
    """The two sides and the abstentions, where the next sentence has everybody there."""
    facts = quantities.facts
    lowers, joints = facts.tokens.lowers, facts.lexicon.words("to-words")
    cast = facts.lexicon.words("ballot-words")
    between = ((pair, set(lowers[pair[0].last : pair[1].first])) for pair in pairwise(row))
    sides = next((pair for pair, words in between if words - cast and joints.issuperset(words - cast)), None)
    if sides is None or cast.isdisjoint(sentence_words(facts, sides[0])):
        return
    neither = facts.lexicon.words("abstention-words")
    others = [q for q in row if q not in sides and not neither.isdisjoint(lowers[q.last : q.last + 2])]
    parts = (*sides, *others)
    for claim in quantities.near(sides[0], 1, _ON):
        before = lowers[claim.first - 1] if claim.first else ""
        if claim in row or not claim.people or before not in facts.lexicon.words("all-words") or claim.value < 5:
            continue
        if abs(claim.sentence - sides[0].sentence) > 1 and facts.lexicon.words("attending-words").isdisjoint(
            sentence_words(facts, claim)
        ):
            continue
        summed = total(part.span for part in parts)
        working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=written(facts.lexicon, summed.low))
        yield from held(facts, claim, "ballot", [Reading(summed, written(facts.lexicon, summed.low), working, parts)])


def _of_the(quantities: Quantities, row: list[Quantity]) -> Iterator[Relation]:
    """Three parts and more behind “of the 38”, joined by “and”, that miss it by one or two."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    for at, whole in enumerate(row[:-3]):
        first = facts.sentences[whole.sentence].first
        parts = row[at + 1 :]
        if whole.first - first > 2 or lowers[first] not in facts.lexicon.words("whole-openers"):
            continue
        joiner = lowers[parts[-1].first - 1]
        if joiner not in facts.lexicon.words("number-joiners") or any(part.value >= whole.value for part in parts):
            continue
        summed = total(part.span for part in parts)
        if abs(summed.low - whole.value) > max(1.0, _SLIP * whole.value):
            continue
        working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=written(facts.lexicon, summed.low))
        reading = Reading(Interval(summed.low, summed.high), written(facts.lexicon, summed.low), working, tuple(parts))
        yield from held(facts, whole, "ballot", [reading], _runs(parts), "middling")


def _runs(parts: list[Quantity]) -> Iterator[Interval]:
    """What any of the parts that stand together come to: the first may be no part."""
    for first in range(len(parts)):
        for last in range(first + 2, len(parts) + 1):
            yield total(part.span for part in parts[first:last])
