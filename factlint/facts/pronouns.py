"""Pronouns: he, she and they, each resolved to a person of the article or to nobody, with the candidates kept."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import TYPE_CHECKING

from factlint.facts.antecedents import Anaphor, Antecedents, Features
from factlint.facts.grounds import grounded
from factlint.facts.model import Pronoun

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_MOST_CANDIDATES = 4
_NEAR = 2  # sentences in which a person without a name may be the antecedent


def find_pronouns(facts: Facts) -> tuple[Pronoun, ...]:
    """Every third-person pronoun of the he, she and they forms outside headlines' bylines, in order."""
    resolver = Resolver(facts)
    return grounded(facts, (resolver.resolve(anaphor) for anaphor in resolver.anaphors()))


class Resolver:
    """Resolves the pronouns of one article in order; each answer is ground for the next."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.antecedents = Antecedents(facts)
        self.weights: Mapping[str, float] = facts.lexicon.table("salience")
        lexicon = facts.lexicon
        self.lemmas = lexicon.table("third-person")
        self.cases = lexicon.table("pronoun-case")
        self.links = lexicon.words("generic-links")
        self.ahead = lexicon.words("looking-ahead")
        self.nouns = lexicon.table("gendered-nouns")
        self.roles = lexicon.words("offices") | lexicon.words("relations")
        self.objects = lexicon.words("prepositions") | lexicon.words("clause-openers") | lexicon.words("determiners")
        self.objects |= lexicon.words("speech-adverbs") | lexicon.words("speech-auxiliaries")
        self.described = facts.tokens.positions(self.roles | self.nouns.keys())

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
            found.append(
                Anaphor(
                    at,
                    sentence.number,
                    sentence.paragraph,
                    self.lemmas[tokens.lowers[at]],
                    self._case(at, sentence),
                    facts.in_quotation(start),
                    self._looks_ahead(at, sentence),
                )
            )
        return found

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

    def _looks_ahead(self, at: int, sentence: Sentence) -> bool:
        """Whether the pronoun stands before the comma that ends the sentence's opening phrase."""
        tokens = self.facts.tokens
        opener = sentence.first
        while opener < at and not tokens.texts[opener][0].isalnum():
            opener += 1
        word = tokens.lowers[opener]
        if opener >= at or (word not in self.ahead and not word.endswith(("ing", "ed"))):
            return False
        return "," not in tokens.texts[sentence.first : at] and "," in tokens.texts[at : sentence.last]

    # ------------------------------------------------------------------ resolving

    def resolve(self, anaphor: Anaphor) -> Pronoun:
        """The pronoun with its person; the choice is noted for the pronouns after it."""
        ranked = self.rank(anaphor)
        chosen = ranked[0][1] if ranked and ranked[0][0] > self.weights["nobody"] else None
        if anaphor.lemma == "they" and not (ranked and ranked[0][0] > self.weights["nobody for they"]):
            chosen = None
        described = self._described(anaphor)
        if chosen is not None:
            self.antecedents.settle(anaphor, chosen)
        return self._fact(anaphor, chosen, ranked, described)

    def rank(self, anaphor: Anaphor) -> list[tuple[float, int]]:
        """The candidates by weight, best first."""
        weighed = [(self._weight(features), person) for person, features in self.antecedents.candidates(anaphor)]
        best: dict[int, float] = {}
        for weight, person in weighed:
            best[person] = max(weight, best.get(person, weight))
        return sorted(((weight, person) for person, weight in best.items()), key=lambda row: (-row[0], row[1]))

    def _weight(self, features: Features) -> float:
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in features.items())

    def _described(self, anaphor: Anaphor) -> int | None:
        """The token of a noun for a person near enough before the pronoun to be meant by it, or None."""
        tokens = self.facts.tokens
        floor = self.facts.sentences[max(0, anaphor.sentence - _NEAR)].first
        other = {"he": "female", "she": "male"}.get(anaphor.lemma)
        for at in reversed(self.described):
            if at < floor:
                return None
            if at < anaphor.token and self.nouns.get(tokens.lowers[at]) != other:
                return at
        return None

    def _fact(
        self, anaphor: Anaphor, chosen: int | None, ranked: list[tuple[float, int]], described: int | None
    ) -> Pronoun:
        facts, tokens, people = self.facts, self.facts.tokens, self.antecedents.people
        at = anaphor.token
        sentence = facts.sentences[anaphor.sentence]
        paragraph = facts.paragraphs[anaphor.paragraph]
        first = next((i for i in range(sentence.first, at + 1) if tokens.texts[i][0].isalnum()), at)
        opens = None
        if first == at:
            opens = "paragraph" if sentence.first == paragraph.first else "sentence"
        rival = ranked[1] if chosen is not None and len(ranked) > 1 else None
        last_named = self._last_named(at)
        return Pronoun(
            tokens.starts[at],
            tokens.ends[at],
            anaphor.lemma,
            anaphor.case,
            anaphor.quoted,
            people[chosen] if chosen is not None else None,
            tuple(people[person] for _, person in ranked[:_MOST_CANDIDATES]),
            opens,
            anaphor.paragraph,
            paragraph.kind,
            people[rival[1]] if rival else None,
            round(1 / (1 + exp(rival[0] - ranked[0][0])), 3) if rival else 1.0,
            people[last_named[0]] if last_named else None,
            "named" if chosen is not None else "described" if described is not None else None,
            anaphor.sentence - last_named[1] if last_named else None,
            anaphor.ahead,
        )

    def _last_named(self, at: int) -> tuple[int, int] | None:
        """The person named last before a token, headlines aside, and the number of the sentence."""
        facts = self.facts
        for naming in reversed(self.antecedents.namings):
            if naming.token < at and facts.sentences[naming.sentence].kind not in ("headline", "heading"):
                return naming.person, naming.sentence
        return None
