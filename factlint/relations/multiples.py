"""Multiples: “twice as many”, “trebled”, “five times the 500”, and what they are told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_STEM = 3  # letters of a word that another may begin with: “member”, “membership”
_TOLD = ("done", "reported", "alleged")
_TITLES = ("headline", "heading")


class Multiple(NamedTuple):
    """The words of a multiple.

    first, last: half-open token range.
    factor: how many times.
    sentence: number of its sentence.
    """

    first: int
    last: int
    factor: float
    sentence: int


def told_multiples(quantities: Quantities) -> Iterator[Multiple]:
    """Phrases, verbs and “N times as many” that multiply."""
    facts = quantities.facts
    lowers, tags = facts.tokens.lowers, facts.language.tags
    table = facts.lexicon.table("multiple-phrases")
    found = [
        (first, last, float(table[" ".join(lowers[first:last])]))
        for first, last in facts.tokens.phrases(facts.lexicon.phrases("multiple-phrases"))
    ]
    found += _by_words(facts)
    found += _as_many(quantities)
    compared, times_words = facts.lexicon.words("multiple-openers"), facts.lexicon.words("times-words")
    for times in quantities.all:
        after = lowers[times.last + 1 : times.last + 2]
        told = after and after[0] in compared and facts.language.lemmas[times.last] in times_words
        if told and times.noun in times_words and times.value > 1:
            last = times.last + 2
            last += tags[last : last + 1] in (["ADJ"], ["ADV"])
            found.append((times.first, last, times.value))
    taken: set[int] = set()
    odds = facts.lexicon.words("odds-words")
    for first, last, factor in sorted(found):
        if first not in taken and odds.isdisjoint(lowers[first : last + 1]):  # "four times more likely"
            taken.update(range(first, last))
            yield Multiple(first, last, factor, facts.sentence_at(facts.tokens.starts[first]).number)


def is_of_what(facts: Analysis, multiple: Multiple, pair: Sequence[Quantity]) -> bool:
    """Whether a multiple is told as done, and of what stands in the sentences of two figures, where it names that."""
    language = facts.language
    index = language.clause_of(multiple.last - 1)
    index = language.clause_of(multiple.first - 1) if index is None and multiple.first else index
    if index is None:
        return True
    clause = language.clauses[index]
    verbal = multiple.first <= clause.verb < multiple.last
    own = facts.tokens.lowers[clause.first : clause.last]
    bound = not verbal and not facts.lexicon.words("modals-of-duty").isdisjoint(own)
    if clause.tense == "future" or (clause.standing not in _TOLD and not bound):
        return False  # "could carry twice as many"; but "must find half as much again"
    if not verbal:
        return True
    told = (at for at in (clause.subject, clause.object) if at is not None and _names(facts, at))
    amounts = facts.lexicon.words("amount-heads")  # "the need has doubled": of what was counted right before
    if all(q.dimension == "money" for q in pair):
        amounts |= facts.lexicon.words("price-nouns")  # "the price has halved"
    names = {language.phrases[at].lemma for at in told} - amounts
    near = {lemma for q in pair for lemma in _lemmas(facts, q.sentence)}
    return not names or any(name.startswith(one) for name in names for one in near if len(one) >= _STEM)


def _lemmas(facts: Analysis, sentence: int) -> Sequence[str]:
    return facts.language.lemmas[facts.sentences[sentence].first : facts.sentences[sentence].last]


def _names(facts: Analysis, index: int) -> bool:
    phrase = facts.language.phrases[index]
    return phrase.pronoun is None and not phrase.proper and phrase.number is None


def _by_words(facts: Analysis) -> Iterator[tuple[int, int, float]]:
    """ "doubled", "the quadrupling of", "a fivefold rise": words that multiply by themselves."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    table = facts.lexicon.table("multiples")
    folds = {word: times for word in facts.tokens.index if (times := _folds(facts, word)) > 1}
    for at in facts.tokens.positions(table.keys() | folds.keys()):
        factor = folds.get(lowers[at]) or float(table[lowers[at]])
        if factor == 1 or lowers[at] in facts.lexicon.words("once-and-twice"):
            continue
        noun = lowers[at] in facts.lexicon.words("multiplying-nouns") and tags[at] != "VERB"
        named = noun and facts.lexicon.words("of-words").issuperset(lowers[at + 1 : at + 2])
        if tags[at] == "VERB" and facts.lexicon.words("way-particles").issuperset(lowers[at + 1 : at + 2]):
            continue  # "he doubled down"
        fold = lowers[at] in folds
        if fold or named or tags[at] == "VERB" or (factor > 1 and _is_headline_verb(facts, at)):
            yield at, at + 1, factor


def _folds(facts: Analysis, word: str) -> float:
    """How many times a word in -fold makes of a thing, “tenfold”, “12-fold”, or 0."""
    for ending in facts.lexicon.words("fold-endings"):
        if word.endswith(ending):
            number = word.removesuffix(ending).rstrip("-")
            return float(number) if number.isdecimal() else float(facts.lexicon.table("number-words").get(number, 0))
    return 0.0


def _as_many(quantities: Quantities) -> Iterator[tuple[int, int, float]]:
    """ "twice as many", "four times as often", "half as long", "a third as much again", "as many again"."""
    facts = quantities.facts
    lowers, tags = facts.tokens.lowers, facts.language.tags
    again = facts.lexicon.words("as-many-again")
    times, once = facts.lexicon.words("times-words"), facts.lexicon.table("once-and-twice-times")
    for at in facts.tokens.positions(facts.lexicon.words("as-words")):
        if tags[at + 1 : at + 2] not in (["ADJ"], ["ADV"], ["DET"]):
            continue
        tail = next((step for step in (2, 3) if {*lowers[at + step : at + step + 1]} & again), 0)
        more = 1.0 if tail else 0.0
        last = at + (tail + 1 if tail else 2)
        before = quantities.before(at, 1)
        if before is not None and before.last == at and before.form == "fraction" and 0 < before.value < 1:
            yield before.first, last, before.value + more
        elif before is not None and before.last == at - 1 and facts.language.lemmas[at - 1] in times:
            if before.value > 1:
                yield before.first, last, before.value + more
        elif at and lowers[at - 1] in once:
            yield at - 1, last, float(once[lowers[at - 1]]) + more
        elif more:
            yield at, last, 2.0


def _is_headline_verb(facts: Analysis, at: int) -> bool:
    """Whether a word of a headline may be its verb: no noun stands right behind it, “Visitors double after …”."""
    headline = facts.sentence_at(facts.tokens.starts[at]).kind in _TITLES
    behind = facts.language.tags[at + 1 : at + 2]
    return headline and at > 0 and bool(behind) and behind[0] in ("ADP", "SCONJ", "ADV", "PART", "CCONJ")


def as_claim(quantities: Quantities, multiple: Multiple, like: Quantity) -> Quantity:
    """The words of a multiple as a claim."""
    facts = quantities.facts
    start, end = facts.tokens.starts[multiple.first], facts.tokens.ends[multiple.last - 1]
    sentence = facts.sentences[multiple.sentence]
    return like._replace(
        start=start, end=end, first=multiple.first, last=multiple.last, in_quote=facts.in_quotation(start),
        sentence=multiple.sentence, paragraph=sentence.paragraph, block=sentence.kind,
    )  # fmt: skip
