"""Nouns of sources: which nouns and pronouns stand for a source, and what stands before and behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.source_words import SourceNouns, source_nouns, source_verbs
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Container

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers

_MODIFIERS = 4  # words before the noun that are looked at
_PLACES = frozenset({"place", "artefact"})
_BEHIND = 18  # words of a phrase behind “according to”


class NounReader:
    """Reads the noun phrases of one article; positions are tokens.

    `behind`: the tokens that “according to” and the like stand before.
    """

    def __init__(self, facts: Facts, answers: Answers, behind: Container[int]) -> None:
        self.answers, self.behind = answers, behind
        self.tokens, self.language = facts.tokens, facts.language
        self.lowers, self.texts = facts.tokens.lowers, facts.tokens.texts
        self.words: SourceNouns = source_nouns(facts.lexicon)
        self.verbs = source_verbs(facts.lexicon)
        self.relatives = facts.lexicon.words("relative-words")

    def kind(self, head: int) -> str:
        """people, group, research or reports; nothing for a word that stands for no source here."""
        words, word = self.words, self.lowers[head]
        if self.texts[head][0].isupper() and head and self.texts[head - 1][0].isalnum():
            return ""
        if word in words.loose and self.knows(head):
            return "people"
        if word in words.pronouns:
            return words.heads.get(word, "people") if self._stands_alone(head) else ""
        if word in words.doubtful_people and word in words.doubtful_research:
            # “industry figures” speak, “new figures” show
            return "people" if head and self.lowers[head - 1] in words.fields - words.vague else "research"
        kind = words.heads.get(word, "")
        return "people" if kind == "group" and head and self.lowers[head - 1] in words.nameless else kind

    def knows(self, head: int) -> bool:
        """Whether “familiar with”, “close to” … stands behind a noun."""
        lowers = self.lowers
        rows = self.words.knowing.get(lowers[head + 1], ()) if head + 1 < len(lowers) else ()
        known = next((row for row in rows if tuple(lowers[head + 1 : head + 1 + len(row)]) == row), None)
        return known is not None and not self._lives_by(head + 1 + len(known))

    def _lives_by(self, at: int) -> bool:
        """Whether a place follows, which one may live near: “those close to the airport”."""
        number = self.language.phrase_at(at)
        phrase = self.language.phrases[number] if number is not None else None
        return phrase is not None and not phrase.proper and bool(phrase.classes) and phrase.classes <= _PLACES

    def _stands_alone(self, head: int) -> bool:
        """Whether a word like many stands alone, and not before a noun that is a source itself."""
        words, verbs = self.words, self.verbs
        if head + 1 >= len(self.tokens):
            return False
        before, after = self.lowers[head - 1] if head else "", self.lowers[head + 1]
        if after in words.heads:
            return False
        if before in words.determiners or before in words.pronoun_breakers:
            return False
        if after in words.followers or after in verbs.claims or after in verbs.adverbs or head in self.behind:
            return True
        return before in words.by and after in verbs.seen_as

    def left(self, head: int, sentence: Sentence) -> tuple[int, str | None]:
        """The first word of the phrase, and how what stands before the noun names the source: see `Claim.named`."""
        first, named = self._modifiers(head, sentence)
        if named == "institution" and self.lowers[head] in self.words.hiding:
            named = None  # “palace insiders”
        if named not in (None, "definite"):
            return first, named
        whole = self._quantity(first, sentence)
        return (whole, None) if whole < first else (first, named)

    def _modifiers(self, head: int, sentence: Sentence) -> tuple[int, str | None]:
        words, lowers, texts = self.words, self.lowers, self.texts
        against = lowers[head] in words.sides  # “his critics” names nobody
        first, named = head, None
        while first > sentence.first and head - first < _MODIFIERS:
            before = first - 1
            word = lowers[before]
            if texts[before] == "-" and not self.tokens.spaced(first) and before > sentence.first:
                first = before - 1  # “a 140-page report”; of “the 50-state poll” the article tells
                continue
            if word == GENITIVE or texts[before] in ("'", "’"):
                return first, None if against else "inside"
            if not texts[before][0].isalnum() or word in words.breaks or first in self.behind:
                break
            first = before
            if word in words.owners:
                return first, None if against and self._are_several(head) else "definite"
            if word in words.definite:
                takes_up = first + 1 == head or lowers[first + 1] not in words.undefining
                return first, named or ("definite" if takes_up else None)
            named = self._naming(before, sentence) or named
            if word in words.determiners:
                break
        return first, named

    def _are_several(self, head: int) -> bool:
        """Whether a noun means several: “his critics” are nobody in particular, “his opponent” is one."""
        number = self.language.phrase_at(head)
        return number is None or self.language.phrases[number].plural

    def _naming(self, modifier: int, sentence: Sentence) -> str | None:
        """How one modifier names the source: an institution, or a name (inside)."""
        words, word = self.words, self.lowers[modifier]
        if word in words.institutions:
            return "institution"
        opens = modifier == sentence.first
        if opens and (word in words.vague or word in words.fields):
            return None
        return "inside" if self.answers.is_name(modifier, opens) else None

    def _quantity(self, first: int, sentence: Sentence) -> int:
        """The first word of “a growing number of” before a phrase, or the phrase's own first word."""
        words, lowers = self.words, self.lowers
        if first - 2 < sentence.first or lowers[first - 1] not in words.of or lowers[first - 2] not in words.quantities:
            return first
        first -= 2
        while first > sentence.first and lowers[first - 1] in words.quantifying:
            first -= 1
        return first

    def is_bare(self, first: int, head: int, kind: str) -> bool:
        """Whether a noun that is a source only in some company stands without it."""
        words, word = self.words, self.lowers[head]
        before = set(self.lowers[first:head])
        if kind == "people" and word in words.doubtful_people and not self.knows(head):
            return before.isdisjoint(words.fields | words.quantities)
        return kind == "research" and word in words.doubtful_research and before.isdisjoint(words.vague)

    def end(self, head: int, sentence: Sentence) -> int:
        """One past a phrase behind “according to”: up to the next comma or stop."""
        last = head + 1
        while last < sentence.last and last - head < _BEHIND and self.texts[last][0].isalnum():
            last += 1
        if last + 1 < sentence.last and self.texts[last] in (",", "(") and self.answers.is_name(last + 1):
            last += 2  # “according to a report, Digital Life, by …”
        return last

    def _asked(self, first: int, last: int) -> int:
        """Where those begin who were asked: “of 800 people who drive into Castries”; `last` where nobody is told."""
        relatives, lowers = self.relatives, self.lowers
        return next((at for at in range(first, last) if lowers[at] in relatives), last)

    def inside(self, head: int, last: int) -> str | None:
        """How the words between the noun and its verb name somebody, or a body that can be asked."""
        if head + 1 < last and self.lowers[head + 1] in self.verbs.that:
            return None  # “reports that a German firm”: whom they are about
        if any(self.answers.is_name(at) for at in range(head + 1, self._asked(head + 1, last))):
            return "inside"
        words, lowers = self.words, self.lowers
        link = next((at for at in range(head + 1, last) if lowers[at] in words.by), 0)
        if link and link + 1 < last and lowers[link + 1] in words.definite:
            return "definite"  # “an analysis by the firm”
        if not link and (head + 1 >= last or lowers[head] in words.pronouns or lowers[head + 1] not in words.inside):
            return None
        return None if words.institutions.isdisjoint(lowers[(link or head + 1) + 1 : last]) else "institution"
