"""Double credits: one quotation credited twice, or two in a row of which the second names its speaker again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.speech.attribution import source_phrase
from factlint.facts.speech.crediting import credit_after
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.facts.speech.speakers import phrase_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote
    from factlint.facts.speech.speakers import Phrase

_CREDIT = 6  # tokens of a credit that ends a sentence
_TAIL = 30  # tokens behind a quotation in which two credits stand


class DoubleCredits:
    """Reads the credits of one article that stand behind another of the same speaker."""

    def __init__(self, facts: Facts, offices: Mapping[str, list[tuple[Person, int]]]) -> None:
        self.facts, self.tokens, self.verbs = facts, facts.tokens, verbs_of(facts.lexicon)
        self.offices = offices
        self.people = {mention.start: mention.person for mention in facts.mentions}

    def credits(self) -> Iterator[Credit]:
        """Every such credit, with the place of the other."""
        for quote in self.facts.quotes:
            if quote.closed:
                yield from self.behind(quote)
        for one, other in pairwise(self.facts.quotes):
            yield from self.anew(one, other)
            yield from self.crossed(one, other)

    def behind(self, quote: Quote) -> Iterator[Credit]:
        """A credit behind a quotation and a second that ends its sentence: “We wait,” Roe told the radio, she said.

        The first may stand before the quotation as its source: according to Roe, “we wait”, she said.
        """
        tokens = self.tokens
        first, last = tokens.span(quote.start, quote.end)
        if last >= len(tokens) or last >= self.facts.paragraphs[quote.last_paragraph].last:
            return
        sentence = self.facts.sentence_of(last)
        end = min(sentence.last, last + _TAIL)
        if end < sentence.last or any(self.facts.is_quoted(at) for at in range(last, end)):
            return
        verb = end - 1 - (not tokens.texts[end - 1].isalnum())
        if verb <= last or not is_verb(tokens, verb, self.verbs, False):
            return
        comma = next((at for at in range(verb - 1, max(last - 2, verb - _CREDIT), -1) if tokens.texts[at] == ","), None)
        if comma is None:
            return
        again = phrase_at(tokens, comma + 1, end, self.verbs)
        if again is None or again.last != verb:
            return
        source = source_phrase(self.facts, sentence.first, first, self.verbs) if comma <= last else None
        if source is not None and first - source.subject.last <= 1 and again.kind == "pronoun":
            subject, cue = source.subject, source.cue or (source.subject.first, source.subject.last)
        else:
            credit = credit_after(tokens, last, comma, self.verbs, False)
            if credit is None or comma <= last or not is_verb(tokens, credit.cue, self.verbs, False):
                return
            subject, cue = credit.subject, (credit.cue, credit.cue_last)
        if self._same(subject, again):
            yield self._credit(again.first, verb + 1, cue[0], cue[1])

    def anew(self, one: Quote, other: Quote) -> Iterator[Credit]:
        """Two quotations with nothing but a credit between them, the second with the speaker's name again.

        “We wait,” said Ann Roe. “We can wait longer,” Ms Roe said.
        """
        tokens = self.tokens
        speakers = (one.speaker, other.speaker)
        if one.paragraph != other.paragraph or None in speakers or other.kind != "direct" or one.kind != "direct":
            return
        before, after = speakers
        if before is None or after is None or after.kind != "named" or before.person is None or one.cue is None:
            return
        if before.person is not after.person or other.cue is None or after.start < other.end or before.start < one.end:
            return
        if before.start > other.start:
            return  # one credit for both
        if other.last_paragraph != other.paragraph:
            return  # a new paragraph may say again who goes on
        between = self.facts.sentence_at(before.start)
        follows = tokens.span(between.start, between.end)[1]
        if tokens.span(other.start, other.end)[0] > follows:
            return
        start, end = min(after.start, other.cue.start), max(after.end, other.cue.end)
        yield Credit(start, end, "twice", None, Stretch(one.cue.start, one.cue.end))

    def crossed(self, one: Quote, other: Quote) -> Iterator[Credit]:
        """Two parts of one spoken sentence with different speakers: “We wait,” said Ann Roe, “and dig,” Hay said."""
        tokens, before, after = self.tokens, one.speaker, other.speaker
        if one.kind != "direct" or before is None or before.person is None or one.paragraph != other.paragraph:
            return
        first, last = tokens.span(other.start, other.end)
        handed = tokens.texts[first - 1 : first] == [","] and one.end <= before.start < other.start
        if not handed or not tokens.texts[first + 1][:1].islower() or after is None:
            return
        end = self.facts.sentence_of(last - 1).last
        credit = credit_after(tokens, last, min(end, last + _TAIL), self.verbs, False)
        if credit is not None and credit.subject.kind == "pronoun":
            return
        if credit is not None:
            past = tokens.ends[max(credit.subject.last, credit.cue_last) - 1]
        elif after.start >= other.end and after.kind == "named" and other.cue is not None:
            past = max(after.end, other.cue.end)  # “…,” according to Hay
        else:
            return
        named = (tokens.starts[at] for at in range(last, tokens.at(past - 1) + 1))
        person = next((self.people[start] for start in named if start in self.people), None)
        if person not in (None, before.person):
            yield Credit(tokens.starts[last], past, "crossed", person, Stretch(one.start, one.end))

    def _same(self, subject: Phrase, again: Phrase) -> bool:
        """Whether a credit speaks of somebody who has just been named: Ms Kerr and she, or the mayor."""
        person = next(
            (
                self.people[s]
                for at in range(subject.first, subject.last)
                if (s := self.tokens.starts[at]) in self.people
            ),
            None,
        )
        if again.kind == "pronoun":
            return person is not None
        if person is None:
            return False
        other = (self.people.get(self.tokens.starts[at]) for at in range(again.first, again.last))
        lemma = self.facts.language.lemmas[again.last - 1]
        return any(person is who for who in other) or any(person is who for who, _ in self.offices.get(lemma, ()))

    def _credit(self, first: int, last: int, other: int, end: int) -> Credit:
        tokens = self.tokens
        against = Stretch(tokens.starts[other], tokens.ends[end - 1])
        return Credit(tokens.starts[first], tokens.ends[last - 1], "twice", None, against)
