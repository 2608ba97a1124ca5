"""Speeds: “240km in three hours, an average of 90km/h”, “13.1 miles in 70 minutes, a pace of 6:10 a mile”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.cues import clause_words
from factlint.relations.intervals import middle, over, scaled, total, widened
from factlint.relations.network.asked import BESIDE, Asked, Ranked
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

#: “6:10”: minutes and seconds.
_PACE = re.compile(r"(\d{1,2}):([0-5]\d)")
_ROUNDED = 0.04  # by which people round a speed, and how far they went
_SECONDS = 2.5  # by which they round what a mile takes
_WIDEST = 3.0
_BACK = 1  # sentences before a speed in which way and time are told
_MINUTE, _HOUR = 60.0, 3600.0


def find_speeds(board: Board) -> Iterator[Asked]:
    """Every mean speed or pace beside the only way and the only time that are told with it."""
    for claim in board.able:
        if claim.dimension != "speed" or not _is_mean(board, claim):
            continue
        factors = board.facts.lexicon.table("unit-factors")
        for way, lapse, seconds in _courses(board, claim):
            span = over(scaled(way.span, factors[way.unit or ""]), seconds)
            if span is not None:
                yield _asked(board, claim, way, lapse, scaled(span, 1 / factors[claim.unit or ""]), claim.span)
    for claim, metres in _paces(board):
        for way, lapse, seconds in _courses(board, claim):
            span = over(seconds, scaled(way.span, board.facts.lexicon.table("unit-factors")[way.unit or ""] / metres))
            if span is not None and (way.sentence == claim.sentence or _is_mean(board, claim)):
                stated = Interval(claim.value - _SECONDS, claim.value + _SECONDS)
                yield _asked(board, claim, way, lapse, span, stated)


def _asked(board: Board, claim: Quantity, way: Quantity, lapse: Quantity, span: Interval, stated: Interval) -> Asked:
    facts = board.facts
    value = 2 / (1 / span.low + 1 / span.high) if claim.dimension != "speed" else middle(span)  # of the way as written
    paced = claim.dimension != "speed"
    minutes, seconds = divmod(round(value), int(_MINUTE))
    result = f"{minutes}:{seconds:02}" if paced else written(facts.lexicon, round(value, 1))
    result += "" if paced else facts.text(claim).lstrip("0123456789.,")
    working = say(facts.lexicon, "speed", one=facts.text(way), two=facts.text(lapse), result=result)
    reading = Reading(widened(span, 0.0 if paced else _ROUNDED), result, working, (way, lapse), value)
    return Asked(claim, "rate", stated, (Ranked(reading, BESIDE),), _WIDEST)


def _courses(board: Board, claim: Quantity) -> Iterator[tuple[Quantity, Quantity, Interval]]:
    """The only way and the only time, in seconds, of the nearest sentence that has both."""
    for number in (claim.sentence, claim.sentence - _BACK):
        row = [q for q in board.quantities.in_sentence(number) if q.place != claim.place]
        ways = [q for q in row if q.dimension == "length" and q.form != "prefix"]
        lapses = [q for q in row if q.dimension == "duration"]
        if len(ways) != 1 or not lapses or lapses[-1].last - lapses[0].first > 2 * len(lapses) + 1:
            continue
        factors = board.facts.lexicon.table("unit-factors")
        second = factors["s"]
        if any(q.unit not in factors or factors[q.unit or ""] > factors["d"] for q in (*lapses, *ways)[: len(lapses)]):
            continue
        seconds = total(scaled(q.span, factors[q.unit or ""] / second) for q in lapses)
        yield ways[0], lapses[0]._replace(end=lapses[-1].end), seconds
        return


def _is_mean(board: Board, claim: Quantity) -> bool:
    """Whether a speed is told as that of all the way: “an average of”, “, or 80km/h”, “, a speed of 80km/h”."""
    if not board.words("fastest-words").isdisjoint(clause_words(board.facts, claim)):
        return False
    if any(q.dimension == "speed" and q.place < claim.place for q in board.quantities.in_sentence(claim.sentence)):
        return False  # "a top speed of 38mph (61km/h)": of that one
    averaging = board.facts.language.lemmas[claim.first - 1] in board.words("average-words")
    if averaging or board.quantities.claimed(claim, "mean") > 0:
        return True
    before = board.lowers[max(0, claim.first - 1) : claim.first]
    if not board.words("restating-words").isdisjoint(before):
        return True
    index = board.facts.language.phrase_at(claim.first - 2) if board.words("of-words").issuperset(before) else None
    return index is not None and board.facts.language.phrases[index].role in ("apposition", "other")


def _paces(board: Board) -> Iterator[tuple[Quantity, float]]:
    """ "6:10 a mile", "4:02 per kilometre": each pace in seconds, with the metres that it is told for."""
    facts = board.facts
    names, factors = facts.lexicon.table("unit-names"), facts.lexicon.table("unit-factors")
    lengths = facts.lexicon.table("unit-dimensions")
    for word in facts.tokens.figures:
        match = _PACE.fullmatch(word)
        for at in facts.tokens.index[word] if match is not None else ():
            behind = board.lowers[at + 1 : at + 3]
            unit = names.get(behind[1]) if len(behind) > 1 and behind[0] in board.words("one-of-each") else None
            if match is None or unit is None or lengths.get(unit) != "length":
                continue
            like = next((q for q in board.able if q.first > at - 60), None)
            if like is not None:
                yield _pace(facts, like, at, int(match[1]) * _MINUTE + int(match[2])), factors[unit]


def _pace(facts: Analysis, like: Quantity, at: int, seconds: float) -> Quantity:
    start, end = facts.tokens.starts[at], facts.tokens.ends[at]
    sentence = facts.sentence_at(start)
    return like._replace(
        place=-1, start=start, end=end, first=at, last=at + 1, value=seconds, span=Interval(seconds, seconds),
        unit=None, dimension="none", noun=None, sentence=sentence.number, paragraph=sentence.paragraph,
        block=sentence.kind, in_quote=facts.in_quotation(start),
    )  # fmt: skip
