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
    table, verbs = facts.lexicon.table("multiple-phrases"), facts.lexicon.table("multiples")
    found = [
        (first, last, float(table[" ".join(lowers[first:last])]))
        for first, last in facts.tokens.phrases(facts.lexicon.phrases("multiple-phrases"))
    ]
    found += [
        (at, at + 1, float(verbs[lowers[at]]))
        for at in facts.tokens.positions(verbs.keys())
        if verbs[lowers[at]] > 1 and (tags[at] == "VERB" or _is_headline_verb(facts, at))
    ]
    compared = facts.lexicon.words("multiple-openers")
    for times in quantities.all:
        after = lowers[times.last + 1 : times.last + 2]
        if times.noun in facts.lexicon.words("times-words") and times.value > 1 and after and after[0] in compared:
            last = times.last + 2
            last += tags[last : last + 1] in (["ADJ"], ["ADV"])
            found.append((times.first, last, times.value))
    found += _fractions(quantities)
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
    if clause.tense == "future" or clause.standing not in _TOLD:
        return False
    if not multiple.first <= clause.verb < multiple.last:
        return True
    told = (at for at in (clause.subject, clause.object) if at is not None and _names(facts, at))
    amounts = facts.lexicon.words("amount-heads")  # "the need has doubled": of what was counted right before
    names = {language.phrases[at].lemma for at in told} - amounts
    near = {lemma for q in pair for lemma in _lemmas(facts, q.sentence)}
    return not names or any(name.startswith(one) for name in names for one in near if len(one) >= _STEM)


def _lemmas(facts: Analysis, sentence: int) -> Sequence[str]:
    return facts.language.lemmas[facts.sentences[sentence].first : facts.sentences[sentence].last]


def _names(facts: Analysis, index: int) -> bool:
    phrase = facts.language.phrases[index]
    return phrase.pronoun is None and not phrase.proper and phrase.number is None


def _fractions(quantities: Quantities) -> Iterator[tuple[int, int, float]]:
    """ "half as many", "a third as large": the fraction with what it is of."""
    facts = quantities.facts
    lowers, tags = facts.tokens.lowers, facts.language.tags
    for q in quantities.all:
        if q.form != "fraction" or not 0 < q.value < 1 or q.last + 1 >= len(lowers):
            continue
        compared = lowers[q.last] in facts.lexicon.words("as-words") and tags[q.last + 1] in ("ADJ", "ADV", "DET")
        if compared and facts.lexicon.words("as-many-again").isdisjoint(lowers[q.last + 2 : q.last + 3]):
            yield q.first, q.last + 2, q.value


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
