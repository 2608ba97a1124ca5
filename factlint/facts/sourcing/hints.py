"""Hints: what comes to light by itself, what people have it, whom nobody in particular calls what, films by nobody.

“It has emerged that he drugged her”, “many in town have it that”, “a member of the orchestra called the plan a crime”,
“a film doing the rounds shows”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_OPENING = 6  # words of a subject before its verb


def find_hints(facts: Facts, answers: Answers) -> list[Claim]:
    """Every hint outside quotations, in order of place."""
    return list(_Hints(facts, answers).claims())


class _Hints:
    """The clauses of one article as hints."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses, then the films."""
        emerging, having, judging = (self.words(name) for name in ("emerging-verbs", "having-verbs", "judging-verbs"))
        for clause in self.language.clauses:
            if clause.in_quote or clause.negated or clause.kind == "infinitive":
                continue
            if clause.voice == "passive":
                if clause.lemma in self.words("whispering-verbs") and (claim := self._whispered(clause)) is not None:
                    yield claim
                continue
            if clause.lemma in self.words("facing-verbs"):
                claim = self._faced(clause)
            elif clause.lemma in emerging:
                claim = self._emerged(clause)
            elif clause.lemma in having:
                claim = self._had(clause)
            else:
                claim = self._judged(clause) if clause.lemma in judging else None
            if claim is not None:
                yield claim
        yield from self._films()

    def _emerged(self, clause: Clause) -> Claim | None:
        """“It has emerged that”: it came to light, and nobody brought it there."""
        if clause.subject is None or clause.kind != "main":
            return None
        if self._word(clause.last) not in self.words("source-that-words"):
            return None
        subject = self.language.phrases[clause.subject]
        if subject.pronoun not in self.words("impersonal-pronouns"):
            return None
        block = self.facts.paragraphs[self.facts.sentences[clause.sentence].paragraph]
        told = self.answers.told_in(block.start, block.end) or self.answers.quoted_in(block.start, block.end)
        return self._claim(clause, "impersonal", subject.first, clause.last, "paragraph" if told else None)

    def _whispered(self, clause: Clause) -> Claim | None:
        """“The name of the conductor is being whispered”: in nobody's ear."""
        sentence = self.facts.sentences[clause.sentence]
        if clause.subject is None or not self.words("by-words").isdisjoint(
            self.tokens.lowers[clause.last : min(sentence.last, clause.last + _OPENING)]
        ):
            return None
        return self._claim(clause, "rumour", clause.first, clause.last, None)

    def _faced(self, clause: Clause) -> Claim | None:
        """“The president has faced scrutiny for it”: whose?"""
        if clause.subject is None or clause.object is None or clause.kind != "main":
            return None
        thing, sentence = self.language.phrases[clause.object], self.facts.sentences[clause.sentence]
        owned = thing.owner is not None or thing.of is not None or thing.determiner in self.words("definite-words")
        if thing.lemma not in self.words("criticism-nouns") or owned or clause.standing != "done":
            return None
        if any(self.language.tags[at] == "NOUN" for at in thing.modifiers):
            return None  # “media criticism”
        behind = self.tokens.lowers[thing.last : sentence.last]
        if not self.words("doers-of-criticism").isdisjoint(behind) or self.answers.around(sentence):
            return None
        return self._claim(clause, "raised", clause.first, thing.last, None)

    def _had(self, clause: Clause) -> Claim | None:
        """“Many in town have it that”: not what legend has."""
        that = self._word(clause.last) in self.words("impersonal-pronouns")
        if not that or self._word(clause.last + 1) not in self.words("source-that-words"):
            return None
        first = self.facts.sentences[clause.sentence].first
        if clause.first - first > _OPENING:
            first = clause.first
        before = range(first, clause.first)
        if any(self.answers.is_name(at, at == first) for at in before):
            return None
        if not self.words("old-tellers").isdisjoint(self.tokens.lowers[first : clause.first]):
            return None
        return self._claim(clause, "rumour", first, clause.last + 1, None)

    def _judged(self, clause: Clause) -> Claim | None:
        """“A member of the orchestra called the plan a crime”: one person without a name, and what he calls it."""
        if clause.subject is None or clause.kind != "main" or clause.tense == "none" or clause.object is None:
            return None
        subject = self.language.phrases[clause.subject]
        if not self._is_anybody(subject) or subject.first > clause.first:
            return None
        end = self.language.phrases[subject.of].last if subject.of is not None else subject.last
        sentence = self.facts.sentences[clause.sentence]
        named = self.answers.named_behind(end) or self.answers.kindred(sentence, frozenset((subject.lemma,)), 0, 3)
        if named or any(self.answers.is_name(at) for at in range(subject.last, clause.first)):
            return None
        if self.facts.is_quoted(min(clause.last, len(self.tokens) - 1)):
            return None  # whose words these are is asked where the quote stands
        behind = self.language.phrases[clause.object].last
        if clause.lemma in self.words("naming-verbs") and not self.words("to-words").isdisjoint(
            self.tokens.lowers[behind : behind + 1]
        ):
            return None  # “called the two sides to a meeting”
        return self._claim(clause, "unnamed", subject.first, end, None)

    def _is_anybody(self, phrase: Phrase) -> bool:
        """Whether a phrase is “a member of”, “one guest”: a person, and nobody who speaks by office."""
        one = self.language.phrases[phrase.of] if phrase.of is not None and phrase.number == 1 else phrase
        if phrase.plural or phrase.proper or phrase.owner is not None or "person" not in one.classes or one.proper:
            return False
        if phrase.determiner not in self.words("open-determiners") and phrase.number != 1:
            return False
        return self.words("spoken-for").isdisjoint(self.tokens.lowers[phrase.first : phrase.last])

    def _films(self) -> Iterator[Claim]:
        """“A film doing the rounds shows”: something to be seen, and nobody who took or posted it."""
        behind = dict(self.tokens.phrases(self.facts.lexicon.phrases("passing-phrases")))
        for phrase in self.language.phrases if behind else ():
            last = behind.get(phrase.last)
            if last is None or phrase.lemma not in self.words("film-nouns") or phrase.proper or phrase.role == "object":
                continue
            if phrase.determiner is not None and phrase.determiner not in self.words("open-determiners"):
                continue
            sentence = self.facts.sentences[phrase.sentence]
            start, end = self.tokens.starts[phrase.first], self.tokens.ends[last - 1]
            if phrase.owner is not None or not self.answers.is_prose(sentence) or self.facts.in_quotation(start):
                continue
            if self.answers.in_sentence(sentence, phrase.first, last) or self._taken_by_somebody(last, sentence.last):
                continue
            head = self.tokens.lowers[phrase.head]
            yield Claim(start, end, "post", "subject", head, None, None, False, None, 0, sentence.paragraph)

    def _taken_by_somebody(self, first: int, last: int) -> bool:
        """Whether “by”, “from” … leads on to who took it."""
        makers = self.words("maker-prepositions")
        return any(
            self.tokens.lowers[at] in makers
            and any(self.answers.is_name(name) for name in range(at + 1, min(last, at + _OPENING)))
            for at in range(first, min(last - 1, first + 2 * _OPENING))
        )

    def _word(self, at: int) -> str:
        return self.tokens.lowers[at] if at < len(self.tokens) else ""

    def _claim(self, clause: Clause, kind: str, first: int, last: int, named: str | None) -> Claim | None:
        sentence = self.facts.sentences[clause.sentence]
        if not self.answers.is_prose(sentence):
            return None
        if named is None and kind != "unnamed" and self.answers.in_sentence(sentence, first, last):
            named = "sentence"
        start, end, verb = self.tokens.starts[first], self.tokens.ends[last - 1], self.tokens.texts[clause.verb]
        return Claim(start, end, kind, None, None, verb, named, False, None, 0, sentence.paragraph)
