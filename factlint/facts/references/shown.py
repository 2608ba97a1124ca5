"""Shown: where the article's own words say that somebody is a woman or a man."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch

if TYPE_CHECKING:
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


def _beside(facts: Facts) -> list[tuple[int, int, Person, str]]:
    """The nouns that stand in apposition to a name and say man or woman: “Ann Roe, a mother of two”."""
    nouns = facts.lexicon.table("gendered-nouns")
    either = facts.lexicon.words("offices-of-men-for-women")
    phrases = facts.language.phrases
    found = []
    for phrase in phrases:
        if phrase.apposition_of is None:
            continue
        for noun, name in ((phrase, phrases[phrase.apposition_of]), (phrases[phrase.apposition_of], phrase)):
            gender = nouns.get(noun.lemma)
            if gender is None or not name.proper or noun.proper or noun.lemma in either:
                continue
            mention = next((m for m in facts.mentions if name.start <= m.start < name.end), None)
            if mention is not None:
                found.append((noun.start, noun.end, mention.person, gender))
    return found
