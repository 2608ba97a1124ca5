"""Tallies: lists of counted things, “nine cars, two vans and a float”, each with what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.saying import Link, Reading, held, written

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.analysis import Analysis

_BACK, _ON = 1, 2  # sentences between a list and its total
_MOST = 1.6  # a total is no more than so many times what its parts come to
_LARGEST = 10_000


class Tally(NamedTuple):
    """One list of counts.

    start, end: code points.
    first, last: half-open token range.
    sentence: number of its sentence.
    counts: what each member counts.
    nouns: what the members are.
    classes: noun classes of the members, of each its own.
    """

    start: int
    end: int
    first: int
    last: int
    sentence: int
    counts: tuple[float, ...]
    nouns: tuple[str, ...]
    classes: tuple[frozenset[str], ...]


def find_tallies(quantities: Quantities) -> Iterator[Relation]:
    """Every total near a list of counts of the same sort."""
    facts = quantities.facts
    tallies = list(_tallies(facts))
    if not tallies:
        return
    rows: dict[int, list[Quantity]] = {}
    for quantity in quantities.all:
        rows.setdefault(quantity.sentence, []).append(quantity)
    for tally in tallies:
        near = range(tally.sentence - _BACK, tally.sentence + _ON + 1)
        claims = [q for number in near for q in rows.get(number, ()) if _is_total(quantities, tally, q)]
        linked = [(q, link) for q in claims if (link := _link(quantities, tally, q)) is not None]
        if any(q.value == sum(tally.counts) for q in claims):
            continue
        for claim, link in linked:
            yield from _against(quantities, tally, claim, link)


def _tallies(facts: Analysis) -> Iterator[Tally]:
    """Every list outside headlines of which each member tells its number, by a number or an article."""
    phrases = facts.language.phrases
    ones = facts.lexicon.union("indefinite-articles", "one-more")
    for index, phrase in enumerate(phrases):
        if len(phrase.conjoined) < 2 or phrase.conjoined[0] != index:
            continue
        members = [*_before(facts, index), *(phrases[member] for member in phrase.conjoined)]
        counts = [_count(member, ones) for member in members]
        numbered = sum(member.number is not None for member in members)
        if not all(counts) or numbered < 1 or len(members) < 2 or (numbered < 2 and len(members) < 3):
            continue
        if any(member.classes & _UNCOUNTED or member.pronoun for member in members):
            continue
        yield Tally(
            members[0].start, members[-1].end, members[0].first, members[-1].last, phrase.sentence, tuple(counts),
            tuple(member.lemma for member in members), tuple(member.classes for member in members),
        )  # fmt: skip


def _before(facts: Analysis, index: int) -> list[Phrase]:
    """The counted phrases that run up to a list with nothing but a comma between: “nine cars, two vans and a float”."""
    phrases = facts.language.phrases
    found: list[Phrase] = []
    while index and phrases[index - 1].sentence == phrases[index].sentence and phrases[index - 1].number is not None:
        between = facts.tokens.texts[phrases[index - 1].last : phrases[index].first]
        if between != [","]:
            break
        index -= 1
        found.insert(0, phrases[index])
    return found


_UNCOUNTED = frozenset({"time", "money"})


def _count(phrase: Phrase, ones: frozenset[str]) -> float:
    """How many a member counts; 0 where it does not tell."""
    if phrase.number is not None:
        whole = phrase.number % 1 == 0 and 0 < phrase.number <= _LARGEST
        return float(phrase.number) if whole else 0.0
    return 1.0 if phrase.determiner in ones and not phrase.plural else 0.0


def _is_total(quantities: Quantities, tally: Tally, quantity: Quantity) -> bool:
    """Whether a figure counts things of the list's sort and is large enough to be its total."""
    if quantity.unit or not countable(quantity) or quantity.value % 1 or quantity.form == "prefix":
        return False
    if tally.start <= quantity.start < tally.end:
        return False
    if not max(tally.counts) < quantity.value <= _MOST * sum(tally.counts) + 1:
        return False
    if quantity.noun is None or quantity.borrowed:
        return False
    return quantity.noun not in tally.nouns and _embraces(quantities.facts, quantity.noun, tally)


def _embraces(facts: Analysis, noun: str, tally: Tally) -> bool:
    """Whether a noun may stand for every member of a list: it shares a class with one, and all or none are people."""
    mine = facts.language.words.noun_classes(noun)
    people = {"person" in classes for classes in (mine, *tally.classes)}
    return len(people) == 1 and any(mine & classes for classes in tally.classes)


def _link(quantities: Quantities, tally: Tally, claim: Quantity) -> Link | None:
    """Strong behind a colon or dash or with a word for a sum; middling for “the thirteen vehicles” after the list."""
    facts = quantities.facts
    if quantities.claimed(claim, "sum"):
        return "strong"
    between = facts.tokens.lowers[claim.last : tally.first]
    if claim.sentence == tally.sentence and claim.first < tally.first:
        opened = facts.lexicon.words("list-marks")
        return "strong" if between and between[-1] in opened and len(between) <= _NEAR else None
    before = facts.tokens.lowers[claim.first - 1] if claim.first else ""
    if before in facts.lexicon.words("taking-up-words") and claim.first > tally.first:
        return "middling"
    return None


_NEAR = 3


def _against(quantities: Quantities, tally: Tally, claim: Quantity, link: Link) -> Iterator[Relation]:
    facts = quantities.facts
    total = sum(tally.counts)
    text = " ".join(facts.article.source[tally.start : tally.end].split())
    working = say(facts.lexicon, "tally", one=text, result=written(facts.lexicon, total))
    like = claim._replace(start=tally.start, end=tally.end)
    reading = Reading(Interval(total, total), written(facts.lexicon, total), working, (like,))
    others = [
        q.value
        for q in quantities.near(claim, _BACK, _ON)
        if countable(q) and not q.unit and not tally.start <= q.start < tally.end
    ]
    spans = [Interval(total + other, total + other) for other in others]
    yield from held(facts, claim, "sum", [reading], spans, link)
