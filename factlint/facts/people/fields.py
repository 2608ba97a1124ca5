"""Fields: what an office is for, where a house has several: the finance minister, a professor of law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_CONTENT = ("NOUN", "PROPN", "ADJ")
_STEM = 4  # letters by which two words for one field are alike: economy, economic


class Fields:
    """Reads the fields of one article's offices, each by the word that the article has for it first."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.language = facts, facts.language
        self.lowers = facts.tokens.lowers
        self.offices = words("roles-with-a-field")
        self.ranks = facts.lexicon.union(
            "words-for-ranks", "deputy-words", "role-changers", "articles", "nationalities"
        )
        self.prepositions = words("words-inside-bodies")
        self.links = words("number-joiners")
        self.first: dict[str, str] = {}

    def of(self, first: int, head: int, phrase: int | None) -> str | None:
        """The field of the office whose head and first word are at these tokens; none where there is none, or two."""
        if self.language.lemmas[head] not in self.offices:
            return None
        before = [at for at in range(first, head) if self._may_be_one(at)]
        if before:
            return None if self.links.intersection(self.lowers[first:head]) else self._named(before[0])
        number = phrase if phrase is not None else self.language.phrase_at(head)
        after = self.language.phrases[number + 1 : number + 2] if number is not None else ()
        if not after or after[0].first - head > 2 or after[0].conjoined or after[0].preposition is None:
            return None
        if self.lowers[after[0].preposition] not in self.prepositions or after[0].preposition < head:
            return None
        inside = [at for at in range(after[0].first, after[0].last) if self._may_be_one(at)]
        return self._named(inside[0]) if inside else None

    def _may_be_one(self, at: int) -> bool:
        return self.language.tags[at] in _CONTENT and self.lowers[at] not in self.ranks

    def _named(self, at: int) -> str | None:
        word = self.lowers[at]
        return self.first.setdefault(word[:_STEM], word) if word.isalpha() else None
