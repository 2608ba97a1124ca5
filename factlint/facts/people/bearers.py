"""Bearers: whom a noun phrase names, or stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person


class Bearers:
    """Looks up the people of one article by phrase.

    firsts: by the tokens of names the first token of the name.
    honorifics: by the tokens of names the token of the honorific before it, or -1.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.phrases = facts.language.phrases
        self._named = {
            at: person for person, who in facts.cast for run, _ in who.named for at in range(run.first, run.last)
        }
        self.firsts = {
            at: run.first for _, who in facts.cast for run, _ in who.named for at in range(run.first, run.last)
        }
        self.honorifics = {
            at: run.honorific for _, who in facts.cast for run, _ in who.named for at in range(run.first, run.last)
        }
        self._pronouns = {pronoun.start: pronoun.person for pronoun in facts.pronouns if pronoun.person}

    def named(self, phrase: int | None) -> Person | None:
        """Whom a phrase names; none where its head is no name of a person."""
        return None if phrase is None else self._named.get(self.phrases[phrase].head)

    def meant(self, phrase: int | None) -> Person | None:
        """Whom a phrase names, or its pronoun means."""
        if phrase is None:
            return None
        found = self.phrases[phrase]
        return self.named(phrase) or (self._pronouns.get(found.start) if found.pronoun else None)

    def owner(self, phrase: int) -> Person | None:
        """Whose the thing or person of a phrase is: Roe's …, his …, … of Roe."""
        found = self.phrases[phrase]
        determiner = self._pronouns.get(found.start) if found.determiner else None
        return determiner or self.meant(found.owner) or self.named(found.of)
