"""The other sex: a “he” whose own paragraph has spoken of a woman alone, and of nobody whom it could mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph, Pronoun
    from factlint.facts.references.grounds import Ground
    from factlint.facts.references.shown import Shown

_OTHER = {"female": "male", "male": "female"}
_THING, _PERSON = "artefact", frozenset({"person"})
_NEAR = 2  # sentences above a paragraph in which somebody may still be meant
_BESIDE = 2  # code points from a closing mark to the speaker
_FEW = 60  # grounds that are looked back at


class OtherSex:
    """Asks of pronouns whether their paragraph speaks of the other sex alone; holds what that needs."""

    def __init__(self, facts: Facts, shown: Shown) -> None:
        self.facts, self.shown = facts, shown
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.nouns = facts.lexicon.table("gendered-nouns")
        self.given = facts.lexicon.table("given-names")
        self.openers = facts.lexicon.words("name-place-openers")
        self.told = dict(self._apposed())
        self.ends = sorted(quotation.end for quotation in facts.quotations)

    def alone(self, pronoun: Pronoun, gender: str, seen: list[Ground]) -> Stretch | None:
        """Whom alone the paragraph has spoken of so far, where that is one of the other sex; else none.

        A “he” inside what she says may be anybody; one that she is said to be told of too.
        """
        if pronoun.in_quote or pronoun.ahead or self._reported(pronoun):
            return None
        paragraph = self.facts.paragraphs[pronoun.paragraph]
        credits = self._is_credit(pronoun)
        here = self.facts.sentence_at(paragraph.start).number
        if credits and (before := self._carried(pronoun, seen)) is not None:
            paragraph = before
        found: Ground | None = None
        for ground in reversed(seen[-_FEW:]):
            inside = ground.start >= paragraph.start
            if not inside and (credits or here - self.facts.sentence_at(ground.start).number > _NEAR):
                break
            farther = not inside and ground.kind == "name" and found is not None and self._is_beside(found, pronoun)
            if farther or self.is_place(ground) or self._is_thing(ground):
                continue
            if self.told.get(ground.start, ground.gender) != _OTHER[gender]:
                return None
            if inside and ground.kind in ("name", "description") and not self.facts.in_quotation(ground.start):
                found = ground
        if found is None or not (self._leads(found) or self._is_beside(found, pronoun)):
            return None
        taken_up = paragraph.number != pronoun.paragraph and found.person is pronoun.last_named
        if (
            found.kind == "name"
            and found.person
            and not taken_up
            and self.shown.otherwise(found.person, gender) is None
            and not self._is_beside(found, pronoun)
        ):
            return None  # a first name alone shows nothing: Ita, Mo, Kirsten are given to both
        names = [] if found.person is None else [name.end for name in found.person.names if name.start == found.start]
        return Stretch(found.start, max(names, default=self.facts.tokens.ends[self.facts.tokens.at(found.start)]))

    def _is_beside(self, ground: Ground, pronoun: Pronoun) -> bool:
        """Whether somebody is introduced with a first name of one sex alone in the sentence right before a pronoun."""
        person = ground.person
        if ground.kind != "name" or person is None or not (person.certain and person.described and person.full):
            return False
        here = self.facts.sentence_at(pronoun.start)
        before = self.facts.sentence_at(ground.start)
        near = before.number == here.number - 1 and before.paragraph == here.paragraph
        return near and self.given.get((person.given or "").lower()) == ground.gender

    def _carried(self, pronoun: Pronoun, seen: list[Ground]) -> Paragraph | None:
        """The paragraph before a quotation that opens its own, whose speaker the credit takes up: “…,” he said."""
        paragraphs = self.facts.paragraphs
        here = paragraphs[pronoun.paragraph]
        opens = here.last - here.first > 1 and self.facts.is_quoted(here.first + 1)
        if not opens or (seen and seen[-1].start >= here.start) or not pronoun.paragraph:
            return None
        before = paragraphs[pronoun.paragraph - 1]
        return before if before.kind == here.kind else None

    def _is_thing(self, ground: Ground) -> bool:
        """Whether a noun is that of a thing some call she: “before the ship is moved, he said”."""
        number = self.facts.language.phrase_at(self.facts.tokens.at(ground.start))
        classes = _PERSON if number is None or ground.kind != "description" else self.phrases[number].classes
        return _THING in classes and _PERSON.isdisjoint(classes)

    def _leads(self, ground: Ground) -> bool:
        """Whether somebody is what a sentence is about: its subject, or in apposition to it; not who speaks in it."""
        number = self.facts.language.phrase_at(self.facts.tokens.at(ground.start))
        if number is None:
            return False
        phrase = self.phrases[number]
        if self.facts.tokens.lowers[phrase.last : phrase.last + 1] in ([":"], ["("]):
            return False  # “Tom (from the kitchen): She's gone out”
        if phrase.apposition_of is not None:
            phrase = self.phrases[phrase.apposition_of]
        if phrase.role == "subject" or phrase.first == self.facts.sentences[phrase.sentence].first:
            return True
        before = self.phrases[number - 1] if number else phrase  # “the spokeswoman | Ann Roe says”
        return before.last == phrase.first and before.role == "subject"

    def is_place(self, ground: Ground) -> bool:
        """Whether what may be a person's name stands where a place does: “a volunteer from Holm”."""
        if ground.kind != "maybe":
            return False
        number = self.facts.language.phrase_at(self.facts.tokens.at(ground.start))
        governor = None if number is None else self.phrases[number].preposition
        return governor is not None and self.facts.tokens.lowers[governor] in self.openers

    def _apposed(self) -> Iterator[tuple[int, str]]:
        """The places of nouns for people beside which an apposition tells man or woman: “the driver, a woman of 30”."""
        for phrase in self.phrases:
            if phrase.apposition_of is not None:
                other = self.phrases[phrase.apposition_of]
                for one, two in ((phrase, other), (other, phrase)):
                    if two.lemma in self.nouns and not one.proper:
                        yield self.facts.tokens.starts[one.head], self.nouns[two.lemma]

    def _reported(self, pronoun: Pronoun) -> bool:
        """Whether a pronoun stands in what somebody is said to say, think or see."""
        number = self.facts.language.clause_of(self.facts.tokens.at(pronoun.start))
        return number is not None and self.clauses[number].within is not None

    def _is_credit(self, pronoun: Pronoun) -> bool:
        """Whether a pronoun follows a closing mark, as the speaker does: “…,” he said."""
        at = bisect_left(self.ends, pronoun.start) - 1
        return at >= 0 and pronoun.start - self.ends[at] <= _BESIDE
