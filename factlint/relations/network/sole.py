"""Sole: the only two figures of an article that a claim can have been worked out from, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from factlint.facts.model import Interval
from factlint.relations.claimed import SURE
from factlint.relations.intervals import meet, middle
from factlint.relations.network.asked import BESIDE, Ranked
from factlint.relations.network.bases import is_kept_apart
from factlint.relations.network.board import Board
from factlint.relations.network.pairs import TITLES, Pair, ends_a_range, name_one
from factlint.relations.network.told import are_told_of
from factlint.relations.quantities import Quantity
from factlint.relations.shares import is_share
from factlint.relations.slips import is_slip, telling

_NOUNS = ("NOUN", "PROPN")
_MOST = 8  # figures of one kind among which two are looked for
_BACK, _ON, _FEW = 4, 1, 4  # sentences around a claim to which the search is narrowed, and figures there
_PAIRS = 6
_CLOSE = 1.35  # by which a count may be out that names its noun
_TOGETHER = 2  # sentences between two figures of one thing
_FARTHEST = 9  # sentences between a claim and the figures that it takes up
_SOON = 4  # and the other way round
_BESIDE = 3  # tokens around a claim in which the noun stands that it is told as
_NAMED = 5  # tokens behind a claim in which it says what it is of


def rows_of(board: Board, claim: Quantity, may_be: Callable[[Quantity], bool]) -> list[Quantity]:
    """The figures of the article that a claim may be worked out from; of its surroundings where they are too many."""
    row = [q for q in board.able if q.place != claim.place and q.value != claim.value]
    row = [q for q in row if may_be(q) and not _is_worked_out(board, q)]
    if len({q.value for q in row}) <= _MOST:
        return row
    row = [q for q in row if -_ON <= claim.sentence - q.sentence <= _BACK]
    return row if len({q.value for q in row}) <= _FEW else []


def _is_worked_out(board: Board, quantity: Quantity) -> bool:
    """Whether a figure is itself told as a distance, or is an end of a range: nothing is worked out from it."""
    return board.quantities.claimed(quantity, "gap") >= SURE or ends_a_range(board, quantity)


def pairs_in(board: Board, row: Sequence[Quantity]) -> list[Pair]:
    """Every two unequal figures of one sort, in order of place."""
    return [
        Pair(one, two, BESIDE)
        for one, two in combinations(row, 2)
        if one.value != two.value and one.dimension == two.dimension and board.are_same(one, two) and name_one(one, two)
    ]


def sole(
    board: Board, claim: Quantity, readings: Iterable[Ranked], stated: Interval, widest: float, slips: bool = True
) -> list[Ranked]:
    """The only reading that a claim can be of: all others lie too far from what is stated.

    Empty where any reading agrees, where more than one is left, or where the claim names what is told of elsewhere.
    `slips`: whether one of several may be chosen because the claim's digits are nearly its own.
    """
    told = [] if claim.block in TITLES or _moves_to_an_end(board, claim) else list(readings)
    if any(meet(one.reading.computed, stated) for one in told):
        return []
    near = [one for one in told if is_within(one, stated, widest) and _stand_together(claim, one)]
    near = [one for one in near if not is_kept_apart(board, claim, *one.reading.parts[:2])]
    near = list({one.reading.computed: one for one in reversed(near)}.values())
    alone = _stands_alone(board, claim)
    if len(near) > 1 or (near and alone):
        alike = [one for one in near if is_slip(claim.value, middle(one.reading.computed))]
        enough = slips and telling(claim.value) > 2 and len(near) <= _PAIRS
        against = [one for one in near if _are_set_against(board, one)]
        near = alike if enough and len(alike) == 1 else [] if alone else against
    if len(near) != 1:
        return []
    if not _is_of_its_noun(board, claim, near[0]) and not is_told_of(board, claim, near[0].reading.parts):
        return []
    return [near[0]._replace(rank=BESIDE)]


def _moves_to_an_end(board: Board, claim: Quantity) -> bool:
    """Whether an end of a move stands beside a claim, “down £1.30 to £42”, “swelled to £10m”: it is told by itself."""
    ends = board.words("to-words") | board.words("from-words") | board.words("at-words")
    before = board.lowers[claim.first - 1 : claim.first] if claim.first else []
    row = board.rows.get(claim.sentence, ())
    behind = next((q for q in row if q.first >= claim.last), None)
    close = behind is not None and behind.first - claim.last <= _NAMED and board.lowers[behind.first - 1] in ends
    return close or not ends.isdisjoint(before)


def is_within(one: Ranked, stated: Interval, widest: float) -> bool:
    """Whether a claim is out by no more than so many times."""
    said, meant = middle(stated), middle(one.reading.computed)
    return said * meant > 0 and max(said / meant, meant / said) <= widest


def _stand_together(claim: Quantity, one: Ranked) -> bool:
    places = [part.sentence for part in one.reading.parts]
    far = claim.sentence - max(places) > _FARTHEST or max(places) - claim.sentence > _SOON
    return max(places) - min(places) <= _TOGETHER and not far


def _are_set_against(board: Board, one: Ranked) -> bool:
    parts = one.reading.parts
    return len({part.sentence for part in parts}) == 1 and any(board.is_then(part) for part in parts)


def _stands_alone(board: Board, claim: Quantity) -> bool:
    """Whether a claim is told as reckoned from figures of its own, “a loss of £4m”: only its digits tell of others."""
    last = min(claim.last + _BESIDE, len(board.lowers))
    near = {*board.facts.language.lemmas[max(0, claim.first - _BESIDE) : last]}
    return not near.isdisjoint(board.words("own-balances")) and not board.is_known(claim)


def _is_of_its_noun(board: Board, claim: Quantity, one: Ranked) -> bool:
    """Whether a claim counts what it names, “to cut 450 posts”, and comes near what the two lie apart."""
    meant = middle(one.reading.computed)
    if claim.first and board.lowers[claim.first - 1] in board.words("by-words") and not is_slip(claim.value, meant):
        return False
    counts = claim.noun is not None and not claim.borrowed and not claim.unit
    return counts and max(claim.value / meant, meant / claim.value) <= _CLOSE


def is_told_of(board: Board, claim: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether what a claim says it is of, “a rise in rents”, “sales rose by”, is told of in the sentences of its parts.

    A noun that names nothing, “the rise of 4%”, takes up whatever was told; what a verb moves has to be named.
    """
    moved = _is_moved_by(board, claim)
    names = frozenset(_moved(board, claim)) if moved else _named(board, claim)
    names -= board.words("amount-heads") | board.words("whole-nouns") | board.words("idle-topics")
    names -= board.facts.lexicon.table("unit-names").keys() | board.words("measured-from")
    if all(part.dimension == "money" for part in parts):
        names -= board.words("price-nouns")
    if not names:
        return not moved
    classes = board.facts.language.words.noun_classes
    if is_share(claim) and all(part.people for part in parts) and any("person" in classes(name) for name in names):
        return True  # "three in five nurses" of so many who replied
    if all(part.unit for part in parts) and all("person" in classes(name) for name in names):
        return False  # nobody costs more by a share
    told = [are_told_of(board, names, part, claim.sentence) for part in parts]
    apart = len({part.sentence for part in parts}) > 1 and all(part.unit for part in parts)
    return all(told) if apart else any(told)


def _named(board: Board, claim: Quantity) -> frozenset[str]:
    """The noun behind “of” or “in” that a claim says it is of: “a third off the price of bread”."""
    language = board.facts.language
    openers, moves = board.words("of-words") | board.words("in-words"), board.facts.lexicon.table("move-ways")
    for at in range(claim.last, min(claim.last + _NAMED, len(board.lowers) - 1)):
        verb = language.tags[at] in ("VERB", "AUX") and language.lemmas[at] not in moves
        if not board.lowers[at][0].isalpha() or verb:
            break
        if board.lowers[at] in openers:
            index = language.phrase_at(at + 1)
            if index is None or language.phrases[index].pronoun is not None:
                return frozenset()
            return _nouns_of(board, index)
    return frozenset()


def _nouns_of(board: Board, index: int) -> frozenset[str]:
    """What names a phrase: its head, or what stands before a price, “Lind's stock price”, whose own names little."""
    language = board.facts.language
    owned = index + 1 < len(language.phrases) and language.phrases[index + 1].owner == index
    phrase = language.phrases[index + 1 if owned else index]
    nouns = {language.lemmas[place] for place in phrase.modifiers if language.tags[place] in _NOUNS}
    if phrase.owner is not None:
        nouns = {language.lemmas[language.phrases[phrase.owner].head]}
    return frozenset(nouns if nouns and phrase.lemma in board.words("price-nouns") else {language.lemmas[phrase.head]})


def _is_moved_by(board: Board, claim: Quantity) -> bool:
    """Whether a verb moves by a claim, “fares went up by £2”, “sales rose 4%”, and no noun is what it is told as."""
    language = board.facts.language
    at = claim.first - 1
    while at > 0 and board.lowers[at] in board.words("small-hedges"):
        at -= 1
    if at > 0 and board.lowers[at] in board.words("way-particles") and language.tags[at - 1] != "VERB":
        return True  # "sales are down 4%"; not "ended up 385 shy"
    if at < 0 or board.lowers[at] in board.words("by-words"):
        return at >= 0
    return language.tags[at] == "VERB" and language.lemmas[at] in board.facts.lexicon.table("move-ways")


def _moved(board: Board, claim: Quantity) -> Iterator[str]:
    """What a verb moves: what stands behind it, “cut fares by £2”, or else its subject."""
    language = board.facts.language
    index = language.clause_of(claim.first)
    clause = None if index is None else language.clauses[index]
    if clause is None:
        return
    owners = board.words("possessive-determiners")
    between = range(clause.last, claim.first)
    moved = [at for at in between if language.tags[at] in _NOUNS or board.lowers[at - 1] in owners]
    own = language.phrase_at(claim.last - 1)
    for place in () if moved else (clause.object, clause.subject):
        if place is not None and place != own and language.phrases[place].pronoun is None:
            moved.append(language.phrases[place].head)
            break
    yield from (language.lemmas[at] for at in moved)
