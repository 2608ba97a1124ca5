"""Restated: a count in the headline, or one that is taken up by “the”, against the same count elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words, sentence_words
from factlint.relations.intervals import apart, total
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held
from factlint.relations.slips import is_slip

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_FURTHEST = 4  # two counts of one thing are no more than so many times apart
_OPENING = 4  # sentences of the body in which the headline's count is looked for
_DISPLAY = ("headline", "heading")


def find_restated(quantities: Quantities) -> Iterator[Relation]:
    """ "Five people killed" above “Four people were killed”; “the five firefighters” after “four firefighters”."""
    if len(quantities.all) < 2:
        return
    yield from _headlines(quantities)
    yield from _taken_up(quantities)


def _headlines(quantities: Quantities) -> Iterator[Relation]:
    facts = quantities.facts
    body = [q for q in quantities.all if q.block not in _DISPLAY and _counts(q)]
    opening = body[0].sentence + _OPENING if body else 0
    for claim in quantities.all:
        if (
            claim.block != "headline"
            or not _counts(claim)
            or _is_of_a_name(facts, claim)
            or claim.precision != "exact"
            or claim.form == "prefix"
        ):
            continue
        same = [q for q in body if _is_same(facts, q, claim) and quantities.claimed(q, "gap") < SURE]
        scored = claim.claim == "score" or claim.noun in facts.lexicon.words("score-nouns")
        if scored or quantities.claimed(claim, "gap") >= SURE:
            continue
        near = [q for q in same if q.sentence <= opening and _is_likely(q, claim)]
        if not near or near[0].precision != "exact":
            continue
        working = say(facts.lexicon, "told", one=facts.text(near[0]))
        spans = [q.span for q in body]
        pairs = [(one, two) for at, one in enumerate(spans) for two in spans[at + 1 :]]
        sums = [worked for one, two in pairs for worked in (total((one, two)), apart(one, two))]
        reading = Reading(near[0].span, facts.text(near[0]), working, (near[0],))
        yield from held(facts, claim, "restated", [reading], [*spans, *sums])


def _is_of_a_name(facts: Analysis, claim: Quantity) -> bool:
    """Whether a digit belongs to the name before it: “Half-Life 2 sweeps awards”."""
    before = claim.first - 1
    return claim.form == "digits" and before >= 0 and facts.language.tags[before] == "PROPN"


def _is_likely(quantity: Quantity, claim: Quantity) -> bool:
    """Whether one of two counts may have been meant for the other: near it, or by a slip of the pen."""
    small, large = sorted((quantity.value, claim.value))
    return large <= _FURTHEST * small or is_slip(large, small)


def _counts(quantity: Quantity) -> bool:
    if not countable(quantity) or quantity.unit or quantity.value < 2:
        return False
    return quantity.claim == "casualties" or quantity.noun is not None


def _is_same(facts: Analysis, quantity: Quantity, claim: Quantity) -> bool:
    """Whether two counts are of one noun, or both of people with the same fate."""
    if (
        claim.noun is not None
        and quantity.noun == claim.noun
        and not claim.people
        and not (quantity.borrowed and claim.form == "words")
    ):
        return True
    fates = facts.lexicon.table("fates")
    mine = {fates[word] for word in sentence_words(facts, claim) if word in fates}
    its = {fates[word] for word in clause_words(facts, quantity) if word in fates}
    people = (quantity.people or quantity.noun is None) and (claim.people or claim.noun is None)
    return people and len(mine) == 1 and mine == its


def _taken_up(quantities: Quantities) -> Iterator[Relation]:
    """ "The five firefighters", where four firefighters and no other number of them were told of."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    restricting, definite = facts.lexicon.words("restricting-words"), facts.lexicon.words("definite-articles")
    for claim in quantities.all:
        if claim.form != "words" or not _counts(claim) or claim.borrowed or claim.noun is None or claim.in_quote:
            continue
        if (
            claim.first == 0
            or lowers[claim.first - 1] not in definite
            or claim.precision != "exact"
            or claim.value > 20
        ):
            continue
        after = lowers[claim.last + 1 : claim.last + 2]
        if not _bare(facts, claim):
            continue
        earlier = [q for q in quantities.all if q.place < claim.place and q.block not in _DISPLAY and not q.unit]
        same = [q for q in earlier if q.noun == claim.noun and countable(q)]
        if len({q.value for q in same}) != 1 or any(q.sentence == claim.sentence for q in same):
            continue
        if after and after[0] in restricting and not _same_fate(facts, after[0], same[-1]):
            continue
        if claim.sentence - same[-1].sentence > 6 or same[-1].precision != "exact":
            continue
        others = [q.value for q in earlier if q not in same]
        if claim.value in others or any(same[-1].value + value == claim.value for value in others):
            continue
        named = sum(claim.sentence - 2 <= facts.sentence_at(m.start).number <= claim.sentence for m in facts.mentions)
        if claim.people and named >= claim.value:
            continue
        working = say(facts.lexicon, "group", one=facts.text(same[-1]), noun=claim.noun)
        reading = Reading(same[-1].span, facts.text(same[-1]), working, (same[-1],))
        yield from held(facts, claim, "headcount", [reading], (), "middling")


def _same_fate(facts: Analysis, word: str, earlier: Quantity) -> bool:
    """Whether a word behind a group, “the four people killed”, tells what the earlier sentence has told of it."""
    fates = facts.lexicon.table("fates")
    told = {fates[other] for other in sentence_words(facts, earlier) if other in fates}
    return word in fates and fates[word] in told


def _bare(facts: Analysis, claim: Quantity) -> bool:
    """Whether the noun stands right behind the number."""
    from factlint.facts.numbers.figures import singular

    word = facts.tokens.lowers[claim.last] if claim.last < len(facts.tokens) else ""
    return word != "" and claim.noun in (facts.lexicon.table("irregular-plurals").get(word), singular(word))
