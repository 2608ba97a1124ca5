"""Respelling: how a place would be written in another form of the same choice, where a rule of writing says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.facts.model import Rewriting
from factlint.facts.style.renumbering import day_of_the_month, money, month, small_number

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.style.choices import Choice

_LITERAL = frozenset({"spelling", "word-form", "place-name", "compound", "open-compound", "initialism", "percent"})
_CAPITALS = frozenset({"capital", "body-capital"})
_BLANK = " \u00a0\u202f"

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}[a-z]{0,2})(?P<gap>\s+)(?P<month>[^\d\s]+)")
_MONTH_FIRST = re.compile(r"(?P<month>[^\d\s]+)(?P<gap>\s+)(?P<day>\d{1,2}[a-z]{0,2})")
_YEAR_AFTER = re.compile(r"(?P<comma>,?)(?P<year> \d{4})(?!\d)")
_HOUR = re.compile(r"(?P<hour>[\d.:]+)(?P<gap>\s*)(?P<half>\S+)")


def rewriting(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """What would have to be written at a place for it to have the form; none where it has, or nobody can say."""
    if place.form == form:
        return None
    text = facts.article.source[place.start : place.end]
    if place.topic in _LITERAL:
        return _literal(facts, place, text, form)
    if place.topic in _CAPITALS and text.lower() == form.lower():
        return Rewriting(place.start, place.end, form)
    if place.topic == "ending":
        return _ending(place, text, form)
    if place.topic == "dash":
        return _dash(facts, place, form)
    if place.topic == "time":
        return _time(facts, place, text, form)
    if place.topic == "date-order":
        return _date_order(facts, place, text, form)
    if place.topic == "date-form":
        return (day_of_the_month if place.name == "days of the month" else month)(facts, place, form)
    if place.topic == "currency":
        return money(facts, place, form)
    return small_number(facts, place, form) if place.topic == "number" else None


def cased_as(model: str, text: str) -> str:
    """A text with a capital, or in capitals, where the one that it takes the place of is."""
    if len(model) > 1 and model.isupper() and any(map(str.isalpha, text)):
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() and text[:1].islower() else text


def _literal(facts: Facts, place: Choice, text: str, form: str) -> Rewriting | None:
    """A form that is the words themselves; the sign for per cents stands right behind its number."""
    if " ".join(text.lower().split()) != place.form.lower():
        return None
    source, start = facts.article.source, place.start
    if place.topic == "initialism":
        words = form if form != form.lower() else cased_as(text, form)
        return _stopped(facts, place, words)
    if form[0].isalnum():
        glued = not text[0].isalnum() and start and source[start - 1] not in _BLANK
        return Rewriting(start, place.end, (" " if glued else "") + cased_as(text, form))
    while start and source[start - 1] in _BLANK:
        start -= 1
    return Rewriting(start, place.end, form)


def _stopped(facts: Facts, place: Choice, words: str) -> Rewriting:
    """Words that may end with a stop of their own: the sentence's is neither lost nor doubled."""
    source, end = facts.article.source, place.end
    if words.endswith("."):
        return Rewriting(place.start, end + source.startswith(".", end), words)
    last = source[end - 1] == "." and facts.sentence_at(place.start).end <= end
    return Rewriting(place.start, end, words + ("." if last else ""))


def _ending(place: Choice, text: str, form: str) -> Rewriting | None:
    """-ise for -ize: the letters in which the two endings differ, at their last place in the word."""
    same = [one == two for one, two in zip(place.form, form, strict=False)]
    if len(place.form) != len(form) or same.count(False) != 1 or False not in same[1:]:
        return None
    at = same.index(False)
    found = text.rfind(place.form[at - 1 : at + 1])
    if found < 0:
        return None
    return Rewriting(place.start, place.end, text[: found + 1] + form[at] + text[found + 2 :])


def _dash(facts: Facts, place: Choice, form: str) -> Rewriting | None:
    """“spaced –”: the mark, with the spaces around it."""
    source, start, end = facts.article.source, place.start, place.end
    how, _, mark = form.partition(" ")
    while start and source[start - 1] in _BLANK:
        start -= 1
    while end < len(source) and source[end] in _BLANK:
        end += 1
    if not start or end == len(source) or source[start - 1] in "\r\n" or source[end] in "\r\n":
        return None
    return Rewriting(start, end, f" {mark} " if how == "spaced" else mark)


def _time(facts: Facts, place: Choice, text: str, form: str) -> Rewriting | None:
    """9 a.m. for 9am, shown on the morning; 9.30 for 9:30."""
    match = _HOUR.fullmatch(text)
    if match is None:
        return None
    if place.name == "hours and minutes":
        old, new = place.form[1], form[1]
        return Rewriting(place.start, place.end, text.replace(old, new, 1)) if match["hour"].count(old) == 1 else None
    half = form.lstrip("9").strip()
    morning = half[0].lower()
    if match["half"][0].lower() != morning:
        first = match["half"][0]
        half = (first.upper() if half[0].isupper() else first.lower()) + half[1:]
    return _stopped(facts, place, match["hour"] + (" " if form.startswith("9 ") else "") + half)


def _date_order(facts: Facts, place: Choice, text: str, form: str) -> Rewriting | None:
    """May 5 for 5 May, with the commas around weekday and year that the one takes and the other does not."""
    day_first = form[0].isdecimal()
    match = (_MONTH_FIRST if day_first else _DAY_FIRST).fullmatch(text)
    if match is None:
        return None
    order = ("day", "month") if day_first else ("month", "day")
    words = match["gap"].join(match[name] for name in order)
    source, start = facts.article.source, place.start
    weekday = _weekday_before(facts, start)
    if weekday is not None:
        start, words = weekday, (" " if day_first else ", ") + words
    year = _YEAR_AFTER.match(source, place.end)
    if year is None:
        return Rewriting(start, place.end, words)
    closed = day_first or not source[year.end() : year.end() + 2].strip(_BLANK)[:1].isalnum()
    return Rewriting(start, year.end(), words + ("" if day_first else ",") + year["year"] + ("" if closed else ","))


def _weekday_before(facts: Facts, start: int) -> int | None:
    """Where the weekday right before a date ends, with a comma or without: “Monday, May 5”, “Monday 5 May”."""
    tokens = facts.tokens
    at = tokens.at(start) - 1
    at -= at > 0 and tokens.texts[at] == ","
    return tokens.ends[at] if at >= 0 and tokens.lowers[at] in facts.lexicon.words("weekdays") else None
