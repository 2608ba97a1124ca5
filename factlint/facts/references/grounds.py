"""Grounds: what stands before a pronoun that it could refer to, and how far back; by gender and nearness alone.

Where the resolver chooses among those who fit, this asks whether anybody does. One walk over the article in order of
place; everything before a pronoun is known when it is reached.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.speech.additions import Additions

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Pronoun

_JOINED = 4  # tokens at most between two names in one breath


class _Ground(NamedTuple):
    """Something a later pronoun could refer to.

    start: first code point.
    kind: name, description or pronoun.
    gender: female, male or unknown.
    person: who is named, or who bears the office spoken of; None where nobody is known to.
    beside: who is named in one breath before it, or None.
    """

    start: int
    kind: str
    gender: str
    person: Person | None = None
    beside: Person | None = None


def grounded(facts: Facts, pronouns: Iterable[Pronoun]) -> tuple[Pronoun, ...]:
    """The pronouns, those of the he and she forms with what they could refer to."""
    walk = _Walk(facts)
    return tuple(walk.ground(pronoun) if pronoun.lemma in GENDER_OF_LEMMA else pronoun for pronoun in pronouns)


class _Walk:
    """The article read from its start, up to the pronoun that was asked about last."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.joining = facts.lexicon.words("joining-words")
        self.grounds = sorted([*self._names(), *self._descriptions()], key=lambda ground: ground.start)
        self.steps = self._steps()
        self.additions = Additions(facts)
        self.next = 0
        self.last: dict[tuple[str, str], _Ground] = {}  # by kind and gender

    def _names(self) -> list[_Ground]:
        names = sorted((n.start, n.end, number) for number, p in enumerate(self.facts.people) for n in p.names)
        people = self.facts.people
        beside: dict[int, Person] = {}
        for (_, end, one), (start, _, other) in pairwise(names):
            if one != other and self._joined(end, start):
                beside[start] = people[one]
        return [_Ground(at, "name", people[n].gender, people[n], beside.get(at)) for at, _, n in names]

    def _joined(self, end: int, start: int) -> bool:
        """Whether two names stand in one breath: “Holm and Berg”, “Ann Roe and the Mayor of Lund, Per Berg” not."""
        tokens = self.facts.tokens
        between = range(tokens.at(end - 1) + 1, tokens.at(start))
        if not 0 < len(between) <= _JOINED or tokens.lowers[between[0]] not in self.joining:
            return False
        return all(tokens.texts[at][0].isupper() for at in between[1:])

    def _descriptions(self) -> list[_Ground]:
        starts = self.facts.tokens.starts
        outside = (d for d in self.facts.descriptions if not self.facts.in_quotation(starts[d.token]))
        return [_Ground(starts[d.token], "description", d.gender, d.bearer) for d in outside]

    def _steps(self) -> list[int]:
        """For each sentence its number, those that lie wholly in a quotation counted with the one before them."""
        facts = self.facts
        outer = [(q.start, q.end) for q in facts.quotations if q.depth == 0 and q.opening is not None]
        starts = [start for start, _ in outer]
        steps = []
        for sentence in facts.sentences:
            at = bisect_right(starts, sentence.start) - 1
            whole = at >= 0 and outer[at][1] >= sentence.end - 1
            steps.append(0 if whole else 1)
        return list(accumulate(steps))

    def _step(self, start: int) -> int:
        return self.steps[self.facts.sentence_at(start).number]

    def ground(self, pronoun: Pronoun) -> Pronoun:
        """A pronoun of the he or she forms with its grounds; pronouns are asked about in order of place."""
        while self.next < len(self.grounds) and self.grounds[self.next].start < pronoun.start:
            ground = self.grounds[self.next]
            self.last[ground.kind, ground.gender] = ground
            self.next += 1
        gender = GENDER_OF_LEMMA[pronoun.lemma]
        name, meant, spoken = (self._latest(kind, gender) for kind in ("name", "pronoun", "description"))
        named = max((ground for ground in (name, meant) if ground), key=lambda ground: ground.start, default=None)
        latest = max((ground for ground in (named, spoken) if ground), key=lambda ground: ground.start, default=None)
        if not pronoun.in_quote:
            self.last["pronoun", gender] = _Ground(pronoun.start, "pronoun", gender)
        return pronoun._replace(
            named_back=self._back(pronoun, named),
            described_back=self._back(pronoun, spoken),
            paragraphs_back=pronoun.paragraph - self.facts.paragraph_at(latest.start).number if latest else None,
            fitting=name.person if name else None,
            beside=name.beside if name and name is latest and _is(name.beside, gender) else None,
            office=latest.person if name and latest and latest.person is not name.person else None,
            passes_over=_passed_over(pronoun, name),
            adds=self.additions.adds_to_nothing(pronoun),
        )

    def _latest(self, kind: str, gender: str) -> _Ground | None:
        fitting = [self.last[kind, g] for g in (gender, "unknown") if (kind, g) in self.last]
        return max(fitting, key=lambda ground: ground.start, default=None)

    def _back(self, pronoun: Pronoun, ground: _Ground | None) -> int | None:
        return None if ground is None else self._step(pronoun.start) - self._step(ground.start)


def _is(person: Person | None, gender: str) -> bool:
    return person is not None and person.gender == gender


def _passed_over(pronoun: Pronoun, name: _Ground | None) -> Person | None:
    """Who was named last, where the pronoun stands for another."""
    return name.person if name and pronoun.person and name.person is not pronoun.person else None
