"""Nameless groups: people of a kind, none of them named, who hold something weighty to be so.

“Seismologists are sure that the next slip will take the road”, “dealers put it at a million”, “engineers give the wall
five years”: who holds it is a person's noun in the plural, and what is held could harm somebody or come true.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.facts.sourcing.nameless_voices import is_no_saying
from factlint.facts.sourcing.source_words import source_nouns
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase
    from factlint.lexicon import Lexicon

_HOLDING = frozenset({"saying", "thinking", "feeling"})
_PERSON = "person"
_JOINTS = frozenset({",", ";", ":"})
_KIN_BACK, _KIN_AHEAD = 3, 3  # sentences around in which one of the same trade is named
_TO_DEED = 4  # tokens between a verb and the deed that it promises
_OPENING = 8  # tokens of a sentence within which its subject begins


def find_papers(facts: Facts, answers: Answers) -> list[Claim]:
    """Every paper or test that nobody is said to have made, with something weighty that it shows, in order of place."""
    reader = _Groups(facts, answers)
    return sorted((*reader.papers(), *reader.sources_of_findings()))


def find_groups(facts: Facts, answers: Answers) -> list[Claim]:
    """Every nameless group with what it holds, in order of place."""
    return list(_Groups(facts, answers).claims())


@lru_cache(maxsize=4)
def _claiming(lexicon: Lexicon) -> frozenset[str]:
    """The verbs of those who claim or see into the dark."""
    return lexicon.words("dark-verbs").union(lexicon.table("claim-verbs").values())


class _Groups:
    """The subjects of one article's clauses as groups that hold something."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words
        self.grave = facts.lexicon.words("grave-words")
        self.claiming = _claiming(facts.lexicon)
        self.known_groups = source_nouns(facts.lexicon).heads

    def claims(self) -> Iterator[Claim]:
        """The claims of all subjects outside quotations."""
        for phrase in self.language.phrases:
            if phrase.role != "subject" or phrase.clause is None:
                continue
            clause = self.language.clauses[phrase.clause]
            judges = self._judges(clause)
            if not self._is_nameless(phrase, judges):
                continue
            sentence = self.facts.sentences[clause.sentence]
            if clause.in_quote or clause.tense == "none" or phrase.first > clause.first:
                continue
            if phrase.first > sentence.first + _OPENING or not self.answers.is_prose(sentence):
                continue
            if clause.kind == "relative" or self._is_named_between(phrase, clause):
                continue
            if is_no_saying(self.facts, clause):
                continue
            if (judges or self._holds(clause)) and self._is_weighty(clause, sentence.last):
                yield self._claim(phrase, clause)

    def papers(self) -> Iterator[Claim]:
        """“Tests have shown that the water holds lead”, “a confidential report calls the tunnel a death trap”."""
        nouns, showing = self.words("papers-and-tests"), self.words("verbs-of-papers")
        for phrase in self.language.phrases:
            if phrase.lemma not in nouns or phrase.role != "subject" or phrase.clause is None:
                continue
            clause = self.language.clauses[phrase.clause]
            sentence = self.facts.sentences[clause.sentence]
            if clause.lemma not in showing or clause.in_quote or clause.voice == "passive" or clause.tense == "none":
                continue
            if phrase.first > clause.first or not self.answers.is_prose(sentence) or clause.kind == "relative":
                continue
            if self._is_nobodys(phrase) and self._is_weighty(clause, sentence.last) and not self._is_led_up_to(phrase):
                yield self._paper(phrase, clause)

    def sources_of_findings(self) -> Iterator[Claim]:
        """“The figures are in a new report”, “the findings come from a survey”: a paper of which no maker is told."""
        nouns, findings = self.words("papers-with-findings"), self.words("findings-nouns")
        for clause in self.language.clauses:
            subject = self.language.phrases[clause.subject] if clause.subject is not None else None
            if subject is None or subject.lemma not in findings or clause.in_quote or clause.kind != "main":
                continue
            if subject.owner is not None or subject.of is not None or clause.standing != "done" or clause.negated:
                continue
            sentence = self.facts.sentences[clause.sentence]
            for _, place in clause.obliques[:1]:
                paper = self.language.phrases[place]
                nobodys = paper.lemma in nouns and paper.determiner is not None and self._is_nobodys(paper)
                if nobodys and paper.of is None and self.answers.is_prose(sentence) and not self._names(sentence):
                    yield self._paper(paper, clause)

    def _names(self, sentence: Sentence) -> bool:
        """Whether a name stands in a sentence."""
        return any(self.answers.is_name(at, at == sentence.first) for at in range(sentence.first + 1, sentence.last))

    def _is_led_up_to(self, phrase: Phrase) -> bool:
        """Whether those who had it made stand in the sentence before, in its paragraph, or a title right before."""
        sentence = self.facts.sentences[phrase.sentence]
        if phrase.first > sentence.first and not self.tokens.texts[phrase.first - 1][0].isalnum():
            return self.tokens.texts[phrase.first - 1] not in _JOINTS
        before = self.facts.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.paragraph != sentence.paragraph:
            return False
        return any(self.answers.is_name(at, at == before.first) for at in range(before.first, before.last))

    def _is_nobodys(self, phrase: Phrase) -> bool:
        """Whether a phrase names no maker and takes up nothing told before."""
        if phrase.proper or phrase.owner is not None or phrase.apposition_of is not None:
            return False
        if phrase.determiner is not None and phrase.determiner not in self.words("open-determiners"):
            return False
        bodies = self.words("institution-modifiers")
        if self.tokens.lowers[phrase.last : phrase.last + 1] and self.tokens.lowers[phrase.last] in self.words(
            "by-words"
        ):
            return False  # “tests by the county laboratory”
        return not any(
            self.answers.is_name(at, at == phrase.first) or self.tokens.lowers[at] in bodies for at in phrase.modifiers
        )

    def _paper(self, phrase: Phrase, clause: Clause) -> Claim:
        tokens, sentence, answers = self.tokens, self.facts.sentences[clause.sentence], self.answers
        first, last = min(phrase.first, clause.first), max(phrase.last, clause.last)
        named = None
        if (
            answers.made_by(sentence, phrase.head, last)
            or answers.maker_follows(sentence, last)
            or answers.in_sentence(sentence, first, last)
        ):
            named = "sentence"
        elif answers.makers_near(sentence) or answers.kindred(sentence, frozenset((phrase.lemma,)), 1, _KIN_AHEAD):
            named = "near"
        named = named or answers.later_in_paragraph(sentence)
        start, end, head = tokens.starts[first], tokens.ends[last - 1], tokens.lowers[phrase.head]
        verb = tokens.texts[clause.verb]
        return Claim(start, end, "research", "subject", head, verb, named, False, None, 0, sentence.paragraph)

    # ------------------------------------------------------------------------------------------------- who holds it

    def _judges(self, clause: Clause) -> bool:
        """Whether a clause says what somebody is: “described him as a bully”, “called Ann Roe a cheat”."""
        if clause.lemma not in self.words("naming-verbs") or clause.object is None or clause.voice == "passive":
            return False
        judged = self.language.phrases[clause.object]
        things = self.words("pronouns-for-what-was-told")
        return judged.proper or (judged.pronoun is not None and judged.pronoun not in things)

    def _is_nameless(self, phrase: Phrase, judging: bool = False) -> bool:
        """Whether a phrase means people of a kind, and nobody told before: “veterans of the trade”, “no biologist”.

        Where they are `judging` somebody, members and staff are such people as well.
        """
        words = self.words
        if self.tokens.lowers[phrase.head] in self.facts.lexicon.taken_away:
            return False
        if phrase.proper or phrase.pronoun or phrase.owner is not None or phrase.apposition_of is not None:
            return False
        none = phrase.determiner in words("none-determiners")
        if not (phrase.plural or none) or (phrase.lemma in words("bodies-of-people") and not judging):
            return False
        if phrase.lemma in words("people-of-office") or self.answers.is_name(phrase.head, True):
            return False
        if not none and phrase.determiner is not None and phrase.determiner not in words("open-determiners"):
            return False
        people = _PERSON in phrase.classes or (phrase.lemma in words("people-by-figure") and bool(phrase.modifiers))
        return people and not any(self.answers.is_name(at, at == phrase.first) for at in phrase.modifiers)

    def _is_named_between(self, phrase: Phrase, clause: Clause) -> bool:
        """Whether a name, or a body that can be asked, stands before the verb: “economists at Lund Bank”."""
        between = range(phrase.last, clause.first)
        bodies = self.words("institution-modifiers")
        return any(self.answers.is_name(at) or self.tokens.lowers[at] in bodies for at in between) or any(
            self.tokens.lowers[at] in bodies for at in phrase.modifiers
        )

    # ------------------------------------------------------------------------------------------------- what is held

    def _holds(self, clause: Clause) -> bool:
        """Whether a clause tells what its subject holds to be so, and not what it does, asks or tells of itself."""
        if clause.voice == "passive" or not self.answers.says_of_others(clause.last) or self._undertakes(clause):
            return False
        if self.language.tags[clause.last : clause.last + 1] == ["AUX"]:
            return False  # “people at the times listed may have been seen”: the verb is still to come
        if clause.predicate is not None or clause.lemma in self.words("passive-auxiliaries"):
            return self._is_of_mind(clause)
        if clause.lemma in self.words("valuing-verbs") and clause.object is not None:
            return self._has_number(clause)
        if clause.lemma in self.words("seeing-into-verbs"):
            return clause.object is not None and not clause.negated
        if self._has_content(clause):
            holds = bool(_HOLDING & clause.classes) and clause.lemma not in self.words("verbs-of-no-claim")
            return holds or clause.lemma in self.claiming
        if clause.lemma in self.words("telling-of-verbs"):
            return not self.words("of-words").isdisjoint(self.tokens.lowers[clause.last : clause.last + 1])
        return clause.lemma in self.claiming and not self._is_told_to_somebody(clause)

    def _undertakes(self, clause: Clause) -> bool:
        """Whether a group says what it will do itself: “creditors agreed on Friday to suspend the payments”."""
        if clause.object is not None:
            return False
        own = begun_between(self.language.clauses, clause.start, self.facts.sentences[clause.sentence].end)
        behind = (other for other in own if other.first >= clause.last)
        following = next(behind, None)
        near = following is not None and following.first - clause.last <= _TO_DEED
        return near and following is not None and following.kind == "infinitive"

    def _has_content(self, clause: Clause) -> bool:
        """Whether what is held is told in a clause of its own right behind the verb."""
        end = clause.last
        heard = self.language.phrases[clause.object] if clause.object is not None else None
        if heard is not None and heard.pronoun is not None and heard.first == end:
            end = heard.last  # “will tell you”
        if not self.words("source-that-words").isdisjoint(self.tokens.lowers[end : end + 1]):
            return True
        number = self.language.clause_of(end)
        after = self.language.clauses[number] if number is not None else None
        return after is not None and after is not clause and after.kind == "subordinate" and after.first > end

    def _is_told_to_somebody(self, clause: Clause) -> bool:
        """Whether the object is one to whom it is told: “told reporters”, “alerted him”."""
        thing = self.language.phrases[clause.object] if clause.object is not None else None
        return thing is not None and thing.pronoun is not None

    def _is_of_mind(self, clause: Clause) -> bool:
        """“Are sure that”, “are in no doubt that”, “are of the opinion that”."""
        lowers = self.tokens.lowers
        if clause.predicate is not None:
            return lowers[clause.predicate] in self.words("states-of-mind")
        thoughts = (self.language.phrases[number] for at, number in clause.obliques if at == clause.last)
        return any("thought" in phrase.classes and phrase.last < len(lowers) for phrase in thoughts)

    def _has_number(self, clause: Clause) -> bool:
        """“Put its value at a million”, “give the wall five years”."""
        last = self.facts.sentences[clause.sentence].last
        numbers = self.words("rough-numbers")
        places = range(clause.last, last)
        return any(self.language.tags[at] == "NUM" or self.tokens.lowers[at] in numbers for at in places)

    def _is_weighty(self, clause: Clause, last: int) -> bool:
        """Whether what is held does harm, values something or tells what will come."""
        lemmas, lowers, words = self.language.lemmas, self.tokens.lowers, self.words
        if clause.lemma in words("dark-verbs") | words("valuing-verbs") | words("seeing-into-verbs"):
            return True
        subject = self.language.phrases[clause.subject] if clause.subject is not None else None
        if any(lemmas[at] in self.grave or lowers[at] in self.grave for at in range(clause.last, last)):
            return True
        if subject is not None and self.known_groups.get(lowers[subject.head]) == "group":
            return False  # who was there, and can be asked
        return not words("words-of-what-comes").isdisjoint(lowers[clause.last : last])

    def _claim(self, phrase: Phrase, clause: Clause) -> Claim:
        tokens, sentence = self.tokens, self.facts.sentences[clause.sentence]
        first, last = phrase.first, clause.last
        head = tokens.lowers[phrase.head]
        named = "sentence" if self.answers.in_sentence(sentence, first, last) else None
        if named is None and self.answers.kindred(sentence, frozenset((phrase.lemma, head)), _KIN_BACK, _KIN_AHEAD):
            named = "near"
        named = named or self.answers.around(sentence)
        start, end = tokens.starts[first], tokens.ends[last - 1]
        quotes = self.answers.quoted_by(start, end)
        verb = tokens.texts[clause.verb]
        return Claim(start, end, "people", "subject", head, verb, named, quotes, None, 0, sentence.paragraph)
