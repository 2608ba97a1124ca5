"""Gender: what honorifics, ranks, offices, appositions, pronouns and the given name say of a person."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Gender
    from factlint.facts.people.names import Run
    from factlint.facts.people.spoken_of import Spoken
    from factlint.lexicon import Lexicon

_LONGEST_APPOSITION = 6  # words
_TWO_PEOPLE = 6  # votes, two honorifics' worth, for a woman and as many for a man: Mr Roe and Mrs Roe are two


@lru_cache(maxsize=4)
def _roles(lexicon: Lexicon) -> dict[str, str]:
    """Relations, ranks and offices with the gender of who has them."""
    return {**lexicon.table("relations"), **lexicon.table("ranks"), **lexicon.table("gendered-offices")}


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
        self.openers = facts.lexicon.words("articles")
        self.stops = facts.lexicon.union("prepositions", "clause-openers")
        self.copulas = facts.lexicon.words("copulas")

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
        """What honorific, capitalised titles, the small word right before a name and the apposition after it say.

        Of a bearer whose first name is a woman's, “spokesman” and the like say nothing.
        """
        labels = [self.honorifics[self.lowers[run.honorific]]] * 3 if run.honorific >= 0 else []
        before = range(run.title if run.title >= 0 else run.first - 1, run.first)
        roles = [self.lowers[position] for position in before if position >= 0]
        roles += [self._apposition(run.last), self._apposed_to(run)]
        return labels + [self.roles.get(role, "unknown") for role in roles if not (woman and role in self.for_either)]

    def _apposed_to(self, run: Run) -> str:
        """What a name between commas is an apposition to, “the headmaster, Robin,”, or an empty word."""
        before, after = self.lowers[max(0, run.first - 2) : run.first], self.lowers[run.last : run.last + 1]
        if len(before) == 2 and before[1] == "," and before[0] in self.roles and after in ([","], ["."]):
            return before[0]
        return ""

    def _apposition(self, last: int) -> str:
        """The role that “, the actress …”, “ is the daughter …” after a name tells, or an empty word."""
        after = self.lowers[last : last + _LONGEST_APPOSITION + 2]
        if len(after) < 3 or (after[0] != "," and after[0] not in self.copulas):
            return ""
        if after[1] not in self.openers and after[1] not in self.roles:
            return ""
        for word in after[1:]:
            if word in self.stops or not word[0].isalpha():
                return ""
            if word in self.roles:
                return word
        return ""
