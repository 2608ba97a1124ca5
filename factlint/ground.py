"""The facts of an article, placed in its file, as an editor or a checker by hand asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.facts.stages import StageError
from factlint.lazy import cached_property
from factlint.record import NamedTuple
from factlint.tokens import Placed

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person

T = TypeVar("T", bound=Placed)

#: Blocks that are read before the article introduces anybody.
_BEFORE = frozenset({"headline", "heading", "standfirst", "byline"})
#: From here on one may doubt whom a pronoun stands for.
_SURE = 0.5


class Place(NamedTuple):
    """Code points of the file."""

    start: int
    end: int


class Ground:
    """The facts of one article, placed in its file."""

    def __init__(self, facts: Facts, source: str) -> None:
        self.facts = facts
        self.source = source

    def of(self, kind: str) -> tuple[Any, ...]:
        """All facts of a kind; none where they cannot be worked out."""
        try:
            return self.facts.of(kind)
        except StageError:
            return ()

    def place(self, fact: Placed) -> Place:
        """Where a fact stands in the file."""
        places = self.facts.article.map
        return Place(fact.start, fact.end) if places is None else Place(places.start(fact.start), places.end(fact.end))

    def words(self, fact: Placed, most: int = 0) -> str:
        """The words of a fact on one line, cut at a word after `most` characters."""
        said = " ".join(self.facts.article.source[fact.start : fact.end].split())
        return said if not most or len(said) <= most else said[:most].rsplit(" ", 1)[0] + " …"

    def at(self, facts: Iterable[T], offset: int) -> list[T]:
        """The facts that hold a place of the file, or end there, the shortest first."""
        places = ((self.place(fact), fact) for fact in facts)
        found = [(place.end - place.start, fact) for place, fact in places if place.start <= offset <= place.end]
        return [fact for _, fact in sorted(found, key=lambda row: row[0])]

    def person_at(self, offset: int) -> Person | None:
        """Who is meant at a place: by a name, a pronoun, an office or an honorific before a name."""
        for kind in ("mention", "pronoun", "honorific", "title"):
            for fact in self.at(self.of(kind), offset):
                person: Person | None = fact.person
                if person is not None:
                    return person
        return None

    def places_of(self, person: Person) -> list[Place]:
        """Every name of a person and every pronoun that surely stands for him, in order."""
        named = [self.place(mention) for mention in self.of("mention") if mention.person.id == person.id]
        meant = [p for p in self.of("pronoun") if p.person is not None and p.person.id == person.id]
        return sorted([*named, *(self.place(pronoun) for pronoun in meant if pronoun.sure >= _SURE)])

    def roles(self, person: Person) -> list[str]:
        """What the article says somebody is: titles as written, else trades and offices that he still has."""
        own = (t.value for t in self.of("trait") if t.person.id == person.id and t.what == "role" and not t.former)
        return list(dict.fromkeys(person.titles or own))

    def age(self, person: Person) -> int | None:
        """The age that the article gives a person, in years, or None."""
        ages = (age.years for age in self.of("age") if age.person.id == person.id and not age.past)
        return next(ages, None)

    def introduction(self, person: Person) -> Placed | None:
        """The first name of a person in the article's own prose; else in its headline."""
        own = [mention for mention in self.of("mention") if mention.person.id == person.id]
        return next((mention for mention in own if mention.block not in _BEFORE), own[0] if own else None)

    def quotes_of(self, person: Person) -> list[Any]:
        """What a person is quoted with."""
        return [q for q in self.of("quote") if q.speaker and q.speaker.person and q.speaker.person.id == person.id]

    def sentence_of(self, fact: Placed) -> Placed:
        """The sentence in which a fact begins."""
        return self.facts.sentence_at(fact.start) if self._sentences else fact

    @cached_property
    def _sentences(self) -> tuple[Any, ...]:
        return self.of("sentence")


def first(facts: Iterable[T], fits: Callable[[T], bool]) -> T | None:
    """The first fact that fits, or None."""
    return next((fact for fact in facts if fits(fact)), None)
