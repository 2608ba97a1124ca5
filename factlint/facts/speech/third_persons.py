"""Third persons: quotations that open with “he” or “she” where the speaker alone can be meant.

“She had never seen people wade,” said Ann Roe, and no other woman has been told of: a report in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun, Speaker

_SPEAKS = frozenset({"sentence", "colon"})  # ways in which a quotation's own words name its speaker
_BEINGS = frozenset({"person", "animal"})
_UNKNOWN = "unknown"
_GENDERS = {"he": "male", "she": "female"}  # by the lemma of a pronoun


def find_third_persons(facts: Facts) -> Iterator[Credit]:
    """Each utterance that opens with the speaker's own “he” or “she”, and each fragment with one, with that word."""
    inside = [one for one in facts.pronouns if one.in_quote and one.lemma in _GENDERS]
    people: Holders | None = None
    for quote in facts.quotes if inside else ():
        speaker = quote.speaker
        if speaker is None or quote.cue is None or quote.way not in _SPEAKS or not quote.closed:
            continue
        place = bisect_left(inside, quote.start, key=lambda one: one.start)
        pronoun = inside[place] if place < len(inside) and inside[place].end <= quote.end else None
        if pronoun is None:
            continue
        whole = quote.kind == "direct"
        opens = pronoun.case == "subject" and pronoun.start == facts.tokens.starts[facts.tokens.at(quote.start) + 1]
        people = people or Holders(facts)
        person = people.speaker(speaker)
        if (whole and not opens) or person is None or _sex(facts, person) != _GENDERS[pronoun.lemma]:
            continue
        before = facts.sentence_at(quote.start).start if whole else quote.start
        if not _others(facts, before, speaker, person, pronoun, people):
            yield Credit(quote.start, quote.end, "third", person, Stretch(pronoun.start, pronoun.end))


def _sex(facts: Facts, person: Person) -> str:
    """The gender of a speaker by his name, or by the one pronoun that stands for him outside quotations."""
    if person.gender != _UNKNOWN:
        return person.gender
    lemmas = {one.lemma for one in facts.pronouns if one.person is person and not one.in_quote}
    return _GENDERS.get(lemmas.pop(), _UNKNOWN) if len(lemmas) == 1 else _UNKNOWN


def _others(facts: Facts, before: int, speaker: Speaker, person: Person, pronoun: Pronoun, people: Holders) -> bool:
    """Whether anybody but the speaker, or any creature, stands before a place for whom “he” or “she” may be."""
    fitting = (_GENDERS[pronoun.lemma], _UNKNOWN)
    for other in facts.people:
        if other is not person and other.gender in fitting and other.names and other.names[0].start < before:
            return True
    for word in facts.pronouns:
        if word.start >= max(before, speaker.end):
            break
        if word.lemma != pronoun.lemma or word.in_quote:
            continue
        whose = speaker.start <= word.start and word.case == "possessive"  # “said his lawyer, Roe”
        if whose or (word.start < before and word.person is not person):
            return True
    named = facts.lexicon.table("called-he-or-she")
    creatures = frozenset(noun for noun, gender in named.items() if gender in fitting)
    return any(
        phrase.start < before and _may_be_meant(facts, number, fitting, creatures, person, people)
        for number, phrase in enumerate(facts.language.phrases)
    )


def _may_be_meant(
    facts: Facts, number: int, genders: tuple[str, str], creatures: frozenset[str], person: Person, people: Holders
) -> bool:
    """Whether a phrase without a name speaks of one being that is not the speaker."""
    phrase = facts.language.phrases[number]
    bare = phrase.determiner is None and phrase.owner is None  # “driver Ann Roe”: an office before a name
    bare = bare and facts.sentences[phrase.sentence].kind != "headline"  # headlines leave articles out
    if phrase.proper or phrase.plural or phrase.pronoun is not None or bare:
        return False
    if phrase.lemma in creatures:
        return True
    sex = facts.lexicon.table("gendered-nouns").get(phrase.lemma, _UNKNOWN)
    if _BEINGS.isdisjoint(phrase.classes) or sex not in genders or phrase.role == "attribute":
        return False
    lemmas, at = facts.language.lemmas, facts.tokens.at
    if any(name.start and lemmas[at(name.start) - 1] == phrase.lemma for name in person.names):
        return False  # “Channel swimmer Ann Roe”
    return people.meant(number) is not person and person.id not in people.offices.get(phrase.lemma, {})
