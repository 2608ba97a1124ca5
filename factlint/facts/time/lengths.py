"""Lengths of time: “the best part of a decade”, “72 hours”, “some 40 minutes later”, each as an interval of days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Figure, Length
from factlint.lexicon import Bundle, Lexicon

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_HEDGE_REACH = 4  # words before a number in which a hedge may stand
_ROUND = 5  # minutes that are a multiple of this are rounded


class _Words(Bundle):
    """What lengths are told with, unpacked once."""

    units: dict[str, str]
    days: dict[str, float]
    slack: dict[str, list[float]]
    exactly: dict[str, float]
    vague: dict[str, list[float]]
    hedges: tuple[tuple[str, str], ...]
    shares: dict[str, list[float]]
    after: dict[str, str]
    before: dict[str, str]
    past: frozenset[str]
    of: frozenset[str]
    joiners: frozenset[str]
    fractions: dict[str, float]
    determiners: frozenset[str]
    hedge_words: frozenset[str]
    sides: dict[str, str]
    definite: frozenset[str]
    which: dict[str, int]
    to_the_day: tuple[list[str], ...]
    sides_of_day: frozenset[str]
    in_one_word: dict[str, float]
    units_long: dict[str, str]
    numbers: dict[str, float]
    on: frozenset[str]
    leading: frozenset[str]
    ranging: frozenset[str]
    counted: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    hedges = ((phrase, label) for phrase, label in lexicon.table("length-hedges").items())
    return _Words(
        dict(lexicon.table("time-units")),
        dict(lexicon.table("time-unit-days")),
        dict(lexicon.values("time-unit-slack")),
        dict(lexicon.table("time-unit-slack-exact")),
        dict(lexicon.values("vague-numbers")),
        tuple(sorted(hedges, key=lambda row: -len(row[0]))),
        dict(lexicon.values("length-hedge-shares")),
        dict(lexicon.table("length-after")),
        dict(lexicon.table("length-before")),
        lexicon.words("past-words"),
        lexicon.words("of-words"),
        lexicon.words("number-joiners"),
        dict(lexicon.table("fractions")),
        lexicon.union("definite-articles", "indefinite-articles"),
        frozenset(word for phrase in lexicon.table("length-hedges") for word in phrase.split()),
        dict(lexicon.table("next-words")),
        lexicon.words("definite-articles"),
        dict(lexicon.table("which-one")),
        tuple(phrase.split() for phrase in lexicon.values("to-the-day-words")),
        lexicon.words("sides-of-day-words"),
        dict(lexicon.table("years-in-one-word")),
        dict(lexicon.table("lengths-in-one-word")),
        dict(lexicon.table("number-words")),
        lexicon.words("on-words"),
        lexicon.union("definite-articles", "indefinite-articles", "personal-owners", "body-pronouns"),
        lexicon.union("range-joiners", "list-alternatives"),
        lexicon.words("counted-from-words"),
    )


def find_lengths(facts: Facts) -> tuple[Length, ...]:
    """Every length of time with a number before its unit, in order of place; ages are none."""
    words = _words(facts.lexicon)
    figures = facts.figures
    starts = [figure.first for figure in figures]
    found = []
    for at in facts.tokens.positions(words.units.keys()):
        place = bisect_right(starts, at - 1) - 1 if at else -1
        figure = figures[place] if place >= 0 and figures[place].last >= at else None
        if figure is not None and figure.claim in ("age", "money", "ordinal"):
            continue
        length = _length(facts, at, figure, words)
        if length is not None:
            found.append(length)
    found += _adjectives(facts, words)
    found += _following(facts, words)
    found += _in_one_word(facts, words)
    found += _one_long(facts, words)
    return tuple(_joined(facts, sorted(found), words))


def _adjectives(facts: Facts, words: _Words) -> Iterator[Length]:
    """ "three-month", "48-hour": a number and its unit in one word before a noun; "three-year-old" is an age."""
    for figure in facts.figures:
        if figure.form != "prefix" or figure.unit not in words.days or figure.claim != "time":
            continue
        word = facts.tokens.lowers[figure.last - 1]
        if "-" in word or "‑" in word:
            hedge, _ = _hedge(facts.tokens.lowers, figure.first, words)
            low, high = _widened(figure.value, figure.value, figure.unit, hedge, words)
            yield _fact(facts, figure.first, figure.last, figure.unit, (low, high), "adjective", hedge)


def _in_one_word(facts: Facts, words: _Words) -> Iterator[Length]:
    """ "a quarter-century", "half-century": years in one word."""
    tokens = facts.tokens
    for at in tokens.positions(words.in_one_word.keys()):
        first = at - 1 if at and tokens.lowers[at - 1] in words.determiners else at
        hedge, _ = _hedge(tokens.lowers, first, words)
        years = words.in_one_word[tokens.lowers[at]]
        low, high = _widened(years, years, "year", hedge, words)
        role = _role(tokens.lowers, first, at + 1, words)
        yield _fact(facts, first, at + 1, "year", (0.95 * low, 1.05 * high), role, hedge)


def _one_long(facts: Facts, words: _Words) -> Iterator[Length]:
    """ "week-long", "hourlong": one unit of time before a noun."""
    for at in facts.tokens.positions(words.units_long.keys()):
        unit = words.units_long[facts.tokens.lowers[at]]
        yield _fact(facts, at, at + 1, unit, _widened(1, 1, unit, "", words), "adjective", "")


def _fact(facts: Facts, first: int, last: int, unit: str, days: tuple[float, float], role: str, hedge: str) -> Length:
    tokens = facts.tokens
    start = tokens.starts[first]
    block = facts.paragraph_at(start).kind
    in_quote = facts.in_quotation(start)
    return Length(start, tokens.ends[last - 1], unit, *days, role, hedge, in_quote, block, first, last)


def _following(facts: Facts, words: _Words) -> Iterator[Length]:
    """ "the following morning", "the next evening", "the morning after": a day later."""
    tokens = facts.tokens
    for at in tokens.positions(words.sides_of_day):
        first = at - 2
        way = words.after.get(tokens.lowers[at + 1]) if at + 1 < len(tokens.lowers) else None
        if at and way in ("later", "earlier") and tokens.lowers[at - 1] in words.definite:
            yield _fact(facts, at - 1, at + 1, "d", (0.9, 1.1), way, "next")
            continue
        if first < 0 or words.sides.get(tokens.lowers[at - 1]) != "later" or tokens.lowers[first] not in words.definite:
            continue
        yield _fact(facts, first, at + 1, "d", (0.9, 1.1), "later", "next")


def _joined(facts: Facts, found: list[Length], words: _Words) -> Iterator[Length]:
    """Lengths that are told in two units as one: "three hours and 40 minutes", "9 months 3 weeks"."""
    kept: Length | None = None
    for length in found:
        if kept is not None and length.start < kept.end:
            continue
        if kept is not None and _goes_on(facts, kept, length, words):
            low = _units(kept, words) + _units(length, words)
            slack = (length.high - length.low) / 2
            role = kept.role or length.role
            kept = kept._replace(
                end=length.end, unit=length.unit, low=low - slack, high=low + slack, role=role, last=length.last
            )
            continue
        if kept is not None:
            yield kept
        kept = length
    if kept is not None:
        yield kept


def _units(length: Length, words: _Words) -> float:
    """The days of the number of units that a length tells, of which the interval leaves more open above than below."""
    day = words.days[length.unit]
    return round((length.low + length.high) / day) / 2 * day


def _goes_on(facts: Facts, one: Length, two: Length, words: _Words) -> bool:
    """Whether the second length is the smaller part of the first."""
    between = facts.tokens.lowers[one.last : two.first]
    small = len(between) <= 2 and all(word in words.joiners or word == "," for word in between)
    return small and words.days[two.unit] < words.days[one.unit] and "adjective" not in (one.role, two.role)


def _length(facts: Facts, unit_at: int, figure: Figure | None, words: _Words) -> Length | None:
    tokens = facts.tokens
    lowers, unit = tokens.lowers, words.units[tokens.lowers[unit_at]]
    if figure is not None and figure.dimension in ("duration", "count", "none") and figure.first < unit_at:
        if figure.last < unit_at or (figure.last > unit_at + 1 and figure.form != "prefix"):
            return None
        first, low, high = figure.first, figure.value, figure.value
    else:
        vague = _vague(lowers, unit_at, words)
        if vague is None:
            return _next(facts, unit_at, unit, words)
        first, low, high = vague
    last = unit_at + 1
    if low == high and lowers[last : last + 1] and lowers[last] in words.joiners and last + 2 < len(lowers):
        part = words.fractions.get(lowers[last + 2])  # "a year and a half"
        if part and lowers[last + 1] in words.vague and not words.of.intersection(lowers[last + 3 : last + 4]):
            low = high = low + part
            last += 3
    least = _least(lowers, first, low, words) if low == high else None
    if least is not None:
        first, low = least
    hedge, opened = _hedge(lowers, first, words)
    hedge = "range" if least is not None else hedge
    behind = next((last + len(tail) for tail in words.to_the_day if lowers[last : last + len(tail)] == tail), last)
    hedge = "exact" if behind > last else hedge
    low, high = _widened(low, high, unit, hedge, words)
    role = _role(lowers, opened, behind, words)
    last = behind
    start = tokens.starts[opened]
    return Length(
        start,
        tokens.ends[last - 1],
        unit,
        low,
        high,
        role,
        hedge,
        facts.in_quotation(start),
        facts.paragraph_at(start).kind,
        opened,
        last,
    )


def _least(lowers: list[str], first: int, most: float, words: _Words) -> tuple[int, float] | None:
    """ "seven to 14 days", “two or three years”: the first token and the least of a length told as a range."""
    if first < 2 or lowers[first - 1] not in words.ranging:
        return None
    word = lowers[first - 2]
    least = float(word) if word.isdecimal() else words.numbers.get(word)
    return None if least is None or not 0 < least < most else (first - 2, least)


def _next(facts: Facts, unit_at: int, unit: str, words: _Words) -> Length | None:
    """ "the following day", "the previous year", "the day after": one unit on or back."""
    tokens = facts.tokens
    lowers = tokens.lowers
    if unit in ("min", "h") or unit_at < 1 or lowers[unit_at].endswith("s"):
        return None
    way = words.sides.get(lowers[unit_at - 1])
    first = unit_at - 2
    if way is None and lowers[unit_at - 1] in words.definite and unit_at + 1 < len(lowers):
        way, first = words.after.get(lowers[unit_at + 1]), unit_at - 1
        if way not in ("later", "earlier") or words.which.get("".join(lowers[unit_at + 2 : unit_at + 3])) == -1:
            return None  # "the year before last" is told from the article's day
    if way is None or first < 0 or lowers[first] not in words.definite:
        return None
    start, day = tokens.starts[first], words.days[unit]
    block = facts.paragraph_at(start).kind
    low, high = (0.9 * day, 1.1 * day) if unit != "month" else (0.5 * day, 1.9 * day)
    if unit == "week":
        low, high = 1.0, 13.0
    if unit == "year":
        low, high = 0.55 * day, 1.45 * day
    return Length(
        start, tokens.ends[unit_at], unit, low, high, way, "next", facts.in_quotation(start), block, first, unit_at + 1
    )


def _vague(lowers: list[str], unit_at: int, words: _Words) -> tuple[int, float, float] | None:
    """ "a decade", "half a century", "a couple of years", "a quarter of a century": first token, least and most."""
    at = unit_at - 1
    if at < 0 or lowers[at] not in words.vague:
        of = at > 0 and lowers[at] in words.of and lowers[at - 1] in words.vague
        if not of:
            return None
        at -= 1
    low, high = words.vague[lowers[at]]
    if at > 0 and low == high == 1 and lowers[at - 1] in words.vague and words.vague[lowers[at - 1]][0] == 0.5:
        return at - 1, 0.5, 0.5  # "half a century"
    if at > 1 and low == 1 and lowers[at - 1] in words.of and lowers[at - 2].rpartition("-")[2] in words.fractions:
        head, dash, tail = lowers[at - 2].rpartition("-")
        part = words.fractions[tail]
        if dash:  # "three-quarters of a century"
            return at - 2, part * words.numbers.get(head, 1), part * words.numbers.get(head, 1)
        times = words.numbers.get(lowers[at - 3], 0) if at > 2 else 0
        first = at - 3 if times else at - 2
        return first, part * (times or 1), part * (times or 1)  # "quarter of a century", "three quarters of a century"
    if at > 0 and low > 1 and lowers[at - 1] in words.vague and words.vague[lowers[at - 1]][0] == 1:
        return at - 1, low, high  # "a couple of years", "a dozen years"
    if low == 0.5 and lowers[at + 1 : at + 2] != [lowers[unit_at]]:
        return None
    return at, float(low), float(high)


def _hedge(lowers: list[str], first: int, words: _Words) -> tuple[str, int]:
    """How exact the words before a number make it, and the first token with them."""
    before = lowers[max(0, first - _HEDGE_REACH) : first]
    while before and before[-1] in words.determiners:
        before.pop()
    text = " " + " ".join(before)
    for phrase, label in words.hedges:
        if text.endswith(" " + phrase):
            return label, first
    return "", first


def _widened(low: float, high: float, unit: str, hedge: str, words: _Words) -> tuple[float, float]:
    """The least and most days that a number of units leaves open."""
    day = words.days[unit]
    if hedge not in ("", "exact", "range"):
        less, more = words.shares[hedge]
        if hedge == "part" and low > 1:
            less = (low - 0.45) / low
        if hedge == "far-over":
            more = max(more * low, low + 2) / low
        return low * less * day, high * more * day
    below, above = words.slack[unit] if hedge != "exact" else (words.exactly[unit] * low, words.exactly[unit] * low)
    if unit == "min" and low % _ROUND == 0 and hedge != "exact":
        below = above = 3 if low > _ROUND else 2
    below, above = min(below, 0.4 * low), min(above, max(0.5 * low, 0.01))
    if unit in ("month", "week") and low >= 10:
        above += 0.05 * low
        below += 0.05 * low
    return max(0.0, low - below) * day, (high + above) * day


def _role(lowers: list[str], first: int, last: int, words: _Words) -> str:
    """later, earlier, ago, into, old, for, in, after, over, past (the past five years) or nothing."""
    follows = lowers[last] if last < len(lowers) else ""
    # “three nights on a bar of chocolate”; “Ten years on the club is bankrupt”
    led = follows in words.on and last + 1 < len(lowers) and lowers[last + 1] in words.leading
    lasts = follows in words.counted and first > 0 and words.before.get(lowers[first - 1]) == "for"
    if follows in words.after and not lasts and not (led and first and lowers[first - 1][0].isalnum()):
        return words.after[follows]  # “stops for five months after the crash” tells how long
    at = first - 1
    past = False
    while at >= 0 and first - at <= _HEDGE_REACH + 1:
        word = lowers[at]
        if word in words.past:
            past = True
        elif word in words.before:
            return "past" if past else words.before[word]
        elif word not in words.hedge_words and word not in words.determiners:
            break
        at -= 1
    return "past" if past else ""
