"""Apart: “£11.40 here and £7.90 there, a saving of £3.50”: a distance against the two figures that it lies between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.claimed import SURE
from factlint.relations.cues import clause_words
from factlint.relations.intervals import apart, scaled
from factlint.relations.network.asked import TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.network.each import told_per
from factlint.relations.network.in_points import is_in_points
from factlint.relations.network.pairs import Pair, pairs_of
from factlint.relations.network.shared import is_part_of
from factlint.relations.network.sole import is_within, pairs_in, rows_of, sole
from factlint.relations.quantities import Quantity, in_unit, is_multiple
from factlint.relations.saying import Reading, written

_YEARS = range(1600, 2101)
_WIDEST = 2.3
_OVER_ZERO = 12.0  # the same where one of the two lies below zero
_FEW = 20
_OVER = 3  # tokens between “a majority” and its number
_BACK = 3  # sentences before a distance in points in which percentages make it one between them


def find_apart(board: Board) -> Iterator[Asked]:
    """Every distance with every two figures of its kind around it."""
    elsewhere = board.words("other-times")
    tables = (board.facts.lexicon.table(name).keys() for name in ("move-ways", "gap-tails"))
    nameless = board.words("gap-nouns").union(*tables)
    joined = [q for q in board.all if q.form == "prefix" and q.noun is not None]  # "a nine-vote edge"
    for claim in (*board.able, *joined):
        if claim.dimension in ("share", "point") or claim.precision in ("over", "under"):
            continue
        if board.quantities.claimed(claim, "gap") < SURE or board.quantities.claimed(claim, "rest") >= SURE:
            continue
        if not claim.unit and (_is_of_a_whole(board, claim) or (claim.value <= _FEW and _is_of_games(board, claim))):
            continue
        if is_multiple(board.facts, claim) or _opens_a_list(board, claim):
            continue  # "77 times dearer"
        if _ends_a_move(board, claim):
            continue
        if is_in_points(board, claim) and _are_polled(board, claim):
            continue
        if claim.noun in nameless:
            claim = claim._replace(noun=None)  # "the shortfall of 40", "its 40 drop"
        last = _behind(board, claim)
        other = _is_of_a_year(board, claim) or not elsewhere.isdisjoint(clause_words(board.facts, claim))
        then = other and not board.is_known(claim)
        loose = board.is_meant(claim) or then
        pairs = (pair for pair in pairs_of(board, claim, claim, last) if pair.rank == TIED or not loose)
        pairs = (pair for pair in pairs if not _is_of_each(board, claim, pair) and _is_of_its_noun(claim, pair))
        pairs = (pair for pair in pairs if not _is_listed(board, claim, pair) and not _ends_at(board, claim, pair))
        pairs = (pair for pair in pairs if not _is_of_one(board, claim, pair))
        readings = [_ranked(board, claim, pair) for pair in pairs]
        readings += _majorities(board, claim)
        readings = [one for one in readings if _can_hold(one, claim)]
        told = any(one.rank == TIED or (one.rank and is_within(one, claim.span, _WIDEST)) for one in readings)
        if not told and not then:
            readings += _anywhere(board, claim)
        if readings:
            signed = any(part.value < 0 for one in readings for part in one.reading.parts)
            widest = _OVER_ZERO if signed else _WIDEST
            yield Asked(claim, "difference", claim.span, only_best(readings), widest)


def _opens_a_list(board: Board, claim: Quantity) -> bool:
    """Whether two bare figures more go on with a verb's number: “It lost 21 in Orme, 18 in Lund and 11 in Berg”."""
    row = [q for q in board.rows.get(claim.sentence, ()) if q.place > claim.place and q.unit == claim.unit]
    led = board.lowers[claim.last : claim.last + 1]
    return not claim.unit and sum(board.lowers[q.last : q.last + 1] == led for q in row if q.borrowed or not q.noun) > 1


def _is_of_a_year(board: Board, claim: Quantity) -> bool:
    """Whether a sentence tells one distance alone, of a year that it names: “In 2020 it was 90 short”."""
    if any(q.place != claim.place for q in board.rows.get(claim.sentence, ())):
        return False
    before = board.lowers[board.facts.sentences[claim.sentence].first : claim.first]
    return any(word.isdecimal() and int(word) in _YEARS for word in before)


def _are_polled(board: Board, claim: Quantity) -> bool:
    """Whether percentages stand around a distance in points, which is then one between these."""
    return any(q.unit == "percent" for q in board.quantities.near(claim, _BACK, 1))


def _is_of_each(board: Board, claim: Quantity, pair: Pair) -> bool:
    """Whether a distance is told for each of something, “Sh9 a litre”, and neither of two figures is."""
    each = told_per(board, claim) if claim.dimension == "money" else None
    return (
        each is not None
        and (each.noun is not None or each.unit is not None)
        and all((per := told_per(board, part)) is None or per.noun != each.noun for part in pair[:2])
    )


def _is_of_its_noun(claim: Quantity, pair: Pair) -> bool:
    """Whether a distance that says what it counts counts what one of two figures does: “three wickets” of no balls."""
    if claim.unit or claim.noun is None or claim.borrowed:
        return True
    own = [q for q in pair[:2] if q.noun is not None and not q.borrowed]
    return not own or any(q.noun == claim.noun or (q.people and claim.people) for q in own)


def _is_listed(board: Board, claim: Quantity, pair: Pair) -> bool:
    """Whether “and” adds a figure to the one before it, “£110 costs and a surcharge of £264”: no distance from it."""
    before = next((q for q in pair[:2] if q.place == claim.place - 1 and q.sentence == claim.sentence), None)
    if before is None or not claim.unit:
        return False
    between = board.lowers[before.last : claim.first]
    joined = [at for at, word in enumerate(between) if word in board.words("and-words")]
    first, last = (before.last + joined[-1], claim.first) if joined else (0, 0)
    named = board.lowers[first + 1] in board.words("move-articles")
    return bool(joined) and (named or {"VERB", "AUX", "PUNCT"}.isdisjoint(board.facts.language.tags[first:last]))


def _ends_at(board: Board, claim: Quantity, pair: Pair) -> bool:
    """Whether a claim moves to one of two figures, “gaining 23c to average 438c”, and the other is told elsewhere."""
    one, two = sorted(pair[:2], key=lambda q: q.sentence == claim.sentence)
    behind = two.sentence == claim.sentence and two.place == claim.place + 1 and one.sentence != claim.sentence
    return behind and not board.words("to-words").isdisjoint(board.lowers[claim.last : two.first])


def _is_of_one(board: Board, claim: Quantity, pair: Pair) -> bool:
    """Whether two figures are one side's, “312 seats in the north and 288 in the south”."""
    before = board.lowers[max(0, claim.first - _OVER) : claim.first]
    one, two = sorted(pair[:2], key=lambda q: q.place)
    if board.words("majority-nouns").isdisjoint(before) or board.lowers[two.first - 1] not in board.words(
        "number-joiners"
    ):
        return False
    answers = board.facts.lexicon.table("answer-words").keys()
    return one.sentence == two.sentence and answers.isdisjoint(board.lowers[one.last : two.last + _OVER])


def _can_hold(ranked: Ranked, claim: Quantity) -> bool:
    """Whether a distance is no larger than the larger of the two figures of its unit that it would lie between."""
    parts = ranked.reading.parts
    alike = all(part.unit == claim.unit and part.value >= 0 for part in parts)
    return not alike or claim.value <= max(part.value for part in parts)


def _ends_a_move(board: Board, claim: Quantity) -> bool:
    """Whether a figure is one end of a move, not its length: “dropped from £42m to £28m”; “cut the lead to five” is."""
    lowers, at = board.lowers, claim.first
    if not at or lowers[at - 1] not in board.words("to-words") or not claim.place:
        return False
    begun = board.all[claim.place - 1]
    return begun.last == at - 1 and begun.first > 0 and lowers[begun.first - 1] in board.words("from-words")


def _is_of_a_whole(board: Board, claim: Quantity) -> bool:
    """ "He has lost 27 of the 49": a part, and no distance."""
    behind = next((q for q in board.all[claim.place + 1 : claim.place + 2]), None)
    return behind is not None and is_part_of(board, claim, behind)


def _is_of_games(board: Board, claim: Quantity) -> bool:
    """ "winning six, losing five": how often, and no distance."""
    before = board.facts.language.lemmas[claim.first - 1] if claim.first else ""
    return before in board.words("contest-verbs")


def _behind(board: Board, claim: Quantity) -> int:
    """The token behind a claim and the noun and comparative that go with it."""
    index = board.facts.language.phrase_at(claim.last - 1)
    last = claim.last if index is None else max(claim.last, board.facts.language.phrases[index].last)
    return last + (board.lowers[last : last + 1] != [] and board.lowers[last] in board.facts.lexicon.table("gap-tails"))


def _ranked(board: Board, claim: Quantity, pair: Pair) -> Ranked:
    facts = board.facts
    small, large = (pair.one, pair.two) if pair.one.value < pair.two.value else (pair.two, pair.one)
    span, factor = apart(small.span, large.span), 1.0
    if (
        claim.unit
        and claim.unit != large.unit
        and (inside := in_unit(facts, large, claim)) is not None
        and large.span.high
    ):
        factor = inside.high / large.span.high
        span = scaled(span, factor)
    result = written(facts.lexicon, (large.value - small.value) * factor)
    working = say(facts.lexicon, "minus", one=facts.text(large), two=facts.text(small), result=result)
    return Ranked(Reading(span, result, working, (small, large)), pair.rank)


def _anywhere(board: Board, claim: Quantity) -> list[Ranked]:
    """ "a gap of 515", paragraphs below the votes: what the only two lie apart that come near it.

    None where any two of the article bear the claim out, or where there are too many to tell.
    """
    if claim.form not in ("digits", "words", "prefix") or claim.dimension == "duration" or claim.value <= 1:
        return []
    row = rows_of(board, claim, lambda quantity: _may_lie_at(board, quantity, claim))
    pairs = (pair for pair in pairs_in(board, row) if not _is_listed(board, claim, pair))
    readings = [one for pair in pairs if _can_hold(one := _ranked(board, claim, pair), claim)]
    return sole(board, claim, readings, claim.span, _WIDEST)


def _may_lie_at(board: Board, quantity: Quantity, claim: Quantity) -> bool:
    """Whether a figure may be an end of a distance: of its unit, or a count in digits, and exact."""
    if quantity.precision not in ("exact", "about"):
        return False
    if claim.unit or quantity.unit:
        return quantity.unit == claim.unit or claim.dimension == quantity.dimension == "temperature"
    if quantity.form != "digits" or quantity.value <= _FEW:
        return False
    return quantity.noun == claim.noun if claim.value <= _FEW else board.are_kin(quantity, claim)


def _majorities(board: Board, claim: Quantity) -> Iterator[Ranked]:
    """ "81 of the 156 seats, a majority of six": over all the others; some count it over the half."""
    if board.facts.lexicon.words("margin-words").isdisjoint(board.lowers[max(0, claim.first - 4) : claim.last + 3]):
        return
    facts = board.facts
    row = [
        q for q in board.near(claim.sentence, 1, 1) if not q.unit and q.place != claim.place and board.are_kin(q, claim)
    ]
    for part, whole in pairwise(row):
        if not is_part_of(board, part, whole) or not part.value < whole.value < 2 * part.value:
            continue
        over, half = 2 * part.value - whole.value, part.value - whole.value / 2
        result = written(facts.lexicon, over)
        working = say(facts.lexicon, "over-others", one=facts.text(part), two=facts.text(whole), result=result)
        yield Ranked(Reading(Interval(over, over), result, working, (part, whole)), TIED)
        yield Ranked(
            Reading(Interval(half - 0.5, half + 0.5), written(facts.lexicon, half), working, (part, whole)), TIED
        )
