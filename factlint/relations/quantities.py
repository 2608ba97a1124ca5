"""Quantities: the figures of an article as sums need them, each with the values it leaves open and what it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import proxy

from factlint.facts.model import Figure, Interval
from factlint.lazy import cached_property
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.relations.nouns import counted_noun, is_people

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis
    from factlint.relations.claimed import Claimed, Claims

_PRICES, _COUNTS = 5, 12  # how many times as large a bare number may be as what it takes its unit from
_NEAREST = 40  # numbers back to one whose unit a bare number may take
_LARGE = 1e5  # a bare number of this size counts what the ones before it count, however it is written
_EXACT_BELOW = 1000  # counts and prices below this are told to the last one
_ABOUT = 0.1  # the share of itself by which “about” may be off
_OVER, _UNDER = 1.5, 0.67  # the widest that “more than” and “nearly” reach
_NEARLY = 0.13  # by which “nearly” and “just over” are off
_HEDGES = 3  # tokens before a figure among which they stand
_SELDOM = 0.025  # sums of money and counts are seldom rounded by more of themselves
_HUNDRED = 100
_AROUND = 1  # sentences around a claim and its operands in which others may bear it out
_DEGREES = 2  # by which “about” may be off where degrees are told
_TENS = 10  # a measure in round tens is seldom rounded by more than this share of itself:
_TENTHS = 0.04
_WORDED = 0.08  # a fraction in words is rounded by this share of itself


class Quantity(NamedTuple):
    """A figure with the values that it leaves open.

    place: its number among the quantities of the article.
    start, end: code points.
    first, last: half-open token range, its unit included.
    value: the number as written.
    span: all values that rounding and hedges leave open.
    unit: percent, USD, km …, or none.
    dimension: what the unit measures; count for things, none for a bare number.
    noun: what is counted, in dictionary form, or none.
    people: whether those counted are people.
    borrowed: whether unit and noun are those of a figure before it: “447,000” after “612,000 tonnes”.
    form: digits, words, fraction, ratio, ordinal or prefix.
    precision: exact, about, over or under.
    claim: the class of claim it makes.
    sentence: number of its sentence.
    paragraph: number of its block.
    block: the kind of its block.
    in_quote: whether it stands in a quotation.
    """

    place: int
    start: int
    end: int
    first: int
    last: int
    value: float
    span: Interval
    unit: str | None
    dimension: str
    noun: str | None
    people: bool
    borrowed: bool
    form: str
    precision: str
    claim: str
    sentence: int
    paragraph: int
    block: str
    in_quote: bool


class _Words(Bundle):
    """What is looked up, unpacked once."""

    people: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon.words("person-nouns"))


class Quantities:
    """All quantities of an article in order of place, and where they stand."""

    def __init__(self, facts: Analysis) -> None:
        self.facts = facts
        self.all = _find(facts)
        self._told: dict[int, tuple[Claimed, ...]] = {}
        self._firsts = [quantity.first for quantity in self.all]

    @cached_property
    def claims(self) -> Claims:
        """What the grammar about each figure makes it."""
        from factlint.relations.claimed import Claims

        # What it is kept in is not held by it, so that both go at once.
        return Claims(proxy(self))

    def claimed(self, quantity: Quantity, kind: str) -> int:
        """How surely a figure is told as a gap, a sum, what is left or a mean; 0 where it is not."""
        return next((one.strength for one in self.told_as(quantity) if one.kind == kind), 0)

    def told_as(self, quantity: Quantity) -> tuple[Claimed, ...]:
        """All that a figure is told as, worked out when first asked for."""
        if quantity.place not in self._told:
            self._told[quantity.place] = self.claims.of(quantity)
        return self._told[quantity.place]

    def after(self, token: int, reach: int) -> Quantity | None:
        """The first quantity that begins at a token or up to `reach` tokens behind it."""
        at = bisect_left(self._firsts, token)
        found = self.all[at] if at < len(self.all) else None
        return found if found is not None and found.first <= token + reach else None

    def before(self, token: int, reach: int) -> Quantity | None:
        """The last quantity that ends at a token or up to `reach` tokens before it."""
        at = bisect_left(self._firsts, token) - 1
        found = self.all[at] if at >= 0 else None
        return found if found is not None and token - reach <= found.last <= token else None

    def in_sentence(self, number: int) -> Sequence[Quantity]:
        """The quantities of one sentence."""
        return self._rows.get(number, ())

    @cached_property
    def _rows(self) -> dict[int, list[Quantity]]:
        rows: dict[int, list[Quantity]] = {}
        for quantity in self.all:
            rows.setdefault(quantity.sentence, []).append(quantity)
        return rows

    def around(self, claim: Quantity, parts: Iterable[Quantity]) -> list[Quantity]:
        """Those that may bear out a claim: in the headline, near it or near what it is held against."""
        places = {claim.sentence, *(part.sentence for part in parts)}
        near = {place + step for place in places for step in range(-_AROUND, _AROUND + 1)}
        return [other for other in self.all if other.sentence in near or other.block == "headline"]

    def near(self, quantity: Quantity, back: int, on: int) -> list[Quantity]:
        """The others in its sentence, in so many sentences before it and after it."""
        numbers = range(quantity.sentence - back, quantity.sentence + on + 1)
        return [other for number in numbers for other in self._rows.get(number, ()) if other.start != quantity.start]


def in_unit(facts: Analysis, quantity: Quantity, like: Quantity) -> Interval | None:
    """The values of a quantity in the unit of another, or none where it has none in it."""
    if quantity.unit == like.unit or (not like.unit and alike(quantity, like)):
        return quantity.span
    factors = facts.lexicon.table("unit-factors")
    mine, its = quantity.unit or "", like.unit or ""
    if quantity.dimension != like.dimension or mine not in factors or its not in factors:
        return None
    factor = factors[mine] / factors[its]
    return Interval(quantity.span.low * factor, quantity.span.high * factor)


def ordinals(quantities: Quantities) -> Iterator[Quantity]:
    """The ranks of an article, “third”, “12th”, “twelfth”, each as a quantity of that value."""
    facts = quantities.facts
    table = facts.lexicon.table("ordinals")
    yield from (quantity for quantity in quantities.all if quantity.form == "ordinal")
    for position in facts.tokens.positions(table.keys()):
        yield ordinal_at(quantities, position, float(table[facts.tokens.lowers[position]]))


def ordinal_at(quantities: Quantities, position: int, value: float) -> Quantity:
    """The rank that a token tells, as a quantity of that value."""
    facts = quantities.facts
    start = facts.tokens.starts[position]
    sentence = facts.sentence_at(start)
    place = sum(quantity.start < start for quantity in quantities.all)
    return Quantity(
        place, start, facts.tokens.ends[position], position, position + 1, value, Interval(value, value), None,
        "none", None, False, False, "ordinal", "exact", "ordinal", sentence.number, sentence.paragraph,
        sentence.kind, facts.in_quotation(start),
    )  # fmt: skip


def alike(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities may be of one thing: of one unit, or counts of one noun or of an unnamed one."""
    if one.unit or two.unit:
        return one.unit == two.unit or (
            one.dimension == two.dimension == "temperature" and "deg" in (one.unit, two.unit)
        )
    if one.noun is None or two.noun is None or one.noun == two.noun:
        return True
    return one.people and two.people


def countable(quantity: Quantity) -> bool:
    """Whether a quantity may be an operand: no age, rank, share or hour of the day."""
    if quantity.claim in ("age", "ordinal") or (quantity.claim == "time" and not quantity.unit):
        return False
    return quantity.form not in ("fraction", "ratio", "ordinal")


def is_multiple(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a number tells how many times as much: "three times what it was"."""
    return not facts.lexicon.words("times-words").isdisjoint(facts.language.lemmas[quantity.last : quantity.last + 1])


def of_one_kind(quantities: Iterable[Quantity], like: Quantity) -> list[Quantity]:
    """Those that may be sums of the same thing as one of them."""
    return [quantity for quantity in quantities if countable(quantity) and alike(quantity, like)]


def _find(facts: Analysis) -> tuple[Quantity, ...]:
    words = _words(facts.lexicon)
    figures = facts.figures
    ages = {age.start for age in facts.ages}
    exact = {figure.unit for figure in figures if figure.dimension == "money" and figure.step < 1}
    found: list[Quantity] = []
    for place, figure in enumerate(figures):
        sentence = facts.sentence_at(figure.start).number
        noun = counted_noun(facts, figure)
        quantity = Quantity(
            place,
            figure.start,
            figure.end,
            figure.first,
            figure.last,
            figure.value,
            interval(figure, figure.unit in exact),
            figure.unit,
            figure.dimension,
            noun,
            noun is not None and is_people(facts, noun, words.people),
            False,
            figure.form,
            figure.precision,
            "age" if figure.start in ages and figure.claim != "score" else figure.claim,
            sentence,
            figure.paragraph,
            figure.block,
            figure.in_quote,
        )
        quantity = _nearly(facts, quantity)
        found.append(_degrees(facts, _borrow(facts, _measured(facts, quantity), found), found))
    return tuple(_lent(facts, found))


def _nearly(facts: Analysis, quantity: Quantity) -> Quantity:
    """A figure behind “nearly”, “almost” or “just over”, which lie closer than “under” and “more than”."""
    if quantity.precision not in ("over", "under") or quantity.dimension == "temperature":
        return quantity
    before = facts.tokens.lowers[max(0, quantity.first - _HEDGES) : quantity.first]
    if facts.lexicon.words("near-hedges").isdisjoint(before):
        return quantity
    span, value = quantity.span, quantity.value
    if quantity.precision == "under":
        return quantity._replace(span=Interval(max(span.low, value * (1 - _NEARLY)), span.high))
    return quantity._replace(span=Interval(span.low, min(span.high, value * (1 + _NEARLY))))


def _lent(facts: Analysis, found: list[Quantity]) -> list[Quantity]:
    """ "41, 38 and 47 millimetres", "14 pounds (6 to 28kg)": the numbers of a list have the unit that its last one has.

    So has the beginning of a range that took another one from a figure before it.
    """
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    joiners = words("number-joiners") | {","}
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place], found[place + 1]
        gap = lowers[one.last : two.first]
        free = one.borrowed or (one.dimension in ("count", "none") and not one.unit)
        bare = free and one.form in ("digits", "words")
        joints = joiners | words("to-words") if one.unit else joiners
        if not (bare and two.unit and 0 < len(gap) <= 2 and joints.issuperset(gap)):
            continue
        if (one.noun is None or one.borrowed) and two.dimension != "money" and _is_in_reach(one, two):
            span = Interval(one.value, one.value) if two.span.low == two.span.high else one.span
            found[place] = one._replace(unit=two.unit, dimension=two.dimension, noun=None, borrowed=True, span=span)
    return found


def _measured(facts: Analysis, quantity: Quantity) -> Quantity:
    """ "1,690 of the 3,000 miles": a part of a measure has its unit."""
    of = facts.tokens.lowers[quantity.last : quantity.last + 1]
    if quantity.noun is None or not of or of[0] not in facts.lexicon.words("of-words"):
        return quantity
    unit = facts.lexicon.table("unit-names").get(quantity.noun)
    if unit is None:
        return quantity
    dimension = str(facts.lexicon.table("unit-dimensions").get(unit, quantity.dimension))
    return quantity._replace(unit=str(unit), dimension=dimension, noun=None)


def _degrees(facts: Analysis, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """ "minus 14", and "six above" after it: degrees, though nothing says so."""
    if quantity.unit or quantity.noun:
        return quantity
    above = facts.tokens.lowers[quantity.last : quantity.last + 1]
    beside = bool(above) and above[0] in facts.lexicon.words("above-zero")
    if quantity.value < 0 or (beside and any(other.value < 0 for other in before[-4:])):
        return quantity._replace(unit="deg", dimension="temperature", borrowed=True)
    return quantity


def _borrow(facts: Analysis, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A bare number takes the unit or noun of one of its size before it, in its sentence or the one before."""
    if quantity.unit or quantity.noun or quantity.form not in ("digits", "words") or quantity.claim in ("age", "score"):
        return quantity
    last = before[-1] if before else None
    joined = facts.tokens.lowers[quantity.first - 1] in facts.lexicon.words("number-joiners")
    if (
        last is not None
        and joined
        and last.borrowed
        and (last.sentence, last.dimension) == (quantity.sentence, "count")
    ):
        # "14 at the market and nine near the station": a list goes on in digits or words
        return quantity._replace(dimension=last.dimension, noun=last.noun, people=last.people, borrowed=True)
    for other in reversed(before[-_NEAREST:]):
        if quantity.sentence - other.sentence > 1:
            break
        if other.form not in ("digits", "words") or not (other.unit or other.noun):
            continue
        if other.dimension == "duration" and quantity.value % 1 == 0 and not _goes_on(facts, quantity, other):
            continue
        if other.dimension == "share" and quantity.value > _HUNDRED:
            continue  # "412 calls, 30% more than … when there were 330"
        if (quantity.form == other.form or quantity.value >= _LARGE) and _is_in_reach(quantity, other):
            return quantity._replace(
                unit=other.unit, dimension=other.dimension, noun=other.noun, people=other.people, borrowed=True
            )
    return quantity


def _goes_on(facts: Analysis, quantity: Quantity, other: Quantity) -> bool:
    """Whether a number stands as a lapse of time in its sentence does: “drove for 41 years, Joe Marr for 38”."""
    lowers, last = facts.tokens.lowers, facts.tokens.lowers[quantity.last : quantity.last + 1]
    alike = lowers[quantity.first - 1] == lowers[other.first - 1] and quantity.sentence == other.sentence
    ended = not last or not last[0][0].isalpha() or last[0] in facts.lexicon.words("number-joiners")
    return alike and ended and lowers[other.first - 1] in facts.lexicon.words("for-words")


def _is_in_reach(quantity: Quantity, other: Quantity) -> bool:
    """Whether a bare number is of the size of one with a unit; prices lie closer together than counts."""
    reach = _PRICES if other.dimension == "money" else _COUNTS
    return other.value <= reach * quantity.value and quantity.value <= reach * other.value


def interval(figure: Figure, exact: bool = False) -> Interval:
    """The values that a figure leaves open, by its rounding and the words before it."""
    value, half = figure.value, figure.step / 2
    if figure.form in ("fraction", "ratio"):
        half = _WORDED * value
    elif figure.dimension in ("share", "point"):
        half = min(half, 0.5)
    elif figure.dimension in ("money", "count", "none"):
        share = _SELDOM if value >= _LARGE or figure.form == "words" else _SELDOM / 3
        half = 0.0 if exact or _is_to_the_last(figure) else min(half, share * value)
    elif _is_to_the_last(figure):
        half = 0.0
    elif figure.step >= _TENS:
        half = min(half, _TENTHS * abs(value))
    low, high = value - half, value + half
    if figure.precision == "about" and figure.dimension == "temperature":
        return Interval(low - _DEGREES, high + _DEGREES)
    if figure.precision == "about":
        return Interval(min(low, value * (1 - _ABOUT)), max(high, value * (1 + _ABOUT)))
    if figure.precision == "over" and figure.dimension == "duration":
        return Interval(low, high)  # "over two years she paid": as long as that
    if figure.precision == "over":
        return Interval(low, value * _OVER)
    if figure.precision == "under":
        return Interval(value * _UNDER, high)
    return Interval(low, high)


def _is_to_the_last(figure: Figure) -> bool:
    """Whether a figure is told to the last one: small counts and prices, and counts whose last digit is no nought."""
    if figure.step <= 1:
        return figure.dimension in ("count", "none", "duration") or (figure.dimension == "money" and figure.value < 1e4)
    return figure.dimension in ("money", "count", "none") and figure.step <= 10 and figure.value < _EXACT_BELOW
