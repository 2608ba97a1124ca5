"""Conversions: one amount in two units, and sums of money in two currencies against the article's own rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.units import conversions as converted
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.intervals import meet, over, times, widened
from factlint.relations.quantities import Quantities, Quantity, interval
from factlint.relations.saying import Reading, held, written
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 7  # tokens between the two amounts
_JOINED = 6  # code points within “7lb 2oz”
_ROUNDED = 0.03  # what people round off a conversion
_HEDGED = 0.1
_PRECISE = 0.02
_RATES_APART = 0.12  # rates of one article differ by less, of different days though they be
_DEGREES = ("degC", "degF")
_RATED = 3  # tokens from “rate” to what one of a currency is worth
_SPOKEN = 7  # tokens from “the euro” to what it stands at
_DEAREST = 1e5  # of one currency for one of another
_ON = 2  # sentences between the only two sums of an article in the currencies of a rate
_FURTHEST = 3.0  # two such sums are no further from the rate than this, or they are different ones
_BRACKET = 6  # tokens of a bracket with the other scale, and one behind it


class Twice(NamedTuple):
    """One amount told in two units.

    one: the first, or the larger unit of “7lb 2oz”.
    two: the same again.
    rest: the smaller unit of the first, or none.
    more: the smaller unit of the second, or none.
    """

    one: Quantity
    two: Quantity
    rest: Quantity | None
    more: Quantity | None


def find_conversions(quantities: Quantities) -> Iterator[Relation]:
    """Every amount that is told twice, in brackets or behind “or”."""
    facts = quantities.facts
    lows = _lows(quantities)
    told = list(_twice(quantities, lows))
    slips = {pair.one.place: list(_measure(facts, pair)) for pair in told if pair.one.dimension != "money"}
    for place, found in slips.items():
        # Of a range whose two ends are wrong the upper one is told.
        low = lows.get(place)
        if low is not None and any(one.computed is not None and not meet(one.stated, one.computed) for one in found):
            slips.get(low.place, []).clear()
    for found in slips.values():
        yield from found
    sums = [pair for pair in told if pair.one.dimension == pair.two.dimension == "money"]
    money = [q for q in quantities.all if q.dimension == "money"]
    rates = list(_spoken_rates(quantities, money)) if len({q.unit for q in money}) > 1 else []
    sums += [pair for rate in rates for pair in _only_sums(money, rate, sums)]
    yield from _money(facts, [*sums, *_stated_rates(quantities, sums)], rates)


def _twice(quantities: Quantities, lows: dict[int, Quantity]) -> Iterator[Twice]:
    facts = quantities.facts
    joints = facts.lexicon.words("conversion-joints")
    lower = {low.place for low in lows.values()}
    wholes = _amounts(facts, tuple(q for q in quantities.all if q.place not in lower))
    told: tuple[int, str | None] | None = None
    for (one, rest), (two, more) in pairwise(_weighed(facts, wholes)):
        if told == (one.place, two.unit):
            continue  # "190C (375F), or 170C with a fan"
        if not one.unit or not two.unit or one.unit == two.unit or one.dimension not in (two.dimension, "temperature"):
            continue
        low, other = lows.get(one.place), lows.get(two.place)
        between = facts.tokens.lowers[(rest or one).last : (other or two).first]
        if one.dimension != two.dimension or one.dimension == "duration" or len(between) > _REACH:
            continue
        joined = not joints.isdisjoint(between) or between[:1] == [","] or _equates(facts, between)
        if one.sentence == two.sentence and joined and _restates(facts, between) and not _is_rate(facts, one, two):
            yield Twice(one, two, rest, more)
            told = (two.place, one.unit)
            if low is not None and other is not None:
                yield Twice(low, other, None, None)


def _weighed(facts: Analysis, wholes: list[tuple[Quantity, Quantity | None]]) -> list[tuple[Quantity, Quantity | None]]:
    """The amounts, of which pounds beside a weight are weights: “4 tonnes (8,800 pounds)”."""
    found, names = list(wholes), facts.lexicon.table("money-or-mass")
    for at, (one, rest) in enumerate(found):
        if one.dimension != "money" or facts.tokens.lowers[one.last - 1] not in names:
            continue
        beside = [found[other][0] for other in (at - 1, at + 1) if 0 <= other < len(found)]
        if any(other.dimension == "mass" and other.sentence == one.sentence for other in beside):
            found[at] = (one._replace(unit="lb", dimension="mass"), rest)
    return found


def _stated_rates(quantities: Quantities, sums: list[Twice]) -> Iterator[Twice]:
    """The rates that a line states whose second unit is no currency by its words: “($1 = 0.7700 pounds)”.

    What is meant is the one currency that the article converts the first from or to.
    """
    lowers, equals = quantities.facts.tokens.lowers, quantities.facts.lexicon.words("equals-signs")
    for one, two in pairwise(quantities.all):
        if one.dimension != "money" or two.dimension == "money" or one.sentence != two.sentence:
            continue
        between = lowers[one.last : two.first]
        if len(between) != 1 or between[0] not in equals:
            continue
        units = {pair.one.unit for pair in sums} | {pair.two.unit for pair in sums}
        others = units - {one.unit} if one.unit in units else set()
        if len(others) == 1:
            yield Twice(one, two._replace(unit=others.pop(), dimension="money"), None, None)


def _only_sums(money: Sequence[Quantity], rate: Twice, told: Sequence[Twice]) -> Iterator[Twice]:
    """ "paying 34 million zlotys …. The deal, worth about €12 million": the one sum in each currency of a rate."""
    units = {rate.one.unit, rate.two.unit}
    own = [q for q in money if q.unit in units and q.place not in (rate.one.place, rate.two.place)]
    if any({pair.one.unit, pair.two.unit} == units for pair in told) or len(own) != 2 or own[0].unit == own[1].unit:
        return
    one, two = own
    value = _rate(Twice(one, two, None, None), rate)
    if value is not None and two.sentence - one.sentence <= _ON:
        computed = times(one.span, value)
        if two.span.low <= _FURTHEST * computed.high and computed.low <= _FURTHEST * two.span.high:
            yield Twice(one, two, None, None)


def _spoken_rates(quantities: Quantities, money: Sequence[Quantity]) -> Iterator[Twice]:
    """ "The euro stood at $1.10", "4.50 dirhams to the dollar": what one of a currency is worth in another."""
    facts = quantities.facts
    lowers, names = facts.tokens.lowers, _currency_names(facts)
    to, ones = facts.lexicon.words("to-words"), _ones(facts)
    for two in money:
        if not two.unit or not 0 < two.value < _DEAREST:
            continue
        behind = lowers[two.last : two.last + 3]
        place = two.last + 2 if len(behind) == 3 and behind[0] in to and behind[1] in ones else None
        floor = max(facts.sentences[two.sentence].first, two.first - _SPOKEN)
        for at in range(two.first - 1, floor, -1) if place is None else ():
            if names.get(lowers[at]) and lowers[at - 1] in ones:
                stands = not facts.lexicon.words("rate-verbs").isdisjoint(lowers[at + 1 : two.first])
                place = at if stands else None
                break
        if place is None and (one := _rated(facts, two, money)) is not None:
            yield Twice(one, two, None, None)
            continue
        unit = None if place is None else names.get(lowers[place])
        if place is None or unit is None or unit == two.unit:
            continue
        start, end = facts.tokens.starts[place], facts.tokens.ends[place]
        one = two._replace(
            start=start, end=end, first=place, last=place + 1, value=1.0, span=Interval(1.0, 1.0), unit=str(unit)
        )
        yield Twice(one, two, None, None)


def _rated(facts: Analysis, two: Quantity, money: Sequence[Quantity]) -> Quantity | None:
    """ "at an exchange rate of Rs 83": what one of the other currency of its sentence is worth; none where unclear."""
    before = facts.tokens.lowers[max(0, two.first - _RATED) : two.first]
    if facts.lexicon.words("exchange-nouns").isdisjoint(before):
        return None
    own = [q for q in money if q.sentence == two.sentence]
    units = {q.unit for q in own} - {two.unit, None}
    if len(units) != 1 or not any(q.unit == two.unit and q.place != two.place for q in own):
        return None
    return two._replace(value=1.0, span=Interval(1.0, 1.0), unit=units.pop())


def _currency_names(facts: Analysis) -> Mapping[str, str]:
    """The currency that each name stands for where it cannot be a weight: “to the pound”."""
    return {**facts.lexicon.table("money-or-mass"), **facts.lexicon.table("currency-words")}


def _ones(facts: Analysis) -> frozenset[str]:
    return facts.lexicon.union("definite-articles", "indefinite-articles")


def _lows(quantities: Quantities) -> dict[int, Quantity]:
    """Of each amount that ends a range its beginning, with the unit that both have: “10-12 ft”, “4 to 5 metres”."""
    lowers, joints = quantities.facts.tokens.lowers, quantities.facts.lexicon.words("range-joints") | DASHES
    found: dict[int, Quantity] = {}
    for low, high in pairwise(quantities.all):
        alike = low.unit is None or low.borrowed or low.unit == high.unit
        if alike and high.unit and low.value < high.value and low.sentence == high.sentence:
            between = lowers[low.last : high.first]
            if len(between) == 1 and between[0] in joints:
                found[high.place] = low._replace(unit=high.unit, dimension=high.dimension, noun=None)
    return found


def _is_rate(facts: Analysis, one: Quantity, two: Quantity) -> bool:
    """Whether the second amount is told for each of something and the first is not: “3.9kg, about 4 grams a coin”."""
    lowers, per = facts.tokens.lowers, facts.lexicon.words("rate-openers")
    return two.last < len(lowers) and lowers[two.last] in per and lowers[one.last] not in per


def _restates(facts: Analysis, between: list[str]) -> bool:
    """Whether the words between two amounts say that the second is the first again: a bracket, or “or” last of all."""
    hedges = facts.lexicon.words("conversion-hedges")
    if not facts.lexicon.words("each-openers").isdisjoint(between):
        return False  # "90 miles per gallon (38 km per litre)"
    tail = [word for word in between if word not in hedges]
    if tail == [","]:
        return len(between) > 1  # "40 miles, about 64km"
    return (bool(tail) and tail[-1] in facts.lexicon.words("conversion-joints")) or _equates(facts, between)


def _equates(facts: Analysis, between: list[str]) -> bool:
    """Whether nothing but “, which is” stands between two amounts."""
    words, hedges = facts.lexicon.words, facts.lexicon.words("conversion-hedges")
    told = [word for word in between if word not in hedges and word.isalpha()]
    return len(told) == 2 and told[0] in words("relative-pronouns") and told[1] in words("copulas")


def _amounts(facts: Analysis, quantities: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity | None]]:
    """The quantities, “7lb 2oz” as one with its rest."""
    smaller = facts.lexicon.table("smaller-units")
    found: list[tuple[Quantity, Quantity | None]] = []
    for quantity in quantities:
        if found and found[-1][1] is None:
            last = found[-1][0]
            follows = quantity.unit and smaller.get(last.unit or "") == quantity.unit
            if follows and quantity.start - last.end < _JOINED and _is_less_than_one(facts, quantity, last):
                found[-1] = (last, quantity)
                continue
        found.append((quantity, None))
    return found


def _is_less_than_one(facts: Analysis, rest: Quantity, whole: Quantity) -> bool:
    """Whether a smaller amount does not fill one of the larger unit."""
    return any(value < 1 for value in converted(rest.value, rest.unit or "", whole.unit or "", facts.lexicon))


# ---------------------------------------------------------------------------------------------------------- measures


def _measure(facts: Analysis, pair: Twice) -> Iterator[Relation]:
    first, second = _scale(pair.one, pair.two), _scale(pair.two, pair.one)
    stated = _whole(facts, pair.two, pair.more, second)
    span = _whole(facts, _bounded(facts, pair.one), pair.rest, first)
    if _is_precise(pair.two) and first not in _DEGREES and pair.rest is None:
        span = widened(Interval(pair.one.value, pair.one.value), _PRECISE)  # worked out from the first as it is written
    lows, highs = (converted(edge, first, second, facts.lexicon) for edge in span)
    spans = [Interval(*sorted(edges)) for edges in zip(lows, highs, strict=True)]
    if first in _DEGREES:
        factor = 1.8 if first == "degC" else 1 / 1.8
        step = Interval(span.low * factor, span.high * factor)
        if _moves(facts, pair.one):
            spans = [step]
        else:
            spans.append(step)  # "7.2F (4C) of warming"
    unit = facts.text(pair.two).lstrip("0123456789.,")
    spans = [widened(one, 0.0 if first in _DEGREES else _HEDGED if _is_hedged(pair) else _ROUNDED) for one in spans]
    readings = [_reading(facts, pair, one, unit) for one in spans]
    yield from held(facts, pair.two, "conversion", readings, stated=stated)


def _bounded(facts: Analysis, quantity: Quantity) -> Quantity:
    """An amount without its “over” or “below”: what it is told as in the other unit is over or below that as well."""
    if quantity.precision not in ("over", "under"):
        return quantity
    return quantity._replace(span=interval(facts.figures[quantity.place]._replace(precision="exact")))


def _reading(facts: Analysis, pair: Twice, span: Interval, unit: str) -> Reading:
    value = written(facts.lexicon, (span.low + span.high) / 2) + unit
    one = facts.article.source[pair.one.start : (pair.rest or pair.one).end]
    return Reading(span, value, say(facts.lexicon, "same", one=one, result=value), (pair.one,))


def _is_precise(two: Quantity) -> bool:
    """Whether an amount is told to less than a fiftieth of itself."""
    return two.precision == "exact" and two.span.high - two.span.low < _PRECISE * two.value


def _is_hedged(pair: Twice) -> bool:
    return pair.one.precision == "about" or pair.two.precision == "about"


def _scale(quantity: Quantity, other: Quantity) -> str:
    """The unit; bare degrees are of the scale that the other is not."""
    if quantity.unit == "deg":
        return {"degC": "degF", "degF": "degC"}.get(other.unit or "", "deg")
    return quantity.unit or ""


def _whole(facts: Analysis, quantity: Quantity, rest: Quantity | None, unit: str) -> Interval:
    """The values of an amount with its rest, in the larger unit."""
    if rest is None or rest.unit is None:
        return quantity.span
    (part, *_) = converted(1.0, rest.unit, unit, facts.lexicon) or (0.0,)
    return Interval(quantity.value + rest.span.low * part, quantity.value + rest.span.high * part)


def _moves(facts: Analysis, quantity: Quantity) -> bool:
    """Whether degrees tell how far a temperature moves: “warmed by 2C”, “a rise of 2C”."""
    lowers = facts.tokens.lowers
    before = lowers[max(0, quantity.first - 3) : quantity.first]
    if not facts.lexicon.words("to-words").isdisjoint(before):
        return False  # "it can get up to 46C"
    steps, by = facts.lexicon.words("temperature-moves"), facts.lexicon.words("step-words")
    behind = lowers[quantity.last : quantity.last + _BRACKET]
    if behind[:1] == ["("] and ")" in behind:  # "a 7.2F (4C) warming"
        closed = behind.index(")") + 1
        if not steps.isdisjoint(behind[closed : closed + 1]):
            return True
    return not steps.isdisjoint(before) and not by.isdisjoint(before)


# ------------------------------------------------------------------------------------------------------------- money


def _money(facts: Analysis, pairs: list[Twice], rates: list[Twice]) -> Iterator[Relation]:
    """Each converted sum against a rate that is told, or that the others share; of two that differ, the later one."""
    told = {frozenset((rate.one.unit, rate.two.unit)): rate for rate in rates}
    for pair in pairs:
        stated = told.get(frozenset((pair.one.unit, pair.two.unit)))
        if stated is not None and pair.one.value > 1 and pair.two.value > 1:
            yield from _against(facts, pair, stated)
    pairs = [pair for pair in pairs if frozenset((pair.one.unit, pair.two.unit)) not in told]
    groups: dict[frozenset[str], list[Twice]] = defaultdict(list)
    for pair in pairs:
        if pair.one.value > 0 and pair.two.value > 0 and pair.one.unit and pair.two.unit:
            groups[frozenset((pair.one.unit, pair.two.unit))].append(pair)
    for rows in groups.values():
        for at, pair in enumerate(rows):
            others = [(other, rate) for other in rows if other is not pair and (rate := _rate(pair, other)) is not None]
            agreeing = [rate for _, rate in others if meet(times(pair.one.span, rate), pair.two.span)]
            if not others or agreeing or (len(rows) == 2 and at == 0):
                continue
            other, _ = min(others, key=lambda row: row[0].one.place)
            yield from _against(facts, pair, other)


def _against(facts: Analysis, pair: Twice, other: Twice) -> Iterator[Relation]:
    """A converted sum against what it comes to at the rate of another."""
    rate = _rate(pair, other)
    if rate is None:
        return
    one, two = other.one.value, other.two.value
    value = pair.one.value * (two / one if other.one.unit == pair.one.unit else one / two)
    working = say(facts.lexicon, "rate", one=facts.text(pair.one), result=written(facts.lexicon, value))
    parts = (pair.one, other.one, other.two)
    reading = Reading(times(pair.one.span, rate), written(facts.lexicon, value), working, parts, value)
    yield from held(facts, pair.two, "exchange", [reading])


def _rate(pair: Twice, other: Twice) -> Interval | None:
    """What a unit of the pair's first currency is worth in its second, by the other pair."""
    one, two = (other.one, other.two) if other.one.unit == pair.one.unit else (other.two, other.one)
    rate = over(two.span, one.span)
    return widened(rate, _RATES_APART) if rate is not None else None
