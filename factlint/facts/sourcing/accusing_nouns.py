"""Accusing nouns: an accusation, a suspicion or an outcry told as a thing of its own, and nobody who raises it.

“Accusations of bribery have dogged the board”, “claims that the minister took cash have been doing the rounds”,
“the plan has drawn howls of protest”, “the council came under fire for selling the park”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.source_words import source_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_TOLD = frozenset({"main", "relative", "subordinate"})


def find_accusing_nouns(facts: Facts, answers: Answers) -> list[Claim]:
    """Every such noun in a paragraph in which nobody is credited with anything, in order of place."""
    return list(_Nouns(facts, answers).claims())


class _Nouns:
    """The noun phrases of one article as accusations."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words
        self.grave = facts.lexicon.words("grave-words")
        self.by = source_nouns(facts.lexicon).by

    def claims(self) -> Iterator[Claim]:
        """The accusations that are a clause's subject, and the outcries that something meets with."""
        accusing, outcry = self.words("accusing-nouns"), self.words("outcry-nouns") | self.words("criticism-nouns")
        for number, phrase in enumerate(self.language.phrases):
            if phrase.lemma not in accusing and phrase.lemma not in outcry:
                continue
            clause = self.language.clauses[phrase.clause] if phrase.clause is not None else None
            if clause is None or clause.in_quote or clause.kind not in _TOLD or clause.standing != "done":
                continue
            if clause.negated or phrase.proper or self._has_owner(phrase):
                continue
            if phrase.lemma in accusing and phrase.role == "subject":
                last = self._grave_behind(phrase, clause)
            else:
                last = phrase.last if phrase.lemma in outcry and self._meets(number, phrase, clause) else 0
            if last and self._in_own_voice(phrase):
                yield self._claim(clause, min(phrase.first, clause.first), max(clause.last, phrase.last))

    def _has_owner(self, phrase: Phrase) -> bool:
        """Whether a phrase tells whose it is: “the union's claim”, “opposition claims”, “criticism from the bishop”."""
        if phrase.owner is not None or phrase.determiner in self.words("owner-words"):
            return True
        if any(self.answers.is_name(at) or self.language.tags[at] == "NOUN" for at in phrase.modifiers):
            return True
        sentence = self.facts.sentences[phrase.sentence]
        behind = self.tokens.lowers[phrase.last : sentence.last]
        return not (self.by | self.words("doers-of-criticism") - self.words("counted-from-words")).isdisjoint(behind)

    def _grave_behind(self, phrase: Phrase, clause: Clause) -> int:
        """Where “of”, “that” … and something grave stand between an accusation and its verb; else 0."""
        opens = self.tokens.lowers[phrase.last : phrase.last + 1]
        if not opens or opens[0] not in self.words("openers-of-accusations") or phrase.last >= clause.first:
            return 0
        between = range(phrase.last, clause.first)
        lemmas, lowers = self.language.lemmas, self.tokens.lowers
        grave = any(lemmas[at] in self.grave or lowers[at] in self.grave for at in between)
        denies = clause.lemma in self.words("denying-verbs") or clause.voice == "passive"
        that = opens[0] in self.words("source-that-words")
        return clause.last if (grave or that) and not denies else 0

    def _meets(self, number: int, phrase: Phrase, clause: Clause) -> bool:
        """Whether something meets with an outcry: “has drawn howls of protest”, “came under fire”."""
        if clause.subject is None:
            return False
        if clause.lemma in self.words("facing-verbs") and phrase.role == "object":
            return True
        return clause.lemma in self.words("coming-under-verbs") and any(
            place == number and self.tokens.lowers[at] in self.words("under-words") for at, place in clause.obliques
        )

    def _in_own_voice(self, phrase: Phrase) -> bool:
        """Whether nobody says anything in the paragraph, and no court is told of."""
        sentence = self.facts.sentences[phrase.sentence]
        if not self.answers.is_prose(sentence) or not self.words("court-words").isdisjoint(self.tokens.index):
            return False
        block = self.facts.paragraphs[sentence.paragraph]
        if self.answers.told_in(block.start, block.end) or self.answers.quoted_in(block.start, block.end):
            return False
        return self.answers.around(sentence) is None

    def _claim(self, clause: Clause, first: int, last: int) -> Claim:
        start, end, verb = self.tokens.starts[first], self.tokens.ends[last - 1], self.tokens.texts[clause.verb]
        block = self.facts.sentences[clause.sentence].paragraph
        return Claim(start, end, "rumour", None, None, verb, None, False, None, 0, block)
