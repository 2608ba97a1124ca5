"""Votes: a count on either side, and the majority or margin that is stated with them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from factlint.facts.model import Calculation, Interval
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, half, plain
from factlint.facts.numbers.workings import say

# 312 votes to 288; 312 votes to Smith's 288; 312 in favour and 288 against; 312-288
_SIDES = re.compile(r"(n)[weVIp]{0,3}(?:[T~]|,?(?P<and>A))[hew]{0,3}(n)")
_REACH = 12


def find(line: Line) -> Iterator[Calculation]:
    """ "by 312 votes to 288, a majority of 24": the margin against the two sides before it, or behind it."""
    codes, margins = line.timeless, line.facts.lexicon.words("margin-words")
    for place, code in enumerate(codes):
        if code != "n" or not _of_margin(line, place, margins):
            continue
        sides = [
            match
            for match in _SIDES.finditer(codes)
            if (0 < place - match.end() <= _REACH or 0 < match.start() - place <= _REACH)
            and (match["and"] is None or _both_sides(line, match))
            and ";" not in codes[min(match.start(), place) : max(match.end(), place)]
        ]
        if len(sides) == 1:
            yield from _margin(line, sides[0], place)


def _of_margin(line: Line, place: int, margins: frozenset[str]) -> bool:
    """Whether a count is said to be one: "a majority of 24", "a 24-vote majority"."""
    before = [line.word(at) for at in range(max(0, place - 4), place)]
    after = [line.word(at) for at in range(place + 1, min(len(line.at), place + 3))]
    led = line.codes[max(0, place - 3) : place].rstrip("he").endswith("V") and not margins.isdisjoint(before[-4:])
    return led or not margins.isdisjoint(after)


def _both_sides(line: Line, sides: re.Match[str]) -> bool:
    """Whether two counts stand for and against: "312 in favour and 288 against"."""
    answers = line.facts.lexicon.table("answer-words")
    said = {answers.get(line.word(at)) for at in range(sides.start(), min(sides.end() + 3, len(line.at)))}
    return {"for", "against"} <= said


def _margin(line: Line, sides: re.Match[str], place: int) -> Iterator[Calculation]:
    one, two, stated = (line.figure(at) for at in (sides.start(1), sides.start(3), place))
    ours, theirs = (figure.subject for figure in (one, two))
    if ours and theirs and ours != theirs:
        return
    true = abs(one.value - two.value)
    exact = all(figure.precision == "exact" for figure in (one, two, stated))
    follows = around(true, half(one) + half(two) + half(stated)) if exact else Interval(0.0, math.inf)
    text, lexicon = line.facts.text, line.facts.lexicon
    larger, smaller = sorted((one, two), key=lambda figure: -figure.value)
    working = say(lexicon, "minus", one=text(larger), two=text(smaller), result=plain(true))
    start, end = line.span(min(sides.start(), place), max(sides.end() - 1, place))
    voted = not line.facts.lexicon.words("ballot-words").isdisjoint(
        line.facts.tokens.lowers[line.at[max(0, sides.start() - 6)] : line.at[max(sides.end() - 1, place)] + 2]
    )
    claimed = around(stated.value)
    yield Calculation(start, end, "margin", claimed, follows, text(stated), plain(true), working, voted)
