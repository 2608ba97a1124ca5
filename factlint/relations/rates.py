"""Rates: so much each, a head, a year, against the total and the number that it is shared out among."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import over, scaled, widened
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Link, Reading, held, written

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_NEAR = 2  # sentences between a rate and its total
_ROUNDED = 0.03  # what people round off a rate
_FURTHEST = 0.08  # a rate told wrongly is out by no more than a factor of ten or so
_MOST = 20


def find_rates(quantities: Quantities) -> Iterator[Relation]:
    """Every amount each or a year, near one total and one number that it is the quotient of."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    for claim in quantities.all:
        if not countable(claim) or claim.dimension in ("share", "point") or claim.form == "prefix":
            continue
        per = per_what(facts, claim)
        if per is None or (per != "each" and not _is_mean(facts, claim)):
            continue
        near = list(_readings(quantities, claim, per, _NEAR)) or list(_by_noun(quantities, claim))
        if not near or len(near) > 3:
            continue
        link: Link = "strong" if len(near) == 1 else "weak"
        yield from held(
            facts, claim, "rate", near, _all_rates(quantities, claim, per), link, widened(claim.span, _ROUNDED)
        )


def per_what(facts: Facts, claim: Quantity) -> str | None:
    """What a figure is told for each of: the name of a unit of time, or “each”."""
    return _per_behind(facts, claim) or ("each" if _is_for_everybody(facts, claim) else None)


def _is_for_everybody(facts: Facts, claim: Quantity) -> bool:
    """ "Every soul in town would owe 300 crowns": money that everybody pays or gets."""
    if claim.dimension != "money":
        return False
    lowers, sentence = facts.tokens.lowers, facts.sentences[claim.sentence]
    opener = lowers[sentence.first : sentence.first + 2]
    heads = facts.lexicon.words("head-words") | facts.lexicon.words("person-nouns")
    return len(opener) == 2 and opener[0] in facts.lexicon.words("everybody-words") and opener[1] in heads


def _per_behind(facts: Facts, claim: Quantity) -> str | None:
    """What the words behind a figure tell it for each of."""
    lowers, lexicon = facts.tokens.lowers, facts.lexicon
    at = claim.last
    while at < len(lowers) and at < claim.last + 3 and lowers[at].isalpha() and lowers[at] not in _openers(facts):
        if lowers[at] in lexicon.words("each-words"):
            return "each"
        at += 1
    if at >= len(lowers):
        return None
    if lowers[at] in lexicon.words("each-words") and lowers[at] not in ("per", "every", "person"):
        return "each"
    words = tuple(lowers[at : at + 3])
    for phrase in lexicon.phrases("each-phrases").get(words[0], ()) if words else ():
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            return "each"
    if words and words[0] in _openers(facts) and len(words) > 1:
        unit = lexicon.table("unit-names").get(words[1])
        if unit is not None and lexicon.table("unit-dimensions").get(unit) == "duration":
            return None if words[2:] and words[2] in lexicon.words("then-words") else str(unit)
        if words[1] in lexicon.words("head-words"):
            return "each"
    return None


def _is_mean(facts: Facts, claim: Quantity) -> bool:
    """Whether an amount of money a month or year is told as a mean, and is no price; other amounts are."""
    words = sentence_words(facts, claim)
    if not facts.lexicon.words("looking-ahead-words").isdisjoint(words):
        return False
    return claim.dimension != "money" or not facts.lexicon.words("average-words").isdisjoint(words)


def _openers(facts: Facts) -> frozenset[str]:
    return facts.lexicon.words("rate-openers")


def _readings(quantities: Quantities, claim: Quantity, per: str, reach: int) -> Iterator[Reading]:
    """Every total of the claim's kind nearby, shared out among every number nearby that it can be."""
    facts = quantities.facts
    near = [
        q for q in quantities.near(claim, reach, reach) if countable(q) and per_what(facts, q) in (None, "d", "year")
    ]
    numbers = [q for q in near if _shares_out(q, claim, per)]
    same = [q for q in numbers if q.sentence == claim.sentence and q.place < claim.place]
    for whole in near:
        if not _is_total(whole, claim) or (per != "each" and per_what(facts, whole) is not None):
            continue
        for number in same or numbers:
            if number.place == whole.place:
                continue
            if abs(whole.sentence - number.sentence) > 1:
                continue
            divisor = number.span if per == "each" else _in_units(facts, number, per)
            share = over(whole.span, divisor) if divisor is not None else None
            if share is None or share.high <= 0 or not _FURTHEST <= claim.value / share.high <= 1 / _FURTHEST:
                continue
            value = (share.low + share.high) / 2
            working = say(
                facts.lexicon, "shared-out", one=facts.text(whole), two=facts.text(number), result=written(value)
            )
            yield Reading(share, written(value), working, (whole, number))


def _by_noun(quantities: Quantities, claim: Quantity) -> Iterator[Reading]:
    """ "six names for every plot": the plots, and the only other count of their sentence."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    noun = next(
        (
            lowers[at + 1]
            for at in range(claim.last, min(claim.last + 4, len(lowers) - 1))
            if lowers[at] in _every(facts)
        ),
        None,
    )
    if noun is None or claim.unit:
        return
    for number in quantities.near(claim, 3, 3):
        if number.noun != noun or number.unit or number.value < 2:
            continue
        others = [q for q in quantities.near(number, 0, 0) if countable(q) and not q.unit and q.value > number.value]
        share = over(others[0].span, number.span) if len(others) == 1 and others[0].place != claim.place else None
        if share is not None:
            value = written(others[0].value / number.value)
            one, two = facts.text(others[0]), facts.text(number)
            working = say(facts.lexicon, "shared-out", one=one, two=two, result=value)
            yield Reading(share, value, working, (others[0], number))


def _every(facts: Facts) -> frozenset[str]:
    return facts.lexicon.words("every-words")


def _is_total(whole: Quantity, claim: Quantity) -> bool:
    if claim.unit:
        return whole.unit == claim.unit and whole.value > claim.value
    return not whole.unit and whole.value > claim.value and (whole.noun == claim.noun or claim.people == whole.people)


def _shares_out(number: Quantity, claim: Quantity, per: str) -> bool:
    if per != "each":
        return number.dimension == "duration" and number.value > 1
    return (
        number.unit is None and number.value > 2 and number.form != "prefix" and number.dimension in ("count", "none")
    )


def _in_units(facts: Facts, number: Quantity, per: str) -> Interval | None:
    """A duration in the unit that a rate is told for."""
    factors = facts.lexicon.table("unit-factors")
    if number.unit is None or number.unit not in factors or per not in factors:
        return None
    return scaled(number.span, factors[number.unit] / factors[per])


def _all_rates(quantities: Quantities, claim: Quantity, per: str) -> Iterator[Interval]:
    """What any total comes to for any number of the article."""
    facts = quantities.facts
    able = [q for q in quantities.all if countable(q) and q.place != claim.place][:_MOST]
    for whole in able:
        if not (alike(whole, claim) or whole.unit == claim.unit):
            continue
        for number in able:
            divisor = number.span if per == "each" else _in_units(facts, number, per) or number.span
            if number.place != whole.place and (share := over(whole.span, divisor)) is not None:
                yield widened(share, _ROUNDED)
