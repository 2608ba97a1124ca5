"""Holders: whom a phrase means by name, by pronoun or by an office that one person of the article alone holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.bearers import Bearers

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Speaker
    from factlint.language.model import Clause, Phrase

_ROW = 8  # phrases from one “who” back to the first of its row


class Holders:
    """Looks up the people of one article by phrase or by a quote's speaker."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.phrases = facts.language.phrases
        self.bearers = Bearers(facts)
        self.offices: dict[str, dict[str, Person]] = {}
        #: Who is named in apposition to a phrase without a name: “a spokesman, Ann Roe”, by the number of the phrase.
        self.beside: dict[int, Person] = {}
        for title in facts.titles:
            if not title.former:
                self._hold(title.office, title.person)
                self._hold(facts.text(title).lower(), title.person)
        for number, phrase in enumerate(self.phrases):
            self._told_beside(number, phrase)

    def _told_beside(self, number: int, phrase: Phrase) -> None:
        """What stands before a name (“Owner Ann Roe”) or in apposition to one (“the owner, Ann Roe”)."""
        person = self.bearers.named(number)
        if person is not None:
            noun_classes, lowers = self.facts.language.words.noun_classes, self.facts.tokens.lowers
            for at in phrase.modifiers:
                if "person" in noun_classes(lowers[at]):
                    self._hold(lowers[at], person)
        other = phrase.apposition_of
        if other is None or self._parted(phrase, self.phrases[other]):
            return
        for noun, name in ((number, other), (other, number)):
            bearer = self.bearers.named(name)
            if bearer is not None and self.bearers.named(noun) is None:
                self.beside.setdefault(noun, bearer)
            if bearer is not None and not self.phrases[noun].proper:
                self._hold(self.phrases[noun].lemma, bearer)

    def _parted(self, one: Phrase, two: Phrase) -> bool:
        """Whether a quotation mark parts two phrases: “… with my late husband,” Ann Roe said."""
        return self.facts.in_quotation(one.start) != self.facts.in_quotation(two.start)

    def _hold(self, office: str, person: Person) -> None:
        self.offices.setdefault(office, {})[person.id] = person

    def meant(self, phrase: int) -> Person | None:
        """Whom a phrase names or means by pronoun, or who alone holds the office that it speaks of.

        “Prime minister | Ann Roe” may be two phrases side by side.
        """
        found = self.phrases[phrase]
        named = self.bearers.meant(phrase)
        if named is None and phrase + 1 < len(self.phrases) and self.phrases[phrase + 1].first == found.last:
            named = self.bearers.named(phrase + 1)
        return named or self.beside.get(phrase) or self._holder(found.first, found.last)

    def subject_of(self, clause: Clause) -> Person | None:
        """Whom a clause is about; where “who” is its subject, whoever stands right before that."""
        number = clause.subject
        if number is None:
            return None
        if clause.kind == "relative" and number and self._is_relative(number, clause):
            number = self._before_the_first(number)
            before = self.phrases[number - 1].apposition_of
            return self.meant(number - 1 if before is None else before) or self.meant(number - 1)
        return self.meant(number)

    def _is_relative(self, number: int, clause: Clause) -> bool:
        """Whether a subject is “who”, which takes up what stands before it."""
        who = self.phrases[number]
        relative = self.facts.lexicon.words("relative-words")
        return who.last == clause.first or self.facts.tokens.lowers[who.first] in relative

    def _before_the_first(self, number: int) -> int:
        """The first “who” of a row: “Roe, who was a sexton and who has not spoken since”."""
        lowers, relative = self.facts.tokens.lowers, self.facts.lexicon.words("relative-words")
        joining = self.facts.lexicon.words("row-joiners")
        first = number
        for place in range(number - 1, max(-1, number - _ROW), -1):
            joined = lowers[self.phrases[first].first - 1] in joining
            if self.phrases[place].sentence != self.phrases[number].sentence or not joined:
                break
            if lowers[self.phrases[place].first] in relative:
                first = place
        return first

    def speaker(self, speaker: Speaker) -> Person | None:
        """Who speaks, also where only an office is given: the prime minister said."""
        if speaker.person is not None or speaker.kind != "described":
            return speaker.person
        tokens = self.facts.tokens
        return self._holder(*tokens.span(speaker.start, speaker.end))

    def _holder(self, first: int, last: int) -> Person | None:
        """Who alone holds the office that some tokens name, behind their article."""
        lowers = self.facts.tokens.lowers
        definite = self.facts.lexicon.words("definite-articles")
        if lowers[first] not in definite:
            return None
        holders = self.offices.get(" ".join(lowers[first + 1 : last]), {})
        return next(iter(holders.values())) if len(holders) == 1 else None
