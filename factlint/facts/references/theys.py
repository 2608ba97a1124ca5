"""Theys: a “they” or “their” before which nobody is spoken of whom it could stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.lead import lead_of

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Pronoun
    from factlint.language.model import Phrase

_REACH = 8  # sentences back in which somebody may still be meant
_TITLE = 40  # phrases among which those of the headline are
_MANY = 400  # phrases that are looked back at
_LIVING = frozenset({"person", "animal", "group"})
_HAPPENING = frozenset({"act", "event"})
_THINGS = frozenset(
    {"artefact", "body", "plant", "food", "object", "substance", "document", "place", "time", "quantity", "money",
     "state", "attribute", "thought", "feeling", "phenomenon"}
)  # fmt: skip
_MEASURED = frozenset({"time", "quantity", "money"})


class They(NamedTuple):
    """A “they” as a token, and whether the text before it speaks of anybody whom it could stand for."""

    at: int
    found: bool


def find_theys(facts: Facts) -> Iterator[They]:
    """Every “they” that does something, outside quotations and reported speech and behind the first paragraph."""
    lead = lead_of(facts)
    finder: _Finder | None = None
    for pronoun in facts.pronouns:
        if (
            pronoun.lemma in GENDER_OF_LEMMA
            or pronoun.case != "subject"
            or pronoun.in_quote
            or pronoun.paragraph <= lead
        ):
            continue
        at = facts.tokens.at(pronoun.start)
        finder = finder or _Finder(facts)
        if finder.acts(at):
            yield They(at, finder.found(pronoun, at))


class _Finder:
    """Looks back from a “they”; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        words = facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.starts = [phrase.first for phrase in self.phrases]
        self.anybody = words("pronouns-for-several")
        self.open = words("any-one-determiners")
        self.places = facts.lexicon.union("name-place-openers", "place-openers")
        self.owners = {self.phrases[phrase.owner].first for phrase in self.phrases if phrase.owner is not None}
        self.times = facts.lexicon.union("months", "weekdays")
        self.bodies = words("they-bodies")
        self.people = {m.start: m.person for m in facts.mentions}
        self.mentions = sorted(self.people)

    def acts(self, at: int) -> bool:
        """Whether the pronoun is the subject of a verb that says what somebody does, in a clause of its own."""
        number = self.facts.language.clause_of(at)
        if number is None:
            return False
        clause = self.clauses[number]
        subject = None if clause.subject is None else self.phrases[clause.subject]
        if subject is None or not subject.first <= at < subject.last:
            return False  # “they're the reason I can tell you”: what tells is another's clause
        return clause.voice == "active" and clause.within is None and "being" not in clause.classes

    def found(self, pronoun: Pronoun, at: int) -> bool:
        """Whether a phrase near before a “they” speaks of several, of a body, or of anybody of unknown sex."""
        here = self.facts.sentence_at(pronoun.start).number
        behind = bisect_left(self.starts, at)
        for phrase in reversed(self.phrases[max(0, behind - _MANY) : behind]):
            if here - phrase.sentence > _REACH:
                break
            if phrase.sentence == here and phrase.plural and phrase.role == "subject" and phrase.pronoun is None:
                return True  # “Feedlots are buying, and the corn that they might bring in …”
            if self._several(phrase) and not (phrase.proper and self._is_titled(phrase)):
                return True
        return any(self._several(p) and not p.proper and self._is_titled(p) for p in self.phrases[:_TITLE])

    def _is_titled(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in the headline, where a capital makes no name."""
        return self.facts.paragraph_at(phrase.start).kind == "headline"

    def _several(self, phrase: Phrase) -> bool:
        if self.facts.in_quotation(phrase.start):
            return False
        if phrase.pronoun is not None:
            return phrase.pronoun in self.anybody
        if phrase.classes & _MEASURED and not phrase.classes & _LIVING:
            return False
        if self._is_figure(phrase) or phrase.lemma in self.times:
            return False
        if phrase.plural:
            return not phrase.classes or bool(phrase.classes & _LIVING) or not phrase.classes <= _THINGS
        if len(phrase.conjoined) > 1 and (phrase.proper or phrase.classes & _LIVING):
            return True
        if phrase.proper:
            return self._may_be_a_body(phrase)
        if phrase.first in self.owners:
            return False  # “the city's judge”
        if phrase.lemma in self.bodies or ("group" in phrase.classes and not phrase.classes & _HAPPENING):
            return True
        return "person" in phrase.classes and phrase.determiner in self.open

    def _is_figure(self, phrase: Phrase) -> bool:
        """Whether a phrase is a figure: an age, a year, “until four”; “two” and “the five” may be people."""
        head = self.facts.tokens.texts[phrase.head]
        figure = head[0].isdecimal() or phrase.preposition is not None
        return self.facts.language.tags[phrase.head] == "NUM" and figure

    def _may_be_a_body(self, phrase: Phrase) -> bool:
        """Whether a name may be a body's, or of somebody of unknown sex."""
        at = bisect_left(self.mentions, phrase.start)
        if at < len(self.mentions) and self.mentions[at] < phrase.end:
            return self.people[self.mentions[at]].gender == "unknown"
        governor = phrase.preposition
        return governor is None or self.facts.tokens.lowers[governor] not in self.places
