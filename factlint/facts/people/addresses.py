"""Addresses: the places that name somebody by the family name, with an honorific or without."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Address
from factlint.facts.people.surroundings import AROUND_SPEAKERS
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.people.names import Run

_SIGNS = frozenset({"+", "-", "–", "−", "="})
_LIST_GAP = 4  # commas and words between two names of a list

Manner = Literal["polite", "bare"]


class _Place(NamedTuple):
    """One place, before the others are known."""

    person: Person
    run: Run
    manner: Manner


class _Custom(NamedTuple):
    """How running text outside quotations names people.

    own: for each person, by id, how often in which manner.
    people: how many are named in which manner.
    places: how many places do.
    """

    own: dict[str, Counter[str]]
    people: Counter[str]
    places: int


def find_addresses(facts: Facts) -> tuple[Address, ...]:
    """Every place in running text where a family name stands with an honorific, or with nothing before it."""
    reader = _Reader(facts)
    places = [
        _Place(person, run, manner)
        for person, somebody in facts.cast
        for run, form in somebody.named
        if (manner := reader.manner(run, form))
    ]
    custom = reader.custom(places)
    return tuple(sorted((reader.address(place, custom) for place in places), key=lambda address: address.start))


class _Reader:
    """Reads the addresses of one article; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts = facts
        self.around = facts.surroundings
        self.articles = words("articles")
        self.particles = facts.lexicon.without("name-particles", "particles-also-words")
        self.opening = facts.lexicon.union("clause-openers", "subordinators", "speech-verbs", "list-links")
        self.following = facts.lexicon.union(
            *AROUND_SPEAKERS,
            "clause-openers",
            "auxiliary-verbs",
            "speech-auxiliaries",
            "past-auxiliaries",
            "speech-verbs",
            "prepositions",
            "speech-adverbs",
            "subordinators",
        )
        self.past_endings = tuple(words("past-endings"))
        self.sentence_starts = facts.sentence_firsts
        self.shared = self._listed()
        figures = Counter(
            facts.paragraph_at(facts.tokens.starts[run.first]).number
            for run in facts.naming.runs
            if self._has_figure(run)
        )
        self.tables = {number for number, count in figures.items() if count > 1}
        self.qualified = facts.lexicon.union("nouns-after-names", "offices", "articles")

    def manner(self, run: Run, form: str) -> Manner | None:
        """How a place names a person; none where not by the family name, as part of something else, or in a table."""
        block = self.facts.paragraph_at(self.facts.tokens.starts[run.first])
        if block.row or block.number in self.tables or self._has_figure(run):
            return None
        if form == "honorific":
            return "polite"
        return "bare" if form == "surname" and self._bare(run) else None

    def _has_figure(self, run: Run) -> bool:
        """Whether a figure stands right behind a name, as in a table: “Roe 118, Hay 97”, “Roe +88”."""
        behind = self.facts.tokens.lowers[run.last : run.last + 2]
        return behind != [] and behind[behind[0] in _SIGNS and len(behind) > 1][0].isdecimal()

    def _bare(self, run: Run) -> bool:
        """Whether nothing before a family name says who it is, and no noun takes the name as its qualifier."""
        around = self.around
        if run.title >= 0 or run.lead < run.first or around.qualifies(run) or around.role_before(run):
            return False
        lowers, texts = self.facts.tokens.lowers, self.facts.tokens.texts
        before = self.facts.tokens.ahead[run.first]
        if before in self.articles or (before in self.particles and texts[run.first - 1].islower()):
            return False
        after = lowers[run.last] if run.last < len(lowers) else "."
        behind = lowers[run.last + 1 : run.last + 2]
        if after == GENITIVE and not (behind and behind[0].isalnum() and behind[0] not in self.following):
            return False  # a firm's or shop's: “Roe's of Lund”, “at Roe's.”
        if run.first in self.shared or after in self.qualified or self._qualifies(run, before, after):
            return False
        at = run.last + (after == GENITIVE)
        # A name goes on, or a work's begins: Ban Ki-moon, Brown's Britain.
        return at >= len(texts) or not texts[at][0].isupper()

    def _qualifies(self, run: Run, before: str, after: str) -> bool:
        """Whether the name stands before a noun, as an adjective does: a key Roe ally, other Roe investments."""
        verb = after in self.following or after.endswith(self.past_endings)
        if not after.isalpha() or verb or not before[:1].isalpha() or before in self.opening:
            return False
        return self.facts.tokens.texts[run.first - 1].islower() or run.first - 1 in self.sentence_starts

    def _listed(self) -> set[int]:
        """The first tokens of names that share a title with the name before them: Senators Roe and Hill."""
        lowers, runs = self.facts.tokens.lowers, self.facts.naming.runs
        links, several = self.facts.lexicon.words("list-links"), self.facts.lexicon.words("titles-of-several")
        found: set[int] = set()
        for before, run in pairwise(runs):
            at = before.title if before.title >= 0 else before.honorific
            shares = (at >= 0 and lowers[at] in several) or before.first in found
            if shares and 0 < run.lead - before.last < _LIST_GAP and links.issuperset(lowers[before.last : run.lead]):
                found.add(run.first)
        return found

    def custom(self, places: list[_Place]) -> _Custom:
        """How the people named in full anywhere are named in running text."""
        facts = self.facts
        own: dict[str, Counter[str]] = {}
        # On the sports pages players go by the surname alone, and all others with Mr or Mrs.
        listed = {m.person.id for m in facts.mentions if facts.in_roster(m.start)}
        for place in places:
            start = facts.tokens.starts[place.run.first]
            if (
                place.person.full
                and place.person.id not in listed
                and facts.paragraph_at(start).kind == "paragraph"
                and not facts.in_quotation(start)
            ):
                own.setdefault(place.person.id, Counter())[place.manner] += 1
        people = Counter(manner for counts in own.values() for manner in counts)
        return _Custom(own, people, sum(counts.total() for counts in own.values()))

    def address(self, place: _Place, custom: _Custom) -> Address:
        facts, tokens = self.facts, self.facts.tokens
        first = place.run.honorific if place.manner == "polite" else place.run.first
        start = tokens.starts[first]
        own = custom.own.get(place.person.id, Counter[str]())
        others = [manner for manner, count in custom.people.items() if count > (manner in own)]
        return Address(
            start=start,
            end=tokens.ends[place.run.last - 1],
            manner=place.manner,
            person=place.person,
            others=others[0] if len(others) == 1 else None,
            company=len(custom.own) - (place.person.id in custom.own),
            settled=custom.places - own.total(),
            in_quote=facts.in_quotation(start),
            block=facts.paragraph_at(start).kind,
        )
