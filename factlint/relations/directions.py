"""Directions: what is said to rise or fall, against the two figures that it moves between."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.relations.cues import clause_words
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
        pair = (
            _up_from(quantities, position)
            or _to_from(quantities, position)
            or _stood_before(quantities, position)
            or _taken_up(quantities, position)
        )
        if pair is not None:
            yield from _relation(facts, position, way, pair)
        elif not facts.is_quoted(position):
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
    if later[0].noun is not None and end.noun is None:
        return None  # "came down to 12 from six balls": of other things
    between = {*lowers[position + 1 : later[0].first]}
    if not facts.lexicon.words("opposing-moves").isdisjoint(between - {lowers[position]}):
        return None
    return later[0], end


def _then_and_now(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """ "There are 410 pupils. Ten years ago there were 350, and the decline …": of the only two the earlier, first."""
    facts = quantities.facts
    if facts.tokens.lowers[position + 1 : position + 2] != [] and (
        facts.tokens.lowers[position + 1] in facts.lexicon.words("of-words") | facts.lexicon.words("in-words")
    ):
        return None  # "the fall in rents": of something else
    number = facts.sentence_of(position).number
    row = [q for step in (2, 1, 0) for q in quantities.in_sentence(number - step) if q.claim != "ordinal"]
    row = [q for q in row if q.dimension != "duration" and q.last <= position]
    if len(row) != 2 or not all(countable(q) for q in row) or not alike(*row) or row[0].value == row[1].value:
        return None
    told = facts.lexicon.words("then-words-of-moves")
    then = [q for q in row if not told.isdisjoint(clause_words(facts, q))]
    if len(then) != 1 or any(q.claim == "share" and q.unit is None for q in row):
        return None
    return (row[0], row[1]) if then[0] is row[0] else (row[1], row[0])


def _stood_before(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """ "which had stood at 3.1 metres at noon, dropped to 4.2 metres", “was £8. It fell to £9”: 3.1, then 4.2."""
    facts, words = quantities.facts, quantities.facts.lexicon.words
    language, lowers = facts.language, facts.tokens.lowers
    index = language.clause_of(position)
    clause = None if index is None else language.clauses[index]
    if clause is None or clause.verb != position or clause.negated or clause.standing not in ("done", "reported"):
        return None
    end = quantities.after(position + 1, _REACH)
    if end is None or lowers[end.first - 1] not in words("to-words") or not countable(end) or not end.unit:
        return None
    sentence = facts.sentences[end.sentence]
    if end.sentence != facts.sentence_of(position).number or any(
        q.place > end.place and alike(q, end) for q in quantities.in_sentence(end.sentence)
    ):
        return None
    before = [q for q in quantities.in_sentence(end.sentence) if q.last <= position]
    if not before and _goes_on(facts, position, sentence.first):
        before = list(quantities.in_sentence(end.sentence - 1))
    before = [q for q in before if countable(q) and q.dimension != "duration" and q.precision == "exact"]
    base = before[0] if len(before) == 1 and before[0].unit == end.unit else None
    return (base, end) if base is not None and _is_level(facts, base) else None


def _goes_on(facts: Analysis, position: int, first: int) -> bool:
    """Whether “it” or “they” stands right before a verb: what the sentence before was about."""
    pointers = facts.lexicon.words("total-pointers")
    return not pointers.isdisjoint(facts.tokens.lowers[max(first, position - 2) : position])


def _is_level(facts: Analysis, base: Quantity) -> bool:
    """Whether a figure is told as where something stood: “had stood at 3.1 metres”, “cost £8”."""
    lemmas, tags = facts.language.lemmas, facts.language.tags
    for at in range(base.first - 1, max(-1, base.first - _REACH), -1):
        if lemmas[at] in facts.lexicon.words("level-verbs"):
            return True
        if tags[at] not in ("ADP", "ADV"):
            return False
    return False


def _taken_up(quantities: Quantities, position: int) -> tuple[Quantity, Quantity] | None:
    """ "The jump in tonnage" right behind “14.2 million tonnes, against 15.9 million”: 15.9, then 14.2."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    sentence = facts.sentence_of(position)
    definite = facts.lexicon.without("move-articles", "indefinite-articles")
    if position == sentence.first or lowers[position - 1] not in definite:
        return None
    if facts.language.lemmas[position] not in facts.lexicon.table("move-ways"):
        return None
    if position - sentence.first > _OPENING or facts.quantities.in_sentence(sentence.number):
        return _then_and_now(quantities, position)
    if any(q.sentence == sentence.number and q.claim != "ordinal" for q in quantities.all):
        return None
    found = []
    for number in (sentence.number - 1, sentence.number - 2):
        row = [q for q in quantities.all if q.sentence == number and countable(q) and q.dimension != "duration"]
        if row:
            found = row
            break
    if len(found) != 2 or not alike(*found) or found[0].paragraph < facts.sentences[sentence.number].paragraph - 2:
        return _then_and_now(quantities, position)
    between = lowers[found[0].last : found[1].first]
    set_against = facts.lexicon.without("setting-against", "to-words")
    joined = found[0].sentence == found[1].sentence and not set_against.isdisjoint(between)
    return (found[1], found[0]) if joined else _then_and_now(quantities, position)


_OPENING = 4  # tokens of a sentence in which it takes up a move


def _against_last_year(quantities: Quantities, position: int, way: Interval) -> Iterator[Relation]:
    """ "It is the first time that attendance has dropped. Last year the gate clicked 31,000 times"."""
    facts = quantities.facts
    sentence = facts.sentence_of(position)
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
