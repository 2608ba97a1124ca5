"""Multiples: “twice as many”, “trebled”, “five times the 500”, and what they are told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.relations.quantities import Quantities, Quantity

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.analysis import Analysis

_STEM = 4  # letters of a word that another may begin with: “member”, “membership”
_TOLD = ("done", "reported", "alleged")
_TITLES = ("headline", "heading")
_CLOSE = 2  # sentences from an amount that nobody names, “the need has doubled”, to its figures
_NAMING = ("NOUN", "PROPN")
_BASE = 8  # tokens behind “as many as” in which what is compared with is named


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
            yield Multiple(first, last, factor, facts.sentence_of(first).number)


def is_of_what(facts: Analysis, multiple: Multiple, pair: Sequence[Quantity]) -> bool:
    """Whether a multiple is told as done, and of what stands in the sentences of two figures, where it names that."""
    language = facts.language
    index = language.clause_of(multiple.last - 1)
    index = language.clause_of(multiple.first - 1) if index is None and multiple.first else index
    clause = None if index is None else language.clauses[index]
    verbal = _is_verbal(facts, multiple)
    if clause is not None:
        own = facts.tokens.lowers[clause.first : clause.last]
        bound = not verbal and not facts.lexicon.words("modals-of-duty").isdisjoint(own)
        if clause.tense == "future" or (clause.standing not in _TOLD and not bound):
            return False  # "could carry twice as many"; but "must find half as much again"
    if not verbal:
        return _is_of_its_noun(facts, multiple, pair)
    moved = _what_moves(facts, multiple, clause)
    return moved is None or _is_moved(facts, multiple, moved, index, pair)


def _is_verbal(facts: Analysis, multiple: Multiple) -> bool:
    """Whether the words are a verb, “has doubled”, or a headline's, “Thefts double as …”."""
    span = range(multiple.first, multiple.last)
    return any(facts.language.tags[at] == "VERB" for at in span) or (
        len(span) == 1 and _is_headline_verb(facts, multiple.first)
    )


def _what_moves(facts: Analysis, multiple: Multiple, clause: Clause | None) -> Phrase | None:
    """What a verb multiplies: its object, or else its subject; where none is known, the nearest noun before it."""
    language = facts.language
    behind = language.phrase_at(multiple.last)
    if behind is not None and language.phrases[behind].preposition is None:
        return language.phrases[behind]
    index = None if clause is None else clause.subject if clause.object is None else clause.object
    if index is not None and clause is not None and multiple.first <= clause.verb < multiple.last:
        return _taken_up(facts, index)
    sayers = {one.subject for one in language.clauses if one.sentence == multiple.sentence and "saying" in one.classes}
    first = facts.sentences[multiple.sentence].first
    before = sorted({i for at in range(first, multiple.first) if (i := language.phrase_at(at)) is not None})
    named = [i for i in before if i not in sayers and language.phrases[i].pronoun is None]
    return language.phrases[named[-1]] if named else None


def _taken_up(facts: Analysis, index: int) -> Phrase:
    """The phrase that a relative pronoun takes up, “a levy that has quadrupled”, or the one at hand."""
    phrases = facts.language.phrases
    relative = phrases[index].pronoun in facts.lexicon.words("relative-pronouns")
    return phrases[index - 1] if relative and index else phrases[index]


def _is_moved(
    facts: Analysis, multiple: Multiple, phrase: Phrase, clause: int | None, pair: Sequence[Quantity]
) -> bool:
    """Whether what a verb multiplies is what two figures are told of: “patrols have doubled” is of no prices."""
    language = facts.language
    if phrase.pronoun is not None:
        return True  # "it has doubled"
    if phrase.number is not None:
        return any(phrase.first <= q.first < phrase.last for q in pair)
    amounts = facts.lexicon.words("amount-heads")  # "the need has doubled": of what was counted right before
    if all(q.dimension == "money" for q in pair):
        amounts |= facts.lexicon.words("price-nouns")  # "the price has halved"
    names = {phrase.lemma}
    if phrase.lemma in amounts:
        if all(abs(q.sentence - multiple.sentence) <= _CLOSE for q in pair):
            return True
        names = {language.lemmas[at] for at in phrase.modifiers if language.tags[at] in _NAMING}
        names |= set() if phrase.of is None else {language.phrases[phrase.of].lemma}
    return any(_is_told_of(facts, names, multiple, clause, q) for q in pair)


def _is_told_of(facts: Analysis, names: set[str], multiple: Multiple, clause: int | None, q: Quantity) -> bool:
    """Whether a figure counts one of some names, or is told of it: in its sentence, or in the multiple's own clause."""
    language = facts.language
    if q.noun in names:
        return True
    if q.sentence == multiple.sentence and language.clause_of(q.first) != clause:
        return False
    sentence = facts.sentences[q.sentence]
    span = range(sentence.first, sentence.last)
    near = {language.lemmas[at] for at in span if language.tags[at] in _NAMING}
    return any(name.startswith(one) for name in names for one in near if len(one) >= _STEM)


def _is_of_its_noun(facts: Analysis, multiple: Multiple, pair: Sequence[Quantity]) -> bool:
    """Whether what is told as so many times as many, “a third as many inflamed cells”, is what two figures count.

    What it is compared with, “twice as many as in all of last year”, has to be told of with one of them.
    """
    language, lowers = facts.language, facts.tokens.lowers
    index = language.phrase_at(multiple.last)
    noun = None if index is None else language.phrases[index]
    last = multiple.last
    if noun is not None and noun.first <= multiple.last and noun.pronoun is None and noun.number is None:
        if all(q.noun is not None and not q.borrowed and q.noun != noun.lemma for q in pair):
            return False
        last = noun.last
    if not facts.lexicon.words("as-words").issuperset(lowers[last : last + 1]):
        return True
    sentence = facts.sentences[multiple.sentence]
    end = min(sentence.last, last + _BASE)
    if language.tags[last + 1 : last + 2] == ["PRON"]:
        return True  # "as many as it had printed programmes for"
    base = {language.lemmas[at] for at in range(last + 1, end) if language.tags[at] in (*_NAMING, "VERB", "ADJ")}
    told: set[str] = set()
    for q in [q for q in pair if q.sentence != multiple.sentence] or pair:
        span = facts.sentences[q.sentence]
        own = range(span.first, span.last)
        told.update(language.lemmas[at] for at in own if not multiple.first <= at < end)
    return not base or not base.isdisjoint(told)


def _by_words(facts: Analysis) -> Iterator[tuple[int, int, float]]:
    """ "doubled", "the quadrupling of", "a fivefold rise": words that multiply by themselves."""
    lowers, tags = facts.tokens.lowers, facts.language.tags
    table = facts.lexicon.table("multiples")
    endings = tuple(facts.lexicon.words("fold-endings"))
    compounds = [word for word in facts.tokens.index if word.endswith(endings)]
    folds = {word: times for word in compounds if (times := _folds(facts, word)) > 1}
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
    headline = facts.sentence_of(at).kind in _TITLES
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
