"""Resolution: each he, she and they weighed against everybody it could stand for, in order of place."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import TYPE_CHECKING

from factlint.facts.references.antecedents import Anaphor, Antecedents
from factlint.language.endings import endings_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.references.salience import Features

_VERBS = frozenset({"VERB", "AUX"})
_SHOWN = 0.5  # chance from which a pronoun shows a doubtful name to be a person's

_LONGEST_PHRASE = 40  # tokens before a pronoun, or after it, in a phrase that opens a sentence


class Resolved(NamedTuple):
    """A pronoun with its answer.

    anaphor: the pronoun.
    who: place among the referents of whom it stands for, or none.
    ranked: the candidates, best first: weight and place among the referents.
    chance: how likely the answer is, all candidates and nobody weighed, from 0 to 1.
    """

    anaphor: Anaphor
    who: int | None
    ranked: tuple[tuple[float, int], ...]
    chance: float


def resolve_pronouns(facts: Facts) -> tuple[Resolved, ...]:
    """Every third-person pronoun outside headlines' bylines with whom it stands for."""
    resolver = Resolver(facts)
    return tuple(resolver.resolve(anaphor) for anaphor in resolver.anaphors())


def shown_by_pronouns(facts: Facts) -> frozenset[int]:
    """The doubtful referents whom a pronoun shows to be people: it can hardly stand for anybody else."""
    referents = facts.referents
    return frozenset(
        resolved.who
        for resolved in facts.resolution
        if resolved.who is not None and referents[resolved.who].doubt and resolved.chance >= _SHOWN
    )


class Resolver:
    """Resolves the pronouns of one article in order; each answer is ground for the next."""

    def __init__(self, facts: Facts) -> None:
        lexicon = facts.lexicon
        self.facts = facts
        self.antecedents = Antecedents(facts)
        self.weights: Mapping[str, float] = lexicon.table("salience")
        self.lemmas = lexicon.table("third-person")
        self.cases = lexicon.table("pronoun-case")
        self.links = lexicon.words("generic-links")
        self.endings = endings_of(lexicon)
        self.looking_ahead = lexicon.words("looking-ahead")
        self.subordinating = lexicon.words("subordinating-words")
        self.prepositions = lexicon.words("prepositions")
        self.openers = lexicon.words("clause-openers")
        self.objects = lexicon.union(
            "prepositions", "clause-openers", "determiners", "speech-adverbs", "speech-auxiliaries"
        )

    # ------------------------------------------------------------------ the pronouns

    def anaphors(self) -> list[Anaphor]:
        """The pronouns as they stand."""
        facts, tokens = self.facts, self.facts.tokens
        found = []
        for at in tokens.positions(self.lemmas.keys()):
            if self._generic(at):
                continue
            start = tokens.starts[at]
            sentence = facts.sentence_at(start)
            if not sentence.first <= at < sentence.last:
                continue
            first = self._first_word(sentence)
            before = tokens.lowers[at - 1] if at > sentence.first else ""
            found.append(
                Anaphor(
                    at,
                    sentence.number,
                    sentence.paragraph,
                    self.lemmas[tokens.lowers[at]],
                    self._case(at, sentence),
                    facts.in_quotation(start),
                    self._looks_ahead(at, sentence, first),
                    first == at,
                    before in self.prepositions and before not in self.openers,
                )
            )
        return found

    def _first_word(self, sentence: Sentence) -> int:
        texts = self.facts.tokens.texts
        at = sentence.first
        while at < sentence.last - 1 and not texts[at][0].isalnum():
            at += 1
        return at

    def _generic(self, at: int) -> bool:
        """“he or she”, “his/her”."""
        lowers = self.facts.tokens.lowers
        for link, other in ((at + 1, at + 2), (at - 1, at - 2)):
            if (
                0 <= other < len(lowers)
                and (lowers[link] in self.links or lowers[link] == "/")
                and lowers[other] in self.lemmas
            ):
                return True
        return False

    def _case(self, at: int, sentence: Sentence) -> str:
        tokens = self.facts.tokens
        word = tokens.lowers[at]
        if word == "her":
            after = tokens.lowers[at + 1] if at + 1 < sentence.last else ""
            return "object" if not after[:1].isalnum() or after in self.objects else "possessive"
        return str(self.cases.get(word, "subject"))

    def _looks_ahead(self, at: int, sentence: Sentence, opener: int) -> bool:
        """Whether the pronoun stands before the comma that ends the sentence's opening phrase."""
        tokens = self.facts.tokens
        word = tokens.lowers[opener]
        if opener >= at or at - opener > _LONGEST_PHRASE:
            return False
        opens = word in self.looking_ahead or word.endswith(self.endings.bent)
        if tokens.lowers[at - 1] in self.subordinating:
            # “In May, when she quit, Ms Holm …”: not where somebody has done something before.
            opens = opens or _VERBS.isdisjoint(self.facts.language.tags[opener:at])
        elif "," in tokens.texts[sentence.first : at]:
            return False
        if not opens:
            return False
        return "," in tokens.texts[at : min(at + _LONGEST_PHRASE, sentence.last)]

    # ------------------------------------------------------------------ the answers

    def resolve(self, anaphor: Anaphor) -> Resolved:
        """The pronoun with its answer, which is noted for the pronouns after it."""
        ranked, nobody = self.rank(anaphor)
        chosen = ranked[0][1] if ranked and ranked[0][0] > nobody else None
        if chosen is not None:
            self.antecedents.settle(anaphor, chosen)
        return Resolved(anaphor, chosen, tuple(ranked), _chance(ranked, nobody))

    def rank(self, anaphor: Anaphor) -> tuple[list[tuple[float, int]], float]:
        """The candidates by weight, best first, and the weight of nobody."""
        rows, nobody = self.antecedents.candidates(anaphor)
        best: dict[int, float] = {}
        for who, features in rows:
            weight = self.weight(features)
            best[who] = max(weight, best.get(who, weight))
        ranked = sorted(((weight, who) for who, weight in best.items()), key=lambda row: (-row[0], row[1]))
        return ranked, self.weight(nobody)

    def weight(self, features: Features) -> float:
        """What the features come to."""
        weights = self.weights
        return sum([weights.get(name, 0.0) for name in features])


def _chance(ranked: list[tuple[float, int]], nobody: float) -> float:
    top = max(ranked[0][0], nobody) if ranked else nobody
    total = exp(nobody - top) + sum([exp(weight - top) for weight, _ in ranked])
    return exp((max(ranked[0][0], nobody) if ranked else nobody) - top) / total
