"""Grounds: what stands before a pronoun that it could refer to, and how far back; by gender and nearness alone.

Where the resolver chooses among those who fit, this asks whether anybody does. One walk over the article in order of
place; everything before a pronoun is known when it is reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.descriptions import find_descriptions

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun

_GENDERS = {"he": "male", "she": "female"}
_CHOICES = {"male": ("male", "unknown"), "female": ("female", "unknown")}


class _Ground(NamedTuple):
    """Something a later pronoun could refer to.

    start: first code point.
    named: whether it is a name, else a description.
    gender: female, male or unknown.
    person: who is named, or None.
    """

    start: int
    named: bool
    gender: str
    person: Person | None


def grounded(facts: Facts, pronouns: Iterable[Pronoun]) -> tuple[Pronoun, ...]:
    """The pronouns, those of the he and she forms with what they could refer to."""
    walk = _Walk(facts)
    return tuple(walk.ground(pronoun) if pronoun.lemma in _GENDERS else pronoun for pronoun in pronouns)


class _Walk:
    """The article read from its start, up to the pronoun that was asked about last."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        starts = facts.tokens.starts
        grounds = [_Ground(n.start, True, p.gender, p) for p in facts.people for n in p.names]
        grounds += [
            _Ground(starts[description.token], False, description.gender, None)
            for description in find_descriptions(facts)
            if not facts.in_quotation(starts[description.token])
        ]
        self.grounds = sorted(grounds, key=lambda ground: ground.start)
        self.steps = self._steps()
        self.next = 0
        self.named: dict[str, int] = {}
        self.described: dict[str, int] = {}
        self.last: dict[str, _Ground] = {}

    def _steps(self) -> list[int]:
        """For each sentence its number, where one that begins inside a quotation counts with the one before it."""
        inside = (self.facts.in_quotation(sentence.start - 1) for sentence in self.facts.sentences)
        return list(accumulate(0 if within else 1 for within in inside))

    def _step(self, start: int) -> int:
        return self.steps[self.facts.sentence_at(start).number]

    def ground(self, pronoun: Pronoun) -> Pronoun:
        """A pronoun of the he or she forms with its grounds; pronouns are asked about in order of place."""
        while self.next < len(self.grounds) and self.grounds[self.next].start < pronoun.start:
            self._pass(self.grounds[self.next])
            self.next += 1
        here = self._step(pronoun.start)
        choices = _CHOICES[_GENDERS[pronoun.lemma]]
        named = max((self.named[gender] for gender in choices if gender in self.named), default=None)
        described = max((self.described[gender] for gender in choices if gender in self.described), default=None)
        last = max((self.last[gender] for gender in choices if gender in self.last), default=None)
        if not pronoun.in_quote:
            self.named[_GENDERS[pronoun.lemma]] = here
        return pronoun._replace(
            named_back=None if named is None else here - named,
            described_back=None if described is None else here - described,
            fitting=last.person if last else None,
        )

    def _pass(self, ground: _Ground) -> None:
        (self.named if ground.named else self.described)[ground.gender] = self._step(ground.start)
        if ground.named:
            self.last[ground.gender] = ground
