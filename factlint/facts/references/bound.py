"""Bound: a “he” or “his” in a clause of which a woman is the subject, with no man before it whom it could mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun, Sentence
    from factlint.facts.references.grounds import Ground
    from factlint.facts.references.shown import Shown
    from factlint.language.model import Phrase

_OTHER = {"female": "male", "male": "female"}
_HEADS = frozenset({"saying", "thinking", "feeling", "seeing"})  # what one says of others as often as of oneself
_NEAR = 3  # sentences back in which somebody of a gender not told may be meant
_FEW = 60  # grounds that are looked back at


class Bound:
    """Asks of pronouns whether the subject of their clause is of the other sex; holds what that needs."""

    def __init__(self, facts: Facts, shown: Shown, is_place: Callable[[Ground], bool]) -> None:
        self.facts, self.shown, self.is_place = facts, shown, is_place
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.nouns = facts.lexicon.table("gendered-nouns")
        self.gendered = facts.lexicon.table("third-person")
        self.calendar = facts.lexicon.words("calendar-words")
        self.things = sorted(name.start for names in (facts.places, facts.organizations) for name in names)
        self.subjects: dict[int, Person] = {}
        for mention in facts.mentions:
            if not mention.in_quote:
                self.subjects.setdefault(facts.tokens.at(mention.start), mention.person)

    def to(self, pronoun: Pronoun, gender: str, seen: list[Ground]) -> Stretch | None:
        """The subject that a pronoun goes back to, where that is of the other sex and nobody else fits; else none.

        What one does with what is “his” is his own; of what one says or thinks of him that is not sure: there nobody
        without a known gender may be near either.
        """
        if pronoun.in_quote or pronoun.ahead or pronoun.opens:
            return None
        found = self._subject(pronoun)
        if found is None:
            return None
        person, place, own = found
        if person.gender != _OTHER[gender] or (person.id, gender) in self.shown.places:
            return None
        here = self.facts.sentence_at(pronoun.start)
        if self._is_told(here, gender, self.facts.tokens.at(pronoun.start)):
            return None
        for ground in reversed(seen[-_FEW:]):
            if ground.person is person or (ground.kind == "maybe" and ground.person is not None):
                continue
            if self.is_place(ground):
                continue
            back = here.number - self.facts.sentence_at(ground.start).number
            if ground.gender == gender or (ground.gender == "unknown" and back <= (0 if own else _NEAR)):
                return None
        return place

    def _is_told(self, sentence: Sentence, gender: str, at: int) -> bool:
        """Whether a noun of a sex stands before a token in its sentence: “If Roe were a woman, would they ask her?”."""
        lemmas = self.facts.language.lemmas
        return any(self.nouns.get(lemmas[place]) == gender for place in range(sentence.first, at))

    def _subject(self, pronoun: Pronoun) -> tuple[Person, Stretch, bool] | None:
        """Who is the subject of the clause that a pronoun is said of, where, and whether it tells of a deed."""
        at = self.facts.tokens.at(pronoun.start)
        number = self.facts.language.clause_of(at)
        own = pronoun.case == "possessive"
        while number is not None:
            clause = self.clauses[number]
            subject = None if clause.subject is None else self.phrases[clause.subject]
            itself = pronoun.case == "object" and number == self.facts.language.clause_of(at)
            if itself and subject is not None and subject.pronoun is None and not self._about_things(subject):
                return None  # “Tann rang him”
            if subject is not None and subject.first < at and subject.pronoun is None and not itself:
                person = self._named(subject.first, subject.last)
                if person is None or self._another(number, subject, person) or self._names_between(subject, at):
                    return None
                own = own and clause.voice == "active" and clause.classes.isdisjoint(_HEADS)
                return person, Stretch(subject.start, subject.end), own
            if subject is not None and self.facts.tokens.lowers[subject.head] in self.gendered and subject.first != at:
                return None
            own, number = False, clause.within if clause.within is not None else self._joined(number)
        return None

    def _joined(self, number: int) -> int | None:
        """The clause before one that has no subject of its own or hangs on it: “Ward ran well | because he …”."""
        clause = self.clauses[number]
        before = self.clauses[number - 1] if number else clause
        tied = clause.subject is None or clause.kind == "subordinate"
        return number - 1 if tied and number and before.sentence == clause.sentence else None

    def _about_things(self, subject: Phrase) -> bool:
        """Whether a subject is no person: “Tann said that the wave had hit him”."""
        return self._named(subject.first, subject.last) is None and not subject.proper

    def _another(self, number: int, subject: Phrase, person: Person) -> bool:
        """Whether a clause before one in its sentence is about somebody else: “She fears what Roe stirs up in her”."""
        for place in range(number - 1, -1, -1):
            clause = self.clauses[place]
            if clause.sentence != subject.sentence:
                return False
            other = None if clause.subject is None else self.phrases[clause.subject]
            if other is None or other.plural or (other.pronoun is not None and clause.kind == "relative"):
                continue
            if self._named(other.first, other.last) is not person:
                return True
        return False

    def _names_between(self, subject: Phrase, at: int) -> bool:
        """Whether a name of neither a place nor a time stands between a subject and a token."""
        first = bisect_left(self.phrases, subject.last, key=lambda phrase: phrase.first)
        last = bisect_left(self.phrases, at, key=lambda phrase: phrase.first)
        return any(phrase.proper and not self._is_known(phrase) for phrase in self.phrases[first:last])

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether a name is a place's, a body's or a time's."""
        at = bisect_left(self.things, phrase.start)
        known = at < len(self.things) and self.things[at] < phrase.end
        return known or self.facts.tokens.lowers[phrase.head] in self.calendar

    def _named(self, first: int, last: int) -> Person | None:
        """The person whom a phrase names, and nobody beside."""
        people = [self.subjects[at] for at in range(first, last) if at in self.subjects]
        return people[0] if len(people) == 1 else None
