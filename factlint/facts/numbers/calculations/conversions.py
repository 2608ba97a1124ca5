"""Conversions: one amount in two units, and one currency against the article's other rates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model import Calculation, Figure
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import plain
from factlint.facts.numbers.units import conversions as converted
from factlint.facts.numbers.workings import say

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.lexicon import Lexicon

# 10 miles (16km); 10 miles, or 16km; 10 miles [about 16km]; 10 miles - 16km -; 10 miles/16km
_PAIR = re.compile(r"([ut$n])(?:[wI]{0,2}[(/=]|[wI]{0,2}[,~]?[he]*O|,h|[wI]{0,2}~)[hewOVTc]{0,6}?([ut$])")
_EQUAL_FAR = 0.2
_JOINED = 6  # code points between the parts of one amount: 26 miles and 385 yards


class Pair(NamedTuple):
    """One amount of money in two currencies.

    one: as first written.
    two: as converted.
    start: first code point of the two.
    end: one past the last.
    """

    one: Figure
    two: Figure
    start: int
    end: int


def find(line: Line, pairs: list[Pair]) -> Iterator[Calculation]:
    """The conversions of a sentence; amounts of money are put among the pairs, to be looked at together."""
    for match in _PAIR.finditer(line.codes):
        one, two = line.figure(match.start(1)), line.figure(match.start(2))
        if one.unit == two.unit or two.unit is None:
            continue
        start, end = line.span(match.start(1), match.end() - 1)
        bracket = "(" in match.group() or "/" in match.group()
        if one.dimension == two.dimension == "money":
            if bracket:
                pairs.append(Pair(one, two, start, end))
            continue
        found = _measures(line, one, two, start, end)
        if found:
            yield found


def _measures(line: Line, one: Figure, two: Figure, start: int, end: int) -> Calculation | None:
    facts = line.facts
    first, second = _unit(one, two), _unit(two, one)
    if first is None or second is None or one.dimension == "duration" != two.dimension:
        return None
    one_value, one_width = _compound(line, one, first)
    two_value, two_width = _compound(line, two, second)
    values = converted(one_value, first, second, facts.lexicon)
    if not values:
        return None
    low = converted(one_value - one_width, first, second, facts.lexicon)
    high = converted(one_value + one_width, first, second, facts.lexicon)
    holds = any(
        least - two_width - 1e-9 <= two_value <= most + two_width + 1e-9 for least, most in zip(low, high, strict=True)
    )
    if second in ("degC", "degF") and not holds and _is_difference(line, one):
        # A rise of 2C is one of 3.6F: no 32 degrees are added to a distance.
        values = (one_value * 9 / 5,) if first == "degC" else (one_value * 5 / 9,)
        holds = abs(values[0] - two_value) <= two_width + one_width * 2
    true = min(values, key=lambda value: abs(value - two_value))
    name = facts.text(two).lstrip("0123456789.,")
    if second in ("degC", "degF"):
        certain = abs(true - two_value) > 3
    else:
        certain = abs(true - two_value) > _EQUAL_FAR * abs(true)
    computed = f"{plain(true)}{name}"
    working = say(facts.lexicon, "same", one=facts.text(one), result=computed)
    return Calculation(start, end, "conversion", facts.text(two), computed, holds, working, certain)


def _is_difference(line: Line, figure: Figure) -> bool:
    """Whether degrees tell how far a temperature moves, not where it stands."""
    place = line.items.index(figure)
    lowers, words = line.facts.tokens.lowers, line.facts.lexicon.words("temperature-steps")
    if not words.isdisjoint(lowers[figure.last : figure.last + 6]):
        return True
    return abs(figure.value) <= 6 or re.search(r"[+\-Y]", line.codes[max(0, place - 12) : place]) is not None


def _unit(figure: Figure, other: Figure) -> str | None:
    """The unit of one side; bare degrees take the scale that the other side has not."""
    if figure.dimension == "temperature" and figure.unit == "deg":
        return {"degC": "degF", "degF": "degC"}.get(other.unit or "")
    return figure.unit if figure.dimension == other.dimension else None


def _compound(line: Line, figure: Figure, unit: str) -> tuple[float, float]:
    """Value and half width; "5ft 10in" and "11st 4lb" are read as one amount in the larger unit."""
    width = figure.step / 2
    if figure.step >= 10 and figure.step < figure.value * 2:
        width = min(width, figure.value * 0.1)
    if figure.precision != "exact":
        width = max(width, figure.value * 0.06)
    value = figure.value
    place = line.items.index(figure)
    following = next((item for item in line.items[place + 1 : place + 3] if item is not None), None)
    preceding = next((item for item in line.items[max(0, place - 2) : place][::-1] if item is not None), None)
    lexicon = line.facts.lexicon
    if isinstance(following, Figure) and _is_rest(figure, following, unit, lexicon):
        value += converted(following.value, following.unit or "", unit, lexicon)[0]
        width = width / 8
    if isinstance(preceding, Figure) and _is_rest(preceding, figure, preceding.unit or "", lexicon):
        value += converted(preceding.value, preceding.unit or "", unit, lexicon)[0]
    return value, width


def _is_rest(larger: Figure, smaller: Figure, unit: str, lexicon: Lexicon) -> bool:
    """Whether the second figure goes on with the first, in the next smaller unit and less than one of the larger."""
    if lexicon.table("smaller-units").get(unit) != smaller.unit or smaller.start - larger.end >= _JOINED:
        return False
    return smaller.value < converted(1, unit, smaller.unit or "", lexicon)[0]


# ------------------------------------------------------------------------------------------------------------- money


def rates(facts: Facts, pairs: list[Pair]) -> Iterator[Calculation]:
    """Each converted amount against the rate that the article's other conversions share."""
    groups: dict[tuple[str, str], list[tuple[float, float, Pair]]] = defaultdict(list)
    for pair in pairs:
        if pair.one.value <= 0 or pair.two.value <= 0:
            continue
        width = _relative_width(pair.one) + _relative_width(pair.two)
        key = (pair.one.unit or "", pair.two.unit or "")
        rate = pair.two.value / pair.one.value
        if key[0] > key[1]:
            key, rate = (key[1], key[0]), 1 / rate
        groups[key].append((rate, width, pair))
    for rows in groups.values():
        if len(rows) < 3:
            continue
        for rate, width, pair in rows:
            others = sorted(other for other, _, two in rows if two is not pair)
            usual = others[len(others) // 2]
            agree = sum(1 for other in others if abs(other - usual) <= 0.06 * usual)
            if agree < max(2, 0.7 * len(others)):
                continue
            holds = abs(rate - usual) <= (0.12 + width) * usual
            forward = (pair.one.unit or "") < (pair.two.unit or "")
            true = pair.one.value * (usual if forward else 1 / usual)
            computed = f"{pair.two.unit} {plain(true)}"
            text = facts.text
            working = say(facts.lexicon, "rate", one=text(pair.one), result=computed)
            far = not 0.6 < rate / usual < 1.6
            yield Calculation(pair.start, pair.end, "rate", text(pair.two), computed, holds, working, far)


def _relative_width(figure: Figure) -> float:
    return figure.step / 2 / figure.value if figure.value else 0.0
