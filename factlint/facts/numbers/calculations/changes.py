"""Changes: rises and falls, in percent, in units or in multiples, against the two figures they lie between."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.amounts import written_like
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, half, in_percent, percent, percent_slack, plain
from factlint.facts.numbers.calculations.tied import is_one_change, is_one_move
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple

_X = "[n$ut%]"
_NO = "[^n$ut%rq;:]"  # what may stand between: no other figure, no break

# from 40 (in 2003) to 60; to 60 (last year) from 40; 60, compared with 40
_FROM_TO = re.compile(rf"F[heI]*({_X})(?:(?:(?![FTBC+\-]){_NO}){{0,8}}|(?:(?![FTBC+\-]){_NO}){{0,1}}[+-])T[heI]*({_X})")
_TO_FROM = re.compile(rf"T[heI]*({_X})(?:(?![TBC]){_NO}){{0,8}}F[hewI]{{0,4}}({_X})")
_AGAINST = re.compile(rf"({_X})(?:(?![FTB~]){_NO}){{0,10}}?C[hewpTI]{{0,5}}({_X})")
# 60, up from 40; 40 last year, reached 60 this year
_UP_FROM_BARE = re.compile(rf"({_X})(?:(?![FTB]){_NO}){{0,9}}?[+-][hw]?F[he]*({_X})")
_GROWN = re.compile(rf"({_X})(?:(?![FTB]){_NO}){{0,9}}?[+-]w?T[he]*({_X})")
# (40 to 60, up 50%)
_BARE = re.compile(rf"({_X})T[he]*({_X})(?=[,(~]+[he]*[+-][he]*[%r])")
_REACHED = re.compile(rf"({_X})(?:(?![FTB]){_NO}){{0,9}}?E[he]*({_X})")
# from 40 by half to 60
_INSIDE = re.compile(rf"F[he]*({_X})(?:(?![FTBC,]){_NO}){{0,6}}[Y+-][he]*([%r])(?:(?![FTBC]){_NO}){{0,3}}T[he]*({_X})")

# The stated change, just before the pair or just after it.
_BEFORE = (
    re.compile(r"([+-])[hewYVcpI]{0,4}([%r])[hewYIp,~:ZydtT]{0,5}$"),
    re.compile(r"([%r])[ew]{0,2}([+-])[hewYVIp,~:cZydt]{0,8}$"),
    re.compile(r"(?P<direction>[+-])[hewcpVI]{0,7}Y[he]*([%r])[hewIp,~:Zydt]{0,5}$"),
)
_AFTER = (
    re.compile(rf"(?:{_NO}|:){{0,9}}?([+-])[hewYVcp]{{0,4}}([%r])"),
    re.compile(rf"(?:{_NO}|:){{0,9}}?([%r])[ew]{{0,2}}([+-])"),
    re.compile(r"[wpIyd]{0,5}[,~(]?[OY,~(][heY]{0,3}([%r])"),
    re.compile(r"Iew?Vew[,~]+[he]*([%r])[ew]{0,2}[+-]"),
    re.compile(r"[wpIyd]{0,5}[,~(:]+[heO]{0,2}(?:c|wT|c?Y)[he]{0,2}([%r])"),
    re.compile(r"c(?:wV|e?[+-]V?)?[he]{0,2}([%r])"),
)
# …, while sales climbed 6%; … and the pound slipped 0.3%: a clause of its own
_ANOTHER = re.compile(r"[^,;A]*(?:,|;|A|,A)[eI]*w[^+\-]*[+-][he]*%\Z")
_UNITS_BEFORE = re.compile(r"([+-])[he]?[YV]?[he]*(?P<stated>[n$utq])w?[he,~]{0,2}$")
_UNITS_AFTER = re.compile(r"(?:[wIyd]{0,3}[,~(]+[he]*w?|c[he]*)([+-])[YV][he]*(?P<stated>[n$utq])")
# 60, up 50% from 40; 60, 50% more than the 40 of last year
_UP_FROM = re.compile(
    rf"({_X}){_NO}{{0,10}}?([+-])[hewYVc]{{0,3}}([%r])[he]{{0,2}}(?P<than>[FHCIp])[hewIydp]{{0,5}}?({_X})"
)
_MORE_THAN = re.compile(rf"({_X}){_NO}{{0,10}}?([%r])[ew]{{0,2}}([+-])w{{0,1}}(?P<than>[FHCp])[hewIydpV]{{0,7}}?({_X})")
_DIRECTION = re.compile(r"([+-])h?,?$")


class _Pair(NamedTuple):
    """Two figures of one kind, the earlier value first.

    start: first code of the words that join them.
    end: one past the last code.
    """

    before: Figure
    after: Figure
    start: int
    end: int


def find(line: Line) -> Iterator[Calculation]:
    """The rises and falls that a sentence states together with both ends."""
    codes = line.timeless
    if not ("%" in codes or "r" in codes or "D" in codes or "+" in codes or "-" in codes):
        return
    seen: list[tuple[int, int]] = []
    for pair, stated, first, last, certain in _stated_changes(line):
        low, _, width_low, _ = _scaled(pair.before, pair.after)
        # Of nothing, or of what rounding lets be nothing, there is no percentage.
        if low <= width_low or any(first <= end and start <= last for start, end in seen):
            continue
        if _is_of_a_unit(line, stated) or not is_one_change(line.facts, pair.before, pair.after, stated):
            continue
        seen.append((first, last))
        yield _relative(line, pair, stated, first, last, certain)
    for pair in _pairs(line):
        yield from _difference(line, pair)
        yield from _direction(line, pair)


def _pairs(line: Line) -> Iterator[_Pair]:
    codes = line.timeless
    for pattern, forward in (
        (_FROM_TO, True),
        (_TO_FROM, False),
        (_AGAINST, False),
        (_UP_FROM_BARE, False),
        (_REACHED, True),
        (_GROWN, True),
        (_BARE, True),
    ):
        for match in pattern.finditer(codes):
            one, two = line.figure(match.start(1)), line.figure(match.start(2))
            before, after = (one, two) if forward else (two, one)
            if _alike(before, after) and before.value > 0 and is_one_move(line.facts, before, after):
                yield _Pair(before, after, match.start(), match.end())


def _is_of_a_unit(line: Line, stated: Figure) -> bool:
    """Whether a fraction is one of a unit, “half a point”, and no share."""
    behind = line.facts.tokens.lowers[stated.last : stated.last + 1]
    return stated.form == "fraction" and line.facts.lexicon.words("indefinite-articles").issuperset(behind)


def _alike(one: Figure, two: Figure) -> bool:
    """Whether two figures can be the ends of one change."""
    if one.unit != two.unit and one.unit is not None and two.unit is not None:
        return False
    return not (one.subject and two.subject and one.subject != two.subject)


def _scaled(before: Figure, after: Figure) -> tuple[float, float, float, float]:
    """The values with their half widths; "from 1.2 to 1.5 million" lends the magnitude to the first."""
    low, high, width_low, width_high = before.value, after.value, half(before), half(after)
    if high >= 1e5 and low < 1000 and high > 900 * low > 0 and before.unit in (after.unit, None):
        for factor in (1e3, 1e6, 1e9, 1e12):
            if 0.05 < low * factor / high < 20:
                return low * factor, high, max(width_low, before.step / 2) * factor, width_high
    return low, high, width_low, width_high


def _stated_changes(line: Line) -> Iterator[tuple[_Pair, Figure, int, int, bool]]:
    """Each pair with the percentage or fraction stated for it, the codes it takes up, and whether that is certain."""
    codes = line.timeless
    for match in _INSIDE.finditer(codes):
        before, after = line.figure(match.start(1)), line.figure(match.start(3))
        if _alike(before, after):
            pair = _Pair(before, after, match.start(), match.end())
            yield pair, line.figure(match.start(2)), match.start(), match.end() - 1, True
    for pattern, place in ((_UP_FROM, 3), (_MORE_THAN, 2)):
        for match in pattern.finditer(codes):
            after, before = line.figure(match.start(1)), line.figure(match.end() - 1)
            if match["than"] == "p" and line.word(match.start("than")) not in line.facts.lexicon.words("base-words"):
                continue
            same = before.unit == after.unit and before.dimension != "share"
            if same and _alike(before, after):
                pair = _Pair(before, after, match.start(1), match.end())
                yield pair, line.figure(match.start(place)), match.start(1), match.end() - 1, False
    for pair in _pairs(line):
        certain = codes[pair.start] in "FT"
        stated = _stated_beside(line, pair)
        if stated is not None:
            place, first, last = stated
            yield pair, line.figure(place), first, last, certain


def _stated_beside(line: Line, pair: _Pair) -> tuple[int, int, int] | None:
    """The code of the change stated before or after a pair, and the first and last codes of the whole."""
    codes = line.timeless
    for pattern in _BEFORE:
        match = pattern.search(codes, max(0, pair.start - 16), pair.start)
        if match:
            place = _figure_place(match, codes)
            return place, match.start(), pair.end - 1
    for pattern in _AFTER:
        match = pattern.match(codes, pair.end, min(len(codes), pair.end + 18))
        if match and not _ANOTHER.match(match.group()):
            place = _figure_place(match, codes)
            return place, pair.start, match.end() - 1
    return None


def _figure_place(match: re.Match[str], codes: str) -> int:
    return next(match.start(group) for group in range(1, match.re.groups + 1) if codes[match.start(group)] in "%r")


def _relative(line: Line, pair: _Pair, stated: Figure, first: int, last: int, certain: bool) -> Calculation:
    """A percentage against the two values: it must lie among those that rounding allows."""
    low, high, width_low, width_high = _scaled(pair.before, pair.after)
    claimed, slack = in_percent(stated), percent_slack(stated)
    true = abs(high - low) / low * 100
    options = [
        abs(top - base) / base * 100
        for top in (high - width_high, high + width_high)
        for base in (low - width_low, low + width_low)
        if base > 0
    ]
    least = 0.0 if (high - width_high - low - width_low) * (high + width_high - low + width_low) <= 0 else min(options)
    follows = Interval(least - slack, max(options) + slack)
    # "down 25% from R230 million": the base is the one behind.
    ordered = certain or "F" in line.timeless[pair.start : pair.end] or "H" in line.timeless[pair.start : pair.end]
    if not ordered and high > 0 and around(claimed).misses(follows):
        # "720 in 2003 against 480 in 2004": nothing says which comes first.
        other = around(abs(high - low) / high * 100, slack + 1)
        follows = follows if around(claimed).misses(other) else other
    certain = certain and abs(claimed - true) > max(3.0, 0.1 * true)
    kind, computed = "change", percent(true)
    working = _working(line, pair, low, high, percent(true))
    if pair.before.unit == "percent" and stated.unit == "percent":
        points = abs(high - low)
        if abs(points - claimed) <= max(0.51 * stated.step, 0.05) and abs(true - claimed) > max(2.0, 0.3 * true):
            pattern = "point" if plain(points) == "1" else "points"
            kind, computed, follows = "point", say(line.facts.lexicon, pattern, result=plain(points)), around(true)
            working = _working(line, pair, low, high, percent(true))
    start, end = line.span(first, last)
    told = line.facts.text(stated)
    return Calculation(start, end, kind, around(claimed), follows, told, computed, working, certain)


def _working(line: Line, pair: _Pair, low: float, high: float, result: str, pattern: str = "change") -> str:
    """The sum in words: from 40 to 60 is a rise of 50%."""
    text, lexicon = line.facts.text, line.facts.lexicon
    way = _way(line, low, high)
    return say(lexicon, pattern, one=text(pair.before), two=text(pair.after), way=way, result=result)


def _way(line: Line, low: float, high: float) -> str:
    return say(line.facts.lexicon, "rise" if high >= low else "fall")


def _difference(line: Line, pair: _Pair) -> Iterator[Calculation]:
    """ "up 20, from 40 to 60": a change stated in units."""
    codes = line.timeless
    match = _UNITS_BEFORE.search(codes, max(0, pair.start - 8), pair.start)
    match = match or _UNITS_AFTER.match(codes, pair.end, min(len(codes), pair.end + 10))
    if not match:
        return
    stated = line.figure(match.start("stated"))
    if not _in_points(line, stated, pair) and (
        codes[pair.start] not in "FT"
        or not _alike(stated, pair.after)
        or stated.dimension != pair.after.dimension
        or stated.subject
    ):
        return
    low, high, width_low, width_high = _scaled(pair.before, pair.after)
    true = abs(high - low)
    claimed = around(stated.value, half(stated) + width_low + width_high + 1e-9)
    start, end = line.span(min(match.start(), pair.start), max(match.end() - 1, pair.end - 1))
    told = line.facts.text(stated)
    result = written_like(true, told, stated.value) or plain(true)
    working = _working(line, pair, low, high, result)
    yield Calculation(start, end, "difference", claimed, around(true), told, result, working, True)


def _in_points(line: Line, stated: Figure, pair: _Pair) -> bool:
    """Whether a change between two percentages is told in points: “a rise of 12 points”."""
    points = stated.dimension == "point" or stated.subject in line.facts.lexicon.words("point-nouns")
    return points and pair.before.dimension == pair.after.dimension == "share"


def _ranks(line: Line) -> bool:
    """Whether the sentence is about places in a table, where to rise is to come nearer to one."""
    words = line.facts.lexicon.words("rank-words")
    return any(item is None and line.word(place) in words for place, item in enumerate(line.items))


def _direction(line: Line, pair: _Pair) -> Iterator[Calculation]:
    """ "risen from 60 to 40": the verb says one way, the figures the other."""
    codes = line.codes
    match = _DIRECTION.search(codes, max(0, pair.start - 5), pair.start)
    if not match or codes[pair.start] not in "FT" or _ranks(line):
        return
    if line.word(match.start()) in line.facts.lexicon.words("change-nouns"):
        return  # "growth from 5% to 4%" is itself what falls
    low, high, _, _ = _scaled(pair.before, pair.after)
    claimed = Interval(0.0, math.inf) if match[1] == "+" else Interval(-math.inf, 0.0)
    start, end = line.span(match.start(), pair.end - 1)
    word = line.word(match.start())
    working = _working(line, pair, low, high, "", "direction")
    yield Calculation(start, end, "direction", claimed, around(high - low), word, _way(line, low, high), working, True)
