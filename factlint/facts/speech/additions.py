"""Additions: “he added”, where the sentence before the quotation holds nobody's words to add to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Pronoun

_BESIDE = 3  # code points between a quotation and its credit: the closing mark's comma and a space


class Additions:
    """Tells of the pronouns of one article whether they add to what nobody has said."""

    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.verbs, self.ands = lexicon.words("adding-verbs"), lexicon.words("and-words")
        saying = lexicon.union("speech-verbs", "speech-nouns", "source-openers")
        self.sayings = [facts.tokens.starts[at] for at in facts.tokens.positions(saying)]
        outer = [q for q in facts.quotations if q.depth == 0 and q.opening is not None]
        self.quoted = [q.start for q in outer]
        self.ends = [q.end for q in outer]

    def adds_to_nothing(self, pronoun: Pronoun) -> bool:
        """Whether the pronoun credits a quotation as an addition, after a sentence in which nobody speaks."""
        tokens = self.facts.tokens
        if pronoun.case != "subject" or pronoun.in_quote:
            return False
        at = tokens.at(pronoun.start)
        beside = tokens.lowers[max(0, at - 1) : at + 2]
        quotation = bisect_right(self.ends, pronoun.start) - 1
        if self.verbs.isdisjoint(beside) or quotation < 0:
            return False
        first = tokens.starts[max(0, at - 1)] if beside[0] in self.verbs else pronoun.start
        if first - self.ends[quotation] > _BESIDE:
            return False
        opening = self.quoted[quotation]
        if tokens.lowers[tokens.at(opening) + 1] in self.ands:
            return False  # “And the windows,” she added: to what is told of her
        if self.facts.sentence_at(self.ends[quotation] - 1) != self.facts.sentence_at(pronoun.start):
            return False
        return self._silent_before(opening)

    def _silent_before(self, opening: int) -> bool:
        """Whether from the start of the sentence before the one that a quotation opens in nobody speaks."""
        here = self.facts.sentence_at(opening)
        if not here.number or self.facts.sentences[here.number - 1].kind != "paragraph":
            return False
        start = self.facts.sentences[here.number - 1].start
        if bisect_left(self.sayings, opening) > bisect_left(self.sayings, start):
            return False
        return bisect_left(self.quoted, opening) <= bisect_right(self.ends, start)
