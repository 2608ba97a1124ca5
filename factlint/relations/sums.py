"""Sums: parts told after their whole, or a total told after its parts, over as many sentences as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import less, middle, total
from factlint.relations.linkage import is_of_them, takes_up, unparted
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Reading, held, sum_of, weighed, written
from factlint.relations.slips import is_slip, telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK = 3  # sentences over which the parts of one whole may run
_ON = 1  # sentences behind an amount that is left in which what was taken may be told
_PARTS = 6  # figures that one total may have
_MOST = 9  # figures of one kind of which every choice is tried for support
_TELLING = 4  # significant digits from which a total needs no word that says so, if it looks like a slip of the pen
_ROUNDING = 0.02  # of a whole; what its rounding may leave of a rest
_EXACTLY = 0.002  # of a total, by which other figures than its own parts may miss it and still bear it out
_LISTED = 3  # amounts of one kind in a sentence, of which the word that calls another their total leaves no doubt
_REST = 2.5  # times what is told as left over may really be left, but for a slip of the pen
_BREATH = 4  # tokens between two that stand side by side
_WIDEST = 1.6  # a total is no more than this many times what it should be, and no less


def find_sums(quantities: Quantities) -> Iterator[Relation]:
    """Every total with its parts, and every rest with what it is the rest of."""
    if len(quantities.all) < 3:
        return
    yield from _rests(quantities)
    yield from _totals(quantities)


# ---------------------------------------------------------------------------------------------------------- the rest


def _rests(quantities: Quantities) -> Iterator[Relation]:
    """ "eleven dead: four were lodgers, five came from one street, and the last two were a couple"."""
    facts = quantities.facts
    for claim in quantities.all:
        strength = quantities.claimed(claim, "rest")
        if not strength or not countable(claim) or claim.dimension in ("duration", "share", "point"):
            continue
        if claim.form == "prefix" or claim.claim == "score" or quantities.claimed(claim, "gap") >= SURE:
            continue
        if not is_told_as_left(facts, claim):
            continue
        earlier = [
            q for q in quantities.near(claim, _BACK, 0) if q.place < claim.place and _fits(quantities.facts, q, claim)
        ]
        between = facts.language.tags[earlier[-1].last : claim.first] if earlier else []
        if earlier and _is_part_of(facts, earlier[-1], claim) and {"VERB", "PUNCT"}.isdisjoint(between):
            earlier.pop()  # "39 of the other 64"
        near = []
        earlier = unparted(earlier)
        for at, whole in enumerate(earlier):
            if whole.paragraph < claim.paragraph - 1:
                continue
            both = _with_next(facts, earlier, at)
            if both is None and _is_beside_its_parts(facts, earlier, at):
                continue
            parts = [q for q in earlier[at + 1 :] if not claim.borrowed or _is_of(q, whole)]
            if at and _is_part_of(facts, earlier[at - 1], whole):
                parts.insert(0, earlier[at - 1])  # "five of 38 charges"
            left = whole.value - sum(part.value for part in parts)
            if both is not None and parts[1:] and _may_be_left(claim, left + 2 * parts[0].value):
                near.append(_rest(facts, claim, both, parts[1:])._replace(parts=(whole, *parts)))
            elif parts and _may_be_left(claim, left):
                near.append(_rest(facts, claim, whole, parts))
        if claim.block != "headline" and (above := _above(quantities, claim)) is not None:
            parts = [part for part in earlier if part.sentence >= claim.sentence - 1]
            if parts and not near and _may_be_left(claim, above.value - sum(part.value for part in parts)):
                near.append(_rest(facts, claim, above, parts))
        if near:
            exact = near[0].computed.low == near[0].computed.high
            least = min(reading.parts[0].value for reading in near)
            link = weighed(strength, "strong", claim, near[0])
            if link is not None:
                yield from held(facts, claim, "rest", near[:1], _all_rests(quantities, claim, least, exact), link)


def _may_be_left(claim: Quantity, left: float) -> bool:
    """Whether what is told as left over may have been meant for what is left."""
    return 0 < left <= _REST * claim.value or (left > 0 and is_slip(claim.value, left))


def is_told_as_left(facts: Analysis, claim: Quantity) -> bool:
    """Whether a figure can be what is left over: in a sentence with a verb, and no choice of its own.

    “the last five of which”, “his last two overs” and “the last 50 runs” are any five, two or 50 at an end.
    """
    lowers, words, language = facts.tokens.lowers, facts.lexicon.words, facts.language
    sentence = facts.sentences[claim.sentence]
    if not {"VERB", "AUX"} & {*language.tags[sentence.first : sentence.last]}:
        return False  # "Lee 71, Roe 46, others 31"
    index = language.phrase_at(claim.last - 1)
    phrase = None if index is None else language.phrases[index]
    first = claim.first if phrase is None else min(claim.first, phrase.first)
    behind = lowers[claim.last : claim.last + 1]
    if first and lowers[first - 1] in words("from-words") and (phrase is None or phrase.preposition is not None):
        return False  # "two and a half from four"
    if claim.first and lowers[claim.first - 1] in words("end-modifiers"):
        owned = phrase is not None and (phrase.head >= claim.last or phrase.owner is not None)
        owned = owned or (bool(behind) and language.words.is_plural(behind[0]))  # "the last 50 runs took 38 balls"
        definite = claim.first > 1 and lowers[claim.first - 2] in words("definite-articles")
        return definite and not owned and words("of-words").isdisjoint(behind)
    return True


def _is_beside_its_parts(facts: Analysis, row: Sequence[Quantity], at: int) -> bool:
    """Whether a figure stands in one list with those behind it, “tax £149m, rates £84m and fees £31m”: no whole."""
    whole = row[at]
    behind = [q for q in row[at + 1 :] if q.sentence == whole.sentence]
    if not behind or (at and _is_part_of(facts, row[at - 1], whole)):
        return False
    words = facts.lexicon.words
    breaks = {";", *words("list-marks"), *words("partitive-pointers")}
    opened = facts.tokens.lowers[facts.sentences[whole.sentence].first] in words("whole-openers")
    between = facts.tokens.lowers[whole.last : behind[-1].first]
    return not opened and breaks.isdisjoint(between) and not is_of_them(facts, behind[0])


def _with_next(facts: Analysis, earlier: Sequence[Quantity], at: int) -> Quantity | None:
    """ "187 passengers and 25 crew": two that stand side by side as one whole, or none."""
    if at + 1 >= len(earlier):
        return None
    one, two = earlier[at], earlier[at + 1]
    between = facts.tokens.lowers[one.last : two.first]
    if one.sentence != two.sentence or not 1 < len(between) <= _BREATH or not one.people or not two.people:
        return None
    if between[-1] not in facts.lexicon.words("number-joiners") or one.noun == two.noun:
        return None
    return one._replace(end=two.end, value=one.value + two.value, span=total((one.span, two.span)))


def _is_of(part: Quantity, whole: Quantity) -> bool:
    """Whether a figure counts what a whole does, or says nothing of what it counts."""
    return bool(part.unit) or part.borrowed or part.noun in (None, whole.noun) or (part.people and whole.people)


def _is_part_of(facts: Analysis, part: Quantity, whole: Quantity) -> bool:
    lowers = facts.tokens.lowers[part.last : whole.first]
    return part.sentence == whole.sentence and 0 < len(lowers) <= 7 and lowers[0] in facts.lexicon.words("of-words")


def _fits(facts: Analysis, quantity: Quantity, claim: Quantity) -> bool:
    if quantity.claim == "score" or quantity.dimension in ("share", "point"):
        return False
    if quantity.dimension == "duration" and claim.dimension != "duration":
        return False
    if claim.borrowed and not claim.unit:
        # "the other nine": of whatever it was
        known = quantity.noun is not None and not quantity.borrowed
        if quantity.noun in facts.lexicon.words("point-nouns"):
            return False  # "on 278 points … The other three": of those who had them
        return countable(quantity) and not quantity.unit and (not known or quantity.people == claim.people)
    return countable(quantity) and alike(quantity, claim)


def _above(quantities: Quantities, claim: Quantity) -> Quantity | None:
    """The figure of its kind that the headline gives, where it gives one alone."""
    found = [q for q in quantities.all if q.block == "headline" and _fits(quantities.facts, q, claim) and q.unit]
    return found[0] if len(found) == 1 else None


def _rest(facts: Analysis, claim: Quantity, whole: Quantity, parts: Sequence[Quantity]) -> Reading:
    taken = total(part.span for part in parts)
    result = written(facts.lexicon, whole.value - sum(part.value for part in parts))
    working = say(facts.lexicon, "minus", one=facts.text(whole), two=sum_of(facts, parts), result=result)
    left, exact = less(whole.span, taken), whole.value - sum(part.value for part in parts)
    if is_slip(claim.value, exact) and abs(claim.value - exact) > _ROUNDING * whole.value:
        left = Interval(exact, exact)  # a slip of the pen is no rounding, however round the whole
    return Reading(left, result, working, (whole, *parts))


def _all_rests(quantities: Quantities, claim: Quantity, least: float, exact: bool) -> Iterator[Interval]:
    """What is left of any figure from `least` on when others of its kind that stand together are taken from it."""
    able = unparted(
        [q for q in _nearest(quantities, claim) if q.sentence <= claim.sentence + (_ON if claim.unit else 0)]
    )
    if exact:
        able = [q._replace(span=Interval(q.value, q.value)) for q in able]
    for whole in able:
        if whole.value < least:
            continue
        smaller = [part for part in able if part.value < whole.value]
        before = [part for part in smaller if part.place < whole.place]
        behind = [part for part in smaller if part.place > whole.place]
        runs = [*_runs(before), *_runs(behind)]
        if before:  # "five of 38 charges" with those told after
            runs += ([before[-1], *behind[:last]] for last in range(1, len(behind) + 1))
        for parts in runs:
            yield less(whole.span, total(part.span for part in parts))
        for one, two in pairwise(behind):  # "Nine have left and two have joined"
            if _are_apart(quantities.facts, one, two):
                yield less(total((whole.span, two.span)), one.span)
                yield less(total((whole.span, one.span)), two.span)


def _are_apart(facts: Analysis, one: Quantity, two: Quantity) -> bool:
    """Whether two figures of a sentence have a verb each: what the first was taken by, the second may be added by."""
    tags, last = facts.language.tags, facts.sentences[one.sentence].last
    return one.sentence == two.sentence and "VERB" in tags[one.last : two.first] and "VERB" in tags[two.last : last]


def _runs(able: Sequence[Quantity]) -> Iterator[Sequence[Quantity]]:
    """All figures that stand together, with no other of their kind between them."""
    for first in range(len(able)):
        for last in range(first + 1, len(able) + 1):
            yield able[first:last]


def _nearest(quantities: Quantities, claim: Quantity) -> list[Quantity]:
    """The figures of the claim's kind that stand closest to it."""
    able = [q for q in quantities.all if q.place != claim.place and _fits(quantities.facts, q, claim)]
    return sorted(sorted(able, key=lambda q: abs(q.place - claim.place))[:_MOST])


# -------------------------------------------------------------------------------------------------------- the total


def _totals(quantities: Quantities) -> Iterator[Relation]:
    """ "Rs96m in May, Rs104m in June and Rs118m in August. The three bills came to Rs318m"."""
    facts = quantities.facts
    breakers = facts.lexicon.words("sum-breakers")
    for claim in quantities.all:
        if not countable(claim) or claim.precision == "over" or claim.dimension in ("share", "point"):
            continue
        strength = quantities.claimed(claim, "sum")
        if claim.dimension == "duration" and strength < SURE:
            continue
        if (not strength and telling(claim.value) < _TELLING) or claim.form == "prefix":
            continue
        parts = _parts(quantities, claim, strength)
        if parts is None or not breakers.isdisjoint(clause_words(facts, claim)):
            continue
        summed = total(part.span for part in parts)
        if not claim.value / _WIDEST <= summed.high or not summed.low <= claim.value * _WIDEST:
            continue
        result = written(facts.lexicon, sum(part.value for part in parts))
        working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=result)
        reading = Reading(summed, result, working, tuple(parts))
        alone = _are_of_one_kind(claim, parts)
        strength = SURE if alone and strength and len(parts) >= _LISTED else strength
        link = weighed(strength, "strong", claim, reading)
        if link is not None:
            others = (one for one in _all_sums(quantities, claim, parts) if _gives(one, claim))
            yield from held(facts, claim, "sum", [reading], others, link if alone else "weak")


def _gives(sum_of_others: Interval, claim: Quantity) -> bool:
    """Whether other figures come to a total: of many sums some lie by chance in the room that rounding leaves."""
    return abs(middle(sum_of_others) - claim.value) <= _EXACTLY * claim.value


def _are_of_one_kind(claim: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a total and its parts, which stand in one sentence, are amounts in one unit or counts of one noun."""
    kinds = {part.unit or part.noun for part in parts}
    alike = len(kinds) == 1 and (claim.unit or claim.noun) in kinds | {None}
    return alike and len({part.sentence for part in parts}) == 1 and claim.sentence > parts[-1].sentence - 1


def _parts(quantities: Quantities, claim: Quantity, strength: int) -> list[Quantity] | None:
    """The figures of its kind that stand right before a total: those of the nearest sentence that has two or more.

    Those of more sentences where a word calls it a total and it is a slip of the pen for what they come to.
    """
    first: list[Quantity] | None = None
    for back in range(_BACK + 1 if strength else 2):
        found = [
            q
            for q in quantities.near(claim, back, 0)
            if q.place < claim.place and _fits(quantities.facts, q, claim) and q.value < claim.value * _WIDEST
            if not takes_up(quantities.facts, q)
        ]
        if len(found) > _PARTS:
            break
        if len(found) >= 2:
            if first is None and back < 2:
                first = found
            if is_slip(claim.value, sum(part.value for part in found)):
                return found
    return first


def _all_sums(quantities: Quantities, claim: Quantity, parts: Sequence[Quantity]) -> Iterator[Interval]:
    """What figures of its kind that stand together come to, and the parts with one more or one less."""
    able = _nearest(quantities, claim)
    for run in _runs(able):
        yield total(part.span for part in run)
    for other in able:
        if other not in parts:
            yield total(part.span for part in (*parts, other))
        yield total(part.span for part in parts if part is not other)
