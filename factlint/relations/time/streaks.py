"""Streaks: “for the third year running”, “four titles in a row”, held against what the article tells of those years.

A streak of n years needs the same of each of the n-1 years before the one that it is told of. What is told of one of
them, by its number, as “last year” or in a list of winners, breaks it where somebody else won, the same one lost or
stayed away, or the figure went the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import is_floating, parts_of
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame

if TYPE_CHECKING:
    from factlint.language.model import Clause

_MOST = 40
_REACH = 4  # tokens between the number of a streak and “running”
_BEFORE_WHO = 4  # tokens from a name to the verb of its “, who …”
_NEAR = 7  # tokens around a time that tell what happened then
_LOOSE = 450  # days beyond which the year of an article without a day is open


class _Streak(NamedTuple):
    """How many years the tokens from first to last claim in a row, the year of the last, whose row, and which way."""

    first: int
    last: int
    number: int
    year: int | None
    names: frozenset[str]
    way: str


class _Past(NamedTuple):
    """A year of a streak that the article tells of: how many years back, and the tokens of its time."""

    back: int
    first: int
    last: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each streak with the first thing told of one of its years that breaks it."""
    exceptions = frozenset(last for _, last in frame.tokens.phrases(frame.facts.lexicon.phrases("row-exception-words")))
    for streak in _streaks(frame):
        told = [past for past in _told(frame, streak) if not _is_left_out(frame, past, exceptions)]
        broken = next((past for past in told if _breaks(frame, streak, past)), None)
        broken = broken or _missing(frame, streak)
        if broken is None:
            continue
        place = _stretch(frame, streak.first, streak.last)
        against = _stretch(frame, broken.first, broken.last)
        text = frame.text(against)
        number, computed = (streak.number, streak.number), (0, broken.back)
        working = frame.say("streak", one=text, two=streak.number - 1)
        yield frame.relation("streak", place, number, computed, text, working, "middling", (against,))


def _stretch(frame: Frame, first: int, last: int) -> Stretch:
    return Stretch(frame.tokens.starts[first], frame.tokens.ends[last - 1])


# ------------------------------------------------------------------------------------------------------------- streaks


def _streaks(frame: Frame) -> Iterator[_Streak]:
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    seen: set[int] = set()
    for first, last in frame.tokens.phrases(lexicon.phrases("streak-tails")):
        number = _number_before(frame, first)
        if number and _of_years(frame, number[0], last) and number[0] not in seen:
            seen.add(number[0])
            yield from _streak(frame, number[0], last, number[1])
    for at in frame.tokens.positions(lexicon.words("streak-adjectives")):
        number = _number_before(frame, at)
        end = min(at + _REACH, len(lowers))
        if number and number[0] not in seen and frame.has("streak-nouns", lowers[at:end]):
            seen.add(number[0])
            yield from _streak(frame, number[0], at + 1, number[1])


def _number_before(frame: Frame, at: int) -> tuple[int, int] | None:
    """The number or ordinal in the few words before a token: "third year", "4th time", "five years", "3 titles"."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    ordinals, numbers = lexicon.table("ordinals"), lexicon.table("number-words")
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = lowers[place]
        if word in lexicon.words("ordinal-suffixes") and place and lowers[place - 1].isdecimal():
            return (place - 1, int(lowers[place - 1])) if int(lowers[place - 1]) < _MOST else None
        digits = word[:-2] if word[-2:] in lexicon.words("ordinal-suffixes") else word
        figure = int(digits) if digits.isdecimal() and len(digits) < 3 else 0
        value = ordinals.get(word) or numbers.get(word) or figure
        if value:
            return (place, int(value)) if 1 < value < _MOST else None
        if not word[:1].isalpha():
            return None
    return None


def _of_years(frame: Frame, first: int, last: int) -> bool:
    """Whether what comes in a row comes once a year: a year, a season, a title, a final."""
    words = frame.lowers[max(0, first - 1) : last]
    return frame.has("streak-nouns", words)


def _streak(frame: Frame, first: int, last: int, number: int) -> Iterator[_Streak]:
    facts = frame.facts
    start = frame.tokens.starts[first]
    if facts.in_quotation(start):
        return
    sentence = frame.sentence(start)
    year = None if frame.now is None else parts_of(frame.now[0])[0]
    if frame.now is not None and frame.now[1] - frame.now[0] > _LOOSE:
        year = None
    for moment in frame.moments.get(sentence, ()):
        if moment.kind == "year" and moment.fixed and not moment.relative and not is_floating(moment.options[0]):
            told = parts_of(moment.options[0][0])[0]
            if moment.first < first and not moment.bound:
                year = told
    language = facts.language
    names: set[str] = set()
    way = ""
    for clause in language.clauses:
        if abs(clause.sentence - sentence) > 1 and clause.sentence > 0:
            continue
        if clause.subject is not None and clause.sentence <= sentence:
            names.update(_proper(frame, clause.subject))
        if clause.sentence == sentence:
            way = way or _way(frame, clause.lemma)
            ahead = range(facts.sentences[sentence].first, min(clause.first, first))
            names.update(frame.lowers[at] for at in ahead if language.tags[at] == "PROPN")
    heads = facts.headlines
    if heads:
        head = range(*_tokens_of(frame, heads[0].start, heads[0].end))
        names.update(frame.lowers[at] for at in head if language.tags[at] == "PROPN")
    yield _Streak(first, last, number, year, frozenset(names), way)


def _tokens_of(frame: Frame, start: int, end: int) -> tuple[int, int]:
    return frame.tokens.at(start), frame.tokens.at(end - 1) + 1


def _proper(frame: Frame, phrase: int) -> Iterator[str]:
    language = frame.facts.language
    held = language.phrases[phrase]
    for index in held.conjoined or (phrase,):
        one = language.phrases[index]
        yield from (frame.lowers[at] for at in range(one.first, one.last) if language.tags[at] == "PROPN")


def _way(frame: Frame, lemma: str) -> str:
    return str(frame.facts.lexicon.table("streak-ways").get(lemma, ""))


# ------------------------------------------------------------------------------------------------- what is told of then


def _told(frame: Frame, streak: _Streak) -> Iterator[_Past]:
    """The places that tell of a year within a streak but its last: “2023”, “last year”, “12 months ago”."""
    facts, lowers = frame.facts, frame.lowers
    year = streak.year
    listed = [m for m in facts.moments if m.kind == "year" and m.fixed and not m.relative and len(m.options) == 1]
    here = frame.sentence(frame.tokens.starts[streak.first])
    beside = sum(frame.sentence(m.start) == here for m in listed) > 1 or any(_in_list(frame, m.first) for m in listed)
    if year is None and beside:
        year = max(parts_of(m.options[0][0])[0] for m in listed)
        year = year if _is_listed(frame, streak, year) else year + 1
    for moment in listed if year is not None else ():
        back = year - parts_of(moment.options[0][0])[0]  # type: ignore[operator]
        if 0 < back < streak.number and not moment.in_quote:
            yield _Past(back, moment.first, moment.last)
    which = facts.lexicon.table("which-one")
    units = facts.lexicon.words("yearly-units")
    for at in frame.tokens.positions(units):
        if at and which.get(lowers[at - 1]) == -1:
            after = lowers[at + 1 : at + 2]
            if not facts.in_quotation(frame.tokens.starts[at]) and after not in (["'s"],):
                yield _Past(1, at - 1, at + 1)
            elif after == ["'s"]:
                yield _Past(1, at - 1, at + 2)
        elif lowers[at + 1 : at + 2] and frame.has("before-last-words", lowers[at + 1 : at + 2]) and streak.number > 2:
            yield _Past(2, at, at + 2)
    for length in facts.lengths:
        years = round((length.low + length.high) / 2 / 365.2425 - 0.19) if length.unit == "year" else 0
        if length.unit == "month" and length.low < 365 < length.high:
            years = 1
        if length.role in ("ago", "earlier") and 0 < years < streak.number and not length.in_quote:
            yield _Past(years, length.first, length.last)


def _is_left_out(frame: Frame, past: _Past, exceptions: frozenset[int]) -> bool:
    """ "Her third win in a row, not counting 2020": a year that the row itself leaves out.

    exceptions: the tokens that stand right behind words like “not counting”.
    """
    lowers, tags = frame.lowers, frame.facts.language.tags
    for at in range(past.first, max(-1, past.first - _REACH), -1):
        if at in exceptions:
            return True
        if not lowers[at - 1][0].isalnum() or tags[at - 1] == "VERB":
            return False
    return False


def _is_listed(frame: Frame, streak: _Streak, year: int) -> bool:
    """Whether the year named last is that of the streak's end: its winner stands in the list of all."""
    at = next((m.first for m in frame.facts.moments if m.kind == "year" and m.options and m.fixed
               and parts_of(m.options[0][0])[0] == year), 0)  # fmt: skip
    return not streak.names.isdisjoint(frame.lowers[at + 1 : at + _REACH]) and _in_list(frame, at)


def _in_list(frame: Frame, at: int) -> bool:
    """Whether a year heads an entry of a list of winners: “2021 Port Hutton, 2022 Wairaki”."""
    tags, lowers = frame.facts.language.tags, frame.lowers
    if at + 1 >= len(lowers):
        return False
    after = at + 2 if lowers[at + 1] in (":", "–", "—", "-") and at + 2 < len(lowers) else at + 1
    before = lowers[at - 1] if at else "."
    return tags[after] == "PROPN" and (not before[0].isalnum() or at == 0)


def _breaks(frame: Frame, streak: _Streak, past: _Past) -> bool:
    """Whether what is told of a year is not what the streak needs."""
    lowers, tags, lexicon = frame.lowers, frame.facts.language.tags, frame.facts.lexicon
    sentence = frame.facts.sentence_at(frame.tokens.starts[past.first])
    if _in_list(frame, past.first):
        own = {m.first for m in frame.facts.moments if m.kind == "year"}
        rest = range(past.last, min(sentence.last, past.last + _NEAR))
        stop = next((at for at in rest if at in own or lowers[at] in (",", ";", ".")), sentence.last)
        entry = {lowers[at] for at in range(past.last, stop) if tags[at] == "PROPN"}
        rows = sum(_in_list(frame, at) for at in own)
        known = any(not streak.names.isdisjoint(lowers[at + 1 : at + _REACH]) for at in own if _in_list(frame, at))
        return rows > 1 and known and bool(entry) and streak.names.isdisjoint(entry)
    if past.first >= streak.first and past.last <= streak.last:
        return False
    first, last = _clause_span(frame, past, sentence.first, sentence.last)
    words = lowers[first:last]
    number = frame.facts.language.clause_of(past.first)
    clauses = [c for c in frame.facts.language.clauses if first <= c.verb < last]
    if number is not None and frame.facts.language.clauses[number] not in clauses:
        clauses.append(frame.facts.language.clauses[number])
    if streak.way:
        ways = {_way(frame, clause.lemma) for clause in clauses} - {""}
        return bool(ways) and streak.way not in ways
    for clause in clauses:
        mine = _is_own(frame, streak, clause.subject)
        lost = clause.lemma in lexicon.words("losing-lemmas") or (clause.negated and _wins(frame, clause.lemma))
        lost = lost or (clause.voice == "passive" and clause.lemma in lexicon.words("beating-lemmas"))
        behind = lowers[clause.verb : clause.verb + _REACH]
        lost = lost or (clause.lemma in lexicon.words("placing-lemmas") and frame.has("losing-places", behind))
        if mine and lost:
            return True
        won = clause.lemma in lexicon.words("beating-lemmas") and past.back + 1 < streak.number
        if won and clause.object is not None:
            held = frame.facts.language.phrases[clause.object]
            if mine and frame.has("holder-nouns", lowers[held.first : held.last]):
                return True  # "beat the holders last year": then they had not won the year before
        other = set() if clause.subject is None else {*_proper(frame, clause.subject)}
        if not other and clause.kind == "relative":
            ahead = range(max(sentence.first, clause.first - _BEFORE_WHO), clause.first)
            other = {lowers[at] for at in ahead if tags[at] == "PROPN"}
        beaten = _wins(frame, clause.lemma) or _ends(frame, streak, clause, last)
        if beaten and other and streak.names.isdisjoint(other) and clause.voice == "active" and not clause.negated:
            return True
    # “Last year's winners, Carlton Main”, “the 2023 champion, Roe”
    beside = range(past.last, min(last, past.last + 2))
    if any(lowers[at] in lexicon.words("winner-nouns") for at in beside):
        named = {lowers[at] for at in range(past.last, min(last, past.last + _NEAR)) if tags[at] == "PROPN"}
        return bool(named) and streak.names.isdisjoint(named)
    # A year without a show ends “the third year running”, but no row of wins.
    counted = lowers[streak.first : streak.last]
    return frame.has("units-of-rows", counted) and frame.has("not-held-words", words)


def _ends(frame: Frame, streak: _Streak, clause: Clause, last: int) -> bool:
    """Whether a clause about another tells that it beat the one whose streak it is: “ended Roe's hopes”, “beat Roe”."""
    behind = frame.lowers[clause.last : min(last, clause.last + _NEAR)]
    if streak.names.isdisjoint(behind):
        return False
    ended = frame.has("ending-lemmas", (clause.lemma,)) and frame.has("streak-hopes", behind)
    return ended or frame.has("beating-lemmas", (clause.lemma,))


def _clause_span(frame: Frame, past: _Past, first: int, last: int) -> tuple[int, int]:
    """The stretch of a sentence around a time, up to a semicolon or a full clause of its own on either side."""
    for at in range(past.first, first, -1):
        if frame.lowers[at - 1] in (";", "–", "—"):
            first = at
            break
    for at in range(past.last, last):
        if frame.lowers[at] in (";", "–", "—"):
            last = at
            break
    return first, last


def _wins(frame: Frame, lemma: str) -> bool:
    return frame.has("winning-lemmas", (lemma,))


def _is_own(frame: Frame, streak: _Streak, subject: int | None) -> bool:
    """Whether a clause is about the one whose streak it is: by name, by “they” or “the side”, or without a subject."""
    if subject is None:
        return True
    names = {*_proper(frame, subject)}
    if names:
        return not streak.names.isdisjoint(names)
    phrase = frame.facts.language.phrases[subject]
    return phrase.pronoun is not None or frame.has("side-nouns", (phrase.lemma,))


def _missing(frame: Frame, streak: _Streak) -> _Past | None:
    """ "the third year running, after victories in 2022 and 2023" of one who missed 2024; years with a gap."""
    if streak.year is None or streak.number < _REACH - 1:
        return None
    sentence = frame.facts.sentence_at(frame.tokens.starts[streak.first])
    years = [
        (parts_of(m.options[0][0])[0], m)
        for m in frame.moments.get(sentence.number, ())
        if m.kind == "year" and m.fixed and m.options and m.first > streak.last and m.bound != "since"
    ]
    told = [year for year, _ in years]
    if len(told) != streak.number - 1 or told != sorted(told) or told[-1] >= streak.year:
        return None
    due = list(range(streak.year - len(told), streak.year))
    if told == due or told[0] < due[0] - streak.number:
        return None
    return _Past(streak.year - told[-1], years[0][1].first, years[-1][1].last)
