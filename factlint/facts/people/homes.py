"""Homes: where people live, by an address behind a name, “from”, “lives in”, “his home in” and “the Lund man”."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.facts.people.bearers import Bearers
from factlint.facts.people.one_and_same import OneAndSame
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.language.model import Clause, Phrase

_LONGEST = 4  # names of one address
_AGE = 3  # tokens of an age between a name and the address
_STREET = "way"
_HEAD = 2  # blocks of the text in which somebody without a name is told of before being named


class Home(NamedTuple):
    """A place that says where a person lives, as a half-open range of tokens.

    names: the street, village, town … told, in lower case, in order.
    taken_up: whether a phrase without a name says it: the Lund man.
    """

    person: Person
    first: int
    last: int
    names: tuple[str, ...]
    taken_up: bool = False


def find_homes(facts: Facts) -> list[tuple[Home, str]]:
    """Every home, each with the name that all have of which the article may mean one place."""
    homes = _Reader(facts).homes()
    same = OneAndSame(facts, (tuple(name.split()) for home in homes for name in home.names))
    for home in homes:
        for name in home.names[1:]:
            same.join(tuple(home.names[0].split()), tuple(name.split()))
    return [(home, " ".join(same.first(tuple(home.names[0].split())))) for home in homes]


class _Reader:
    """Reads the homes of one article."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.language = facts, facts.language
        self.texts, self.lowers = facts.tokens.texts, facts.tokens.lowers
        self.bearers = Bearers(facts)
        self.origins = facts.lexicon.union("of-words", "from-words")
        self.froms, self.inside = words("from-words"), words("home-prepositions")
        self.within = words("words-inside-places")
        self.living, self.dwellings = words("living-verbs"), words("dwellings")
        self.locals = words("people-of-a-place")
        self.wide = facts.lexicon.union("countries", "regions", "us-states", "calendar-words", "nationalities")
        self.ages = words("age-openers")
        self.bodies = {at for body in facts.organizations for at in range(*facts.tokens.span(body.start, body.end))} | {
            at for at in facts.tokens.positions(words("organization-words")) if self.texts[at][0].isupper()
        }
        self.named = {
            at
            for _, who in facts.cast
            for run, form in who.named
            if form in ("full", "honorific")  # one word alone may be a place's
            for at in range(run.first, run.last)
        }
        self.calendar = words("calendar-words")
        #: Of each phrase those that are set to it by apposition, in order.
        self.apposed: dict[int, list[int]] = {}
        for at, phrase in enumerate(facts.language.phrases):
            if phrase.apposition_of is not None:
                self.apposed.setdefault(phrase.apposition_of, []).append(at)
        self.heads, self.articles = facts.lexicon.table("version-heads"), words("definite-articles")
        self.movers = words("moving-house-verbs")

    def homes(self) -> list[Home]:
        """Every home told of somebody who does not move house, in order."""
        found = [*self._behind_names(), *self._of_phrases(), *self._by_clauses(), *self._owned()]
        found += self._taken_up(found)
        moving = {
            person.id
            for at in self.language.places_of(self.movers)
            for clause in self._clauses_at(at)
            if clause.subject is not None and (person := self.bearers.meant(clause.subject))
        }
        unique = {(home.first, home.person.id): home for home in found if home.person.id not in moving}
        return sorted(unique.values(), key=lambda home: home.first)

    def _clauses_at(self, at: int) -> list[Clause]:
        number = self.language.clause_of(at)
        return [] if number is None else [self.language.clauses[number]]

    # ------------------------------------------------------------------ where

    def _address(self, at: int) -> tuple[int, tuple[str, ...]] | None:
        """One past the last token, and the names, of the address that begins at a token; None where there is none."""
        names: list[str] = []
        last = at
        while len(names) < _LONGEST:
            name = self._name(at)
            if name is None:
                break
            last, text = name
            names.append(text)
            if self.lowers[last : last + 1] != [","]:
                break
            at = last + 1
        local = [name for name in names if name not in self.wide]
        return (last, tuple(local)) if local else None

    def _name(self, at: int) -> tuple[int, str] | None:
        """One past the last token, and the words, of a name of a place at a token."""
        while self.lowers[at : at + 1] and (self.lowers[at].isdigit() or self.lowers[at] in self.articles):
            at += 1
        first = at
        while at < len(self.texts) and (self._capital(at) or self._link(at)):
            at += 1
        inner = range(first, at)
        if not inner or at - first > _LONGEST or not self.named.isdisjoint(inner):
            return None
        if not self.bodies.isdisjoint(inner) and self.heads.get(self.lowers[at - 1]) != _STREET:
            return None
        return at, " ".join(self.lowers[first:at])

    def _capital(self, at: int) -> bool:
        text = self.texts[at]
        return text[0].isupper() and text[-1].islower() and at not in self.facts.sentence_firsts

    def _link(self, at: int) -> bool:
        """Whether a small word stands within a name: Newton upon Lea."""
        inside = self.lowers[at] in self.within and at + 1 < len(self.texts)
        inside = inside and self.lowers[at + 1] not in self.calendar
        return inside and self._capital(at - 1) and self._capital(at + 1)

    # ------------------------------------------------------------------ of whom

    def _behind_names(self) -> Iterator[Home]:
        """An address behind a name and an age: Ann Roe, 52, of Mill Lane, Lund; a known place behind a name alone."""
        places = {place.start for place in self.facts.places}
        for person, who in self.facts.cast:
            for run, _ in who.named:
                at = run.last
                while at < run.last + _AGE + 2 and self.lowers[at : at + 1] and self._is_age(at):
                    at += 1
                if self.lowers[at : at + 1] == [] or self.lowers[at] not in self.origins:
                    continue
                address = self._address(at + 1)
                if address is None:
                    continue
                known = at > run.last or self.lowers[at] in self.froms or self.facts.tokens.starts[at + 1] in places
                if known:
                    yield Home(person, at + 1, address[0], address[1])

    def _is_age(self, at: int) -> bool:
        return self.lowers[at] in (",", "(", ")") or self.lowers[at].isdigit() or self.lowers[at] in self.ages

    def _of_phrases(self) -> Iterator[Home]:
        """ "From" behind what somebody is: Ann Roe, a plumber from Lund; or a place before it: Lund man Ann Roe."""
        phrases = self.language.phrases
        for number, phrase in enumerate(phrases):
            if phrase.plural or phrase.pronoun:
                continue
            person = self._bearer(number)
            if person is None:
                continue
            behind = phrase.last
            if self.lowers[behind : behind + 1] and self.lowers[behind] in self.froms:
                address = self._address(behind + 1)
                if address:
                    yield Home(person, behind + 1, address[0], address[1])
            yield from self._before_noun(phrase, person, False)

    def _before_noun(self, phrase: Phrase, person: Person, taken_up: bool) -> Iterator[Home]:
        """A place before the noun for a person: the Lund man, Lund pensioner Ann Roe."""
        places = [at for at in range(phrase.first, phrase.head) if self._place_before(at)]
        if phrase.lemma in self.locals and places and self.bodies.isdisjoint(places):
            name = " ".join(self.lowers[places[0] : places[-1] + 1])
            if name not in self.wide and places[-1] - places[0] == len(places) - 1:
                yield Home(person, places[0], places[-1] + 1, (name,), taken_up)

    def _place_before(self, at: int) -> bool:
        opens = at in self.facts.sentence_firsts
        proper = self.language.tags[at] == "PROPN" and self.texts[at][0].isupper() and at not in self.named
        return proper and not (opens and self.language.words.tags(self.lowers[at]))

    def _bearer(self, number: int) -> Person | None:
        """Whom the phrase is set to by apposition or right before the name, or who is told of so in the lead."""
        phrase = self.language.phrases[number]
        beside = [phrase.apposition_of] if phrase.apposition_of is not None else []
        beside += [at for at in self.apposed.get(number, ()) if number < at < number + 4]
        for other in beside:
            if person := self.bearers.named(other):
                return person
        return self._told_ahead(number) if phrase.role == "subject" else None

    def _told_ahead(self, number: int) -> Person | None:
        """Whom a text that begins “A plumber from Lund has won” names first, with an age, right after."""
        phrase = self.language.phrases[number]
        block = self.facts.paragraph_at(phrase.start)
        if phrase.determiner not in self.facts.lexicon.words("indefinite-articles") or not self.facts.mentions:
            return None
        first = next((m for m in self.facts.mentions if m.block == "paragraph"), None)
        if first is None or first.start < phrase.start or self._opening_block != block.number:
            return None
        near = self.facts.paragraph_at(first.start).number <= block.number + _HEAD
        at = self.facts.tokens.span(first.start, first.end)[1]
        behind = self.lowers[at : at + _AGE]
        aged = behind[:1] == [","] and any(word.isdigit() for word in behind)
        return first.person if near and aged else None

    @cached_property
    def _opening_block(self) -> int:
        """The number of the first paragraph of the text."""
        return next((block.number for block in self.facts.paragraphs if block.kind == "paragraph"), -1)

    def _by_clauses(self) -> Iterator[Home]:
        """Who lives where."""
        for at in self.language.places_of(self.living):
            for clause in self._clauses_at(at):
                if clause.verb != at or clause.tense not in ("present", "none") or clause.negated:
                    continue
                person = self._subject(clause)
                for preposition, phrase in clause.obliques:
                    if person and self.lowers[preposition] in self.inside:
                        address = self._address(self.language.phrases[phrase].first)
                        if address:
                            yield Home(person, self.language.phrases[phrase].first, address[0], address[1])
                            break

    def _subject(self, clause: Clause) -> Person | None:
        if clause.subject is None:
            return None
        subject = self.language.phrases[clause.subject]
        if self.lowers[subject.head] in self.facts.lexicon.words("relative-words") and clause.subject:
            return self.bearers.named(clause.subject - 1)
        return self.bearers.meant(clause.subject)

    def _owned(self) -> Iterator[Home]:
        """Whose home is where: his home in Lund, the bakery behind Roe's house in Mill Lane."""
        for at in self.language.places_of(self.dwellings):
            number = self.language.phrase_at(at)
            if number is None or self.language.phrases[number].head != at:
                continue
            phrase, owner = self.language.phrases[number], self.bearers.owner(number)
            many = phrase.plural or len(phrase.modifiers) > 0
            if (
                owner
                and not many
                and self.lowers[phrase.last : phrase.last + 1]
                and (self.lowers[phrase.last] in self.inside)
            ):
                address = self._address(phrase.last + 1)
                if address:
                    yield Home(owner, phrase.last + 1, address[0], address[1])

    def _taken_up(self, told: list[Home]) -> Iterator[Home]:
        """ "The Lund man" of the one person whose home the article has told before."""
        people = {home.person.id: home.person for home in told}
        if len(people) != 1:
            return
        person = next(iter(people.values()))
        definite = self.facts.lexicon.words("definite-articles")
        for number, phrase in enumerate(self.language.phrases):
            local = phrase.determiner in definite and phrase.lemma in self.locals and not phrase.plural
            if local and phrase.start > person.start and self._bearer(number) is None:
                yield from self._before_noun(phrase, person, True)
