"""Added: parts told one after another, “nine …; another four …; the remaining six”, against the whole told anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.intervals import meet, total
from factlint.relations.kinship import STRANGE, kinship
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held, sum_of, written
from factlint.relations.slips import is_slip

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_FEWEST = 5  # wholes smaller than this are told in other ways
_NEAR, _WIDE = 0.12, 0.35  # how far parts may miss their whole, of it; more where the last of them is what is left
_BESIDE = 3  # sentences between a whole and what is left of it
_ON = 2  # sentences behind the parts in which their whole may be told
_AROUND = 2  # sentences around the parts in which another one may be
_MOST = 40


def find_added(quantities: Quantities) -> Iterator[Relation]:
    """Every run of parts that says of a later one that it comes on top, with the whole that they must make."""
    if len(quantities.all) < 3:
        return
    facts = quantities.facts
    taken = -1
    for first in quantities.all:
        if first.place <= taken or not _is_part(quantities, first) or _opens(facts, first):
            continue
        run, complete = _run(quantities, first)
        if len(run) < 2:
            continue
        taken = run[-1].place
        yield from _held(quantities, run, complete)


def _held(quantities: Quantities, run: list[Quantity], complete: bool) -> Iterator[Relation]:
    """The whole that a run of parts comes nearest to, if it misses it by little and any other by more."""
    facts = quantities.facts
    summed = total(part.span for part in run)
    wholes = [q for q in quantities.all if _is_whole(quantities, q, run)][:_MOST]
    if not wholes or any(meet(whole.span, summed) for whole in wholes):
        return
    if any(meet(whole.span, total((summed, q.span))) for whole in wholes for q in _others(quantities, run)):
        return
    added = sum(part.value for part in run)
    near = min(wholes, key=lambda whole: (abs(whole.value - added), abs(whole.place - run[0].place)))
    if run[-1].sentence - near.sentence <= _BESIDE and not any(_opens(facts, part) for part in run):
        return  # what is left over so near to its whole is asked of by itself
    off = abs(near.value - added) / near.value
    if off > (_WIDE if complete else _NEAR) and not (complete and is_slip(near.value, added)):
        return
    result = written(facts.lexicon, added, near)
    working = say(facts.lexicon, "same", one=sum_of(facts, run), result=result)
    yield from held(facts, near, "parts", [Reading(summed, result, working, tuple(run))], (), "middling")


def _run(quantities: Quantities, first: Quantity) -> tuple[list[Quantity], bool]:
    """The parts from one on, as far as each is told to come on top or stands in one breath with it; whether all."""
    facts = quantities.facts
    run, complete, on_top = [first], False, False
    for other in quantities.all[first.place + 1 :]:
        if other.sentence - run[-1].sentence > 1 or other.block != first.block:
            break
        if facts.sentences[other.sentence].paragraph - facts.sentences[run[-1].sentence].paragraph > 1:
            break
        if not _is_part(quantities, other) or kinship(facts, other, first) == STRANGE:
            continue
        left = quantities.claimed(other, "rest") >= SURE
        opened = _opens(facts, other) or left
        if not opened and (other.sentence != run[-1].sentence or not on_top or other.noun not in _nouns(run)):
            break
        on_top = on_top or opened
        run.append(other)
        if left:
            complete = True
            break
    return (run, complete) if on_top else ([], False)


def _nouns(run: list[Quantity]) -> set[str | None]:
    return {None, *(part.noun for part in run)}


def _opens(facts: Analysis, quantity: Quantity) -> bool:
    """ "another four", "a further 16", "16 more": on top of what was told before."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words("adding-words")
    before = lowers[max(0, quantity.first - 2) : quantity.first]
    return not words.isdisjoint(before)


def _is_part(quantities: Quantities, quantity: Quantity) -> bool:
    facts = quantities.facts
    if not countable(quantity) or quantity.claim == "score" or quantity.form == "prefix" or quantity.in_quote:
        return False
    if quantity.dimension in ("share", "point", "duration", "temperature") or quantity.value <= 0:
        return False
    behind = facts.tokens.lowers[quantity.last : quantity.last + 2]
    if len(behind) == 2 and behind[0] in facts.lexicon.words("of-words"):
        return behind[1] not in facts.lexicon.words("whole-pointers")  # "three of them": told of a part
    return quantity.noun is None or "time" not in facts.language.words.noun_classes(quantity.noun)


def _is_whole(quantities: Quantities, whole: Quantity, run: list[Quantity]) -> bool:
    """Whether a figure of the article may be what the parts make: of their sort, and greater than any."""
    if whole.value < _FEWEST or not _is_part(quantities, whole) or whole.precision in ("over", "under"):
        return False
    if whole.place in {part.place for part in run} or whole.value <= max(part.value for part in run):
        return False
    if whole.sentence - run[-1].sentence > _ON or whole.borrowed or (whole.unit is None and whole.noun is None):
        return whole.claim == "casualties" and whole.place < run[0].place
    facts = quantities.facts
    if whole.people != run[0].people and run[0].noun is not None:
        return False
    return kinship(facts, whole, run[0]) != STRANGE and not _opens(facts, whole)


def _others(quantities: Quantities, run: list[Quantity]) -> Iterator[Quantity]:
    """Figures of the same sort around the parts, one of which may be told of the whole as well."""
    facts, places = quantities.facts, {part.place for part in run}
    for q in quantities.near(run[0], _AROUND, _AROUND + run[-1].sentence - run[0].sentence):
        if q.place not in places and _is_part(quantities, q) and kinship(facts, q, run[0]) != STRANGE:
            yield q
