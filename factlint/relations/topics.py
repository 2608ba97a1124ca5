"""Topics: what the sentence of a figure speaks of, so that figures of one thing are found over the whole article."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle, Lexicon

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis
    from factlint.relations.quantities import Quantity

_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
_SHORTEST = 3  # letters


class _Words(Bundle):
    """What is looked up, unpacked once."""

    idle: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    units = frozenset(lexicon.table("unit-names"))
    return _Words(
        units
        | frozenset(lexicon.table("number-words"))
        | frozenset(lexicon.table("weekdays"))
        | frozenset(lexicon.table("months"))
        | lexicon.words("idle-topics"),
    )


class Topics:
    """The telling words of each sentence of an article, as lemmas."""

    def __init__(self, facts: Analysis) -> None:
        self.facts = facts
        self.words = _words(facts.lexicon)
        self._of: dict[int, frozenset[str]] = {}

    def of(self, sentence: int) -> frozenset[str]:
        """The telling lemmas of a sentence, by its number."""
        if sentence not in self._of:
            self._of[sentence] = self._find(sentence)
        return self._of[sentence]

    def shared(self, claim: Quantity, parts: tuple[Quantity, ...]) -> int:
        """How many telling words the sentence of a claim has in common with those of its parts."""
        told: set[str] = set()
        for part in parts:
            told |= self.of(part.sentence)
        return len(self.of(claim.sentence) & told)

    def _find(self, number: int) -> frozenset[str]:
        language, sentence = self.facts.language, self.facts.sentences[number]
        saying = {
            at
            for clause in language.clauses
            if clause.sentence == number and "saying" in clause.classes
            for at in range(clause.first, clause.last)
        }
        return frozenset(
            language.lemmas[at]
            for at in range(sentence.first, sentence.last)
            if language.tags[at] in _TELLING
            and at not in saying
            and len(language.lemmas[at]) >= _SHORTEST
            and language.lemmas[at] not in self.words.idle
        )
