"""Charges in the paper's own voice: somebody's fault, motive or character told as a fact, and nobody says it.

“The blaze was undoubtedly set by someone within the management”, “the driver had fallen asleep at the wheel”, “the
greedy owner”: libel law asks of such words who says them (McNae's Essential Law for Journalists, on defamation).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_TOLD = ("main", "relative", "subordinate")
_SAID = frozenset({"saying", "thinking"})
_WHO = frozenset({"person", "group"})


def find_charges(facts: Facts, answers: Answers) -> list[Claim]:
    """Every charge of an article in which nobody has been convicted, in order of place."""
    return sorted(_Charges(facts, answers).claims())


class _Charges:
    """The clauses and phrases of one article as charges."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words

    def claims(self) -> Iterator[Claim]:
        """The claims, each in a paragraph in which nobody is credited with anything."""
        yield from self._loaded()
        yield from self._guessed()
        yield from self._called()

    def _loaded(self) -> Iterator[Claim]:
        """“The greedy owner”: one man's character by an adjective."""
        for at in self.tokens.positions(self.words("blaming-adjectives")):
            phrase = self._phrase_of(at)
            if phrase is not None and self._is_one_known(phrase) and self._in_own_voice(at):
                yield self._claim(at, phrase.first, phrase.last)

    def _guessed(self) -> Iterator[Claim]:
        """“Undoubtedly set by someone within the management”: sure of what was done, and not of who did it.

        Or sure of what it was: “it was plainly a case of neglect”.
        """
        for at in self.tokens.positions(self.words("certainty-adverbs")):
            clause = self._clause_of(at)
            fault = self._fault_told(clause) if clause is not None else None
            if clause is not None and fault is not None and self._in_own_voice(at):
                yield self._claim(at, min(at, clause.first), max(at + 1, fault.last))
                continue
            doer = self._unknown_doer(clause) if clause is not None else None
            if clause is not None and doer is not None and self._in_own_voice(at):
                yield self._claim(at, min(at, clause.first), max(clause.last, doer.last))

    def _called(self) -> Iterator[Claim]:
        """“They are a family of criminals”: what somebody is, where nobody has been convicted."""
        criminal, lowers = self.words("criminal-nouns"), self.tokens
        if criminal.isdisjoint(self.language.lemmas) or not self.words("convicted-people").isdisjoint(lowers.index):
            return
        convicting = self.words("convicting-verbs")
        if any(clause.lemma in convicting and not clause.in_quote for clause in self.language.clauses):
            return
        for clause in self.language.clauses:
            if clause.attribute is None or clause.subject is None or clause.negated or clause.standing != "done":
                continue
            told, subject = self.language.phrases[clause.attribute], self.language.phrases[clause.subject]
            of = self.language.phrases[told.of].lemma if told.of is not None else ""
            if clause.kind != "main" or not {told.lemma, of} & criminal or clause.tense == "none":
                continue
            somebody = subject.pronoun in self.words("people-pronouns") or self._is_known(subject) or subject.proper
            if somebody and self._in_own_voice(clause.first):
                last = self.language.phrases[told.of].last if told.of is not None and of in criminal else told.last
                yield self._claim(clause.verb, clause.first, last)

    def _in_own_voice(self, at: int) -> bool:
        """Whether a token stands in prose outside quotations, in a paragraph that credits nobody."""
        start = self.tokens.starts[at]
        sentence = self.facts.sentence_at(start)
        if self.facts.in_quotation(start) or not self.answers.is_prose(sentence):
            return False
        block = self.facts.paragraphs[sentence.paragraph]
        return not self.answers.told_in(block.start, block.end)

    def _phrase_of(self, at: int) -> Phrase | None:
        number = self.language.phrase_at(at)
        if number is None:
            return None
        phrase = self.language.phrases[number]
        return phrase if at in phrase.modifiers else None

    def _is_one_known(self, phrase: Phrase) -> bool:
        """Whether a phrase means one person whom the article has told of: “the owner”, “its chairman”."""
        if "person" not in phrase.classes:
            return False
        return self._is_known(phrase) if not phrase.plural else self._is_of_a_body(phrase)

    def _is_of_a_body(self, phrase: Phrase) -> bool:
        """Whether people are those of a body that is known: “greedy engineers at the water authority”."""
        lowers, words = self.tokens.lowers, self.words
        at = phrase.last
        if at + 1 >= len(lowers) or lowers[at] not in words("doer-prepositions") | words("of-words"):
            return False
        number = self.language.phrase_at(at + 1)
        body = self.language.phrases[number] if number is not None else None
        known = body is not None and (body.proper or body.determiner in words("definite-words"))
        return (
            body is not None
            and known
            and (body.proper or "group" in body.classes or body.lemma in words("bodies-of-people"))
        )

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody whom the article has told of, or one of those: “one of the teachers”."""
        if phrase.of is not None and phrase.number == 1:
            return self._is_known(self.language.phrases[phrase.of])
        known = phrase.determiner in self.words("definite-words") or phrase.owner is not None
        return bool(_WHO & phrase.classes) and (known or phrase.proper)

    def _clause_of(self, at: int) -> Clause | None:
        """The clause of a token, where it tells of something as done."""
        number = self.language.clause_of(at)
        if number is None:
            number = self.language.clause_of(at - 1)
        clause = self.language.clauses[number] if number is not None else None
        return clause if clause is not None and self._told_as_done(clause) else None

    def _told_as_done(self, clause: Clause) -> bool:
        if clause.negated or clause.standing != "done" or clause.tense != "past" or clause.kind not in _TOLD:
            return False
        return not any(
            _SAID & other.classes and other.kind in _TOLD and other.verb != clause.verb
            for other in self.language.clauses
            if other.sentence == clause.sentence
        )

    def _fault_told(self, clause: Clause) -> Phrase | None:
        """The fault or the crime that a copula says something was: “a case of neglect”, “arson”."""
        told = self.language.phrases[clause.attribute] if clause.attribute is not None else None
        if told is None or clause.kind != "main":
            return None
        of = self.language.phrases[told.of] if told.of is not None else None
        wrong = self.facts.lexicon.union("blamed-traits", "crimes-by-noun")
        return next((phrase for phrase in (of, told) if phrase is not None and phrase.lemma in wrong), None)

    def _unknown_doer(self, clause: Clause) -> Phrase | None:
        """Whoever it must have been: “by someone within the management”, “somebody on the staff”."""
        phrases, lowers = self.language.phrases, self.tokens.lowers
        places = [clause.subject] if clause.voice == "active" else []
        places += [place for at, place in clause.obliques if lowers[at] in self.words("by-words")]
        by = clause.object is not None and lowers[phrases[clause.object].first - 1] in self.words("by-words")
        places += [clause.object] if by else []
        for place in places:
            if place is not None and lowers[phrases[place].head] in self.words("unknown-doers"):
                return phrases[place]
        return None

    def _claim(self, at: int, first: int, last: int) -> Claim:
        tokens = self.tokens
        start, end, word = tokens.starts[first], tokens.ends[last - 1], tokens.texts[at]
        block = self.facts.sentence_at(start).paragraph
        return Claim(start, end, "charge", None, word.lower(), None, None, False, None, 0, block)
