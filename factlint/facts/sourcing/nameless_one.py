"""One without a name: a single person, or “those who …”, who says something grave and is nobody in particular.

“One official conceded that the figures had been doctored”, “a source at the ministry told this newspaper”, “those who
worked with her describe a bully”, “a producer, who would give no name, said”.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_SAYING, _PERSON = "saying", "person"
_TOLD = frozenset({"main", "relative"})
_KIN_AHEAD = 3  # sentences behind in which he may be named after all
_DENIED = 7  # tokens before “name” within which it is told that it is not given
_REASON = 45  # tokens behind a hidden name within which the reason stands
_WHO = 12  # tokens before it within which the one stands whose name it is


def find_grave_ones(facts: Facts, answers: Answers) -> list[Claim]:
    """Every nameless one who says something grave, and “those who” say anything of another, in order of place."""
    return list(_Ones(facts, answers).claims())


def find_withheld(facts: Facts, answers: Answers) -> list[Claim]:
    """Every name that one who says something would not give, with the word that begins to say why."""
    return list(_Ones(facts, answers).withheld())


class _Ones:
    """The subjects of one article's clauses as people without names."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words
        self.grave = facts.lexicon.union("grave-words", "dishonest-verbs", "offending-verbs")
        self.by_sentence: dict[int, list[Clause]] = {}
        for clause in self.language.clauses:
            self.by_sentence.setdefault(clause.sentence, []).append(clause)

    # ------------------------------------------------------------------------------------------------ who says it

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses of saying outside quotations."""
        for number, clause in enumerate(self.language.clauses):
            if _SAYING not in clause.classes or clause.in_quote or clause.voice == "passive" or clause.negated:
                continue
            if (
                clause.standing == "possible"
                or clause.tense in ("none", "future")
                or clause.lemma in self.words("verbs-of-no-claim")
            ):
                continue
            if clause.lemma in self.words("verbs-of-own-account") or not self._is_of_another(clause):
                continue
            sentence = self.facts.sentences[clause.sentence]
            if not self.answers.is_prose(sentence):
                continue
            first = self._those(number, clause)
            if first is not None:
                yield self._claim(clause, "people", first, clause.last, None)
            elif (one := self._one(clause)) is not None and (self._is_grave(clause) or self._is_bare(one, clause)):
                yield self._claim(clause, "unnamed", one.first, max(clause.last, one.last), one)

    def _one(self, clause: Clause) -> Phrase | None:
        """The subject where it is “a source”, “one official”, “a member of the choir”."""
        phrase = self.language.phrases[clause.subject] if clause.subject is not None else None
        if phrase is None or clause.kind not in _TOLD or phrase.plural or phrase.proper or phrase.owner is not None:
            return None
        noun = self._noun(phrase)
        row = self.tokens.lowers[phrase.first : phrase.last + 1]
        if phrase.determiner not in self.words("indefinite-articles") and phrase.number != 1:
            return None
        if noun is None or not self.words("spoken-for").isdisjoint(row):
            return None
        bodies = frozenset() if noun in self.words("veiled-heads") else self.words("institution-modifiers")
        beside = (
            *phrase.modifiers,
            *range(phrase.last + (noun != phrase.lemma), clause.first),
        )  # “an inspector of the Mines Authority”
        opening = self.facts.sentences[phrase.sentence].first
        if any(self.answers.is_name(at, at == opening) or self.tokens.lowers[at] in bodies for at in beside):
            return None
        sentence = self.facts.sentences[phrase.sentence]
        if sentence.paragraph == self.answers.lead and self._is_named_next(sentence.number + 1):
            return None  # the lead says “an accountant”, and what follows begins with her name
        if self.answers.named_behind(phrase.last) or self.answers.kindred(sentence, frozenset((noun,)), 1, _KIN_AHEAD):
            return None
        return phrase

    def _is_named_next(self, number: int) -> bool:
        """Whether a sentence begins with somebody's full name, who has not been named before."""
        if number >= len(self.facts.sentences):
            return False
        start = self.facts.sentences[number].start
        return any(one.start == start and one.first and one.form == "full" for one in self.facts.mentions)

    def _is_bare(self, phrase: Phrase, clause: Clause) -> bool:
        """Whether nothing at all is told of the one: “an official said”, “one doctor told us”."""
        told = phrase.last - phrase.first - (phrase.determiner is not None or phrase.number == 1)
        last = phrase.last + (told == 0)  # of “one official” the word behind the number too
        return (
            told <= 1 and (last == clause.first or phrase.first >= clause.last) and not self._is_aside(phrase, clause)
        )

    def _is_aside(self, phrase: Phrase, clause: Clause) -> bool:
        """Whether one only remarks on something between commas: “it can, an engineer pointed out, be read”."""
        texts, tags = self.tokens.texts, self.language.tags
        behind = clause.last + (tags[clause.last : clause.last + 1] == ["ADP"])
        near = texts[behind : behind + 1] == [","]
        opened = phrase.first > 0 and texts[phrase.first - 1] == ","
        return opened and near and phrase.first < clause.first

    def _noun(self, phrase: Phrase) -> str | None:
        """The noun for a person that a phrase has: of “one official” the word behind the number too."""
        if _PERSON in phrase.classes or phrase.lemma in self.words("veiled-heads"):
            return phrase.lemma
        behind = self.tokens.lowers[phrase.last : phrase.last + 1]
        person = behind and _PERSON in self.language.words.noun_classes(behind[0])
        return behind[0] if phrase.number == 1 and phrase.last - phrase.first == 1 and person else None

    def _those(self, number: int, clause: Clause) -> int | None:
        """The first token of “those who worked with her”, where the clause is what they say."""
        before = self.language.clauses[number - 1] if number else None
        if before is None or before.kind != "relative" or before.sentence != clause.sentence:
            return None
        if before.last > clause.first or clause.shared:
            return None
        who = self.language.phrases[before.subject] if before.subject is not None else None
        if who is None or who.first == 0 or self.tokens.lowers[who.first] not in self.words("relative-words"):
            return None
        first = who.first - 1
        if self.tokens.lowers[first] not in self.words("words-for-those"):
            return None
        subject = self.language.phrases[clause.subject] if clause.subject is not None else who
        if subject.first > who.first and subject.pronoun in self.words("subject-pronouns"):
            return None  # “those who owe much struggle, he said”
        opens = first == self.facts.sentences[clause.sentence].first or self.tokens.texts[first - 1] == ","
        return first if opens and self.answers.says_of_others(clause.last) else None

    # ----------------------------------------------------------------------------------------------- what is said

    def _is_of_another(self, clause: Clause) -> bool:
        """Whether what is said is not the one's own story: “told reporters that he tried to save him”."""
        own = self.words("self-words") | self.words("speaker-pronouns-personal")
        behind = self.by_sentence[clause.sentence]
        told = next((other for other in behind if other.first >= clause.last and other.subject is not None), None)
        said = self.language.phrases[told.subject] if told is not None and told.subject is not None else None
        if said is None or said.pronoun is None or said.pronoun not in own:
            return True
        return said.start in self._of_the_named

    @cached_property
    def _of_the_named(self) -> frozenset[int]:
        """Where the pronouns stand that mean somebody with a name."""
        return frozenset(pronoun.start for pronoun in self.facts.pronouns if pronoun.person is not None)

    def _is_grave(self, clause: Clause) -> bool:
        """Whether what is said behind a verb, in a clause of its own or as its object, does harm."""
        last, lemmas, lowers = self.facts.sentences[clause.sentence].last, self.language.lemmas, self.tokens.lowers
        if self.facts.is_quoted(min(clause.last, len(self.tokens) - 1)):
            return False
        return any(lemmas[at] in self.grave or lowers[at] in self.grave for at in range(clause.last, last))

    def _claim(self, clause: Clause, kind: str, first: int, last: int, phrase: Phrase | None) -> Claim:
        sentence, answers, tokens = self.facts.sentences[clause.sentence], self.answers, self.tokens
        named = "sentence" if answers.in_sentence(sentence, first, last) else None
        if kind == "people":
            named = named or answers.around(sentence)
        head = tokens.lowers[phrase.head] if phrase is not None else None
        start, end, verb = tokens.starts[first], tokens.ends[last - 1], tokens.texts[clause.verb]
        return Claim(start, end, kind, "subject", head, verb, named, False, None, 0, sentence.paragraph)

    # --------------------------------------------------------------------------------------------- names not given

    def withheld(self) -> Iterator[Claim]:
        """“A producer, who would give no name, said”, “a neighbour who did not want her name in the paper”."""
        tokens, lowers = self.tokens, self.tokens.lowers
        refusing, reasons = self.words("words-for-withholding"), self.words("anonymity-reasons")
        for at in tokens.positions(self.words("words-for-a-name")):
            sentence = self.facts.sentence_of(at)
            low = max(sentence.first, at - _DENIED)
            first = next((to for to in range(at - 1, low - 1, -1) if lowers[to] in refusing), -1)
            if first < 0 or not self.answers.is_prose(sentence) or self.facts.is_quoted(at):
                continue
            owned = at and lowers[at - 1] in self.words("words-before-own-name")
            if not owned or not self._is_of_one(max(sentence.first, first - _WHO), first):
                continue
            behind = range(at + 1, min(sentence.last, at + _REASON))
            reason = next((tokens.texts[to] for to in behind if lowers[to] in reasons), None)
            yield Claim(
                tokens.starts[first], tokens.ends[at], "anonymity", None, None, None, None, False, reason, 0,
                sentence.paragraph,
            )  # fmt: skip

    def _is_of_one(self, first: int, last: int) -> bool:
        """Whether somebody without a name stands among the tokens, and says something in the sentence."""
        number = self.language.clause_of(last)
        sentence = self.language.clauses[number].sentence if number is not None else -1
        saying = {"saying", "thinking"}
        said = any(
            saying & clause.classes and clause.verb != self.language.clauses[number].verb
            for clause in self.language.clauses
            if number is not None and clause.sentence == sentence
        )
        places = {place for at in range(first, last) if (place := self.language.phrase_at(at)) is not None}
        ones = (self.language.phrases[place] for place in places)
        articles = self.words("indefinite-articles")
        return said and any(
            not one.proper and not one.plural and one.determiner in articles and self._noun(one) for one in ones
        )
