"""Ranges: "between 20 and 30", "from 20 to 30", "20 to 30 days", "20-30 minutes"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around
from factlint.facts.numbers.workings import say

_X = "[n$ut%qa]"
_BETWEEN = re.compile(rf"B(?:egV)?[he]*({_X})[wcpI]{{0,3}}(?:A|~|T)[he]*({_X})")
_FROM = re.compile(rf"[Fg][he]*({_X})[wp]{{0,2}}(?:T|~)[he+]*({_X})")
_AGES = re.compile(r"g[he]*(a)~(x)")
_PLAIN = re.compile(rf"(?<![A-UW-Z~+\-/xna$%ut])({_X})(?:T|~)[he]{{0,1}}({_X})")


def find(line: Line) -> Iterator[Calculation]:
    """The ranges of a sentence: whether each runs upwards."""
    codes, words = line.codes, line.facts.lexicon
    taken: set[int] = set()
    for match in _BETWEEN.finditer(codes):
        if _near(line, match.start(), match.start(), 3, words.words("gap-words")):
            continue
        taken |= set(range(match.start(), match.end()))
        yield from _range(line, match, True)
    for match in _FROM.finditer(codes):
        taken |= set(range(match.start(), match.end()))
        spread = _near(line, match.start(), match.end(), 5, words.words("range-words"))
        moves = re.search(
            r"[+\-D]", codes[max(0, match.start() - 8) : match.start()] + codes[match.end() : match.end() + 4]
        )
        if (spread and not moves) or _opens_with(line, match):
            yield from _range(line, match, True)
    for match in _AGES.finditer(codes):
        yield from _range(line, match, True)
    for match in _PLAIN.finditer(codes):
        if _begins_anew(line, match):
            continue
        if _growth(line, match) or (match.start() not in taken and _counts(line, match) and _spread(line, match)):
            yield from _range(line, match, False)


def _begins_anew(line: Line, match: re.Match[str]) -> bool:
    """Whether what stands behind the dash opens a sentence: "11.00 – The two sides have arrived"."""
    behind = line.facts.tokens.texts[line.at[match.start(1) + 2]]
    return match.group()[1] == "~" and behind[0].isupper()


def _opens_with(line: Line, match: re.Match[str]) -> bool:
    """ "From 30 to 20 people wait": the range is what the sentence is about, and nothing in it moves."""
    counted = match.start() == 0 and line.figure(match.start(2)).subject is not None
    return counted and re.search(r"[+\-DE]", line.codes) is None and not line.codes.startswith(",", match.end() + 1)


def _growth(line: Line, match: re.Match[str]) -> bool:
    """ "a rise of 7% to 5%", "growth of 7-5%"."""
    sides, dash = (match[1], match[2]), match.group()[1] == "~"
    if line.codes[max(0, match.start() - 2) : match.start()] not in ("+V", "-V"):
        return False
    if dash:
        return sides in (("%", "%"), ("n", "%"))
    return sides == ("%", "%") and not _contested(line, match)


def _spread(line: Line, match: re.Match[str]) -> bool:
    """Whether nothing near the two figures makes them the ends of a change, or what each of two sides has."""
    codes, start = line.codes, match.start()
    if start and codes[start - 1] == "p" and line.word(start - 1) in line.facts.lexicon.words("at-words"):
        return line.figure(match.start(2)).dimension != "count" or not _contested(line, match)
    if match.group()[1] != "~" and re.search(r"[FBCY+\-DH]", codes[max(0, start - 7) : start]):
        return False
    return not _contested(line, match)


def _contested(line: Line, match: re.Match[str]) -> bool:
    """Whether it may be the result of a vote or game: words of contest near, and no plain plural counted."""
    two, lowers = line.figure(match.start(2)), line.facts.tokens.lowers
    plural = two.subject is not None and lowers[two.last : two.last + 1] != [two.subject]
    if match.group()[1] != "~" and plural and two.subject not in line.facts.lexicon.words("contest-units"):
        return False
    return _near(line, match.start(), match.end(), 9, line.facts.lexicon.words("contest-words"))


def _near(line: Line, first: int, last: int, reach: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands within reach of a stretch of codes."""
    lowers = line.facts.tokens.lowers
    left = line.at[max(0, first - reach)]
    right = line.at[min(len(line.at) - 1, last + reach)] + 1
    return not words.isdisjoint(lowers[left:right])


def _counts(line: Line, match: re.Match[str]) -> bool:
    """Whether something is counted or measured: "30 to 20 days"; two bare numbers are a score or a vote."""
    one, two = line.figure(match.start(1)), line.figure(match.start(2))
    if one.claim in ("score", "ordinal", "age", "share") or two.claim in ("score", "ordinal", "share"):
        return False
    if one.subject and two.subject and one.subject != two.subject:
        return False
    if two.value == 1 and two.unit is None:
        return False  # odds: "3 to 1"
    if one.dimension == "money" and two.unit is None and two.subject is None and match.group()[1] == "~":
        return True
    if one.subject or (one.unit and one.unit != two.unit):
        return False
    return bool(two.unit or two.subject or line.codes.startswith("g", match.end()))


def _range(line: Line, match: re.Match[str], certain: bool) -> Iterator[Calculation]:
    one, two = line.figure(match.start(1)), line.figure(match.start(2))
    if one.claim in ("ordinal",) or two.claim in ("ordinal",):
        return
    lowers, eras = line.facts.tokens.lowers, line.facts.lexicon.words("eras-counted-backwards")
    if not eras.isdisjoint((*lowers[one.last : one.last + 1], *lowers[two.last : two.last + 1])):
        return  # “between 1210 BC and 1170 BC”
    if one.unit and two.unit and one.unit != two.unit:
        return
    if one.subject and two.subject and one.subject != two.subject:
        return
    aged = "g" in line.codes[max(0, match.start() - 1) : match.start() + 3]
    if max(one.value, two.value) <= 12 and not (aged or one.unit or two.unit or one.subject or two.subject):
        return  # hours of the clock: "from nine to five"
    low, high = _comparable(one, two)
    text = line.facts.text
    start, end = line.span(match.start(), match.end() - 1)
    lexicon = line.facts.lexicon
    working = say(lexicon, "larger" if low > high else "no-larger", one=text(one), two=text(two))
    stated = say(lexicon, "span", one=text(one), two=text(two))
    computed = say(lexicon, "span", one=text(two), two=text(one))
    end_of, follows = around(high), Interval(low, math.inf)
    yield Calculation(start, end, "range", end_of, follows, stated, computed, working, certain)


def _comparable(one: Figure, two: Figure) -> tuple[float, float]:
    """The two values; "1.5 to 2 million" lends its magnitude to the first, "$500-600m" too."""
    low, high = one.value, two.value
    if two.value >= 1000 and one.value < 1000 and two.step >= 100 and one.step < two.step:
        return 0.0, high
    return low, high
