"""Titles: the offices that the article gives its people, before and after their names, and which exclude each other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Stretch, Title
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.offices import Office, offices_of
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.people.names import Run

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_HEAD_ENDS = frozenset({",", ".", ";", ")", "(", "-", "–", "—", "”", '"', ":"})
_NEAR = 8  # words around a title that may tell of a change
_REACH = 8  # words from a name to the end of an apposition's first noun


class _Place(NamedTuple):
    """Where an office is given to a person.

    first, last: its tokens, half-open.
    office: which it is.
    run: the name beside it.
    """

    first: int
    last: int
    office: Office
    run: Run


def find_titles(facts: Facts) -> tuple[Title, ...]:
    """Every office of the lexicon that stands beside a person's name, in order."""
    reader = _Reader(facts)
    found: list[Title] = []
    for person, somebody in facts.cast:
        places = [place for run, _ in somebody.named for place in reader.beside(run)]
        found += reader.titles(person, places)
    return tuple(sorted(found, key=lambda title: title.start))


class _Reader:
    """Reads the titles of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.lowers = facts.tokens.lowers
        self.offices = offices_of(facts.lexicon)
        self.shared = words("offices-of-many-bodies")
        self.places = name_lists(facts.lexicon).places
        self.places_and_peoples = facts.lexicon.union("countries", "cities", "us-states", "regions", "nationalities")
        self.qualifiers = words("office-qualifiers")
        self.changers = words("office-changers")
        self.adding, self.being = words("office-adders"), words("passive-auxiliaries")
        self.nouns = facts.lexicon.union("offices", "titles")
        self.changes, self.making = words("office-change-words"), words("office-making-words")
        self.before_years = words("words-before-years")
        self.openers = words("apposition-openers") | {GENITIVE}
        self.head_ends = _HEAD_ENDS | words("words-after-heads")
        self.abbreviated = words("abbreviations-before-names")
        self.links = words("list-links") - {","}
        self.of_words = words("of-words")
        self.role_words = words("as-words")
        self.office_verbs = words("office-verbs")
        self.relatives = words("relative-words")

    # ------------------------------------------------------------------ finding

    def beside(self, run: Run) -> list[_Place]:
        """The offices before and after one name."""
        found = [self._honorific(run), self._before(run), self._after(run)]
        return [place for place in found if place]

    def _honorific(self, run: Run) -> _Place | None:
        """Dr, Prof: an honorific that is an office, too."""
        at = run.honorific
        return self._place(at, at + 1, run) if at >= 0 else None

    def _before(self, run: Run) -> _Place | None:
        """The office that ends where the name begins: Health Secretary Ann Roe; the mayor, Ann Roe,; As mayor, Roe."""
        last = run.honorific if run.honorific >= 0 else run.first
        if last < 1:
            return None
        apart = last > 1 and self.lowers[last - 1] == ","
        last = self._before_place(last - apart)
        first = self.offices.start(self.lowers, last - self._stopped(last))
        if first is None or (apart and not self._set_apart(first, run)):
            return None
        return self._place(first, last, run)

    def _set_apart(self, first: int, run: Run) -> bool:
        """Whether an office and the name behind its comma are one person's: the mayor, Ann Roe,; As mayor, Roe."""
        if self.lowers[run.last : run.last + 1] == [","]:
            return self._opened(first)
        return first > 0 and self.lowers[first - 1] in self.role_words and first - 1 in self.facts.sentence_firsts

    def _before_place(self, last: int) -> int:
        """The end moved before the place that an office is of: the governor of Ohio Tom Hale."""
        lowers = self.lowers
        for words in (1, 2, 3):
            at = last - words - 1
            if (
                at > 0
                and lowers[at] in self.of_words
                and (" ".join(lowers[at + 1 : last]) in self.places or self._is_named(at, last))
            ):
                return at
        return last

    def _is_named(self, of: int, last: int) -> bool:
        """Whether words with capitals say of what an office is that is one place's: the mayor of Holm, Tom Hale."""
        small = any(text[0].islower() for text in self.facts.tokens.texts[of + 1 : last])
        apart = self.lowers[last : last + 1] == [","]
        return (
            apart and not small and self.lowers[of - 1] in self.offices.lasts and self.lowers[of - 1] not in self.shared
        )

    def _stopped(self, last: int) -> bool:
        """Whether a stop that sticks to the word before it stands before a token: Gov."""
        return last > 1 and self.lowers[last - 1] == "." and not self.facts.tokens.spaced(last - 1)

    def _opened(self, first: int) -> bool:
        """Whether an article stands a word or two before an office: the, the French."""
        return not self.openers.isdisjoint(self.lowers[max(0, first - 3) : first])

    def _after(self, run: Run) -> _Place | None:
        """The office in the apposition after a name: Ann Roe, the Swedish foreign minister,; Ann Roe, mayor of Lund."""
        lowers = self.lowers
        at = self._behind_brackets(run.last)
        if at + 2 >= len(lowers) or lowers[at] != ",":
            return None
        at += 2 * (lowers[at + 1] in self.relatives and lowers[at + 2] in self.office_verbs)
        end = at + 1
        while end < len(lowers) and end - at < _REACH and lowers[end] not in self.head_ends:
            end += 1
        if end >= len(lowers) or lowers[end] not in self.head_ends or lowers[end] in self.links:
            return None
        first = self.offices.start(lowers, end)
        if first is None or first <= at or self.offices.plural(lowers[end - 1]) or not self._of_a_place(first, end):
            return None
        if lowers[end] == "." and lowers[end - 1] in self.abbreviated:
            return None  # Ann Roe, Gov. Carl Holm and others
        return self._place(first, end, run)

    def _behind_brackets(self, at: int) -> int:
        """The token behind a short bracket after a name: Ann Roe (D-Ohio), the senator."""
        lowers = self.lowers
        if lowers[at : at + 1] != ["("]:
            return at
        return next((end + 1 for end in range(at + 1, min(at + _REACH, len(lowers))) if lowers[end] == ")"), at)

    def _of_a_place(self, first: int, end: int) -> bool:
        """Whether no body other than a country, state or town is named after an office that many bodies have."""
        lowers = self.lowers
        if " ".join(lowers[first:end]) not in self.shared or lowers[end] not in self.facts.lexicon.words("of-words"):
            return True
        at = end + 1 + (not self.facts.lexicon.words("definite-articles").isdisjoint(lowers[end + 1 : end + 2]))
        return any(" ".join(lowers[at : at + words]) in self.places for words in (1, 2, 3))

    def _place(self, first: int, last: int, run: Run) -> _Place | None:
        """The place of an office that no word before it makes another one."""
        office = self.offices.office(self.lowers[first:last])
        if office is None or (first and self.lowers[first - 1] in self.changers):
            return None
        if self._held_besides(first):
            return None
        if self.facts.sentence_of(first) is not self.facts.sentence_of(run.first):
            return None
        if office.name in self.shared and last <= run.first and self._of_a_body(first, run):
            return None
        return _Place(first, last, office, run)

    def _makes_somebody(self, at: int) -> bool:
        """Whether an office follows a verb that gives it: “was made a judge”."""
        made = self.lowers[at] in self.making and self.lowers[at - 1] in self.being
        return made and not self.nouns.isdisjoint(self.lowers[at + 1 : at + 4])

    def _held_besides(self, first: int) -> bool:
        """Whether the words before an office tell of a second one: “who is also finance minister”."""
        before = self.lowers[max(0, first - 3) : first]
        return any(one in self.being and two in self.adding for one, two in pairwise(before))

    def _of_a_body(self, first: int, run: Run) -> bool:
        """Whether a capitalised word that is no place or people stands before an office that many bodies have."""
        lowers, at = self.lowers, run.lead
        while at < first:
            ends = (end for end in range(min(at + 3, first), at, -1) if self._place_or_qualifier(lowers[at:end]))
            end = next(ends, None)
            if end is None:
                return True
            at = end
        return False

    def _place_or_qualifier(self, words: list[str]) -> bool:
        """Whether a word or more are a place, a people, New Jersey, a qualifier or no word at all."""
        name = " ".join(words)
        return name in self.places_and_peoples or name in self.qualifiers or (len(words) == 1 and not name.isalpha())

    # ------------------------------------------------------------------ the facts

    def titles(self, person: Person, places: list[_Place]) -> list[Title]:
        """The facts about one person's offices."""
        facts, tokens = self.facts, self.facts.tokens
        former = [self._former(place) for place in places]
        quoted = [facts.is_quoted(place.first) for place in places]
        counts = [
            not (past or said or (place.last <= place.run.first and self._of_a_body(place.first, place.run)))
            and (not person.namesakes or len(place.run.words) > 1)
            for place, past, said in zip(places, former, quoted, strict=True)
        ]
        against = self._against([place for place, counted in zip(places, counts, strict=True) if counted])
        unexplained = {} if person.namesakes else self._unexplained(places, counts)
        return [
            Title(
                start=tokens.starts[place.first],
                end=tokens.ends[place.last - 1],
                office=place.office.name,
                former=past,
                person=person,
                against=against.get(place.office.name) if counted else None,
                unexplained=unexplained.get(place.first),
                in_quote=said,
                block=facts.paragraph_at(tokens.starts[place.first]).kind,
            )
            for place, past, said, counted in zip(places, former, quoted, counts, strict=True)
        ]

    def _against(self, places: list[_Place]) -> dict[str, Stretch]:
        """For every office that another excludes, where that one stands first.

        The other one is given more often, or as often and with the full name, or else earlier.
        """
        given = Counter(place.office.name for place in places)
        presented = {place.office.name for place in places if len(place.run.words) > 1}
        firsts = {place.office.name: place for place in reversed(places)}
        ranked = sorted(
            firsts.values(),
            key=lambda p: (-given[p.office.name], p.office.name not in presented, p.first),
        )
        found: dict[str, Stretch] = {}
        for rank, place in enumerate(ranked):
            stronger = next((p for p in ranked[:rank] if self.offices.exclude(p.office, place.office)), None)
            if stronger:
                found[place.office.name] = self._stretch(stronger)
        return found

    def _unexplained(self, places: list[_Place], counts: list[bool]) -> dict[int, Stretch]:
        """By first token the offices beside a surname that the full name never has, where it has one long past."""
        presented = [place for place in places if len(place.run.words) > 1]
        found: dict[int, Stretch] = {}
        for place, counted in zip(places, counts, strict=True):
            if not counted or len(place.run.words) > 1 or any(p.office.name == place.office.name for p in presented):
                continue
            if presented and all(self.offices.exclude(p.office, place.office) for p in presented):
                found[place.first] = self._stretch(presented[0])
        return found

    def _stretch(self, place: _Place) -> Stretch:
        """An office and the name beside it."""
        tokens = self.facts.tokens
        first, last = min(place.first, place.run.first), max(place.last, place.run.last)
        return Stretch(tokens.starts[first], tokens.ends[last - 1])

    def _former(self, place: _Place) -> bool:
        """Whether a word before the office, or close by in its sentence, says that it is of another time."""
        lowers = self.lowers
        sentence = self.facts.sentence_of(place.first)
        for word in reversed(lowers[max(sentence.first, place.first - 3) : place.first]):
            if word in _HEAD_ENDS or word in self.links:
                break
            if word in self.qualifiers or word.partition("-")[0] in self.qualifiers:
                return True
        near = range(max(sentence.first, place.first - _NEAR), min(sentence.last, place.run.last + _NEAR))
        return any(
            lowers[at] in self.changes
            or self._makes_somebody(at)
            or (_YEAR.fullmatch(lowers[at]) and lowers[at - 1] in self.before_years)
            for at in near
        )
