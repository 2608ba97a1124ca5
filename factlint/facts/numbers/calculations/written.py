"""The day of writing: years counted back from it, ages told beside a birth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation, Interval
from factlint.facts.numbers.calculations.rounding import around
from factlint.facts.numbers.dates import Day, day_of_writing
from factlint.facts.numbers.workings import say

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find(facts: Facts) -> Iterator[Calculation]:
    """What only the day of writing can check; nothing where the article does not give it."""
    today = day_of_writing(facts)
    if today is None:
        return
    yield from _years_ago(facts, today)
    yield from _ages(facts, today)


def _years_ago(facts: Facts, today: Day) -> Iterator[Calculation]:
    """ "five years ago, in 1998"."""
    for ago in facts.tokens.positions(facts.lexicon.words("ago-words")):
        stated = next((figure for figure in facts.figures if figure.last == ago and figure.unit == "year"), None)
        date = next((date for date in facts.dates if ago < date.first <= ago + 3 and date.year), None)
        if stated is None or date is None or date.year is None:
            continue
        years = today[0] - date.year
        slack = 1.0 if stated.precision == "exact" else max(1.0, 0.2 * stated.value)
        claimed, follows = around(stated.value, slack), around(years)
        computed = say(facts.lexicon, "years", result=years)
        working = say(facts.lexicon, "lasting", one=date.year, two=today[0], result=computed)
        yield Calculation(stated.start, date.end, "ago", claimed, follows, facts.text(stated), computed, working, True)


def _ages(facts: Facts, today: Day) -> Iterator[Calculation]:
    """ "Ann Roe, 45, who was born in 1958": an age told in the present tense of the article."""
    tokens, births = facts.tokens, facts.lexicon.words("birth-words")
    for born in tokens.positions(births):
        sentence = facts.sentence_of(born)
        year = next((d for d in facts.dates if born < d.first <= born + 4 and d.year and d.precision != "month"), None)
        ages = [f for f in facts.figures if f.claim == "age" and sentence.start <= f.start < sentence.end]
        dates = [date for date in facts.dates if sentence.start <= date.start < sentence.end and date.year]
        if year is None or year.year is None or len(ages) != 1 or len(dates) != 1 or facts.in_quotation(year.start):
            continue
        age, past = ages[0], facts.lexicon.words("death-words")
        if not past.isdisjoint(tokens.lowers[sentence.first : sentence.last]) or age.precision != "exact":
            continue
        years = today[0] - year.year
        start, end = min(age.start, tokens.starts[born]), max(age.end, year.end)
        pair = {"one": years - 1, "two": years}
        working = say(facts.lexicon, "either-years", born=facts.text(year), died=today[0], **pair)
        claimed, follows = around(age.value), Interval(years - 1, years)
        computed = say(facts.lexicon, "either", **pair)
        yield Calculation(start, end, "age", claimed, follows, facts.text(age), computed, working, True)
