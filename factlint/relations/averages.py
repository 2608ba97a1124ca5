"""Averages: a mean lies between the least and the greatest of what it is the mean of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.cues import cued_by, sentence_words
from factlint.relations.intervals import total, widened
from factlint.relations.linkage import is_of_them
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.rows import in_rows, tables
from factlint.relations.saying import Reading, held, sum_of, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 7  # words between “average” and its figure
_ROUNDED = 0.01
_MOST = 9
_BELOW = 2  # sentences below a table in which its mean is told
_BREATH = 7  # tokens between two figures of a list
_FURTHEST = 4.0  # a figure is no more than so many times the mean, and no less
_HALF = 0.5  # by which a mean in whole numbers is rounded
_FEW = 3  # figures that a mean is taken of, where no range is told
_OTHER = 30  # a mean so many times smaller or greater than all is one of something else


def find_averages(quantities: Quantities) -> Iterator[Relation]:
    """Every average with the range, or the list of figures, that stands in the sentences before it."""
    facts = quantities.facts
    if len(quantities.all) < 3:
        return
    moves = facts.lexicon.union("comparatives", "moving-words")
    for cue in facts.tokens.positions(facts.lexicon.words("average-words")):
        sentence = facts.sentence_of(cue)
        claim = _figure(quantities, cue, sentence.first, sentence.last)
        if claim is None or claim.dimension in ("share", "point") or cued_by(facts, claim, moves, 1, 0):
            continue  # "up $8 on average": how far they moved
        if not facts.lexicon.words("earlier-words").isdisjoint(sentence_words(facts, claim)):
            continue
        values = _range(quantities, claim) if claim.dimension != "duration" else []
        told = [] if values else _all_told(quantities, claim)
        if told:
            yield from _exactly(quantities, claim, told)
            continue
        values = values or _list(quantities, claim)
        if not values or claim.dimension == "duration":
            continue
        low, high = min(values, key=lambda q: q.value), max(values, key=lambda q: q.value)
        span = widened(Interval(low.span.low, high.span.high), _ROUNDED)
        if not low.value / _OTHER <= claim.value <= high.value * _OTHER:
            continue  # "an average ticket cost $56" beside the season's millions
        text = say(facts.lexicon, "span", one=facts.text(low), two=facts.text(high))
        working = say(facts.lexicon, "average", one=facts.text(low), two=facts.text(high))
        yield from held(facts, claim, "average", [Reading(span, text, working, (low, high))])


def _exactly(quantities: Quantities, claim: Quantity, told: list[Quantity]) -> Iterator[Relation]:
    """A mean against what the figures that it is taken of come to, shared out among them."""
    facts = quantities.facts
    summed = total(q.span for q in told)
    mean = sum(q.value for q in told) / len(told)
    half = max(abs(claim.span.high - claim.value), _HALF if claim.value % 1 == 0 else 0.0)
    span = Interval(summed.low / len(told) - half, summed.high / len(told) + half)
    working = say(facts.lexicon, "mean", one=sum_of(facts, told), count=len(told), result=written(facts.lexicon, mean))
    others = [q for q in quantities.near(claim, 2, 2) if _is_alike(q, claim) and q.noun == told[0].noun]
    others = [q for q in others if q not in told and q.place != claim.place]
    more = [total((summed, q.span)) for q in others]
    spans = [Interval(one.low / (len(told) + 1) - half, one.high / (len(told) + 1) + half) for one in more]
    yield from held(facts, claim, "average", [Reading(span, written(facts.lexicon, mean), working, tuple(told))], spans)


def _all_told(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """The figures that a mean is taken of, where they are told one by one: in a table, or in one breath."""
    facts = quantities.facts
    for table in tables(quantities):
        places = in_rows(table)
        if len(table[0].values) == 1 and 0 < claim.sentence - places[-1] <= _BELOW:
            values = [row.values[0] for row in table]
            if values[0].unit == claim.unit and not _tells_averages(quantities, values):
                return values
    for sentence in (claim.sentence, claim.sentence - 1, claim.sentence - 2):
        row = [q for q in quantities.all if q.sentence == sentence and q.place < claim.place and _is_alike(q, claim)]
        if not facts.lexicon.words("rest-words").isdisjoint(sentence_words(facts, row[0]) if row else ()):
            return []  # "The rest weighed 301, 284 and 264 kilos": the mean is of others too
        if len(row) < _FEW or (_tells_averages(quantities, row) and sentence != claim.sentence):
            continue
        if len(row) <= _MOST and _is_one_list(facts, row):
            return row
        return []
    return []


def _is_alike(quantity: Quantity, claim: Quantity) -> bool:
    """Whether a figure may be one that a mean is taken of: of its unit, and near it."""
    if not countable(quantity) or quantity.unit != claim.unit or quantity.claim == "score":
        return False
    if claim.unit is None and claim.noun is not None and quantity.noun not in (None, claim.noun):
        return False
    return claim.value / _FURTHEST <= quantity.value <= claim.value * _FURTHEST


def _is_one_list(facts: Analysis, row: list[Quantity]) -> bool:
    """Whether figures are told in one breath: commas and one “and” between them, and no verb."""
    joiners, tags = facts.lexicon.words("number-joiners"), facts.language.tags
    gaps = [(one.last, two.first) for one, two in pairwise(row)]
    lowers = facts.tokens.lowers
    commas = all("," in lowers[a:b] for a, b in gaps[:-1]) and not joiners.isdisjoint(lowers[slice(*gaps[-1])])
    return commas and all("VERB" not in tags[a:b] and b - a <= _BREATH for a, b in gaps)


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
    moves = facts.lexicon.table("move-ways").keys() | facts.lexicon.table("multiples").keys()
    for one, two in pairwise(near):
        if one.sentence != two.sentence or two.unit != claim.unit or one.unit not in (claim.unit, None):
            continue
        joined = not joints.isdisjoint(lowers[one.last : two.first])
        opened = one.first > 0 and not openers.isdisjoint(lowers[max(0, one.first - 2) : one.first])
        stays = moves.isdisjoint(facts.language.lemmas[max(0, one.first - _BREATH) : one.first])
        if joined and opened and one.value < two.value and stays:
            return [one, two]
    return []


def _list(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """Three figures of its unit or more in the two sentences before it."""
    facts = quantities.facts
    found = [q for q in quantities.near(claim, 2, 0) if q.place < claim.place and countable(q) and q.unit == claim.unit]
    if not claim.unit or any(is_of_them(facts, q) for q in found):
        return []  # "64mm in three days, 31mm of it on Tuesday"
    same = [q for q in found if q.sentence == claim.sentence]
    if len(same) >= _FEW and _is_one_list(facts, same):
        return same  # "£220, £240 and £260, an average of £240"
    if same or _tells_averages(quantities, found):
        return []
    together = [q for q in found if q.sentence >= claim.sentence - 1]
    return found if len(together) >= _FEW and _is_one_list(facts, together) else []


def _tells_averages(quantities: Quantities, found: list[Quantity]) -> bool:
    """Whether one of the figures stands in a sentence about averages itself."""
    averages = quantities.facts.lexicon.words("average-words")
    return any(not averages.isdisjoint(sentence_words(quantities.facts, q)) for q in found)
