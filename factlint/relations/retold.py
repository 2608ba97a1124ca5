"""Retold: a figure told a second time, and otherwise, as digits swapped or mistyped and signs of money changed show.

Two figures of one article seldom have the same digits in another order, and a reader who meets “the 430” looks for
where 430 were told of. So the more a figure looks like a slip of the pen for another, the less it takes to hold both
for one: for digits swapped that it is taken up, for one wrong digit also that both count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.restatements import is_narrowed
from factlint.facts.numbers.workings import say
from factlint.language.kindred import kindred
from factlint.lexicon import Bundle, Lexicon
from factlint.relations.intervals import meet
from factlint.relations.kinship import STRANGE, kinship
from factlint.relations.quantities import Quantities, Quantity
from factlint.relations.saying import Link
from factlint.relations.slips import Slip, slip_of, telling

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

_MOST = 120  # figures of an article that are looked at
_LEAST = 10
_LONG = 3  # digits from which a likeness is no chance where a figure is taken up
_LONGER = 4  # the same where it is not
_UNCOUNTED = ("age", "time", "score", "ordinal", "record")
_FORMS = ("digits", "words", "prefix")
_COUNTS = ("count", "none")
_TIMELY = ("duration", "share", "point", "temperature")
_YEARS = range(1000, 2101)
_DISPLAY = ("headline", "heading", "caption")
_BESIDE = 2  # tokens on either side of a figure
_MANY = frozenset({"person", "group", "animal"})  # nouns that are counted without a plural: staff, cattle
_HYPHENS = ("-", "–")
_SIGNS = ("+", "-", "−", "–")
_CHANGED = 3  # tokens back from a figure in a bracket to the sign of the one before
_OF = 2  # tokens from a figure back to the noun whose “of” it stands behind


class _Words(Bundle):
    """What is looked up, unpacked once."""

    definite: frozenset[str]
    relatives: frozenset[str]
    apart: frozenset[str]
    beside: frozenset[str]
    single: frozenset[str]
    things: frozenset[str]
    of: frozenset[str]
    opening: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        words("taking-up-words"),
        words("relative-pronouns"),
        words("times-apart"),
        words("set-apart"),
        words("one-person-each"),
        words("things-of-any-kind"),
        words("of-words"),
        words("pointing-determiners"),
    )


def find_retold(quantities: Quantities) -> Iterator[Relation]:
    """ "340 people out of work … The 430 workers"; "a grant of £240,000 … The €240,000"."""
    if len(quantities.all) > 1:
        yield from _Retold(quantities).find()


class _Retold:
    """The figures of one article that may be told twice."""

    def __init__(self, quantities: Quantities) -> None:
        self.quantities = quantities
        self.facts: Analysis = quantities.facts
        self.words = _words(self.facts.lexicon)
        self.are = kindred(self.facts.lexicon).are
        self.all = [q for q in quantities.all[:_MOST] if self._is_able(q)]

    def find(self) -> Iterator[Relation]:
        """Every figure that seems to be another of the article, with that one."""
        for at, claim in enumerate(self.all):
            if claim.precision != "exact" or self._is_elsewhere(claim):
                continue
            found = [(told, link) for told in self.all[:at] if (link := self._link(claim, told)) is not None]
            if not found or self._is_borne_out(claim):
                continue
            told, link = found[-1]
            yield self._relation(claim, told, link)

    def _relation(self, claim: Quantity, told: Quantity, link: Link) -> Relation:
        facts = self.facts
        stated, computed = Interval(claim.value, claim.value), Interval(told.value, told.value)
        working = say(facts.lexicon, "told", one=facts.text(told))
        return Relation(
            claim.start, claim.end, "retold", stated, computed, facts.text(claim), facts.text(told), link, False,
            working, claim.in_quote, claim.block, (Stretch(told.start, told.end),),
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------ what can be told twice

    def _is_able(self, quantity: Quantity) -> bool:
        if quantity.form not in _FORMS or quantity.claim in _UNCOUNTED or quantity.dimension in _TIMELY:
            return False
        clock = not quantity.unit and quantity.value % 1 > 0  # “11.42am”
        if clock or quantity.value < _LEAST or (_YEARS[0] <= quantity.value <= _YEARS[-1] and self._is_bare(quantity)):
            return False
        sentence = self.facts.sentences[quantity.sentence]
        if self.facts.paragraphs[sentence.paragraph].row:
            return False  # a cell of a table is told apart by its row and column
        return not self._is_of_a_name(quantity) and not self._is_reached(quantity)

    def _is_reached(self, quantity: Quantity) -> bool:
        """Whether a figure is what the change before it comes to: “Ruane +104 (1,187)”."""
        texts, at = self.facts.tokens.texts, quantity.first
        return at >= _CHANGED and texts[at - 1] == "(" and texts[at - _CHANGED] in _SIGNS

    def _is_bare(self, quantity: Quantity) -> bool:
        return not quantity.unit and "," not in self.facts.text(quantity)

    def _is_of_a_name(self, quantity: Quantity) -> bool:
        """Whether a number is the name of a model or a flight: “its 777 plane”, “the 717”, “Flight 208”."""
        if quantity.unit or quantity.form == "words":
            return False
        facts, language = self.facts, self.facts.language
        if quantity.first and language.tags[quantity.first - 1] == "PROPN" and not quantity.noun:
            return True
        index = language.phrase_at(quantity.first)
        if index is None or language.phrases[index].head < quantity.last:
            return False
        head, words = language.phrases[index].head, language.words
        word = facts.tokens.lowers[head]
        joined = facts.tokens.lowers[quantity.last] in _HYPHENS  # “a 630-mile walk”
        return not joined and not words.is_plural(word) and _MANY.isdisjoint(words.noun_classes(word))

    # ------------------------------------------------------------------------------------------- how surely one thing

    def _link(self, claim: Quantity, told: Quantity) -> Link | None:
        """How surely a figure is the same as an earlier one; none where it is not."""
        if claim.sentence == told.sentence:
            return None
        if claim.unit != told.unit:
            return self._in_other_money(claim, told)
        slip = slip_of(claim.value, told.value)
        if slip is None:
            return None
        alike = self._are_alike(claim, told)
        if self._is_taken_up(claim):
            return self._taken_up(claim, told, slip, alike)
        if slip.sort == "swap" and slip.digits >= _LONG and alike:
            return "middling"
        return "middling" if slip.sort == "digit" and slip.digits >= _LONGER and alike and not claim.unit else None

    def _taken_up(self, claim: Quantity, told: Quantity, slip: Slip, alike: bool) -> Link | None:
        """The link of a figure that is told of as known."""
        bare = claim.noun is None or claim.borrowed
        if slip.sort in ("swap", "far-swap") and not (bare and self._is_told_apart(claim)):
            kin = alike or kinship(self.facts, claim, told) != STRANGE
            return "strong" if kin else "middling" if slip.digits >= _LONG else None
        if not alike or self._is_restricted(claim):
            return None
        if slip.sort == "power":
            return "strong" if claim.unit or claim.noun == told.noun else None
        return "strong" if slip.digits >= _LONG else None

    def _in_other_money(self, claim: Quantity, told: Quantity) -> Link | None:
        """ "£240,000 … the €240,000": the same sum in another money."""
        if claim.dimension != "money" or told.dimension != "money" or claim.value != told.value:
            return None
        if self._is_taken_up(claim):
            return "strong" if telling(claim.value) > 1 or not self._is_restricted(claim) else None
        return "middling" if telling(claim.value) >= _LONG else None

    def _are_alike(self, claim: Quantity, told: Quantity) -> bool:
        """Whether two figures may measure or count the same."""
        if claim.unit or told.unit or claim.dimension not in _COUNTS or told.dimension not in _COUNTS:
            return claim.unit == told.unit
        one, two = (None if q.borrowed else q.noun for q in (claim, told))
        if one is None or two is None or self.are(one, two):
            return True
        if one in self.words.things or two in self.words.things:
            return not (claim.people or told.people)
        people = [q.people or q.noun in self.words.single for q in (claim, told)]
        return all(people)

    # ------------------------------------------------------------------------------------------ what is said about one

    def _is_taken_up(self, claim: Quantity) -> bool:
        """ "the 430 workers", "those 430", "the loss of £421,000", "all of its 48"; in a headline everything is."""
        if claim.block in _DISPLAY:
            return False
        lowers = self.facts.tokens.lowers
        before = lowers[claim.first - 1] if claim.first else ""
        first = self.facts.sentences[claim.sentence].first
        opens = all(not word[0].isalpha() for word in lowers[first : claim.first - 1])
        if before in self.words.definite or (opens and before in self.words.opening):
            return True
        if before not in self.words.of:
            return False
        language = self.facts.language
        index = language.phrase_at(claim.first - _OF) if claim.first >= _OF else None
        phrase = None if index is None else language.phrases[index]
        return phrase is not None and phrase.determiner in self.words.definite and not phrase.plural

    def _is_told_apart(self, claim: Quantity) -> bool:
        """ "the 134 who had rooms": which of them is said behind a bare number."""
        return not self.words.relatives.isdisjoint(self.facts.tokens.lowers[claim.last : claim.last + 1])

    def _is_restricted(self, claim: Quantity) -> bool:
        """Whether words behind a figure say which it is: “the $12.2m he raised”, “the 12 states that voted”."""
        facts, language = self.facts, self.facts.language
        index = language.phrase_at(claim.last - 1)
        last = claim.last if index is None else max(claim.last, language.phrases[index].last)
        tags = language.tags[last : last + 2]
        if not tags or facts.tokens.lowers[last] in facts.lexicon.words("restricting-words"):
            return is_narrowed(facts, last)
        # “the £1,200, within the parks total, set aside for a bench”
        return tags[0] in ("PRON", "PROPN", "DET") or tags in (["VERB", "ADP"], ["PUNCT", "ADP"], ["PUNCT", "VERB"])

    def _is_elsewhere(self, claim: Quantity) -> bool:
        """Whether its sentence is of another time, “the last derby”, or a word beside it of others, “a further 40”."""
        sentence, lowers, tags = (
            self.facts.sentences[claim.sentence],
            self.facts.tokens.lowers,
            self.facts.language.tags,
        )
        if not self.words.beside.isdisjoint(lowers[max(sentence.first, claim.first - _BESIDE) : claim.first]):
            return True
        tags = self.facts.language.tags  # what lasts is of no other time
        spoken = (lowers[at] for at in range(sentence.first, sentence.last) if tags[at] != "VERB")
        return not self.words.apart.isdisjoint(spoken)

    # --------------------------------------------------------------------------------------------- what bears one out

    def _is_borne_out(self, claim: Quantity) -> bool:
        """Whether the article tells the same again, or two of its figures come to it."""
        others = [q for q in self.quantities.all[:_MOST] if q.place != claim.place and q.unit == claim.unit]
        if any(meet(q.span, claim.span) for q in others):
            return True
        values = sorted({q.value for q in others})
        known = set(values)
        return any(claim.value - value in known or claim.value + value in known for value in values)
