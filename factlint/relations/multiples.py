"""Multiples: “twice as many”, “trebled”, “five times the 500”, against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.intervals import over, scaled
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Link, Reading, held, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK, _ON = 2, 3  # sentences around a multiple in which its figures may stand
_LEAD = 4  # sentences of the body in which those of a headline's multiple may stand
_FEWEST = 12  # counts as small as this are seldom multiplied, unless they stand beside the multiple
_LARGE = 100  # from here on two bare numbers are of one thing, where there are no others
_WORDED = 0.1  # a multiple in words is rounded by this share of itself
_NARROWEST = 1.05  # figures closer than this are the same
_FURTHEST = 2.6  # a multiple told wrongly is out by no more than so many times
_MOST = 30
_TITLES = ("headline", "heading")


class Multiple(NamedTuple):
    """The words of a multiple.

    first, last: half-open token range.
    factor: how many times.
    sentence: number of its sentence.
    """

    first: int
    last: int
    factor: float
    sentence: int


class Pair(NamedTuple):
    """The two figures of a multiple, in order of place, and how surely they are its own."""

    one: Quantity
    two: Quantity
    link: Link


def find_multiples(quantities: Quantities) -> Iterator[Relation]:
    """Every multiple with the two figures that it lies between, where it is clear which two."""
    if len(quantities.all) < 2:
        return
    facts = quantities.facts
    for multiple in told_multiples(quantities):
        pair = _beside(quantities, multiple) or _only(quantities, multiple)
        if pair is None:
            continue
        small, large = sorted(pair[:2], key=lambda quantity: quantity.value)
        share = over(large.span, small.span) if small.value else None
        factor = max(multiple.factor, 1 / multiple.factor)
        if share is None or not max(_NARROWEST, factor / _FURTHEST) < large.value / small.value < factor * _FURTHEST:
            continue
        stated = scaled(Interval(1 - _WORDED, 1 + _WORDED), factor)
        result = say(facts.lexicon, "times", result=written(large.value / small.value))
        working = say(facts.lexicon, "ratio", one=facts.text(small), two=facts.text(large), result=result)
        claim = as_claim(quantities, multiple, small)
        around = quantities.around(claim, pair[:2])
        reading = Reading(share, result, working, (small, large))
        yield from held(facts, claim, "multiple", [reading], _all_multiples(around), pair.link, stated)


def told_multiples(quantities: Quantities) -> Iterator[Multiple]:
    """Phrases, verbs and “N times as many” that multiply."""
    facts = quantities.facts
    lowers, tags = facts.tokens.lowers, facts.language.tags
    table, verbs = facts.lexicon.table("multiple-phrases"), facts.lexicon.table("multiples")
    found = [
        (first, last, float(table[" ".join(lowers[first:last])]))
        for first, last in facts.tokens.phrases(facts.lexicon.phrases("multiple-phrases"))
    ]
    found += [
        (at, at + 1, float(verbs[lowers[at]]))
        for at in facts.tokens.positions(verbs.keys())
        if verbs[lowers[at]] > 1 and (tags[at] == "VERB" or _is_headline_verb(facts, at))
    ]
    compared = facts.lexicon.words("multiple-openers")
    for times in quantities.all:
        after = lowers[times.last + 1 : times.last + 2]
        if times.noun in facts.lexicon.words("times-words") and times.value > 1 and after and after[0] in compared:
            last = times.last + 2
            last += tags[last : last + 1] in (["ADJ"], ["ADV"])
            found.append((times.first, last, times.value))
    found += _fractions(quantities)
    taken: set[int] = set()
    for first, last, factor in sorted(found):
        if first not in taken:
            taken.update(range(first, last))
            yield Multiple(first, last, factor, facts.sentence_at(facts.tokens.starts[first]).number)


def _fractions(quantities: Quantities) -> Iterator[tuple[int, int, float]]:
    """ "half as many", "a third as large": the fraction with what it is of."""
    facts = quantities.facts
    lowers, tags = facts.tokens.lowers, facts.language.tags
    for q in quantities.all:
        if q.form != "fraction" or not 0 < q.value < 1 or q.last + 1 >= len(lowers):
            continue
        compared = lowers[q.last] in facts.lexicon.words("as-words") and tags[q.last + 1] in ("ADJ", "ADV", "DET")
        if compared and facts.lexicon.words("as-many-again").isdisjoint(lowers[q.last + 2 : q.last + 3]):
            yield q.first, q.last + 2, q.value


def _is_headline_verb(facts: Analysis, at: int) -> bool:
    """Whether a word of a headline may be its verb: no noun stands right behind it, “Visitors double after …”."""
    headline = facts.sentence_at(facts.tokens.starts[at]).kind in _TITLES
    behind = facts.language.tags[at + 1 : at + 2]
    return headline and at > 0 and bool(behind) and behind[0] in ("ADP", "SCONJ", "ADV", "PART", "CCONJ")


def _beside(quantities: Quantities, multiple: Multiple) -> Pair | None:
    """ "84 people, three times as many as the 28": the last figure before it and the first behind it."""
    own = [q for q in quantities.all if q.sentence == multiple.sentence and _counts(q)]
    before = [q for q in own if q.last <= multiple.first]
    behind = [q for q in own if q.first >= multiple.last]
    if not before or not behind or not alike(before[-1], behind[0]) or _is_denied(quantities, behind[0], multiple):
        return None
    return Pair(before[-1], behind[0], "strong")


def _is_denied(quantities: Quantities, behind: Quantity, multiple: Multiple) -> bool:
    """Whether words between a multiple and a figure behind it say that the figure is of something else."""
    between = set(quantities.facts.tokens.lowers[multiple.last : behind.first])
    return not quantities.facts.lexicon.words("number-joiners").isdisjoint(between)


def _only(quantities: Quantities, multiple: Multiple) -> Pair | None:
    """The only two figures of one kind around a multiple, or of the lead below a headline."""
    facts = quantities.facts
    low, high = multiple.sentence - _BACK, multiple.sentence + _ON
    if facts.sentences[multiple.sentence].kind == "headline":
        high = multiple.sentence + _LEAD
    near = [q for q in quantities.all if low <= q.sentence <= high and _counts(q)]
    near = [q for q in near if q.dimension != "share" and (q.unit is not None or q.value > _FEWEST)]
    pairs = [(one, two) for at, one in enumerate(near) for two in near[at + 1 :] if _are_of_one_thing(one, two)]
    if not pairs and len(near) == 2 and alike(*near) and min(q.value for q in near) >= _LARGE:
        pairs = [(near[0], near[1])]  # "we ran off 4,000 … let 6,000 through the gate"
    if len(pairs) > 1 or any(one.sentence == two.sentence != multiple.sentence for one, two in pairs):
        earlier = facts.lexicon.words("earlier-openers")
        pairs = [pair for pair in pairs if _is_then_and_now(quantities, pair, earlier)]
        pairs = [max(pairs, key=lambda pair: pair[0].place)] if len({two.place for _, two in pairs}) == 1 else []
    return Pair(*pairs[0], "middling") if len(pairs) == 1 else None


def _is_then_and_now(quantities: Quantities, pair: tuple[Quantity, Quantity], earlier: frozenset[str]) -> bool:
    """Whether the later of two figures is told of an earlier time, and counts the same."""
    one, two = pair
    if one.value == two.value:
        return False
    facts = quantities.facts
    sentence = facts.sentences[two.sentence]
    return two.sentence > one.sentence and not earlier.isdisjoint(facts.tokens.lowers[sentence.first : two.first])


def _are_of_one_thing(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are of one unit, or count one noun or people."""
    if one.unit or two.unit:
        return one.unit == two.unit
    return one.noun is not None and (one.noun == two.noun or (one.people and two.people))


def _counts(quantity: Quantity) -> bool:
    """Whether a multiple can be of a figure: a count or a measure."""
    if not countable(quantity) or quantity.dimension in ("point", "duration") or quantity.form == "prefix":
        return False
    return quantity.claim != "score" and quantity.value > 1


def as_claim(quantities: Quantities, multiple: Multiple, like: Quantity) -> Quantity:
    """The words of a multiple as a claim."""
    facts = quantities.facts
    start, end = facts.tokens.starts[multiple.first], facts.tokens.ends[multiple.last - 1]
    sentence = facts.sentences[multiple.sentence]
    return like._replace(
        start=start, end=end, first=multiple.first, last=multiple.last, in_quote=facts.in_quotation(start),
        sentence=multiple.sentence, paragraph=sentence.paragraph, block=sentence.kind,
    )  # fmt: skip


def _all_multiples(around: Sequence[Quantity]) -> Iterator[Interval]:
    able = [q for q in around if countable(q)][:_MOST]
    for one, two in permutations(able, 2):
        if one.value > two.value > 0 and alike(one, two) and (share := over(one.span, two.span)) is not None:
            yield share
