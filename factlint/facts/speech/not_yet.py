"""Not yet: words told as said on an occasion, or by a body, that by the article is still to come.

“Roe is to speak at the Guildhall tonight”, and “Roe told the Guildhall”; a committee that first meets in June.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders
from factlint.facts.speech.occasions import find_occasions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quote
    from factlint.language.model import Clause, Phrase

_NEAR = 6  # tokens behind a verb of meeting in which “for the first time” stands
_GROUP = "group"


class NotYet:
    """Reads what of one article is still to come, and what is quoted as if it had been."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.words = facts, facts.tokens, facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses

    def credits(self) -> Iterator[Credit]:
        """Every such announcement, with the first quotation that forestalls it."""
        yield from find_occasions(self.facts)
        said = [quote for quote in self.facts.quotes if quote.speaker is not None and quote.cue is not None]
        said = [quote for quote in said if self._is_told_as_done(quote)]
        if not said:
            return
        yield from self._speeches(said)
        yield from self._bodies(said)

    def _is_told_as_done(self, quote: Quote) -> bool:
        """Whether the credit is in the past and says nothing of an advance copy."""
        clause = self._clause_of(quote)
        if clause is None or clause.tense != "past":
            return False
        sentence = self.facts.sentences[clause.sentence]
        row = self.tokens.lowers[sentence.first : sentence.last]
        return self.words("words-for-in-advance").isdisjoint(row)

    def _clause_of(self, quote: Quote) -> Clause | None:
        """The clause of a credit's verb."""
        if quote.cue is None:
            return None
        at = self.tokens.at(quote.cue.start)
        number = bisect_left(self.clauses, at, key=lambda clause: clause.verb)
        clause = self.clauses[number] if number < len(self.clauses) else None
        return clause if clause is not None and clause.verb == at else None

    # ------------------------------------------------------------------------------------------------ speeches to come

    def _speeches(self, said: list[Quote]) -> Iterator[Credit]:
        people: Holders | None = None
        for clause in self.clauses:
            if clause.in_quote or not self._takes_the_floor(clause):
                continue
            bearer = self._announced(clause)
            if bearer is None or not self._is_first(clause):
                continue
            people = people or Holders(self.facts)
            person, before = people.subject_of(bearer), self._hearers(clause)
            if person is None:
                continue
            for quote in said:
                if quote.speaker is None or people.speaker(quote.speaker) is not person:
                    continue
                done = self._clause_of(quote)
                told = self._hearers(done) if done is not None else set()
                there = done is not None and self._is_of_the_speech(done) and done.first > clause.last
                if there or before & told or not self.words("words-for-an-audience").isdisjoint(told):
                    start = min(bearer.start, self._start(bearer))
                    yield Credit(start, clause.end, "early", person, Stretch(quote.start, quote.end))
                    break

    def _is_of_the_speech(self, clause: Clause) -> bool:
        """Whether a credit says that the words were said in the speech itself: “he said in the address”."""
        spoken = (self.phrases[number] for _, number in clause.obliques)
        definite = self.words("definite-articles") | self.words("owner-words")
        return any(one.lemma in self.words("things-delivered") and one.determiner in definite for one in spoken)

    def _start(self, clause: Clause) -> int:
        """Where the subject of a clause begins."""
        return clause.start if clause.subject is None else self.phrases[clause.subject].start

    def _takes_the_floor(self, clause: Clause) -> bool:
        """Speak, address the conference, give evidence, deliver a lecture."""
        if clause.voice == "passive" or clause.negated:
            return False
        if clause.lemma in self.words("verbs-of-taking-the-floor"):
            return True
        thing = self.phrases[clause.object].lemma if clause.object is not None else ""
        return clause.lemma in self.words("verbs-of-delivering") and thing in self.words("things-delivered")

    def _announced(self, clause: Clause) -> Clause | None:
        """The clause whose subject is to do it, where that is still to come: will, is to, is due to; none otherwise."""
        group = self.tokens.lowers[clause.first : clause.last]
        ahead = clause.tense == "future" or self._is_to(group) or self._yet(group)
        bearing = self._bearing(clause)
        if bearing is not clause:
            return bearing
        if clause.kind != "infinitive":
            return clause if ahead and clause.subject is not None and clause.standing != "possible" else None
        outer = self.clauses[clause.within] if clause.within is not None else None
        if outer is None or outer.predicate is None or outer.subject is None or outer.tense != "present":
            return None
        due = self.tokens.lowers[outer.predicate] in self.words("words-for-due")
        return outer if due else None

    def _is_to(self, group: list[str]) -> bool:
        """“Is to speak”, of today."""
        present = self.words("present-copulas")
        return len(group) > 1 and group[0] in present and group[1] in self.words("to-words")

    def _yet(self, group: list[str]) -> bool:
        return not self.words("words-for-not-yet").isdisjoint(group)

    def _is_first(self, clause: Clause) -> bool:
        """Whether nothing says that the same has been done before: again, another, return."""
        sentence = self.facts.sentences[clause.sentence]
        row = self.tokens.lowers[sentence.first : sentence.last]
        return self.words("words-for-once-more").isdisjoint(row)

    def _hearers(self, clause: Clause) -> set[str]:
        """The words for those to whom, or the place where, a clause has somebody speak."""
        # Behind a quotation the verb of its credit may have no object of its own in the parse.
        behind = self.facts.language.phrase_at(clause.last) if clause.last < len(self.tokens) else None
        told = behind if clause.object is None and not clause.negated else clause.object
        numbers = [number for _, number in clause.obliques] + ([] if told is None else [told])
        things, found = self.words("things-delivered"), set[str]()
        for number in numbers:
            phrase = self.phrases[number]
            if "time" not in phrase.classes and phrase.pronoun is None and phrase.lemma not in things:
                found |= {self.tokens.lowers[at] for at in (*phrase.modifiers, phrase.head)}
        return found - self.words("words-for-the-press") - self.words("weekday-words")

    # --------------------------------------------------------------------------------------------------- bodies to come

    def _bodies(self, said: list[Quote]) -> Iterator[Credit]:
        """A body that has not met or is yet to be set up, and is quoted."""
        for clause in self.clauses:
            if clause.in_quote or not self._has_not_begun(clause):
                continue
            body = self._subject(self._bearing(clause))
            if body is None or self._several(body):
                continue
            if _GROUP not in body.classes and body.lemma not in self.words("collective-sources"):
                continue
            for quote in said:
                speaker = quote.speaker
                if speaker is None or speaker.person is not None or speaker.kind == "pronoun":
                    continue
                number = self.facts.language.phrase_at(self.tokens.at(speaker.end - 1))
                phrase = self.phrases[number] if number is not None else None
                alone = phrase is not None and phrase.start == speaker.start and phrase.owner is None
                if phrase is not None and alone and phrase.lemma == body.lemma:
                    yield Credit(body.start, clause.end, "early", None, Stretch(quote.start, quote.end))
                    break

    def _has_not_begun(self, clause: Clause) -> bool:
        """“First meets on 12 June”, “has yet to meet”, “will be set up”, “has not yet been appointed”."""
        group = self.tokens.lowers[clause.first : clause.last]
        yet = self._yet(group) or self._bearing(clause) is not clause
        ahead = clause.tense == "future" or self._is_to(group) or yet
        if clause.voice == "passive":
            return ahead and clause.lemma in self.words("verbs-of-setting-up") and clause.standing != "possible"
        if clause.lemma not in self.words("verbs-of-meeting"):
            return False
        near = self.tokens.lowers[max(0, clause.first - 1) : clause.last + _NEAR]
        first = not self.words("row-starts").isdisjoint(near)
        return yet or (first and (ahead or clause.tense == "present"))

    def _bearing(self, clause: Clause) -> Clause:
        """The clause that has the subject: of “which has yet | to meet” the first."""
        outer = self.clauses[clause.within] if clause.within is not None and clause.kind == "infinitive" else None
        waits = outer is not None and self._yet(self.tokens.lowers[outer.last : clause.first])
        return outer if outer is not None and waits else clause

    def _subject(self, clause: Clause) -> Phrase | None:
        """What a clause is about; of “which first meets” what stands before that."""
        if clause.subject is None:
            return None
        phrase = self.phrases[clause.subject]
        relative = self.tokens.lowers[phrase.first] in self.words("relative-words") | self.words("clause-relatives")
        return self.phrases[clause.subject - 1] if relative and clause.subject else phrase

    def _several(self, body: Phrase) -> bool:
        """Whether the article has more than one body of a noun: a select committee and an ethics committee."""
        kinds = set()
        for phrase in self.phrases:
            if phrase.lemma == body.lemma:
                kinds.add(tuple(self.tokens.lowers[at] for at in phrase.modifiers))
        return len(kinds - {()}) > 1
