"""Posts: at which body, or for which place, people hold what they hold: the Bishop of Lund, her university, Lund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.bearers import Bearers
from factlint.facts.people.one_and_same import OneAndSame
from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.language.model import Phrase

_REACH = 6  # tokens from an office to the body: professor of soil science at Lund University
_LONGEST = 6  # words of a name
_RECENT = 6  # sentences back in which a bearer is named whom an office takes up


class Post(NamedTuple):
    """A place that says where a person has an office, as a half-open range of tokens.

    sort: what it is told of: the office (bishop), or the kind of body (university).
    name: the words of the place or body, in lower case.
    taken_up: whether a phrase without a name says it: the Bishop of Lund.
    """

    person: Person
    first: int
    last: int
    sort: str
    name: tuple[str, ...]
    taken_up: bool = False


def find_posts(facts: Facts) -> list[tuple[Post, str]]:
    """Every post, each with the name that all have of which the article may mean one place or body."""
    posts = _Reader(facts).posts()
    idle = facts.lexicon.union("post-bodies", "words-inside-bodies", "articles", "words-of-many-names", "saint-words")
    same = OneAndSame(facts, (post.name for post in posts), idle)
    return [(post, " ".join(same.first(post.name))) for post in posts]


class _Reader:
    """Reads the posts of one article."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.language, self.phrases = facts, facts.language, facts.language.phrases
        self.texts, self.lowers = facts.tokens.texts, facts.tokens.lowers
        self.bearers = Bearers(facts)
        self.posts_of = words("offices-of-one-place")
        self.bodies, self.links = words("post-bodies"), words("office-links")
        self.definite, self.articles = words("definite-articles"), words("articles")
        self.inside = words("words-inside-bodies")
        self.common, self.ranks = (
            words("common-words"),
            facts.lexicon.union("words-for-ranks", "deputy-words", "nationalities"),
        )
        self.offices = facts.lexicon.table("office-names")
        self.named = {
            at
            for _, who in facts.cast
            for run, form in who.named
            if form in ("full", "honorific")  # one word alone may be a place's
            for at in range(run.first, run.last)
        }

    def posts(self) -> list[Post]:
        """Every post told of somebody, in order."""
        offices = [
            (number, phrase)
            for number, phrase in enumerate(self.phrases)
            if phrase.lemma in self.posts_of and not phrase.plural
        ]
        found: list[Post] = []
        unnamed: list[int] = []
        for number, phrase in offices:
            person = self._bearer(number) or self._named_behind(phrase)
            if person:
                found += self._at_office(number, phrase, person, False)
            elif phrase.determiner in self.definite:
                unnamed.append(number)
        found += [*self._behind_names(), *self._own_bodies()]
        for number in unnamed:
            found += self._taken_up(number, found)
        unique = {(post.first, post.sort): post for post in found}
        return sorted(unique.values(), key=lambda post: post.first)

    def _bearer(self, number: int) -> Person | None:
        """Whom an office is said of, by apposition or because the name stands right behind."""
        phrase = self.phrases[number]
        if person := self.bearers.named(phrase.apposition_of):
            return person
        for other in range(number + 1, min(len(self.phrases), number + 4)):
            if self.phrases[other].apposition_of == number and (person := self.bearers.named(other)):
                return person
        return None

    def _named_behind(self, phrase: Phrase) -> Person | None:
        """Whose name a comma brings in behind the place of an office: the Bishop of Lund, the Rt Rev Ann Roe."""
        name = (
            self._name(phrase.last + 1) if self.links.intersection(self.lowers[phrase.last : phrase.last + 1]) else None
        )
        if name is None or self.lowers[name[1] : name[1] + 1] != [","]:
            return None
        for at in range(name[1] + 1, min(name[1] + _REACH, len(self.texts))):
            if at in self.named:
                return self.bearers.named(self.language.phrase_at(at))
            if not self.texts[at][0].isupper() and self.lowers[at] not in self.definite:
                return None
        return None

    def _name(self, at: int) -> tuple[int, int] | None:
        """The tokens of the name that begins at a token, its article left out; None where there is none."""
        if self.lowers[at : at + 1] and self.lowers[at] in self.articles:
            at += 1
        first = at
        while at < len(self.texts) and at - first < _LONGEST and at not in self.facts.sentence_firsts:
            joins = self.lowers[at] in self.inside and at > first and self.texts[at + 1 : at + 2]
            if not (self.texts[at][0].isupper() or (joins and self.texts[at + 1][0].isupper())):
                break
            at += 1
        return (first, at) if at > first and self.named.isdisjoint(range(first, at)) else None

    def _at_office(self, number: int, phrase: Phrase, person: Person, taken_up: bool) -> Iterator[Post]:
        """What stands behind an office with “of”, “for” or “at”, or owns it."""
        sentence_last = self.facts.sentence_at(phrase.start).last
        for at in range(phrase.head + 1, min(phrase.head + _REACH, sentence_last - 1)):
            if self.lowers[at] in (",", ".", ";", ":"):
                break
            name = self._name(at + 1) if self.lowers[at] in self.links else None
            if name:
                yield from self._posts(person, name, phrase.lemma, taken_up)
                return
        before = [at for at in range(phrase.first, phrase.head) if self.texts[at][0].isupper() and self._is_name(at)]
        if before and before[-1] == phrase.head - 1 and before[-1] - before[0] == len(before) - 1:
            yield from self._posts(person, (before[0], phrase.head), phrase.lemma, taken_up)
            return
        owner = self.phrases[phrase.owner] if phrase.owner is not None else None
        if owner is not None and owner.proper and not self.bearers.named(phrase.owner):
            name = self._name(owner.first)
            if name and self.lowers[name[1] : name[1] + 1] == [GENITIVE]:
                yield from self._posts(person, name, phrase.lemma, taken_up)

    def _is_name(self, at: int) -> bool:
        """Whether a word with a capital before an office may be a name's: Lund mayor Ann Roe."""
        lower = self.lowers[at]
        plain = at in self.facts.sentence_firsts and lower in self.common
        return not plain and lower not in self.ranks and lower not in self.articles

    def _behind_names(self) -> Iterator[Post]:
        """A body behind a name, or a place where the office stands before it: Dr Ann Roe of Lund University."""
        for person, who in self.facts.cast:
            for run, form in who.named:
                if (
                    form != "full"
                    or self.lowers[run.last : run.last + 1] == []
                    or self.lowers[run.last] not in self.links
                ):
                    continue
                name = self._name(run.last + 1)
                ahead = run.title if run.title >= 0 else run.honorific if run.honorific >= 0 else run.first - 1
                office = self.offices.get(self.lowers[ahead], self.lowers[ahead]) if ahead >= 0 else ""
                if name and office in self.posts_of:
                    yield from self._posts(person, name, office, False)
                elif name:
                    words = tuple(self.lowers[name[0] : name[1]])
                    body = next((word for word in words if word in self.bodies), None)
                    if body:
                        yield Post(person, name[0], name[1], body, words)

    def _posts(self, person: Person, name: tuple[int, int], office: str, taken_up: bool) -> Iterator[Post]:
        words = tuple(self.lowers[name[0] : name[1]])
        yield Post(person, name[0], name[1], office, words, taken_up)
        for word in words:
            if word in self.bodies:
                yield Post(person, name[0], name[1], word, words, taken_up)
                break

    def _own_bodies(self) -> Iterator[Post]:
        """Whose body has which name: her university, Lund; his club, Lund Rovers."""
        for number, phrase in enumerate(self.phrases):
            if phrase.lemma not in self.bodies or phrase.plural or phrase.proper:
                continue
            owner = self.bearers.owner(number)
            if owner is None or self.lowers[phrase.last : phrase.last + 1] != [","]:
                continue
            name = self._name(phrase.last + 1)
            if name and self.lowers[name[1] : name[1] + 1] in ([","], ["."]):
                yield Post(owner, name[0], name[1], phrase.lemma, tuple(self.lowers[name[0] : name[1]]))

    def _taken_up(self, number: int, told: list[Post]) -> Iterator[Post]:
        """An office of one place with no name beside it, of the one person who is told to have that office just before.

        Somebody else whose title is that office may be meant as well: Sen. Ann Roe, of whose state nothing is told.
        """
        phrase = self.phrases[number]
        since = self.facts.sentences[max(0, phrase.sentence - _RECENT)].start
        before = {
            post.person.id: post.person for post in told if post.sort == phrase.lemma and post.first < phrase.first
        }
        person = next(iter(before.values())) if len(before) == 1 else None
        near = person is not None and any(since <= name.start < phrase.start for name in person.names)
        if person and near and phrase.role == "subject" and self._bearers_of(phrase.lemma) <= {person.id}:
            for post in self._at_office(number, phrase, person, True):
                alone = all(post.name != other.name for other in told if other.person.id != person.id)
                # “The Bishop of Lund, the Right Reverend Ann Roe,” is somebody else.
                behind = range(post.last + 1, post.last + _REACH)
                if alone and not (self.lowers[post.last : post.last + 1] == [","] and self.named.intersection(behind)):
                    yield post

    def _bearers_of(self, office: str) -> set[str]:
        """Whose title before the name is an office."""
        titled = (
            (person.id, self.lowers[at])
            for person, who in self.facts.cast
            for run, _ in who.named
            for at in (run.title, run.honorific)
            if at >= 0
        )
        return {person for person, title in titled if self.offices.get(title, title) == office}
