"""Outliers: one of a group that lies outside the range told of all of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import widened
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.saying import Link, Reading, held

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.relations.analysis import Analysis

_ON = 3  # sentences behind a range in which one of the group may be told of
_MEMBERS = 8  # the same for ages, where others of the group are told of between
_NEAR = 1.4  # an age further outside a range than so many times is somebody else's
_ROUNDED = 0.005
_FURTHEST = 3.0  # what lies further off than so many times the range is something else


def find_outliers(quantities: Quantities) -> Iterator[Relation]:
    """ "aged between nine and 14 … the eldest, 16-year-old Lesedi"; "they run from 2.6m to 3.1m … offered 2.4m"."""
    facts = quantities.facts
    openers, joints = facts.lexicon.words("range-openers"), facts.lexicon.words("range-joints")
    lowers = facts.tokens.lowers
    for low, high in pairwise(quantities.all):
        if low.sentence != high.sentence or low.value >= high.value or low.form not in ("digits", "words"):
            continue
        opened = low.first > 0 and not openers.isdisjoint(lowers[max(0, low.first - 2) : low.first])
        if not opened or high.first - low.last > 2 or joints.isdisjoint(lowers[low.last : high.first]):
            continue
        if _moves(quantities, low) or high.dimension in ("share", "point"):
            continue
        ages = _ages(quantities, low, high)
        for member in quantities.near(high, 0, _ON):
            if member.place <= high.place or _is_of_a_range(quantities, member):
                continue
            if (link := _link(quantities, low, high, member)) is not None:
                yield from _relation(facts, low, high, member, link)
        for member in _one_of(ages, low, high):
            yield from _relation(facts, low, high, member, "middling")


def _ages(quantities: Quantities, low: Quantity, high: Quantity) -> list[Quantity]:
    """The ages that are told behind a range of ages, up to the next one."""
    if not _is_aged(quantities.facts, low, high):
        return []
    behind = (q for q in quantities.near(high, 0, _MEMBERS) if q.place > high.place)
    return [q for q in behind if q.claim == "age" or _is_said_of_one(quantities.facts, q)]


def _is_said_of_one(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a bare number is what one person is said to be: “Khoza is 23”."""
    if quantity.unit or quantity.noun or quantity.form not in ("digits", "words") or quantity.first < 2:
        return False
    language, at = facts.language, quantity.first - 1
    index = language.phrase_at(at - 1)
    if facts.tokens.lowers[at] not in facts.lexicon.words("age-present-copulas") or index is None:
        return False
    phrase = language.phrases[index]
    one = not phrase.plural and phrase.pronoun not in facts.lexicon.words("impersonal-pronouns")
    return one and (phrase.proper or phrase.pronoun is not None)


def _one_of(ages: list[Quantity], low: Quantity, high: Quantity) -> list[Quantity]:
    """The one age that lies just outside a range in which at least two others lie: all of them are the group's."""
    inside = [q for q in ages if low.value <= q.value <= high.value]
    outside = [q for q in ages if q not in inside]
    close = [q for q in outside if low.value / _NEAR <= q.value <= high.value * _NEAR]
    return close if len(inside) >= 2 and len(outside) == len(close) == 1 else []


def _moves(quantities: Quantities, low: Quantity) -> bool:
    """Whether “from … to …” tells of a change, and so of no range."""
    return any(one.kind == "gap" for one in quantities.told_as(low))


def _link(quantities: Quantities, low: Quantity, high: Quantity, member: Quantity) -> Link | None:
    """Strong for the greatest or least of the group; middling where the clauses share a verb or noun of the range."""
    facts = quantities.facts
    aged = _is_aged(facts, low, high) and member.claim == "age"
    same = member.unit == (high.unit or low.unit) and bool(member.unit)
    if not aged and not (same and member.claim not in ("age", "ordinal", "time")):
        return None
    between = (q for q in quantities.all[high.place + 1 : member.place] if q.sentence < member.sentence)
    if not aged and (member.sentence - high.sentence > 1 or any(q.unit == member.unit for q in between)):
        return None  # "Fine wool made $3.05 to $3.22. … Lambs' wool was weak. The best of it touched $3.60."
    sentence = facts.sentences[member.sentence]
    words = set(facts.tokens.lowers[sentence.first : sentence.last])
    ends = facts.lexicon.union("greatest-words", "least-words")
    if not ends.isdisjoint(words):
        return "strong"
    opening = facts.tokens.lowers[sentence.first : sentence.first + 2]
    superlative = len(opening) > 1 and opening[0] in facts.lexicon.words("definite-articles")
    if aged and superlative and opening[1].endswith(tuple(facts.lexicon.words("superlative-endings"))):
        return "strong"  # "The strongest is Kristine Lapuz, a seventeen-year-old"
    return None


def _is_aged(facts: Analysis, low: Quantity, high: Quantity) -> bool:
    """ "aged between 19 and 34", "between 23 and 44 years old", "whose members are between 13 and 17"."""
    sentence = facts.sentences[high.sentence]
    before = facts.tokens.lowers[max(sentence.first, high.first - 6) : high.first]
    if high.claim == "age" or not facts.lexicon.words("age-openers").isdisjoint(before):
        return True
    return not (high.unit or high.noun) and any(
        clause.sentence == high.sentence and 0 <= low.first - clause.last <= 2 and _is_of_people(facts, clause)
        for clause in facts.language.clauses
    )


def _is_of_people(facts: Analysis, clause: Clause) -> bool:
    """Whether a clause says of several people what they are."""
    language = facts.language
    if clause.subject is None or language.tags[clause.verb] != "AUX":
        return False
    subject = language.phrases[clause.subject]
    return subject.plural and "person" in subject.classes


def _is_of_a_range(quantities: Quantities, member: Quantity) -> bool:
    """Whether an amount is the lower end of a range itself, as of the same range in other units: “(6 to 12 miles)”."""
    joints = quantities.facts.lexicon.words("range-joints")
    behind = next((q for q in quantities.near(member, 0, 0) if q.place > member.place), None)
    lowers = quantities.facts.tokens.lowers
    return (
        behind is not None
        and behind.first - member.last < 2
        and not joints.isdisjoint(lowers[member.last : behind.first])
    )


def _relation(facts: Analysis, low: Quantity, high: Quantity, member: Quantity, link: Link) -> Iterator[Relation]:
    span = widened(Interval(low.span.low, high.span.high), _ROUNDED)
    if not low.value / _FURTHEST <= member.value <= high.value * _FURTHEST:
        return
    text = say(facts.lexicon, "span", one=facts.text(low), two=facts.text(high))
    working = say(facts.lexicon, "range", one=text, two=facts.text(member))
    yield from held(facts, member, "outlier", [Reading(span, text, working, (low, high))], (), link)
