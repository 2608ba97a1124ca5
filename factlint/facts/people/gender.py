"""Gender: what honorifics, ranks, offices, appositions, pronouns and the given name say of a person."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.people.beside import nouns_beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Gender
    from factlint.facts.people.names import Run
    from factlint.facts.people.spoken_of import Spoken
    from factlint.lexicon import Lexicon

_TWO_PEOPLE = 6  # votes, two honorifics' worth, for a woman and as many for a man: Mr Roe and Mrs Roe are two


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> dict[str, str]:
    """Relations, ranks and offices with the gender of who has them."""
    either = lexicon.words("offices-of-men-for-women")
    nouns = {noun: gender for noun, gender in lexicon.table("gendered-nouns").items() if noun not in either}
    return {**nouns, **lexicon.table("relations"), **lexicon.table("ranks"), **lexicon.table("gendered-offices")}


class Genders:
    """Reads what the words around names say of gender, for one article."""

    def __init__(self, facts: Facts) -> None:
        table = facts.lexicon.table
        self.lowers = facts.tokens.lowers
        self.honorifics = table("honorifics")
        self.roles = _roles(facts.lexicon)
        self.for_either = facts.lexicon.words("offices-of-men-for-women")
        self.given = table("given-names")
        self.surnames: Mapping[str, Gender] = table("known-surnames")
        #: By token of a name what is said of its bearer.
        self.said: dict[int, list[str]] = {}
        for said in nouns_beside(facts.language):
            if said.lemma in self.roles:
                for at in range(said.first, said.last):
                    self.said.setdefault(at, []).append(said.lemma)

    def of(self, runs: list[Run], given: str | None, spoken: Spoken) -> Gender:
        """Female or male where the words around the names say so, else by the pronouns, else by the given name."""
        votes = {"female": 0, "male": 0}
        usual = self.hint(given) if given else self._known(runs)
        for run in runs:
            for label in self._labels(run, usual == "female"):
                if label in votes:
                    votes[label] += 1
        if min(votes.values()) >= _TWO_PEOPLE:
            return "unknown"
        if votes["female"] != votes["male"]:
            return "female" if votes["female"] > votes["male"] else "male"
        return usual if spoken.gender == "unknown" else spoken.gender

    def _known(self, runs: list[Run]) -> Gender:
        """The gender of somebody so well known that the surname tells it."""
        surnames = {word.lower() for run in runs for word in run.words}
        return self.surnames.get(surnames.pop(), "unknown") if len(surnames) == 1 else "unknown"

    def hint(self, given: str) -> Gender:
        """What a given name says of its bearer."""
        lower = given.lower()
        usual = self.given.get(lower) or self.given.get(lower.split("-")[0].split(" ")[0])
        return "female" if usual == "female" else "male" if usual == "male" else "unknown"

    def _labels(self, run: Run, woman: bool) -> list[str]:
        """What honorific, capitalised titles, the small word right before a name and the nouns said of it say.

        Of a bearer whose first name is a woman's, “spokesman” and the like say nothing.
        """
        labels = [self.honorifics[self.lowers[run.honorific]]] * 3 if run.honorific >= 0 else []
        before = range(run.title if run.title >= 0 else run.first - 1, run.first)
        roles = [self.lowers[position] for position in before if position >= 0] + self.said.get(run.last - 1, [])
        return labels + [self.roles.get(role, "unknown") for role in roles if not (woman and role in self.for_either)]
