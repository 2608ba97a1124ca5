"""Ages taken up: whom “the 46-year-old” stands for, by who can be meant where it stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Age, Person
    from factlint.language.model import Phrase

_NEAR = 5  # years between two ages told of one person
_BACK = 3  # sentences
_STRANGER = 4  # sentences within which somebody without a name is still in the reader's mind
_MOST_NAMES = 20  # looked at before it
_PERSON = "person"
_DEPENDENT = ("relative", "infinitive", "participle", "subordinate")


class _Named(NamedTuple):
    """A place of a name.

    start: its first code point.
    token: its first token.
    person: whose it is.
    """

    start: int
    token: int
    person: Person


class Stand:
    """Finds who is meant by an age that stands without a name."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.lowers = facts.tokens.lowers
        self.language = facts.language
        self.parents = facts.lexicon.words("words-for-parents")
        self.kin = facts.lexicon.words("relations")
        self.saying = facts.lexicon.words("speech-verbs")
        self.names = sorted(
            (
                _Named(name.start, facts.tokens.at(name.start), person)
                for person in facts.people
                for name in person.names
            ),
            key=lambda named: named.start,
        )
        self.starts = [named.start for named in self.names]
        self.most = max((person.mentions for person in facts.people), default=0)

    def is_person(self, at: int) -> bool:
        """Whether the compound at a token stands for a person: the 46-year-old, the 46-year-old vet."""
        number = self.language.phrase_at(at)
        if number is None:
            return False
        phrase = self.language.phrases[number]
        if phrase.head == at:
            return True
        behind = range(at + 1, phrase.head + 1)
        own = not phrase.plural and phrase.owner is None and not phrase.proper
        return own and _PERSON in phrase.classes and not any(self.facts.tokens.texts[t][0].isupper() for t in behind)

    def only_one_named(self, at: int, years: int, taken: Mapping[int, Age]) -> Person | None:
        """The person whom the sentence and the one before name, where they name nobody else, and before the age.

        Of quite another age it is somebody without a name who stands before: “a boy … Roe, 41 … The 11-year-old”.
        """
        facts = self.facts
        start = facts.tokens.starts[at]
        sentence = facts.sentence_at(start)
        before = facts.sentences[max(0, sentence.number - 1)]
        first, last = bisect_left(self.starts, before.start), bisect_left(self.starts, sentence.end)
        near = {self.names[place].person.id for place in range(first, min(last, first + _MOST_NAMES))}
        earlier = first < last and self.starts[first] < start and not near & self._speaking(sentence.start, start)
        if len(near) != 1 or not earlier or before.kind == "headline":
            return None
        person = self.names[first].person
        # The decade is hardly ever the slip: 71 and 77 are one woman's.
        ages = {age.years for age in taken.values() if age.person is person}
        apart = any(abs(one - years) > _NEAR and one // 10 != years // 10 for one in ages)
        return None if apart and self._is_stranger_before(start) else person

    def _is_stranger_before(self, start: int) -> bool:
        """Whether the sentences before a code point bring in one person without a name: “a boy”, “his daughter”."""
        here = self.facts.sentence_at(start)
        since = self.facts.sentences[max(0, here.number - _STRANGER)].start
        near = begun_between(self.language.phrases, since, here.end)
        beside = {phrase.apposition_of for phrase in near}
        apposed = {self.language.phrases[number].start for number in beside if number is not None}
        return any(
            phrase.start < start
            and _PERSON in phrase.classes
            and not (phrase.plural or phrase.proper or phrase.pronoun or phrase.start in apposed)
            and phrase.apposition_of is None
            and phrase.role != "attribute"
            for phrase in near
        )

    def aged(self, at: int, years: int, taken: Mapping[int, Age]) -> Person | None:
        """The one person with an age near this one, where nobody else who is spoken of just before can be meant.

        Nobody else of the article is of that age; whoever only speaks, is told to be a relative, has another age, or
        is what the sentence itself is about (“Roe told the 46-year-old”) is not meant.
        """
        start = self.facts.tokens.starts[at]
        ages = [age for age in taken.values() if not age.in_quote]
        told: dict[str, list[Age]] = {}
        for age in ages:
            told.setdefault(age.person.id, []).append(age)
        if any(age.years == years for age in ages):
            return None
        near = {
            age.person.id: age.person
            for age in ages
            if not age.past and age.start < start and 0 < abs(age.years - years) <= _NEAR
        }
        if len(near) != 1:
            return None
        person = next(iter(near.values()))
        sentence = self.facts.sentence_at(start)
        since = self.facts.sentences[max(0, sentence.number - _BACK)].start
        first, last = bisect_left(self.starts, since), bisect_left(self.starts, start)
        for named in self.names[max(first, last - _MOST_NAMES) : last]:
            rival = named.person
            if rival.id != person.id and rival.id not in told and self._may_be_meant(named, at, person):
                return None
        return person

    def _may_be_meant(self, named: _Named, at: int, person: Person) -> bool:
        """Whether an age without a name may be that of somebody named before it, rather than of whom it is near."""
        if self._relative(named.token) or self._told(named.token):
            return False
        here = self.facts.sentence_of(at)
        if named.token >= here.first:
            return not self._over(named.token, at)
        if named.person.id in self._speaking(here.start, self.facts.tokens.starts[at]):
            return False
        central = person.mentions == self.most and person.mentions > named.person.mentions
        before = self.facts.sentence_at(named.start).number < here.number - 1
        return not (central and named.person.described and (before or named.person.only_in_credit))

    def _speaking(self, start: int, end: int) -> set[str]:
        """Whom a subject “he” or “she” between two code points means: “she told the 46-year-old”."""
        return {
            p.person.id
            for p in self.facts.pronouns
            if start <= p.start < end and p.case == "subject" and not p.in_quote and p.person is not None
        }

    def _relative(self, at: int) -> bool:
        """Whether a word for a relative stands before a name: his mother, Ann Roe."""
        before = [word for word in self.lowers[max(0, at - 3) : at] if word != ","]
        return bool(before) and (before[-1] in self.parents or before[-1] in self.kin)

    def _told(self, at: int) -> bool:
        """Whether a name is that of the subject or of the credit of what somebody says."""
        number = self.language.phrase_at(at)
        phrase: Phrase | None = None if number is None else self.language.phrases[number]
        if phrase is None:
            return False
        clause = phrase.clause if phrase.role == "subject" else None
        if clause is None and phrase.apposition_of is not None:
            other = self.language.phrases[phrase.apposition_of]
            clause = other.clause if other.role == "subject" else None
        if clause is not None:
            return "saying" in self.language.clauses[clause].classes
        behind = self.lowers[phrase.last : phrase.last + 1] + self.lowers[phrase.first - 1 : phrase.first]
        return not self.saying.isdisjoint(behind)

    def _over(self, name: int, at: int) -> bool:
        """Whether a name is the subject over a clause that holds the age: “Roe said that the 46-year-old …”."""
        number = self.language.phrase_at(name)
        phrase = None if number is None else self.language.phrases[number]
        if phrase is not None and phrase.apposition_of is not None and phrase.role != "subject":
            phrase = self.language.phrases[phrase.apposition_of]
        if phrase is None or phrase.role != "subject" or phrase.clause is None:
            return False
        own = self.language.clause_of(at)
        if own is None or own == phrase.clause:
            return True
        clause = self.language.clauses[own]
        return clause.within is not None or clause.kind in _DEPENDENT
