"""Shares: fractions, percentages and “one in five” against the part and the whole that the article counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation
from factlint.facts.numbers.workings import say
from factlint.language.kindred import kindred
from factlint.record import NamedTuple
from factlint.relations.cues import clause_words, cued_by, sentence_words
from factlint.relations.intervals import less, meet, over
from factlint.relations.linkage import are_joined, linked_pair
from factlint.relations.quantities import Quantities, Quantity, alike, countable
from factlint.relations.saying import Link, Reading, held, written

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 5  # words between a part and its whole
_FAR = 4  # sentences between a share and what it is worked out from
_ALL = Interval(1.0, 1.0)
_FEWEST = 12  # a number above this is a count, where nothing says so
_CERTAIN = 100  # from here on a number in digits counts something
_HANDFUL = 9  # wholes as small as this are those of many things
_MOST = 40
_RESTATED = 3  # tokens from a count to the share that restates it: “, or”
_WIDEST = 2.5  # a share told wrongly is out by no more than so many times


_MASSES = frozenset({"substance", "quantity", "money", "possession", "measure"})  # what an amount with a unit may be of


class Pair(NamedTuple):
    """A part and its whole.

    part: the smaller.
    whole: the greater.
    denied: whether the part is told of those that did not.
    """

    part: Quantity
    whole: Quantity
    denied: bool


def find_shares(quantities: Quantities) -> Iterator[Relation]:
    """Every share near counts that it may have been worked out from."""
    claims = [q for q in quantities.all if is_share(q) and not measures(quantities.facts, q)]
    if not claims or len(quantities.all) < 3:
        return
    facts = quantities.facts
    pairs = [*_pairs(quantities)]
    moves = facts.lexicon.union("comparatives", "moving-words")
    asked: set[tuple[int, int]] = set()
    for claim in claims:
        if cued_by(facts, claim, moves, 3, 3) or is_of_the_two_before(quantities, claim):
            continue
        near = [pair for pair in pairs if _distance(pair, claim) <= _FAR]
        if not _is_of_a_whole(facts, claim):
            noun = shared_noun(facts, claim)
            near = [pair for pair in near if noun is not None and pair.whole.noun == noun and not pair.whole.borrowed]
            if not near:
                continue
        if not near:
            near = [
                *_only_pair(quantities, claim), *_taken_up(quantities, claim), *_linked(quantities, claim)
            ][:1]  # fmt: skip
        if not near:
            continue
        pair = min(near, key=lambda pair: _distance(pair, claim))
        if _is_of_another(facts, claim, pair) or _is_of_other_things(quantities, claim, pair):
            continue
        if _is_of_another_time(facts, claim, pair):
            continue
        if claim.unit == "percent" and pair.whole.value <= _HANDFUL and not pair.whole.unit:
            continue  # of four, nobody tells 79 per cent
        told = (claim.sentence, pair.part.place)
        if told in asked and claim.form == "ratio":
            continue  # "That makes one in four, as against one in three in the last survey"
        asked.add(told)
        link = _link(facts, claim, pair, len(near))
        denied = is_denied(facts, claim)
        yield from held(
            facts,
            claim,
            "share",
            [_reading(facts, pair, denied)],
            _all_shares(quantities, claim, pair, denied and not pair.denied),
            link,
            as_share(claim),
        )


def is_of_the_two_before(quantities: Quantities, claim: Quantity) -> bool:
    """Whether the two counts before a share in its sentence give it: “last year 58 of 80 did, or 72.5 per cent”."""
    own = [q for q in quantities.near(claim, 0, 0) if q.place < claim.place and countable(q) and not is_share(q)][-2:]
    if len(own) < 2 or own[0].unit != own[1].unit:
        return False
    small, large = sorted(own, key=lambda q: q.value)
    told = over(small.span, large.span)
    return told is not None and meet(told, as_share(claim))


def is_share(quantity: Quantity) -> bool:
    """Whether a figure is a part of something: a percentage, a fraction or a ratio."""
    return quantity.unit == "percent" or (quantity.form in ("fraction", "ratio") and 0 < quantity.value < 1)


def measures(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a fraction is an amount and no part of anything told: “half a percentage point”, “46 out of 50”."""
    following = facts.tokens.lowers[quantity.last : quantity.last + 1]
    part = facts.tokens.lowers[quantity.first]
    if quantity.form == "ratio" and part.isdecimal() and int(part) > _HANDFUL:
        return True  # "scored 46 out of 50"
    return quantity.form == "fraction" and not facts.lexicon.words("indefinite-articles").isdisjoint(following)


def as_share(quantity: Quantity) -> Interval:
    """What a share leaves open, of one."""
    span = quantity.span
    return Interval(span.low / 100, span.high / 100) if quantity.unit == "percent" else span


def is_denied(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a clause tells of those that did not, or not any more."""
    return not facts.lexicon.words("figure-negations").isdisjoint(clause_words(facts, quantity))


def _is_of_a_whole(facts: Analysis, claim: Quantity) -> bool:
    """Whether the words by a share make it one of a whole: “a third of them”, “or 40%”, “one in five”."""
    lowers = facts.tokens.lowers
    after = lowers[claim.last : claim.last + 2]
    if claim.first > 0 and lowers[claim.first - 1] in facts.lexicon.words("restating-words"):
        return True
    if len(after) == 2 and after[0] in facts.lexicon.words("of-words"):
        return after[1] in facts.lexicon.union("taking-up-words", "total-pointers")
    return claim.form == "ratio"


def shared_noun(facts: Analysis, claim: Quantity) -> str | None:
    """What a share is one of, in dictionary form: “a third of pupils”."""
    language, at = facts.language, claim.last
    if at + 1 >= len(language.tags) or facts.tokens.lowers[at] not in facts.lexicon.words("of-words"):
        return None
    index = language.phrase_at(at + 1)
    if index is None or not language.phrases[index].plural:
        return None
    lemma = language.phrases[index].lemma
    return str(facts.lexicon.table("irregular-plurals").get(lemma, lemma))


def _is_of_another(facts: Analysis, claim: Quantity, pair: Pair) -> bool:
    """Whether a share is of one thing, “5 per cent of the income”, and the pair counts or measures other ones."""
    language, at = facts.language, claim.last
    if at + 1 >= len(language.tags) or facts.tokens.lowers[at] not in facts.lexicon.words("of-words"):
        return False
    beside = facts.quantities.before(claim.first, _FAR)
    if beside is not None and beside.unit and not pair.whole.unit and beside.sentence == claim.sentence:
        return True  # "will collect $60,000, the loser half of that"
    index = language.phrase_at(at + 1)
    if index is None or language.phrases[index].plural or language.phrases[index].pronoun is not None:
        return False
    phrase = language.phrases[index]
    if "money" in phrase.classes and pair.whole.dimension != "money":
        return True
    sentence = facts.sentences[pair.whole.sentence]
    told = phrase.lemma in language.lemmas[sentence.first : sentence.last]
    return bool(pair.whole.unit) and not told and pair.whole.sentence != claim.sentence


def _is_of_another_time(facts: Analysis, claim: Quantity, pair: Pair) -> bool:
    """Whether a sentence of its own tells a share of an earlier time: “a year ago it was two or three in a hundred”."""
    earlier = facts.lexicon.words("earlier-words")
    if claim.sentence in (pair.part.sentence, pair.whole.sentence):
        return False
    return earlier.isdisjoint(sentence_words(facts, pair.part)) and not earlier.isdisjoint(sentence_words(facts, claim))


def _is_of_other_things(quantities: Quantities, claim: Quantity, pair: Pair) -> bool:
    """Whether a share cannot be that of a pair: it restates the whole, or is of things that the pair does not count."""
    facts = quantities.facts
    restates = claim.first > 0 and facts.tokens.lowers[claim.first - 1] in facts.lexicon.words("restating-words")
    if restates and 0 <= claim.first - 1 - pair.whole.last <= 1:
        return True  # "23 million … compares to 27 million, or 50 per cent"
    if any(_ends_a_span(facts, q) for q in (pair.part, pair.whole)):
        return True
    behind = facts.tokens.lowers[claim.last : claim.last + 2]
    beside = quantities.before(claim.first, 1)
    if beside is not None and beside.place == pair.part.place and len(behind) > 1:
        pointed = behind[1] in facts.lexicon.words("partitive-pointers")
        if pointed and behind[0] in facts.lexicon.words("of-words"):
            return True  # "there were 71,000, one in seven of them on lorries": of these
    if is_of_something_else(facts, claim, pair.whole):
        return True
    if restates and is_a_move(facts, pair.part, claim):
        return True  # "up Rs 24.70, or 4.2 per cent": of what it was before
    if has_its_own_share(quantities, pair.whole, claim) or is_of_others(facts, claim, pair.whole):
        return True
    of = _of_noun(facts, claim)
    if of is not None and pair.whole.unit and claim.sentence != pair.whole.sentence:
        sentence = facts.sentences[pair.whole.sentence]  # “yielded 41,000 ounces … A third of the pumps”
        if of not in facts.lexicon.words("whole-nouns") and not facts.language.words.noun_classes(of) & _MASSES:
            return of not in facts.language.lemmas[sentence.first : sentence.last]
    if of is None or pair.whole.unit or claim.sentence in (pair.part.sentence, pair.whole.sentence):
        return False
    if pair.whole.noun is None or of == pair.whole.noun or of in facts.lexicon.words("whole-nouns"):
        return False
    if claim.form != "digits" and claim.unit is None and pair.whole.value > _HANDFUL:
        return False  # "a quarter of the ring", of twelve bells
    people = "person" in facts.language.words.noun_classes(of)
    kin = claim.unit != "percent" and kindred(facts.lexicon).are(of, pair.whole.noun)
    return not (pair.whole.people and people) and not kin


def is_of_something_else(facts: Analysis, claim: Quantity, whole: Quantity) -> bool:
    """Whether a share names as its whole what a figure does not count: “a third of its range”, “41% of the time”.

    So does “in half”, of whatever is cut, “a tenth of each tin”, “a third of those who came” and what “in June” was.
    """
    language, lowers, words = facts.language, facts.tokens.lowers, facts.lexicon.words
    at = claim.last
    if _is_of_another_month(facts, claim, whole):
        return True
    if at + 1 >= len(lowers) or lowers[at] not in words("of-words"):
        alone = claim.first > 0 and lowers[claim.first - 1] in words("in-words")
        return alone and claim.form == "fraction" and claim.last == claim.first + 1
    index = language.phrase_at(at + 1)
    phrase = None if index is None else language.phrases[index]
    owners = words("possessive-determiners")
    if lowers[at + 1] in owners and (phrase is None or phrase.last == at + 2):
        return not whole.unit and language.lemmas[at + 2 : at + 3] != [whole.noun]  # "its range", read as a verb
    if phrase is None:
        return False
    if phrase.pronoun is not None:
        return not words("relative-pronouns").isdisjoint(lowers[phrase.last : phrase.last + 1])
    if phrase.number is not None:
        return not phrase.first <= whole.first < phrase.last
    counted = None if phrase.of is None else language.phrases[phrase.of]
    if counted is not None and counted.first <= whole.first < counted.last:
        return False  # "12 per cent of its staff of 6,000"
    if phrase.lemma == whole.noun or phrase.lemma in words("whole-nouns"):
        return False
    if whole.dimension == "money" and phrase.plural and phrase.classes and _MASSES.isdisjoint(phrase.classes):
        return True  # "half of the books", beside what they cost
    if whole.noun is not None and kindred(facts.lexicon).are(phrase.lemma, whole.noun):
        return False
    known = phrase.determiner in words("definite-articles")
    if known and "time" in phrase.classes and whole.dimension != "duration":
        return True
    owned = phrase.determiner in owners | words("everybody-words")
    people = whole.people and not phrase.classes.isdisjoint(("person", "group"))
    return owned and not people and not whole.unit


def _is_of_another_month(facts: Analysis, claim: Quantity, whole: Quantity) -> bool:
    """Whether the sentences of two figures name a month each, and not the same."""
    months = facts.lexicon.table("months").keys()
    one, two = (sentence_words(facts, q) & months for q in (claim, whole))
    return bool(one) and bool(two) and one.isdisjoint(two)


def is_a_move(facts: Analysis, part: Quantity, claim: Quantity) -> bool:
    """Whether a share restates how far something moved: “up Rs 24.70, or 4 per cent”, not “cut 300 jobs, or 12”."""
    words = facts.lexicon.words
    moves = words("comparatives") | (words("moving-words") if part.noun is None else frozenset())
    return 0 < claim.first - part.last <= _RESTATED and cued_by(facts, part, moves, 1, 0)


def has_its_own_share(quantities: Quantities, whole: Quantity, claim: Quantity) -> bool:
    """Whether a count is itself told as a share, and so no whole: “1,004, or 42 per cent, against 817, or 38”."""
    restating = quantities.facts.lexicon.words("restating-words")
    lowers = quantities.facts.tokens.lowers
    return any(
        is_share(q)
        and q.place != claim.place
        and 0 < q.first - whole.last <= _RESTATED
        and lowers[q.first - 1] in restating
        for q in quantities.near(claim, 1, 0)
    )


def is_of_others(facts: Analysis, claim: Quantity, whole: Quantity) -> bool:
    """Whether a ratio counts others than the whole does: “1 in 6 firefighters” beside 44 stations."""
    index = facts.language.phrase_at(claim.last) if claim.form == "ratio" and claim.last < len(facts.tokens) else None
    if index is None or whole.noun is None or facts.language.phrases[index].pronoun is not None:
        return False
    phrase = facts.language.phrases[index]
    if phrase.lemma == whole.noun or kindred(facts.lexicon).are(phrase.lemma, whole.noun):
        return False
    return not whole.people


def _of_noun(facts: Analysis, claim: Quantity) -> str | None:
    """The head of what a share is of, in dictionary form, or none where a pronoun or nothing stands there."""
    language, at = facts.language, claim.last
    if at + 1 >= len(language.tags) or facts.tokens.lowers[at] not in facts.lexicon.words("of-words"):
        return None
    index = language.phrase_at(at + 1)
    return None if index is None or language.phrases[index].pronoun is not None else language.phrases[index].lemma


def _ends_a_span(facts: Analysis, quantity: Quantity) -> bool:
    """Whether a number is the end of one like “40-48”."""
    dashes, lowers = facts.lexicon.words("dashes-of-ranges"), facts.tokens.lowers
    before, behind = lowers[max(0, quantity.first - 2) : quantity.first], lowers[quantity.last : quantity.last + 2]
    ends = len(before) == 2 and before[1] in dashes and before[0].isdecimal()
    return ends or (len(behind) == 2 and behind[0] in dashes and behind[1].isdecimal())


def _distance(pair: Pair, claim: Quantity) -> int:
    return min(abs(pair.part.sentence - claim.sentence), abs(pair.whole.sentence - claim.sentence))


def _link(facts: Analysis, claim: Quantity, pair: Pair, near: int) -> Link:
    """Strong in the same sentence or the next with what is shared out taken up by “them” or “or”."""
    distance = _distance(pair, claim)
    lowers = facts.tokens.lowers
    takes_up = not facts.lexicon.words("whole-pointers").isdisjoint(lowers[claim.last : claim.last + 4])
    restates = bool(claim.first) and lowers[claim.first - 1] in facts.lexicon.words("restating-words")
    if distance <= 1 and near == 1 and (takes_up or restates or distance == 0):
        return "strong"
    if near == 1 and distance <= 2:
        return "middling"
    return "weak"


def _reading(facts: Analysis, pair: Pair, denied: bool) -> Reading:
    share = over(pair.part.span, pair.whole.span) or _ALL
    value = pair.part.value / pair.whole.value
    if denied and not pair.denied:
        share, value = less(_ALL, share), 1 - value
    result = written(facts.lexicon, 100 * value) + "%"
    working = say(facts.lexicon, "share", one=facts.text(pair.part), two=facts.text(pair.whole), result=result)
    return Reading(share, result, working, (pair.part, pair.whole))


# ------------------------------------------------------------------------------------------------- parts and wholes


def _pairs(quantities: Quantities) -> Iterator[Pair]:
    """ "four of the tower's twelve bells", "of the 10,250 on the roll, 4,100", "2,870 of these"."""
    facts = quantities.facts
    lowers = facts.tokens.lowers
    of, pointers = facts.lexicon.words("of-words"), facts.lexicon.words("whole-pointers")
    for at, quantity in enumerate(quantities.all):
        if not countable(quantity) or quantity.unit:
            continue
        later = quantities.all[at + 1] if at + 1 < len(quantities.all) else None
        earlier = _whole_before(quantities, at)
        after = lowers[quantity.last : quantity.last + 2]
        if after[:1] and after[0] in of and later is not None and later.sentence == quantity.sentence:
            if later.first - quantity.last <= _REACH and _part_of(quantity, later):
                yield Pair(quantity, later, is_denied(facts, quantity))
                continue
            if len(after) > 1 and after[1] in pointers and earlier is not None:
                yield Pair(quantity, earlier, is_denied(facts, quantity))
                continue
        if (quantity.first and lowers[quantity.first - 1] in of) or _opens_with_of(facts, quantity):
            if later is not None and later.sentence == quantity.sentence and _part_of(later, quantity):
                yield Pair(later, quantity, is_denied(facts, later))
        elif earlier is not None and _opens_with_pointer(facts, quantity):
            yield Pair(quantity, earlier, is_denied(facts, quantity))


def _only_pair(quantities: Quantities, claim: Quantity) -> Iterator[Pair]:
    """The only two counts of one kind in the sentences around a ratio: “7,300 cards; 1,460 had not been used”."""
    if claim.form != "ratio" or _counts_something_else(quantities.facts, claim):
        return
    near = [q for q in quantities.near(claim, 1, 3) if countable(q) and not q.unit and q.value > _FEWEST]
    groups = [(one, two) for at, one in enumerate(near) for two in near[at + 1 :] if alike(one, two)]
    if len(groups) == 1 and groups[0][0].value != groups[0][1].value:
        part, whole = sorted(groups[0], key=lambda quantity: quantity.value)
        if whole.noun is not None or part.value >= _CERTAIN:
            yield Pair(part, whole, is_denied(quantities.facts, part))


def _linked(quantities: Quantities, claim: Quantity) -> Iterator[Pair]:
    """The only two figures of one kind in the sentences up to a share of all of them: “a third of those inspected”."""
    language = quantities.facts.language
    index = language.phrase_at(claim.last + 1) if claim.last + 1 < len(language.tags) else None
    if claim.form == "ratio" or (index is not None and language.phrases[index].number is not None):
        return
    able = {q.place for q in quantities.all if countable(q) and q.place < claim.place and not is_share(q)}
    pair = linked_pair(quantities, claim, able)
    if pair is None or claim.sentence - pair.two.sentence > 1 or pair.one.dimension in ("duration", "point"):
        return
    if are_joined(quantities, pair.one, pair.two):
        return  # "a range of $8.10 to $8.90": neither is a part of the other
    part, whole = sorted(pair[:2], key=lambda quantity: quantity.value)
    named = whole.unit or whole.noun
    likely = as_share(claim).low / _WIDEST < part.value / max(whole.value, 1e-9) < as_share(claim).high * _WIDEST
    if named and alike(part, whole) and part.value < whole.value and likely:
        yield Pair(part, whole, is_denied(quantities.facts, part))


def _taken_up(quantities: Quantities, claim: Quantity) -> Iterator[Pair]:
    """The two figures of one unit near a share of “that”, “it” or “them”: “£240m … £60m, a third of that”."""
    lowers = quantities.facts.tokens.lowers
    if claim.last + 1 >= len(lowers) or lowers[claim.last + 1] not in quantities.facts.lexicon.words("total-pointers"):
        return
    able = [q for q in quantities.near(claim, 2, 0) if countable(q) and q.place < claim.place and not is_share(q)]
    behind = quantities.after(claim.last, _REACH)
    if behind is not None and _is_set_off(quantities.facts, behind):
        able.append(behind)  # "three-quarters of this, or £3,600"; "half of that, £36m,"
    if not able or able[-1].sentence != claim.sentence:
        return
    part = able[-1]
    wholes = [q for q in able[:-1] if alike(q, part) and q.value > part.value and q.dimension == part.dimension]
    if wholes:
        yield Pair(part, wholes[0], is_denied(quantities.facts, part))


def _is_set_off(facts: Analysis, part: Quantity) -> bool:
    """Whether a part stands behind “or”, a bracket, or between commas."""
    lowers = facts.tokens.lowers
    if lowers[part.first - 1] in facts.lexicon.words("restating-words"):
        return True
    return lowers[part.first - 1] == "," and lowers[part.last : part.last + 1] == [","]


def _counts_something_else(facts: Analysis, claim: Quantity) -> bool:
    """Whether a noun stands behind a ratio, as in “one in 45 children”; “every third pass” is named after anything."""
    lowers = facts.tokens.lowers
    if claim.last >= len(lowers) or lowers[claim.first] in facts.lexicon.words("every-words"):
        return False
    word = lowers[claim.last]
    return word[0].isalpha() and word not in facts.lexicon.union("not-counted", "after-fractions")


def _part_of(part: Quantity, whole: Quantity) -> bool:
    return countable(whole) and not whole.unit and part.value < whole.value and alike(part, whole)


def _whole_before(quantities: Quantities, at: int) -> Quantity | None:
    """The last count before a figure, in its sentence or the one before, that it can be a part of."""
    part = quantities.all[at]
    for whole in reversed(quantities.all[:at]):
        if part.sentence - whole.sentence > 1:
            return None
        if _part_of(part, whole):
            return whole
    return None


def _opens_with_of(facts: Analysis, quantity: Quantity) -> bool:
    """ "Of the 10,250 people on the roll, …", "Of the school's 850 pupils, …"."""
    lowers, first = facts.tokens.lowers, facts.sentences[quantity.sentence].first
    opening = lowers[first : quantity.first]
    return 0 < len(opening) <= _REACH and opening[0] in facts.lexicon.words("of-words") and "," not in opening


def _opens_with_pointer(facts: Analysis, quantity: Quantity) -> bool:
    """ "Of these, 2,870 …"."""
    lowers, first = facts.tokens.lowers, facts.sentences[quantity.sentence].first
    return (
        lowers[first] in facts.lexicon.words("whole-openers")
        and lowers[first + 1 : first + 2] != []
        and lowers[first + 1] in facts.lexicon.words("whole-pointers")
        and quantity.first - first <= _REACH
    )


def _all_shares(quantities: Quantities, claim: Quantity, pair: Pair, turned: bool) -> Iterator[Interval]:
    """What any count is of any greater one, and what is left of it; of the other side alone where that is told."""
    around = quantities.around(claim, (pair.part, pair.whole))
    able = [q for q in around if countable(q) and q.dimension in ("count", "none", "money")][:_MOST]
    for part in able:
        for whole in able:
            if part.value < whole.value and alike(part, whole) and (share := over(part.span, whole.span)) is not None:
                if not turned:
                    yield share
                yield less(_ALL, share)
