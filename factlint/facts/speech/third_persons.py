"""Third persons: quotations that open with “he” or “she” where the speaker alone can be meant.

“She had never seen people wade,” said Ann Roe, and no other woman has been told of: a report in quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun, Quote

_SPEAKS = frozenset({"sentence", "colon"})  # ways in which a quotation's own words name its speaker
_BEINGS = frozenset({"person", "animal"})
_UNKNOWN = "unknown"
_GENDERS = {"he": "male", "she": "female"}  # by the lemma of a pronoun


def find_third_persons(facts: Facts) -> Iterator[Credit]:
    """Each utterance whose first word is the speaker's own “he” or “she”, with that word."""
    inside = (one for one in facts.pronouns if one.in_quote and one.case == "subject")
    opening = {one.start: one for one in inside if one.lemma in _GENDERS}
    if not opening:
        return
    people: Holders | None = None
    for quote in facts.quotes:
        pronoun = opening.get(facts.tokens.starts[facts.tokens.at(quote.start) + 1]) if quote.end else None
        speaker = quote.speaker
        if pronoun is None or speaker is None or quote.kind != "direct" or quote.way not in _SPEAKS or not quote.closed:
            continue
        people = people or Holders(facts)
        person = people.speaker(speaker)
        if person is None or quote.cue is None or _sex(facts, quote, person) != _GENDERS[pronoun.lemma]:
            continue
        if not _others(facts, quote, person, pronoun, people):
            yield Credit(quote.start, quote.end, "third", person, Stretch(pronoun.start, pronoun.end))


def _sex(facts: Facts, quote: Quote, person: Person) -> str:
    """The gender of a speaker by his name or by the pronoun that credits him."""
    if person.gender != _UNKNOWN or quote.speaker is None:
        return person.gender
    start = quote.speaker.start
    lemma = next((pronoun.lemma for pronoun in facts.pronouns if pronoun.start == start), "")
    return _GENDERS.get(lemma, _UNKNOWN)


def _others(facts: Facts, quote: Quote, person: Person, pronoun: Pronoun, people: Holders) -> bool:
    """Whether anybody but the speaker, or any creature, stands above for whom a quotation's “he” or “she” may be."""
    fitting = (_GENDERS[pronoun.lemma], _UNKNOWN)
    first = facts.sentence_at(quote.start).start
    for other in facts.people:
        if other is not person and other.gender in fitting and other.names and other.names[0].start < first:
            return True
    for word in facts.pronouns:
        if word.start >= first:
            break
        if word.lemma == pronoun.lemma and word.person is not person and not word.in_quote:
            return True
    named = facts.lexicon.table("called-he-or-she")
    creatures = frozenset(noun for noun, gender in named.items() if gender in fitting)
    return any(
        phrase.start < first and _may_be_meant(facts, number, fitting, creatures, person, people)
        for number, phrase in enumerate(facts.language.phrases)
    )


def _may_be_meant(
    facts: Facts, number: int, genders: tuple[str, str], creatures: frozenset[str], person: Person, people: Holders
) -> bool:
    """Whether a phrase without a name speaks of one being that is not the speaker."""
    phrase = facts.language.phrases[number]
    bare = phrase.determiner is None and phrase.owner is None  # “driver Ann Roe”: an office before a name
    if phrase.proper or phrase.plural or phrase.pronoun is not None or bare:
        return False
    if phrase.lemma in creatures:
        return True
    sex = facts.lexicon.table("gendered-nouns").get(phrase.lemma, _UNKNOWN)
    if _BEINGS.isdisjoint(phrase.classes) or sex not in genders or phrase.role == "attribute":
        return False
    return people.meant(number) is not person and person.id not in people.offices.get(phrase.lemma, {})
