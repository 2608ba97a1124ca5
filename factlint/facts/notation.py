"""Notation: how per cents, times of day, dates, sums of money, small numbers and dashes are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.variants import Choice

_CURRENCIES = frozenset("$£€¥")
_DASHES = frozenset({"-", "--", "–", "—"})
_LAST_DAY = 31


def notation_choices(facts: Facts) -> Iterator[Choice]:
    """Every place where a figure, a date or a dash could have been written otherwise."""
    yield from _forms(facts)
    yield from _clock(facts)
    yield from _date_order(facts)
    yield from _magnitudes(facts)
    yield from _small_numbers(facts)
    yield from _dashes(facts)


def _forms(facts: Facts) -> Iterator[Choice]:
    """Words and signs that the lexicon holds for one another: percent, per cent, %."""
    tokens = facts.tokens
    table = facts.lexicon.table("style-forms")
    for first, last in tokens.phrases(facts.lexicon.phrases("style-forms")):
        choice, _, form = table[" ".join(tokens.lowers[first:last])].partition("/")
        yield tokens.starts[first], tokens.ends[last - 1], choice, form, choice


def _clock(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    for at in tokens.positions(facts.lexicon.words("clock-halves")):
        if at and tokens.texts[at - 1][0].isdigit():
            # Morning and afternoon are written alike: the form is shown on nine o'clock in the morning.
            half = tokens.texts[at].replace("p", "a").replace("P", "A")
            form = f"9{' ' if tokens.spaced(at) else ''}{half}"
            yield tokens.starts[at - 1], tokens.ends[at], "time of day", form, "time"


def _date_order(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    for at in tokens.positions(facts.lexicon.words("months-in-full")):
        if not tokens.texts[at][0].isupper():
            continue
        before, after = _day(facts, at - 1), _day(facts, at + 1)
        if before and not after:
            yield tokens.starts[at - 1], tokens.ends[at], "order of dates", "day month", "date-order"
        elif after and not before:
            yield tokens.starts[at], tokens.ends[at + 1], "order of dates", "month day", "date-order"


def _day(facts: Facts, at: int) -> bool:
    texts = facts.tokens.texts
    return 0 <= at < len(texts) and texts[at].isdecimal() and len(texts[at]) < 3 and 0 < int(texts[at]) <= _LAST_DAY


def _magnitudes(facts: Facts) -> Iterator[Choice]:
    """£5m and £5 million."""
    tokens = facts.tokens
    magnitudes = facts.lexicon.table("magnitude-forms")
    for at in tokens.positions(magnitudes.keys()):
        if at > 1 and tokens.texts[at - 1][0].isdigit() and tokens.texts[at - 2] in _CURRENCIES:
            size = magnitudes[tokens.lowers[at]]
            form = f"{'' if not tokens.spaced(at) else ' '}{tokens.lowers[at]}"
            yield tokens.starts[at - 2], tokens.ends[at], f"{size}s of money", form.strip(), "currency"


def _small_numbers(facts: Facts) -> Iterator[Choice]:
    """Two to nine before the same noun, in words and in digits."""
    tokens = facts.tokens
    words = facts.lexicon.words("small-numbers")
    digits = frozenset("23456789")
    measures = facts.lexicon.words("measured-in-digits")
    for at in tokens.positions(words | digits):
        if at + 1 >= len(tokens) or not tokens.spaced(at + 1):
            continue
        noun = tokens.lowers[at + 1]
        before = tokens.texts[at - 1] if at else ""
        if noun.isalpha() and len(noun) > 3 and noun[-1] == "s" and noun not in measures and before not in _CURRENCIES:
            form = "word" if tokens.lowers[at] in words else "digit"
            yield tokens.starts[at], tokens.ends[at + 1], f"small numbers of {noun}", form, "number"


def _dashes(facts: Facts) -> Iterator[Choice]:
    tokens = facts.tokens
    for at in tokens.positions(_DASHES):
        if not at or at + 1 >= len(tokens):
            continue
        spaced = tokens.spaced(at) and tokens.spaced(at + 1)
        number = tokens.texts[at - 1][0].isdigit() or tokens.texts[at + 1][0].isdigit()
        joined = not tokens.spaced(at) and not tokens.spaced(at + 1)
        if (spaced or (joined and not number and tokens.texts[at] != "-")) and (spaced or tokens.texts[at] != "–"):
            form = f"a spaced {tokens.texts[at]}" if spaced else f"an unspaced {tokens.texts[at]}"
            yield tokens.starts[at], tokens.ends[at], "dash", form, "dash"
