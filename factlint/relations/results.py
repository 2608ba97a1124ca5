"""Results: games won, drawn and lost against the games played and the points that they bring."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.intervals import total
from factlint.relations.quantities import Quantities, Quantity, countable, ordinals
from factlint.relations.saying import Reading, held, sum_of, written

_NEAR = 2
#: What a win and a draw bring in the leagues there are.
_SCALES = ((3, 1), (2, 1), (4, 2), (1, 0.5))


class Record(NamedTuple):
    """The games of one side by how they ended; what is not told is none."""

    won: Quantity | None
    drawn: Quantity | None
    lost: Quantity | None

    @property
    def told(self) -> tuple[Quantity, ...]:
        """The figures that there are."""
        return tuple(part for part in (self.won, self.drawn, self.lost) if part is not None)


def find_results(quantities: Quantities) -> Iterator[Relation]:
    """ "won six, lost two and tied one" of nine matches; "eleven wins and four draws make 37 points"."""
    facts = quantities.facts
    verbs = facts.lexicon.words("result-words")
    if len(quantities.all) < 3 or verbs.isdisjoint(facts.tokens.index):
        return
    for record in _records(quantities):
        yield from _played(quantities, record)
        yield from _points(quantities, record)


def _records(quantities: Quantities) -> Iterator[Record]:
    facts = quantities.facts
    table = facts.lexicon.table("result-words")
    lowers = facts.tokens.lowers
    by_sentence: dict[int, dict[str, Quantity]] = {}
    for quantity in quantities.all:
        if quantity.unit or not countable(quantity) or quantity.value > 200 or quantity.claim == "score":
            continue
        before = lowers[quantity.first - 1] if quantity.first else ""
        after = lowers[quantity.last] if quantity.last < len(lowers) else ""
        how = table.get(after) or table.get(before)
        if how is not None:
            by_sentence.setdefault(quantity.sentence, {}).setdefault(how, quantity)
    for found in by_sentence.values():
        if len(found) >= 2 and "won" in found:
            yield Record(found.get("won"), found.get("drawn"), found.get("lost"))


def _played(quantities: Quantities, record: Record) -> Iterator[Relation]:
    """The games against their number, where all three ways are told or the text says that there is no other."""
    facts = quantities.facts
    if len(record.told) < 3:
        return
    first = record.told[0]
    nouns = facts.lexicon.words("played-games")
    wholes = [
        q
        for q in quantities.all
        if abs(q.sentence - first.sentence) <= _NEAR and q.noun in nouns and countable(q) and q not in record.told
    ]
    wholes += _final_game(quantities, first)
    summed = total(part.span for part in record.told)
    result = written(facts.lexicon, sum(part.value for part in record.told))
    parts = tuple(sorted(record.told))
    for whole in wholes[:1]:
        working = say(facts.lexicon, "same", one=sum_of(facts, parts), result=result)
        others = [q.span for q in quantities.all if q.noun in nouns]
        for found in held(facts, whole, "games", [Reading(summed, result, working, parts)], ()):
            yield found._replace(supported=any(span == summed for span in others))


def _final_game(quantities: Quantities, near: Quantity) -> Iterator[Quantity]:
    """ "the twelfth and final game": as many as there were."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    nouns, ends = facts.lexicon.words("played-games"), facts.lexicon.words("final-words")
    for quantity in ordinals(quantities):
        after = lowers[quantity.last : quantity.last + 3]
        close = abs(quantity.sentence - near.sentence) <= _NEAR
        if close and len(after) == 3 and after[1] in ends and after[2] in nouns:
            yield quantity


def _points(quantities: Quantities, record: Record) -> Iterator[Relation]:
    """What the games bring, at any of the usual scales."""
    facts = quantities.facts
    if record.won is None or record.drawn is None:
        return
    nouns = facts.lexicon.words("point-nouns")
    claims = [q for q in quantities.all if q.sentence == record.won.sentence and q.noun in nouns and q.value > 4]
    for claim in claims[:1]:
        won, drawn = record.won.value, record.drawn.value
        readings = []
        for win, draw in _SCALES:
            worth = win * won + draw * drawn
            figures = {"one": won, "win": win, "two": drawn, "draw": draw, "result": worth}
            told = {name: written(facts.lexicon, value) for name, value in figures.items()}
            working = say(facts.lexicon, "league", **told)
            readings.append(
                Reading(Interval(worth, worth), written(facts.lexicon, worth), working, (record.won, record.drawn))
            )
        yield from held(facts, claim, "league", readings[:1], (reading.computed for reading in readings))
