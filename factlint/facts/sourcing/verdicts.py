"""Verdicts before the verdict: what somebody is tried for, or denies, told as done in the article's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence
    from factlint.facts.sourcing.named_sources import Answers
    from factlint.language.model import Clause, Phrase

_DONE = "done"
_GOES_ON = 3  # sentences behind a charge in which “he” may still be the one who is charged
_TOLD = ("main", "relative", "subordinate")
_SAID = frozenset({"saying", "thinking"})


def find_verdicts(facts: Facts, answers: Answers) -> list[Claim]:
    """Every offence that is told as done of a person who is still accused of one, in order of place.

    Media law's oldest rule: until a verdict, it is alleged (McNae's Essential Law for Journalists, on contempt and
    libel). An article that tells of a conviction, or of a confession, is left alone.
    """
    return list(_Court(facts, answers).claims())


class _Court:
    """The clauses of one article with the people they are about."""

    def __init__(self, facts: Facts, answers: Answers) -> None:
        self.facts, self.answers, self.tokens = facts, answers, facts.tokens
        self.language, self.words = facts.language, facts.lexicon.words

    def claims(self) -> Iterator[Claim]:
        """The claims of all clauses, where somebody is accused and nobody convicted."""
        if self._settled():
            return
        yield from self._dishonesty()
        yield from self._named_for_it()
        if self.facts.lexicon.union("accusing-forms", "held-forms").isdisjoint(self.tokens.index):
            return
        people = self._by_token()
        accused = {who for clause in self.language.clauses if (who := self._accused(clause, people)) is not None}
        nameless = [clause for clause in self.language.clauses if self._accuses_nameless(clause, people)]
        for clause in self.language.clauses if accused or nameless else ():
            if not self._offends(clause) or not self._is_told_as_done(clause):
                continue
            whom = self._whom(clause, people)
            if whom in accused or any(self._takes_up(clause, whom, charge) for charge in nameless):
                yield self._claim(clause)

    def _dishonesty(self) -> Iterator[Claim]:
        """What only a rogue does, told as done of somebody whom readers know, and nobody in its paragraph says it."""
        dishonest = self.words("dishonest-verbs")
        for clause in self.language.clauses:
            if clause.lemma not in dishonest and not self._hides(clause):
                continue
            if clause.subject is None or not self._is_told_as_done(clause):
                continue
            if self._is_somebody(clause) and self._unsaid(clause):
                yield self._claim(clause)

    def _named_for_it(self) -> Iterator[Claim]:
        """“The killer was led to the van”: the one who is charged, by a noun that is the verdict."""
        nouns, words = self.words("offenders-by-noun"), self.words
        if nouns.isdisjoint(self.language.lemmas):
            return
        open_ = [clause for clause in self.language.clauses if self._opens_a_case(clause)]
        several = any(self._is_of_several(clause) for clause in open_)
        uncertain = words("event-conditions")
        for clause in self.language.clauses if open_ else ():
            if clause.start < open_[0].start or clause.in_quote or clause.negated or clause.standing != _DONE:
                continue
            if clause.tense != "past" or clause.lemma in words("offender-seeking-verbs"):
                continue
            sentence = self.facts.sentences[clause.sentence]
            for place in (clause.subject, clause.object):
                phrase = self.language.phrases[place] if place is not None else None
                if phrase is None or phrase.lemma not in nouns or phrase.of is not None:
                    continue
                if phrase.plural and (not several or phrase.sentence - open_[0].sentence > _GOES_ON):
                    continue
                one = phrase.determiner in words("definite-articles") and self.answers.is_prose(sentence)
                if phrase.first and self.tokens.lowers[phrase.first - 1] in uncertain:
                    continue  # “looking into whether the hacker had read them”
                # “Crowds shouted as the killer was led away”: what they shout is another thing
                if one and (clause.kind == "subordinate" or not self._credited(sentence, clause)):
                    yield self._about(phrase.start, phrase.end, clause)

    def _opens_a_case(self, clause: Clause) -> bool:
        """Whether a clause tells that somebody has been charged or held, or pleads not guilty."""
        if clause.negated or clause.standing != _DONE:
            return False
        held = clause.lemma in self.facts.lexicon.union("charging-verbs", "arresting-verbs")
        pleads = clause.lemma in self.words("pleading-verbs") and not self._pleads_guilty(clause)
        return pleads or (held and clause.voice == "passive")

    def _is_of_several(self, clause: Clause) -> bool:
        return clause.subject is not None and self.language.phrases[clause.subject].plural

    def _hides(self, clause: Clause) -> bool:
        """Whether a clause tells of losses, evidence or the like that somebody hid."""
        if clause.lemma not in self.words("hiding-verbs") or clause.object is None:
            return False
        return self.language.phrases[clause.object].lemma in self.words("hidden-things")

    def _is_somebody(self, clause: Clause) -> bool:
        """Whether a clause tells of one whom readers know, and does it to somebody or something of another's."""
        if clause.subject is None:
            return False
        subject = self.language.phrases[clause.subject]
        if clause.object is None and not self._taken_up(clause):
            return False
        known = subject.proper or subject.determiner in self.words("definite-words") or subject.owner is not None
        people = {"person", "group"} & subject.classes or subject.proper
        return known and bool(people)

    def _credited(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether the sentence lays what a clause tells to somebody, and does not only tell whom he asked for it."""
        if not self.answers.in_sentence(sentence, clause.first, clause.last):
            return False
        if not self._taken_up(clause):
            return True
        return any(self._says(other) for other in self.language.clauses if other.sentence == clause.sentence)

    def _says(self, clause: Clause) -> bool:
        """Whether a clause tells what is said in a clause of its own, and does not only ask for something."""
        if clause.object is not None or clause.obliques:
            return False
        return bool(_SAID & clause.classes)

    def _taken_up(self, clause: Clause) -> bool:
        """Whether “which” before the subject takes up what is acted on: “the log, which the contractor forged”."""
        if clause.subject is None or not (first := self.language.phrases[clause.subject].first):
            return False
        return self.tokens.lowers[first - 1] in self.facts.lexicon.union("relative-words", "relative-things")

    def _unsaid(self, clause: Clause) -> bool:
        """Whether nobody is credited in the paragraph of a clause."""
        block = self.facts.paragraphs[self.facts.sentences[clause.sentence].paragraph]
        return not self.answers.credited(block.start, block.end) and not self.answers.quoted_by(block.start, block.end)

    def _by_token(self) -> dict[int, int]:
        """The tokens of each mention and pronoun → where the person is first named."""
        tokens = self.tokens
        found: dict[int, int] = {}
        for mention in self.facts.mentions:
            if mention.person is not None:
                first, last = tokens.span(mention.start, mention.end)
                found.update(dict.fromkeys(range(first, last), mention.person.start))
        for pronoun in self.facts.pronouns:
            if pronoun.person is not None:
                found[tokens.at(pronoun.start)] = pronoun.person.start
        return found

    def _settled(self) -> bool:
        """Whether the article tells of a conviction or a confession."""
        language, lowers = self.language, self.tokens.lowers
        for clause in language.clauses:
            if clause.negated or clause.standing not in (_DONE, "reported"):
                continue
            guilty = clause.lemma in self.words("pleading-verbs") and self._pleads_guilty(clause)
            if guilty or clause.lemma in self.words("convicting-verbs"):
                return True
        return not self.words("convicted-people").isdisjoint(lowers)

    def _pleads_guilty(self, clause: Clause) -> bool:
        behind = self.tokens.lowers[clause.last : clause.last + 3]
        guilty = self.words("guilty-words")
        return any(word in guilty for word in behind) and self.words("negations").isdisjoint(behind)

    def _accused(self, clause: Clause, people: dict[int, int]) -> int | None:
        """Whom a clause tells to be accused, or to deny it; or whom the police hold, or the prosecutors charge."""
        held = self.facts.lexicon.union("charging-verbs", "arresting-verbs")
        if clause.voice == "active" and clause.object is not None and clause.lemma in held:
            done = not clause.negated and clause.standing == _DONE
            return self._named_in(self.language.phrases[clause.object], people) if done else None
        who = self._whom(clause, people)
        if who is None:
            return None
        denies = clause.lemma in self.words("denying-verbs") and (clause.object is not None or clause.within is None)
        charged = clause.voice == "passive" and clause.lemma in held
        pleads = clause.lemma in self.words("pleading-verbs") and not self._pleads_guilty(clause)
        tried = any(
            self.language.phrases[place].lemma in self.words("trial-nouns")
            for place in (clause.object, *self._stood_in(clause))
            if place is not None
        )
        return who if denies or charged or pleads or tried else None

    def _stood_in(self, clause: Clause) -> Iterator[int]:
        """What a clause has somebody stand in: “in the dock”, “on trial”; not what he is told at, “at the count”."""
        before = self.words("prepositions-before-trials")
        return (place for at, place in clause.obliques if self.tokens.lowers[at] in before)

    def _accuses_nameless(self, clause: Clause, people: dict[int, int]) -> bool:
        """Whether a clause tells somebody whom it does not name to be accused: “a carer has been charged”."""
        if clause.subject is None or clause.negated or clause.in_quote or self._whom(clause, people) is not None:
            return False
        subject = self.language.phrases[clause.subject]
        if "person" not in subject.classes or subject.pronoun is not None or clause.standing != _DONE:
            return False
        charged = clause.voice == "passive" and clause.lemma in self.facts.lexicon.union(
            "charging-verbs", "arresting-verbs"
        )
        pleads = clause.lemma in self.words("pleading-verbs") and not self._pleads_guilty(clause)
        tried = clause.lemma in self.words("appearing-verbs") and any(
            self.language.phrases[place].lemma in self.facts.lexicon.union("trial-nouns", "words-for-the-court")
            for _, place in clause.obliques
        )
        return charged or pleads or tried

    def _takes_up(self, clause: Clause, whom: int | None, charge: Clause) -> bool:
        """Whether a clause goes on with the nameless one of a charge close before it.

        By “he” or “she”, by the same noun or one for a man or woman, or by a name that comes in right behind.
        """
        if clause.subject is None or charge.subject is None:
            return False
        apart = clause.sentence - charge.sentence
        if not 0 < apart <= _GOES_ON:
            return False
        subject, one = self.language.phrases[clause.subject], self.language.phrases[charge.subject]
        if whom is not None:
            opened = self.facts.sentences[clause.sentence].start
            return apart == 1 and not one.plural and whom >= opened and subject.pronoun is None
        if subject.pronoun is not None:
            return subject.pronoun in self.words("people-pronouns") and (subject.plural or not one.plural)
        definite = subject.determiner in self.words("definite-words")
        same = subject.lemma == one.lemma or subject.lemma in self.words("words-for-the-accused")
        return definite and same and subject.plural == one.plural

    def _whom(self, clause: Clause, people: dict[int, int]) -> int | None:
        """The person who is a clause's subject, or whom its “who” takes up."""
        if clause.subject is None:
            return None
        phrase = self.language.phrases[clause.subject]
        if clause.kind == "relative" and phrase.pronoun is not None:
            sentence = self.facts.sentences[clause.sentence]
            at = next((at for at in range(phrase.first - 1, sentence.first - 1, -1) if at in people), None)
            return people[at] if at is not None and self._adjoins(at, phrase.first) else None
        return self._named_in(phrase, people)

    def _named_in(self, phrase: Phrase, people: dict[int, int]) -> int | None:
        """The person whom a phrase names."""
        return next((people[at] for at in range(phrase.first, phrase.last) if at in people), None)

    def _adjoins(self, name: int, relative: int) -> bool:
        """Whether nothing but what describes the person stands between a name and “who”: “Roe, 41, a fireman who”."""
        return all(clause.verb < name or clause.verb > relative for clause in self._near(name, relative))

    def _near(self, first: int, last: int) -> Iterator[Clause]:
        return (clause for clause in self.language.clauses if first < clause.verb < last)

    def _is_told_as_done(self, clause: Clause) -> bool:
        if clause.voice != "active" or clause.tense != "past":
            return False
        if clause.in_quote or clause.negated or clause.standing != _DONE or clause.kind not in _TOLD:
            return False
        sentence = self.facts.sentences[clause.sentence]
        if not self.answers.is_prose(sentence) or self._credited(sentence, clause):
            return False
        return not any(
            _SAID & other.classes or other.lemma in self.words("charging-verbs")
            for other in self.language.clauses
            if other.sentence == clause.sentence and other.verb != clause.verb
            # “asked for the log, which he forged”: what is asked for is not what is told of it
            if other.verb > clause.verb or self._says(other) or not self._taken_up(clause)
        )

    def _offends(self, clause: Clause) -> bool:
        """Whether a clause tells of an offence by its verb, or by verb and object: “set fire to”, “took £900”."""
        if clause.lemma in self.words("offending-verbs") or self._takes_money(clause) or self._enters(clause):
            return True
        behind = self.tokens.lowers[clause.last : clause.last + 1]
        return bool(behind) and f"{clause.lemma} {behind[0]}" in self.words("offending-phrases")

    def _takes_money(self, clause: Clause) -> bool:
        """Whether a clause has money taken or moved: “took £23,400”, “moved $3m to Panama”."""
        if clause.object is None or clause.lemma not in self.facts.lexicon.union("taking-verbs", "diverting-verbs"):
            return False
        taken = self.language.phrases[clause.object]
        figures = begun_between(self.facts.figures, taken.start, taken.end)
        return "money" in taken.classes or any(one.dimension == "money" for one in figures)

    def _enters(self, clause: Clause) -> bool:
        """Whether a clause has somebody get into where he may not be: “climbed in by the fire escape”."""
        if clause.lemma not in self.words("ways-to-break-in"):
            return False
        return not self.words("words-for-in").isdisjoint(self.tokens.lowers[clause.last : clause.last + 1])

    def _claim(self, clause: Clause) -> Claim:
        tokens, phrases = self.tokens, self.language.phrases
        last = clause.last
        if clause.object is not None and phrases[clause.object].first >= clause.last:
            last = phrases[clause.object].last
        return self._about(tokens.starts[clause.first], tokens.ends[last - 1], clause)

    def _about(self, start: int, end: int, clause: Clause) -> Claim:
        block = self.facts.sentences[clause.sentence].paragraph
        verb = self.tokens.texts[clause.verb]
        return Claim(start, end, "verdict", None, None, verb, None, False, None, 0, block)
