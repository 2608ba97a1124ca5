"""Unrivalled: what nothing is said to be better than, in any form but a superlative.

“No better pie is to be had anywhere in the country”, “there has never been a kinder mayor”, “her jam has no equal”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts

_BACK = 8  # tokens from the denial to the comparative behind it


def find_unrivalled(facts: Facts) -> Iterator[tuple[int, int]]:
    """Token ranges of such praise, in no order."""
    yield from _denied(facts)
    yield from _without_equal(facts)


def _denied(facts: Facts) -> Iterator[tuple[int, int]]:
    """A comparative of praise that is denied of everything, everywhere or ever."""
    tokens, words = facts.tokens, facts.lexicon.words
    nothing, reach = words("words-for-nobody"), words("words-of-reach")
    for at in tokens.positions(words("praising-comparatives")):
        sentence = facts.sentence_of(at)
        low = max(sentence.first, at - _BACK)
        first = next((place for place in range(at - 1, low - 1, -1) if tokens.lowers[place] in nothing), -1)
        if first < 0:
            continue
        denial = tokens.lowers[first]
        last = next((to for to in range(at + 1, sentence.last) if tokens.lowers[to] in reach), -1)
        everywhere = denial in reach or (denial in words("words-for-never") and _exists(facts, first))
        if last >= 0 or everywhere:
            yield first, max(last, at) + 1


def _exists(facts: Facts, at: int) -> bool:
    """Whether “there” stands before “never”: “there has never been a kinder mayor”."""
    expletive = facts.lexicon.words("there-words")
    return not expletive.isdisjoint(facts.tokens.lowers[max(0, at - 3) : at])


def _without_equal(facts: Facts) -> Iterator[tuple[int, int]]:
    """“Has no equal”, “is unrivalled”, “is second to none”."""
    language, words = facts.language, facts.lexicon.words
    tokens = facts.tokens
    yield from tokens.phrases(facts.lexicon.phrases("phrases-for-unrivalled"))
    for at in tokens.positions(words("equal-nouns")):
        number = language.phrase_at(at)
        phrase = language.phrases[number] if number is not None else None
        if phrase is None or phrase.head != at or phrase.determiner not in words("none-determiners"):
            continue
        clause = language.clauses[phrase.clause] if phrase.clause is not None else None
        if clause is not None and clause.lemma in words("having-verbs") and phrase.role == "object":
            yield clause.first, phrase.last
    for at in tokens.positions(words("unrivalled-words")):
        clause_number = language.clause_of(at - 1) if at else None
        clause = language.clauses[clause_number] if clause_number is not None else None
        if clause is not None and clause.predicate == at and clause.subject is not None and not clause.negated:
            yield clause.first, at + 1
