"""Verbs of sources: whether a noun is the subject of a verb of saying, finding or holding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.source_words import SourceVerbs, source_nouns, source_verbs

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_NARROWING = 18  # words between the noun and its verb
_BEFORE_VERB = 4  # adverbs and auxiliaries
_BEFORE_CREDIT = frozenset(",”’\"'")
_STOPS = frozenset(".?!;:–—")


class VerbFinder:
    """Finds the verbs of one article's sources; positions are tokens."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens = facts, facts.tokens
        self.lowers, self.texts = facts.tokens.lowers, facts.tokens.texts
        self.words: SourceVerbs = source_verbs(facts.lexicon)
        nouns = source_nouns(facts.lexicon)
        self.foreseen, self.naming = facts.lexicon.words("weak-forecasts"), facts.lexicon.words("naming-verbs")
        self.determiners, self.definite = nouns.determiners, nouns.definite

    def group(self, head: int, verbs: frozenset[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the verb group of a noun begins, and one past its verb; what narrows the noun down may lie between."""
        at = head + 1
        end = self._verb_at(at, verbs, sentence)
        if end or at >= sentence.last:
            return (at, end) if end else None
        opener = self.lowers[at]
        if opener not in self.words.narrowing:
            return None
        limit = min(sentence.last, at + _NARROWING)
        at += 2 if opener == "," else 1  # a comma opens an insertion, and is not the verb's own
        while at < limit and not self._ends(at):
            if not self._noun(at, limit) and self.lowers[at - 1] not in self.words.auxiliaries | self.words.passive:
                end = self._verb_at(at, verbs, sentence)
                if end and not self._relative(end - 1) and not self._has_its_verb_behind(end):
                    return at, end
            at += 1
        return None

    def _ends(self, at: int) -> bool:
        """Whether the words that narrow a noun down end before a token, and no verb of it has come."""
        if self.texts[at] in _STOPS:
            return True
        if self.lowers[at] in self.words.ends:
            return not self._joins_nouns(at)
        if self.texts[at] == "-":
            return self.tokens.spaced(at)
        return self.lowers[at - 1] == "," and self.lowers[at] in self.definite

    def _joins_nouns(self, at: int) -> bool:
        """Whether a word joins two nouns: “of 1,500 mothers and fathers”."""
        tags = self.facts.language.tags
        return tags[at] == "CCONJ" and tags[at - 1] == "NOUN" and tags[at + 1 : at + 2] == ["NOUN"]

    def _noun(self, at: int, limit: int) -> bool:
        """Whether a token that may be a verb is read as a noun: behind “the”, or “claims” before no object."""
        if self.lowers[at - 1] in self.determiners:
            return True
        after = self.lowers[at + 1] if at + 1 < limit else ""
        return self.lowers[at] in self.words.noun_like and after not in self.determiners

    def _verb_at(self, at: int, verbs: frozenset[str], sentence: Sentence) -> int:
        """One past a verb that begins here, adverbs and auxiliaries before it; 0 where there is none."""
        words = self.words
        passive = False
        for place in range(at, min(sentence.last, at + _BEFORE_VERB + 1)):
            word = self.lowers[place]
            if word in verbs and (not passive or word.endswith("ing")):
                return place + 1 if self._says(place, verbs) else 0
            if passive and word in words.states and verbs is not words.findings:
                return place + 1
            if word in words.passive:
                passive = True
            elif word in words.auxiliaries:
                passive = False
            elif not words.is_adverb(word):
                return 0
        return 0

    def _says(self, verb: int, verbs: frozenset[str]) -> bool:
        """Whether what follows a verb lets it tell what somebody says, and not what he does."""
        word = self.lowers[verb]
        after = self.lowers[verb + 1] if verb + 1 < len(self.lowers) else ""
        if verbs is self.words.of_people and word not in self.words.claims and after not in self.words.that:
            return False
        if (word, after) in self.words.phrasal or (word in self.words.pointing and after not in self.words.pointers):
            return False
        if word in self.foreseen:
            return False  # “everybody expected a pass”: what came, or did not, is told next
        if self.facts.language.lemmas[verb] in self.naming and self.facts.language.tags[verb + 1 : verb + 2] == ["ADP"]:
            return after in self.words.seen_as  # “called for his head” names nothing
        return not self.facts.is_quoted(verb)

    def _has_its_verb_behind(self, end: int) -> bool:
        """Whether a finite verb follows what looks like one: “people at the times listed may have been seen”."""
        return self.facts.language.tags[end : end + 1] == ["AUX"]

    def _relative(self, verb: int) -> bool:
        """Whether a verb belongs to “who”, “which” or “to” before it."""
        at = verb - 1
        while self.lowers[at] in self.words.auxiliaries or self.lowers[at] in self.words.adverbs:
            at -= 1
        return self.lowers[at] in self.words.relatives

    def is_finite(self, first: int, verb: tuple[int, int], sentence: Sentence) -> bool:
        """Whether a verb group has a finite verb; a bare participle in -ing needs “with” before the phrase."""
        group = self.lowers[verb[0] : verb[1]]
        if not group[-1].endswith("ing") or not self.words.passive.isdisjoint(group):
            return True
        return first > sentence.first and self.lowers[first - 1] in self.words.among

    def is_credit(self, at: int) -> bool:
        """Whether a token is a verb behind a comma or a quotation, before its subject: “…, say critics”."""
        word, before = self.lowers[at], self.texts[at - 1]
        return word in self.words.claims and not word.endswith("ing") and before in _BEFORE_CREDIT
