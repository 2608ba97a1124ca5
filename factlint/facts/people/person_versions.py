"""Versions of people's names: a name by itself that looks like somebody else's, and names whose parts change places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch, Version
from factlint.facts.people.clusters import name_key
from factlint.facts.people.likeness_of_names import common_prefix, derived, near, skeleton, sounding
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.naming import OTHER
from factlint.lazy import cached_property
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Name, Person
    from factlint.facts.model.versions import Parting

_SHORTEST = 5  # letters of a family name
_SHORT = 4  # of one beside a name that somebody has only as the source of a statement
_SHARED = 3  # letters with which two family names begin that are nearly one
_CONSONANTS = 2  # that two family names have to have in common to sound alike
_ALIKE = 0.7  # of two names with the same consonants
_SHORTEST_GIVEN = 3  # letters of a first name


class _Lone(NamedTuple):
    """A single name that nobody is introduced by.

    start, end: its code points.
    word: as compared.
    person: whose it is taken for, or none where the words do not show it to be anybody's.
    """

    start: int
    end: int
    word: str
    person: Person | None


def person_versions(facts: Facts) -> list[Version]:
    """Every such place: of family names, of first names, of names in another order."""
    reader = _Reader(facts)
    return [*reader.surnames(), *reader.given_names(), *reader.orders()]


def _is_polite(person: Person) -> bool:
    """Whether a person is named with Mr, Mrs or Dr alone."""
    return all(name.form == "honorific" for name in person.names)


def _family(person: Person) -> str:
    return name_key((person.surname or "").split()[-1])


class _Reader:
    """Compares the names of the people of one article."""

    def __init__(self, facts: Facts) -> None:
        lists = name_lists(facts.lexicon)
        self.facts = facts
        self.full = [person for person in facts.people if person.full and person.surname]
        self.by_beginning: dict[str, list[Person]] = {}
        for person in self.full:
            self.by_beginning.setdefault(_family(person)[:1], []).append(person)
        self.lists = (lists.common, lists.places, lists.peoples, lists.bodies)
        self.endings = facts.lexicon.words("derived-endings")
        self.plurals = facts.lexicon.words("plural-and-third-person-endings")
        families = Counter(_family(person) for person in self.full)
        self.shared = frozenset(name for name, count in families.items() if count > 1)
        self.polite = facts.lexicon.words("courtesy-titles")
        self.relations = facts.lexicon.without("relations", "relations-without-kinship")
        self.nicknames = facts.lexicon.values("nicknames")

    # ------------------------------------------------------------------ family names

    def surnames(self) -> Iterator[Version]:
        """Family names alone that nobody has, and that look like one that somebody has."""
        for lone in self._lone():
            if any(lone.word.removesuffix(ending) in self.shared for ending in self.plurals):
                continue  # “Three Tom Hannigans”
            speaks = lone.person is not None and (lone.person.only_in_credit or _is_polite(lone.person))
            for person in self.by_beginning.get(lone.word[:1], ()):
                word = _family(person)
                if len(word) < (_SHORT if speaks else _SHORTEST) or word == lone.word or person is lone.person:
                    continue
                prefix = common_prefix(lone.word, word)
                longer = max(len(lone.word), len(word))
                sounds = speaks and _sound_alike(lone.word, word)
                alike = 1.0 if near(lone.word, word) else max(prefix / longer, sounding(lone.word, word))
                alike = max(alike, _ALIKE) if sounds else alike
                apart = prefix < min(len(lone.word), len(word)) and not derived(lone.word, word, self.endings)
                if (prefix >= _SHARED or sounds) and alike >= 0.5 and (apart or sounds):
                    differs: Parting = "letters" if alike == 1.0 else "word"
                    yield self._version(lone, person, differs, prefix, alike, longer)

    def _lone(self) -> Iterator[_Lone]:
        """Single names of nobody who is introduced, and unknown words of the headline that the text has not."""
        for person in self.facts.people:
            if not person.full and not person.known and " " not in person.name:
                name = person.names[0]
                yield _Lone(name.start, name.end, name_key(person.name), person)
        tokens, naming = self.facts.tokens, self.facts.naming
        for run, kind in zip(naming.runs, naming.kinds, strict=True):
            word = name_key(run.words[-1])
            if kind == OTHER and len(run.words) == 1 and self._unknown(word) and _is_small(run.words[0]):
                yield _Lone(tokens.starts[run.first], tokens.ends[run.last - 1], word, None)
        for block in self.facts.paragraphs:
            if block.kind != "headline":
                continue
            for at in range(block.first, block.last):
                word = name_key(tokens.lowers[at])
                capital = tokens.texts[at][0].isupper() and tokens.texts[at][1:].islower()
                if capital and self._unknown(word):
                    yield _Lone(tokens.starts[at], tokens.ends[at], word, None)

    def _unknown(self, word: str) -> bool:
        """Whether a word stands but once, is long enough to be misspelt, and none that the lexicon knows."""
        once = len(self.facts.tokens.index.get(word, ())) == 1
        return once and len(word) >= _SHORTEST and not any(word in words for words in self.lists)

    # ------------------------------------------------------------------ first names

    def given_names(self) -> Iterator[Version]:
        """First names alone that nobody has, and that begin as somebody's does."""
        for person in self.facts.people:
            word = name_key(person.name)
            lone = not person.full and person.introduced in (None, "given") and len(person.names) < 3
            if not lone or person.described or person.known or person.names[0].form not in ("given", "surname"):
                continue
            if person.names[0].form == "surname" and not self._beside_given(person.names[0]):
                continue
            for other, given in self._by_first_letter.get(word[:1], ()):
                if other is person or given == word:
                    continue
                if {other.gender, person.gender} == {"female", "male"} or self._short_form(given, word):
                    continue
                if other.names[0].start < person.start:
                    prefix, longer = common_prefix(given, word), max(len(given), len(word))
                    name = person.names[0]
                    place = _Lone(name.start, name.end, word, person)
                    yield self._version(place, other, "given", prefix, prefix / longer, longer)

    def _beside_given(self, name: Name) -> bool:
        """Whether “and” joins a name to a first name alone: Bram and Femke."""
        tokens = self.facts.tokens
        at = tokens.span(name.start, name.end)[0]
        joined = at > 1 and tokens.lowers[at - 1] in self.facts.lexicon.words("and-words")
        return joined and tokens.starts[at - 2] in self._given_places

    @cached_property
    def _given_places(self) -> frozenset[int]:
        return frozenset(n.start for person in self.facts.people for n in person.names if n.form == "given")

    @cached_property
    def _by_first_letter(self) -> dict[str, list[tuple[Person, str]]]:
        """Everybody with a first name of some length, by its first letter."""
        found: dict[str, list[tuple[Person, str]]] = {}
        for person in self.facts.people:
            given = name_key((person.given or "").split(" ")[0])
            if len(given) >= _SHORTEST_GIVEN:
                found.setdefault(given[0], []).append((person, given))
        return found

    def _short_form(self, one: str, other: str) -> bool:
        """Whether one first name is short for the other."""
        if min(len(one), len(other)) < _SHORTEST + 1 and one[:3] == other[:3]:
            return True
        return any({one, other} <= {name, *forms} for name, forms in self.nicknames.items())

    # ------------------------------------------------------------------ first name and family name change places

    def orders(self) -> Iterator[Version]:
        """Full names turned round, and first names where the family name stood."""
        turned: dict[tuple[str, ...], list[Person]] = {}
        for person in self.facts.people:
            turned.setdefault(tuple(name_key(word) for word in person.name.split())[::-1], []).append(person)
        for person in self.full:
            words = [name_key(word) for word in person.name.split()]
            for other in turned.get(tuple(words), ()) if len(words) == 2 and words[0] != words[1] else ():
                if other.start > person.start:
                    yield self._version(self._at(other.names[0], other), person, "order", 0, 0.0, 0)
            yield from self._given_for_family(person, words)

    def _given_for_family(self, person: Person, words: list[str]) -> Iterator[Version]:
        """Mr before a first name, of somebody whom the article names by the family name elsewhere: Mr Lim, Mr Huat."""
        family = _family(person)
        by_family = [n for n in person.names if n.form in ("surname", "honorific") and name_key(n.text) == family]
        if not by_family:
            return
        places = [
            self._at(name, None)
            for word in dict.fromkeys(words)
            for name, other in self._politely.get(word, ())
            if word != family and (other is person or not other.full)
        ]
        for place in places:
            yield self._version(place, person, "family", 0, 0.0, 0)._replace(
                times=len(places), others=len(by_family), together=False
            )

    @cached_property
    def _politely(self) -> dict[str, list[tuple[Name, Person]]]:
        """Every name behind a courtesy title, by the name."""
        found: dict[str, list[tuple[Name, Person]]] = {}
        for person in self.facts.people:
            for name in person.names:
                if (name.honorific or "").rstrip(".").lower() in self.polite:
                    found.setdefault(name_key(name.text), []).append((name, person))
        return found

    # ------------------------------------------------------------------ the facts

    def _kin(self, lone: _Lone) -> bool:
        """Whether a word for a relative stands in the paragraph."""
        block = self.facts.paragraph_at(lone.start)
        return not self.relations.isdisjoint(self.facts.tokens.lowers[block.first : block.last])

    def _at(self, name: Name, person: Person | None) -> _Lone:
        return _Lone(name.start, name.end, name_key(name.text), person)

    def _version(
        self, lone: _Lone, person: Person, differs: Parting, prefix: int, alike: float, length: int
    ) -> Version:
        facts = self.facts
        here = facts.sentence_at(lone.start)
        return Version(
            start=lone.start,
            end=lone.end,
            against=Stretch(person.start, person.end),
            differs=differs,
            shared=0,
            rare=0,
            local=False,
            same_head=False,
            prefix=prefix,
            alike=alike,
            length=length,
            times=len(lone.person.names) if lone.person else 1,
            others=len(person.names),
            together=any(here.start <= name.start < here.end for name in person.names),
            told=bool(lone.person and lone.person.described),
            known=False,
            person=True,
            kin=self._kin(lone),
            in_quote=facts.in_quotation(lone.start),
            block=facts.paragraph_at(lone.start).kind,
        )


def _sound_alike(one: str, other: str) -> bool:
    """Whether two family names differ in nothing but vowels: Reade and Reid."""
    return len(skeleton(one)) >= _CONSONANTS and skeleton(one) == skeleton(other)


def _is_small(word: str) -> bool:
    """Whether only the first letter of each part of a word is a capital: Roe, Hay-Lind."""
    return all(part[1:].islower() for part in word.split("-"))
