"""Weights: which of the claims that nobody answers for a reader would ask about, and which are told in passing.

Asked about is what is laid to somebody, a charge, and what the article tells as told. Told in passing is what the
writer says in his own voice (a column, a letter, a recipe), a remark between commas, what the next words answer
themselves, and what is thought of a thing that nobody is hurt by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Claim, Sentence
    from factlint.language.model import Phrase

_OF_SOMEBODY = frozenset({"person", "group"})
_HOLDING = frozenset({"saying", "thinking", "feeling"})
_PASSING = frozenset({"people", "impersonal", "wide", "rumour"})  # what may be said in passing
_COMMAS = frozenset({",", "(", ")", "–", "—", "--"})
_STOPS = frozenset({".", "!", "?", ",", ";", ":", "–", "—"})
_LONGEST_ANSWER = 6  # words of a sentence that only takes up the one before: “It was not.”
_TO_VERB = 3  # tokens from “said to” to the verb that follows
_BEHIND = 14  # words behind a claim in which a charge is told


class Weights:
    """The weights of one article's claims; made once, each part when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.language = facts, facts.tokens, facts.language
        self.words = facts.lexicon.words
        self.grave = facts.lexicon.union("grave-words", "dishonest-verbs", "offending-verbs")

    def is_in_passing(self, claim: Claim, sentence: Sentence) -> bool:
        """Whether a claim is one that nobody asks about."""
        first, last = self.tokens.span(claim.start, claim.end)
        foreseen = not self.words("words-of-forecasts").isdisjoint(self.tokens.lowers[first:last])
        if self._is_grave(last, sentence) and not foreseen:
            return False
        if claim.kind == "raised":
            return not self._is_a_judgement(first, last) and (
                self._is_of_a_thing(first, last) or self._is_a_state(last)
            )
        if claim.kind not in _PASSING or claim.quotes:
            return False
        return (
            not self._is_of_a_trade(claim)
            and (self._is_inserted(first, last, sentence) or self.is_writers_own(sentence))
        ) or self._is_answered(sentence)

    def _is_grave(self, last: int, sentence: Sentence) -> bool:
        """Whether what is said does harm to somebody."""
        behind = range(last, min(sentence.last, last + _BEHIND))
        return any(self.language.lemmas[at] in self.grave or self.tokens.lowers[at] in self.grave for at in behind)

    # ---------------------------------------------------------------------------------------------- of what it is said

    def _is_a_judgement(self, first: int, last: int) -> bool:
        """Whether what is said is an allegation, a charge itself (“has been called petty”), or quoted words."""
        return (
            not self.words("words-of-allegations").isdisjoint(self.tokens.lowers[first:last])
            or not self.words("judging-verbs").isdisjoint(self.language.lemmas[first:last])
            or self.facts.is_quoted(min(last + 1, len(self.tokens) - 1))
        )

    def _is_a_state(self, last: int) -> bool:
        """Whether somebody is said to be or to suffer something, and to do nothing: “to have been snowed in”."""
        places = range(last, min(last + _TO_VERB, len(self.tokens)))
        numbers = [number for at in places if (number := self.language.clause_of(at)) is not None]
        clause = self.language.clauses[max(numbers)] if numbers else None  # “to have | cut”
        states = self.facts.lexicon.union("standing-copulas", "having-verbs")
        suffers = clause is not None and clause.voice == "passive" and clause.kind != "participle"
        return clause is not None and (suffers or clause.lemma in states)

    def _is_of_a_thing(self, first: int, last: int) -> bool:
        """Whether what is said to be so is said of no person and no body: “the clock is thought to be Dutch”."""
        numbers = (self.language.clause_of(at) for at in range(first, last))
        clauses = (self.language.clauses[number] for number in numbers if number is not None)
        subject = next((clause.subject for clause in clauses if clause.subject is not None), None)
        if subject is None or self._is_somebody(self.language.phrases[subject]):
            return False
        # “It is said to have known”: whatever did something by itself is a body.
        deed = self.language.tags[last + 1 : last + 2] == ["VERB"] and self.tokens.lowers[last] in self.words(
            "forms-of-have"
        )
        return not (deed and self.language.phrases[subject].pronoun is not None)

    def _is_somebody(self, phrase: Phrase) -> bool:
        if phrase.pronoun is not None:
            return phrase.pronoun not in self.words("pronouns-for-what-was-told")
        if _OF_SOMEBODY & phrase.classes or phrase.lemma in self.words("institution-modifiers"):
            return True
        owner = self.language.phrases[phrase.owner] if phrase.owner is not None else None
        if owner is not None and (owner.proper or owner.pronoun is not None or _OF_SOMEBODY & owner.classes):
            return True  # “his car is said to have been seen”
        if not phrase.proper:
            return False
        spans = [(one.start, one.end) for one in self.facts.mentions]
        spans += [(one.start, one.end) for one in self.facts.organizations]
        return any(start < phrase.end and phrase.start < end for start, end in spans)

    # ----------------------------------------------------------------------------------------------------- by whom told

    def _is_of_a_trade(self, claim: Claim) -> bool:
        """Whether people of a kind hold it, and not “most” or “some”: “analysts reckon”."""
        return claim.way is not None and claim.head not in self.words("source-pronouns")

    def _is_inserted(self, first: int, last: int, sentence: Sentence) -> bool:
        """Whether a claim is a remark between commas: “the fast one, most would agree, is Roe”."""
        texts = self.tokens.texts
        opened = first == sentence.first or texts[first - 1] in _COMMAS
        return opened and last < sentence.last and texts[last] in _COMMAS and first > sentence.first

    def is_writers_own(self, sentence: Sentence) -> bool:
        """Whether an I tells the piece outside quotations: whoever writes it answers for it."""
        return sentence.paragraph in self.facts.own_voice

    # ----------------------------------------------------------------------------------------------------- what answers

    def _is_answered(self, sentence: Sentence) -> bool:
        """Whether the next sentence of the paragraph sets the writer's or somebody's own view against it.

        “Many thought that it was a joke. It was not.” “Some people think that bells are heavy. Croom thinks that …”
        """
        after = self.facts.sentences[sentence.number + 1 : sentence.number + 2]
        if not after or after[0].paragraph != sentence.paragraph or self.facts.in_quotation(after[0].start):
            return False
        return self._only_denies(after[0]) or self._has_a_view(after[0])

    def _only_denies(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a bare answer: “It doesn't.”, “It was not; the law …”, “They were wrong.”"""
        number = self.language.phrase_at(sentence.first)
        if number is None or self.language.phrases[number].pronoun is None:
            return False
        texts, lowers = self.tokens.texts, self.tokens.lowers
        places = range(sentence.first, min(sentence.last, sentence.first + _LONGEST_ANSWER))
        end = next((at for at in places if texts[at] in _STOPS), None)
        denies = self.facts.lexicon.union("denying-forms", "words-for-mistaken", "negations")
        return end is not None and not denies.isdisjoint(lowers[sentence.first : end])

    def _has_a_view(self, sentence: Sentence) -> bool:
        """Whether somebody with a name, or the writer, is the subject of what a sentence holds at once."""
        own = begun_between(self.language.clauses, sentence.start, sentence.end)
        clause = next((clause for clause in own if clause.kind == "main"), None)
        if clause is None or not _HOLDING & clause.classes or clause.subject is None:
            return False
        subject = self.language.phrases[clause.subject]
        writer = self.words("first-person-singular")
        return subject.first == sentence.first and (subject.proper or subject.pronoun in writer)
