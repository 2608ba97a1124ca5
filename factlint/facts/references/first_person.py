"""First person: an “our” or “we” outside quotation marks, as a press release leaves it behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


class FirstPerson(NamedTuple):
    """A word of the first person, its token, whether it stands in reported speech, and how many more there are."""

    at: int
    reported: bool
    more: int


def find_first_person(facts: Facts) -> Iterator[FirstPerson]:
    """Every word of the first person plural outside quotations and headlines."""
    starts, texts = facts.tokens.starts, facts.tokens.texts
    words = facts.lexicon.words("first-person-plural")
    singular = facts.lexicon.words("first-person-singular")

    def outside(at: int) -> bool:
        # “US” is a country, “I” in “Henry I” a number: only what is written small counts, or “We”, “Our”, “I”.
        # “proposed we "wake up"” goes on in the speaker's own words.
        quoted = facts.is_quoted(at) or facts.is_quoted(min(at + 1, len(starts) - 1))
        return not quoted and (not texts[at].isupper() or texts[at] == "I")

    texts, firsts = facts.tokens.texts, facts.sentence_firsts
    # A capital amid a sentence is a name's: “Our Principles PAC”.
    ours = [at for at in facts.tokens.positions(words) if outside(at) and (texts[at].islower() or at in firsts)]
    if not ours:
        return
    mine = sum(outside(at) for at in facts.tokens.positions(singular))
    for at in ours:
        yield FirstPerson(at, _is_reported(facts, at), len(ours) - 1 + mine)


def _is_reported(facts: Facts, at: int) -> bool:
    """Whether the words stand in what somebody else is said to have said: “the manager said that our bakery …”."""
    language = facts.language
    number = language.clause_of(at)
    if number is None:
        index = language.phrase_at(at)
        number = language.phrases[index].clause if index is not None else None
    seen = 0
    while number is not None and seen < len(language.clauses):
        clause = language.clauses[number]
        over = clause.within
        if over is not None and "saying" in language.clauses[over].classes:
            subject = language.clauses[over].subject
            own = facts.lexicon.union("first-person-plural", "first-person-singular")
            return subject is None or language.phrases[subject].pronoun not in own
        number, seen = over, seen + 1
    return False
