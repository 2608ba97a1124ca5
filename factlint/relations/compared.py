"""Compared: “9,400 names, more than the 10,000 needed”: one figure told above or below another, against the two."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.workings import say
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.intervals import meet
from factlint.relations.quantities import Quantities, Quantity, alike, in_unit, is_multiple
from factlint.relations.saying import Link

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_REACH = 6  # tokens behind a comparison in which the figure stands that is compared with
_BACK = 4  # sentences before one in which a limit may be told
_WIDEST = 4.0  # what is compared is no more than so many times the other
_WITHIN = frozenset("’'$£€")  # marks that a noun phrase may hold
_ABOVE, _BELOW = Interval(0, math.inf), Interval(-math.inf, 0)


class _Words(Bundle):
    """What is looked up, unpacked once."""

    adverbs: dict[str, str]
    verbs: dict[str, str]
    comparatives: dict[str, str]
    tight: frozenset[str]
    than: frozenset[str]
    bases: frozenset[str]
    wanted: frozenset[str]
    definite: frozenset[str]
    negations: frozenset[str]
    at: frozenset[str]
    of: frozenset[str]
    low: frozenset[str]
    pointers: frozenset[str]
    copulas: frozenset[str]
    wanting: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words, table = lexicon.words, lexicon.table
    return _Words(
        dict(table("comparing-adverbs")), dict(table("comparing-verbs")), dict(table("comparing-adjectives")),
        words("plain-comparisons"), words("than-words"), words("standing-bases"), words("wanted-participles"),
        words("taking-up-words") | words("definite-articles"), words("comparison-stops"), words("at-words"),
        words("of-words"), words("lowest-words"), words("total-pointers"),
        words("standing-copulas"), words("wanting-adjectives"),
    )  # fmt: skip


class _Told(NamedTuple):
    """A comparison in words.

    first, last: half-open token range.
    way: high or low.
    loose: whether it may be one of place or time, “over the 14 days”.
    """

    first: int
    last: int
    way: str
    loose: bool


def find_compared(quantities: Quantities) -> Iterator[Relation]:
    """Every figure that is told to lie above or below another one of its kind."""
    if len(quantities.all) < 2:
        return
    finder = _Finder(quantities)
    for told in finder.told():
        if finder.is_open(told):
            continue
        other = finder.other(told)
        if other is None:
            continue
        own = finder.own(told, other[0])
        if own is not None:
            yield from finder.against(told, own, *other)


class _Finder:
    """The comparisons of one article."""

    def __init__(self, quantities: Quantities) -> None:
        self.quantities = quantities
        self.facts: Analysis = quantities.facts
        self.words = _words(self.facts.lexicon)
        language = self.facts.language
        self.verbs = frozenset(clause.verb for clause in language.clauses)
        self.lowers, self.lemmas, self.tags = self.facts.tokens.lowers, language.lemmas, language.tags

    def told(self) -> Iterator[_Told]:
        """Every word or two that put one thing above or below another."""
        words, positions = self.words, self.facts.tokens.positions
        for at in positions(words.adverbs.keys()):
            yield _Told(at, at + 1, words.adverbs[self.lowers[at]], self.lowers[at] not in words.tight)
        for at in positions(words.comparatives.keys()):
            joint = words.of if self.lowers[at] in words.wanting else words.than
            if self.lowers[at + 1 : at + 2] != [] and self.lowers[at + 1] in joint:
                yield _Told(at, at + 2, words.comparatives[self.lowers[at]], False)
        for clause in self.facts.language.clauses:
            way = words.verbs.get(clause.lemma)
            if way is not None and clause.voice == "active":
                yield _Told(clause.verb, clause.verb + 1, way, True)

    def is_open(self, told: _Told) -> bool:
        """Whether a comparison is denied, feared or hoped for, and so may be anything."""
        first = self.facts.sentence_of(told.first).first
        stops = self.words.negations
        for at in range(max(first, told.first - _REACH), told.first):
            if self.lowers[at] in stops and self.tags[at] != "PROPN":  # “in May” is no doubt
                return True
        index = self.facts.language.clause_of(told.first)
        clause = None if index is None else self.facts.language.clauses[index]
        return clause is not None and (clause.negated or clause.standing in ("planned", "possible", "asked", "denied"))

    def other(self, told: _Told) -> tuple[Quantity, Link] | None:
        """The figure that another is compared with, and how surely, or none."""
        found = self.quantities.after(told.last, _REACH)
        sentence = self.facts.sentence_of(told.first)
        if found is None or found.sentence != sentence.number:
            return self._told_before(told, sentence.number)
        between = self.lowers[told.last : found.first]
        if any(not word[0].isalnum() and word[0] not in _WITHIN for word in between):
            return None
        if any(at in self.verbs for at in range(told.last, found.first)):
            return None
        if self._is_of_a_base(told.last, found):
            return found, "strong"
        known = between[:1] != [] and (between[0] in self.words.definite or self._is_owned(told.last))
        if known and between[-1] in self.words.definite and not told.loose:
            return found, "middling"
        return None

    def _is_owned(self, at: int) -> bool:
        index = self.facts.language.phrase_at(at)
        return (
            index is not None
            and index + 1 < len(self.facts.language.phrases)
            and (self.facts.language.phrases[index + 1].owner == index)
        )

    def _is_of_a_base(self, first: int, found: Quantity) -> bool:
        """Whether a figure is told as a limit, “the limit of 40”, “the 40mph limit”, “the 10,000 needed”."""
        last = min(found.last + 3, len(self.lowers))
        before = {self.lemmas[at] for at in range(first, found.first)}
        if before & self.words.bases:
            return True
        if found.noun in self.words.bases or not self.words.bases.isdisjoint(self.lemmas[found.last : found.last + 1]):
            return True
        if first >= found.first or self.lowers[first] not in self.words.definite:
            return False
        for at in range(found.last, last):
            if self.lowers[at] in self.words.wanted:
                return True
            if self.tags[at] != "NOUN":
                return False
        return False

    def _told_before(self, told: _Told, number: int) -> tuple[Quantity, Link] | None:
        """The only limit that the sentences before tell, “The limit is 35 … was above it”."""
        at = told.last
        if at >= len(self.lowers):
            return None
        index = self.facts.language.phrase_at(at)
        phrase = None if index is None else self.facts.language.phrases[index]
        if phrase is None or phrase.number is not None or phrase.first > at:
            return None
        named = phrase.lemma if phrase.lemma in self.words.bases and phrase.determiner in self.words.definite else None
        if named is None and self.lowers[at] not in self.words.pointers:
            return None
        found: dict[float, Quantity] = {}
        for step in range(_BACK, -1, -1):
            for q in self.quantities.in_sentence(number - step):
                base = self._base_of(q) if q.first < told.first else None
                if base is not None and named in (None, base):
                    found.setdefault(q.value, q)
        if len(found) != 1:
            return None
        one = next(iter(found.values()))
        return (one, "middling") if named is not None or number - one.sentence <= 1 else None

    def _base_of(self, q: Quantity) -> str | None:
        """The limit that a figure is: “a limit of 35”, “The limit is 35”, “the 35 limit”."""
        bases = self.words.bases
        if q.noun in bases:
            return q.noun
        if q.first > 1 and self.lowers[q.first - 1] in self.words.of and self.lemmas[q.first - 2] in bases:
            return self.lemmas[q.first - 2]
        index = self.facts.language.clause_of(q.first)
        clause = None if index is None else self.facts.language.clauses[index]
        if clause is None or clause.subject is None or clause.lemma not in self.words.copulas:
            return None
        lemma = self.facts.language.phrases[clause.subject].lemma
        return lemma if lemma in bases and clause.last <= q.first <= clause.last + 2 else None

    def own(self, told: _Told, other: Quantity) -> Quantity | None:
        """The figure that is compared: the nearest of its kind before the comparison, in its sentence."""
        number = self.facts.sentence_of(told.first).number
        row = [q for q in self.quantities.in_sentence(number) if q.last <= told.first and q.place != other.place]
        for q in reversed(row):
            if self.quantities.claimed(q, "gap") >= SURE and q.last >= told.first - 2:
                return None  # "12 above the 40": how far, and not what
            if self._is_like(q, other):
                return q
        return None

    def _is_like(self, q: Quantity, other: Quantity) -> bool:
        at = q.first > 0 and self.lowers[q.first - 1] in self.words.at
        if q.claim == "age" and not at:
            return False
        told = q.form in ("digits", "words") and q.claim not in ("ordinal", "score") and not is_multiple(self.facts, q)
        if not told or "duration" in (q.dimension, other.dimension):
            return False
        if not alike(q, other) and in_unit(self.facts, q, other) is None:
            return False
        if self.quantities.claimed(q, "gap") >= SURE:
            return False
        span = in_unit(self.facts, q, other) or q.span
        middle = (span.low + span.high) / 2
        return middle > 0 < other.value and 1 / _WIDEST <= middle / other.value <= _WIDEST

    def against(self, told: _Told, own: Quantity, other: Quantity, link: Link) -> Iterator[Relation]:
        """The comparison against its two figures."""
        facts, low = self.facts, told.way == "low"
        sentence = facts.sentence_of(told.first)
        if not self.words.low.isdisjoint(self.lowers[sentence.first : sentence.last]):
            return  # the record of the fastest or lowest is broken from above
        mine = in_unit(facts, own, other) or own.span
        value = (mine.low + mine.high) / 2
        apart = Interval(value - other.value, value - other.value)
        if meet(mine, other.span) and own.precision != "exact":
            apart = Interval(0, 0)
        start, end = facts.tokens.starts[told.first], facts.tokens.ends[told.last - 1]
        large, small = (own, other) if apart.low > 0 else (other, own)
        working = say(facts.lexicon, "larger", one=facts.text(large), two=facts.text(small))
        way = _BELOW if low else _ABOVE
        yield Relation(
            start, end, "compared", way, apart, facts.article.source[start:end], facts.text(other), link,
            apart.low == 0, working, own.in_quote, own.block,
            (Stretch(own.start, own.end), Stretch(other.start, other.end)),
        )  # fmt: skip
