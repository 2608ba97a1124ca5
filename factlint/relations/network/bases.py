"""Bases: what a distance is told to be measured from, and what keeps two figures from being its ends."""

from __future__ import annotations

from factlint.relations.claimed import SURE
from factlint.relations.network.board import Board
from factlint.relations.quantities import Quantity

_SOON = 3  # tokens from a claim to the “than” that opens its base
_LONGEST = 7  # tokens of a base
_SEMICOLON = ";"
_AROUND = 10  # tokens around a figure in which it is told what it is
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
_MEASURED = ("money", "mass", "volume", "length", "area", "temperature", "speed", "share")


def is_kept_apart(board: Board, claim: Quantity, one: Quantity, two: Quantity) -> bool:
    """Whether two figures are no ends of a distance: of a range, behind a semicolon, or not of its base."""
    if is_end_of_range(board, one) or is_end_of_range(board, two):
        return True
    return _is_beyond(board, claim, one, two) or _is_off_base(board, claim, one, two)


def is_end_of_range(board: Board, quantity: Quantity) -> bool:
    """Whether a measure is an end of “minus 8 to minus 12”, “£17,300–£17,700”; of “from 8 to 12” it need not be."""
    if quantity.dimension not in _MEASURED:
        return False
    row = board.all
    before = row[quantity.place - 1] if quantity.place else None
    behind = row[quantity.place + 1] if quantity.place + 1 < len(row) else None
    return (before is not None and _is_range(board, before, quantity)) or (
        behind is not None and _is_range(board, quantity, behind)
    )


def _is_range(board: Board, low: Quantity, high: Quantity) -> bool:
    if low.sentence != high.sentence or low.unit != high.unit or high.first - low.last != 1:
        return False
    if board.lowers[low.last] not in board.words("range-joints") | board.words("dashes-of-ranges"):
        return False
    begun = low.first > 0 and board.lowers[low.first - 1] in board.words("from-words")
    return not begun and board.quantities.claimed(low, "gap") < SURE


def _is_beyond(board: Board, claim: Quantity, one: Quantity, two: Quantity) -> bool:
    """Whether a semicolon parts a claim from both figures: “£4 more than planned; nurses cost £19, against £26”."""
    return all(
        part.sentence == claim.sentence and _SEMICOLON in board.tokens_between(claim, part) for part in (one, two)
    )


def _is_off_base(board: Board, claim: Quantity, one: Quantity, two: Quantity) -> bool:
    """Whether a claim is measured “than” something in words, of which neither figure is told."""
    base, first, last = _base(board, claim)
    if not base:
        return False
    language = board.facts.language
    if "VERB" in language.tags[first:last] and any(_is_planned(board, part) for part in (one, two)):
        return False  # "it was to cost £84m … more than planned"
    for part in (one, two):
        sentence = board.facts.sentences[part.sentence]
        near = range(max(sentence.first, part.first - _AROUND), min(sentence.last, part.last + _AROUND))
        if not base.isdisjoint(language.lemmas[at] for at in near if not first <= at < last):
            return False
    return True


def _is_planned(board: Board, part: Quantity) -> bool:
    """Whether a figure is told as meant, or behind a “to” of its sentence."""
    first = board.facts.sentences[part.sentence].first
    return board.is_meant(part) or "PART" in board.facts.language.tags[first : part.first]


def _base(board: Board, claim: Quantity) -> tuple[frozenset[str], int, int]:
    """The telling words behind “than”, and their tokens; none where it is a figure, a time or a pronoun."""
    language, than = board.facts.language, board.words("than-words")
    none = frozenset[str](), 0, 0
    first = next(
        (
            at
            for at in range(claim.last, claim.last + _SOON + 1)
            if board.lowers[at : at + 1] and board.lowers[at] in than
        ),
        None,
    )
    if first is None:
        return none
    last = first + 1
    while last < min(len(board.lowers), first + _LONGEST) and language.tags[last] not in ("PUNCT",):
        last += 1
    own = range(first + 1, last)
    if any(language.tags[at] in ("NUM", "PRON") for at in own):
        return none
    index = language.phrase_at(first + 1)
    if index is not None and "time" in language.phrases[index].classes:
        return none
    return frozenset(language.lemmas[at] for at in own if language.tags[at] in _TELLING), first, last
