"""Even: two of the sentence before a “he” or “she” whom all that speaks for either weighs about alike.

Whom a pronoun stands for is asked once, of the whole article, in resolution.py. Where its answer is hardly better than
the next, and both stand side by side in the sentence that the reader has just left, neither the grammar nor the story
says who is meant, whatever the verb is that joins the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch
from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.references.equals import CREDITS, Equals

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Pronoun

_EVEN = 0.75  # how surely the better of two is meant, from which the article decides
_UNKNOWN = "unknown"
_CASES = ("subject", "possessive")


class Even:
    """Finds two who weigh alike before a pronoun; holds what that needs."""

    def __init__(self, facts: Facts, equals: Equals) -> None:
        self.facts, self.equals, self.standing = facts, equals, equals.standing
        self.named: dict[int, list[Mention]] = {}
        for mention in facts.mentions:
            if mention.block not in CREDITS and not mention.in_quote and not mention.qualifies:
                self.named.setdefault(facts.sentence_at(mention.start).number, []).append(mention)

    def before(self, pronoun: Pronoun) -> tuple[Stretch, Stretch] | None:
        """The two between whom the article does not decide, where a pronoun opens its sentence; else none."""
        if pronoun.opens is None or pronoun.case not in _CASES or pronoun.lead >= _EVEN:
            return None
        number = self.facts.sentence_at(pronoun.start).number - 1
        if number < 1 or self.facts.sentences[number].kind != self.facts.sentences[number + 1].kind:
            return None
        if pronoun.opens != "paragraph" and self.facts.sentences[number].paragraph != pronoun.paragraph:
            return None
        candidates = {person.id for person in pronoun.candidates}
        here = {m.person.id: m for m in self.named.get(number, ()) if m.person.id in candidates and self._counts(m)}
        if len(here) < 2 or not self._show(GENDER_OF_LEMMA[pronoun.lemma], list(here.values())):
            return None
        sentence, gender = self.facts.sentences[number], GENDER_OF_LEMMA[pronoun.lemma]
        everybody = self.named[number]
        if self.equals.another(sentence.first, sentence.last, everybody, gender, by_pronoun=False):
            return None  # “The coach praised Roe and Hay. He …”
        one, two = list(here.values())[:2]
        if self._leads(one, two) or self._leads(two, one):
            return None
        return Stretch(one.start, one.end), Stretch(two.start, two.end)

    def _counts(self, mention: Mention) -> bool:
        """Whether a name is somebody's for certain, no place's, and not there to say whose something is."""
        person = mention.person
        known = person.gender != _UNKNOWN or person.described
        return person.certain and known and not self.standing.owns(mention)

    def _show(self, gender: str, named: list[Mention]) -> bool:
        """Whether one of them is known to be of the sex; of people told apart by what they are, none need be."""
        return any(m.person.gender == gender for m in named) or all(m.person.described for m in named)

    def _leads(self, one: Mention, two: Mention) -> bool:
        """Whether one says what another comes in by the way in: “Roe said that Hay was asleep. He …”"""
        clause, inner = self.standing.acting(one), self.standing.acting(two)
        if clause is None or "saying" not in clause.classes or not clause.verb < self.facts.tokens.at(two.start):
            return False
        told = None if clause.object is None else self.facts.language.phrases[clause.object]
        return (inner is None or inner.within is None) and (told is None or self.standing.phrase_of(two) != told)
