"""Pronouns: he, she and they, each resolved to a person of the article or to nobody, with the candidates kept."""

from __future__ import annotations

from bisect import bisect_left
from math import exp
from typing import TYPE_CHECKING

from factlint.facts.model import Pronoun
from factlint.facts.references.grounds import grounded

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person
    from factlint.facts.references.antecedents import Anaphor
    from factlint.facts.references.resolution import Resolved

_MOST_CANDIDATES = 4
_DISPLAY = ("headline", "heading")
_NEAR = 2  # sentences in which a person without a name may be the antecedent


def find_pronouns(facts: Facts) -> tuple[Pronoun, ...]:
    """Every third-person pronoun of the he, she and they forms outside headlines' bylines, in order."""
    reader = _Reader(facts)
    return grounded(facts, (reader.fact(resolved) for resolved in facts.resolution))


class _Reader:
    """Turns the answers to the pronouns of one article into facts."""

    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.nouns = lexicon.table("gendered-nouns")
        self.described = facts.tokens.positions(lexicon.union("offices", "relations", "gendered-nouns"))
        people = {id(somebody): person for person, somebody in facts.cast}
        self.people = [people.get(id(referent.somebody)) for referent in facts.referents]
        self.lowers = facts.tokens.lowers
        named = [(facts.tokens.at(name.start), person) for person in facts.people for name in person.names]
        self.named = sorted(
            (place for place in named if facts.sentence_of(place[0]).kind not in _DISPLAY),
            key=lambda place: place[0],
        )
        self.tokens_named = [token for token, _ in self.named]

    def fact(self, resolved: Resolved) -> Pronoun:
        facts, tokens = self.facts, self.facts.tokens
        anaphor = resolved.anaphor
        at = anaphor.token
        paragraph = facts.paragraphs[anaphor.paragraph]
        person = self.people[resolved.who] if resolved.who is not None else None
        ranked = [(weight, found) for weight, who in resolved.ranked if (found := self.people[who]) is not None]
        rival = ranked[1] if person is not None and len(ranked) > 1 else None
        last_named = self._last_named(at)
        return Pronoun(
            tokens.starts[at],
            tokens.ends[at],
            anaphor.lemma,
            anaphor.case,
            anaphor.quoted,
            person,
            tuple(found for _, found in ranked[:_MOST_CANDIDATES]),
            self._opens(anaphor),
            anaphor.paragraph,
            paragraph.kind,
            rival[1] if rival else None,
            round(1 / (1 + exp(rival[0] - ranked[0][0])), 3) if rival else 1.0,
            round(resolved.chance, 3) if person is not None else 0.0,
            last_named[0] if last_named else None,
            "named" if person is not None else self._antecedent(resolved),
            anaphor.sentence - last_named[1] if last_named else None,
            anaphor.ahead,
        )

    def _opens(self, anaphor: Anaphor) -> str | None:
        if not anaphor.opens:
            return None
        sentence = self.facts.sentences[anaphor.sentence]
        return "paragraph" if sentence.first == self.facts.paragraphs[anaphor.paragraph].first else "sentence"

    def _antecedent(self, resolved: Resolved) -> str | None:
        """Described where a noun for a person, or what may be a name, stands near before a pronoun without a person."""
        if resolved.who is not None:
            return "described"
        anaphor = resolved.anaphor
        floor = self.facts.sentences[max(0, anaphor.sentence - _NEAR)].first
        other = {"he": "female", "she": "male"}.get(anaphor.lemma)
        before = bisect_left(self.described, anaphor.token)
        near = self.described[bisect_left(self.described, floor) : before]
        return "described" if any(self.nouns.get(self.lowers[at]) != other for at in near) else None

    def _last_named(self, at: int) -> tuple[Person, int] | None:
        """The person named last before a token, headlines aside, and the number of the sentence."""
        before = bisect_left(self.tokens_named, at) - 1
        if before < 0:
            return None
        token, person = self.named[before]
        return person, self.facts.sentence_of(token).number
