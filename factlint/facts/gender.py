"""Gender: what honorifics, ranks, offices and the given name say of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Gender
    from factlint.facts.names import Run


class Genders:
    """Reads what the words before names say of gender, for one article."""

    def __init__(self, facts: Facts) -> None:
        table = facts.lexicon.table
        self.lowers = facts.tokens.lowers
        self.honorifics = table("honorifics")
        self.roles = {**table("relations"), **table("ranks"), **table("gendered-offices")}
        self.given = table("given-names")

    def of(self, runs: list[Run], given: str | None) -> Gender:
        """Female or male where the words before the names say so, else by the given name."""
        votes = {"female": 0, "male": 0}
        for run in runs:
            for label in self._labels(run):
                if label in votes:
                    votes[label] += 1
        if votes["female"] != votes["male"]:
            return "female" if votes["female"] > votes["male"] else "male"
        if not given:
            return "unknown"
        usual = self.given.get(given) or self.given.get(given.split("-")[0].split(" ")[0])
        return "female" if usual == "female" else "male" if usual == "male" else "unknown"

    def _labels(self, run: Run) -> list[str]:
        """What honorific, capitalised titles and the small word right before a name say."""
        labels = [self.honorifics[self.lowers[run.honorific]]] * 3 if run.honorific >= 0 else []
        before = range(run.title if run.title >= 0 else run.first - 1, run.first)
        return labels + [self.roles.get(self.lowers[position], "unknown") for position in before if position >= 0]
