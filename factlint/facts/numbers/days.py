"""Days told from another day, clock times, and years that stand alone."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from factlint.facts.model import Date
from factlint.facts.numbers.dates import Day, day_number, is_year
from factlint.facts.numbers.workings import say
from factlint.tokens import DASHES, GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)\Z")
_FOUR = re.compile(r"\d{4}\Z")


def find_relative(facts: Facts, taken: Container[int], today: Day | None) -> list[Date]:
    """ "Tuesday", "yesterday": days that only the day of writing makes a date."""
    tokens, lexicon = facts.tokens, facts.lexicon
    weekdays, days = lexicon.table("weekdays"), lexicon.table("day-words")
    names: list[str] = lexicon.values("weekday-names")
    long_names = frozenset(names)
    found = []
    for position in sorted({*tokens.positions(long_names), *tokens.positions(days)}):
        if position in taken:
            continue
        word = tokens.lowers[position]
        if word in weekdays and not tokens.texts[position][0].isupper():
            continue
        start, end = tokens.starts[position], tokens.ends[position]
        value = None
        if today is not None and word in days:
            value = _shifted(today, int(days[word]))
        elif today is not None:
            value = _shifted(today, -((day_number(*today) - weekdays[word]) % 7))
        found.append(
            Date(
                start,
                end,
                value,
                True,
                names[weekdays[word]].capitalize() if word in weekdays else None,
                None,
                "day",
                facts.in_quotation(start),
                facts.paragraph_at(start).kind,
                anchored=today is not None,
                first=position,
                last=position + 1,
            )
        )
    return found


def _shifted(day: Day, by: int) -> str:
    from datetime import date

    return date.fromordinal(day_number(*day) + 1 + by).isoformat()


def find_times(facts: Facts, taken: Container[int]) -> list[Date]:
    """Clock times: "10:30", "10.30am", "1330 GMT", "9 p.m."; a number without such a mark is none."""
    tokens, lexicon = facts.tokens, facts.lexicon
    half_days, zones = lexicon.words("half-day-suffixes"), lexicon.words("zone-suffixes")
    found = []
    clocks = {position for word in tokens.figures if ":" in word for position in tokens.index[word]}
    marked = {
        position - 1 for position in tokens.positions(lexicon.union("half-day-suffixes", "zone-suffixes")) if position
    }
    for position in sorted(clocks | marked):
        if position in taken:
            continue
        suffix = tokens.lowers[position + 1] if position + 1 < len(tokens) else ""
        hour_minute = _clock(tokens.texts[position], suffix in half_days, suffix in zones)
        if hour_minute is None:
            continue
        hour, minute = hour_minute
        bare = suffix not in half_days and suffix not in zones
        wrong = _impossible(hour, minute, suffix in half_days)
        why = say(lexicon, wrong) if wrong else ""
        if bare and why and (position == 0 or tokens.lowers[position - 1] not in lexicon.words("hour-openers")):
            continue
        last = position + (1 if bare else 2)
        start = tokens.starts[position]
        found.append(
            Date(
                start,
                tokens.ends[last - 1],
                None,
                False,
                None,
                None,
                "time",
                facts.in_quotation(start),
                facts.paragraph_at(start).kind,
                why=why,
                first=position,
                last=last,
                hour=hour,
                minute=minute,
                hours=12 if suffix in half_days else 24,
            )
        )
    return found


def _clock(text: str, half_day: bool, zone: bool) -> tuple[int, int] | None:
    """Hour and minute as written, or None where the digits are no clock time."""
    parts = _CLOCK.match(text)
    if parts and (":" in text or half_day or zone):
        return int(parts[1]), int(parts[2])
    if zone and _FOUR.match(text):
        return int(text[:2]), int(text[2:])
    if half_day and text.isdecimal() and len(text) <= 2:
        return int(text), 0
    return None


def _impossible(hour: int, minute: int, half_day: bool) -> str:
    """What is wrong with a clock time: the name of a pattern, or nothing."""
    if minute > 59:
        return "minutes"
    if hour > 24 or (hour == 24 and minute):
        return "hours"
    if half_day and hour > 12:
        return "half-day"
    return ""


def find_years(facts: Facts, taken: Container[int]) -> list[Date]:
    """Four digits that are a year: no unit, sign or counted noun beside them."""
    tokens, lexicon = facts.tokens, facts.lexicon
    cues, signs = lexicon.words("year-cues"), lexicon.words("currency-signs")
    hedges, magnitudes = lexicon.words("number-hedges-single"), lexicon.words("magnitudes")
    units = lexicon.words("year-stoppers")
    texts, lowers, total = tokens.texts, tokens.lowers, len(tokens)
    found = []
    for word in tokens.figures:
        if not is_year(word):
            continue
        for position in tokens.index[word]:
            if position in taken:
                continue
            before = lowers[position - 1] if position else ""
            after = lowers[position + 1] if position + 1 < total else ""
            if before in signs or (after in units and not texts[position + 1][0].isupper()) or after in magnitudes:
                continue
            if position and not tokens.spaced(position) and before not in DASHES and before not in "('‘“\"/":
                continue
            if after and not tokens.spaced(position + 1) and texts[position + 1][0].isalpha():
                continue
            if before.replace("’", "'") == GENITIVE and not after[:1].isalnum():
                continue  # “1600 votes to Mr Hollis’s 1547.”
            cued = before in cues
            if before in hedges and not cued:
                continue
            counts = after.endswith("s") and after.isalpha() and len(after) > 3 and texts[position + 1].islower()
            if counts and not cued and tokens.spaced(position + 1):
                continue
            start, end = tokens.starts[position], tokens.ends[position]
            found.append(
                Date(
                    start,
                    end,
                    word,
                    False,
                    None,
                    None,
                    "year",
                    facts.in_quotation(start),
                    facts.paragraph_at(start).kind,
                    year=int(word),
                    first=position,
                    last=position + 1,
                )
            )
    return found
