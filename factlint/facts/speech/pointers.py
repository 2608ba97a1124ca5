"""Pointers: a sentence after a quotation that says whose words it was. “…” That was how Ann Lee put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.speech.attribution import Attribution
from factlint.facts.speech.cues import Verbs, is_verb
from factlint.facts.speech.speakers import Phrase, acts, past_aside, phrase_at
from factlint.tokens import GENITIVE, GENITIVES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.speech.attribution import Work

_NOUN = 5  # tokens from “that was” to the noun for what was said: the blunt and bitter verdict


def pointed_back(facts: Facts, work: Work, verbs: Verbs) -> Attribution | None:
    """The credit of a quotation in the sentence after it, where that one begins by pointing back."""
    tokens = facts.tokens
    if work.last >= len(tokens):
        return None
    sentence = facts.sentence_of(work.last)
    if sentence.paragraph - work.quotation.last_paragraph > 1 or facts.is_quoted(work.last):
        return None
    pointer = _Pointer(facts, work.last, sentence.last, verbs)
    return pointer.credit() if sentence.first == work.last else pointer.tail()


def point_back(facts: Facts, works: list[Work], own: list[Attribution | None], verbs: Verbs) -> None:
    """Fills in the credits of whole utterances that the sentence after them gives."""
    for place, work in enumerate(works):
        if own[place] is None and work.direct:
            own[place] = pointed_back(facts, work, verbs)


class _Pointer:
    """A sentence after a quotation, or the rest of its own, read from its first word on."""

    def __init__(self, facts: Facts, first: int, end: int, verbs: Verbs) -> None:
        self.tokens = facts.tokens
        self.lowers = facts.tokens.lowers
        self.words = facts.lexicon.words
        self.first = first
        self.end = end
        self.verbs = verbs
        self.nouns = facts.lexicon.union("speech-nouns", "verdict-nouns")

    def credit(self) -> Attribution | None:
        at = self.first + self._is(self.first, "row-joiners")  # Or so said Ann Lee.
        if self._is(at, "back-pointers-before-verbs"):
            return self._inverted(at + 1)
        for words in self.words("parting-phrases"):
            if " ".join(self.lowers[at : at + words.count(" ") + 1]) == words:
                return self._parting(at + words.count(" ") + 1)
        if self._is(at, "back-pointers"):
            # That, in short, was Ann Lee's view.
            return self._predicate(past_aside(self.tokens, at + 1, self.end)) or self._noun(at + 1, 1)
        words_are = self._is(at, "determiners") and at + 1 < self.end and self.lowers[at + 1] in self.nouns
        if words_are and self._is(at + 2, "pointing-copulas"):
            at += 3
            return self._owner(at + self._is(at, "back-pointers"))
        return None

    def tail(self) -> Attribution | None:
        """“…,” was Ann Lee's reply; “…” is how she puts it; “…,” came the reply from the mayor."""
        at = self.first + (self.tokens.texts[self.first] == ",")
        if self._is(at, "words-of-coming"):
            return self._noun(at + 1)
        return self._predicate(at)

    def _predicate(self, at: int) -> Attribution | None:
        """Is how Ann Lee puts it, was the verdict of Ann Lee, was Ann Lee's verdict."""
        if not self._is(at, "pointing-copulas"):
            return None
        at = self._over_adverbs(at + 1)
        return self._way_of_putting(at) or self._noun(at) or self._possessor(at)

    def _is(self, at: int, name: str) -> bool:
        """Whether a token of the sentence stands in a list."""
        return at < self.end and self.lowers[at] in self.words(name)

    def _over_adverbs(self, at: int) -> int:
        while at < self.end and self.lowers[at] in self.verbs.adverbs:
            at += 1
        return at

    def _phrase(self, at: int) -> Phrase | None:
        return phrase_at(self.tokens, at, self.end, self.verbs)

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether a noun phrase is, as far as words tell, nobody who speaks: the season, Ann Lee's career."""
        last = self.lowers[phrase.last - 1]
        return last == GENITIVE or (phrase.kind == "described" and last not in self.verbs.people)

    def _inverted(self, at: int) -> Attribution | None:
        """So said Ann Lee. Thus spoke the mayor."""
        if at < self.end and not is_verb(self.tokens, at, self.verbs, True):
            return self._possessor(at + 1)
        subject = self._phrase(at + 1)
        if subject is None or not is_verb(self.tokens, at, self.verbs, not self._is_thing(subject)):
            return None
        return Attribution(subject, (at, at + 1), "pointed")

    def _parting(self, at: int) -> Attribution | None:
        """With those words, Ann Lee left."""
        subject = self._phrase(at + 1) if at < self.end and self.lowers[at] == "," else self._phrase(at)
        told = subject is not None and subject.kind != "described" and acts(self.tokens, subject, self.verbs)
        return Attribution(subject, None, "pointed") if subject is not None and told else None

    def _way_of_putting(self, at: int) -> Attribution | None:
        """That was how Ann Lee put it, that is what she told the court; not “that is how the season started”."""
        subject = self._phrase(at + 1) if self._is(at, "ways-of-putting") else None
        if subject is None:
            return None
        verb = past_aside(self.tokens, subject.last, self.end)
        while verb < self.end and (
            self.lowers[verb] in self.verbs.adverbs or self.lowers[verb] in self.verbs.auxiliaries
        ):
            verb += 1
        if verb >= self.end or not is_verb(self.tokens, verb, self.verbs, not self._is_thing(subject)):
            return None
        return Attribution(subject, (verb, verb + 1), "pointed")

    def _noun(self, at: int, reach: int = _NOUN) -> Attribution | None:
        """That was the blunt verdict of Ann Lee, those were the words of the mayor; that prediction, by Ann Lee, …"""
        for noun in range(at, min(at + reach, self.end - 1)):
            of = noun + 1 + (self.lowers[noun + 1] == ",")
            if self.lowers[noun] in self.nouns and self._is(of, "prepositions-of-authors"):
                subject = self._phrase(of + 1)
                return Attribution(subject, (noun, noun + 1), "pointed") if subject else None
        return None

    def _possessor(self, at: int) -> Attribution | None:
        """That was Ann Lee's verdict, that was one of the mayor's jokes."""
        if self._is(at, "weak-numbers") and self._is(at + 1, "of-words"):
            at += 2
        phrase = self._phrase(at)
        if phrase is None:
            return None
        owner = next((i for i in range(phrase.first, phrase.last) if self.lowers[i] in GENITIVES), None)
        if owner is None or owner == phrase.first:
            return None
        noun = next((i for i in range(owner + 1, min(owner + _NOUN, self.end)) if self.lowers[i] in self.nouns), None)
        if noun is None:
            return None
        return Attribution(Phrase(phrase.first, owner, phrase.kind), (noun, noun + 1), "pointed")

    def _owner(self, at: int) -> Attribution | None:
        """The words are those of Ann Lee, the words were Ann Lee's."""
        if self._is(at, "prepositions-of-authors"):
            subject = self._phrase(at + 1)
            return Attribution(subject, None, "pointed") if subject else None
        phrase = self._phrase(at)
        if phrase is None or self.lowers[phrase.last - 1] != GENITIVE:
            return None
        return Attribution(Phrase(phrase.first, phrase.last - 1, phrase.kind), None, "pointed")
