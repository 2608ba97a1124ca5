"""Notation: how per cents, sums of money, small numbers and dashes are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, in_running_text
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: What the choice of writing millions is called, before the sign and the size.
LARGE_SUMS = "money in "
_THOUSAND = 1000
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[, \u00a0\u202f])\d{3}(?:(?P=mark)\d{3}){0,3}(?!\d)")
#: A whole number of four digits, whatever sign stands before it and whatever is counted behind it.
_WHOLE = re.compile(r"[$£€¥]?(?P<number>\d,\d{3}|\d{4})(?![\d.,]?\d)")
_PROSE = frozenset({"paragraph", "caption", "standfirst"})
_YEARS = range(1100, 2200)
_CURRENCIES = frozenset("$£€¥")
_LOWEST, _HUNDRED = 10, 100
_SETTLED = 2  # places of a choice from which a single other one is a slip
WORDS, DIGITS = "words", "digits"


def notation_choices(facts: Facts) -> Iterator[Choice]:
    """Every place where a figure or a dash could have been written otherwise."""
    yield from _percents(facts)
    yield from _other_forms(facts)
    yield from _money(facts)
    yield from _thousands(facts)
    yield from _small_numbers(facts)
    yield from _teens(facts)
    yield from _decimals(facts)
    yield from _dashes(facts)


def _percents(facts: Facts) -> Iterator[Choice]:
    """After a figure any form can stand; elsewhere (“ten percent”, “a percent”) the sign cannot."""
    tokens = facts.tokens
    house = facts.house.topic("percent")
    table = facts.lexicon.table("percent-forms")
    found = list(tokens.phrases(facts.lexicon.phrases("percent-forms")))
    sign = house == "%" or any(tokens.texts[first] == "%" for first, _ in found)
    for first, last in found:
        if last < len(tokens) and tokens.texts[last][0].isupper() and tokens.spaced(last):
            continue  # a name: the 100% Holm
        figure = bool(first) and tokens.texts[first - 1][0].isdecimal()
        if not figure and tokens.lowers[first] in facts.lexicon.words("percent-after-figures"):
            continue  # “PC Ann Roe”
        shown = house is None and not in_running_text(facts, tokens.starts[first])  # a sign is for tables and headlines
        if (not sign or figure) and not shown:
            form = table[" ".join(tokens.lowers[first:last])]
            yield Choice(tokens.starts[first], tokens.ends[last - 1], "percent", form, "percent", house)


def _other_forms(facts: Facts) -> Iterator[Choice]:
    """Abbreviations and words that the lexicon holds for one another: e.g. and eg."""
    tokens = facts.tokens
    table = facts.lexicon.table("style-forms")
    for first, last in tokens.phrases(facts.lexicon.phrases("style-forms")):
        form = tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower()
        if form not in table:
            continue
        name = table[form]
        yield Choice(tokens.starts[first], tokens.ends[last - 1], name, form, "initialism", facts.house.word(name))


def _money(facts: Facts) -> Iterator[Choice]:
    """£5m, £5 million and 5 million pounds; m and mn."""
    tokens = facts.tokens
    magnitudes, coins = facts.lexicon.table("magnitude-forms"), facts.lexicon.table("signs-of-coins")
    house = facts.house.topic("money")
    for at in tokens.positions(magnitudes.keys()):
        if not at or not tokens.texts[at - 1][0].isdecimal():
            continue
        signed = at > 1 and tokens.texts[at - 2] in _CURRENCIES
        named = at + 1 < len(tokens) and tokens.lowers[at + 1] in coins
        if signed == named or (house is None and not in_running_text(facts, tokens.starts[at])):
            continue
        sign = tokens.texts[at - 2] if signed else coins[tokens.lowers[at + 1]]
        size, full = magnitudes[tokens.lowers[at]], tokens.lowers[at] == magnitudes[tokens.lowers[at]]
        if full and house is None and facts.in_quotation(tokens.starts[at]):
            continue  # nobody says “m”
        number = f"5{' ' if tokens.spaced(at) else ''}{'million' if full else 'm'}"
        start, end = tokens.starts[at - 1 - signed], tokens.ends[at + named]
        form = f"£{number}" if signed else f"{number} pounds"
        yield Choice(start, end, f"{LARGE_SUMS}{sign}{size}s", form, "currency", house)
        if not full:
            form = tokens.lowers[at]
            yield Choice(start, end, f"the abbreviation of {size}", form, "currency")


def _thousands(facts: Facts) -> Iterator[Choice]:
    """14,300 and 14 300: what stands between the thousands of a figure in digits."""
    for figure in facts.figures:
        if figure.value < _THOUSAND or figure.form != "digits":
            continue
        found = _GROUPED.search(facts.article.text, figure.start, figure.end)
        if found is not None:
            form = "1,000" if found["mark"] == "," else "1 000"
            yield Choice(found.start(), found.end(), "thousands", form, "thousands")
        whole = _WHOLE.match(facts.article.text, figure.start, figure.end)
        if whole is None or facts.in_quotation(figure.start) or figure.block not in _PROSE:
            continue
        year = figure.unit is None and _YEARS[0] <= figure.value <= _YEARS[-1] and "," not in whole["number"]
        if not year and (figure.unit is not None or figure.subject is not None):
            # 4,500 and 4500; what has five digits may be parted though what has four is not.
            form = "4,500" if "," in whole["number"] else "4500"
            name = f"thousands in four digits of {figure.dimension}"
            yield Choice(figure.start, figure.end, name, form, "thousands")


def _small_numbers(facts: Facts) -> Iterator[Choice]:
    """Two to nine of the same things, in words and in digits; a number that opens a sentence is always a word."""
    tokens = facts.tokens
    words = facts.lexicon.words("small-numbers")
    digits = frozenset("23456789")
    measures = facts.lexicon.words("measured-in-digits") | facts.lexicon.table("unit-names").keys()
    house = facts.house.topic("small numbers")
    told: list[Choice] = []
    for at in tokens.positions(words | digits):
        form = WORDS if tokens.lowers[at] in words else DIGITS
        last = _counted(facts, at)
        if last is None or _is_measured(facts, last, measures) or (form == WORDS and at in facts.sentence_firsts):
            continue
        before = tokens.texts[at - 1] if at else ""
        if before not in _CURRENCIES and not (before and (before[0].isdecimal() or before in DASHES)):
            noun = tokens.lowers[last]
            place = Choice(tokens.starts[at], tokens.ends[last], f"numbers of {noun}", form, "number", house)
            yield place
            if _counts_plainly(facts, at, last):
                told.append(place._replace(name="small numbers", house=None))
    yield from _slip(facts, told)


def _decimals(facts: Facts) -> Iterator[Choice]:
    """Nine point one and 9.1, where the article has the one outside quotations."""
    tokens, words = facts.tokens, facts.lexicon.table("number-words")
    told = [
        Choice(tokens.starts[at - 1], tokens.ends[at + 1], "decimals", "nine point one", "number")
        for at in tokens.positions(facts.lexicon.words("point-nouns"))
        if 0 < at < len(tokens) - 1 and tokens.lowers[at - 1] in words and tokens.lowers[at + 1] in words
    ]
    if all(facts.in_quotation(place.start) for place in told):
        return
    yield from told
    for figure in facts.figures:
        if figure.form == "digits" and "." in tokens.texts[figure.first][1:-1] and figure.dimension != "money":
            yield Choice(figure.start, figure.end, "decimals", "9.1", "number")


def _teens(facts: Facts) -> Iterator[Choice]:
    """Eleven to 99 of anything, in words and in digits; round tens are about so many, and often words."""
    tokens = facts.tokens
    worth, measures = facts.lexicon.table("number-words"), facts.lexicon.words("measured-in-digits")
    told: list[Choice] = []
    for word in (word for word in tokens.index if word in worth or "-" in word or word[0].isdecimal()):
        tens, _, ones = word.partition("-")
        spelt = worth.get(tens, 0) + worth.get(ones, 0) if ones else worth.get(word, 0)
        digits = len(word) == len("99") and word.isdecimal()
        if not (digits or (_LOWEST < spelt < _HUNDRED and spelt % 10)):
            continue
        for at in tokens.index[word]:
            last = _counted(facts, at)
            before = tokens.texts[at - 1] if at else ""
            beside = before in _CURRENCIES or before in DASHES or before[:1].isdecimal()
            if last is None or beside or at in facts.sentence_firsts or _is_measured(facts, last, measures):
                continue
            if not _counts_plainly(facts, at, last):
                continue
            form = DIGITS if digits else WORDS
            told.append(Choice(tokens.starts[at], tokens.ends[last], "numbers from ten", form, "number"))
    yield from _slip(facts, told)


def _is_measured(facts: Facts, noun: int, measures: frozenset[str]) -> bool:
    """Whether a number before a noun measures, which many houses do in digits: “7 pounds, 2 ounces”."""
    if facts.tokens.lowers[noun] in measures:
        return True
    number = facts.language.phrase_at(noun)
    return number is not None and "quantity" in facts.language.phrases[number].classes


def _counts_plainly(facts: Facts, at: int, noun: int) -> bool:
    """Whether a number counts a noun: no part of a name (“Thunderbolt 3 docks”) nor of a larger number."""
    tags, lowers = facts.language.tags, facts.tokens.lowers
    capital = at > 0 and facts.tokens.texts[at - 1][0].isupper()
    named = at > 0 and (tags[at - 1] == "NUM" or (capital and tags[at - 1] in ("PROPN", "NOUN")))
    larger = lowers[at + 1] in facts.lexicon.table("magnitude-forms")
    return tags[noun] == "NOUN" and not named and not larger


def _slip(facts: Facts, told: list[Choice]) -> Iterator[Choice]:
    """All places of a choice, where the running text makes it one way but for a single place."""
    told = [place for place in told if facts.paragraph_at(place.start).kind == "paragraph"]
    told = [place for place in told if not facts.in_quotation(place.start)]
    forms = [place.form for place in told]
    odd = [form for form in {*forms} if forms.count(form) == 1]
    if len(odd) == 1 and len(forms) > _SETTLED and len({*forms}) > 1:
        yield from told


def _counted(facts: Facts, at: int) -> int | None:
    """The token of the plural noun that a number counts, right after it or after one word between."""
    tokens = facts.tokens
    irregular = facts.lexicon.words("plurals-without-s")
    between = facts.lexicon.words("no-noun-follows")
    for place in (at + 1, at + 2):
        if place >= len(tokens) or not tokens.spaced(place) or not tokens.texts[place].isalpha():
            return None
        noun = tokens.lowers[place]
        plural = noun in irregular or (len(noun) > 3 and noun[-1] == "s" and noun[-2] != "s")
        if plural and tokens.texts[place].islower():
            return place
        if noun in between:
            return None
    return None


def _dashes(facts: Facts) -> Iterator[Choice]:
    """Dashes between words; hyphens do for them where they stand between spaces, en dashes only there."""
    tokens = facts.tokens
    house = facts.house.topic("dashes")
    begun, ended = {date.first for date in facts.dates}, {date.last for date in facts.dates}
    for at in tokens.positions(DASHES):
        if at in facts.sentence_firsts or at + 1 >= len(tokens) or (at in ended and at + 1 in begun):
            continue  # “2 May 1872 – 23 November 1896” is a range
        mark = tokens.texts[at]
        spaced = tokens.spaced(at) and tokens.spaced(at + 1)
        joined = not tokens.spaced(at) and not tokens.spaced(at + 1)
        before, after = tokens.texts[at - 1], tokens.texts[at + 1]
        digits = before[-1].isdecimal(), after[0].isdecimal()
        if (spaced and not all(digits)) or (joined and not any(digits) and mark in ("--", "—") and after != ")"):
            form = f"{'spaced' if spaced else 'unspaced'} {mark}"
            yield Choice(tokens.starts[at], tokens.ends[at], "dashes", form, "dash", house)
