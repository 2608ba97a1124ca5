"""Renumbering: how a sum of money, a small number or a day would be written in another form of the same choice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factlint.facts.model import Rewriting
from factlint.facts.style.notation import DIGITS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.style.choices import Choice

_SUM = re.compile(r"(?P<sign>[^\w\s]?)(?P<number>\d[\d.,]*)\s*(?P<size>[^\W\d_]+)(?:\s+(?P<coin>[^\W\d_]+))?")
_EXAMPLE = re.compile(r"(?P<sign>[^\w\s]?)5(?P<gap> ?)(?P<size>[^\W\d_]+)(?P<coin> [^\W\d_]+)?")
_DAY = re.compile(r"(?P<number>\d+)(?P<ending>[a-z]*)")
#: The last numbers whose endings are those of ten: 11th, 12th, 13th.
_TEENS = range(10, 20)


def money(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """£5 million for 5m pounds; `form` shows it on five million pounds, or is the abbreviation alone."""
    source = facts.article.source
    match = _SUM.fullmatch(source[place.start : place.end])
    glued = place.start and source[place.start - 1].isalnum()
    if match is None or glued or source[place.end : place.end + 1].strip(" .,;:!?)”’\n\r\t") != "":
        return None  # “US$5m” and “a £5m-a-year deal” are written otherwise than they would be alone
    sizes: Mapping[str, str] = facts.lexicon.table("magnitude-forms")
    wanted = _EXAMPLE.fullmatch(form)
    if wanted is None:
        span = match.span("size")
        return Rewriting(place.start + span[0], place.start + span[1], form) if form in sizes else None
    size = sizes[match["size"].lower()]
    if wanted["size"] not in sizes.values():
        size = next(short for short in sizes if sizes[short] == size)
    coins: Mapping[str, str] = facts.lexicon.table("signs-of-coins")
    sign = match["sign"] or coins[match["coin"].lower()]
    words = f"{match['number']}{wanted['gap']}{size}"
    if wanted["sign"]:
        return Rewriting(place.start, place.end, sign + words)
    coin = next((word for word, its in coins.items() if its == sign), None)
    return None if coin is None else Rewriting(place.start, place.end, f"{words} {coin}")


def small_number(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """Five for 5 and the other way round; none where the number stands beside another, which would stay as it is."""
    tokens = facts.tokens
    at = tokens.at(place.start)
    worth: Mapping[str, int] = facts.lexicon.table("number-words")
    beside = (tokens.lowers[near] for near in (at - 2, at - 1, at + 1, at + 2) if 0 <= near < len(tokens))
    if any(word in worth or word[0].isdecimal() for word in beside):
        return None  # “2 or 3 cows”, “between three and 12 cows”
    number = tokens.lowers[at]
    if form == DIGITS:
        return Rewriting(place.start, tokens.ends[at], str(worth[number])) if number in worth else None
    small = facts.lexicon.words("small-numbers")
    word = next((word for word in worth if word in small and str(worth[word]) == number), None)
    if word is None:
        return None
    return Rewriting(place.start, tokens.ends[at], word.capitalize() if at in facts.sentence_firsts else word)


def day_of_the_month(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """5 for 5th, and 3rd for 3."""
    match = _DAY.search(facts.article.source, place.start, place.end)
    if match is None:
        return None
    ending = ""
    if form[-1].isalpha():
        number = int(match["number"])
        endings = {str(digit): ending for digit, ending in facts.lexicon.table("ordinal-endings").items()}
        ending = endings["0" if number in _TEENS else str(number % 10)]
    return Rewriting(match.start(), match.end(), match["number"] + ending)


def month(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """March for Mar.; which stop an abbreviation takes, the form does not say."""
    if form.lower() not in facts.lexicon.words("months-in-full"):
        return None
    match = re.compile(rf"\b{re.escape(place.form)}\b\.?").search(facts.article.source, place.start, place.end)
    return None if match is None else Rewriting(match.start(), match.end(), form)
