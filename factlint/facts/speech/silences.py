"""Silences: people said not to have answered, with the place where the article has them answer."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.bearers import Bearers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote
    from factlint.language.model import Clause

_AHEAD = 6  # tokens behind a verb of refusing in which what is refused stands


class Silences:
    """Reads who is said to be silent; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.tokens = facts, facts.tokens
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.answering, self.refusing, self.reaching = (
            words("verbs-of-answering"),
            words("verbs-of-refusing"),
            words("verbs-of-reaching"),
        )
        self.comment, self.partly = words("words-for-comment"), words("words-for-partly-silent")
        self.media = words("words-for-the-press")

    def credits(self) -> Iterator[Credit]:
        """Everybody who is said to have been silent, with where he or she speaks, or none."""
        bearers: Bearers | None = None
        for clause in self.clauses:
            if clause.in_quote or clause.subject is None or not self._is_silent(clause):
                continue
            bearers = bearers or Bearers(self.facts)
            person = bearers.meant(clause.subject)
            if person is not None:
                subject = self.phrases[clause.subject]
                start, end = min(subject.start, clause.start), max(subject.end, clause.end)
                yield Credit(start, end, "silence", person, self._answer(person, clause))

    def _is_silent(self, clause: Clause) -> bool:
        """Whether a clause says that its subject does not answer: did not reply, declined to comment."""
        ahead = self.tokens.lowers[clause.last : clause.last + _AHEAD]
        sentence = self.facts.sentences[clause.sentence]
        if not self.partly.isdisjoint(self.tokens.lowers[sentence.first : sentence.last]):
            return False
        if clause.voice == "passive":
            return clause.negated and clause.lemma in self.reaching and not self.comment.isdisjoint(ahead)
        if clause.negated:
            return clause.lemma in self.answering
        return clause.lemma in self.refusing and not self.comment.isdisjoint(ahead)

    def _answer(self, person: Person, clause: Clause) -> Stretch | None:
        """The first quote in which the person speaks to the paper, or says something nowhere in particular."""
        for quote in self.facts.quotes:
            speaker = quote.speaker
            if speaker is None or speaker.person is None or speaker.person.id != person.id or quote.cue is None:
                continue
            if quote.kind == "direct" and self._to_the_paper(quote):
                return Stretch(quote.start, quote.end)
        return None

    def _to_the_paper(self, quote: Quote) -> bool:
        """Whether a quote was said to the press, or its credit names no other place, document or occasion."""
        if quote.cue is None:
            return False
        at = self.tokens.at(quote.cue.start)
        sentence = self.facts.sentence_at(quote.cue.start)
        behind = self.tokens.lowers[at + 1 : sentence.last]
        if not self.media.isdisjoint(behind):
            return True
        number = bisect_left(self.clauses, at, key=lambda clause: clause.verb)
        clause = self.clauses[number] if number < len(self.clauses) else None
        if clause is None or clause.verb != at or clause.object is not None:
            return clause is not None and clause.verb == at and self._asks(clause)
        return all("time" in self.phrases[phrase].classes for _, phrase in clause.obliques)

    def _asks(self, clause: Clause) -> bool:
        """Whether the one spoken to is a paper or station: told the Herald."""
        told = self.phrases[clause.object] if clause.object is not None else None
        return told is not None and told.proper and told.determiner is not None
