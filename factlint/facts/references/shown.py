"""Shown: where the article's own words say that somebody is a woman or a man."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch
from factlint.facts.people.beside import nouns_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun

_SURE = 0.85  # how likely a pronoun stands for somebody, so that it shows the gender
_OTHER = {"female": "male", "male": "female"}


class Shown:
    """Of each person the places that show a gender; pronouns are added as they are passed, in order of place."""

    def __init__(self, facts: Facts) -> None:
        self.places: dict[tuple[str, str], Stretch] = {}
        for honorific in facts.honorifics:
            if honorific.person is not None and honorific.gender in _OTHER:
                self._add(honorific.person, honorific.gender, honorific.start, honorific.end)
        for start, end, person, gender in _beside(facts):
            self._add(person, gender, start, end)

    def see(self, pronoun: Pronoun, gender: str) -> None:
        """Takes note of a pronoun that surely stands for somebody."""
        if pronoun.person is not None and pronoun.case == "subject" and pronoun.sure >= _SURE:
            self._add(pronoun.person, gender, pronoun.start, pronoun.end)

    def otherwise(self, person: Person, gender: str) -> Stretch | None:
        """Where a person is shown to be of the other gender, and nowhere of this one."""
        if (person.id, gender) in self.places:
            return None
        return self.places.get((person.id, _OTHER[gender]))

    def _add(self, person: Person, gender: str, start: int, end: int) -> None:
        self.places[person.id, gender] = Stretch(start, end)


def _beside(facts: Facts) -> Iterator[tuple[int, int, Person, str]]:
    """The nouns beside a name that say man or woman: “Ann Roe, a mother of two”, “Grandmother Ann Roe”."""
    nouns = facts.lexicon.table("gendered-nouns")
    either = facts.lexicon.words("offices-of-men-for-women")
    tokens = facts.tokens
    named = {tokens.at(mention.start): mention.person for mention in facts.mentions}
    said = [(one.noun, one.lemma, one.first, one.last) for one in nouns_beside(facts.language)]
    said += [(at - 1, tokens.lowers[at - 1], at, at + 1) for at in named if at]
    for noun, lemma, first, last in said:
        if lemma in nouns and lemma not in either:
            who = next((named[at] for at in range(first, last) if at in named), None)
            if who is not None:
                yield tokens.starts[noun], tokens.ends[noun], who, nouns[lemma]
