"""The board: the figures of one article that may be worked with, by sentence, with what makes two of them kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Interval
from factlint.lazy import cached_property
from factlint.relations.kinship import SAME, STRANGE, kinship
from factlint.relations.quantities import Quantities, Quantity, countable
from factlint.relations.shares import is_share
from factlint.relations.topics import Topics

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_MOST = 250  # figures of an article that are looked at
_OVER = 1.08
UNTOLD = ("share", "point", "duration", "temperature")


class Board:
    """The figures of one article."""

    def __init__(self, quantities: Quantities) -> None:
        self.quantities = quantities
        self.facts: Analysis = quantities.facts
        self.all = quantities.all[:_MOST]
        self.able = [_bounded(q) for q in self.all if is_able(q)]
        self.topics = Topics(self.facts)
        self.lowers = self.facts.tokens.lowers
        self.rows: dict[int, list[Quantity]] = defaultdict(list)
        for q in self.able:
            self.rows[q.sentence].append(q)

    @cached_property
    def counts(self) -> list[Quantity]:
        """Figures that count or measure what there is, no shares, times or degrees."""
        return [q for q in self.able if q.dimension not in UNTOLD]

    def words(self, name: str) -> frozenset[str]:
        """A list of the lexicon."""
        return self.facts.lexicon.words(name)

    def near(self, sentence: int, back: int, on: int) -> Iterator[Quantity]:
        """The able figures of so many sentences before one, of itself and of so many behind it."""
        for number in range(sentence - back, sentence + on + 1):
            yield from self.rows.get(number, ())

    def kin(self, one: Quantity, two: Quantity) -> int:
        """SAME, KIN or STRANGE."""
        return kinship(self.facts, one, two)

    def are_same(self, one: Quantity, two: Quantity) -> bool:
        """Whether two figures count or measure one sort of thing, or one of them does not say."""
        return self.kin(one, two) == SAME

    def are_kin(self, one: Quantity, two: Quantity) -> bool:
        """Whether two figures may be of one sort of thing."""
        return self.kin(one, two) != STRANGE

    def is_then(self, quantity: Quantity) -> bool:
        """Whether a figure is told of another time or thing that one is set against: “up from 7,340”."""
        before = self.lowers[max(0, quantity.first - 2) : quantity.first]
        return not self.words("setting-against").isdisjoint(before)

    def is_meant(self, quantity: Quantity) -> bool:
        """Whether a figure is told of what is only planned, possible or asked for: “it had aimed to save £220m”."""
        language = self.facts.language
        index = language.phrase_at(quantity.last - 1)
        clause = None if index is None else language.phrases[index].clause
        return clause is not None and language.clauses[clause].standing in ("planned", "possible", "asked")

    def is_known(self, quantity: Quantity) -> bool:
        """Whether a figure is told as known, “the £40 shortfall”: it is there, whatever would be done about it."""
        at = quantity.first
        if at > 1 and self.lowers[at - 1] in self.words("of-words"):
            at -= 1  # "its shortfall of £40"
        index = self.facts.language.phrase_at(at - 1 if at < quantity.first else quantity.last - 1)
        first = at if index is None else min(at, self.facts.language.phrases[index].first)
        return not self.words("taking-up-words").isdisjoint(self.lowers[max(0, first - 1) : quantity.first])

    def told_of(self, quantity: Quantity) -> str | None:
        """The head of the subject of the clause in which a figure stands, in dictionary form."""
        language = self.facts.language
        index = language.phrase_at(quantity.last - 1)
        clause = None if index is None else language.phrases[index].clause
        if clause is None:
            clause = language.clause_of(quantity.last - 1)
        subject = None if clause is None else language.clauses[clause].subject
        return None if subject is None or subject == index else language.phrases[subject].lemma

    def tokens_between(self, one: Quantity, two: Quantity) -> list[str]:
        """The words between two figures, in lower case."""
        first, second = (one, two) if one.first <= two.first else (two, one)
        return self.lowers[first.last : second.first]


def _bounded(quantity: Quantity) -> Quantity:
    """A figure of a sum with no more room than people give “more than”: of a claim that is another matter."""
    if quantity.precision == "over":
        return quantity._replace(span=Interval(quantity.span.low, quantity.value * _OVER))
    if quantity.precision == "under":
        return quantity._replace(span=Interval(quantity.value / _OVER, quantity.span.high))
    return quantity


def is_able(quantity: Quantity) -> bool:
    """Whether a figure may be worked with: no rank, age, score, share in words or part of a word."""
    if not countable(quantity) or quantity.claim == "score" or quantity.form == "prefix":
        return False
    if quantity.value <= 0 and quantity.dimension != "temperature":
        return False
    return not is_share(quantity)
