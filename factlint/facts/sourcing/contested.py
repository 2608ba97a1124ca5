"""Contested facts: what the paper tells in its own voice, and the next to speak denies.

“The stream has been poisoned with arsenic. “There is no arsenic in our water,” the manager said.” A fact that one side
disputes is the other side's claim, and has to be laid to it (McNae's Essential Law for Journalists, on defamation).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.language.kindred import kindred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_OR = 2  # tokens of “fee or”
_AHEAD = 2  # sentences behind a fact in which it is denied
_SAYING, _HELD = frozenset({"saying"}), frozenset({"thinking"})
_TOLD = frozenset({"main", "participle"})  # “alleging that …”
_DONE = frozenset({"past", "present"})
_NO_THINGS = frozenset({"person", "time", "quantity", "place"})


def find_contested(facts: Facts, answers: Answers) -> list[Claim]:
    """Every such fact, in order of place."""
    return list(_Contested(facts, answers).claims())


class _Contested:
    """The clauses of one article with those that deny them."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.are = kindred(facts.lexicon).are

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses, one a sentence."""
        seen: set[int] = set()
        for clause in self.clauses:
            if clause.sentence in seen or not self._is_told(clause):
                continue
            sentence = self.facts.sentences[clause.sentence]
            if self._is_own_voice(sentence) and self._is_denied(clause, sentence):
                seen.add(clause.sentence)
                yield self._claim(clause, sentence)

    def _is_told(self, clause: Clause) -> bool:
        told = clause.kind == "main" and clause.standing == "done" and clause.tense in _DONE
        return told and not clause.in_quote and not clause.negated and clause.subject is not None

    def _is_own_voice(self, sentence: Sentence) -> bool:
        """Whether nobody is credited in a sentence of prose, nor in its block before it."""
        if not self.answers.is_prose(sentence) or self.answers.quoted_in(sentence.start, sentence.end):
            return False
        block = self.facts.paragraphs[sentence.paragraph]
        if self.answers.told_in(block.start, sentence.end):
            return False
        clauses = self._clauses(sentence.number)
        return not any(
            (clause.kind in _TOLD and _SAYING & clause.classes) or (clause.kind == "main" and _HELD & clause.classes)
            for clause in clauses
        )

    def _is_denied(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether one of the sentences behind credits somebody with the contrary."""
        keys = self._keys(clause)
        for number in range(sentence.number + 1, min(sentence.number + 1 + _AHEAD, len(self.facts.sentences))):
            behind = self.facts.sentences[number]
            if behind.paragraph - sentence.paragraph > 1:
                return False
            said = self._clauses(number)
            if said and self._is_denial(clause, keys, said):
                return True
            if self._is_somebodys(behind) and self._denies(clause, keys, behind, said):
                return True
        return False

    def _is_somebodys(self, sentence: Sentence) -> bool:
        """Whether somebody is credited with a sentence, or speaks in it."""
        spoken = any(
            quote.kind == "direct" and quote.start < sentence.end and sentence.start < quote.end
            for quote in self.facts.quotes
        )
        return spoken or self.answers.told_in(sentence.start, sentence.end)

    def _keys(self, clause: Clause) -> list[str]:
        """The nouns of the things of which a clause tells."""
        places = [clause.subject, clause.object, *(place for _, place in clause.obliques)]
        found = [self.phrases[place] for place in places if place is not None]
        return [one.lemma for one in found if not one.proper and one.pronoun is None and self._is_a_thing(one)]

    def _is_a_thing(self, phrase: Phrase) -> bool:
        return not _NO_THINGS & phrase.classes

    def _denies(self, clause: Clause, keys: list[str], sentence: Sentence, said: Sequence[Clause]) -> bool:
        """Whether a sentence has “no arsenic”, or denies the very deed."""
        first = bisect_left(self.phrases, sentence.number, key=lambda phrase: phrase.sentence)
        for phrase in self.phrases[first:]:
            if phrase.sentence != sentence.number:
                break
            none = phrase.determiner in self.words("words-for-nothing") and phrase.preposition is None
            if none and self.language.lemmas[max(0, phrase.first - _OR) : phrase.first][:1] == [phrase.lemma]:
                continue  # “fee or no fee”
            if none and phrase.lemma in (clause.lemma, *keys) and clause.lemma not in self.words("light-verbs"):
                return clause.lemma not in self.words("offender-seeking-verbs")
        return any(other.negated and self._is_the_deed(clause, other) for other in said)

    def _is_denial(self, clause: Clause, keys: list[str], said: Sequence[Clause]) -> bool:
        """Whether a sentence opens with somebody's denial of the fact: “he denies it”, “denied selling it”."""
        other = said[0]
        if other.lemma not in self.words("denying-verbs") or other.negated or other.in_quote:
            return False
        thing = self.phrases[other.object] if other.object is not None else None
        if thing is not None and thing.pronoun is not None:
            # “denies it” is said of what stands right before it
            here, there = self.facts.sentences[clause.sentence], self.facts.sentences[other.sentence]
            return there.number == here.number + 1 and there.paragraph == here.paragraph
        if thing is not None and thing.lemma in (clause.lemma, *keys):
            return True
        return any(one.lemma == clause.lemma for one in said[1:2])

    def _is_the_deed(self, clause: Clause, other: Clause) -> bool:
        """Whether another clause has the same verb, of the same thing or as something that is done to one."""
        if other.lemma != clause.lemma or other.lemma in self.words("light-verbs"):
            return False
        if clause.voice == other.voice == "passive":
            return True
        done_to = [self.phrases[one.object] if one.object is not None else None for one in (clause, other)]
        if done_to[0] is None or done_to[1] is None:
            return False
        return done_to[1].pronoun is not None or self.are(done_to[0].lemma, done_to[1].lemma)

    def _clauses(self, sentence: int) -> Sequence[Clause]:
        return self.facts.language.clauses_in(sentence)

    def _claim(self, clause: Clause, sentence: Sentence) -> Claim:
        tokens = self.tokens
        end = max((self.phrases[place].last for _, place in clause.obliques), default=clause.last)
        start, end = tokens.starts[clause.first], tokens.ends[min(end, sentence.last) - 1]
        return Claim(
            start, end, "contested", None, None, tokens.lowers[clause.verb], None, False, None, 0, sentence.paragraph
        )
