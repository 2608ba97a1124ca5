"""Differences: margins, leads, gaps and moves, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import apart, total
from factlint.relations.linkage import Pair, are_joined, linked_pair
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Link, Reading, held, written
from factlint.relations.slips import is_slip

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_MOST = 60  # figures of one kind that are looked through for support
_BESIDE = 10  # the same where its two figures stand in its own sentence
_INNINGS = 30  # from here on what is written as a score is runs
_SMALL = 20  # a count that is told in words as often as in digits
_FURTHEST = 3.5  # a distance told wrongly is out by no more than this factor


def find_differences(quantities: Quantities) -> Iterator[Relation]:
    """Every difference that the text states between two figures near it."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    elsewhere = facts.lexicon.words("other-times")
    told = {q.place: strength for q in quantities.all if (strength := quantities.claimed(q, "gap"))}
    for claim in quantities.all:
        strength = told.get(claim.place, 0)
        if (
            strength < SURE
            or not countable(claim)
            or claim.claim == "score"
            or claim.dimension == "share"
            or claim.precision != "exact"
            or _is_side_of_a_score(facts, claim)
        ):
            continue
        if claim.noun in facts.lexicon.words("times-words") or claim.form == "prefix":
            continue
        if _ends_a_move(quantities, claim):
            continue
        able = {q.place for q in quantities.all if told.get(q.place, 0) < SURE and _fits(q, claim)}
        pair = linked_pair(quantities, claim, able)
        if pair is None or not elsewhere.isdisjoint(clause_words(facts, claim)):
            continue
        if claim.noun and not pair.one.noun and not pair.two.noun and pair.two.sentence != claim.sentence:
            continue
        if claim.value in (pair.one.value, pair.two.value) or not _is_of_one_kind(claim, pair):
            continue
        above = min(pair.one.value, pair.two.value) >= 0
        if above and claim.unit == pair.one.unit == pair.two.unit and claim.value > max(pair.one.value, pair.two.value):
            continue  # larger than either: a figure of something else
        if _is_each(facts, claim) and not (_is_each(facts, pair.one) or _is_each(facts, pair.two)):
            continue  # "Sh46, up from Sh40 … after diesel went up by Sh9 a litre"
        reading = _reading(facts, pair.one, pair.two)
        if reading.computed.high <= 0 or not _is_near(quantities, claim, pair, reading.computed.high):
            continue
        spans = _all_gaps(quantities, claim)
        if claim.unit:  # from a loss to a profit, or from frost to heat, is the one and the other
            spans = chain(spans, [total((pair.one.span, pair.two.span))])
        link: Link = pair.link
        yield from held(facts, claim, "difference", [reading], spans, link)


def _is_side_of_a_score(facts: Analysis, claim: Quantity) -> bool:
    """ "by 1,219 votes to 1,181": what each side has, and no margin."""
    behind = facts.tokens.lowers[claim.last : claim.last + 3]
    to = next((at for at, word in enumerate(behind[:2]) if word in facts.lexicon.words("to-words")), None)
    return to is not None and behind[to + 1 : to + 2] != [] and behind[to + 1][0].isdigit()


def _is_of_one_kind(claim: Quantity, pair: Pair) -> bool:
    """Whether a small number in words and the two figures count what the other ones do, as far as they tell."""
    if claim.unit or claim.value > _SMALL or claim.claim == "score":
        return True
    nouns = {q.noun for q in (claim, *pair[:2]) if q.noun is not None and not q.borrowed}
    known = [q.noun is not None and not q.borrowed for q in pair[:2]]
    if len(nouns) > 1 or all(known):
        return len(nouns) <= 1
    beside = len({q.sentence for q in (claim, *pair[:2])}) == 1
    bare = claim.noun is None or claim.borrowed
    return beside or (not bare and not any(known) and {q.form for q in pair[:2]} == {claim.form})


def _ends_a_move(quantities: Quantities, claim: Quantity) -> bool:
    """Whether a figure is one end of a move, not its length: “dropped from £42m to £28m”; “cut the lead to five” is."""
    ahead, words = quantities.facts.tokens.ahead, quantities.facts.lexicon.words
    if ahead[claim.first] not in words("to-words"):
        return False
    begun = [q for q in quantities.all if q.last == claim.first - 1]
    return any(ahead[q.first] in words("from-words") for q in begun)


def _is_each(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a sum of money is told for each of something: “Sh9 a litre”."""
    behind = facts.tokens.lowers[quantity.last : quantity.last + 1]
    return quantity.dimension == "money" and not facts.lexicon.words("rate-openers").isdisjoint(behind)


def _is_near(quantities: Quantities, claim: Quantity, pair: Pair, computed: float) -> bool:
    """Whether a distance told wrongly may have been meant for the right one: out by little, or by a slip of the pen."""
    beside = claim.sentence == pair.two.sentence and are_joined(quantities, pair.one, pair.two)
    furthest = _BESIDE if beside else _FURTHEST
    return 1 / furthest <= claim.value / computed <= furthest or is_slip(claim.value, computed)


def _reading(facts: Analysis, one: Quantity, two: Quantity) -> Reading:
    larger, smaller = (one, two) if one.value >= two.value else (two, one)
    result = written(facts.lexicon, larger.value - smaller.value)
    working = say(facts.lexicon, "minus", one=facts.text(larger), two=facts.text(smaller), result=result)
    return Reading(apart(one.span, two.span), result, working, (one, two))


def _fits(other: Quantity, claim: Quantity) -> bool:
    told = other.unit or other.noun or other.form == "digits"
    if claim.dimension == "length" and other.borrowed:
        return False  # "at 2,600 metres above the sea, drew 22,000"
    if (
        not told
        or not countable(other)
        or other.place == claim.place
        or (other.claim == "score" and other.value < _INNINGS)
    ):
        return False
    return alike(other, claim) or (other.borrowed and not other.unit and not claim.unit)


def _all_gaps(quantities: Quantities, claim: Quantity) -> Iterator[Interval]:
    able = [q for q in quantities.all if _fits(q, claim)][:_MOST]
    return (apart(one.span, two.span) for one, two in combinations(able, 2))
