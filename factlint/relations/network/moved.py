"""Moved: “from 14,200 to 9,940, a drop of 30 per cent”, “half as many”: a change by a share or a factor."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Interval
from factlint.facts.numbers.calculations.tied import is_one_change
from factlint.facts.numbers.workings import say
from factlint.relations.changes import WAYS, reading_of
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import middle, over, scaled, widened
from factlint.relations.multiples import Multiple, as_claim, is_of_what, told_multiples
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import UNTOLD, Board
from factlint.relations.network.pairs import Pair, far_pairs, name_one, only_pair, pairs_of
from factlint.relations.network.shared import is_part_of
from factlint.relations.network.sole import is_told_of, pairs_in, rows_of, sole
from factlint.relations.quantities import Quantity, in_unit
from factlint.relations.saying import Reading, written
from factlint.relations.shares import as_share, is_share

_WIDEST = 2.5
_POINT_MOVED = 1200.0  # the same where a point or a unit may have slipped
_MEASURED = ("mass", "volume", "length")
_TO_ITS_END = 4  # tokens between a move and the amount that it ends at
_FEWEST = 12
_AHEAD = 3  # sentences behind a multiple in which its figures may stand
_TWICE = 2.0
_MORE = 0.2  # of how much more it is, what a smaller factor leaves open
_TIMES = Interval(0.88, 1.12)  # what a factor in words leaves open
_DOUBLED = Interval(0.8, 1.25)  # the same of “halved” and “nearly double”


def find_moved(board: Board) -> Iterator[Asked]:
    """Every change told as a share or a factor, with every two figures that it may lie between."""
    for claim in board.all:
        if not is_share(claim):
            continue
        told = next((one for one in board.quantities.told_as(claim) if one.kind == "gap"), None)
        if told is None or told.strength < SURE:
            continue
        behind = claim.last + (board.lowers[claim.last : claim.last + 1] != [])
        pairs = [pair for pair in pairs_of(board, claim, None, behind) if pair.one.dimension != "point"]
        pairs = [pair for pair in pairs if not is_part_of(board, pair.one, pair.two)]  # "three of the seven"
        wished, told_beside = _is_wished(board, claim), any(pair.rank for pair in pairs)
        pairs = [_unless_of_another(board, claim, pair, wished) for pair in pairs]
        pairs = [pair if _is_one_statement(board, claim, pair) else pair._replace(rank=CHANCE) for pair in pairs]
        if not told_beside and not _is_one_of_many(board, claim):
            near = claim.sentence - 1, claim.sentence + 1
            alone = [_unless_of_another(board, claim, pair, wished) for pair in only_pair(board, *near)]
            far = far_pairs(board, claim.first, claim.last)
            found = [_unless_of_another(board, claim, pair, wished) for pair in far] or alone
            pairs += [] if wished else found
        # “The rise of 230 per cent was achieved on sales of £61m”: what is known was told before.
        own = frozenset[int]() if board.is_known(claim) else own_amounts(board, claim)
        end = told_end(board, claim)
        readings = [one for pair in pairs for one in _changes(board, pair, told.way, own) if _ends_at(one, end)]
        if readings:
            yield Asked(claim, "change", as_share(claim), only_best(readings), _WIDEST)
    yield from _multiples(board)


def _is_wished(board: Board, claim: Quantity) -> bool:
    """Whether a change is only wanted or planned: “he wants to see it come down by half”."""
    language = board.facts.language
    index = language.clause_of(claim.first)
    while index is not None:
        clause = language.clauses[index]
        if clause.standing in ("planned", "asked", "possible"):
            return True
        index = clause.within if clause.within is not None and clause.within < index else None
    return False


def _is_one_statement(board: Board, claim: Quantity, pair: Pair) -> bool:
    """Whether nothing of something else is told between a claim and two figures of its own sentence."""
    if not pair.one.sentence == pair.two.sentence == claim.sentence:
        return True
    one, two, stated = (board.facts.figures[q.place] for q in (pair.one, pair.two, claim))
    before, after = (two, one) if board.is_then(pair.two) else (one, two)
    return is_one_change(board.facts, before, after, stated)


def _unless_of_another(board: Board, claim: Quantity, pair: Pair, wished: bool) -> Pair:
    """A pair, one of chance where a verb moves something that its sentences do not tell of, or where nothing has moved.

    “Its shares fell 11%. It expects sales of 2.9 billion crowns, down from 3.4 billion.”
    """
    if pair.rank != BESIDE:
        return pair
    meant = wished and not any(board.is_meant(q) for q in pair[:2])
    return pair if not meant and is_told_of(board, claim, pair[:2]) else pair._replace(rank=CHANCE)


def _may_move(quantity: Quantity) -> bool:
    """Whether a figure is an amount that may rise or fall: a measure, or a count of more than a dozen."""
    named = bool(quantity.unit) or (quantity.form == "digits" or quantity.noun is not None)
    told = quantity.dimension not in UNTOLD and quantity.precision in ("exact", "about")
    return told and named and (bool(quantity.unit) or quantity.value > _FEWEST)


def _change(board: Board, pair: Pair, way: str) -> Ranked | None:
    small, large = (pair.one, pair.two) if pair.one.value < pair.two.value else (pair.two, pair.one)
    reading = reading_of(board.facts, small, large, way)
    return None if reading is None else Ranked(reading, pair.rank)


def _is_then(board: Board, claim: Quantity) -> bool:
    """Whether a claim is told of another time than the text about it, and is not known."""
    then = not board.words("other-times").isdisjoint(clause_words(board.facts, claim))
    return then and not board.is_known(claim)


def _is_one_of_many(board: Board, claim: Quantity) -> bool:
    """Whether a sentence tells several changes, so that figures of another one may be those of any."""
    own = (q for q in board.all if q.sentence == claim.sentence and q.place != claim.place and is_share(q))
    return any(board.quantities.claimed(q, "gap") for q in own)


def own_amounts(board: Board, claim: Quantity) -> frozenset[int]:
    """The places of the amounts that stand in a claim's sentence: one of them is what it is told of."""
    row = [q for q in board.rows.get(claim.sentence, ()) if q.dimension not in UNTOLD and q.place != claim.place]
    return frozenset(q.place for q in row if q.unit or (q.noun is not None and q.value > _FEWEST))


def told_end(board: Board, claim: Quantity) -> Quantity | None:
    """The amount at which a move ends: “fell 46% to 1.6bn euros”, “7.8% higher at 16.60 euros”."""
    ends = board.words("to-words") | board.words("at-words")
    row = board.rows.get(claim.sentence, ())
    found = next((q for q in row if q.first >= claim.last and q.dimension not in UNTOLD), None)
    if found is None or found.first - claim.last > _TO_ITS_END or board.lowers[found.first - 1] not in ends:
        return None
    return found


def _ends_at(ranked: Ranked, end: Quantity | None) -> bool:
    """Whether the later of two figures is the one that a move is told to end at, where one is told."""
    return end is None or ranked.reading.parts[1].value == end.value


def _changes(board: Board, pair: Pair, told: str | None, own: frozenset[int]) -> Iterator[Ranked]:
    """The rise from the smaller to the larger, and the fall from the larger to the smaller, where of the way told.

    A pair that has none of the amounts of the claim's own sentence is one of chance.
    """
    rank = CHANCE if own and own.isdisjoint((pair.one.place, pair.two.place)) else pair.rank
    for way in (told,) if told in WAYS else WAYS:
        if (one := _change(board, pair._replace(rank=rank), way)) is not None:
            yield one


def _multiples(board: Board) -> Iterator[Asked]:
    """ "doubled", "half as many", "three times the 420"."""
    for multiple in told_multiples(board.quantities):
        like = next((q for q in board.able if q.sentence >= multiple.sentence), board.able[-1] if board.able else None)
        if like is None:
            continue
        claim = as_claim(board.quantities, multiple, like)
        pairs = [
            pair if pair.rank == TIED or is_of_what(board.facts, multiple, pair[:2]) else pair._replace(rank=CHANCE)
            for pair in pairs_of(board, claim, None, multiple.last, _AHEAD, multiplied=True)
            if not (multiple.factor > 1 and _runs_down(board, pair))
        ]
        own = own_amounts(board, claim._replace(place=-1))
        others = [pair for pair in pairs if own and own.isdisjoint((pair.one.place, pair.two.place))]
        pairs = [pair._replace(rank=CHANCE) if pair in others else pair for pair in pairs]
        many = [
            pair
            for pair in pairs
            if _are_many(board, pair) and not (own and own.isdisjoint((pair.one.place, pair.two.place)))
        ]
        if len(many) == 1 and is_of_what(board.facts, multiple, many[0][:2]):
            pairs.append(many[0]._replace(rank=max(many[0].rank, BESIDE)))  # the only two of one sort
        if not any(pair.rank for pair in pairs):
            far = far_pairs(board, multiple.first, multiple.last)
            far = [pair for pair in far if is_of_what(board.facts, multiple, pair[:2])]
            pairs += [pair for pair in far if not (multiple.factor > 1 and _runs_down(board, pair))]
        if behind := [pair for pair in pairs if _is_right_behind(board, multiple, pair)]:
            pairs = [behind[0]._replace(rank=TIED)]  # “halved, from 3,000 to 2,250”: of no others
        other = None if behind else _in_two_units(board, claim)
        pairs += [] if other is None else [other]
        readings = [one for pair in pairs if (one := _times(board, pair)) is not None]
        if not any(one.rank for one in readings):
            readings += _multiplied(board, multiple, claim._replace(noun=None))
        if readings:
            widest = _WIDEST if other is None and not behind else _POINT_MOVED
            yield Asked(claim, "multiple", _times_told(multiple), only_best(readings), widest)


def _is_right_behind(board: Board, multiple: Multiple, pair: Pair) -> bool:
    """Whether a move stands right behind a multiple, or behind a comma: “has doubled, from 400 to 1,100”."""
    lowers, opener = board.lowers, pair.one.first - 1
    if not multiple.last <= opener <= multiple.last + 1 or lowers[opener] not in board.words("from-words"):
        return False
    return lowers[pair.two.first - 1] in board.words("to-words") and pair.one.sentence == pair.two.sentence


def _multiplied(board: Board, multiple: Multiple, claim: Quantity) -> list[Ranked]:
    """ "It took 780 calls, and now takes 2,340 … ring four times as often": the only two figures of one sort."""
    pointing = board.facts.language.tags[multiple.last - 1] == "PRON"  # "four times what it was in May"
    if _is_then(board, claim) or pointing:
        return []
    pairs = [
        pair for pair in pairs_in(board, rows_of(board, claim, _may_move))
        if is_of_what(board.facts, multiple, pair[:2]) and not (multiple.factor > 1 and _runs_down(board, pair))
    ]  # fmt: skip
    told = [one for pair in pairs if (one := _times(board, pair)) is not None]
    return sole(board, claim, told, _times_told(multiple), _WIDEST, slips=False)


def _times_told(multiple: Multiple) -> Interval:
    """What a multiple leaves open: of less than twice, how much more, “a third as much again”."""
    factor = max(multiple.factor, 1 / multiple.factor)
    if factor == _TWICE:
        return scaled(_DOUBLED, factor)
    return scaled(_TIMES, factor) if factor >= _TWICE else widened(Interval(factor, factor), _MORE * (1 - 1 / factor))


def _in_two_units(board: Board, claim: Quantity) -> Pair | None:
    """ "ten times what was written … 250 milligrams … 25 grams": the only two measures of a dimension, in two units."""
    near = [q for q in board.near(claim.sentence, 1, _AHEAD) if q.unit and q.dimension in _MEASURED]
    if len(near) != 2 or near[0].dimension != near[1].dimension or near[0].unit == near[1].unit:
        return None
    one, two = near
    span = in_unit(board.facts, two, one)
    if span is None or not two.value or board.tokens_between(one, two)[:1] in (["("], ["or"]):
        return None
    return Pair(one, two._replace(span=span, value=two.value * middle(span) / middle(two.span)), BESIDE)


def _are_many(board: Board, pair: Pair) -> bool:
    """Whether two figures are of a size that is multiplied, a measure or more than a dozen, and no distances."""
    lent = pair.one.sentence != pair.two.sentence and pair.two.borrowed  # “beyond 30km … The oldest is at least 21”
    return (
        not lent
        and name_one(pair.one, pair.two)
        and all((q.unit or q.value > _FEWEST) and not board.quantities.claimed(q, "gap") for q in pair[:2])
    )


def _runs_down(board: Board, pair: Pair) -> bool:
    """Whether two figures are told as a fall, “from £20m to £15m”: nothing doubles by them."""
    lowers = board.lowers
    opened = pair.one.first and lowers[pair.one.first - 1] in board.words("from-words")
    return bool(opened) and pair.one.value > pair.two.value and lowers[pair.two.first - 1] in board.words("to-words")


def _times(board: Board, pair: Pair) -> Ranked | None:
    facts = board.facts
    small, large = (pair.one, pair.two) if pair.one.value < pair.two.value else (pair.two, pair.one)
    share = over(large.span, small.span)
    apart = large.dimension != small.dimension and (large.dimension in _MEASURED or small.dimension in _MEASURED)
    if share is None or apart:
        return None  # “30km … is at least 21”
    result = say(facts.lexicon, "times", result=written(facts.lexicon, large.value / small.value))
    working = say(facts.lexicon, "ratio", one=facts.text(small), two=facts.text(large), result=result)
    return Ranked(Reading(share, result, working, (small, large)), pair.rank)
