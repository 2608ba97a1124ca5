"""Times of day: “6.10am”, “1330 GMT”, “at six in the morning”, “noon”, “in broad daylight”, as minutes of the day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Clock
from factlint.lexicon import Bundle, Lexicon
from factlint.tokens import Phrases

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_DAY = 24 * 60
_SMALL_HOURS = 5 * 60  # before it a night's hour is of the next day
_DIGITS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\Z")
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)\Z")


class _Words(Bundle):
    """What times of day are told with, unpacked once."""

    halves: frozenset[str]
    zones: frozenset[str]
    oclock: frozenset[str]
    at: frozenset[str]
    numbers: dict[str, float]
    exact: dict[str, int]
    parts: Phrases
    spans: dict[str, tuple[int, int]]
    of_day: dict[str, tuple[int, int]]
    quarters: dict[str, int]
    toward: dict[str, int]
    bounds: dict[str, str]
    hours: frozenset[str]
    sides: dict[str, tuple[int, int]]
    before_sides: frozenset[str]
    leads: frozenset[str]
    minutes: frozenset[str]
    voted: frozenset[str]
    joiners: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        lexicon.words("half-day-suffixes"),
        lexicon.words("zone-suffixes"),
        lexicon.words("oclock-words"),
        lexicon.words("hour-openers"),
        dict(lexicon.table("number-words")),
        dict(lexicon.table("hours-by-name")),
        lexicon.phrases("day-parts"),
        _hours(lexicon, "day-parts"),
        _hours(lexicon, "hour-tails"),
        dict(lexicon.table("clock-quarters")),
        dict(lexicon.table("clock-sides")),
        dict(lexicon.table("bounds")),
        lexicon.words("hours-of-the-clock"),
        _hours(lexicon, "sides-of-day"),
        lexicon.union("weekday-names", "before-sides-of-day"),
        lexicon.words("before-day-sides"),
        frozenset(word for word, unit in lexicon.table("time-units").items() if unit == "min"),
        lexicon.words("openers-of-results"),
        lexicon.words("range-joiners"),
    )


def _hours(lexicon: Lexicon, name: str) -> dict[str, tuple[int, int]]:
    """Each phrase of a list whose labels are a first and a last hour."""
    return {phrase: (int(label.split()[0]), int(label.split()[1])) for phrase, label in lexicon.table(name).items()}


def find_clocks(facts: Facts) -> tuple[Clock, ...]:
    """Every time of day in order of place; those that no clock shows are left out."""
    words, tokens = _words(facts.lexicon), facts.tokens
    found: dict[int, tuple[int, int, int, bool]] = {}
    cues = tokens.positions(words.halves | words.zones | words.oclock)
    places = {at - 1 for at in cues if at} | {at + 1 for at in tokens.positions(words.at) if at + 1 < len(tokens)}
    places |= {at for word in tokens.figures if ":" in word for at in tokens.index[word]}
    for at in sorted(places):
        clock = _clock(facts, at, words)
        if clock:
            found[at] = clock
    for at in tokens.positions(words.exact.keys()):
        found.setdefault(at, (at + 1, words.exact[tokens.lowers[at]], words.exact[tokens.lowers[at]], True))
    for at in tokens.positions(words.quarters.keys()):
        clock = _half_past(facts, at, words)
        if clock:
            found[at] = clock
    for at in tokens.positions(words.toward.keys()):
        counted = _minutes_past(facts, at, words)
        if counted:
            found.pop(at - 1, None)
            found[counted[0]] = counted[1]
    for at, clock in list(found.items()):
        second = _second_hour(facts, at, clock[0], words) if clock[3] and clock[0] not in found else None
        if second:
            found.setdefault(clock[0] + 1, second)
    taken = {place for at, clock in found.items() for place in range(at, clock[0])}
    for first, last in tokens.phrases(words.parts):
        if taken.isdisjoint(range(first, last)):
            low, high = words.spans[" ".join(tokens.lowers[first:last])]
            found[first] = (last, low * 60, high * 60, False)
    for at in tokens.positions(words.sides.keys()):
        if at and at not in taken and at not in found and tokens.lowers[at - 1] in words.before_sides:
            low, high = words.sides[tokens.lowers[at]]
            found[at - 1] = (at + 1, low * 60, high * 60, False)
    return tuple(_fact(facts, at, *found[at], words) for at in sorted(found))


def _clock(facts: Facts, at: int, words: _Words) -> tuple[int, int, int, bool] | None:
    """The time whose digits or number word stand at a token: one past its last token, its first and last minute."""
    tokens = facts.tokens
    lowers, text = tokens.lowers, tokens.texts[at]
    after = lowers[at + 1] if at + 1 < len(tokens) else ""
    four = _FOUR.match(text) if after in words.zones or after in words.hours else None
    if four:
        minutes = int(four[1]) * 60 + int(four[2])
        return at + 2, minutes, minutes, True
    digits = _DIGITS.match(text)
    number = words.numbers.get(lowers[at])
    spelt = _in_one_word(lowers[at], words)
    if digits:
        hour, minute = int(digits[1]), int(digits[2] or 0)
    elif spelt:
        hour, minute = spelt
    elif isinstance(number, int) and 1 <= number <= 12:
        hour, minute = number, 0
    else:
        return None
    if hour > 24 or minute > 59:
        return None
    if after in words.halves:
        if not 1 <= hour <= 12:
            return None
        late = after.startswith("p")
        minutes = (hour % 12 + (12 if late else 0)) * 60 + minute
        return at + 2, minutes, minutes, True
    whole = digits and ":" in text
    last = at + 1
    if after in words.oclock:
        last += 1
    tail, end = _tail(lowers, last, words)
    if tail:
        for minutes in ((hour % 12) * 60 + minute, (hour % 12 + 12) * 60 + minute):
            if tail[0] * 60 <= minutes <= tail[1] * 60:
                return end, minutes, minutes, True
        return None
    side = _side(lowers, last, words) if hour <= 12 else None
    named = (digits and digits[2]) or after in words.oclock or _at_hour(facts, at, last, words)
    sided = _on_side(hour, minute, side) if side and named else None
    if sided is not None:
        return last, sided, sided, True
    dotted = digits and digits[2] and (hour > 12 or len(text) == 5) and _at_hour(facts, at, last, words)
    if after in words.zones or dotted or (whole and (len(text) == 5 or hour > 12)):
        minutes = (hour * 60 + minute) % _DAY
        return last + (after in words.zones), minutes, minutes, True
    if whole or (digits and digits[2] and hour <= 12 and _at_hour(facts, at, last, words)):
        return last, hour * 60 + minute, hour * 60 + minute + (12 * 60 if hour <= 12 else 0), True
    if spelt and _at_hour(facts, at, last, words):
        minutes = hour % 12 * 60 + minute
        return last, minutes, minutes + 12 * 60, True
    if (
        hour <= 12
        and not spelt
        and not (digits and digits[2])
        and (after in words.oclock or _at_hour(facts, at, last, words))
    ):
        return last, hour % 12 * 60, hour % 12 * 60 + 12 * 60, True
    return None


def _at_hour(facts: Facts, at: int, last: int, words: _Words) -> bool:
    """Whether a bare number behind “at” is an hour: a stop, a day or a preposition follows, no noun."""
    tokens = facts.tokens
    if not at or tokens.lowers[at - 1] not in words.at:
        return False
    behind = tokens.lowers[last + 1] if last + 1 < len(tokens) else ""
    if tokens.lowers[last : last + 1] and tokens.lowers[last] in words.joiners and _count(behind, words):
        # “from nine to five people”, “carried by ten to six”
        result = tokens.lowers[at - 1] in words.voted and words.bounds.get(tokens.lowers[at - 1]) != "from"
        return not result and _ends_there(facts, last + 2, words)
    return _ends_there(facts, last, words)


def _tail(lowers: list[str], at: int, words: _Words) -> tuple[tuple[int, int] | None, int]:
    """ "in the morning", "tonight" behind an hour: its first and last hour, and the token behind it."""
    for length in (3, 2, 1):
        behind = lowers[at : at + length]
        span = words.of_day.get(" ".join(behind))
        if span:
            return span, at + len(behind)
    return None, at


def _side(lowers: list[str], at: int, words: _Words) -> tuple[int, int] | None:
    """ "the same afternoon", "on Thursday morning" behind an hour: its first and last hour."""
    while at < len(lowers) and lowers[at] in words.leads:
        at += 1
    if at + 1 < len(lowers) and lowers[at] in words.before_sides:
        return words.sides.get(lowers[at + 1])
    return None


def _on_side(hour: int, minute: int, side: tuple[int, int]) -> int | None:
    """The minute of the day that an hour is on a side of it; a night runs on into the next day."""
    early = hour % 12 * 60 + minute
    low, high = side[0] * 60, side[1] * 60
    if early < _SMALL_HOURS and low <= early + _DAY <= high:
        return early
    return next((minutes for minutes in (early, early + _DAY // 2) if low <= minutes <= high), None)


def _in_one_word(word: str, words: _Words) -> tuple[int, int] | None:
    """ "six-thirty", "nine-forty-five": hour and minute."""
    head, _, tail = word.partition("-")
    hour = words.numbers.get(head)
    tens, dash, ones = tail.partition("-")
    minute = words.numbers.get(tens, 0) + (words.numbers.get(ones, 0) if dash else 0)
    if not isinstance(hour, int) or not 1 <= hour <= 12 or not 10 <= minute < 60 or minute % 5:
        return None
    return hour, int(minute)


def _minutes_past(facts: Facts, at: int, words: _Words) -> tuple[int, tuple[int, int, int, bool]] | None:
    """ "twenty past four", "ten minutes to six": the first token, and the time; “carried by ten to six” is none."""
    lowers = facts.tokens.lowers
    if at < 1 or at + 1 >= len(lowers):
        return None
    first = at - 2 if lowers[at - 1] in words.minutes else at - 1
    past = _count(lowers[first], words) if first >= 0 else 0
    hour = _count(lowers[at + 1], words)
    if not 0 < past < 30 or not 1 <= hour <= 12 or (first == at - 1 and past % 5):
        return None
    before = lowers[first - 1] if first else ""
    minutes = (hour % 12 * 60 + words.toward[lowers[at]] * past) % (_DAY // 2)
    tail, end = _tail(lowers, at + 2, words)
    side = tail or _side(lowers, at + 2, words)
    if side:
        exact = _on_side(minutes // 60, minutes % 60, side)
        return None if exact is None else (first, (end, exact, exact, True))
    half = lowers[at + 2] if at + 2 < len(lowers) else ""
    if half in words.halves:
        late = _DAY // 2 if half.startswith("p") else 0
        return first, (at + 3, minutes + late, minutes + late, True)
    if before not in words.at or before in words.voted or not _ends_there(facts, at + 2, words):
        return None
    return first, (at + 2, minutes, minutes + _DAY // 2, True)


def _count(word: str, words: _Words) -> int:
    """What a number word or up to two digits count; 0 for any other word."""
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    tens, dash, ones = word.partition("-")
    count = words.numbers.get(tens, 0) + (words.numbers.get(ones, 0) if dash else 0)
    return int(count) if count % 1 == 0 else 0


def _second_hour(facts: Facts, first: int, joint: int, words: _Words) -> tuple[int, int, int, bool] | None:
    """The bare hour to which another one runs: “from 9.30am to 5”."""
    lowers = facts.tokens.lowers
    if joint + 1 >= len(lowers) or lowers[joint] not in words.joiners or not first:
        return None
    hour = _count(lowers[joint + 1], words)
    if words.bounds.get(lowers[first - 1]) != "from" or not 1 <= hour <= 12:
        return None
    tail, end = _tail(lowers, joint + 2, words)
    exact = _on_side(hour, 0, tail) if tail else None
    if exact is not None:
        return end, exact, exact, True
    if not _ends_there(facts, joint + 2, words):
        return None
    return joint + 2, hour % 12 * 60, hour % 12 * 60 + 12 * 60, True


def _ends_there(facts: Facts, last: int, words: _Words) -> bool:
    """Whether no noun follows that the number behind could count."""
    follows = facts.tokens.lowers[last] if last < len(facts.tokens) else "."
    return not follows[0].isalnum() or follows in words.hours or follows in facts.lexicon.words("after-hours")


def _half_past(facts: Facts, at: int, words: _Words) -> tuple[int, int, int, bool] | None:
    """ "half past six", "a quarter to nine": on either half of the day."""
    lowers = facts.tokens.lowers
    if at + 2 >= len(lowers) or lowers[at + 1] not in words.toward:
        return None
    hour = int(lowers[at + 2]) if lowers[at + 2].isdecimal() else words.numbers.get(lowers[at + 2], 0)
    if not isinstance(hour, int) or not 1 <= hour <= 12:
        return None
    minutes = (hour % 12) * 60 + words.toward[lowers[at + 1]] * words.quarters[lowers[at]]
    tail, end = _tail(lowers, at + 3, words)
    if tail:
        late = 12 * 60 if minutes < tail[0] * 60 else 0
        return end, minutes + late, minutes + late, True
    side = _side(lowers, at + 3, words)
    exact = _on_side(minutes // 60, minutes % 60, side) if side else None
    if exact is not None:
        return at + 3, exact, exact, True
    half = lowers[at + 3] if at + 3 < len(lowers) else ""
    if half in words.halves:
        late = 12 * 60 if half.startswith("p") else 0
        return at + 4, minutes + late, minutes + late, True
    return at + 3, minutes % _DAY, minutes % (12 * 60) + 12 * 60, True


def _fact(facts: Facts, first: int, last: int, low: int, high: int, exact: bool, words: _Words) -> Clock:
    tokens = facts.tokens
    start = tokens.starts[first]
    before = tokens.lowers[first - 1] if first else ""
    return Clock(
        start,
        tokens.ends[last - 1],
        low,
        high,
        exact,
        words.bounds.get(before, ""),
        facts.in_quotation(start),
        facts.paragraph_at(start).kind,
        first,
        last,
    )
