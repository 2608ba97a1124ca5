"""Mutes: people who cannot have spoken there, with the quotation in which they do.

Dead since 1998, unconscious ever since, silent throughout, absent from the meeting, without a word of the language.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote
    from factlint.language.model import Clause

_YEAR = 4  # digits
_BACK = 3  # tokens before a phrase at which the clause that it belongs to is looked for


class Mutes:
    """Reads who cannot have spoken; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.words = facts, facts.tokens, facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.people = Holders(facts)

    def credits(self) -> Iterator[Credit]:
        """Everybody who cannot have spoken there and is quoted as speaking, with the quotation."""
        spoken = [quote for quote in self.facts.quotes if self._is_spoken(quote)]
        if not spoken:
            return
        told = (*self._by_phrase("mute-phrases", self._anywhere), *self._by_phrase("absence-phrases", self._there))
        for clause, first, last, breaks in (*told, *self._dead(), *self._tongues()):
            person = self.people.subject_of(clause)
            quote = next(
                (quote for quote in spoken if person is not None and self._is_his(quote, person, breaks)), None
            )
            if person is not None and quote is not None:
                start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
                yield Credit(start, end, "mute", person, Stretch(quote.start, quote.end))

    # ------------------------------------------------------------------------------------------- what is told of one

    def _by_phrase(
        self, name: str, breaks: Callable[[Quote], bool]
    ) -> Iterator[tuple[Clause, int, int, Callable[[Quote], bool]]]:
        """“Had not woken up since”, “took no part”: a clause told by its words."""
        for first, last in self.tokens.phrases(self.facts.lexicon.phrases(name)):
            clause = self._clause_at(first)
            if clause is not None and not clause.in_quote:
                yield clause, min(first, clause.first), last, breaks

    def _dead(self) -> Iterator[tuple[Clause, int, int, Callable[[Quote], bool]]]:
        """“She died in 1998”: and she speaks on a day of the week, or after the funeral."""
        dying = self.words("dying-verbs")
        for clause in self.clauses:
            if clause.lemma not in dying or clause.in_quote or clause.negated or clause.standing != "done":
                continue
            if clause.tense == "past" and clause.kind != "infinitive":
                yield clause, clause.first, clause.last, self._is_later_than(clause)

    def _tongues(self) -> Iterator[tuple[Clause, int, int, Callable[[Quote], bool]]]:
        """“Speaks no English”: and he tells the crowd in English."""
        tokens, languages = self.tokens, self.words("nationalities")
        speaking, nothing = self.words("verbs-of-tongues"), self.words("words-for-nothing") | self.words("negations")
        for clause in self.clauses:
            if clause.lemma not in speaking or clause.in_quote:
                continue
            near = tokens.lowers[clause.first : clause.last + 2]
            places = range(clause.last, min(clause.last + _BACK, len(tokens)))
            at = next((at for at in places if tokens.lowers[at] in languages), -1)
            if at >= 0 and not nothing.isdisjoint(near):
                yield clause, clause.first, at + 1, self._in_tongue(tokens.lowers[at])

    def _clause_at(self, first: int) -> Clause | None:
        """The clause that a phrase of several words belongs to: its own, or the one that it stands behind."""
        for at in range(first, max(-1, first - _BACK - 1), -1):
            number = self.facts.language.clause_of(at)
            if number is not None and self.clauses[number].subject is not None:
                return self.clauses[number]
        sentence = self.facts.sentence_at(self.tokens.starts[first]).number
        before = [clause for clause in self.clauses if clause.sentence == sentence and clause.verb < first]
        return next((clause for clause in reversed(before) if clause.subject is not None), None)

    # ------------------------------------------------------------------------------------------------ what breaks it

    def _is_spoken(self, quote: Quote) -> bool:
        """Whether somebody says the words aloud, here and in this article's time."""
        if quote.cue is None or quote.speaker is None or quote.cue.lemma in self.words("writing-verbs"):
            return False
        sentence = self.facts.sentence_at(quote.cue.start)
        row = self.tokens.lowers[sentence.first : sentence.last]
        outside = [
            word for at, word in enumerate(row, sentence.first) if not quote.start <= self.tokens.starts[at] < quote.end
        ]
        return self.words("words-for-earlier").isdisjoint(outside) and not any(
            word.isdecimal() and len(word) == _YEAR for word in outside
        )

    def _is_his(self, quote: Quote, person: Person, breaks: Callable[[Quote], bool]) -> bool:
        speaker = quote.speaker
        return speaker is not None and self.people.speaker(speaker) is person and breaks(quote)

    def _behind(self, quote: Quote) -> list[str]:
        """The words of a credit's sentence outside the quotation."""
        if quote.cue is None:
            return []
        sentence = self.facts.sentence_at(quote.cue.start)
        starts, lowers = self.tokens.starts, self.tokens.lowers
        return [lowers[at] for at in range(sentence.first, sentence.last) if not quote.start <= starts[at] < quote.end]

    def _anywhere(self, quote: Quote) -> bool:
        return quote.kind == "direct"

    def _there(self, quote: Quote) -> bool:
        """Whether words were said to those who met: told the meeting."""
        return not self.words("words-for-the-gathering").isdisjoint(self._behind(quote))

    def _is_later_than(self, clause: Clause) -> Callable[[Quote], bool]:
        """Whether words were said on a day of the week, where the death has a year or day, or at the grave."""
        sentence = self.facts.sentences[clause.sentence]
        row = self.tokens.lowers[clause.last : sentence.last]
        dated = any(word.isdecimal() for word in row) and self.words("weekday-words").isdisjoint(row)
        now = self.words("words-for-this-day")
        days, graves = self.words("weekday-words"), self.words("words-for-the-burial")

        def breaks(quote: Quote) -> bool:
            said = self._behind(quote)
            first, last = self.tokens.span(quote.start, quote.end)
            today = not now.isdisjoint(self.tokens.lowers[first:last])
            return today or (dated and not days.isdisjoint(said)) or not graves.isdisjoint(said)

        return breaks

    def _in_tongue(self, language: str) -> Callable[[Quote], bool]:
        """Whether words were said in a language."""
        opening = self.words("in-words")

        def breaks(quote: Quote) -> bool:
            said = self._behind(quote)
            return any(one in opening and two == language for one, two in pairwise(said))

        return breaks
