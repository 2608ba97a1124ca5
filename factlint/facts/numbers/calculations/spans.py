"""Spans of time: from–to in order, what lasted how long, who was born and died when."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from factlint.facts.model import Calculation, Date, Figure, Interval
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, plain
from factlint.facts.numbers.workings import say
from factlint.lexicon import Lexicon
from factlint.tokens import DASHES

_BORN = 4  # tokens before a year in which a word says that it is one of birth
_MONTH, _YEAR = 31, 12 * 31  # days

_Y = "[yd]"
_NO = "[^yd;.]"
_FROM = re.compile(rf"F[he]*({_Y})(?:(?![FTB]){_NO}){{0,6}}?,?\+?(?:T|~)[he]*({_Y})")
_BETWEEN = re.compile(rf"B[he]*({_Y})(?:(?![FTB]){_NO}){{0,5}}?(?:A|~|T)[he]*({_Y})")
_BETWEEN_EVENTS = re.compile(rf"tc?w{{0,2}}B[hew]{{0,4}}[VIp][he]*({_Y}){_NO}{{0,5}}A{_NO}{{0,5}}({_Y})")
_DASH = re.compile(rf"(?<![~/])({_Y})~({_Y})(?![~/])")
_UNTIL = re.compile(rf"[IZ][he]*({_Y})(?:(?![FTB]){_NO}){{0,3}}?T[he]*({_Y})")
_BARE = re.compile(r"(y)T(y)")
_PAIRS = (_FROM, _BETWEEN, _DASH, _UNTIL, _BARE)
# began in 2000 and lasted five years, until 2005
_THEN_LASTED = re.compile(rf"({_Y})((?:(?!t){_NO}){{0,9}}?)(t),?[he]*T[he]*({_Y})")

# five years between 2000 and 2005; five years, from ...; a five-year contract, which ran from ...
_LASTS_BEFORE = re.compile(
    r"t(?:(?:w?h|w?I|p)e?w{1,2}[,~(]{1,2}|[,~(:]{0,2}[he]*|V[ew]{1,3},?|I|w?[wp]{0,3},?[WwA]?c?w{0,1}P[,]?|w{1,2}[,~(]?)\Z"
)
# from 2000 to 2005, a period of five years; 2000-2005 (five years)
_LASTS_AFTER = re.compile(r"(?:[,~(:]+(?:e?[wS]{1,2}V|O|p|P|ec|cw?|IR?w|M)?|[pP]|\)V)[he]*(t)")
# begun in 2000 and ended five years later, in 2005
_LATER = re.compile(rf"({_Y})((?:(?!t)(?:{_NO}|;)){{0,10}}?)(t)w?Z((?:(?!t){_NO}){{0,8}}?)({_Y})")
# had been replaced in 2005, after five years
_AFTER = re.compile(rf"({_Y})((?:(?!t){_NO}){{0,9}}?)({_Y})[,~]?[wp]?Z?[Iw]?[he]*(t)(Z?)")
# five years after it was founded in 2000, the group closed in 2005
_YEARS_AFTER = re.compile(rf"(t)[wZ](?:(?!t){_NO}){{0,9}}?({_Y})((?:(?!t){_NO}){{0,12}}?)({_Y})")


def find(line: Line) -> Iterator[Calculation]:
    """The spans of time of a sentence."""
    codes = line.codes
    if len(re.findall(_Y, codes)) < 2:
        return
    taken: set[tuple[int, int]] = set()
    timed: set[int] = set()
    for pattern in _PAIRS:
        for match in pattern.finditer(codes):
            places = match.start(1), match.start(2)
            if places in taken or _moved(line, match.start(), match.end()):
                continue
            taken.add(places)
            if pattern is not _UNTIL or _lasts(line, match.start()):
                yield from _order(line, *places, match.start(), match.end() - 1, "sequence")
            yield from _lasting(line, match, places, timed)
    told = list(_events(line, taken, timed))
    yield from told
    if "t" in codes:
        yield from _intervals(line, timed)
        if not timed:
            yield from _only_two_years(line, bool(told))
    if "a" in codes or "g" in codes:
        yield from _lives(line)


def _moved(line: Line, first: int, last: int) -> bool:
    """Whether a date was moved, or a look taken back, from one to the other."""
    words = line.facts.lexicon.words("moved-words")
    lowers = line.facts.tokens.lowers
    return not words.isdisjoint(lowers[line.at[max(0, first - 4)] : line.at[last - 1] + 1])


def _lasts(line: Line, first: int) -> bool:
    return "P" in line.codes[max(0, first - 4) : first + 1]


def _key(one: Date, two: Date) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The two dates in the finest terms that both have; a date without year stands in the other's year."""
    years = one.year or two.year, two.year or one.year
    if one.month and two.month:
        if years[0] is None or years[1] is None or not (one.year and two.year):
            if one.month != two.month or ((one.year or two.year) and not (one.year and two.year) and one.year):
                return None
            years = (0, 0)
        if one.day and two.day:
            return (years[0] or 0, one.month, one.day), (years[1] or 0, two.month, two.day)
        return (years[0] or 0, one.month), (years[1] or 0, two.month)
    if one.year and two.year:
        return (one.year,), (two.year,)
    return None


def _order(
    line: Line, one: int, two: int, first: int, last: int, kind: str, certain: bool = True
) -> Iterator[Calculation]:
    """Whether the first date lies before the second."""
    keys = _key(line.date(one), line.date(two))
    if keys is None or any(_counts_backwards(line, place) for place in (one, two)):
        return
    text = line.facts.text
    before, after = text(line.date(one)), text(line.date(two))
    start, end = line.span(first, last)
    # A season ends in the year behind that by which it is called.
    first_day, last_day = _days(keys[0]), _days(keys[1]) + _YEAR * _is_season(line, two)
    lexicon = line.facts.lexicon
    first_date, second_date = (before, after) if first_day <= last_day else (after, before)
    working = say(lexicon, "earlier", one=first_date, two=second_date)
    stated = say(lexicon, "span", one=before, two=after)
    computed = say(lexicon, "span", one=after, two=before)
    follows = Interval(first_day, math.inf)
    yield Calculation(start, end, kind, around(last_day), follows, stated, computed, working, certain)


def _counts_backwards(line: Line, place: int) -> bool:
    """ "between 1750 and 1680 BC": whether a year is one of those before Christ."""
    behind = line.facts.tokens.lowers[line.date(place).last :][:1]
    return not line.facts.lexicon.words("eras-counted-backwards").isdisjoint(behind)


def _days(key: tuple[int, ...]) -> float:
    """Days from the year nought to a date of years, months and days, each month as long as the longest."""
    return sum(part * days for part, days in zip(key, (_YEAR, _MONTH, 1), strict=False))


def _is_season(line: Line, place: int) -> bool:
    """ "until the end of the 2014--15 season": whether a year opens one that ends in the next."""
    last, tokens = line.date(place).last, line.facts.tokens
    return last + 1 < len(tokens) and tokens.texts[last] in DASHES and len(tokens.texts[last + 1]) == 2


# ------------------------------------------------------------------------------------------------------------- events


@lru_cache(maxsize=4)
def _event_words(lexicon: Lexicon) -> dict[str, str]:
    return dict(lexicon.table("event-words"))


#: In which order the events of one thing follow each other.
_STAGES = {"birth": 0, "prelude": 1, "begin": 2, "end": 3, "death": 4}


def _events(line: Line, taken: set[tuple[int, int]], timed: set[int]) -> Iterator[Calculation]:
    """ "opened in 2004 and closed in 2001": a beginning and an end of one thing, in either order of telling."""
    codes, words = line.codes, _event_words(line.facts.lexicon)
    places = [place for place, code in enumerate(codes) if code in "yd"]
    for one, two in pairwise(places):
        if (one, two) in taken or two - one > 14 or ";" in codes[one:two]:
            continue
        first, second = _event(line, max(0, one - 8), one, words), _event(line, one + 1, two, words)
        if first is None or second is None or (first and _new_subject(codes[one + 1 : second])):
            continue
        sides = words[line.word(first)], words[line.word(second)]
        stages = _STAGES[sides[0]], _STAGES[sides[1]]
        if stages[0] == stages[1]:
            continue
        if "death" in sides and "birth" not in sides and (sides[1] != "death" or codes[second - 1] not in "Ac"):
            continue  # one of the two may have died, and another have begun
        begun, ended = (one, two) if stages[0] < stages[1] else (two, one)
        if ended < begun and not _looks_back(line, one, second):
            continue
        kind = "life" if "birth" in sides else "sequence"
        once = line.facts.lexicon.words("repeated-events").isdisjoint((line.word(first), line.word(second)))
        yield from _order(line, begun, ended, first, two, kind, once)
        place = _beside_events(codes, first, two)
        if place is not None and kind == "sequence" and place not in timed:
            timed.add(place)
            yield from _duration(line, place, begun, ended, min(first, place), max(two, place))


def _looks_back(line: Line, first: int, last: int) -> bool:
    """Whether the second event is told as the earlier one: "closed in 2003, having opened in 1998"."""
    words, when = line.facts.lexicon.words("looking-back-words"), line.facts.lexicon.words("when-words")
    if any(line.items[place] is None and line.word(place) in when for place in range(first, last)):
        return False  # "left Vigo in 2019, when she was 41, and came home in 2022"
    return any(line.items[place] is None and line.word(place) in words for place in range(first, last))


def _beside_events(codes: str, first: int, last: int) -> int | None:
    """The duration just before a beginning or just after an end: "lasted five years, beginning in …"."""
    before = re.search(r"[Pp][he]*(t)[,~]?[he]*\Z", codes[max(0, first - 6) : first])
    if before:
        return max(0, first - 6) + before.start(1)
    after = re.match(r",?[Zw]?[he]*(t)", codes[last + 1 : last + 5])
    return last + 1 + after.start(1) if after else None


def _event(line: Line, first: int, last: int, words: dict[str, str]) -> int | None:
    """The event word nearest before a date."""
    for place in range(last - 1, first - 1, -1):
        if line.items[place] is None and line.word(place) in words:
            return place
        if line.codes[place] in "yd;:":
            return None
    return None


def _new_subject(gap: str) -> bool:
    """Whether a new noun opens between the first date and the second verb: "and the library closed"."""
    return bool(re.search(r"[A,].*e", gap)) and "W" not in gap


# ---------------------------------------------------------------------------------------------------------- durations


def _lasting(line: Line, match: re.Match[str], places: tuple[int, int], timed: set[int]) -> Iterator[Calculation]:
    """A duration stated beside a from–to pair."""
    codes = line.codes
    before = _LASTS_BEFORE.search(codes, max(0, match.start() - 10), match.start())
    if before and not _sentence_of_court(line, before.start()):
        timed.add(before.start())
        yield from _duration(line, before.start(), *places, before.start(), match.end() - 1)
        return
    after = _LASTS_AFTER.match(codes, match.end(), min(len(codes), match.end() + 9))
    ends = after is not None and codes[after.end() : after.end() + 1] not in ("Z", "x")
    if after and ends and not _is_part(line, after.start(1)) and not _sentence_of_court(line, match.start()):
        timed.add(after.start(1))
        yield from _duration(line, after.start(1), *places, match.start(), after.end() - 1)


def _is_part(line: Line, place: int) -> bool:
    """ "from 1964 to 1994, the last twelve years as head": whether a duration is one part of the whole, told apart."""
    first, tags = line.at[place], line.facts.language.tags
    definite = line.facts.tokens.lowers[max(0, first - 2)] in line.facts.lexicon.words("definite-articles")
    return definite and tags[first - 1] == "ADJ"


def _sentence_of_court(line: Line, place: int) -> bool:
    """Whether the duration is what a court imposed; who served nine years "as treasurer" was in office."""
    lexicon, lowers = line.facts.lexicon, line.facts.tokens.lowers
    near = lowers[line.at[max(0, place - 5)] : line.at[min(len(line.at) - 1, place + 3)]]
    terms = lexicon.words("term-words").intersection(near)
    if terms <= lexicon.words("office-terms"):
        around = lowers[line.at[max(0, place - 5)] : line.at[min(len(line.at) - 1, place + 10)]]
        return bool(terms) and lexicon.words("in-office").isdisjoint(around)
    return True


def _intervals(line: Line, timed: set[int]) -> Iterator[Calculation]:
    """ "… in 2000 … five years later, in 2005", told in any order."""
    for match in _BETWEEN_EVENTS.finditer(line.codes):
        if match.start() not in timed:
            timed.add(match.start())
            yield from _duration(line, match.start(), match.start(1), match.start(2), match.start(), match.end() - 1)
    for match in _THEN_LASTED.finditer(line.codes):
        place = match.start(3)
        if place not in timed and not _sentence_of_court(line, place):
            timed.add(place)
            yield from _duration(line, place, match.start(1), match.start(4), match.start(), match.end() - 1)
    for pattern, stated, one, two in ((_LATER, 3, 1, 5), (_YEARS_AFTER, 1, 2, 4), (_AFTER, 4, 1, 3)):
        for match in pattern.finditer(line.codes):
            place = match.start(stated)
            if place in timed or _sentence_of_court(line, place):
                continue
            words = line.facts.lexicon.words("interval-words")
            word = line.word(place + 1) if place + 1 < len(line.codes) else ""
            if pattern is not _AFTER and word not in words:
                continue
            if pattern is _YEARS_AFTER and word not in line.facts.lexicon.words("counted-from-words"):
                continue
            if pattern is _AFTER and word not in words and not _after_word(line, match.start(two) + 1, place):
                continue
            if pattern is _LATER and ("FT" in match[2] or _of_two_verbs(line, match)):
                continue
            timed.add(place)
            found = _duration(line, place, match.start(one), match.start(two), match.start(), match.end() - 1)
            early, late = line.date(match.start(one)), line.date(match.start(two))
            yield from (span for span in found if span.agrees or not _counted_from_elsewhere(line, place, early, late))


def _of_two_verbs(line: Line, match: re.Match[str]) -> bool:
    """ "came in 1947, took vows two years later, and was sent to Oslo in 1953": a verb before it, and one behind."""
    tags = line.facts.language.tags
    one, length, two = (line.at[match.start(group)] for group in (1, 3, 5))
    return "VERB" in tags[one:length] and "VERB" in tags[length:two]


def _counted_from_elsewhere(line: Line, place: int, early: Date, late: Date) -> bool:
    """Whether the article has another year from or to which so many are counted.

    "It opened in 1967. By 1980 it had 400 pupils, and when she retired in 2003, after 36 years, …"
    """
    stated = line.figure(place)
    if stated.unit != "year":
        return False
    today = line.facts.article_day
    years = {*(date.year for date in line.facts.dates if date.year), *(today[:1] if today else ())}
    years -= {early.year, late.year}
    return any(abs(abs(year - end) - stated.value) < 1 for year in years for end in (early.year, late.year) if end)


def _linked(line: Line, place: int) -> bool:
    """Whether a word beside the duration ties it to dates: "ran for nine years", "nine years apart"."""
    lexicon, at = line.facts.lexicon, line.at[place]
    lowers, last = line.facts.tokens.lowers, line.figure(place).last
    links, verbs = lexicon.words("duration-links"), lexicon.words("lasting-verbs")
    return not links.isdisjoint((*lowers[max(0, at - 2) : at], *lowers[last : last + 2])) or not verbs.isdisjoint(
        lowers[max(0, at - 4) : at]
    )


def _only_two_years(line: Line, told: bool) -> Iterator[Calculation]:
    """A sentence that holds two years, one duration and no other figure: most likely they belong together.

    `told`: whether the years are those of a beginning and an end; then a duration named before both is theirs.
    """
    codes = line.codes
    places = [place for place, code in enumerate(codes) if code in "yd"]
    times = [place for place, code in enumerate(codes) if code == "t"]
    if len(places) != 2 or len(times) != 1 or re.search(r"[n$%qura]", codes):
        return
    first, last = min(*places, *times), max(*places, *times)
    before = told and times[0] < places[0]
    if last - first > 14 or (
        times[0] < places[0] and codes[times[0] + 1] == "Z" and not _says_after(line, times[0] + 1)
    ):
        return  # "asked five years later about 1988 and 1993"
    stated = line.figure(times[0])
    begun, ended, text = line.date(places[0]), line.date(places[1]), line.facts.text(stated)
    if stated.in_quote != begun.in_quote or stated.unit != "year" or begun.year is None or ended.year is None:
        return
    planned = "-" in text and text.rpartition("-")[2].lower() not in line.facts.lexicon.words("lasting-tails")
    if planned or not (before or _linked(line, times[0])):
        return  # a "two-year scheme" may have run on
    if not stated.value / 3 <= abs(ended.year - begun.year) <= stated.value * 3:
        return
    words, at = line.facts.lexicon.words("unrelated-duration-words"), line.at[times[0]]
    lowers = line.facts.tokens.lowers
    if words.isdisjoint(lowers[max(0, at - 3) : at + 4]) and not _sentence_of_court(line, times[0]):
        found = _duration(line, times[0], places[0], places[1], first, last, certain=False)
        yield from (one for one in found if one.agrees or not _counted_from_elsewhere(line, times[0], begun, ended))


def _says_after(line: Line, place: int) -> bool:
    return line.word(place) in line.facts.lexicon.words("counted-from-words")


def _after_word(line: Line, first: int, last: int) -> bool:
    words = line.facts.lexicon.words("interval-openers")
    return any(line.items[place] is None and line.word(place) in words for place in range(first, last))


def _leads_on(line: Line, stated: Figure, dates: tuple[Date, Date]) -> bool:
    """ "began on 2 May and ended on 9 June, three days before the arrests": counted from what is told behind."""
    behind = line.facts.tokens.lowers[stated.last : stated.last + 2]
    counted = len(behind) > 1 and behind[0] in line.facts.lexicon.words("counted-from-words") and behind[1][0].isalpha()
    counted = counted and line.facts.language.tags[stated.last + 1] != "PRON"  # “nine years after it was passed”
    return counted and all(date.last <= stated.first for date in dates)


def _duration(
    line: Line, place: int, one: int, two: int, first: int, last: int, certain: bool = True
) -> Iterator[Calculation]:
    """The stated duration against the distance of two dates; a year either way is the reader's way of counting."""
    stated, begun, ended = line.figure(place), line.date(one), line.date(two)
    before = line.facts.tokens.lowers[max(0, begun.first - _BORN) : begun.first]
    if not line.facts.lexicon.words("birth-words").isdisjoint(before):
        return  # “born in 1941, taught for 40 years until 2004”
    if begun.year is None or ended.year is None or _leads_on(line, stated, (begun, ended)):
        return
    years, slack = _distance(begun, ended)
    unit = line.facts.lexicon.table("unit-factors").get(stated.unit or "")
    if unit is None or stated.claim == "age":
        return
    length = 365.2425 / unit
    if length > 1.5 and not (begun.month and ended.month):
        return
    true = years * length
    width = max(slack * length, 1.01 if length <= 1.5 else 1.5, min(stated.step, 1.0) * 0.6)
    # “just under three years” between two months is no matter of how one counts.
    strict = slack * length if begun.month and ended.month and length <= 1.5 else width
    if stated.precision == "over":
        claimed = Interval(stated.value - strict, stated.value * 1.5 + width)
    elif stated.precision == "under":
        claimed = Interval(stated.value * 0.67 - width, stated.value + strict)
    else:
        width = width if stated.precision == "exact" else max(width, 0.2 * stated.value)
        claimed = around(stated.value, width)
    start, end = line.span(min(first, place), max(last, place))
    text = line.facts.text
    name = line.facts.lexicon.values("duration-names").get(stated.unit or "", "")
    computed = f"{plain(round(true))} {name}".strip()
    early, late = (
        (begun, ended)
        if years >= 0 and (begun.year, begun.month or 0) <= (ended.year, ended.month or 0)
        else (ended, begun)
    )
    working = say(line.facts.lexicon, "lasting", one=text(early), two=text(late), result=computed)
    yield Calculation(start, end, "duration", claimed, around(true), text(stated), computed, working, certain)


def _distance(one: Date, two: Date) -> tuple[float, float]:
    """Years between two dates, and how far the true distance may be off."""
    assert one.year is not None
    assert two.year is not None
    if one.month and two.month:
        days = (two.day or 15) - (one.day or 15) if one.day and two.day else 0
        distance = two.year - one.year + (two.month - one.month) / 12 + days / 365.25
        return abs(distance), 0.02 if one.day and two.day else 0.1
    return float(abs(two.year - one.year)), 0.0


# -------------------------------------------------------------------------------------------------------------- lives

_LIFE = re.compile(rf"(b)[Iepw]{{0,4}}({_Y}){_NO}{{0,12}}?({_Y}){_NO}{{0,3}}?(?:gV?[he]*)([an])")


def _lives(line: Line) -> Iterator[Calculation]:
    """ "born in 1950, he died in 2000 aged 40"."""
    for match in _LIFE.finditer(line.codes):
        born, died, age = line.date(match.start(2)), line.date(match.start(3)), line.figure(match.start(4))
        if born.year is None or died.year is None or died.year < born.year:
            continue
        years = died.year - born.year
        start, end = line.span(match.start(), match.end() - 1)
        text = line.facts.text
        ages = {"one": years - 1, "two": years}
        working = say(line.facts.lexicon, "either-years", born=text(born), died=text(died), **ages)
        computed = say(line.facts.lexicon, "either", **ages)
        follows = Interval(years - 1, years)
        yield Calculation(start, end, "age", around(age.value), follows, text(age), computed, working, True)
