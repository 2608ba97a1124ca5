"""Ballots: votes on either side with those who kept out, against the number that were there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.restatements import is_narrowed
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import total
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, sum_of, written
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_ON = 4  # sentences behind a vote in which it may be told how many were there
_LARGEST = 60  # votes of a body whose members are all told
_SMALLEST = 3
_MOST = 1.3  # times as many votes as members, or they are of another body
_SLIP = 0.06  # parts of a whole that miss it by so little were meant to make it up


def find_ballots(quantities: Quantities) -> Iterator[Relation]:
    """ "voted by 14 to nine, with two abstentions. All 25 members were there"; "of the 38, 21 …, nine … and eight"."""
    if len(quantities.all) < 3:
        return
    for _, run in groupby(quantities.all, key=lambda quantity: quantity.sentence):
        told = [*run]
        yield from _over_the_body(quantities, [q for q in told if not q.unit and q.value % 1 == 0])
        row = [q for q in told if countable(q) and not q.unit and q.claim != "score" and q.value % 1 == 0]
        yield from _votes(quantities, row)
        yield from _of_the_members(quantities, row)
        yield from _of_the(quantities, row)


def _votes(quantities: Quantities, row: list[Quantity]) -> Iterator[Relation]:
    """The two sides and the abstentions, where the next sentence has everybody there."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    parts = _cast(facts, row)
    if not parts:
        return
    sides = parts[:2]
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


def _cast(facts: Analysis, row: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The two sides of a vote, “by 49 votes to 46”, and those of the same sentence who took none; or nothing."""
    lowers, joints = facts.tokens.lowers, facts.lexicon.words("to-words")
    cast = facts.lexicon.words("ballot-words")
    between = ((pair, set(lowers[pair[0].last : pair[1].first])) for pair in pairwise(row))
    sides = next((pair for pair, words in between if words and joints.issuperset(words - cast) and words - cast), None)
    words = sentence_words(facts, sides[0]) if sides is not None else set()
    if sides is None or words.isdisjoint(cast | facts.lexicon.words("verdict-votes")):
        return ()
    neither = facts.lexicon.words("abstention-words")
    others = [q for q in row if q not in sides and not neither.isdisjoint(lowers[q.last : q.last + 2])]
    return (*sides, *others)


def _of_the_members(quantities: Quantities, row: Sequence[Quantity]) -> Iterator[Relation]:
    """ "The 100-seat senate … by 49 votes to 46, with four away and three abstaining": more than there are members."""
    facts = quantities.facts
    parts = _cast(facts, row)
    if not parts:
        return
    neither = facts.lexicon.words("abstention-words")
    behind = [q for q in quantities.in_sentence(parts[0].sentence + 1) if not q.unit and countable(q)]
    parts += tuple(q for q in behind if not neither.isdisjoint(facts.tokens.lowers[q.last : q.last + 2]))
    bodies = [q for q in quantities.near(parts[0], 1, 1) if q not in parts and _is_body(facts, q)]
    summed = total(part.span for part in parts)
    if len({q.value for q in bodies}) != 1 or not max(q.value for q in parts) < bodies[0].value < summed.low:
        return
    if summed.low > bodies[0].value * _MOST:
        return
    working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=written(facts.lexicon, summed.low))
    reading = Reading(summed, written(facts.lexicon, summed.low), working, tuple(parts))
    yield from held(facts, bodies[0], "ballot", [reading])


def _over_the_body(quantities: Quantities, row: Sequence[Quantity]) -> Iterator[Relation]:
    """ "a verdict by ten to three", though 11 sat: both sides of a vote are no more than the body has members."""
    facts = quantities.facts
    lowers, joints = facts.tokens.lowers, facts.lexicon.words("to-words") | DASHES
    for one, two in pairwise(row):
        words = sentence_words(facts, one)
        if one.value <= two.value or one.value + two.value > _LARGEST or not _is_cast(facts, one, words):
            continue
        if len(between := lowers[one.last : two.first]) != 1 or between[0] not in joints:
            continue
        bodies = [q for q in quantities.near(one, _ON, _ON) if q not in (one, two) and _is_body(facts, q)]
        if len({q.value for q in bodies}) != 1 or not one.value <= bodies[0].value < one.value + two.value:
            continue
        summed = total((one.span, two.span))
        working = say(facts.lexicon, "same", one=sum_of(facts, (one, two)), result=written(facts.lexicon, summed.low))
        yield from held(
            facts, bodies[0], "ballot", [Reading(summed, written(facts.lexicon, summed.low), working, (one, two))]
        )


def _is_cast(facts: Analysis, one: Quantity, words: set[str]) -> bool:
    """Whether two figures are the sides of a vote: “voted 7–3”, “a verdict by ten to three”."""
    before = facts.tokens.lowers[max(0, one.first - 2) : one.first]
    told = words & facts.lexicon.words("verdict-votes")
    return bool(told) and bool((facts.lexicon.words("by-words") | told) & set(before))


def _is_body(facts: Analysis, quantity: Quantity) -> bool:
    """ "a nine-member council", "the 11 who remained", "its nine members", “12 jurors”."""
    if quantity.unit or quantity.precision != "exact" or quantity.value < _SMALLEST:
        return False
    behind = facts.tokens.lowers[quantity.last : quantity.last + 2]
    words = facts.lexicon.words
    if quantity.noun in words("voting-members") and not quantity.borrowed:
        return not is_narrowed(facts, quantity.last + 1)  # "the three councillors who voted against"
    if facts.tokens.lowers[quantity.first].endswith(tuple(words("member-endings"))) or (
        len(behind) == 2 and "".join(behind) in words("member-endings")
    ):
        return True
    if _is_size_of_a_group(facts, quantity):
        return True
    remained = len(behind) == 2 and behind[0] in words("partitive-people") and behind[1] in words("remaining-verbs")
    return remained or (behind[:1] != [] and behind[0].lstrip("-") in words("voting-members"))


def _is_size_of_a_group(facts: Analysis, quantity: Quantity) -> bool:
    """ "a jury of 12", “the council has 31 seats”."""
    lowers, language, words = facts.tokens.lowers, facts.language, facts.lexicon.words
    at = quantity.first - 1
    if at > 0 and lowers[at] in words("of-words") and language.lemmas[at - 1] in words("voting-bodies"):
        return quantity.noun is None or quantity.borrowed or quantity.people
    return quantity.noun in words("seat-nouns") and not quantity.borrowed


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
