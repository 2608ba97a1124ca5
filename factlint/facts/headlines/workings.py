"""What a reader works out: a line's figure that the text gives in other units, in years, as a share, sum or product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.headlines.display import TextWords
    from factlint.facts.model import Figure

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_LOOSE = 0.04  # share by which spans in two units may differ
_MORE = 1.5  # times that “a little more than a year” may be
_LONGEST_RUN = 5  # figures of one sentence that are added up
_MOST_COUNTED = 100  # of what is added up from single people and small counts
_TIMES = range(2, 21)
_FEWEST = 3  # shares that a sentence tells one after the other
_ROUNDED = 0.51  # of the last place that a share is told to
_LATEST = 2035  # the last year that a span in the headline may reach
_EARLIEST = 2000
_SINGLE = frozenset({"person", "animal"})


def is_worked_out(facts: Facts, figure: Figure, text: TextWords) -> bool:
    """Whether figures of the text give the line's figure by plain reckoning."""
    if figure.dimension == "duration":
        return _in_other_units(figure, text.figures) or _between_years(facts, figure)
    if figure.dimension == "share":
        shares = (*_shares(facts, text), *_added(facts, text))
        return any(abs(share - figure.value) <= figure.step * _ROUNDED for share in shares)
    if figure.dimension == "money":
        return _multiplied(figure, text.figures)
    if figure.dimension in ("count", "none") and figure.value <= _MOST_COUNTED:
        return any(total == figure.value for total in _totals(facts, text))
    return False


def _in_other_units(figure: Figure, body: Sequence[Figure]) -> bool:
    """“30 months” for two and a half years, “14 months” for a little more than a year."""
    days = _DAYS.get(figure.unit or "")
    if days is None:
        return False
    span = figure.value * days
    for other in body:
        if other.unit in _DAYS and other.unit != figure.unit:
            length = other.value * _DAYS[other.unit]
            if abs(span - length) <= _LOOSE * length + figure.step * days / 2:
                return True
            if other.precision == "over" and length <= span <= _MORE * length:
                return True
            if other.precision == "under" and span <= length <= _MORE * span:
                return True
    return False


def _between_years(facts: Facts, figure: Figure) -> bool:
    """“44 years” for 1980 and 2024; one year alone may be counted up to the article's own."""
    if figure.unit != "year":
        return False
    years = sorted({date.year for date in facts.dates if date.year is not None})
    known = set(years)
    return any(
        not known.isdisjoint((year + int(figure.value), year + int(figure.value) - 1))
        or _EARLIEST <= year + figure.value <= _LATEST
        for year in years
    )


def _multiplied(figure: Figure, body: Sequence[Figure]) -> bool:
    """“€120,000” for six times 20,000."""
    factors = {int(other.value) for other in body if other.value in _TIMES and other.dimension in ("count", "none")}
    return any(other.unit == figure.unit and other.value * by == figure.value for other in body for by in factors)


def _shares(facts: Facts, text: TextWords) -> Iterator[float]:
    """What two figures of one sentence and unit give per cent: the one of the other, and the change."""
    by_sentence: dict[int, list[Figure]] = {}
    for other in text.figures:
        if other.value > 0 and other.dimension not in ("share", "point"):
            by_sentence.setdefault(facts.sentence_at(other.start).number, []).append(other)
    for row in by_sentence.values():
        for one, two in permutations(row[:_LONGEST_RUN], 2):
            if one.unit == two.unit:
                share = 100 * one.value / two.value
                yield from (share, abs(share - 100))


def _added(facts: Facts, text: TextWords) -> Iterator[float]:
    """What all the shares of one sentence come to, where there are three or more: rises of 5, 7.5 and 12 percent."""
    by_sentence: dict[int, list[float]] = {}
    for other in text.figures:
        if other.dimension in ("share", "point"):
            by_sentence.setdefault(facts.sentence_at(other.start).number, []).append(other.value)
    yield from (sum(row) for row in by_sentence.values() if len(row) >= _FEWEST)


def _totals(facts: Facts, text: TextWords) -> Iterator[float]:
    """What each sentence's small counts come to, with the single people in it: “three drivers, a clerk …”."""
    by_sentence: dict[int, list[float]] = {}
    for other in text.figures:
        if other.dimension in ("count", "none") and other.value <= _MOST_COUNTED:
            by_sentence.setdefault(facts.sentence_at(other.start).number, []).append(other.value)
    singles: dict[int, int] = {}
    for phrase in facts.language.phrases:
        if phrase.classes & _SINGLE and not phrase.plural and phrase.determiner is not None:
            singles[phrase.sentence] = singles.get(phrase.sentence, 0) + 1
    for number, values in by_sentence.items():
        for first in range(len(values)):
            total = 0.0
            for value in values[first : first + _LONGEST_RUN]:
                total += value
                yield from (total + single for single in range(min(_LONGEST_RUN, singles.get(number, 0)) + 1))
