"""Averages: a mean lies between the least and the greatest of what it is the mean of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import sentence_words
from factlint.relations.intervals import widened
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Reading, held

if TYPE_CHECKING:
    pass

_REACH = 7  # words between “average” and its figure
_ROUNDED = 0.01
_FEW = 3  # figures that a mean is taken of, where no range is told


def find_averages(quantities: Quantities) -> Iterator[Relation]:
    """Every average with the range, or the list of figures, that stands in the sentences before it."""
    facts = quantities.facts
    if len(quantities.all) < 3:
        return
    for cue in facts.tokens.positions(facts.lexicon.words("average-words")):
        sentence = facts.sentence_at(facts.tokens.starts[cue])
        claim = _figure(quantities, cue, sentence.first, sentence.last)
        if claim is None or claim.dimension in ("share", "point", "duration"):
            continue
        if not facts.lexicon.words("earlier-words").isdisjoint(sentence_words(facts, claim)):
            continue
        values = _range(quantities, claim) or _list(quantities, claim)
        if not values:
            continue
        low, high = min(values, key=lambda q: q.value), max(values, key=lambda q: q.value)
        span = widened(Interval(low.span.low, high.span.high), _ROUNDED)
        text = say(facts.lexicon, "span", one=facts.text(low), two=facts.text(high))
        working = say(facts.lexicon, "average", one=facts.text(low), two=facts.text(high))
        yield from held(facts, claim, "average", [Reading(span, text, working, (low, high))])


def _figure(quantities: Quantities, cue: int, first: int, last: int) -> Quantity | None:
    """The figure that is told as an average: the next one behind the word, else the one right before it."""
    found = quantities.after(cue + 1, _REACH)
    if found is not None and found.last <= last and countable(found):
        return found
    found = quantities.before(cue, 2)
    return found if found is not None and found.first >= first and countable(found) else None


def _range(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """ "from €410 a month to €690", "between 0.6C and 1.4C", in its sentence or one of the two before."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    openers, joints = facts.lexicon.words("range-openers"), facts.lexicon.words("range-joints")
    near = [q for q in quantities.near(claim, 2, 0) if q.place < claim.place and countable(q)]
    for one, two in pairwise(near):
        if one.sentence != two.sentence or two.unit != claim.unit or one.unit not in (claim.unit, None):
            continue
        joined = not joints.isdisjoint(lowers[one.last : two.first])
        opened = one.first > 0 and not openers.isdisjoint(lowers[max(0, one.first - 2) : one.first])
        if joined and opened and one.value < two.value:
            return [one, two]
    return []


def _list(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """Three figures of its unit or more in the two sentences before it."""
    found = [q for q in quantities.near(claim, 2, 0) if q.place < claim.place and countable(q) and q.unit == claim.unit]
    if not claim.unit:
        return []
    same = [q for q in found if q.sentence == claim.sentence]
    if len(same) >= _FEW:
        return same  # "£220, £240 and £260, an average of £240"
    if same or _tells_averages(quantities, found):
        return []
    together = [q for q in found if q.sentence >= claim.sentence - 1]
    return found if len(together) >= _FEW else []


def _tells_averages(quantities: Quantities, found: list[Quantity]) -> bool:
    """Whether one of the figures stands in a sentence about averages itself."""
    averages = quantities.facts.lexicon.words("average-words")
    return any(not averages.isdisjoint(sentence_words(quantities.facts, q)) for q in found)
