"""Products: “£18,000 a month for five years, £1.2m in all”: what so many at so much are said to come to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.relations.intervals import meet, scaled, times, widened
from factlint.relations.network.asked import BESIDE, Asked, Ranked
from factlint.relations.network.board import Board
from factlint.relations.network.each import Per, told_per
from factlint.relations.per import everybody, is_a, is_set_in_time, priced, sold_at
from factlint.relations.quantities import Quantity
from factlint.relations.saying import Reading, written

if TYPE_CHECKING:
    from factlint.language.model import Phrase

_BACK = 2  # sentences before a sum in which price and number are told
_ROUNDED = 0.01
_WIDEST = 2.2  # a sum that is further off than this is of something else, unless a nought was lost
_TEN = (9.6, 10.4)
_FEW = 12  # so many people or things may be paid alike
_WEEKDAYS, _WORKED = 0.7, 0.9  # of all days, and of all weeks, on which people work and pay
_TOLD = ("exact", "about")
_MONEY = frozenset(("money", "document"))


def find_products(board: Board) -> Iterator[Asked]:
    """Every sum of money that is told as what the one price and the one number before it come to."""
    for claim in board.able:
        if claim.dimension != "money" or claim.block != "paragraph" or _is_for_each(board, claim):
            continue
        price = _price(board, claim)
        per = None if price is None else _told_for(board, price)
        if price is None or per is None or not _is_whole(board, claim, price):
            continue
        number = _number(board, claim, price, per)
        if number is None or not _is_outcome(board, claim, price, number):
            continue
        lapse = _in_units(board, number, per)
        if lapse is None or lapse.low <= 1:
            continue
        worked = times(price.span, lapse)
        times_as_much = max(claim.value / worked.high, worked.high / claim.value)
        if not (times_as_much <= _WIDEST or _TEN[0] <= times_as_much <= _TEN[1]):
            continue
        if _is_of_several(board, claim, worked):
            continue
        facts = board.facts
        value = price.value * number.value * lapse.high / number.span.high
        result = written(facts.lexicon, value)
        working = say(facts.lexicon, "product", one=facts.text(number), two=facts.text(price), result=result)
        reading = Reading(worked, result, working, (price, number), value)
        yield Asked(claim, "product", widened(claim.span, _ROUNDED), (Ranked(reading, BESIDE),), _TEN[1])


def _is_for_each(board: Board, claim: Quantity) -> bool:
    """Whether a sum of money is one of several, “£5 a head”; one “for a new piano” is not."""
    per = told_per(board, claim)
    purpose = board.words("indefinite-articles") if per is not None and per.unit is None else frozenset()
    return per is not None and purpose.isdisjoint(board.lowers[per.first + 1 : per.first + 2])


def _price(board: Board, claim: Quantity) -> Quantity | None:
    """The only other sum of money from two sentences before a sum to the end of its own, told before it for each."""
    others = [q for q in board.all if q.dimension == "money" and -_BACK <= q.sentence - claim.sentence <= 0]
    others = [q for q in others if q.place != claim.place and q.paragraph == claim.paragraph]
    only = others[0] if len(others) == 1 else None
    if only is None or only.place > claim.place or only.unit != claim.unit or only.value >= claim.value:
        return None
    return only if only.precision == "exact" and only.form == "digits" else None


def _told_for(board: Board, price: Quantity) -> Per | None:
    """What a price is told for each of: a day, a head, one of those sold at it."""
    per = told_per(board, price)
    if per is not None:
        return per
    if sold_at(board.quantities, price) is not None:
        return Per(None, None, price.last)
    noun = everybody(board.facts, price) or priced(board.facts, price)
    return None if noun is None else Per(noun, None, price.last)


def _number(board: Board, claim: Quantity, price: Quantity, per: Per) -> Quantity | None:
    """The only number since the price's sentence that it can be told for: a lapse of time, or how many were sold."""
    near = [q for q in board.near(claim.sentence, _BACK, 0) if q.place not in (claim.place, price.place)]
    near = [q for q in near if q.place < claim.place and q.paragraph == claim.paragraph and q.precision in _TOLD]
    if per.unit is not None:
        found = [q for q in near if q.dimension == "duration" and _lasts(board, q)]
        return found[0] if len(found) == 1 and found[0].sentence >= price.sentence else None
    sold = sold_at(board.quantities, price, measured=True)
    if sold is not None:
        return sold
    found = [q for q in near if q.form in ("digits", "words") and q.value > 1 and _is_sold(board, q, per)]
    return found[0] if len(found) == 1 else None


def _lasts(board: Board, lapse: Quantity) -> bool:
    """Whether a lapse of time tells how long something lasts: “for five years”, and no time of day or age."""
    facts, words = board.facts, board.words
    index = facts.language.phrase_at(lapse.last - 1)
    phrase = None if index is None else facts.language.phrases[index]
    if phrase is None or is_set_in_time(facts, lapse.last):
        return False
    if phrase.preposition is None:
        return phrase.role in ("object", "subject", "other") or lapse.form == "prefix"
    lower = board.lowers[phrase.preposition]
    return lower in words("for-words") | words("of-words") | words("lasting-prepositions")


def _is_sold(board: Board, number: Quantity, per: Per) -> bool:
    """Whether a number counts what a price is told for."""
    if per.noun is None:
        return number.dimension in ("count", "none") and not number.people
    if number.unit is not None:
        return False
    plain = number.noun is None or number.borrowed
    return plain or is_a(board.facts, number.noun, per.noun)


def _in_units(board: Board, number: Quantity, per: Per) -> Interval | None:
    """How often a price was paid, or none where that cannot be told: nobody works or pays all days of a month."""
    if per.unit is None:
        return number.span
    factors = board.facts.lexicon.table("unit-factors")
    mine, its = factors.get(number.unit or ""), factors.get(per.unit)
    if mine is None or its is None or mine < its or (mine > its and its < factors["d"]):
        return None
    span = scaled(number.span, mine / its)
    least = 1.0 if mine == its or per.unit == "month" else _WORKED if its > factors["d"] else _WEEKDAYS
    return Interval(span.low * least, span.high)


def _is_whole(board: Board, claim: Quantity, price: Quantity) -> bool:
    """Whether nothing adds to what a price comes to or takes from it: a deposit, costs, a tip, “with the drinks”."""
    first, last = (board.facts.sentences[one.sentence] for one in (price, claim))
    more = board.facts.lexicon.union("adjusting-words", "discount-words")
    behind = board.lowers[claim.last : last.last]
    return more.isdisjoint(board.lowers[first.first : last.last]) and board.words("adjusting-tails").isdisjoint(behind)


def _is_outcome(board: Board, claim: Quantity, price: Quantity, count: Quantity) -> bool:
    """Whether words tell a sum of money as what comes of a price and a number.

    It is told as a sum, “in all”, “a bill of”, or it changes hands in the sentence of one of the two or by a noun
    that stands for money: “raising €460”, “so the club owes him €9,000”, “the takings came to €460”.
    """
    if board.quantities.claimed(claim, "sum") > 0:
        return True
    language = board.facts.language
    index = language.phrase_at(claim.last - 1)
    if index is None:
        return False
    phrase = language.phrases[index]
    over = _over(board, claim)
    if over is not None and over.role == "apposition":
        return not _MONEY.isdisjoint(over.classes)
    if over is not None and over.lemma in board.words("takings-nouns"):
        return True
    number = language.clause_of(claim.first - 1) if phrase.clause is None else phrase.clause
    if number is None or over is not None:
        return False
    clause = language.clauses[number]
    subject = None if clause.subject is None else language.phrases[clause.subject]
    if subject is not None and subject.lemma in board.words("takings-nouns"):
        return True
    if phrase.preposition is not None and board.lowers[phrase.preposition] in board.words("for-words"):
        return False  # "bought a ship for £12,000"
    verbs = board.facts.lexicon.union("costing-verbs", "gathering-verbs", "sum-verbs")
    if clause.lemma not in verbs and "giving" not in language.words.verb_classes(clause.lemma):
        return False
    if claim.sentence in (price.sentence, count.sentence):
        return clause.first >= min(price.first, count.first)
    return subject is not None and "money" in subject.classes


def _over(board: Board, claim: Quantity) -> Phrase | None:
    """The noun that holds a sum of money: “a bill of £1.2m”."""
    before = board.lowers[claim.first - 1 : claim.first]
    index = board.facts.language.phrase_at(claim.first - 2) if board.words("of-words").issuperset(before) else None
    return None if index is None else board.facts.language.phrases[index]


def _is_of_several(board: Board, claim: Quantity, worked: Interval) -> bool:
    """Whether each of a few people or things told nearby had as much, which makes up the sum."""
    counts = (q for q in board.near(claim.sentence, _BACK + 1, 0) if not q.unit and 1 < q.value <= _FEW)
    return any(meet(times(worked, q.span), widened(claim.span, _ROUNDED)) for q in counts)
