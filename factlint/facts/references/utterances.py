"""Utterances: “his earlier statement”, held against what the text around it tells of having been said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.references.introductions import Introductions
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_AFTER = 1  # sentences behind the phrase that may yet tell what was said
_PLACES = 40  # words of telling that are looked at


class Utterance(NamedTuple):
    """A phrase that takes up what somebody has said before, as tokens, and whether the text tells of it."""

    first: int
    last: int
    found: bool


def find_utterances(facts: Facts) -> Iterator[Utterance]:
    """Every phrase of somebody's earlier words with nothing behind it that says which they are."""
    words, tokens = facts.lexicon.words, facts.tokens
    owners = words("possessive-determiners") | words("possessive-marks")
    nouns, behind = words("utterance-nouns"), words("behind-utterances")
    telling: _Telling | None = None
    for at in tokens.positions(words("taking-up-utterances")):
        noun = at + 1
        if not 0 < at < len(tokens) - 1 or tokens.lowers[at - 1] not in owners:
            continue
        lemma = facts.language.lemmas[noun]
        if lemma not in nouns or (noun + 1 < len(tokens) and tokens.lowers[noun + 1] in behind):
            continue
        telling = telling or _Telling(facts)
        yield Utterance(at - 1, noun, telling.told(lemma, at - 1, noun))


class _Telling:
    """Where one article tells of something that was said at another time."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.plain = facts.lexicon.words("plain-utterances")
        self.kin: Mapping[str, list[str]] = facts.lexicon.values("utterance-kin")
        self.before = Introductions(facts)

    def told(self, noun: str, first: int, last: int) -> bool:
        """Whether the text before a phrase, its own sentence or the next tells of such words from another time."""
        if noun in self.plain:
            if any(self.before.firsts.get(one, first) < first for one in self.plain):
                return True
        elif any(self.before.spoken_of(one, first) for one in (noun, *self.kin.get(noun, ()))):
            return True
        facts = self.facts
        here = facts.sentence_of(first).number
        return any(
            sentence <= here + _AFTER and sentence in self._speaking and any(not first <= at <= last for at in places)
            for sentence, places in self._times.items()
        )

    @cached_property
    def _times(self) -> dict[int, list[int]]:
        """Sentence → its words for another time: “earlier”, “had”."""
        facts = self.facts
        found: dict[int, list[int]] = {}
        last, classes = facts.lexicon.words("last-words"), facts.language.words.noun_classes
        places = list(facts.tokens.positions(facts.lexicon.words("told-before")))
        places += [
            at
            for at in facts.tokens.positions(last)
            if at + 1 < len(facts.tokens) and "time" in classes(facts.language.lemmas[at + 1])
        ]
        for at in places[:_PLACES]:
            found.setdefault(facts.sentence_of(at).number, []).append(at)
        before = facts.lexicon.words("pluperfect-auxiliaries")
        verbs, lowers = facts.lexicon.words("speech-verbs"), facts.tokens.lowers
        for clause in facts.language.clauses:
            if clause.negated or clause.voice != "active":
                continue
            if lowers[clause.verb] in verbs and lowers[clause.first] in before:
                found.setdefault(clause.sentence, []).append(clause.first)
        return found

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """The sentences with a verb of saying that has no future, or with a quotation."""
        facts = self.facts
        found = {c.sentence for c in facts.language.clauses if "saying" in c.classes and c.tense != "future"}
        for quotation in facts.quotations:
            found.add(facts.sentence_at(quotation.start).number)
        return frozenset(found)
