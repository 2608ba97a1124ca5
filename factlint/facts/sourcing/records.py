"""Records: a thing flatly said to be the largest, the oldest or the first of a place, and nobody has measured.

“It is the largest cheese cellar in the Alps”, “the county's most profitable small restaurant”, “the heaviest ever
grown”, “no other restaurant in the Alps cooks trout as well”, “nobody has ever sold more records in the state”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

# Of what stands on a map everybody can see which is the largest.
_ON_THE_MAP = frozenset({"place", "group", "object", "time", "event", "act"})
_WHERE = frozenset({"place", "group"})
_SORTS = _WHERE | {"person", "artefact"}
_NEAR = 4  # tokens behind a verb in which a comparative stands
_BEHIND = 4  # tokens behind a superlative within which “ever” stands


def find_records(facts: Facts, answers: Answers) -> list[Claim]:
    """Every record told outright in the paper's own voice, in order of place."""
    return list(_Records(facts, answers).claims())


class _Records:
    """The main clauses of one article as records."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words
        self.comparing = tuple(facts.lexicon.words("comparative-endings"))
        self.endings = tuple(facts.lexicon.words("superlative-endings"))

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses in paragraphs in which nobody is credited with anything."""
        for clause in self.language.clauses:
            coming = clause.attribute is not None and clause.tense == "future" and clause.standing == "planned"
            told = clause.standing == "done" or coming  # “will be the tallest building in the Alps”
            if clause.in_quote or clause.kind != "main" or not told or clause.tense == "none":
                continue
            if clause.subject is None:
                continue
            span = self._is_most(clause) if clause.attribute is not None else None
            span = span or self._is_unmatched(clause) or self._beats_all(clause)
            if span is not None and self._in_own_voice(clause, span[1]):
                yield self._claim(clause, *span)

    def _is_most(self, clause: Clause) -> tuple[int, int] | None:
        """“Is the largest cellar in the Alps”: the tokens of a superlative with what it is measured against."""
        told = self.language.phrases[clause.attribute] if clause.attribute is not None else None
        if told is None or clause.negated or told.proper or told.plural or _ON_THE_MAP & told.classes:
            return None
        at = next((at for at in range(told.first, told.last) if self._is_superlative(at)), -1)
        if at < 0:
            return None
        owner = self.language.phrases[told.owner] if told.owner is not None else None
        if owner is not None:
            return (owner.first, told.last) if self._is_place(owner) else None
        if told.determiner not in self.words("definite-articles"):
            return None
        last = self._scope(told.last) or self._ever(told.last)
        return (told.first, last) if last else None

    def _is_superlative(self, at: int) -> bool:
        word = self.tokens.lowers[at]
        if word in self.words("superlative-adverbs"):
            return self.language.tags[at + 1 : at + 2] == ["ADJ"]
        if word in self.words("praising-superlatives") or self.language.tags[at] != "ADJ":
            return False  # praise has a rule of its own
        return word.endswith(self.endings) and self.language.words.lemma(word, "ADJ") != word

    def _is_unmatched(self, clause: Clause) -> tuple[int, int] | None:
        """“No other restaurant in the Alps cooks trout as well”: nobody who does it more or as well, somewhere."""
        if clause.subject is None:
            return None
        subject, words, lowers = self.language.phrases[clause.subject], self.words, self.tokens.lowers
        nobody = subject.pronoun in words("words-for-nobody") or subject.lemma in words("words-for-nobody")
        if not nobody and subject.determiner not in words("none-determiners"):
            return None
        sentence = self.facts.sentences[clause.sentence]
        more = [at for at in range(clause.last, sentence.last) if lowers[at] in words("outdoing-comparatives")]
        compared = clause.attribute is not None or clause.predicate is not None
        above = self._above(clause, sentence.last) if compared else 0
        if above and self._scope(subject.last) and not words("than-words").isdisjoint(lowers[above : above + 1]):
            return subject.first, above  # “no lake in Europe is cleaner than the Velm”
        if not more:
            return None
        behind = (self._scope(at) for at in (subject.last, *range(clause.last, sentence.last)))
        last = next((last for last in behind if last), 0)
        ever = not words("words-for-ever").isdisjoint(lowers[clause.first : clause.last])
        other = subject.determiner is not None and not words("one-of-two-words").isdisjoint(
            lowers[subject.first : subject.last]
        )
        if not (ever or other or clause.lemma in words("having-verbs")):
            return None  # “nobody in the state sold more than his share”
        return (subject.first, max(clause.last, more[0] + 1)) if last or (ever and nobody) else None

    def _above(self, clause: Clause, end: int) -> int:
        """One past the first comparative of a clause: “is cleaner”, “has more roofs”; 0 for none."""
        lowers, words = self.tokens.lowers, self.language.words
        for at in range(clause.first, min(end, clause.last + _NEAR)):
            if lowers[at] in self.words("outdoing-comparatives") and lowers[at] not in self.words("outdoing-words"):
                return at + 1
            if lowers[at].endswith(self.comparing) and words.lemma(lowers[at], "ADJ") != lowers[at]:
                return at + 1
        return 0

    def _beats_all(self, clause: Clause) -> tuple[int, int] | None:
        """“Has more thatched roofs than any other”, “is cleaner than any lake in Europe”: of a thing or a place."""
        if clause.subject is None or clause.negated:
            return None
        subject, lowers = self.language.phrases[clause.subject], self.tokens.lowers
        thing = subject.pronoun is None or subject.pronoun in self.words("pronouns-for-what-was-told")
        if "person" in subject.classes or subject.plural or not thing:
            return None
        above, end = self._above(clause, self.facts.sentences[clause.sentence].last), 0
        for at in range(above, min(len(lowers) - 1, above + _BEHIND)) if above else ():
            if lowers[at] in self.words("than-words") and lowers[at + 1] in self.words("words-for-any"):
                number = self.language.phrase_at(at + 1)
                end = self.language.phrases[number].last if number is not None else at + 2
        return (clause.first, end) if end else None

    def _scope(self, at: int) -> int:
        """One past “in the Alps” at a token; 0 where no place stands there."""
        lowers = self.tokens.lowers
        if at + 1 >= len(lowers) or lowers[at] not in self.words("scope-prepositions"):
            return 0
        number = self.language.phrase_at(at + 1)
        if number is None:
            return 0
        phrase = self.language.phrases[number]
        return phrase.last if phrase.first == at + 1 and self._is_place(phrase) else 0

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether a phrase is a place: “the Alps”, “the county”."""
        start = phrase.start
        if phrase.proper:
            return any(place.start < phrase.end and start < place.end for place in self.facts.places) or (
                phrase.determiner in self.words("definite-articles")
            )
        return "place" in phrase.classes and phrase.classes & _SORTS <= _WHERE

    def _ever(self, at: int) -> int:
        """One past “ever” behind a superlative: “the heaviest ever grown”, “the greatest the island ever had”."""
        lowers = self.tokens.lowers
        ever = self.words("words-for-ever") | self.words("words-for-anywhere")
        return next((to + 1 for to in range(at, min(at + _BEHIND, len(lowers))) if lowers[to] in ever), 0)

    def _in_own_voice(self, clause: Clause, last: int) -> bool:
        """Whether a clause stands in prose, in a paragraph that credits nobody, with no figure and no hedge beside."""
        sentence = self.facts.sentences[clause.sentence]
        if not self.answers.is_prose(sentence):
            return False
        row = range(sentence.first, sentence.last)
        if any(self.language.tags[at] == "NUM" for at in row):
            return False
        if not self.words("superlative-hedges").isdisjoint(self.tokens.lowers[sentence.first : last]):
            return False
        block = self.facts.paragraphs[sentence.paragraph]
        return not self.answers.told_in(block.start, block.end) and not self.answers.quoted_in(block.start, block.end)

    def _claim(self, clause: Clause, first: int, last: int) -> Claim:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        block = self.facts.sentences[clause.sentence].paragraph
        return Claim(start, end, "record", None, None, None, None, False, None, 0, block)
