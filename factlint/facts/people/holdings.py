"""Holdings: who is told to hold an office of which a body or place has one: Mayor Ann Roe; its director, Ann Roe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.record import NamedTuple
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.language.model import Phrase

_LONGEST = 2  # words of an office
_TWO = 2
_YEAR = 4  # digits
_NEAR = 3  # tokens around an office that may change it
_BEHIND = 8  # tokens behind a name or an office in which its body is told
_BODIES = frozenset({"group", "place", "artefact"})


class Holding(NamedTuple):
    """A place that says who holds an office, as a half-open range of tokens, with the body where it is told."""

    person: Person
    first: int
    last: int
    office: str
    body: tuple[str, ...]
    kind: str | None
    possessive: bool


def find_holdings(facts: Facts, said: Iterable[tuple[Person, int, int, int]]) -> list[Holding]:
    """Those of every office that the article tells of one body alone, of which it has no former or other holder.

    `said` are the words that say something of somebody, each with the token of its head.
    """
    reader = _Reader(facts)
    by_office: dict[str, list[Holding]] = {}
    for person, first, last, head in said:
        holding = reader.holding(person, first, last, head)
        if holding:
            by_office.setdefault(holding.office, []).append(holding)
    return [
        holding
        for office, holdings in by_office.items()
        if len({holding.person.id for holding in holdings}) > 1 and reader.is_one(office, holdings)
        for holding in holdings
    ]


class _Reader:
    """Reads the holdings of one article."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.language = facts, facts.language
        self.lowers, self.texts = facts.tokens.lowers, facts.tokens.texts
        self.offices = facts.lexicon.table("sole-offices")
        self.indefinite, self.of_many = words("indefinite-articles"), words("possessive-determiners")
        self.articles = words("definite-articles")
        self.changing = facts.lexicon.union(
            "role-changers", "office-qualifiers", "office-changers", "office-change-words", "deputy-words"
        ) - facts.lexicon.union("and-words", "list-joiners")
        self.successions = words("words-for-successions")
        self.links = words("office-links")

    def holding(self, person: Person, first: int, last: int, head: int) -> Holding | None:
        """What a range of tokens says of a person's office; None where it names none, or one of several."""
        size = next((n for n in (_LONGEST, 1) if self._name(head, n) in self.offices), 0)
        ahead = range(first, head + 1 - size)
        if not size or self.lowers[first] in self.indefinite or self.facts.is_quoted(first):
            return None
        sentence = self.facts.sentence_of(first)
        before = self.lowers[max(sentence.first, first - _NEAR) : first]
        cut = next((at for at in range(len(before), 0, -1) if before[at - 1] == ","), 0)
        near = before[cut:] + self.lowers[first : min(sentence.last, last + _NEAR)]
        if not self.changing.isdisjoint(part for word in near for part in word.split("-")):
            return None
        if any(len(word) == _YEAR and word.isdigit() for word in self.lowers[sentence.first : sentence.last]):
            return None
        kind, body = None, list[str]()
        for at in ahead:
            word = self.lowers[at]
            if self.texts[at][0].isupper() and at not in self.facts.sentence_firsts:
                body.append(word)
            elif (classes := self.language.words.noun_classes(word)) and classes <= _BODIES:
                kind = word
            elif word not in self.articles and word not in self.of_many and word != GENITIVE:
                return None  # a field: the finance director
        body += self._behind(last, sentence.last)
        possessive = self.lowers[first] in self.of_many or GENITIVE in self.lowers[first:head]
        return Holding(person, first, last, self.offices[self._name(head, size)], tuple(body), kind, possessive)

    def _name(self, head: int, size: int) -> str:
        return " ".join(self.lowers[head + 1 - size : head + 1])

    def _behind(self, last: int, end: int) -> list[str]:
        """The words with capitals that “of”, “for” or “at” brings in behind an office and the name beside it."""
        for at in range(last, min(last + _BEHIND, end - 1)):
            if self.lowers[at] in self.links:
                at += 1 + (self.lowers[at + 1] in self.articles)
                return [self.lowers[place] for place in range(at, min(at + 3, end)) if self.texts[place][0].isupper()]
            if not (self.texts[at][0].isupper() or self.texts[at] in (",", ".")):
                break
        return []

    def is_one(self, office: str, holdings: list[Holding]) -> bool:
        """Whether all can only be of one body, and the article tells of nobody before or after them."""
        names = [name for name, one in self.offices.items() if one == office]
        if any(self._is_changed(name) for name in names):
            return False
        first, *later = holdings
        bodies = {word for holding in holdings for word in holding.body}
        kinds = {holding.kind for holding in holdings if holding.kind}
        told = all(holding.body for holding in holdings)
        same = told and all(set(first.body) & set(holding.body) for holding in later)
        others = any(holding.possessive for holding in later)
        two = len({holding.person.id for holding in holdings}) == _TWO
        return two and (same or (not bodies and len(kinds) < _TWO and not others))

    def _is_changed(self, name: str) -> bool:
        """Whether the article has a plural of an office, a former holder, or anybody who follows another."""
        index = self.language.form_index
        if not self.successions.isdisjoint(index):
            return True
        head = name.split()[-1]
        for number in {self.language.phrase_at(at) for at in self.language.places_of({head})}:
            phrase = None if number is None else self.language.phrases[number]
            if phrase is not None and (phrase.plural or self._is_other(phrase)):
                return True
        return False

    def _is_other(self, phrase: Phrase) -> bool:
        near = self.lowers[max(0, phrase.first - 1) : phrase.last]
        return not self.changing.isdisjoint(part for word in near for part in word.split("-"))
