"""Pairs: the two figures of one thing that a claim of distance or change may lie between, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from factlint.language.kindred import kindred
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.network.asked import BESIDE, CHANCE, TIED
from factlint.relations.network.bases import is_kept_apart
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity

_BACK, _ON = 3, 1  # sentences around a claim in which its figures may stand
_BASE = 3  # tokens between a claim's comparative and the figure that it is measured from
_MOST = 14
_BELOW = 4  # the same below a heading
_NAMED = 6  # tokens around a claim in which it says what it is of
_TOLD = 10  # the same before two figures
_DOZEN = 12
_SMALL = 20  # a count that is told of too many things
TITLES = ("headline", "heading")


class Pair(NamedTuple):
    """Two figures in order of place, and how surely they are those of a claim."""

    one: Quantity
    two: Quantity
    rank: int


def pairs_of(
    board: Board, claim: Quantity, like: Quantity | None, last: int, on: int = _ON, multiplied: bool = False
) -> Iterator[Pair]:
    """Every two figures of one kind around a claim that ends with a token; of the kind of `like` where it is given.

    `multiplied`: the claim is one of a multiple, and a figure right behind it, “double the 900”, is what it is of.
    """
    on = _BELOW if claim.block in TITLES else on
    row = [q for q in board.near(claim.sentence, _BACK, on) if _may_be(board, q, claim, like)][-_MOST:]
    behind = next((q for q in row if 0 <= q.first - last <= 1), None) if multiplied else None
    base = behind or _base(board, row, last)
    for at, one in enumerate(row):
        kin = [q for q in row[at + 1 :] if board.are_same(one, q) and q.dimension == one.dimension]
        for place, two in enumerate(kin):
            if one.value == two.value:
                continue
            if is_kept_apart(board, claim, one, two):
                yield Pair(one, two, CHANCE)
                continue
            rank = _rank(board, claim, one, two, base, place == 0)
            yield Pair(one, two, max(rank, _alone(board, claim, row, one, two)) if base is None else rank)


def _alone(board: Board, claim: Quantity, row: list[Quantity], one: Quantity, two: Quantity) -> int:
    """Beside where nothing else of their sort stands around a claim and they come right before it, else chance."""
    if (
        claim.block in TITLES
        or (not claim.unit and claim.value <= _SMALL)
        or not 0 <= claim.sentence - two.sentence <= 1
        or two.sentence - one.sentence > 1
    ):
        return CHANCE
    others = [q for q in row if q.place not in (one.place, two.place) and board.are_kin(q, one)]
    others = [q for q in others if q.sentence <= claim.sentence]
    return CHANCE if others else BESIDE


def far_pairs(board: Board, first: int, last: int) -> list[Pair]:
    """The only two figures of the article that are set against one another and told of what a token range is told of.

    “Pre-tax profit rose to N5.6 billion from N4.2 billion … The jump of a quarter in earnings”. Empty where there are
    more such pairs than one.
    """
    found = set_apart(board)
    named = _nouns(board, first - _NAMED, last + _NAMED) if found else frozenset()
    own = [pair for pair in found if _is_named(board, named, pair)]
    return own if len({(pair.one.value, pair.two.value) for pair in own}) == 1 else []


def set_apart(board: Board) -> list[Pair]:
    """Every two figures of a sentence that are set against one another: “from 84,000 they sank to 63,000”."""
    found = []
    for one, two in pairwise(board.counts):
        told = one.sentence == two.sentence and one.value != two.value and one.dimension == two.dimension
        if told and (board.is_then(two) or board.is_then(one)) and board.are_same(one, two):
            found.append(Pair(one, two, BESIDE))
    return found


def only_pair(board: Board, first: int, last: int) -> list[Pair]:
    """The only two unequal figures of one kind in a range of sentences, a measure or more than a dozen, or none."""
    row = [q for q in board.counts if first <= q.sentence <= last and (q.unit or q.value > _DOZEN)]
    row = [q for q in row if q.precision in ("exact", "about") and board.quantities.claimed(q, "gap") < SURE]
    if len(row) > _MOST:
        return []
    found = [
        Pair(one, two, BESIDE)
        for one, two in combinations(row, 2)
        if one.value != two.value and one.dimension == two.dimension and board.are_kin(one, two) and name_one(one, two)
    ]
    return found if len(found) == 1 and found[0].two.sentence - found[0].one.sentence <= 1 else []


def name_one(one: Quantity, two: Quantity) -> bool:
    """Whether two counts have one noun, or one of them has none of its own: “130 staff” and “47 families” have not."""
    return one.noun == two.noun or None in (one.noun, two.noun) or one.borrowed or two.borrowed


def _is_named(board: Board, named: frozenset[str], pair: Pair) -> bool:
    """Whether what is told of two figures, before the first, is what some nouns name or a thing of their kind."""
    opening = board.facts.sentences[pair.one.sentence].first
    told = _nouns(board, max(opening, pair.one.first - _TOLD), pair.one.first)
    are = kindred(board.facts.lexicon).are
    return any(are(one, two) for one in named for two in told)


def _nouns(board: Board, first: int, last: int) -> frozenset[str]:
    """The nouns of a token range, but words for a change and units."""
    language = board.facts.language
    passed = board.words("move-nouns") | board.facts.lexicon.table("unit-names").keys()
    span = range(max(0, first), min(last, len(language.tags)))
    return frozenset(language.lemmas[at] for at in span if language.tags[at] == "NOUN") - passed


def _may_be(board: Board, quantity: Quantity, claim: Quantity, like: Quantity | None) -> bool:
    if quantity.first < claim.last and claim.first < quantity.last:
        return False
    if quantity.dimension in ("duration", "share", "point") and (like is None or like.dimension != quantity.dimension):
        return False
    if board.quantities.claimed(quantity, "gap") >= SURE or ends_a_range(board, quantity):
        return False
    if like is None or (like.unit and quantity.unit and like.dimension == quantity.dimension != "money"):
        return True  # metres and centimetres
    return board.are_kin(quantity, like) and (quantity.dimension == like.dimension or not (like.unit or quantity.unit))


def ends_a_range(board: Board, quantity: Quantity) -> bool:
    """Whether a figure is an end of “between 5 and 8 kg”."""
    between, joiners = board.words("between-words"), board.words("number-joiners")
    lowers, all_of_them = board.lowers, board.all
    if quantity.first and lowers[quantity.first - 1] in between:
        return True
    before = all_of_them[quantity.place - 1] if quantity.place else None
    joined = before is not None and quantity.first - before.last == 1 and lowers[before.last] in joiners
    return before is not None and joined and before.first > 0 and lowers[before.first - 1] in between


def _base(board: Board, row: list[Quantity], last: int) -> Quantity | None:
    """The figure behind a claim's comparative: “12 per cent above [the] 1,200”, “400 more than the 2,700”."""
    joints = board.words("base-openers")
    for q in row:
        between = slice(last, q.first)
        if 0 < q.first - last <= _BASE + 1 and not joints.isdisjoint(board.lowers[between]):
            return q if {"VERB", "AUX"}.isdisjoint(board.facts.language.tags[between]) else None
    return None


def _rank(board: Board, claim: Quantity, one: Quantity, two: Quantity, base: Quantity | None, adjacent: bool) -> int:
    """Tied where the text sets one against the other beside the claim; beside where no other stands between them."""
    if base is not None:
        if base.place not in (one.place, two.place):
            return CHANCE
        other = one if base.place == two.place else two
        return TIED if adjacent and other.first < claim.first and claim.sentence - other.sentence <= 1 else CHANCE
    if not adjacent or two.sentence - one.sentence > 1:
        return CHANCE
    set_against = board.is_then(two) or (one.sentence == two.sentence and board.is_then(one))
    if claim.block in TITLES:
        return BESIDE if set_against and one.sentence == two.sentence else CHANCE
    apart = max(abs(one.sentence - claim.sentence), abs(two.sentence - claim.sentence))
    if apart == 0:
        return TIED if set_against else BESIDE
    beside = two.sentence == claim.sentence or claim.sentence - two.sentence == 1
    return BESIDE if beside and apart <= 2 and (set_against or two.sentence == claim.sentence) else CHANCE
