"""Directions: what is said to rise or fall, against the two figures that it moves between."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import less
from factlint.relations.quantities import Quantities, Quantity, alike, countable

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 4
_MARKS = frozenset({",", "(", "–", "—"})
_UP, _DOWN = Interval(0, math.inf), Interval(-math.inf, 0)


def find_directions(quantities: Quantities) -> Iterator[Relation]:
    """ "crept up to 4.2 per cent in May from 4.6 a month earlier"; "attendance has dropped: 37,400, against 31,000"."""
    facts = quantities.facts
    parts = facts.lexicon.table("figure-words")
    moves = facts.lexicon.labelled("figure-words", "rise", "fall")
    for position in facts.tokens.positions(moves):
        following = facts.tokens.lowers[position + 1 : position + 2]
        if following and following[0] in moves:
            continue  # "crept down": the particle tells the way
        way = _UP if parts[facts.tokens.lowers[position]] == "rise" else _DOWN
        pair = _up_from(quantities, position) or _to_from(quantities, position) or _taken_up(quantities, position)
        if pair is not None:
            yield from _relation(facts, position, way, pair)
        elif not facts.in_quotation(facts.tokens.starts[position]):
            yield from _against_last_year(quantities, position, way)


def _up_from(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """The figures of “1,316 nests between March and July, up from 1,408”: 1,408, then 1,316."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    if lowers[position] not in facts.lexicon.words("way-particles"):
        return None
    if not facts.lexicon.words("from-words").issuperset(lowers[position + 1 : position + 2]):
        return None
    base = quantities.after(position + 2, 1)
    end = quantities.all[base.place - 1] if base is not None and base.place else None
    if base is None or end is None or end.sentence != base.sentence or not countable(base) or not countable(end):
        return None
    following = quantities.after(base.last, _REACH)
    if following is not None and lowers[following.first - 1] in facts.lexicon.words("to-words"):
        return None  # "up from 40 to 60"
    between = facts.language.tags[end.last : position]
    if "VERB" in between or end.dimension == "duration" or end.form != base.form or end.form == "prefix":
        return None
    return (base, end) if alike(base, end) and lowers[position - 1] in _MARKS | {lowers[end.last - 1]} else None


def _to_from(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """The figures of “… to A … from B” behind a verb: B, then A."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    to, start = facts.lexicon.words("to-words"), facts.lexicon.words("from-words")
    end = quantities.after(position + 1, _REACH)
    if end is None or end.first == 0 or lowers[end.first - 1] not in to or not countable(end):
        return None
    later = [q for q in quantities.near(end, 0, 0) if q.place > end.place]
    if not later or lowers[later[0].first - 1] not in start or not countable(later[0]) or not alike(later[0], end):
        return None
    between = {*lowers[position + 1 : later[0].first]}
    if not facts.lexicon.words("opposing-moves").isdisjoint(between - {lowers[position]}):
        return None
    return later[0], end


def _taken_up(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """ "The jump in tonnage" right behind “14.2 million tonnes, against 15.9 million”: 15.9, then 14.2."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    sentence = facts.sentence_at(facts.tokens.starts[position])
    definite = facts.lexicon.without("move-articles", "indefinite-articles")
    if position == sentence.first or position - sentence.first > _OPENING or lowers[position - 1] not in definite:
        return None
    if facts.language.lemmas[position] not in facts.lexicon.table("move-ways"):
        return None
    if any(q.sentence == sentence.number and q.claim != "ordinal" for q in quantities.all):
        return None
    found = []
    for number in (sentence.number - 1, sentence.number - 2):
        row = [q for q in quantities.all if q.sentence == number and countable(q) and q.dimension != "duration"]
        if row:
            found = row
            break
    if len(found) != 2 or not alike(*found) or found[0].paragraph < facts.sentences[sentence.number].paragraph - 2:
        return None
    between = lowers[found[0].last : found[1].first]
    set_against = facts.lexicon.without("setting-against", "to-words")
    return (found[1], found[0]) if not set_against.isdisjoint(between) else None


_OPENING = 4  # tokens of a sentence in which it takes up a move


def _against_last_year(quantities: Quantities, position: int, way: Interval) -> Iterator[Relation]:
    """ "It is the first time that attendance has dropped. Last year the gate clicked 31,000 times"."""
    facts = quantities.facts
    sentence = facts.sentence_at(facts.tokens.starts[position])
    following = sentence.number + 1
    own = [q for q in quantities.all if q.sentence == sentence.number]
    if own or following >= len(facts.sentences) or not _opens_earlier(facts, facts.sentences[following].first):
        return
    bases = [q for q in quantities.all if q.sentence == following and countable(q)]
    ends = [
        q for q in quantities.all if q.sentence == sentence.number - 1 and countable(q) and q.dimension != "duration"
    ]
    if len(bases) == 1 and len(ends) == 1 and alike(bases[0], ends[0]) and bases[0].form == ends[0].form:
        for found in _relation(facts, position, way, (bases[0], ends[0])):
            yield found._replace(link="middling")


def _opens_earlier(facts: Analysis, first: int) -> bool:
    """Whether a sentence begins with the time before: “Last year”, “A year earlier”."""
    lowers = facts.tokens.lowers
    return any(
        tuple(lowers[first : first + len(phrase)]) == phrase
        for phrase in facts.lexicon.phrases("year-before").get(lowers[first], ())
    )


def _relation(facts: Analysis, position: int, way: Interval, pair: tuple[Quantity, Quantity]) -> Iterator[Relation]:
    base, end = pair
    moved = less(Interval(end.value, end.value), Interval(base.value, base.value))
    start, stop = facts.tokens.starts[position], facts.tokens.ends[position]
    told = say(facts.lexicon, "rise" if moved.low > 0 else "fall")
    working = say(facts.lexicon, "direction", one=facts.text(base), two=facts.text(end), way=told)
    yield Relation(
        start, stop, "direction", way, moved, facts.article.source[start:stop], told, "strong", moved.low == 0,
        working, end.in_quote, end.block, (Stretch(base.start, base.end), Stretch(end.start, end.end)),
    )  # fmt: skip
