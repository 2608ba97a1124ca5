"""Entities: the words by which a phrase, and what is said to be the same, can be known again elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.language.kindred import kindred
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.lexicon import Lexicon
    from factlint.relations.headlines.story import Story

_STEM = 6  # letters by which two nouns are held to be forms of one


class Entities:
    """Who and what the phrases of an article speak of, as sets of words."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self._kindred = kindred(story.facts.lexicon)
        self._small = story.facts.lexicon.words("headline-small-words")
        self._same = _same_things(story.facts.lexicon)

    def of(self, index: int) -> frozenset[str]:
        """The words of a phrase, of its owner and of what stands in apposition to it."""
        return self._owned(index) | self._beside.get(index, frozenset())

    def beside(self, index: int) -> frozenset[int]:
        """The phrases in apposition to a phrase, either way."""
        return frozenset(self._pairs.get(index, ()))

    def _owned(self, index: int) -> frozenset[str]:
        """The words of a phrase and of its owner."""
        owner = self.language.phrases[index].owner
        return self.own(index) | (self.own(owner) if owner is not None else frozenset())

    def own(self, index: int) -> frozenset[str]:
        """A phrase's head and names, with what is of one sense with them; nothing of a pronoun."""
        phrase = self.language.phrases[index]
        if phrase.pronoun is not None:
            return frozenset()
        tags, lowers = self.language.tags, self.story.tokens.lowers
        found = {
            _cut(lowers[at])
            for at in range(phrase.first, phrase.last)
            if (at == phrase.head or tags[at] == "PROPN") and lowers[at][0].isalpha() and lowers[at] not in self._small
        }
        if not found and phrase.number is not None and phrase.plural:
            found = {f"{phrase.number:g}"}  # “Two die”
        elif phrase.number is not None and phrase.plural and phrase.role == "subject":
            found.add(f"{phrase.number:g}")
        return frozenset(found).union(*(self._same.get(word, ()) for word in found))

    def known_as(self, index: int) -> frozenset[str]:
        """The words of a headline's phrase, with those by which the text knows whom it speaks of."""
        words = self.of(index)
        heads = words
        for one, others in self._beside.items():
            own = self.own(one)
            if self._head(one) in heads or (self.language.phrases[one].proper and own & heads):
                words |= others
        return words

    def senses(self, index: int, stated: bool) -> frozenset[str]:
        """The senses of a phrase's noun; of what a text tells the wider ones, too: a mountaineer is a climber."""
        phrase = self.language.phrases[index]
        if phrase.pronoun is not None or (phrase.proper and phrase.last - phrase.first > 1):
            return frozenset()
        noun = self.language.words.lemma(self.story.tokens.lowers[phrase.head], "NOUN")
        modified = phrase.head > phrase.first and f"{self.story.tokens.lowers[phrase.head - 1]}_{noun}"
        own, wider = self._kindred.senses(modified or noun)
        if modified and not own and not wider:
            own, wider = self._kindred.senses(noun)
        return frozenset(f"={sense}" for sense in (own if stated else own | wider))

    def told_of(self, index: int, stated: bool) -> frozenset[str]:
        """All by which a line's phrase (`stated`) and one of the text can be found to speak of one thing."""
        return (self.known_as(index) if stated else self.of(index)) | self.senses(index, stated)

    def words_of(self, first: int, last: int) -> frozenset[str]:
        """The telling words between two tokens, as those of phrases are kept."""
        lowers = self.story.tokens.lowers[first:last]
        return frozenset(_cut(word) for word in lowers if word[0].isalpha() and word not in self._small)

    def cut_all(self, text: str) -> frozenset[str]:
        """The words of some text, as those of phrases are kept."""
        return frozenset(_cut(word) for word in text.lower().split() if word not in self._small)

    def named(self, index: int) -> bool:
        """Whether a phrase has a name, or one stands in apposition to it."""
        phrases = self.language.phrases
        return phrases[index].proper or any(phrases[other].proper for other in self._pairs.get(index, ()))

    @cached_property
    def _beside(self) -> dict[int, frozenset[str]]:
        """Phrase → the words of the phrases in apposition to it, either way."""
        return {
            index: frozenset().union(*(self._owned(other) for other in others)) for index, others in self._pairs.items()
        }

    @cached_property
    def _pairs(self) -> dict[int, set[int]]:
        """Phrase → the phrases in apposition to it, either way."""
        found: dict[int, set[int]] = {}
        phrases = self.language.phrases
        for index, phrase in enumerate(phrases):
            other = phrase.apposition_of
            capital = self.story.tokens.texts[phrase.head].istitle() and phrase.last - phrase.first == 1
            if other is None and index and (phrase.proper or capital) and _adjoin(phrases[index - 1], phrase):
                other = index - 1  # “coach rival Dunmore”
            if other is not None:
                found.setdefault(index, set()).add(other)
                found.setdefault(other, set()).add(index)
        return found

    def _head(self, index: int) -> str:
        return _cut(self.story.tokens.lowers[self.language.phrases[index].head])


def _cut(word: str) -> str:
    word = plain(word)
    return word.removesuffix("s")[:_STEM] if len(word) > 3 else word


@lru_cache(maxsize=4)
def _same_things(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Of each word that is of one sense with others all of them."""
    groups = lexicon.values("same-things").values()
    return {_cut(word): frozenset(map(_cut, group)) for group in groups for word in group}


def _adjoin(one: Phrase, other: Phrase) -> bool:
    return one.last == other.first and one.sentence == other.sentence
