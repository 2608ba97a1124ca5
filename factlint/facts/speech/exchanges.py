"""Exchanges: utterances that need no credit because a question, or the turn of another, says whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factlint.facts.speech.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.speech.attribution import Attribution, Work

Exchange = Literal["answer", "question", "reply"]
_ASKS = "?"
_REPLY = 25  # words of an utterance that takes its turn between two speakers
_TALKS = frozenset({"paragraph", "list-item"})


class Exchanges:
    """Reads the conversations that an article tells: utterances of whole blocks, one below the other."""

    def __init__(self, facts: Facts, works: Sequence[Work], credits: Sequence[Attribution | None]) -> None:
        self.facts, self.works, self.credits = facts, works, credits
        self.own = facts.lexicon.words("pronouns-of-the-speaker")
        self._first_credited = next((place for place, credit in enumerate(credits) if credit is not None), len(works))
        self._runs = _runs(facts, works)
        self._shared: dict[int, bool] = {}  # by the first quotation of a row

    def kind(self, place: int) -> Exchange | None:
        """How an utterance that fills its block belongs to a conversation, by its place among the quotations.

        An answer stands below a question, the writer's or somebody's; a question between the words of those whom it
        is put to; a reply below the writer's own words, or among questions and answers of two who have been named.
        """
        work = self.works[place]
        if not work.direct or not self._fills_its_block(work):
            return None
        above = self._above(place)
        if self._asks(place) and (above is None or not self._asks(above)) and self._is_below(place + 1, place):
            return "question"
        if above is None:
            return "answer" if self._asked_by_the_writer(place) else None
        if self._asks(above):
            return "answer"
        return "reply" if self._is_by_the_writer(above) or self._has_two_speakers(place) else None

    def _fills_its_block(self, work: Work) -> bool:
        quotation = work.quotation
        block = self.facts.paragraphs[quotation.paragraph]
        return (
            block.kind in _TALKS
            and quotation.last_paragraph == block.number
            and block.start == quotation.start
            and quotation.end == block.end
        )

    def _above(self, place: int) -> int | None:
        """The utterance that ends right above the block of another, or none."""
        return place - 1 if place and self._is_below(place, place - 1) else None

    def _is_below(self, place: int, above: int) -> bool:
        """Whether an utterance begins the block below the one in which another ends."""
        if place >= len(self.works):
            return False
        work, before = self.works[place], self.works[above]
        begins = self.facts.paragraphs[work.quotation.paragraph].start == work.quotation.start
        return (
            before.direct and work.direct and begins and before.quotation.last_paragraph == work.quotation.paragraph - 1
        )

    def _asks(self, place: int) -> bool:
        """Whether an utterance ends in a question mark, also that of one within it."""
        texts, quotation = self.facts.tokens.texts, self.works[place].quotation
        at = quotation.last - 1
        while at > quotation.first and texts[at] in MARKS:
            at -= 1
        return texts[at][-1] == _ASKS

    def _asked_by_the_writer(self, place: int) -> bool:
        """Whether the block above ends with a question outside quotation marks, and somebody spoke before it."""
        facts, number = self.facts, self.works[place].quotation.paragraph
        if not number or place <= self._first_credited:
            return False
        above = facts.paragraphs[number - 1]
        if above.kind not in _TALKS or above.first == above.last or facts.in_quotation(above.end - 1):
            return False
        return facts.tokens.texts[above.last - 1][-1] == _ASKS

    def _is_by_the_writer(self, place: int) -> bool:
        """Whether the writer says an utterance: “…,” I said."""
        credit = self.credits[place]
        return credit is not None and self.facts.tokens.lowers[credit.subject.first] in self.own

    def _has_two_speakers(self, place: int) -> bool:
        """Whether short words stand in a row of utterances of which one is a question and two are credited apart."""
        if self.works[place].quotation.words > _REPLY:
            return False
        first, last = self._runs[place]
        if first not in self._shared:
            self._shared[first] = self._is_shared(first, last)
        return self._shared[first]

    def _is_shared(self, first: int, last: int) -> bool:
        """Whether a row of utterances has a question and the credits of two."""
        lowers = self.facts.tokens.lowers
        named = {
            lowers[credit.subject.last - 1]
            for credit in self.credits[first:last]
            if credit is not None and credit.cue is not None
        }
        return len(named) > 1 and any(self._asks(at) for at in range(first, last))


def _runs(facts: Facts, works: Sequence[Work]) -> list[tuple[int, int]]:
    """For every quotation the range of those around it that stand in blocks in a row, each opened by an utterance."""
    runs: list[tuple[int, int]] = []
    first = 0
    for place in range(1, len(works) + 1):
        if place < len(works):
            quotation, above = works[place].quotation, works[place - 1].quotation
            same = quotation.paragraph == above.last_paragraph
            below = quotation.paragraph == above.last_paragraph + 1 and works[place].direct
            if same or (below and facts.paragraphs[quotation.paragraph].start == quotation.start):
                continue
        runs += [(first, place)] * (place - first)
        first = place
    return runs
