"""Racing: the seconds between two who finished, against the times that they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.saying import Link, Reading, held, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

#: “2:24:09”, “2:07.31”: what no clock on a wall shows.
_TIME = re.compile(r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2})(?P<rest>\.\d{1,3})?")
_MOST = 20
_SLIPPED = 2.5  # the same for a gap that is told apart from both times
_RACE = 3  # times that an article of one race tells
_RECORDED = 4  # tokens before a gap in which a word says that it is that to a record
_WIDE = 0.6  # seconds by which a gap in whole ones may be off
_FURTHEST = 12.0  # a gap told wrongly is out by no more than so many times
_UNITS = {"h": 3600.0, "min": 60.0, "s": 1.0}


class Finish(NamedTuple):
    """One time: its code points, first token, seconds and the number of its sentence."""

    start: int
    end: int
    first: int
    seconds: float
    sentence: int


def find_gaps(quantities: Quantities) -> Iterator[Relation]:
    """ "won in 2:24:09, 21 seconds ahead of … crossed the line in 2:24:21"."""
    facts = quantities.facts
    finishes = sorted((*written_times(facts), *_worded(quantities)), key=lambda finish: finish.start)[:_MOST]
    if len(finishes) < 2:
        return
    gaps = [abs(one.seconds - two.seconds) for one, two in combinations(finishes, 2)]
    for claim in quantities.all:
        if claim.unit not in ("s", "min") or any(f.start <= claim.start < f.end for f in finishes):
            continue
        if quantities.claimed(claim, "gap") < SURE or claim.precision != "exact" or _is_further(facts, claim):
            continue
        stated = claim.value * _UNITS[claim.unit]
        wide = _WIDE if claim.unit == "s" else 30.0
        pair = _pair(facts, finishes, claim)
        if pair is None or any(abs(gap - stated) <= wide for gap in gaps):
            continue
        gap = abs(pair[0].seconds - pair[1].seconds)
        apart = claim.sentence not in (pair[0].sentence, pair[1].sentence)
        if apart and not (stated / _SLIPPED <= gap <= stated * _SLIPPED):
            continue
        if not stated / _FURTHEST <= gap <= stated * _FURTHEST:
            continue
        fast, slow = sorted(pair, key=lambda finish: finish.seconds)
        result = written(facts.lexicon, round(gap, 2))
        working = say(facts.lexicon, "apart", one=_text(facts, fast), two=_text(facts, slow), result=result)
        parts = tuple(claim._replace(start=f.start, end=f.end) for f in pair)
        link: Link = "strong" if len(finishes) == 2 else "middling"
        reading = Reading(Interval(gap, gap), result, working, parts)
        yield from held(facts, claim, "difference", [reading], (), link, Interval(stated - wide, stated + wide))


def _pair(facts: Analysis, finishes: list[Finish], claim: Quantity) -> tuple[Finish, Finish] | None:
    """The time in a gap's sentence and the last before it, or the first behind; the first two where it has none."""
    own = [f for f in finishes if f.sentence == claim.sentence]
    if len(own) == 2:
        named = {m.person.id for m in facts.mentions if m.person and claim.end <= m.start < own[1].start}
        return None if len(named) > 1 else (own[0], own[1])  # "52 seconds ahead of Roe, with Moe third in 2:14:05"
    before = [f for f in finishes if f.sentence < claim.sentence]
    close = len(before) > 1 and before[1].sentence - before[0].sentence <= 1 and before[0].seconds < before[1].seconds
    if not own and close and claim.in_quote and len(finishes) <= _RACE:
        return before[0], before[1]  # the winner and the one who came in behind
    behind = [f for f in finishes if f.sentence > claim.sentence]
    other = before[-1] if before else behind[0] if behind else None
    if len(own) != 1 or other is None:
        return None
    placed = [(facts.sentence_at(m.start).number, m) for m in facts.mentions if m.person]
    rivals = {m.person.id for at, m in placed if at == claim.sentence and m.start >= claim.end and m.person}
    others = {m.person.id for at, m in placed if at == other.sentence and m.person}
    strangers = rivals and others and rivals.isdisjoint(others)
    return None if strangers else (own[0], other)  # "39 seconds ahead of Roe. … Moe was sixth in 2:15:02"


def _is_further(facts: Analysis, claim: Quantity) -> bool:
    """Whether a gap is one more, or that to an older time: “a course best by nine seconds”."""
    before = facts.tokens.lowers[max(0, claim.first - _RECORDED) : claim.first]
    older = not facts.lexicon.words("bests-and-records").isdisjoint(before)
    return older or not facts.lexicon.words("adding-words").isdisjoint(before[-2:])


def _text(facts: Analysis, finish: Finish) -> str:
    return " ".join(facts.article.source[finish.start : finish.end].split())


def written_times(facts: Analysis) -> Iterator[Finish]:
    """Every time of a finish in digits, “2:24:09”, “2:07.31”, by its word."""
    tokens = facts.tokens
    for word in tokens.figures:
        match = _TIME.fullmatch(word) if ":" in word else None
        if match is None or not (match["h"] or match["rest"]):
            continue
        seconds = int(match["h"] or 0) * 3600 + int(match["m"]) * 60 + int(match["s"]) + float(match["rest"] or 0)
        for at in tokens.index[word]:
            yield Finish(tokens.starts[at], tokens.ends[at], at, seconds, facts.sentence_of(at).number)


def _worded(quantities: Quantities) -> Iterator[Finish]:
    """ "1 hour 8 minutes 41 seconds", as one."""
    run: list[Quantity] = []
    for quantity in (*quantities.all, None):
        goes_on = quantity is not None and run and quantity.unit in _UNITS and quantity.first - run[-1].last <= 1
        if quantity is not None and goes_on and _UNITS[quantity.unit or ""] < _UNITS[run[-1].unit or ""]:
            run.append(quantity)
            continue
        if len(run) > 1 and run[-1].unit == "s":
            seconds = sum(q.value * _UNITS[q.unit or ""] for q in run)
            yield Finish(run[0].start, run[-1].end, run[0].first, seconds, run[0].sentence)
        run = [quantity] if quantity is not None and quantity.unit in _UNITS else []
