"""Rates: so much each, a head, a year, against the total and the number that it is shared out among."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import less, meet, middle, over, scaled, times, total, widened
from factlint.relations.per import is_a, is_of_others, is_one_of_two, is_set_in_time, per_noun, per_what, sold_at
from factlint.relations.quantities import Quantities, Quantity, countable, in_unit, is_multiple
from factlint.relations.saying import Link, Reading, held, written
from factlint.relations.slips import is_slip, telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_NEAR = 3  # sentences between a rate and its total
_ROUNDED = 0.03  # what people round off a rate
_FURTHEST = 0.08  # a rate told wrongly is out by no more than a factor of ten or so
_MOST = 20
_FAR = 12  # tokens between an amount and the rate that it is told as
_CUED = 4  # tokens before a rate in which a word says that it was reckoned
_APART = 2.0  # a rate told of nothing by name is out by no more than so many times


def find_rates(quantities: Quantities) -> Iterator[Relation]:
    """Every amount each or a year, near one total and one number that it is the quotient of."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    before = facts.lexicon.words("from-words")
    for claim in quantities.all:
        if not countable(claim) or claim.dimension in ("share", "point") or claim.form == "prefix":
            continue
        if claim.precision == "exact" and not before.isdisjoint(facts.tokens.lowers[claim.first - 2 : claim.first]):
            continue  # "£12 to each, up from the £10 first proposed": of another sum
        per = per_what(facts, claim)
        if per is None:
            continue
        readings = [one for one in _readings(quantities, claim, per) if _is_near(claim, one)]
        near = _likeliest(facts, claim, per, readings)
        near = [one for one in near if per != "each" or _is_among_its_own(facts, claim, one)]
        near = [one for one in near if per != "each" or not is_one_of_two(quantities, claim, one.parts[0])]
        near = [one for one in near if not _is_of_more_before(quantities, claim, one)]
        near = [one for one in near if claim.dimension != "money" or _is_what_it_came_to(quantities, claim, one)]
        if not near:
            continue
        spans = _all_rates(quantities, claim, per, near)
        yield from held(facts, claim, "rate", near, spans, _link(near, claim), widened(claim.span, _ROUNDED))


def _is_of_more_before(quantities: Quantities, claim: Quantity, reading: Reading) -> bool:
    """Whether a bare amount is one of what was told right before it: “61 hours, or just under seven a week”."""
    if claim.unit or (claim.noun is not None and not claim.borrowed):
        return False
    before = quantities.before(claim.first, _FAR)
    return before is not None and before.sentence == claim.sentence and before.place != reading.parts[0].place


def _link(near: list[Reading], claim: Quantity) -> Link:
    """Strong for the only reading, within two sentences or with a slip that explains it."""
    apart = max(abs(part.sentence - claim.sentence) for reading in near for part in reading.parts)
    return "strong" if len(near) == 1 and (apart <= 2 or _slipped(claim, near[0])) else "middling"


def _likeliest(facts: Analysis, claim: Quantity, per: str, readings: list[Reading]) -> list[Reading]:
    """The one reading that there is, that of what the rate is told of, or one that a slip explains."""
    if any(meet(reading.computed, widened(claim.span, _ROUNDED)) for reading in readings):
        return readings[:1]
    noun = per_noun(facts, claim)
    noun = None if noun in facts.lexicon.words("everybody-words") else noun
    if noun is not None or per == "each":
        fit = [(rank, reading) for reading in readings if (rank := _rank(facts, claim, noun, reading)) is not None]
        best = min((rank for rank, _ in fit), default=None)
        nearest = [reading for rank, reading in fit if rank == best]
        if len({(reading.parts[0].value, reading.parts[1].value) for reading in nearest}) == 1:
            return nearest[:1]
    slips = [one for one in readings if _slipped(claim, one)]
    if len(slips) == 1:
        return slips
    plain = (per == "each" and noun is None) or _is_mean(facts, claim)
    return readings if plain and len(readings) == 1 else []


def _rank(facts: Analysis, claim: Quantity, noun: str | None, reading: Reading) -> tuple[int, int] | None:
    """How far a total and a number lie from a rate, those of its noun first; none where they cannot be its own."""
    whole, number = reading.parts
    distance = sum(abs(part.sentence - claim.sentence) for part in (whole, number))
    pronoun = noun is not None and noun in facts.lexicon.words("partitive-pointers")
    if noun is None or pronoun:
        middle = (reading.computed.low + reading.computed.high) / 2
        if number.people or not 1 / _APART <= claim.value / middle <= _APART:
            return None
        return 2, distance
    if number.noun == noun:
        return 0, distance
    return (1, distance) if is_a(facts, number.noun, noun) else None


def _slipped(claim: Quantity, reading: Reading) -> bool:
    """Whether the total looks like a slip for the rate times the number, or the rate for the total shared out."""
    whole, middle = reading.parts[0], (reading.computed.low + reading.computed.high) / 2
    if not middle:
        return False
    product = whole.value * claim.value / middle
    return (is_slip(whole.value, round(product)) and telling(product) > 1) or (
        is_slip(claim.value, middle) and telling(middle) > 1
    )


def _is_what_it_came_to(quantities: Quantities, claim: Quantity, reading: Reading) -> bool:
    """Whether a sum of money is told as what a price came to: “the £9,200”, “£9,200 in all”, “cost”, or by a slip."""
    facts, whole = quantities.facts, reading.parts[0]
    if (
        (whole.sentence == claim.sentence and whole.place < claim.place)
        or _slipped(claim, reading)
        or meet(reading.computed, claim.span)
    ):
        return True
    lowers = facts.tokens.lowers
    reckoned = facts.lexicon.words("reckoning-words")
    if not reckoned.isdisjoint(lowers[max(0, claim.first - _CUED) : claim.first]):
        return True
    index = facts.language.phrase_at(whole.first)
    first = whole.first if index is None else min(whole.first, facts.language.phrases[index].first)
    definite = facts.lexicon.words("definite-articles")
    if not definite.isdisjoint(lowers[max(0, first - 1) : whole.first]):
        return True
    return quantities.claimed(whole, "sum") > 0 or _is_mean(facts, claim)


def _is_mean(facts: Analysis, claim: Quantity) -> bool:
    """Whether an amount of money a month or year is told as a mean, and is no price; other amounts are."""
    words = sentence_words(facts, claim)
    if not facts.lexicon.words("looking-ahead-words").isdisjoint(words):
        return False
    return claim.dimension != "money" or not facts.lexicon.words("average-words").isdisjoint(words)


def _is_near(claim: Quantity, reading: Reading) -> bool:
    """Whether a rate is out by a factor that a slip explains."""
    high = reading.computed.high
    return high > 0 and _FURTHEST <= claim.value / high <= 1 / _FURTHEST


def _readings(quantities: Quantities, claim: Quantity, per: str) -> Iterator[Reading]:
    """Every total of the claim's kind nearby, shared out among every number nearby that it can be."""
    facts = quantities.facts
    lowers, denials = facts.tokens.lowers, facts.lexicon.words("figure-negations")
    near = [q for q in quantities.near(claim, _NEAR, _NEAR) if countable(q) and lowers[q.first - 1] not in denials]
    if per == "each" and claim.unit and not any(q.unit == claim.unit for q in near):
        near += _only_total(quantities, claim)
    noun = per_noun(facts, claim)
    numbers = [q for q in near if _shares_out(q, per)]
    own = sold_at(quantities, claim)
    if own is not None:
        numbers = [q for q in numbers if q.place == own.place]
        if any(sold_at(quantities, q) is not None for q in near if q.sentence == claim.sentence):
            return  # "130 brownies at $2 and 95 cookies at $1": neither makes the total by itself
    for whole in near:
        if not _is_total(whole, claim, noun) or per_what(facts, whole) not in (None, "d", "year"):
            continue
        if per != "each" and per_what(facts, whole) is not None:
            continue
        if per == "each" and claim.dimension == "duration" and not quantities.claimed(whole, "sum"):
            continue  # what three things last is not what they last one after the other
        if _is_one_range(facts, claim, whole) or (noun is not None and whole.noun == noun and not whole.unit):
            continue  # what there is one of for each is not shared out
        for number in numbers:
            other = (
                not claim.unit
                and claim.noun is not None
                and whole.noun != claim.noun
                and not (claim.people and whole.people)
            )
            if other and (number.noun != noun or number.sentence != whole.sentence):
                continue
            if number.place == whole.place or per_what(facts, number) is not None or is_multiple(facts, number):
                continue
            if "-" in facts.text(number) and number.sentence != whole.sentence:
                continue  # "a 35-year history … 13,000 residents"
            if per != "each" and abs(number.sentence - whole.sentence) > 1:
                continue
            if per != "each" and claim.dimension == "duration" and whole.sentence != claim.sentence:
                continue  # "two hours a day … in 28 years he has missed 11 weeks"
            if number.sentence == whole.sentence and is_set_in_time(facts, number.last):
                continue  # "ten years ago it was 52,000"
            divisor = number.span if per == "each" else _in_units(facts, number, per)
            if divisor is not None and claim.dimension == "duration" and divisor.high < 1:
                continue  # "from 3 hours 40 minutes a day to 40 minutes"
            span = in_unit(facts, whole, claim)
            share = over(span, divisor) if divisor is not None and span is not None else None
            if span is None or divisor is None or share is None or share.high <= 0:
                continue
            value = middle(span) / middle(divisor)
            one, two = facts.text(whole), facts.text(number)
            working = say(facts.lexicon, "shared-out", one=one, two=two, result=written(facts.lexicon, value))
            yield Reading(share, written(facts.lexicon, value), working, (whole, number), value)


def _is_among_its_own(facts: Analysis, claim: Quantity, reading: Reading) -> bool:
    """Whether what a rate is shared out among may be what “each” is of: no bare number of another sentence."""
    whole, number = reading.parts
    if is_of_others(facts, claim, per_noun(facts, claim), number):
        return False
    nameless = (number.noun is None or number.borrowed) and number.dimension != "area"
    return not nameless or number.sentence in (claim.sentence, whole.sentence)  # "and four at £1,500": of others


def _is_one_range(facts: Analysis, claim: Quantity, other: Quantity) -> bool:
    """Whether two figures are the ends of a range: “between 90 and 140 metres”."""
    first, last = (claim, other) if claim.place < other.place else (other, claim)
    between = facts.tokens.lowers[first.last : last.first]
    return len(between) == 1 and between[0] in facts.lexicon.union("range-joints", "dashes-of-ranges")


def _only_total(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """The one figure of the article that is measured as what each is told to have, however far above."""
    found = [q for q in quantities.all if q.unit == claim.unit and q.place != claim.place and countable(q)]
    return found if len(found) == 1 and found[0].place < claim.place else []


def _is_total(whole: Quantity, claim: Quantity, noun: str | None) -> bool:
    """Whether a figure may be shared out; of counts of other things only where it is told among what."""
    if claim.unit and whole.unit != claim.unit:
        return bool(whole.unit) and whole.dimension == claim.dimension != "money"
    if whole.value <= claim.value:
        return False
    if claim.unit:
        return True
    if claim.noun is None and not whole.unit and whole.sentence == claim.sentence:
        return True
    return not whole.unit and (whole.noun == claim.noun or (claim.people and whole.people) or noun is not None)


def _shares_out(number: Quantity, per: str) -> bool:
    if per != "each":
        return number.dimension == "duration" and number.value > 1
    if number.dimension == "area":
        return True  # "156 residents on 12 square kilometres, or 13 to each"
    return (
        number.unit is None and number.value > 2 and number.form != "prefix" and number.dimension in ("count", "none")
    )


def _in_units(facts: Analysis, number: Quantity, per: str) -> Interval | None:
    """A duration in the unit that a rate is told for."""
    factors = facts.lexicon.table("unit-factors")
    if number.unit is None or number.unit not in factors or per not in factors:
        return None
    return scaled(number.span, factors[number.unit] / factors[per])


def _all_rates(quantities: Quantities, claim: Quantity, per: str, near: Sequence[Reading]) -> Iterator[Interval]:
    """What any total comes to for any number around a rate, and for any two numbers of one sentence."""
    facts = quantities.facts
    able = [q for q in quantities.around(claim, near[0].parts) if countable(q) and q.place != claim.place][:_MOST]
    yield from _with_more(near[0], able)
    divisors = [(q, q.span if per == "each" else _in_units(facts, q, per)) for q in able]
    for whole in able:
        span = in_unit(facts, whole, claim)
        if span is None:
            continue
        for number, divisor in divisors:
            if number.place == whole.place or divisor is None:
                continue
            if (share := over(span, divisor)) is not None:
                yield share
            for other in able:
                if other.unit or other.value <= 1 or other.sentence != number.sentence or other.place == number.place:
                    continue
                if (share := over(span, times(divisor, other.span))) is not None:
                    yield share


def _with_more(reading: Reading, able: Sequence[Quantity]) -> Iterator[Interval]:
    """ "four fines of £500, costs of £860 and a surcharge of £190": what others leave of a total."""
    whole, number = reading.parts
    others = [q for q in able if q.unit and q.unit == whole.unit and q.value < whole.value and q.place != whole.place]
    for count in (1, 2):
        for some in combinations(others, count):
            if sum(q.value for q in some) < whole.value:
                share = over(less(whole.span, total(q.span for q in some)), number.span)
                if share is not None:
                    yield share
