"""Distant: claims whose figures stand apart from them, found by what is told of and by how near the sum comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, groupby, islice, product
from typing import TYPE_CHECKING, TypeVar

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.lazy import cached_property
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import apart, meet, middle, over, scaled, times, total, widened
from factlint.relations.kinship import SAME, kinship
from factlint.relations.per import is_a, is_of_one, per_noun, per_what
from factlint.relations.quantities import Quantities, Quantity, alike, countable, in_unit, is_multiple
from factlint.relations.saying import Reading, held, sum_of, written
from factlint.relations.shares import as_share, is_denied, is_share, measures, shared_noun
from factlint.relations.slips import is_slip, telling
from factlint.relations.topics import Topics

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_T = TypeVar("_T")
_PRICED = ("money", "mass", "volume")
_MOST = 120  # figures of an article that are looked at
_SHORT_OF = 2.3  # a claim is out by no more than so many times
_CLOSE = 1.35  # a product or a mean, whose figures nothing but its value ties to it
_SLIP = 4  # significant digits from which a slip of the pen is no chance
_PAIRS = 6  # among so many pairs of figures
_FEW = 2
_LEAD = 1  # the last sentence of the lead
_REACH = 4  # sentences between a speed and the way that was made
_BREATH = 8  # tokens between a way and its time
_LISTED = 3  # figures that make a list
_FEWEST = 12  # what is counted up to here is seldom multiplied or shared out
_HALF = 0.5
_ROUNDED = 0.05
_ONE = Interval(1.0, 1.0)


class Asked(NamedTuple):
    """A claim with everything that its figures may be.

    claim: the figure or words that claim.
    kind: the kind of the relation.
    stated: the claim's values, in the unit of the readings.
    readings: all that it may have been worked out from.
    wanted: whether one of them belongs to the claim, by what both tell of.
    """

    claim: Quantity
    kind: str
    stated: Interval
    readings: list[Reading]
    wanted: Callable[[Reading], bool]


def find_distant(quantities: Quantities, told: Iterable[Relation]) -> Iterator[Relation]:
    """Claims that nothing near has settled, each against the only figures of the article that come near it.

    Where any reading agrees with a claim there is nothing to say; of those that do not, one alone may both be near it
    in value and be told of the same things. `told` are the relations that nearer figures have.
    """
    if len(quantities.all) < _FEW:
        return
    found_by_place = [(one.start, one.end, one.supported) for one in told]
    calculated = [(one.start, one.end) for one in quantities.facts.calculations]
    settled = _within([(start, end) for start, end, _ in found_by_place] + calculated)
    doubted = _within([(start, end) for start, end, supported in found_by_place if not supported])
    search = _Search(quantities)
    for asked in search.claims():
        claim, stated = asked.claim, asked.stated
        if settled(claim.start, claim.end) or any(meet(one.computed, stated) for one in asked.readings):
            continue
        found = {one.computed: one for one in asked.readings if asked.wanted(one)}
        if asked.kind == "product" and any(doubted(q.start, q.end) for one in found.values() for q in one.parts):
            continue  # the price is asked of already
        if len(found) == 1:
            yield from held(quantities.facts, claim, asked.kind, [*found.values()], (), "middling", stated)


def _within(places: list[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Whether a range of code points meets one of some places."""
    return lambda start, end: any(first < end and start < last for first, last in places)


class _Search:
    """The claims of one article and the figures that they may be worked out from."""

    def __init__(self, quantities: Quantities) -> None:
        self.quantities = quantities
        self.facts: Analysis = quantities.facts
        self.topics = Topics(self.facts)
        self.all = quantities.all[:_MOST]
        self.able = [q for q in self.all if _is_operand(q) and not is_multiple(self.facts, q)]

    def claims(self) -> Iterator[Asked]:
        """Every claim, with its readings."""
        for claim in self.all:
            if claim.form == "prefix" or claim.claim in ("age", "score", "ordinal") or claim.in_quote:
                continue
            if is_share(claim):
                yield from () if measures(self.facts, claim) else self._share(claim)
            elif countable(claim) and claim.precision in ("exact", "about"):
                yield from self._rest(claim)
                yield from self._mean(claim)
                yield from self._product(claim)
                yield from self._speed(claim)

    def _told_gap(self, quantity: Quantity) -> bool:
        return self.quantities.claimed(quantity, "gap") >= SURE

    # ------------------------------------------------------------------------------------------------ by two figures

    def _rest(self, claim: Quantity) -> Iterator[Asked]:
        """ "£61,500 of the £75,000 … The £13,500 still to be found": what one of two leaves of the other."""
        if self._told_gap(claim) or self.quantities.claimed(claim, "rest") < SURE:
            return
        if not self.facts.lexicon.words("other-times").isdisjoint(clause_words(self.facts, claim)):
            return
        row = [q for q in self.able if q.place != claim.place and alike(q, claim) and not self._told_gap(q)]
        pairs = _first(_PAIRS, (pair for pair in _unequal(row) if self._is_out_of(*pair)))
        if len(pairs) <= _PAIRS and (telling(claim.value) >= (_SLIP if len(pairs) > _FEW else _SLIP - 1) or claim.unit):
            readings = [self._gap(*pair) for pair in pairs]
            yield Asked(claim, "rest", claim.span, readings, lambda one: _is_near(one, claim.span, _CLOSE, slips=True))

    def _is_out_of(self, part: Quantity, whole: Quantity) -> bool:
        """ "£61,500 of the £75,000 it needs"."""
        lowers, words = self.facts.tokens.lowers, self.facts.lexicon.words
        behind = lowers[part.last : part.last + 1]
        return (
            part.sentence == whole.sentence and 0 < whole.first - part.last <= _REACH and words("of-words") >= {*behind}
        )

    def _gap(self, small: Quantity, large: Quantity) -> Reading:
        result = written(self.facts.lexicon, large.value - small.value)
        working = say(
            self.facts.lexicon, "minus", one=self.facts.text(large), two=self.facts.text(small), result=result
        )
        return Reading(apart(small.span, large.span), result, working, (small, large))

    def _share(self, claim: Quantity) -> Iterator[Asked]:
        """ "Nearly two-thirds of the homes … All 120 households answered, and 48 …": in the lead; rises by a share."""
        row = [q for q in self.able if not is_share(q) and q.dimension not in ("duration", "temperature")]
        is_percent = claim.unit == "percent"  # percentages are told of too many things
        counts = [q for q in row if not q.unit and q.form == "digits" and q.value > _FEWEST and not is_percent]
        pairs = _first(1, ((a, b) for a, b in _unequal(counts) if self._is_part_of(claim, a, b)))
        if len(pairs) == 1:
            reading = self._part(*pairs[0], is_denied(self.facts, claim) or is_denied(self.facts, pairs[0][0]))
            stated = as_share(claim)
            yield Asked(claim, "share", stated, [reading], lambda one: _is_near(one, stated, _SHORT_OF))

    def _is_part_of(self, claim: Quantity, part: Quantity, whole: Quantity) -> bool:
        """Whether two counts of one sentence are a part and its whole, and a share is of what they count.

        A share of the lead is of the only two; one anywhere else names what they count, or tells of a vote.
        """
        if part.sentence != whole.sentence or kinship(self.facts, part, whole) != SAME or whole.borrowed:
            return False
        if part.noun is not None and part.noun != whole.noun:
            return False
        of = shared_noun(self.facts, claim)
        own = {of, *self.facts.language.lemmas[claim.first : claim.last]}  # "one child in four"
        named = whole.noun is not None and whole.noun in own
        lead = claim.sentence <= _LEAD and claim.form == "fraction" and None not in (of, whole.noun)
        return lead or named or self._is_of_a_vote(claim, whole)

    def _is_of_a_vote(self, claim: Quantity, whole: Quantity) -> bool:
        """ "Of 600 who voted, 480 were for Latin …. A majority of three-quarters"."""
        told = self._told_gap(claim) and claim.form == "fraction"
        return told and self.topics.tells_of_a_vote(whole.sentence)

    def _part(self, part: Quantity, whole: Quantity, denied: bool) -> Reading:
        share, value = over(part.span, whole.span) or _ONE, part.value / whole.value
        if denied:
            share, value = Interval(1 - share.high, 1 - share.low), 1 - value
        result = written(self.facts.lexicon, 100 * value) + "%"
        one, two = self.facts.text(part), self.facts.text(whole)
        return Reading(share, result, say(self.facts.lexicon, "share", one=one, two=two, result=result), (part, whole))

    # --------------------------------------------------------------------------------------------- by more than two

    def _mean(self, claim: Quantity) -> Iterator[Asked]:
        """ "The gates have been 2,140, 1,980, 2,310 and 2,050 … An average of 2,210"."""
        if not self._is_mean(claim) or any(self._is_mean(q) for q in self._before(claim)):
            return
        readings = []
        for _, run in groupby(self.able, key=lambda quantity: quantity.sentence):
            parts = tuple(q for q in run if q.place != claim.place and alike(q, claim))
            if len(parts) >= _LISTED and len({q.form for q in parts}) == 1:
                readings.append(self._shared_out(claim, parts))
        if len(readings) == 1 and not self._tells_means(readings[0]):
            yield Asked(claim, "average", claim.span, readings, lambda one: _is_near(one, claim.span, _CLOSE))

    def _tells_means(self, reading: Reading) -> bool:
        return any(self._is_mean(part) for part in reading.parts)

    def _is_mean(self, quantity: Quantity) -> bool:
        return self.quantities.claimed(quantity, "mean") >= SURE

    def _before(self, quantity: Quantity) -> Iterator[Quantity]:
        """The figures before one in its sentence: of “an average of 2,210 compares with 1,655” the first is asked."""
        return (q for q in self.all[: quantity.place] if q.sentence == quantity.sentence)

    def _shared_out(self, claim: Quantity, parts: tuple[Quantity, ...]) -> Reading:
        count = len(parts)
        mean = scaled(total(part.span for part in parts), 1 / count)
        half = _HALF if claim.value % 1 == 0 else 0.0
        result = written(self.facts.lexicon, sum(part.value for part in parts) / count)
        working = say(self.facts.lexicon, "mean", one=sum_of(self.facts, parts), count=count, result=result)
        return Reading(Interval(mean.low - half, mean.high + half), result, working, parts)

    @cached_property
    def _prices(self) -> list[Quantity]:
        """What the article tells for each of something."""
        return [q for q in self.able if q.dimension in _PRICED and per_what(self.facts, q) == "each"]

    def _product(self, claim: Quantity) -> Iterator[Asked]:
        """ "640 tickets at $15 apiece … The $9,200 brought in by the raffle"."""
        if claim.dimension not in _PRICED or not self._prices or per_what(self.facts, claim) is not None:
            return
        if is_of_one(self.facts, claim):
            return  # "Rs 500 a load"
        prices = [q for q in self._prices if q.place != claim.place and q.dimension == claim.dimension]
        prices = [q for q in prices if q.value < claim.value]
        counts = [q for q in self.able if not q.unit and q.dimension in ("count", "none") and q.value > _FEW]
        readings = [
            one
            for price, number in product(prices, counts)
            if abs(price.sentence - number.sentence) <= 1
            and self._is_bought_at(number, price)
            and (one := self._priced(claim, number, price)) is not None
        ]
        yield Asked(claim, "product", claim.span, readings, self._is_of(claim, claim.span, _CLOSE))

    def _is_bought_at(self, number: Quantity, price: Quantity) -> bool:
        """Whether a price is one of what a number counts, where it says what it is of: “Rs 100 a flat”."""
        noun = per_noun(self.facts, price)
        people = self.facts.lexicon.union("head-words", "everybody-words")
        return noun is None or noun in people or number.noun is None or is_a(self.facts, number.noun, noun)

    def _priced(self, claim: Quantity, number: Quantity, price: Quantity) -> Reading | None:
        span = in_unit(self.facts, price, claim)
        if span is None:
            return None
        result = written(self.facts.lexicon, middle(times(span, number.span)))
        one, two = self.facts.text(number), self.facts.text(price)
        working = say(self.facts.lexicon, "product", one=one, two=two, result=result)
        return Reading(times(span, number.span), result, working, (number, price))

    def _speed(self, claim: Quantity) -> Iterator[Asked]:
        """ "The 156-kilometre run took two hours and 36 minutes …. The 80 kilometres an hour that it averaged"."""
        factors = self.facts.lexicon.table("unit-factors")
        length, _, per = (claim.unit or "").partition("/")
        if claim.dimension != "speed" or not {length, per} <= factors.keys():
            return
        readings = []
        for way in self.able:
            if way.dimension != "length" or way.unit not in factors:
                continue
            lasting = self._time_behind(way)
            hours = sum(part.value * factors[part.unit or ""] for part in lasting) / factors[per]
            if not hours:
                continue
            value = way.value * factors[way.unit or ""] / factors[length] / hours
            one, two = self.facts.text(way), sum_of(self.facts, lasting)
            working = say(self.facts.lexicon, "speed", one=one, two=two, result=written(self.facts.lexicon, value))
            readings.append(
                Reading(
                    widened(Interval(value, value), _ROUNDED),
                    written(self.facts.lexicon, value),
                    working,
                    (way, *lasting),
                )
            )
        mean = self.quantities.claimed(claim, "mean") > 0
        near = [one for one in readings if mean or abs(one.parts[0].sentence - claim.sentence) <= _REACH]
        if len(readings) == len(near) == 1 and sum(q.dimension == "speed" for q in self.all) == 1:
            yield Asked(claim, "rate", claim.span, readings, lambda one: _is_near(one, claim.span, _SHORT_OF))

    def _time_behind(self, way: Quantity) -> tuple[Quantity, ...]:
        """The time that is told right behind a way, its parts from the largest unit down."""
        factors = self.facts.lexicon.table("unit-factors")
        found: list[Quantity] = []
        for q in self.all[way.place + 1 :]:
            reach = _FEW if found else _BREATH
            last = found[-1] if found else way
            if q.sentence != way.sentence or q.first - last.last > reach or q.dimension != "duration":
                break
            if q.unit not in factors or (found and factors[q.unit or ""] >= factors[last.unit or ""]):
                break
            found.append(q)
        return tuple(found)

    def _is_of(self, claim: Quantity, stated: Interval, far: float) -> Callable[[Reading], bool]:
        """Whether what a reading comes to is near a claim, and both are told of one thing or stand together."""

        def wanted(one: Reading) -> bool:
            if not _stand_together(one) or not _is_near(one, stated, far, slips=True):
                return False
            beside = all(abs(part.sentence - claim.sentence) <= 1 for part in one.parts)
            return beside or self.topics.shared(claim, one.parts) > 0

        return wanted


def _is_operand(quantity: Quantity) -> bool:
    told = countable(quantity) and quantity.claim != "score" and quantity.value > 0
    return told and quantity.precision in ("exact", "about") and quantity.form in ("digits", "words")


def _first(most: int, row: Iterable[_T]) -> list[_T]:
    """All of a row where it has no more than so many, else one more: that there are too many is enough to know."""
    return [*islice(row, most + 1)]


def _unequal(row: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Every two figures of different values, the smaller first."""
    for one, two in combinations(row, 2):
        if one.value != two.value:
            yield (one, two) if one.value < two.value else (two, one)


def _stand_together(reading: Reading) -> bool:
    """Whether the figures of a reading stand in one sentence or in two that follow one another."""
    sentences = [part.sentence for part in reading.parts]
    return max(sentences) - min(sentences) <= 1


def _is_near(reading: Reading, stated: Interval, far: float, slips: bool = False) -> bool:
    """Whether a claim is out by no more than so many times, or by a slip of the pen."""
    said, meant = middle(stated), middle(reading.computed)
    if said <= 0 or meant <= 0:
        return False
    return max(said / meant, meant / said) <= far or (slips and is_slip(said, meant))
