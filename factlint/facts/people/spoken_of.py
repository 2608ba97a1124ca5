"""Spoken of: what the pronouns right after a name say of its bearer's gender, where nobody else is near.

The sex of a first name is a guess: Marty, Hope and Ashley are borne by men and women. Where the article goes on “she”
after a name, sentence after sentence, it knows better than any list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Gender
    from factlint.facts.people.clusters import Somebody

_LEAST = 2  # sentences whose pronouns must agree
_TIMES = 3  # how many times as many as those that do not


class Spoken(NamedTuple):
    """In how many sentences a person is “she” and in how many “he”."""

    female: int = 0
    male: int = 0

    @property
    def gender(self) -> Gender:
        """What nearly all of them say, or unknown."""
        if self.female >= max(_LEAST, _TIMES * self.male):
            return "female"
        return "male" if self.male >= max(_LEAST, _TIMES * self.female) else "unknown"


def spoken_of(facts: Facts, people: list[Somebody]) -> list[Spoken]:
    """For each of the people, in their order, the sentences outside quotations that speak of them alone."""
    reader = _Reader(facts, people)
    found: list[dict[int, set[str]]] = [{} for _ in people]
    lemmas, cases = facts.lexicon.table("third-person"), facts.lexicon.table("pronoun-case")
    forms = [f for f, lemma in lemmas.items() if lemma in GENDER_OF_LEMMA and cases.get(f) == "subject"]
    for at in facts.tokens.positions(forms):
        who = reader.alone_before(at)
        if who is not None:
            sentence = facts.sentence_of(at).number
            found[who].setdefault(sentence, set()).add(GENDER_OF_LEMMA[lemmas[facts.tokens.lowers[at]]])
    return [_counted(list(sentences.values())) for sentences in found]


def _counted(sentences: list[set[str]]) -> Spoken:
    """Sentences with both pronouns say nothing."""
    return Spoken(sentences.count({"female"}), sentences.count({"male"}))


class _Reader:
    """Finds who alone is named in the sentence before a subject: “Comey read her words” tells nothing of Comey."""

    def __init__(self, facts: Facts, people: list[Somebody]) -> None:
        self.facts = facts
        places = sorted((run.first, number) for number, somebody in enumerate(people) for run, _ in somebody.named)
        self.tokens = [token for token, _ in places]
        self.numbers = [number for _, number in places]
        words = facts.lexicon.union("relations", "one-person-pronouns", "gendered-nouns")
        self.nouns = facts.tokens.positions(words)

    def alone_before(self, at: int) -> int | None:
        """The number of the one person named there, nobody else being named or spoken of; none in a quotation."""
        facts = self.facts
        start = facts.tokens.starts[at]
        here = facts.sentence_at(start)
        if facts.in_quotation(start) or not here.number:
            return None
        before = facts.sentences[here.number - 1]
        named = set(self.numbers[bisect_left(self.tokens, before.first) : bisect_left(self.tokens, at)])
        within = bisect_left(self.tokens, here.first) < bisect_left(self.tokens, at)
        described = bisect_left(self.nouns, before.first) < bisect_right(self.nouns, at)
        if before.kind != here.kind or within or described or len(named) != 1:
            return None
        return named.pop()
