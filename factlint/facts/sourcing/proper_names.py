"""Proper names: whether a capital stands for a name, a country, or only for the beginning of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.people.namelists import name_lists
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_ELSEWHERE = 20  # places at which a word is looked up again


class ProperNames:
    """Tells the proper names of one article from other capitals, word by word."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        lists = name_lists(facts.lexicon)
        self._neutral = facts.lexicon.union("nationalities", "calendar-words", "capital-pronouns")
        self._countries = facts.lexicon.union("countries", "regions", "us-states", "nationalities")
        self._common = lists.common

    def is_name(self, position: int, opens: bool = False, countries: bool = False) -> bool:
        """Whether a token is (part of) a proper name; one that opens a sentence only where it is no everyday word.

        Months, days and peoples are none; places are where `countries` says so.
        """
        tokens = self.facts.tokens
        text, lower = tokens.texts[position], tokens.lowers[position]
        if not text[0].isupper() or lower in self._neutral:
            return False
        if not countries and (lower in self._countries or position in self._placed):
            return False
        return not opens or (lower not in self._common and len(text) > 1 and self._a_name_elsewhere(position))

    def _a_name_elsewhere(self, position: int) -> bool:
        """Whether a word that opens a sentence is in capitals, part of a known name, or capital within a sentence."""
        tokens = self.facts.tokens
        text, start = tokens.texts[position], tokens.starts[position]
        if text.isupper() or start in self._starts:
            return True
        places = tokens.index[tokens.lowers[position]][:_ELSEWHERE]
        return any(
            tokens.texts[at] == text and at > 0 and tokens.texts[at - 1][0].isalnum() for at in places if at != position
        )

    @cached_property
    def _starts(self) -> frozenset[int]:
        """Where the names of people and bodies start."""
        people = [mention.start for mention in self.facts.mentions]
        return frozenset([*people, *(body.start for body in self.facts.organizations)])

    @cached_property
    def _placed(self) -> frozenset[int]:
        """The tokens of the names of countries and the like."""
        tokens = self.facts.tokens
        held: set[int] = set()
        for place in self.facts.places:
            if place.name.lower() in self._countries:
                first, last = tokens.span(place.start, place.end)
                held.update(range(first, last))
        return frozenset(held)
