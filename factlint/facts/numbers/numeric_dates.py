"""Dates in figures: 21/04/2014, 04/21/2014, 2014-04-21, 21.04.2014, 21/Apr/2014."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factlint.record import NamedTuple
from factlint.tokens import Tokens

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
_SMALL = re.compile(r"\d{1,2}\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_SEPARATORS = ("/", "-", "–", "‑")


class Numeric(NamedTuple):
    """A date in figures, half-open in tokens; `order` is ymd, dmy, mdy or either, where both can be."""

    first: int
    last: int
    year: int
    month: int
    day: int
    order: str


def numeric_dates(tokens: Tokens, months: Mapping[str, int]) -> list[Numeric]:
    """Every date in figures, in order of place; what may be read two ways is read as the others of the article are."""
    found = list(_found(tokens, months))
    orders = {one.order for one in found} - {"either", "ymd", "named"}
    if orders == {"mdy"}:
        found = [
            one._replace(month=one.day, day=one.month, order="mdy") if one.order == "either" else one for one in found
        ]
    elif orders == {"dmy"}:
        found = [one._replace(order="dmy") if one.order == "either" else one for one in found]
    return sorted(found)


def _found(tokens: Tokens, months: Mapping[str, int]) -> Iterator[Numeric]:
    texts, lowers = tokens.texts, tokens.lowers
    for mark in _SEPARATORS:
        for at in tokens.index.get(mark, ()):
            if not 0 < at < len(tokens) - 3 or texts[at + 2] != mark or not _joined(tokens, at - 1, at + 4):
                continue
            one, two, three = texts[at - 1], texts[at + 1], texts[at + 3]
            if _YEAR.match(one) and _SMALL.match(two) and _SMALL.match(three):
                if len(two) == 2 and 1 <= int(two) <= 12 and int(three):
                    yield Numeric(at - 1, at + 4, int(one), int(two), int(three), "ymd")
            elif _YEAR.match(three) and _SMALL.match(one):
                if lowers[at + 1] in months and texts[at + 1][0].isupper():
                    yield Numeric(at - 1, at + 4, int(three), months[lowers[at + 1]], int(one), "named")
                elif _SMALL.match(two) and (numeric := _ordered(at - 1, at + 4, int(one), int(two), int(three))):
                    yield numeric
    for word in tokens.figures:
        dotted = _DOTTED.match(word)
        if dotted and (numeric := _ordered(0, 0, int(dotted[1]), int(dotted[2]), int(dotted[3]))):
            yield from (numeric._replace(first=at, last=at + 1) for at in tokens.index[word])


def _ordered(first: int, last: int, one: int, two: int, year: int) -> Numeric | None:
    """Day and month in the order that the calendar allows; day first where it allows both."""
    if not (0 < one <= 31 and 0 < two <= 31) or not 1500 <= year < 2100:
        return None
    if two > 12:
        return Numeric(first, last, year, one, two, "mdy") if one <= 12 else None
    order = "dmy" if one > 12 else "either" if one != two else "dmy"
    return Numeric(first, last, year, two, one, order)


def _joined(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no space stands within a range of tokens, and no further mark right around it."""
    inside = all(not tokens.spaced(at) for at in range(first + 1, last))
    before = first == 0 or tokens.spaced(first) or tokens.texts[first - 1] in "(“\"'"
    after = last >= len(tokens) or tokens.spaced(last) or tokens.texts[last] in ".,;:)”\"'?!"
    return inside and before and after
