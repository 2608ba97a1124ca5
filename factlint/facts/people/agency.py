"""Agency: whether a capitalised name acts as people do and a pronoun takes it up, or is spoken of as a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.language.endings import endings_of
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.people.names import Run

_REACH = 40  # tokens after a name in which a pronoun may take it up
_NEAR = 12
_LONGEST_SET = 7  # tokens of what is set to a name between commas, with the comma


class Agency:
    """Reads the clauses around the names of one article.

    The weights are those of single family names against places and bodies in news: in a third of the sentences a
    pronoun of people follows the former, in one of nine the latter.
    """

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.tokens = facts.tokens
        self.sentence_of = facts.sentence_of
        self.clauses = words("words-before-subjects")
        self.deeds = words("verbs-in-the-past")
        self.endings = endings_of(facts.lexicon)
        self.auxiliary = words("auxiliary-verbs")
        self.adverbs = words("words-before-verbs")
        self.objects = words("words-after-verbs")
        self.people = words("pronouns-of-people")
        self.things = words("pronouns-of-things")
        self.putting = words("verbs-with-empty-it")
        self.body_nouns = words("nouns-before-bodies")
        self.articles = words("definite-articles") | words("indefinite-articles")
        self.governing = words("prepositions-before-names")
        self.owned = words("what-bodies-have")
        self.owners = words("what-is-of-bodies")

    def acts(self, run: Run) -> float:
        """How much the name looks like that of the one who acts, above all where a pronoun of people takes it up."""
        lowers = self.tokens.lowers
        before = self.tokens.ahead[run.lead]
        found = self._verb_after(run)
        if found and (run.opens or before in self.clauses or before == ","):
            found += 0.4
        elif before.endswith(self.endings.past) and before.isalpha():
            found += 0.3
        if not found and lowers[run.last : run.last + 1] != [GENITIVE]:
            return 0.0
        taken_up = self._taken_up(run)
        return found + taken_up if taken_up else 0.4 * found

    def _verb_after(self, run: Run) -> float:
        """How surely a verb follows that has the name for its subject."""
        lowers = self.tokens.lowers
        at = run.last + (run.last < len(lowers) and lowers[run.last] in self.adverbs)
        verb, *rest = lowers[at : at + 2] or ["."]
        if not verb.isalpha():
            return 0.0
        present = verb.endswith(self.endings.plural) and bool(rest) and rest[0] in self.objects
        if present or verb in self.deeds or verb.endswith(self.endings.past):
            return 0.5
        return 0.2 if verb in self.auxiliary else 0.0

    def _taken_up(self, run: Run) -> float:
        """How surely a pronoun of people in the sentence, or one that opens the next, is for the name."""
        texts, lowers = self.tokens.texts, self.tokens.lowers
        sentence = self.sentence_of(run.first)
        for at in range(run.last, min(sentence.last, run.last + _REACH)):
            if lowers[at] in self.things:
                return 0.0
            if lowers[at] in self.people:
                return 0.4 if any(text[0].isupper() for text in texts[run.last : at]) else 0.7
        if not self.people.isdisjoint(lowers[sentence.last : sentence.last + 1]):
            return 0.5
        return 0.0 if self.people.isdisjoint(lowers[max(sentence.first, run.lead - _REACH) : run.lead]) else 0.3

    def thing(self, run: Run) -> float:
        """How much the words speak of a thing or firm: a number after the name, “its”, “shares in”, “’s takeover”."""
        tokens, lowers = self.tokens, self.tokens.lowers
        if run.last >= len(lowers):
            return 0.0
        word = lowers[run.last]
        if word[0].isdecimal() or (word == "/" and not tokens.spaced(run.last)) or self._own_pronoun(run):
            return 1.5
        if word == "," and self._set_to(run.last + 1):
            return 2.0
        if word == GENITIVE and not self.owned.isdisjoint(lowers[run.last + 1 : run.last + 4]):
            return 2.0
        if run.lead > 1 and self.tokens.ahead[run.lead] in self.governing and lowers[run.lead - 2] in self.owners:
            return 2.0
        return 1.0 if word in self.body_nouns or self.endings.singular(word) in self.body_nouns else 0.0

    def _set_to(self, first: int) -> bool:
        """Whether what is set to the name is a body: “Tolland, the furniture chain, said”."""
        lowers = self.tokens.lowers
        last = next((at for at in range(first, min(first + _LONGEST_SET, len(lowers))) if lowers[at] == ","), first)
        head = lowers[last - 1]
        return last > first and lowers[first] in self.articles and head in self.body_nouns

    def spoken_of_as_thing(self, run: Run) -> bool:
        """Whether the words show a thing or firm: what `thing` finds, or a noun for one right before the name."""
        return self.thing(run) >= 1.0 or self.tokens.ahead[run.lead] in self.body_nouns

    def _own_pronoun(self, run: Run) -> bool:
        """Whether “it” or “its” follows soon, before another name or a pronoun of people."""
        end = min(self.sentence_of(run.first).last, run.last + _NEAR)
        for at in range(run.last, end):
            if self.tokens.lowers[at] in self.things and self.tokens.lowers[at - 1] not in self.putting:
                return True
            word = self.tokens.texts[at]
            if word in self.people or not word[0].isalnum() or (at > run.last and word[0].isupper()):
                return False
        return False
