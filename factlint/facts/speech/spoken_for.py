"""Spoken for: bodies whose words the article quotes, by their own name or by the mouth of one who has a post there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote
    from factlint.language.model import Phrase

_BACK = 20  # phrases back to the name for which “its” may stand


class SpokenFor:
    """Looks up the quotations of the bodies of one article."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.phrases = facts, facts.tokens, facts.language.phrases
        words = facts.lexicon.words
        self.idle = words("articles") | words("prepositions")
        self.definite, self.indefinite = words("definite-articles"), words("indefinite-articles")
        self.mouthpieces = words("mouthpieces")
        self.own, self.links = words("possessives-of-many") | words("body-pronouns"), words("office-links")

    def quotes_of(self, body: Phrase) -> Iterator[Quote]:
        """The quotations that a body is credited with, in order."""
        name = self._name(body) or self._noun(body)
        for quote in self.facts.quotes:
            if name and quote.speaker is not None and quote.cue is not None and self._speaks_for(name, quote):
                yield quote

    def _name(self, phrase: Phrase) -> frozenset[str]:
        """The words of the name that a phrase is, or is a part of, its article left out."""
        texts, sentence = self.tokens.texts, self.facts.sentences[phrase.sentence]
        first, last = phrase.head, phrase.head + 1
        while first > sentence.first and texts[first - 1][0].isupper():
            first -= 1
        while last < sentence.last and texts[last][0].isupper():
            last += 1
        capital = texts[phrase.head][0].isupper()
        words = self.tokens.lowers[first:last] if capital else ()
        return frozenset(word for word in words if word[0].isalnum()) - self.idle

    @cached_property
    def _several(self) -> frozenset[str]:
        """The nouns that the article has of more than one thing, or of one that is new."""
        return frozenset(p.lemma for p in self.phrases if p.plural or p.determiner in self.indefinite)

    def _noun(self, phrase: Phrase) -> frozenset[str]:
        """The noun of a body that has no name in its phrase, where the article has but one such: “the airport”."""
        if phrase.determiner not in self.definite or phrase.plural or "person" in phrase.classes:
            return frozenset()
        named = self.facts.language.words.noun_classes(phrase.lemma)
        return frozenset((phrase.lemma,)) if named and phrase.lemma not in self._several else frozenset()

    def _is(self, name: frozenset[str], phrase: Phrase) -> bool:
        """Whether a phrase names the body, in full or in part: “Blue Door” for “Blue Door Breaks”."""
        other = self._name(phrase) or self._noun(phrase)
        return bool(other) and (other <= name or name <= other)

    def _speaks_for(self, name: frozenset[str], quote: Quote) -> bool:
        speaker = quote.speaker
        if speaker is None or quote.cue is None:
            return False
        sentence = self.facts.sentence_at(quote.cue.start)
        first = bisect_left(self.phrases, sentence.number, key=lambda phrase: phrase.sentence)
        for number in range(first, len(self.phrases)):
            phrase = self.phrases[number]
            if phrase.sentence != sentence.number:
                break
            if quote.start <= phrase.start < quote.end:
                continue
            within = speaker.start <= phrase.start < speaker.end or phrase.end == speaker.start
            if within and speaker.person is None and self._is(name, phrase):
                return True
            if (within or self._beside(phrase, speaker.start)) and self._has_a_post(name, number, phrase):
                return True
        return False

    def _beside(self, phrase: Phrase, start: int) -> bool:
        """Whether a phrase says what the speaker is, in apposition before or behind his name."""
        other = self.phrases[phrase.apposition_of] if phrase.apposition_of is not None else None
        return other is not None and other.start <= start < other.end

    def _has_a_post(self, name: frozenset[str], number: int, phrase: Phrase) -> bool:
        """Whether a phrase means somebody of the body: its spokesman, a spokesman for it, its owner."""
        if "person" not in phrase.classes or phrase.plural:
            return False
        if phrase.owner is not None:
            return self._is(name, self.phrases[phrase.owner])
        before = frozenset(self.tokens.lowers[at] for at in phrase.modifiers)
        if before & name and phrase.lemma in self.mouthpieces:
            return True  # “an Oldacre spokeswoman”, “a trust spokesman”
        if phrase.determiner in self.own:
            return self._is_taken_up(name, phrase)
        behind = self.phrases[number + 1] if number + 1 < len(self.phrases) else None
        linked = behind is not None and self.tokens.lowers[phrase.last : phrase.last + 1] != []
        link = self.tokens.lowers[phrase.last] if linked else ""
        return behind is not None and link in self.links and behind.first == phrase.last + 1 and self._is(name, behind)

    def _is_taken_up(self, name: frozenset[str], phrase: Phrase) -> bool:
        """Whether “its” stands for the body: no other one is named since, in this sentence or the one before."""
        at = bisect_left(self.phrases, phrase.first, key=lambda one: one.first)
        for other in reversed(self.phrases[max(0, at - _BACK) : at]):
            if phrase.sentence - other.sentence > 1:
                return False
            if not self.facts.in_quotation(other.start) and "person" not in other.classes:
                if self._is(name, other):
                    return True
                if any(body.start < other.end and other.start < body.end for body in self.facts.organizations):
                    return False
        return False
