"""Announcements: what leads in to a quotation says what is coming, and the quotation tells the contrary.

“He apologised to listeners. “I am not sorry,” he said”, “was full of praise: “They were rude and slow””, “in a single
word: “We were awful in the box””, “declined to put a figure on it. “It goes up to $94,000””.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote, Sentence
    from factlint.language.model import Clause

_TURNED = 6  # tokens before a word of praise within which a negation turns it
_BACK = 6  # tokens before a lead-in's words within which the verb of its clause stands
_OVER = 2  # words by which an announced number of words may be missed
_JOINTS = frozenset(",;:.!?")
_LONGEST = 60  # words of a quotation that are weighed


class Announcements:
    """Reads lead-ins against their quotations; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.words = facts, facts.tokens, facts.lexicon.words
        self.clauses = facts.language.clauses
        self._people: Holders | None = None

    def credits(self) -> Iterator[Credit]:
        """Every lead-in that its quotation contradicts, with the words that do so."""
        after = [quote for quote in self.facts.quotes if quote.kind == "direct"]
        starts, seen = [quote.start for quote in after], set[tuple[str, int]]()
        for kind, first, last in (*self._by_phrase(), *self._by_verb()):
            place = self.tokens.starts[first]
            number = bisect_left(starts, place)
            if number == len(after) or self.facts.in_quotation(place):
                continue
            contrary = self._contrary(kind, first, last, after[number])
            if contrary is not None and (kind, number) not in seen:
                seen.add((kind, number))
                yield Credit(place, self.tokens.ends[last - 1], "announced", None, contrary)
        yield from self._credited(after)

    def _by_phrase(self) -> Iterator[tuple[str, int, int]]:
        """The kind and the tokens of every turn of speech that announces something: “was full of praise”."""
        for kind in sorted(self.words("announced-kinds")):
            for first, last in self.tokens.phrases(self.facts.lexicon.phrases(f"announcing-{kind}")):
                yield kind, first, last

    def _by_verb(self) -> Iterator[tuple[str, int, int]]:
        """The same of every verb that does, whatever its form: “apologises”, “doubted”."""
        kinds = self.facts.lexicon.table("announcing-verbs")
        for clause in self.clauses:
            kind = kinds.get(clause.lemma)
            if kind is not None and clause.voice == "active" and clause.kind == "main" and clause.tense != "future":
                yield kind, clause.verb, clause.verb + 1

    def _credited(self, quotes: list[Quote]) -> Iterator[Credit]:
        """A verb behind a quotation that does not fit it: “Yes, that is my name on it,” she denied."""
        kinds, openers = self.facts.lexicon.table("announcing-verbs"), self.facts.lexicon.values("openers-against")
        for quote in quotes:
            kind = kinds.get(quote.cue.lemma) if quote.cue is not None and quote.cue.start > quote.start else None
            if kind is None or quote.cue is None:
                continue
            first, last = self.tokens.span(quote.start, quote.end)
            against = self.tokens.lowers[first + 1] in openers.get(kind, ())
            told = self._stretch(first + 1, first + 2) if against else self._told(kind, first, last, quote)
            if told is not None:
                yield Credit(quote.cue.start, quote.cue.end, "announced", None, told)

    def _contrary(self, kind: str, first: int, last: int, quote: Quote) -> Stretch | None:
        """Where a quotation tells the contrary of what a lead-in's words announce of the same one's words."""
        sentence = self.facts.sentence_of(first)
        here = self.facts.sentence_at(quote.start)
        if here.paragraph != sentence.paragraph or not 0 <= here.number - sentence.number <= 1:
            return None
        clause = self._clause_at(first, sentence)
        if clause is None:
            return self._told(kind, first, last, quote) if here.number == sentence.number else None
        if clause.standing == "planned":
            return None
        lowers, turning = self.tokens.lowers, self.words("words-that-turn-praise")
        turned = clause.negated or not turning.isdisjoint(lowers[max(sentence.first, clause.first - 1) : clause.last])
        if turned and self.words("negations").isdisjoint(lowers[first:last]):
            return None
        if here.number > sentence.number and not self._is_of(clause, quote):
            return None
        return self._told(kind, first, last, quote)

    def _told(self, kind: str, first: int, last: int, quote: Quote) -> Stretch | None:
        """Where a quotation tells the contrary of what the words before it announce."""
        inside = self.tokens.span(quote.start, quote.end)
        inside = (inside[0], min(inside[1], inside[0] + _LONGEST))
        if kind in self.words("announced-by-number"):
            return self._miscounted(first, last, quote)
        if kind in self.words("announced-to-be-kept"):
            return self._told_number(*inside)
        if kind in self.words("announced-feelings"):
            return self._felt_otherwise(kind, *inside)
        return self._said_otherwise(kind, *inside)

    def _clause_at(self, first: int, sentence: Sentence) -> Clause | None:
        """The clause to which a lead-in's words belong."""
        for at in range(first, max(sentence.first, first - _BACK) - 1, -1):
            number = self.facts.language.clause_of(at)
            if number is not None:
                return self.clauses[number]
        return None

    def _is_of(self, clause: Clause, quote: Quote) -> bool:
        """Whether a clause is about the one who speaks, or a quotation has nothing else to credit it."""
        said = quote.speaker
        if said is None:
            return True
        alone = quote.way == "paragraph" and (quote.cue is None or quote.cue.start == clause.start)
        if not alone and said.kind != "pronoun":
            return False
        self._people = self._people or Holders(self.facts)
        speaker = self._people.speaker(said)
        return speaker is not None and self._people.subject_of(clause) is speaker

    # ------------------------------------------------------------------------------------------ what the words tell

    def _said_otherwise(self, kind: str, first: int, last: int) -> Stretch | None:
        """The first phrase of a quotation that says the contrary: not sorry, we have won."""
        contrary = dict(self.tokens.phrases(self.facts.lexicon.phrases(f"contrary-{kind}")))
        turning = self.words("words-that-turn-praise")
        for at in range(first, last):
            if at not in contrary:
                continue
            # “there is no way that we can pay”
            if turning.isdisjoint(self.tokens.lowers[at : contrary[at]]) and self._is_turned(at, first):
                continue
            return self._stretch(at, contrary[at])
        return None

    def _felt_otherwise(self, kind: str, first: int, last: int) -> Stretch | None:
        """The first word of the other feeling, in a quotation that has none of the one announced."""
        praise, blame = self.words("words-of-praise"), self.words("words-of-blame")
        if kind in self.words("announced-against"):
            praise, blame = blame, praise
        found = None
        for at in range(first, last):
            word, turned = self.tokens.lowers[at], self._is_turned(at, first)
            if self.tokens.lowers[at - 1] in self.words("as-words"):
                continue  # “as well”, “as good as”
            if (word in praise and not turned) or (word in blame and turned):
                return None
            if word in blame and not turned and found is None:
                found = self._stretch(at, at + 1)
        return found

    def _is_turned(self, at: int, first: int) -> bool:
        turning = self.words("words-that-turn-praise")
        for to in range(at - 1, max(first, at - _TURNED) - 1, -1):
            if not self.tokens.texts[to][0].isalnum() and self.tokens.texts[to] in _JOINTS:
                return False
            if self.tokens.lowers[to] in turning:
                return True
        return False

    def _miscounted(self, first: int, last: int, quote: Quote) -> Stretch | None:
        """The whole of a quotation that has more words than were announced: “in a single word”."""
        numbers = self.facts.lexicon.table("small-numbers-of-words")
        said = next((int(numbers[word]) for word in self.tokens.lowers[first:last] if word in numbers), None)
        return Stretch(quote.start, quote.end) if said is not None and quote.words >= said + _OVER else None

    def _told_number(self, first: int, last: int) -> Stretch | None:
        """The first figure of a quotation."""
        at = next((at for at in range(first, last) if self.tokens.texts[at][0].isdecimal()), None)
        return None if at is None else self._stretch(at, at + 1)

    def _stretch(self, first: int, last: int) -> Stretch:
        return Stretch(self.tokens.starts[first], self.tokens.ends[last - 1])
