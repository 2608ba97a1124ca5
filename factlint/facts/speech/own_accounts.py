"""Own accounts: a sentence that says of one speaker twice that he or she says so."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Statement

_NAME = 5  # tokens of a name and the comma before it
_STOP = 1  # tokens behind a verb that ends its sentence
_TAIL = 12  # tokens behind “according to” in which the name stands


class OwnAccounts:
    """Reads the credits of one article that are given twice in their sentence."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens = facts, facts.tokens
        self.plain = facts.lexicon.words("speech-verbs-plain")
        self.plural = facts.lexicon.words("plural-pronouns")
        self.quotation_starts = [quotation.start for quotation in facts.quotations]

    def credits(self) -> Iterator[Credit]:
        """A sentence that says twice who says it: “He said that the sums were wrong, Mr Roe said.”

        Also “…,” said Mr Roe, according to Mr Roe.
        """
        yield from self._according_to_himself()
        said: dict[tuple[int, str], Statement] = {}  # by sentence and person the first that says so
        for statement in self.facts.statements:
            if statement.person is None or self._is_plural(statement):
                continue
            sentence = self.facts.sentence_at(statement.start)
            before = said.setdefault((sentence.number, statement.person.id), statement)
            first, end = self.tokens.at(statement.start), self.tokens.at(statement.end - 1) + 1
            if before is statement or before.goes_on or sentence.last - end > _STOP:
                continue
            own = self.tokens.texts[first - _NAME : first]
            if "," in own and not self._quoted(before.end, statement.start) and self._tells(before):
                against = Stretch(before.start, before.end)
                yield self._credit(first, end, statement.person, against)

    def _according_to_himself(self) -> Iterator[Credit]:
        """A quotation that somebody says “according to” the same name."""
        tokens = self.tokens
        phrases = [row for rows in self.facts.lexicon.phrases("source-phrases").values() for row in rows]
        for quote in self.facts.quotes:
            speaker = quote.speaker
            if speaker is None or speaker.kind != "named" or speaker.start < quote.end:
                continue
            name = tokens.span(speaker.start, speaker.end)
            at = name[1] + 1
            row = next((row for row in phrases if tuple(tokens.lowers[at : at + len(row)]) == row), None)
            if row is None:
                continue
            first = at + len(row)
            again = tokens.lowers[first : first + _TAIL]
            same = tokens.lowers[name[0] : name[1]]
            if same and (again[: len(same)] == same or again[:1] == same[-1:]):
                yield self._credit(at, first + len(same), speaker.person, Stretch(speaker.start, speaker.end))

    def _tells(self, statement: Statement) -> bool:
        """Whether somebody says something there: not “was told that …”, nor “had been wondering about it”."""
        number = self.facts.language.clause_of(self.tokens.at(statement.end - 1))
        clause = self.facts.language.clauses[number] if number is not None else None
        said = self.tokens.lowers[self.tokens.at(statement.end - 1)] in self.plain
        return said and (clause is None or clause.voice == "active")

    def _is_plural(self, statement: Statement) -> bool:
        """Whether “they” says it: “wardens will check, but they may only advise, Roe said”."""
        language = self.facts.language
        number = language.clause_of(self.tokens.at(statement.end - 1))
        subject = language.clauses[number].subject if number is not None else None
        return subject is not None and language.phrases[subject].pronoun in self.plural

    def _quoted(self, start: int, end: int) -> bool:
        """Whether a quotation stands between two places."""
        at = bisect_left(self.quotation_starts, start)
        return at < len(self.quotation_starts) and self.quotation_starts[at] < end

    def _credit(self, first: int, last: int, person: Person | None, against: Stretch) -> Credit:
        return Credit(self.tokens.starts[first], self.tokens.ends[last - 1], "again", person, against)
