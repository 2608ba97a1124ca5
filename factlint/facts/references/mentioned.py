"""Mentioned: whether the text before a place has spoken of a thing, an occasion, people or firms, and of how many."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.people.naming import OTHER, PERSON
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts


_PERSON = "person"


class Mentioned:
    """Answers for one article; places are tokens, and what stands at them does not count."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.tokens = facts.tokens
        self._starts: dict[str | None, list[int]] = {}
        self.plurals: Mapping[str, str] = facts.lexicon.table("irregular-plurals")

    def word(self, word: str, at: int) -> bool:
        """Whether a word stands before a token."""
        places = self.tokens.index.get(word, [])
        return bool(places) and places[0] < at

    def noun(self, noun: str, at: int) -> int:
        """1 where a noun stands before a token, in the singular or plural; else 0."""
        forms = {noun, noun + "s", noun + "es", noun.removesuffix("s"), self.plurals.get(noun, noun)}
        forms |= {plural for plural, single in self.plurals.items() if single == noun}
        forms |= {noun.removesuffix("y") + "ies", noun.removesuffix("ies") + "y"}
        return int(any(self.word(form, at) for form in forms))

    def occasion(self, noun: str, at: int) -> int:
        """1 where a word for the same kind of occasion as the noun stands before a token; else 0."""
        kinds = (words for words in self.facts.lexicon.values("occasions").values() if noun in words)
        return int(any(self.word(word, at) for words in kinds for word in words))

    def people(self, at: int, last: int, gender: str | None = None) -> int:
        """How many people are spoken of before a token, or named up to the end of the sentence after a later one.

        People of another gender than the one asked for do not count; people without a name count once each time, and
        several at once as many as are asked for.
        """
        start = self.tokens.starts[at]
        if bisect_left(self._several, start):
            return len(self.tokens)
        sentence = self.facts.sentence_at(self.tokens.starts[min(last, len(self.tokens) - 1)])
        end = self.facts.sentences[min(sentence.number + 1, len(self.facts.sentences) - 1)].end
        return bisect_left(self._people(gender), end) + bisect_left(self._described, start)

    def people_before(self, at: int) -> int:
        """How many people are named or spoken of before a token; several at once as many as are asked for."""
        start = self.tokens.starts[at]
        if bisect_left(self._several, start):
            return len(self.tokens)
        return bisect_left(self._people(None), start) + bisect_left(self._described, start)

    def together(self, at: int) -> bool:
        """Whether several people are counted, listed or spoken of in the plural before a token."""
        return bool(bisect_left(self._together, at))

    def names(self, at: int) -> int:
        """How many different names that are no person's stand before a token: firms, clubs, places."""
        return bisect_left(self._names, self.tokens.starts[at])

    def _people(self, gender: str | None) -> list[int]:
        """Where each person is first named who is, or may be, of a gender."""
        if gender not in self._starts:
            fitting = (p.start for p in self.facts.people if gender is None or p.gender in (gender, "unknown"))
            self._starts[gender] = sorted(fitting)
        return self._starts[gender]

    @cached_property
    def _described(self) -> list[int]:
        return [self.tokens.starts[description.token] for description in self.facts.descriptions]

    @cached_property
    def _several(self) -> list[int]:
        several = self.facts.lexicon.union("people-in-groups", "several-people")
        return [self.tokens.starts[at] for at in self.tokens.positions(several)]

    @cached_property
    def _together(self) -> list[int]:
        language, none = self.facts.language, self.facts.lexicon.words("no-determiners")
        return [
            phrase.first
            for phrase in language.phrases
            if (_PERSON in phrase.classes and (phrase.number or 1) > 1 and phrase.determiner not in none)
            or (_PERSON in phrase.classes and phrase.conjoined)
            or (phrase.proper and len(phrase.conjoined) > 1)
            or phrase.pronoun in self.facts.lexicon.words("plural-pronouns")
        ]

    @cached_property
    def _names(self) -> list[int]:
        """Where each such name first stands; a plain word with a capital is none."""
        naming, common = self.facts.naming, self.facts.lexicon.words("common-words")
        firsts: dict[tuple[str, ...], int] = {}
        for run, kind in zip(naming.runs, naming.kinds, strict=True):
            plain = kind == OTHER and len(run.words) == 1 and run.words[0].lower() in common
            if kind != PERSON and not plain:
                firsts.setdefault(tuple(run.words), self.tokens.starts[run.first])
        return sorted(firsts.values())
