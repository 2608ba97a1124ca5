"""Between two: a “he”, “she” or “its” behind a verb that joins two who could both be meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.equals import CREDITS, Equals
from factlint.facts.references.even import Even
from factlint.facts.references.rivals import Rivals
from factlint.facts.references.standing import Standing
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Pronoun
    from factlint.language.model import Clause, Phrase

_BESIDE = 4  # tokens behind a verb in which the other of two stands
#: How often one of two is named, and by how many times oftener than the other, in an article that is about him.
_OFTEN, _AS_OFTEN = 5, 3
_LOW = 0.7  # how surely a pronoun stands for one of the two, from which the words decide


class Between(NamedTuple):
    """A pronoun, as tokens, and the places of the two whom it may mean."""

    first: int
    last: int
    two: tuple[Stretch, Stretch]


def find_between(facts: Facts) -> Iterator[Between]:
    """Every such pronoun outside quotations, in order of place."""
    complements = facts.lexicon.words("complement-openers")
    finder, rivals, equals = _Finder(facts), Rivals(facts), Equals(facts)
    even = Even(facts, equals)
    for pronoun in facts.pronouns:
        if pronoun.lemma not in GENDER_OF_LEMMA or pronoun.in_quote:
            continue
        at = facts.tokens.at(pronoun.start)
        two = equals.before(pronoun)
        if two is None and pronoun.case == "possessive" and facts.tokens.lowers[at - 1] in complements:
            two = finder.people(pronoun)
        if two is None and pronoun.case == "subject":
            gender = GENDER_OF_LEMMA[pronoun.lemma]
            two = finder.people(pronoun) or rivals.before(at, gender)
        two = two or even.before(pronoun)
        if two is not None and not (finder.is_about_one(two) or finder.are_told_apart(two, pronoun)):
            yield Between(at, at, two)
    for at in facts.tokens.positions(facts.lexicon.words("impersonal-pronouns")):
        if not facts.is_quoted(at) and (two := rivals.before(at, None)) is not None:
            yield Between(at, at, two)
    for at in facts.tokens.positions(facts.lexicon.words("body-pronouns")):
        if not facts.is_quoted(at) and (two := finder.bodies(at)) is not None:
            yield Between(at, at, two)


class _Finder:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.language = facts.language
        self.standing = Standing(facts)
        self.mentions: dict[int, list[Mention]] = {}
        for mention in facts.mentions:
            if mention.block not in CREDITS:
                self.mentions.setdefault(facts.sentence_at(mention.start).number, []).append(mention)
        self.clauses: dict[int, list[int]] = {}
        for number, clause in enumerate(self.language.clauses):
            self.clauses.setdefault(clause.sentence, []).append(number)

    def is_about_one(self, two: tuple[Stretch, Stretch]) -> bool:
        """Whether an article is about one of two, and the other comes in by the way: a life, and a brother in it."""
        persons = {m.start: m.person for named in self.mentions.values() for m in named}
        told = [len(persons[place.start].names) for place in two if place.start in persons]
        return len(told) == len(two) and max(told) >= max(_OFTEN, _AS_OFTEN * min(told))

    def are_told_apart(self, two: tuple[Stretch, Stretch], pronoun: Pronoun) -> bool:
        """Whether the sentence has a “she” for one of two and a “he” for the other: “he with a loan, she with none”."""
        sentence, gender = self.facts.sentence_at(pronoun.start), GENDER_OF_LEMMA[pronoun.lemma]
        genders = {m.start: m.person.gender for named in self.mentions.values() for m in named}
        sure = all(genders.get(place.start, gender) == gender for place in two)
        return not sure and any(
            sentence.start <= other.start < sentence.end and GENDER_OF_LEMMA.get(other.lemma, gender) != gender
            for other in self.facts.pronouns
        )

    def people(self, pronoun: Pronoun) -> tuple[Stretch, Stretch] | None:
        """The subject and the object of a verb before a pronoun in its sentence, where it fits both as well."""
        gender = GENDER_OF_LEMMA[pronoun.lemma]
        at = self.facts.tokens.at(pronoun.start)
        sentence = self.facts.sentence_at(pronoun.start).number
        fitting = [m for m in self.mentions.get(sentence, ()) if m.start < pronoun.start]
        fitting = [m for m in fitting if m.person.gender in (gender, "unknown")]
        ids = {m.person.id for m in fitting}
        if len(ids) != 2 or all(m.person.gender == "unknown" for m in fitting):
            return None
        own = self.language.clause_of(at)
        if own is None:
            return None
        for number in self.clauses.get(sentence, ()):
            clause = self.language.clauses[number]
            if clause.verb > at or number == own:
                continue
            verb = self.facts.tokens.starts[clause.verb]
            subject = self._subject(clause, [m for m in fitting if m.start < verb])
            other = next((m for m in fitting if verb < m.start), None)
            if subject is None or other is None or subject.person.id == other.person.id:
                continue
            if self._behind(number, own, other, at, pronoun.lead):
                return Stretch(subject.start, subject.end), Stretch(other.start, other.end)
        return None

    def _behind(self, number: int, own: int, other: Mention, at: int, lead: float) -> bool:
        """Whether a pronoun stands in what one of two tells the other, or in what happens before or after they meet."""
        words, lowers = self.facts.lexicon.words, self.facts.tokens.lowers
        clause, mine = self.language.clauses[number], self.language.clauses[own]
        told_to = self.standing.phrase_of(other)
        first, last = self.facts.tokens.at(other.start), self.facts.tokens.at(other.end - 1) + 1
        first = first if told_to is None else told_to.first
        if first - clause.last > _BESIDE or self.language.clause_of(first) not in (None, number):
            return False
        if "saying" in clause.classes and clause.lemma not in words("asking-verbs"):
            told = not words("complement-openers").isdisjoint(lowers[last:at])
            if told_to is not None and self._hears_cases(told_to):
                return False
            over = mine.within
            if over not in (None, number) and self.language.clauses[over].verb < self.facts.tokens.at(other.start):
                over = self.language.clauses[over].within  # “feed dealer Ray Roe” is no feeding
            return told and (over == number or lowers[at - 1] in words("and-words"))
        opened = lowers[at - 1] in words("order-openers") and lowers[at - 2] not in words("contrasting-words")
        return opened and lead < _LOW

    def _hears_cases(self, phrase: Phrase) -> bool:
        """Whether somebody is there to hear what others tell of themselves: a judge, a coroner."""
        index = self.language.phrase_at(phrase.first)
        near = [] if index is None else self.language.phrases[index : index + 2]
        return any(one.lemma in self.facts.lexicon.words("hearers-of-cases") for one in near)

    def _subject(self, clause: Clause, fitting: list[Mention]) -> Mention | None:
        """Who is named by a verb's subject, by the name set to it, or right before the verb."""
        if clause.subject is None:
            beside = [m for m in fitting if self.facts.tokens.at(m.end - 1) == clause.first - 1]
            return beside[-1] if beside else None
        return next((m for m in fitting if self.standing.acting(m) is clause), None)

    def bodies(self, at: int) -> tuple[Stretch, Stretch] | None:
        """The two bodies of which one tells the other something about “its” affairs."""
        sentence = self.facts.sentence_of(at).number
        own = self.language.clause_of(at)
        if own is None:
            return None
        number = self.language.clauses[own].within
        if number is None or "saying" not in self.language.clauses[number].classes:
            return None
        clause = self.language.clauses[number]
        if clause.sentence != sentence or clause.subject is None:
            return None
        first = self._body(clause.subject)
        behind = range(clause.last, min(at, clause.last + _BESIDE))
        told = {index for token in behind if (index := self.language.phrase_at(token)) is not None}
        bodies = [body for index in sorted(told) if (body := self._body(index)) is not None and self._told(body)]
        second = bodies[0] if bodies else None
        if first is None or second is None or first.lemma == second.lemma:
            return None
        return Stretch(first.start, first.end), Stretch(second.start, second.end)

    def _told(self, body: Phrase) -> bool:
        """Whether what follows a body is what it is told: “… Loftair that”, “… Loftair's that”."""
        lowers = self.facts.tokens.lowers
        at = body.last + (lowers[body.last] in self.facts.lexicon.words("possessive-marks"))
        return lowers[at] in self.facts.lexicon.words("complement-openers")

    def _body(self, index: int) -> Phrase | None:
        """The body that a phrase names, or whose people it speaks of: “Roe Air's lawyers”."""
        phrase = self.language.phrases[index]
        if phrase.owner is not None:
            phrase = self.language.phrases[phrase.owner]
        if phrase.plural and not phrase.proper:
            return None
        named = (m.person for m in self.facts.mentions if phrase.start <= m.start < phrase.end)
        if phrase.pronoun is not None or any(person.given or person.gender != "unknown" for person in named):
            return None
        if self.facts.tokens.lowers[phrase.head] in self.facts.lexicon.words("calendar-words"):
            return None
        capital = self.facts.tokens.texts[phrase.head][0].isupper()
        return phrase if phrase.proper or capital or "group" in phrase.classes else None
