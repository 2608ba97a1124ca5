"""Standing: the phrase by which a named person takes part in a sentence, past titles and appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention
    from factlint.language.model import Clause, Phrase

_PERSON = "person"
_MEASURED = frozenset({"time", "quantity"})
_STEPS = 4  # titles and appositions between a name and the phrase that has its role
_CRAFT = 2  # tokens between a comma and the last noun of a title: “his brother-in-law, feed dealer Ray Schuch”


class Standing:
    """Tells how names stand in their sentences; holds what that needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.language = facts, facts.language
        self.lowers = facts.tokens.lowers
        self.companions = facts.lexicon.words("companion-prepositions")

    def phrase_of(self, mention: Mention) -> Phrase | None:
        """The phrase that speaks for a name: “his cousin” of “his cousin, deckhand Min Zaw”; alone, its own."""
        number = self.language.phrase_at(self.facts.tokens.at(mention.start))
        for _ in range(_STEPS):
            before = None if number is None else self._before(number)
            if before is None:
                break
            number = before
        return None if number is None else self.language.phrases[number]

    def _before(self, number: int) -> int | None:
        """The phrase to which another is set, by a comma or as the title before a name (“striker Jonas Bakke”)."""
        phrase, phrases = self.language.phrases[number], self.language.phrases
        apposed = phrase.apposition_of
        if apposed is not None and "VERB" not in self.language.tags[phrases[apposed].last : phrase.first]:
            return apposed
        before = phrases[number - 1] if number else None
        if before is None or before.sentence != phrase.sentence or before.pronoun is not None or before.plural:
            return None
        if before.proper or before.classes & _MEASURED or self.language.tags[before.head] == "NUM":
            return None
        if before.last == phrase.first:
            return number - 1 if phrase.proper else None
        craft = phrase.first - before.last - 1
        beside = self.lowers[before.last] == "," and craft <= (_CRAFT if phrase.determiner is None else 0)
        known = _PERSON in before.classes and before.determiner is not None
        return number - 1 if beside and known and not before.conjoined else None

    def acting(self, mention: Mention) -> Clause | None:
        """The clause whose subject a name is, by itself, by its title or in a list."""
        phrase = self.phrase_of(mention)
        if phrase is None:
            return None
        phrases = self.language.phrases
        own = self.language.phrase_at(self.facts.tokens.at(mention.start))
        listed = [one for number in phrase.conjoined for one in phrases[number : number + 2]]  # a title, and its name
        for one in (phrase, *([] if own is None else [phrases[own]]), *listed):
            if one.role == "subject" and one.clause is not None:
                return self.language.clauses[one.clause]
        return None

    def accompanies(self, mention: Mention) -> bool:
        """Whether somebody is only named as the companion of another: “Roe came with his deputy, Hay”."""
        phrase = self.phrase_of(mention)
        return (
            phrase is not None and phrase.preposition is not None and self.lowers[phrase.preposition] in self.companions
        )

    def owns(self, mention: Mention) -> bool:
        """Whether a name is only there to say whose something or somebody is: “Roe's mother, Hay”."""
        at = self.facts.tokens.at(mention.end - 1)
        phrase = self.language.phrase_at(at)
        return phrase is not None and any(one.owner == phrase for one in self.language.phrases[phrase : phrase + 2])
