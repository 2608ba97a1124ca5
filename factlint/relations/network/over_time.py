"""Over time: “£12.40 an hour … a 35-hour week is £443”: what so much a week or month comes to over a lapse of time."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.intervals import middle, times, widened
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board
from factlint.relations.network.each import told_per
from factlint.relations.quantities import Quantity, in_unit
from factlint.relations.saying import Reading, written
from factlint.relations.slips import is_slip

_BACK = 2  # sentences before a total in which its rate may stand
_BY = 4  # tokens around a figure in which the words stand that say how often it is paid, or that it is a total
_ROUNDED = 0.015
_CLOSE = 1.1  # a total that no word calls one is out by no more than so many times
_TWICE = 2.0
_WIDEST = 12.0
_HOURS = ("h", "min", "s")  # nobody works every hour of a day


class _Rate(NamedTuple):
    """An amount for each lapse of time of one unit, or for each of a number of payments.

    amount: the figure.
    unit: the unit of time, or none.
    number: how many payments there are, or none.
    """

    amount: Quantity
    unit: str | None
    number: Quantity | None


class _Lapse(NamedTuple):
    """How many times an amount is paid: of a figure, or of a word as “annual”."""

    span: Interval
    text: str
    part: Quantity | None


def find_over_time(board: Board) -> Iterator[Asked]:
    """Every amount that an amount a week, month or payment near it may have been multiplied out to."""
    rates = [rate for q in board.able if (rate := _rate(board, q)) is not None]
    if not rates:
        return
    known = {rate.amount.place for rate in rates}
    for claim in board.able:
        if claim.place in known or claim.dimension == "temperature":
            continue
        near = [rate for rate in rates if 0 <= claim.sentence - rate.amount.sentence <= _BACK]
        near = [rate for rate in near if _is_of_kind(rate.amount, claim) and rate.number is not claim]
        per = told_per(board, claim) if near else None
        if per is not None and per.unit is not None:
            continue
        readings = [
            one
            for rate in near
            for lapse in _lapses(board, claim, rate)
            if (one := _ranked(board, claim, rate, lapse)) is not None
        ]
        if readings:
            yield Asked(claim, "product", widened(claim.span, _ROUNDED), only_best(readings), _WIDEST)


def _is_of_kind(amount: Quantity, claim: Quantity) -> bool:
    """Whether an amount and a total are of one unit or count one thing, and the total is the greater."""
    if claim.value <= amount.value:
        return False
    if claim.unit or amount.unit:
        return claim.dimension == amount.dimension and (claim.unit == amount.unit or claim.dimension != "money")
    return amount.noun is not None and not amount.borrowed and claim.noun in (None, amount.noun)


def _rate(board: Board, amount: Quantity) -> _Rate | None:
    """What an amount is told for each of: “£85 a week”, “monthly rent of £85”, “36 instalments of £450”."""
    factors, adverbs = board.facts.lexicon.table("unit-factors"), board.facts.lexicon.table("rate-adverbs")
    if amount.in_quote or amount.dimension in ("share", "point") or not (amount.unit or amount.noun):
        return None
    number = _payments(board, amount) or _receivers(board, amount)
    if number is not None:
        return _Rate(amount, None, number)
    per = told_per(board, amount)
    if per is not None:
        return _Rate(amount, per.unit, None) if per.unit in factors else None
    first = board.facts.sentences[amount.sentence].first
    for at in range(amount.first - 1, max(first, amount.first - _BY) - 1, -1):
        word = board.lowers[at]
        if word in adverbs and board.facts.language.tags[at] == "ADJ":
            return _Rate(amount, str(adverbs[word]), None)
        if not word[0].isalpha() or board.facts.language.tags[at] in ("VERB", "NUM"):
            break
    return None


def _payments(board: Board, amount: Quantity) -> Quantity | None:
    """The number of “36 monthly instalments of £450”, or none."""
    number = board.quantities.before(amount.first - 1, _BY)
    if number is None or number.sentence != amount.sentence or number.unit or not amount.unit or number.value <= 1:
        return None
    if board.lowers[amount.first - 1] not in board.words("of-words") or number.form not in ("digits", "words"):
        return None
    index = board.facts.language.phrase_at(number.first)
    phrase = None if index is None else board.facts.language.phrases[index]
    held = phrase is not None and phrase.plural and phrase.last == amount.first - 1
    return number if held and phrase is not None and phrase.lemma in board.words("payment-nouns") else None


def _receivers(board: Board, amount: Quantity) -> Quantity | None:
    """The number of “all 310 miners will be given £2,500”, or none."""
    language = board.facts.language
    index = language.clause_of(amount.first - 1)
    clause = None if index is None else language.clauses[index]
    if clause is None or clause.subject is None or amount.dimension != "money" or amount.first - clause.last > 1:
        return None
    subject = language.phrases[clause.subject]
    opener = board.lowers[subject.first]
    if clause.lemma not in board.words("paid-out-verbs") or not {opener, subject.determiner} & board.words("all-words"):
        return None
    number = board.quantities.after(subject.first, subject.last - subject.first)
    held = number is not None and number.last <= subject.last and number.value > 1 and not number.unit
    return number if held else None


def _lapses(board: Board, claim: Quantity, rate: _Rate) -> Iterator[_Lapse]:
    """How often a rate may have been paid for a total."""
    facts, factors = board.facts, board.facts.lexicon.table("unit-factors")
    if rate.number is not None:
        yield _Lapse(rate.number.span, facts.text(rate.number), rate.number)
        return
    unit = factors[rate.unit or ""]
    for q in board.quantities.near(claim, _BACK, 0):
        if (
            q.dimension == "duration"
            and q.claim != "age"
            and q.unit in factors
            and q.precision == "exact"
            and q.place != claim.place
        ):
            count = q.value * factors[q.unit or ""] / unit
            if count > 1:
                yield _Lapse(widened(Interval(count, count), _rounding(q, rate)), facts.text(q), q)
    words = facts.lexicon.table("lapse-words")
    sentence = facts.sentences[claim.sentence]
    for at in range(sentence.first, sentence.last):
        lapse = words.get(board.lowers[at])
        if lapse is None or lapse == rate.unit or lapse not in factors or rate.unit in _HOURS:
            continue
        if abs(at - rate.amount.last) <= 2 or not _is_over(board, at):
            continue
        count = float(round(factors[lapse] / unit))
        if count > 1:
            yield _Lapse(widened(Interval(count, count), _ROUNDED), written(facts.lexicon, count), None)


def _is_over(board: Board, at: int) -> bool:
    """Whether a word tells that something is reckoned for a lapse: “over a year”, “the annual bill”, “a year”."""
    if board.facts.language.tags[at] == "ADJ":
        return True
    before = board.lowers[at - 1] if at else ""
    if before in board.words("definite-articles"):
        return at > 1 and board.lowers[at - 2] in board.words("lapse-openers")
    return before in board.words("one-of-each")


def _rounding(lapse: Quantity, rate: _Rate) -> float:
    return 0.0 if lapse.unit == rate.unit else _ROUNDED


def _ranked(board: Board, claim: Quantity, rate: _Rate, lapse: _Lapse) -> Ranked | None:
    facts, amount = board.facts, rate.amount
    span = in_unit(facts, amount, claim) if claim.unit else amount.span
    if span is None or not span.high:
        return None
    made = times(span, lapse.span)
    meant = middle(made)
    result = written(facts.lexicon, round(meant, 2))
    working = say(facts.lexicon, "product", one=lapse.text, two=facts.text(amount), result=result)
    parts = (amount,) if lapse.part is None else (lapse.part, amount)
    return Ranked(Reading(made, result, working, parts), _rank(board, claim, rate, lapse, meant))


def _rank(board: Board, claim: Quantity, rate: _Rate, lapse: _Lapse, meant: float) -> int:
    """Tied where a word says that the total follows; beside where it is a slip of the pen or comes near."""
    part = lapse.part.sentence if lapse.part is not None else claim.sentence
    apart = max(abs(claim.sentence - rate.amount.sentence), abs(claim.sentence - part))
    row = [q for q in board.near(claim.sentence, 1, 0) if q.place != rate.amount.place and _is_of_kind(rate.amount, q)]
    if apart > 1 or any(q.place != claim.place and q.sentence == claim.sentence for q in row):
        return CHANCE
    near = max(claim.value / meant, meant / claim.value)
    cheaper = lapse.part is None and claim.value < meant  # "$3 a month, or $30 for a year"
    if near <= _TWICE and not cheaper:
        if _follows(board, claim, rate):
            return TIED
        if board.lowers[claim.first - 1] in board.words("definite-articles") and claim.sentence == part + 1:
            return BESIDE  # "£25 a week for 40 weeks. The £1,200 …"
    return BESIDE if near <= _CLOSE or is_slip(claim.value, meant, 2) else CHANCE


def _follows(board: Board, claim: Quantity, rate: _Rate) -> bool:
    """Whether words say that a total follows from its rate: “, £16,800 in all”, “that is £443”, “or £4,420 a year”."""
    if board.quantities.claimed(claim, "sum"):
        return True
    sentence = board.facts.sentences[claim.sentence]
    before = board.lowers[max(sentence.first, claim.first - _BY) : claim.first]
    pointed = not board.words("total-pointers").isdisjoint(before) and claim.sentence != rate.amount.sentence
    restated = bool(before) and before[-1] in board.words("restating-words")
    return pointed or restated
