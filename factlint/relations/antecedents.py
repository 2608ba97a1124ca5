"""Antecedents: the counted things that “them” or “those” behind a number takes up, where there is no choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.analysis import Analysis
    from factlint.relations.quantities import Quantities, Quantity

_BACK = 1  # sentences before a pronoun in which what it takes up is told
_CORE = ("subject", "object", "attribute")
_WIDEST = 3.0  # a part told wrongly is no more than so many times its whole


def taken_up(quantities: Quantities, claim: Quantity) -> Quantity | None:
    """The figure whose things a part of “them” is of, or none where others may be meant.

    It is the last subject or object of several before the claim; an oblique phrase, “from 21 countries”, is passed
    over, and the subject of the claim's own clause is never its “them”.
    """
    facts = quantities.facts
    if _is_no_part(facts, claim):
        return None
    own = _own_subject(facts, claim)
    sentence = facts.sentences[max(0, claim.sentence - _BACK)]
    counted = {q.last - 1: q for q in quantities.near(claim, _BACK, 0) if q.place < claim.place}
    indices = {facts.language.phrase_at(at) for at in range(sentence.first, claim.first)} - {None}
    phrases = [facts.language.phrases[index] for index in sorted(index for index in indices if index is not None)]
    found = [p for p in phrases if p.plural and p.role in _CORE and p.preposition is None and p is not own]
    if not found:
        return None
    last = found[-1]
    whole = next((q for at, q in counted.items() if last.first <= at < last.last), None)
    if whole is None or claim.value > _WIDEST * whole.value:
        return None
    return whole


def _is_no_part(facts: Analysis, claim: Quantity) -> bool:
    """Whether a number of “them” is all of them, “the 17 of them”, or “those” is bound by what follows it."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    if claim.first and lowers[claim.first - 1] in words("definite-articles"):
        return True
    pointer = claim.last + 1
    if lowers[pointer] not in facts.lexicon.table("number-of-demonstratives"):
        return False
    behind = facts.language.tags[pointer + 1 : pointer + 2]
    return bool(behind) and behind[0] not in ("AUX", "PUNCT", "ADV")  # “611 of those present”


def _own_subject(facts: Analysis, claim: Quantity) -> Phrase | None:
    """The subject of the clause in which a claim is an object, which “them” does not name."""
    language = facts.language
    index = language.phrase_at(claim.last - 1)
    if index is None:
        return None
    phrase = language.phrases[index]
    subject = None if phrase.clause is None else language.clauses[phrase.clause].subject
    return None if subject is None or subject == index else language.phrases[subject]
