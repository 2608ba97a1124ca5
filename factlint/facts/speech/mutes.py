"""Mutes: people who cannot have spoken there, with the quotation in which they do.

Dead since 1998, unconscious ever since, silent throughout, absent from the meeting, without a word of the language.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote
    from factlint.language.model import Clause

#: A clause, the tokens that tell of a person, and what it is of a quote that breaks it.
Told = tuple["Clause", int, int, "Callable[[Quote], bool]"]

_YEAR = 4  # digits
#: Of what kinds that is to which one comes or goes, and when.
_THERE = frozenset({"place", "event", "group", "artefact", "time"})
_DEATHS = 20  # deaths of an article that are held against what is said later
_ON = 6  # tokens behind a verb of dying within which its day stands
_BACK = 3  # tokens before a phrase at which the clause that it belongs to is looked for


class Mutes:
    """Reads who cannot have spoken; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.tokens, self.words = facts, facts.tokens, facts.lexicon.words
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.people = Holders(facts)

    def credits(self) -> Iterator[Credit]:
        """Everybody who cannot have spoken there and is quoted as speaking, with the quotation."""
        spoken = [quote for quote in self.facts.quotes if self._is_spoken(quote)]
        if self.facts.statements:
            yield from self._told_later()
        if not spoken:
            return
        for clause, first, last, breaks in (
            *self._by_phrase(),
            *self._senseless(),
            *self._away(),
            *self._dead(),
            *self._tongues(),
        ):
            person = self.people.subject_of(clause)
            if person is not None:
                yield from self._broken(person, first, last, breaks, spoken)
        for person, first, last in self._late():
            yield from self._broken(person, first, last, self._is_of_this_day, spoken)

    def _broken(
        self, person: Person, first: int, last: int, breaks: Callable[[Quote], bool], spoken: list[Quote]
    ) -> Iterator[Credit]:
        """What some tokens tell of a person, with the first quote that breaks it."""
        quote = next((quote for quote in spoken if self._is_his(quote, person, breaks)), None)
        if quote is not None:
            start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
            yield Credit(start, end, "mute", person, Stretch(quote.start, quote.end))

    # ------------------------------------------------------------------------------------------- what is told of one

    def _by_phrase(self) -> Iterator[Told]:
        """“Sat in silence”, “has yet to speak”: a clause told by its words."""
        for first, last in self.tokens.phrases(self.facts.lexicon.phrases("mute-phrases")):
            clause = self._clause_at(first)
            if clause is not None and not clause.in_quote:
                yield clause, min(first, clause.first), last, self._anywhere

    def _senseless(self) -> Iterator[Told]:
        """“Is still unconscious”, “has been on a ventilator since”, “has not come round”."""
        asleep, things = self.words("words-for-unconscious"), self.words("things-of-the-unconscious")
        for clause in self.clauses:
            if clause.in_quote or clause.subject is None or clause.kind == "infinitive":
                continue
            if clause.negated and (last := self._wakes(clause)):
                yield clause, clause.first, last, self._anywhere
            elif not clause.negated and self._lasts(clause):
                thing = next((self.phrases[at] for _, at in clause.obliques if self.phrases[at].lemma in things), None)
                if clause.predicate is not None and self.tokens.lowers[clause.predicate] in asleep:
                    yield clause, clause.first, clause.predicate + 1, self._anywhere
                elif thing is not None:
                    yield clause, clause.first, thing.last, self._anywhere

    def _wakes(self, clause: Clause) -> int:
        """One past the words of a clause that tell of waking, or of speaking since; 0 for none."""
        tokens, thing = self.tokens, clause.object
        if clause.lemma in self.words("regaining-verbs"):
            regained = thing is not None and self.phrases[thing].lemma in self.words("things-regained")
            return self.phrases[thing].last if regained and thing is not None else 0
        behind = " ".join((clause.lemma, *tokens.lowers[clause.last : clause.last + 1]))
        if behind in self.words("coming-round"):
            # “come to the defence of allies”: the little word is a preposition
            return 0 if any(at == clause.last for at, _ in clause.obliques) else clause.last + 1
        since = not self.words("words-for-still").isdisjoint(tokens.lowers[clause.last : clause.last + _BACK])
        speaks = "saying" in clause.classes and since and clause.object is None
        past = clause.last if clause.particle is None else max(clause.last, clause.particle + 1)
        return past if clause.lemma in self.words("waking-verbs") or speaks else 0

    def _lasts(self, clause: Clause) -> bool:
        """Whether what a clause tells is so to the article's day: is, remains, was still."""
        if clause.tense == "present":
            return True
        sentence = self.facts.sentences[clause.sentence]
        around = self.tokens.lowers[max(sentence.first, clause.first - 1) : clause.last + _BACK]
        return not self.words("words-for-still").isdisjoint(around)

    def _away(self) -> Iterator[Told]:
        """“Stayed away from it”, “did not attend”, “was absent”, “missed the session”, “sent apologies”."""
        words, tokens = self.words, self.tokens
        for clause in self.clauses:
            if clause.in_quote or clause.subject is None or clause.tense == "future" or clause.voice == "passive":
                continue
            thing = self.phrases[clause.object].lemma if clause.object is not None else ""
            behind = " ".join((clause.lemma, *tokens.lowers[clause.last : clause.last + 1]))
            state = tokens.lowers[clause.predicate] if clause.predicate is not None else ""
            if clause.standing not in ("done", "denied") or self._partly_quoted(clause) or self._means_to(clause):
                continue
            if clause.negated or clause.lemma in words("failing-verbs"):
                there = (clause.lemma in words("attending-verbs") and self._to_a_gathering(clause)) or state in words(
                    "words-for-present"
                )
                there = there or self._failed_to_come(clause)
            else:
                there = (
                    (clause.lemma in words("missing-verbs") and thing in words("gatherings"))
                    or (clause.lemma in words("sending-verbs") and thing in words("excuses"))
                    or behind in words("staying-away")
                    or state in words("words-for-absent")
                    or " ".join(tokens.lowers[clause.last : clause.last + 2]) in words("words-for-no-part")
                )
            if there:
                yield clause, clause.first, self._past(clause), self._there

    def _means_to(self, clause: Clause) -> bool:
        """Whether an infinitive follows a verb: “were not going to call”."""
        tokens, to = self.tokens, self.words("to-words")
        return tokens.lowers[clause.last : clause.last + 1] != [] and (
            tokens.lowers[clause.last] in to and self.facts.language.tags[clause.last + 1 : clause.last + 2] == ["VERB"]
        )

    def _partly_quoted(self, clause: Clause) -> bool:
        """Whether what a clause says of its subject stands in quotation marks."""
        return clause.predicate is not None and self.facts.is_quoted(clause.predicate)

    def _to_a_gathering(self, clause: Clause) -> bool:
        """Whether a verb of attending has nothing with it but a gathering, a place or a time.

        Not “come to the defence of allies”, “show consistency”, “go that way”.
        """
        things = [number for _, number in clause.obliques]
        things += [clause.object] if clause.object is not None else []
        return all(
            self.phrases[number].lemma in self.words("gatherings")
            or not _THERE.isdisjoint(self.phrases[number].classes)
            or self.phrases[number].pronoun is not None
            for number in things
        )

    def _past(self, clause: Clause) -> int:
        """One past what a clause says of being away."""
        behind = " ".join((clause.lemma, *self.tokens.lowers[clause.last : clause.last + 1]))
        ends = [clause.last + (behind in self.words("staying-away"))]
        ends += [clause.predicate + 1] if clause.predicate is not None else []
        ends += [clause.particle + 1] if clause.particle is not None else []
        ends += [self.phrases[clause.object].last] if clause.object is not None else []
        return max(ends)

    def _failed_to_come(self, clause: Clause) -> bool:
        """“Failed to turn up”, “was unable to attend”."""
        lemmas = self.facts.language.lemmas[clause.last : clause.last + _BACK]
        return not self.words("attending-verbs").isdisjoint(lemmas)

    def _late(self) -> Iterator[tuple[Person, int, int]]:
        """“The late Ann Roe”: a person, and the tokens that say so."""
        for at in self.tokens.positions(self.words("words-for-the-late")):
            number = self.facts.language.phrase_at(at)
            if number is None or self.facts.is_quoted(at):
                continue
            person, phrase = self.people.bearers.named(number), self.phrases[number]
            if person is not None and at in phrase.modifiers and at < phrase.head:
                yield person, phrase.first, phrase.last

    def _dead(self) -> Iterator[Told]:
        """“She died in 1998”: and she speaks on a day of the week, or after the funeral."""
        dying = self.words("dying-lemmas")
        for clause in self.clauses:
            if clause.lemma not in dying or clause.in_quote or clause.negated or clause.standing != "done":
                continue
            if clause.tense == "past" and clause.kind != "infinitive":
                yield clause, clause.first, clause.last, self._is_later_than(clause)

    def _tongues(self) -> Iterator[Told]:
        """“Speaks no English”: and he tells the crowd in English."""
        tokens, languages = self.tokens, self.words("nationalities")
        speaking, nothing = self.words("verbs-of-tongues"), self.words("words-for-nothing") | self.words("negations")
        for clause in self.clauses:
            if clause.lemma not in speaking or clause.in_quote:
                continue
            near = tokens.lowers[clause.first : clause.last + 2]
            places = range(clause.last, min(clause.last + _BACK, len(tokens)))
            at = next((at for at in places if tokens.lowers[at] in languages), -1)
            if at >= 0 and not nothing.isdisjoint(near):
                yield clause, clause.first, at + 1, self._in_tongue(tokens.lowers[at])

    def _clause_at(self, first: int) -> Clause | None:
        """The clause that a phrase of several words belongs to: its own, or the one that it stands behind."""
        for at in range(first, max(-1, first - _BACK - 1), -1):
            number = self.facts.language.clause_of(at)
            if number is not None and self.clauses[number].subject is not None:
                return self.clauses[number]
        sentence = self.facts.sentence_of(first).number
        before = [clause for clause in self.clauses if clause.sentence == sentence and clause.verb < first]
        return next((clause for clause in reversed(before) if clause.subject is not None), None)

    # ------------------------------------------------------------------------------------------------ what breaks it

    def _is_spoken(self, quote: Quote) -> bool:
        """Whether somebody says the words aloud, here and in this article's time."""
        if quote.cue is None or quote.speaker is None or quote.cue.lemma in self.words("writing-verbs"):
            return False
        sentence = self.facts.sentence_at(quote.cue.start)
        row = self.tokens.lowers[sentence.first : sentence.last]
        outside = [
            word for at, word in enumerate(row, sentence.first) if not quote.start <= self.tokens.starts[at] < quote.end
        ]
        return self.words("words-for-earlier").isdisjoint(outside) and not any(
            word.isdecimal() and len(word) == _YEAR for word in outside
        )

    def _is_his(self, quote: Quote, person: Person, breaks: Callable[[Quote], bool]) -> bool:
        speaker = quote.speaker
        return speaker is not None and self.people.speaker(speaker) is person and breaks(quote)

    def _behind(self, quote: Quote) -> list[str]:
        """The words of a credit's sentence outside the quotation."""
        if quote.cue is None:
            return []
        sentence = self.facts.sentence_at(quote.cue.start)
        starts, lowers = self.tokens.starts, self.tokens.lowers
        return [lowers[at] for at in range(sentence.first, sentence.last) if not quote.start <= starts[at] < quote.end]

    def _anywhere(self, quote: Quote) -> bool:
        return quote.kind == "direct"

    def _there(self, quote: Quote) -> bool:
        """Whether words were said to those who met: told the meeting."""
        if not self.words("words-for-the-gathering").isdisjoint(self._behind(quote)):
            return True
        # “promised the villagers”: those told stand right behind the verb
        told = self.facts.language.phrase_at(self.tokens.at(quote.cue.end - 1) + 1) if quote.cue is not None else None
        phrase = self.phrases[told] if told is not None else None
        definite = phrase is not None and phrase.determiner in self.words("definite-articles")
        return phrase is not None and definite and phrase.plural and "person" in phrase.classes

    def _is_later_than(self, clause: Clause) -> Callable[[Quote], bool]:
        """Whether words were said on a day of the week, where the death has a year or day, or at the grave."""
        sentence = self.facts.sentences[clause.sentence]
        row = self.tokens.lowers[clause.last : sentence.last]
        gone = any(word.isdecimal() for word in row) or not self.words("words-for-long-gone").isdisjoint(row)
        dated = gone and self.words("weekday-words").isdisjoint(row)
        now = self.words("words-for-this-day")
        days_of, died = self._weekdays, self._day_of_death(clause)
        days, graves = self.words("weekday-words"), self.words("words-for-the-burial")

        def breaks(quote: Quote) -> bool:
            said = self._behind(quote)
            first, last = self.tokens.span(quote.start, quote.end)
            later = died is not None and any(days_of.get(word, -1) > died for word in said)
            today = later or not now.isdisjoint(self.tokens.lowers[first:last])
            return today or (dated and not days.isdisjoint(said)) or not graves.isdisjoint(said)

        return breaks

    @cached_property
    def _weekdays(self) -> dict[str, int]:
        """The days of the week by name, from Monday, 0."""
        return {word: int(day) for word, day in self.facts.lexicon.table("weekdays").items()}

    def _day_of_death(self, clause: Clause) -> int | None:
        """The day of the week that stands behind a verb of dying, or none."""
        last = min(self.facts.sentences[clause.sentence].last, clause.last + _ON)
        days = (self._weekdays.get(word) for word in self.tokens.lowers[clause.last : last])
        return next((day for day in days if day is not None), None)

    def _told_later(self) -> Iterator[Credit]:
        """“He died on Monday” and “said on Wednesday that”: what the dead are reported to say later in the week."""
        deaths = [(clause, day) for clause, *_ in self._dead() if (day := self._day_of_death(clause)) is not None]
        for clause, day in deaths[:_DEATHS]:
            person = self.people.subject_of(clause)
            for statement in self.facts.statements if person is not None else ():
                if statement.person is not person or statement.quoted or statement.start < clause.end:
                    continue
                sentence = self.facts.sentence_at(statement.start)
                end = min(sentence.last, self.tokens.at(statement.end - 1) + _ON)
                row = self.tokens.lowers[sentence.first : end]
                after = any(self._weekdays.get(word, -1) > day for word in row)
                if after and self.words("words-for-earlier").isdisjoint(row):
                    said = Stretch(statement.start, statement.end)
                    yield Credit(clause.start, clause.end, "mute", person, said)
                    break

    def _is_of_this_day(self, quote: Quote) -> bool:
        """Whether words were said on a day of the week, or to a meeting or the paper."""
        now = self.words("weekday-words") | self.words("words-for-the-gathering")
        return quote.kind == "direct" and not now.isdisjoint(self._behind(quote))

    def _in_tongue(self, language: str) -> Callable[[Quote], bool]:
        """Whether words were said in a language."""
        opening = self.words("in-words")

        def breaks(quote: Quote) -> bool:
            said = self._behind(quote)
            return any(one in opening and two == language for one, two in pairwise(said))

        return breaks
