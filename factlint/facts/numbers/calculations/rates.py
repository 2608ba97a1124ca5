"""Rates: one amount told by the year and by the month, or a whole told by the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, inf, log10

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.amounts import written_like
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, half, plain, scaled
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple

# £12m a year, or £1m a month; £12m a year (£1m a month)
_PAIR = re.compile(r"([n$u])([^n$u%tr]{1,5})[,~]{0,1}[(OA][heOV]{0,4}([n$u])")
# $90m, or $45 for each of the 2m people; $90m - $45 a head for 2m people
_EACH = re.compile(r"([$u])[^n$u%tr;]{0,9}?[,~(:][heOcwV]{0,4}([$u])([wpe]{1,4}?)V?[hew]{0,3}(n)")
_EACH_LAST = re.compile(r"([$u])[^n$u%tr;]{0,4}?[pTV][hew]{0,3}(n)[^n$u%tr;]{0,3}[,~(:][heOcw]{0,3}([$u])([wpe]{1,4})")
_SLACK = 0.06  # of a rate in round figures


class _Rate(NamedTuple):
    """An amount in one stretch of time.

    days: how long the stretch is.
    working: days of it that a firm or a person works, where that is another number.
    """

    days: float
    working: float


def find(line: Line) -> Iterator[Calculation]:
    """The rates of a sentence that the sentence itself tells twice."""
    for match in _PAIR.finditer(line.codes):
        yield from _two_rates(line, match)
    for pattern, whole, each, count, words in ((_EACH, 1, 2, 4, 3), (_EACH_LAST, 1, 3, 2, 4)):
        for match in pattern.finditer(line.timeless):
            if _says_each(line, match.start(words), match.end(words)):
                figures = (line.figure(match.start(group)) for group in (whole, each, count))
                yield from _by_head(line, match, *figures)


def _two_rates(line: Line, match: re.Match[str]) -> Iterator[Calculation]:
    one, two = line.figure(match.start(1)), line.figure(match.start(3))
    if one.unit != two.unit or (one.subject and two.subject and one.subject != two.subject):
        return
    first, second = _rate(line, match.start(1)), _rate(line, match.start(3))
    if first is None or second is None or first.days == second.days or not one.value or not two.value:
        return
    ratios = {first.days / second.days, first.working / second.working, first.working / second.days}
    values = [one.value / ratio for ratio in ratios]
    claimed = _near(two, one)
    true = values[0] if len(values) == 1 else one.value / (first.days / second.days)
    follows = around(next((value for value in values if not around(value).misses(claimed)), true))
    text = line.facts.text
    start, end = line.span(match.start(1), match.end() - 1)
    computed = _amount(text(two), two.value, true)
    told, wanted = _worded(line, one, text(one)), _worded(line, two, computed)
    working = say(line.facts.lexicon, "same", one=told, result=wanted)
    yield Calculation(start, end, "per", claimed, follows, text(two), computed, working, False)


def _rate(line: Line, place: int) -> _Rate | None:
    """The stretch of time that an amount is told for: "a year", "per month", "every day", "annually"."""
    lexicon, lowers = line.facts.lexicon, line.facts.tokens.lowers
    at, openers = line.figure(place).last, lexicon.words("rate-openers")
    days, working = lexicon.table("rate-days"), lexicon.table("rate-working-days")
    for here in range(at, min(at + 3, len(lowers) - 1)):
        word = lowers[here]
        stretch = lexicon.table("rate-adverbs").get(word) or (lowers[here + 1] if word in openers else "")
        if stretch in days:
            return _Rate(days[stretch], working[stretch])
    return None


def _worded(line: Line, figure: Figure, amount: str) -> str:
    """An amount with the stretch of time that stands behind a figure: £1m a month."""
    lexicon, tokens = line.facts.lexicon, line.facts.tokens
    last = figure.last
    while last < figure.last + 3 and tokens.lowers[last] not in lexicon.table("rate-days"):
        if tokens.lowers[last] in lexicon.table("rate-adverbs"):
            break
        last += 1
    return " ".join((amount, *tokens.texts[figure.last : last + 1]))


def _says_each(line: Line, first: int, last: int) -> bool:
    """Whether the words behind an amount share it out: "for each of", "a head", "per pupil"."""
    words = [line.word(place) for place in range(first, last)]
    return not line.facts.lexicon.words("each-words").isdisjoint(words)


def _by_head(line: Line, match: re.Match[str], whole: Figure, each: Figure, count: Figure) -> Iterator[Calculation]:
    if (
        whole.unit != each.unit
        or whole.value < 2 * each.value
        or count.value < 2
        or count.form == "prefix"
        or not each.value
    ):
        return
    true = whole.value / count.value
    claimed, follows = _near(each, whole, count), around(true)
    if not 0.02 < true / each.value < 50:
        return  # nothing of the same order: the sentence shares out something else
    text = line.facts.text
    start, end = line.span(match.start(), match.end() - 1)
    computed = _amount(text(each), each.value, true)
    working = say(line.facts.lexicon, "shared-out", one=text(whole), two=text(count), result=computed)
    yield Calculation(start, end, "per", claimed, follows, text(each), computed, working, False)


def _near(stated: Figure, *others: Figure) -> Interval:
    """The rates that are the stated one within the rounding of all figures, as a share of the greater of the two."""
    slack = half(stated) / stated.value + sum(half(other) / other.value for other in others) + _SLACK
    return Interval(stated.value * (1 - slack), stated.value / (1 - slack) if slack < 1 else inf)


def _amount(model: str, worth: float, value: float) -> str:
    """A value with three figures, written as another amount is."""
    places = 2 - floor(log10(value)) if value > 0 else 2
    rounded = round(value, places)
    return written_like(rounded, model, worth) or (scaled(rounded) if rounded >= 1e6 else plain(rounded))
