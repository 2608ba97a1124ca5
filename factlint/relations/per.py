"""Per: what an amount is told for each of: a month, a head, every household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.relations.quantities import Quantities, Quantity
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 3


def per_what(facts: Analysis, claim: Quantity) -> str | None:
    """What a figure is told for each of: the name of a unit of time, or “each”; nothing for the “one” of “one each”."""
    if claim.value == 1 and not claim.unit:
        return None
    if _each_before(facts, claim):
        return "each"
    return _behind(facts, claim) or ("each" if everybody(facts, claim) is not None else None)


def _each_before(facts: Analysis, claim: Quantity) -> bool:
    """ "each of 50 kilograms", "each weighing 50kg", "420 tickets at £12"."""
    before = facts.tokens.lowers[max(0, claim.first - 2) : claim.first]
    told = len(before) == 2 and before[0] in facts.lexicon.words("apiece-words") and before[1].isalpha()
    return bool(claim.unit) and (told or _is_a_price(facts, claim))


def _is_a_price(facts: Analysis, claim: Quantity) -> bool:
    """ "420 tickets at £12": money right behind “at” and what was counted."""
    at, language = claim.first - 1, facts.language
    if claim.dimension != "money" or at < 2 or facts.tokens.lowers[at] not in facts.lexicon.words("at-words"):
        return False
    index = language.phrase_at(at - 1)
    if index is None or not language.phrases[index].plural:
        return False
    return language.tags[language.phrases[index].first] == "NUM"


def sold_at(quantities: Quantities, claim: Quantity, measured: bool = False) -> Quantity | None:
    """The number right before a price, “420 tickets at £12”, or none; also of barrels where `measured`."""
    found = quantities.before(claim.first - 1, _REACH) if _is_a_price(quantities.facts, claim) else None
    return found if found is not None and found.sentence == claim.sentence and (measured or not found.unit) else None


def priced(facts: Analysis, claim: Quantity) -> str | None:
    """The noun of “tickets cost £8”, “seats were priced at £12”, “they each paid £9”: what it is one's; or none."""
    language = facts.language
    index = language.phrase_at(claim.last - 1)
    number = None if index is None else language.phrases[index].clause
    number = language.clause_of(claim.first - 1) if number is None else number
    clause = None if number is None else language.clauses[number]
    if clause is None or clause.subject is None or clause.subject == index or claim.dimension != "money":
        return None
    subject, before = language.phrases[clause.subject], facts.tokens.lowers[claim.first - 1]
    if clause.first and facts.tokens.lowers[clause.first - 1] in facts.lexicon.words("everybody-words"):
        return subject.lemma  # "the 48 members each paid £25"
    costs = clause.lemma in facts.lexicon.words("costing-verbs")
    if not costs and before not in facts.lexicon.words("at-words"):
        return None
    return subject.lemma if subject.plural and subject.number is None and subject.pronoun is None else None


def is_one_of_two(quantities: Quantities, claim: Quantity, whole: Quantity) -> bool:
    """Whether another amount of its unit follows in its sentence: “£32 apiece and the others £28” share one total."""
    row = quantities.in_sentence(claim.sentence) if claim.unit else ()
    behind = (q for q in row if q.place > claim.place and q.place != whole.place)
    return any(q.unit == claim.unit and q.value < whole.value for q in behind)


def per_noun(facts: Analysis, claim: Quantity) -> str | None:
    """The noun of what a figure is told for each of, in dictionary form, where the text has it: “for every plot”."""
    found = everybody(facts, claim)
    if found is not None:
        return found
    language, lowers = facts.language, facts.tokens.lowers
    openers = facts.lexicon.union("rate-openers", "one-more")
    for at in range(claim.last, min(claim.last + _REACH + 1, len(lowers) - 1)):
        if lowers[at] in openers and language.tags[at + 1] == "NOUN":
            return language.lemmas[at + 1]
        if not lowers[at][0].isalpha():
            return None
    return None


def everybody(facts: Analysis, claim: Quantity) -> str | None:
    """The noun of “every soul would owe 300 crowns”, “each household got back the Rs 15 lakh”: a clause about each."""
    language, first = facts.language, facts.sentences[claim.sentence].first
    opener = language.phrase_at(first)
    noun = _each(facts, opener) if claim.dimension == "money" and opener is not None else None
    if noun is not None and not _paid_before(facts, facts.tokens.starts[first], claim.start):
        return noun
    index = language.phrase_at(claim.last - 1)
    index = language.phrase_at(claim.first) if index is None else index
    number = None if index is None else language.phrases[index].clause
    if number is None:  # "an average of 42kg": the clause of what the figure is told of
        number = language.clause_of(claim.last - 1)
    if index is None or number is None:
        return None
    clause = language.clauses[number]
    if clause.subject is None or clause.subject == index or claim.first < clause.first:
        return None
    over = next((p for p in language.phrases[max(0, index - 1) : index] if p.of == index), None)
    if over is not None and over.role == "oblique":
        return None  # "Every bag was tasted by a panel of five"
    subject = language.phrases[clause.subject]
    costs = clause.lemma in facts.lexicon.words("costing-verbs") and claim.dimension == "money"
    if costs and subject.determiner in facts.lexicon.words("indefinite-articles"):
        return subject.lemma  # "A copy costs £170"
    return _each(facts, clause.subject)


def _paid_before(facts: Analysis, start: int, end: int) -> bool:
    """Whether a sum of money begins between two code points."""
    return any(figure.dimension == "money" for figure in begun_between(facts.figures, start, end))


def _each(facts: Analysis, index: int) -> str | None:
    """The noun of a phrase that speaks of each of several, or none."""
    phrase = facts.language.phrases[index]
    each = facts.lexicon.words("everybody-words")
    if phrase.lemma in each and phrase.of is not None:
        phrase = facts.language.phrases[phrase.of]  # "each of the 25 pupils"
    elif phrase.lemma in each and phrase.first + 1 == phrase.last:
        return phrase.lemma  # "Each gave 42kg"
    elif phrase.determiner not in each or phrase.plural:
        return None
    irregular = facts.lexicon.table("irregular-plurals")
    return str(irregular.get(phrase.lemma, phrase.lemma))


def _behind(facts: Analysis, claim: Quantity) -> str | None:
    """What the words behind a figure tell it for each of."""
    lowers, lexicon = facts.tokens.lowers, facts.lexicon
    openers = lexicon.words("rate-openers")
    at = claim.last
    while at < len(lowers) and at < claim.last + _REACH and lowers[at].isalpha() and lowers[at] not in openers:
        if lowers[at] in lexicon.words("each-words"):
            return None if {*lowers[at + 1 : at + 2]} & lexicon.words("one-of-two-words") else "each"
        if lowers[at] in lexicon.words("relative-pronouns"):
            return None  # “two of which each said”
        at += 1
    if at >= facts.sentences[claim.sentence].last:
        return None
    if lowers[at] in lexicon.words("apiece-words"):
        return "each"
    words = tuple(lowers[at : at + _REACH])
    for phrase in lexicon.phrases("each-phrases").get(words[0], ()) if words else ():
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            return "each"
    if words and words[0] in openers and len(words) > 1:
        if _is_a_piece(facts, claim, at + 1):
            return "each"
        unit = lexicon.table("unit-names").get(words[1])
        led = facts.language.tags[at - 1] == "ADP" and lowers[at - 1] not in lexicon.words("for-words")
        if unit is not None and led:
            return None  # “trail by one after three and win by a minute”
        if unit is not None and lexicon.table("unit-dimensions").get(unit) == "duration":
            return None if is_set_in_time(facts, at + 2) else str(unit)
        if words[1] in lexicon.words("head-words"):
            return "each"
    return None


def is_set_in_time(facts: Analysis, at: int) -> bool:
    """Whether a word behind “a year” sets it on the calendar: “a year ago”, “a year later”; not “a year on average”."""
    lower, alone = facts.tokens.lowers[at : at + 1], facts.language.tags[at : at + 1] == ["ADV"]
    words = facts.lexicon.words
    return lower != [] and (lower[0] in words("then-words") or (alone and lower[0] in words("interval-words")))


def _is_a_piece(facts: Analysis, claim: Quantity, at: int) -> bool:
    """Whether a noun behind an amount and an article is one of what is counted elsewhere: “£3,000 a bay”."""
    if claim.dimension not in ("money", "mass", "volume") or facts.language.tags[at] != "NOUN":
        return False
    noun = facts.language.lemmas[at]
    if noun in facts.lexicon.table("unit-names") or facts.language.words.is_plural(facts.tokens.lowers[at]):
        return False
    return any(is_a(facts, figure.subject, noun) for figure in facts.figures if figure.dimension == "count")


def is_a(facts: Analysis, one: str | None, two: str) -> bool:
    """Whether one noun may be called by another, its class or stem: a goat is an animal, a household a house."""
    if one is None or one == two:
        return one == two
    classes = facts.language.words.noun_classes
    mine, its = classes(one), classes(two)
    return one.startswith(two) or (its == {two} and its <= mine)


def is_of_others(facts: Analysis, claim: Quantity, noun: str | None, number: Quantity) -> bool:
    """Whether “each”, with nothing behind it, is of things of another sort than a number counts, or told only later.

    “The cubs weighed 700 grams each” is of cubs, whatever four mats are told of before.
    """
    if noun is not None:
        return False
    if number.sentence > claim.sentence:
        return True
    language = facts.language
    index = language.clause_of(claim.first)
    subject = None if index is None else language.clauses[index].subject
    own = None if subject is None else language.phrases[subject]
    if own is None or not own.plural or own.pronoun is not None or number.noun is None or number.borrowed:
        return False
    if own.first <= number.first < own.last or number.noun == own.lemma:
        return False
    its = language.words.noun_classes(number.noun)
    return bool(its) and bool(own.classes) and own.classes.isdisjoint(its)
