"""Support: what else in the article answers for a claim that nobody near it is said to make.

A claim of the lead is mostly told again below by somebody with a name; a text with numbered references has its sources
at its foot; and what traders make of a market is reported as a matter of course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.sourcing.weights import Weights
from factlint.lazy import cached_property
from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Claim, Sentence
    from factlint.facts.sourcing.named_sources import Answers

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
_LONGEST = 80  # words of a sentence that are looked at
_FEWEST_SHARED = 2  # words of content in both
_LEAST_SHARE = 0.4  # of the claim's words of content
_LEAD_AHEAD = 12  # sentences below the lead in which what it sums up is told again
_LEAD_NEXT = 3  # sentences right below it of which one on the same thing, told by anybody, is enough
_AROUND = 2  # sentences before and behind any other claim
_SUMS = 2  # sums of money and percentages in an article on markets
_TERMS = 2  # different words of markets in one
_FEWEST_MARKS = 3  # numbered references that make a text one with references
_MANY_MARKS = 10  # … and one that gives its source at every turn
_LONGEST_MARK = 3  # digits
_OPENED, _CLOSED = frozenset({"(", "["}), frozenset({")", "]"})
_HIDES_HIS_NAME, _ONE = "anonymity", "unnamed"
_SUPPORTED = frozenset({"people", "impersonal", "raised", "wide", "rumour", "reports", "research"})


class Support:
    """The support that one article offers; made once, each part when first asked for.

    `explained`: the paragraphs that tell why a source has no name.
    """

    def __init__(self, facts: Facts, answers: Answers, explained: list[int]) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.explained, self.known = explained, facts.lexicon.union("loose-people", "hiding-heads", "veiled-heads")
        self.grave = facts.lexicon.words("grave-words")
        self.weights = Weights(facts)
        self.trades = facts.lexicon.words("voices-of-markets")
        self.denying = facts.lexicon.union("denying-forms", "denying-determiners")
        self.light = facts.lexicon.words("words-of-many-quotes")

    def of(self, claim: Claim) -> Claim:
        """The claim, with where the article names a source for it after all, or whether its voices are routine."""
        if claim.kind != _HIDES_HIS_NAME and self._is_explained(claim):
            return claim._replace(routine=True)
        if claim.named is not None:
            return claim
        sentence = self.facts.sentence_at(claim.start)
        if claim.head in self.trades and self._is_of_markets and not self._is_grave(sentence):
            return claim._replace(routine=True)
        if claim.kind in (_HIDES_HIS_NAME, _ONE) and self.weights.is_writers_own(sentence):
            return claim._replace(routine=True)  # “the man who helped me would not give his name”
        if claim.kind not in _SUPPORTED:
            return claim
        if self._is_marked(sentence):
            return claim._replace(named="sentence")
        if claim.kind == "raised" and self._is_before_a_court and self._alleges(claim):
            return claim._replace(named="article")
        if self._told_again(claim, sentence):
            return claim._replace(named="article")
        return claim._replace(routine=True) if self.weights.is_in_passing(claim, sentence) else claim

    def _is_explained(self, claim: Claim) -> bool:
        """Whether it is told why whoever speaks has no name: in the paragraph, or of the same hidden ones before.

        What is told in one paragraph goes for the one before it as well: “one woman said”, and then why.
        """
        if claim.head is None:
            return False
        if claim.paragraph in self.explained:
            return True
        hidden = claim.kind == _ONE or claim.head in self.known
        return hidden and any(number <= claim.paragraph + 1 for number in self.explained[:1])

    # ------------------------------------------------------------------------------------------------------- courts

    @cached_property
    def _is_before_a_court(self) -> bool:
        """Whether somebody has been charged or held, so that readers know whose allegation it is."""
        held = self.facts.lexicon.words("verbs-of-the-prosecution")
        return any(
            clause.lemma in held and not clause.in_quote and clause.standing == "done"
            for clause in self.facts.language.clauses
        )

    def _alleges(self, claim: Claim) -> bool:
        first, last = self.tokens.span(claim.start, claim.end)
        told = self.facts.lexicon.words("words-of-allegations")
        return not told.isdisjoint(self.tokens.lowers[first:last])

    # ------------------------------------------------------------------------------------------------------ markets

    @cached_property
    def _is_of_markets(self) -> bool:
        """Whether the article has the sums, the percentages and the words of one on markets."""
        if len(self.facts.lexicon.words("words-of-markets") & self.tokens.index.keys()) < _TERMS:
            return False
        sums = (f for f in self.facts.figures if f.dimension in ("money", "share", "point") and f.block in BODY_KINDS)
        return sum(1 for _ in sums) >= _SUMS

    def _is_grave(self, sentence: Sentence) -> bool:
        return not self.grave.isdisjoint(self.facts.language.lemmas[sentence.first : sentence.last])

    # --------------------------------------------------------------------------------------------------- references

    @cached_property
    def _marks(self) -> list[int]:
        """The closing brackets of numbered references: “… of an episode (31).”"""
        texts = self.tokens.texts
        return [
            at
            for at in self.tokens.positions(_CLOSED)
            if at > 1 and texts[at - 2] in _OPENED and texts[at - 1].isdecimal() and len(texts[at - 1]) <= _LONGEST_MARK
        ]

    def _is_marked(self, sentence: Sentence) -> bool:
        """Whether the sentence, or the next of its paragraph, ends in a numbered reference."""
        if not _FEWEST_MARKS <= len(self._marks) < _MANY_MARKS:
            return len(self._marks) >= _MANY_MARKS
        after = self.facts.sentences[sentence.number + 1 : sentence.number + 2]
        last = next((s.last for s in after if s.paragraph == sentence.paragraph), sentence.last)
        return any(sentence.first <= at < last for at in self._marks)

    # --------------------------------------------------------------------------------------------------- told again

    def _told_again(self, claim: Claim, sentence: Sentence) -> bool:
        """Whether a sentence around, or below a lead, lets somebody with a name say the same, and not deny it."""
        words = self._content(sentence, claim)
        if len(words) < _FEWEST_SHARED:
            return False
        if claim.kind == "research":
            return False  # who says so too has not made it
        leads = sentence.paragraph == self.answers.lead
        first = sentence.number if leads else max(0, sentence.number - _AROUND)
        last = sentence.number + (_LEAD_AHEAD if leads else _AROUND) + 1
        least = max(_FEWEST_SHARED, _LEAST_SHARE * len(words))
        for other in self.facts.sentences[first:last]:
            if other.number == sentence.number or other.kind not in BODY_KINDS:
                continue
            shared = len(words & self._content(other, None))
            next_ = leads and shared > 0 and other.number <= sentence.number + _LEAD_NEXT
            if not (next_ and self.answers.told_in(other.start, other.end)) and (
                shared < least or not self.answers.names_one(other)
            ):
                continue
            if self.denying.isdisjoint(self.tokens.lowers[other.first : other.last]):
                return True
        return False

    def _content(self, sentence: Sentence, claim: Claim | None) -> frozenset[str]:
        """The words of content of a sentence in dictionary form, those of the claim's own phrase left out."""
        tags, lemmas, starts = self.facts.language.tags, self.facts.language.lemmas, self.tokens.starts
        return frozenset(
            lemmas[at]
            for at in range(sentence.first, min(sentence.last, sentence.first + _LONGEST))
            if tags[at] in _CONTENT
            and lemmas[at] not in self.light
            and (claim is None or not claim.start <= starts[at] < claim.end)
        )
