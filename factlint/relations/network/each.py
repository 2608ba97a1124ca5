"""Each: “93,000 in 620 shelters, some 150 to a shelter”: an amount for one, against the whole and the number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.intervals import less, middle, over, scaled, total, widened
from factlint.relations.network.asked import BESIDE, CHANCE, TIED, Asked, Ranked, only_best
from factlint.relations.network.board import Board, is_able
from factlint.relations.network.shared import is_part_of
from factlint.relations.per import everybody, is_a, is_of_others, is_one_of_two, is_set_in_time
from factlint.relations.quantities import Quantity, in_unit, is_multiple
from factlint.relations.saying import Reading, written
from factlint.relations.slips import telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_BACK, _ON = 2, 1  # sentences around a claim in which whole and number are looked for
_ROUNDED = 0.04  # by which people round what one gets
_RECKONED = 0.08  # the same behind “about”
_PRINTED = 0.015  # the same where it is told in digits
_WIDEST = 12.0
_ALMOST = 0.87  # of a figure that is almost reached
_BY = 5  # tokens from the start of a sentence to what “That is …” takes up
_WORKED = 0.9  # of a year in which people work
_HALF = 0.5  # of what it comes to by the month, a year may cost so much
_TEN = 10.0
_STUFF = ("mass", "volume", "length", "area")
_OPENED = frozenset("([")
_ONE = Interval(1.0, 1.0)
_NAMED = {"month": 12, "d": 7}  # units of time whose names follow one another, and how many there are


class Per(NamedTuple):
    """What an amount is told for each of.

    noun: in dictionary form; none for “each” and “apiece”, which do not say.
    unit: the unit of time that it is, or none.
    first: the token behind the amount with which it begins.
    """

    noun: str | None
    unit: str | None
    first: int


class _Number(NamedTuple):
    """How many an amount is shared out among: a figure, or what a word like “annual” says."""

    span: Interval
    text: str
    part: Quantity | None
    sentence: int


def find_each(board: Board) -> Iterator[Asked]:
    """Every amount for one, with every whole and number around it."""
    for claim in board.all:
        if not is_able(claim) or claim.dimension in ("share", "point", "temperature"):
            continue
        per = told_per(board, claim)
        if per is None or board.quantities.claimed(claim, "gap") >= SURE:
            continue
        readings = [
            *_readings(board, claim, per),
            *_of_another_lapse(board, claim, per),
        ]
        if readings:
            stated = _close(board, claim) or _stated(board, claim)
            yield Asked(claim, "rate", stated, only_best(readings), _WIDEST)


def _stated(board: Board, claim: Quantity) -> Interval:
    """What an amount for one leaves open: “about” is narrower where it rounds what the article's figures give."""
    if claim.precision == "about" and claim.form == "digits":
        return widened(Interval(claim.value, claim.value), _RECKONED)
    return widened(claim.span, _leeway(board, claim))


def _leeway(board: Board, claim: Quantity) -> float:
    """By which an amount for one may be off: less for one in digits that no word hedges."""
    hedged = claim.precision != "exact" or claim.form != "digits" or telling(claim.value) < 2
    hedges = board.words("reckoning-words") - board.words("average-words")
    return _ROUNDED if hedged or board.lowers[claim.first - 1] in hedges else _PRINTED


def _close(board: Board, claim: Quantity) -> Interval | None:
    """What “almost 40km” leaves open: no more than a little less; none for a figure without such a word."""
    almost = claim.precision == "under" and claim.first > 0
    if not almost or board.lowers[claim.first - 1] not in board.words("small-hedges"):
        return None
    return Interval(claim.value * _ALMOST, claim.value)


def told_per(board: Board, claim: Quantity) -> Per | None:
    """What stands behind an amount and what it counts: “a day”, “to a room”, “for each voter”, “per head”, “apiece”.

    Where nothing does, what its clause is about: “Each well serves 600 people”.
    """
    per = _told_behind(board, claim)
    if per is not None and per.unit is not None:  # "£18,000 a year for each branch"
        again = _per_at(board, per.first + 2) if per.first + 2 < len(board.lowers) else None
        return again if again is not None and again.unit is None and again.noun is not None else per
    if per is None and (noun := everybody(board.facts, claim)) is not None and not claim.unit:
        return Per(noun, None, claim.last)
    return per


def _told_behind(board: Board, claim: Quantity) -> Per | None:
    facts, lowers = board.facts, board.lowers
    at = _behind(facts, claim)
    if claim.unit and at + 1 < len(lowers) and lowers[at] in board.words("of-words"):  # "7,200 litres of water a day"
        stuff = facts.language.phrase_at(at + 1)
        at = at if stuff is None else facts.language.phrases[stuff].last
    return _per_at(board, at) if at < facts.sentences[claim.sentence].last else None  # no line below tells for what


def _per_at(board: Board, at: int) -> Per | None:
    """What a token behind an amount opens, “a day”, “for each voter”, or none."""
    facts, lowers, tags = board.facts, board.lowers, board.facts.language.tags
    if at >= len(lowers):
        return None
    if lowers[at] in board.words("apiece-words") and tags[at + 1 : at + 2] != ["NOUN"]:
        return Per(None, None, at)
    first = at
    within = lowers[at] in board.words("in-words")
    if lowers[at] in board.words("sharing-prepositions"):
        at += 1
        behind = "".join(lowers[at + 1 : at + 2])
        if at < len(lowers) and lowers[at] in board.words("each-alone") and not behind[:1].isalpha():
            return Per(None, None, first)  # "six flats on each."
    if at + 1 >= len(lowers) or lowers[at] not in board.words("one-of-each"):
        return None
    if lowers[at + 1] in board.words("of-words"):
        index = facts.language.phrase_at(at + 2) if at + 2 < len(lowers) else None
        if index is None:
            return None
        phrase = facts.language.phrases[index]
        return Per(None if phrase.pronoun else phrase.lemma, None, first)
    index = facts.language.phrase_at(at + 1)
    noun = facts.language.lemmas[at + 1] if index is None else facts.language.phrases[index].lemma
    units = facts.lexicon.table("unit-names")
    unit = units.get(lowers[at + 1])
    if unit is not None and facts.lexicon.table("unit-dimensions").get(unit) == "duration":
        return None if within or is_set_in_time(facts, at + 2) else Per(noun, str(unit), first)
    if tags[at + 1] not in ("NOUN", "PROPN", "ADJ") or facts.language.words.is_plural(lowers[at + 1]):
        return None
    return Per(noun, None, first)


def _behind(facts: Analysis, claim: Quantity) -> int:
    """The token behind an amount and the noun that it counts."""
    index = facts.language.phrase_at(claim.last - 1)
    if index is None:
        return claim.last
    phrase = facts.language.phrases[index]
    counted = not claim.unit and claim.last <= phrase.head < claim.last + 3
    return phrase.head + 1 if counted else claim.last


def _readings(board: Board, claim: Quantity, per: Per) -> Iterator[Ranked]:
    near = [*board.near(claim.sentence, _BACK, _ON)]
    numbers = [*_numbers(board, claim, per, near)]
    alone = per.noun is None and per.unit is None
    for whole in near:
        if not _is_whole(board, claim, per, whole) or (alone and is_one_of_two(board.quantities, claim, whole)):
            continue
        span = in_unit(board.facts, whole, claim) if claim.unit else whole.span
        if span is None:
            continue
        for number in numbers:
            if number.part is not None and number.part.place == whole.place:
                continue
            share = over(span, number.span)
            if share is None:
                continue
            value = middle(span) / middle(number.span)
            if per.unit is not None and is_cheaper(board, claim, whole, value / claim.value):
                continue
            facts = board.facts
            working = say(
                facts.lexicon,
                "shared-out",
                one=facts.text(whole),
                two=number.text,
                result=written(facts.lexicon, value),
            )
            parts = (whole,) if number.part is None else (whole, number.part)
            other = number.part is not None and is_of_others(facts, claim, per.noun, number.part)
            yield from _with_more(board, claim, whole, number, near)
            yield Ranked(
                Reading(share, written(facts.lexicon, value), working, parts, value),
                CHANCE
                if other and per.unit is None
                else max(_rank(board, claim, per, whole, number, near), _by_a_point(claim, whole, number, value)),
            )


def is_cheaper(board: Board, one: Quantity, longer: Quantity, part: float) -> bool:
    """Whether a price for a longer time stands behind one that it undercuts: “it costs £9 a month, or £96 a year”.

    `part` is what the longer one is of the other multiplied out.
    """
    if one.dimension != "money" or longer.place != one.place + 1 or one.sentence != longer.sentence:
        return False
    between = board.lowers[one.last : longer.first]
    if not _HALF <= part < 1 or board.words("restating-words").isdisjoint(between):
        return False
    first = board.facts.sentences[one.sentence].first
    priced = not board.words("costing-verbs").isdisjoint(board.facts.language.lemmas[first : one.first])
    return "," not in between or priced


def _with_more(
    board: Board, claim: Quantity, whole: Quantity, number: _Number, near: list[Quantity]
) -> Iterator[Ranked]:
    """What is shared out of “£1,900” when “costs of £700” are in it: bears a claim out, and does not contradict one."""
    row = [q for q in near if whole.unit and q.unit == whole.unit and q.value < whole.value and q.place != claim.place]
    for count in (1, 2):
        for others in combinations(row, count):
            left = less(whole.span, total(q.span for q in others))
            share = over(left, number.span) if left.low > 0 else None
            if share is not None:
                result = written(board.facts.lexicon, middle(share))
                yield Ranked(Reading(share, result, result, (whole, *others)), CHANCE)


def _is_whole(board: Board, claim: Quantity, per: Per, whole: Quantity) -> bool:
    """Whether a figure may be what is shared out: greater, of the claim's unit, or counting what it counts."""
    if whole.place == claim.place or not _is_told_once(board, per, told_per(board, whole)):
        return False
    if claim.unit:
        return (whole.unit == claim.unit and whole.value > claim.value) or (
            bool(whole.unit)
            and whole.dimension == claim.dimension
            and claim.dimension not in ("money", "duration")
            and not _is_converted(board, whole, claim)
        )
    if whole.unit or whole.value <= claim.value or (per.noun is not None and whole.noun == per.noun):
        return False
    if claim.noun is None or claim.borrowed:
        return True
    bare = whole.noun is None and whole.sentence == claim.sentence and told_per(board, whole) is not None
    return bare or whole.noun == claim.noun or (whole.people and claim.people)


def _is_converted(board: Board, whole: Quantity, claim: Quantity) -> bool:
    """Whether a whole stands in brackets behind itself in the claim's unit: “96 kilograms (212 pounds)”."""
    before = board.all[whole.place - 1] if whole.place else whole
    return before.unit == claim.unit and before.last + 1 == whole.first and board.lowers[before.last] in _OPENED


def _is_told_once(board: Board, per: Per, other: Per | None) -> bool:
    """Whether a figure is told of no other one of each: “60 a week for 50 weeks, 3,000 a year”: of a longer lapse."""
    if other is None:
        return True
    factors = board.facts.lexicon.table("unit-factors")
    told = other.unit in factors and per.unit in factors
    return told and factors[other.unit or ""] > factors[per.unit or ""]


def _numbers(board: Board, claim: Quantity, per: Per, near: list[Quantity]) -> Iterator[_Number]:
    """How many there may be: of the noun that is named, of people where none is, a lapse of time."""
    facts = board.facts
    factors = facts.lexicon.table("unit-factors")
    dimensions = facts.lexicon.table("unit-dimensions")
    measured = str(facts.lexicon.table("unit-names").get(per.noun or "", ""))  # "a kilometre"
    for q in near:
        if q.place == claim.place:
            continue
        if per.unit is not None:
            if q.dimension == "duration" and q.unit in factors and per.unit in factors:
                span = scaled(q.span, factors[q.unit or ""] / factors[per.unit])
                if span.low > 1:
                    yield _Number(span, facts.text(q), q, q.sentence)
        elif q.unit is None and q.value > 1 and _is_one_of(board, per, q):
            yield _Number(q.span, facts.text(q), q, q.sentence)
        elif measured in factors and q.unit in factors and q.dimension == dimensions.get(measured):
            span = scaled(q.span, factors[q.unit or ""] / factors[measured])  # "for 1,200 tonnes … Rs 80 a kilo"
            if span.low > 1:
                yield _Number(span, facts.text(q), q, q.sentence)
    if per.noun is not None and per.unit is None:
        yield from _far(board, claim, per.noun)
    if per.unit is not None and per.unit in factors and not _is_of_work(board, claim):
        yield from _lapses(board, claim, per.unit)
    if per.unit is not None:
        yield from _courses(board, near, per.unit)


def _far(board: Board, claim: Quantity, noun: str) -> Iterator[_Number]:
    """The only number that the article has of a noun, wherever it stands: “for each voter” of the 41,300 far above."""
    found = [q for q in board.counts if q.noun == noun and not q.borrowed and q.value > 1 and q.place != claim.place]
    if len({q.value for q in found}) == 1 and abs(found[0].sentence - claim.sentence) > _ON:
        yield _Number(found[0].span, board.facts.text(found[0]), found[0], claim.sentence - 1)


def _is_one_of(board: Board, per: Per, number: Quantity) -> bool:
    if per.noun is None:
        return number.dimension in ("count", "none") and not is_multiple(board.facts, number)
    if per.noun in board.words("people-heads"):
        return number.people or number.noun == per.noun or number.noun is None
    if number.noun == per.noun or is_a(board.facts, number.noun, per.noun):
        return True
    index = board.facts.language.phrase_at(number.last - 1)
    return (
        index is not None
        and per.noun in board.facts.language.lemmas[number.last : board.facts.language.phrases[index].last]
    )


def _of_another_lapse(board: Board, claim: Quantity, per: Per) -> Iterator[Ranked]:
    """ "£4,000 a week … That is £208,000 a year": so much by one unit of time against the same by another."""
    factors = board.facts.lexicon.table("unit-factors")
    if per.unit is None or per.unit not in factors or not claim.unit:
        return
    for other in board.near(claim.sentence, 1, 0):
        its = told_per(board, other) if other.unit == claim.unit and other.place < claim.place else None
        if its is None or its.unit is None or its.unit == per.unit or its.unit not in factors:
            continue
        factor = factors[per.unit] / factors[its.unit]
        span, facts = widened(scaled(other.span, factor), _ROUNDED), board.facts
        exact = middle(span)
        if is_cheaper(board, other, claim, claim.value / exact):
            continue
        most = _WORKED if factors[its.unit] > factors[per.unit] else 1.0
        span = Interval(span.low * _WORKED / most, span.high / most)  # nobody works all weeks of a year
        own = {other.place, claim.place}
        alone = all(q.unit != claim.unit or q.place in own for q in board.near(claim.sentence, 1, 0))
        result = written(facts.lexicon, exact)
        working = say(facts.lexicon, "same", one=facts.text(other), result=result)
        rank = BESIDE if alone and _takes_up(board, claim, other) else CHANCE
        yield Ranked(Reading(span, result, working, (other,)), rank)


def _takes_up(board: Board, claim: Quantity, other: Quantity) -> bool:
    """Whether words say that an amount is another again: “or”, a bracket, “That is …”."""
    if claim.sentence == other.sentence:
        return not board.words("restating-words").isdisjoint(board.tokens_between(other, claim))
    first = board.facts.sentences[claim.sentence].first
    return board.lowers[first] in board.words("total-pointers") and claim.first - first <= _BY


def _is_of_work(board: Board, claim: Quantity) -> bool:
    """Whether a sentence is about what one person does, “every officer had a target”: nobody works every day."""
    opener = board.facts.language.phrase_at(board.facts.sentences[claim.sentence].first)
    return opener is not None and "person" in board.facts.language.phrases[opener].classes


def _lapses(board: Board, claim: Quantity, unit: str) -> Iterator[_Number]:
    """ "last year", "annual": the year that a whole is told of, in the unit of the claim."""
    lapses, factors = board.facts.lexicon.table("lapse-words"), board.facts.lexicon.table("unit-factors")
    sentence = board.facts.sentences[claim.sentence]
    if not board.words("discount-words").isdisjoint(board.lowers[sentence.first : sentence.last]):
        return  # "$3 a month, or $30 a year up front, a saving of a sixth"
    for at in range(sentence.first, sentence.last):
        lapse = lapses.get(board.lowers[at])
        if lapse is not None and lapse != unit and lapse in factors:
            times = factors[lapse] / factors[unit]
            if times > 1 and not claim.first <= at <= claim.last + 2:
                text = written(board.facts.lexicon, round(times))
                yield _Number(Interval(times * 0.99, times * 1.01), text, None, claim.sentence)


def _courses(board: Board, near: list[Quantity], unit: str) -> Iterator[_Number]:
    """ "between June and August", "from Monday to Friday": how many months or days there are, with both ends."""
    table = board.facts.lexicon.table({"month": "months", "d": "weekdays"}.get(unit, "")) if unit in _NAMED else {}
    openers, joints = board.words("from-words") | board.words("between-words"), board.words("course-joints")
    for number in {q.sentence for q in near}:
        sentence = board.facts.sentences[number]
        for at in range(sentence.first, sentence.last - 3):
            one, two = board.lowers[at + 1], board.lowers[at + 3]
            if board.lowers[at] in openers and board.lowers[at + 2] in joints and one in table and two in table:
                count = float((int(table[two]) - int(table[one])) % _NAMED[unit] + 1)
                text = written(board.facts.lexicon, count)
                yield _Number(Interval(count, count), text, None, number)


def _is_told_of_each(board: Board, claim: Quantity, per: Per, whole: Quantity, number: _Number) -> bool:
    """Whether whole, number and amount say by themselves that they belong together.

    “Forty-two wells serve 25,200 people … Each well serves 600”; “14 floors with six flats on each … the 84 flats”;
    “three branches … £18,000 for each branch … the £54,000”.
    """
    part = number.part
    if part is None or per.unit is not None:
        return False
    named = per.noun is not None and not part.borrowed and _is_one_of(board, per, part)
    beside = per.noun is None and part.place + 1 == claim.place and part.sentence == claim.sentence
    if not (named or beside):
        return False
    known = whole.first > 0 and board.lowers[whole.first - 1] in board.words("definite-articles")
    if claim.unit:
        return known and whole.place > claim.place and whole.sentence - claim.sentence <= 1
    told = claim.noun is not None and not claim.borrowed and not whole.borrowed
    same = told and (whole.noun == claim.noun or (whole.people and claim.people))
    return same and (known or whole.sentence == part.sentence)


def _rank(board: Board, claim: Quantity, per: Per, whole: Quantity, number: _Number, near: list[Quantity]) -> int:
    """Tied in one sentence with a word that says it was reckoned; beside where whole and number are the nearest."""
    others = [q for q in near if q.place not in (whole.place, claim.place) and _rivals(board, q, whole, number)]
    if _is_told_of_each(board, claim, per, whole, number):
        known = board.words("definite-articles")
        rivals = [q for q in others if board.lowers[q.first - 1] in known or q.sentence == whole.sentence]
        return CHANCE if any(not is_part_of(board, q, whole) for q in rivals) else BESIDE
    nearest = not any(abs(q.place - claim.place) < abs(whole.place - claim.place) for q in others)
    if not nearest or not _is_reckoned(board, claim, whole):
        return CHANCE
    if number.part is not None and number.part.dimension == "duration" and number.sentence != claim.sentence:
        return CHANCE
    apart = max(abs(whole.sentence - claim.sentence), abs(number.sentence - claim.sentence))
    return TIED if apart == 0 and not others else BESIDE


def _by_a_point(claim: Quantity, whole: Quantity, number: _Number, meant: float) -> int:
    """Beside where the point has slipped in what a measure costs: “Rs 9 crore for 1,500 tonnes … Rs 600 a kilo”."""
    part = number.part
    if part is None or part.dimension not in _STUFF or part.sentence != whole.sentence:
        return CHANCE
    times = claim.value / meant
    return BESIDE if min(abs(times / _TEN - 1), abs(times * _TEN - 1)) <= _ROUNDED else CHANCE


def _rivals(board: Board, other: Quantity, whole: Quantity, number: _Number) -> bool:
    """Whether another figure could as well be shared out."""
    if number.part is not None and other.place == number.part.place:
        return False
    if whole.unit:
        return other.unit == whole.unit and told_per(board, other) is None
    return not other.unit and other.value > 1 and board.are_same(other, whole)


def _is_reckoned(board: Board, claim: Quantity, whole: Quantity) -> bool:
    """Whether words say that the amount follows from the whole or the whole from it: “or”, “some”, “an average of”."""
    return _follows(board, claim) or _follows(board, whole) or board.quantities.claimed(claim, "mean") > 0


def _follows(board: Board, quantity: Quantity) -> bool:
    cues = board.facts.lexicon.union("reckoning-words", "restating-words")
    before = board.lowers[max(0, quantity.first - 4) : quantity.first]
    stop = max((at for at, word in enumerate(before) if word in (".", ";")), default=-1)
    return not cues.isdisjoint(before[stop + 1 :]) or (bool(before) and before[-1] == ",")
