"""Silences: people said not to have answered, with the place where the article has them answer."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Credit, Stretch
from factlint.facts.people.holders import Holders
from factlint.facts.speech.spoken_for import SpokenFor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Person, Quote
    from factlint.language.model import Clause, Phrase

_AHEAD = 6  # tokens behind a verb of refusing in which what is refused stands
_SAYING = frozenset({"saying"})
_NEXT = 1  # sentences from a silence to the words that break it

#: Before whom somebody is silent: the press, a court, or whoever was there.
Sort = Literal["press", "court", "moment"]


class Silences:
    """Reads who is said to be silent; holds the lists that this needs."""

    def __init__(self, facts: Facts) -> None:
        words = facts.lexicon.words
        self.facts, self.tokens = facts, facts.tokens
        self.phrases, self.clauses = facts.language.phrases, facts.language.clauses
        self.answering, self.refusing, self.reaching = (
            words("verbs-of-answering"),
            words("verbs-of-refusing"),
            words("verbs-of-reaching"),
        )
        self.comment, self.partly = words("words-for-comment"), words("words-for-partly-silent")
        self.said, self.sworn = words("things-that-are-said"), words("things-said-in-court")
        self.nothing, self.of = words("words-for-nothing"), words("openers-of-what-is-spoken-of")
        self.speaking = words("verbs-of-speaking-up")
        self.them = words("pronouns-for-those-told")
        self.points = words("openers-of-one-point")
        self.matters, self.asked = words("matters-at-large"), words("things-that-reporters-send")
        self.choosing = words("verbs-of-choosing")
        self.negations = words("negations")
        self.quiet, self.staying = words("words-for-quiet"), words("staying-verbs")
        self.shunning, self.parting = words("shunning-verbs"), words("parting-verbs")
        self.getting, self.hearing = words("verbs-of-getting"), words("verbs-of-hearing-back")
        self.senders, self.directly = words("teller-prepositions"), words("ways-to-answer-the-press")
        self.phrasal = facts.lexicon.values("shunning-phrasal-verbs")
        self.media, self.courts = words("words-for-the-press"), words("words-for-the-court")
        #: The objects of participles and of clauses behind “who” and “that”, each with its sentence.
        self.acted_on = {(c.sentence, c.object) for c in self.clauses if c.kind in ("participle", "relative")}
        self.sentence_of = [phrase.sentence for phrase in self.phrases]

    def credits(self) -> Iterator[Credit]:
        """Everybody who is said to have been silent, with where he or she speaks, or none."""
        people: Holders | None = None
        for clause in self.clauses:
            if clause.in_quote or clause.subject is None or self._told_by_another(clause):
                continue
            asked = self._goes_unanswered(clause)
            unheard = None if asked else self._unheard_of(clause)
            sort: Sort | None = "press" if asked or unheard is not None else self._silence(clause)
            if sort is None:
                continue
            people = people or Holders(self.facts)
            if unheard is not None:
                person = people.meant(unheard)
            else:
                person = self._asked_in_vain(clause, people) if asked else people.subject_of(clause)
            if person is not None:
                subject = self.phrases[clause.subject]
                start, end = min(subject.start, clause.start), max(subject.end, clause.end)
                answer = self._answer(person, clause, sort, people)
                yield Credit(start, end, "silence", person, answer)
            elif sort == "press" and not asked and (answer := self._answer_of_body(clause, unheard)) is not None:
                subject = self.phrases[clause.subject]
                yield Credit(min(subject.start, clause.start), max(subject.end, clause.end), "silence", None, answer)

    def _told_by_another(self, clause: Clause) -> bool:
        """Whether it is somebody else who misses the answer (“Roe said Hay had not replied to him”), or no clause of
        its own: “delegates who back Hay declined”."""
        over = self.clauses[clause.within] if clause.within is not None else None
        if over is not None and over.subject is not None and not _SAYING.isdisjoint(over.classes):
            return self.phrases[over.subject].lemma not in self.media
        return (clause.sentence, clause.subject) in self.acted_on

    def _silence(self, clause: Clause) -> Sort | None:
        """Before whom a clause says that its subject does not speak; none where it says no such thing."""
        lowers = self.tokens.lowers
        ahead = lowers[clause.last : clause.last + _AHEAD]
        sentence = self.facts.sentences[clause.sentence]
        # What stands right behind the verb is asked for below: “would not speak about the matter”.
        around = lowers[sentence.first : clause.last], lowers[clause.last + 1 : sentence.last]
        if not all(map(self.partly.isdisjoint, around)) or not (self.partly - self.points).isdisjoint(ahead[:1]):
            return "moment" if self._says_nothing(clause) == "moment" else None
        if clause.voice == "passive":
            reached = clause.negated and clause.lemma in self.reaching and self._at_large(clause)
            return "press" if reached else None
        denied = clause.negated or (clause.standing == "possible" and self._of_neither(clause))
        answers = (clause.negated or self._of_neither(clause)) and clause.lemma in self.answering
        answers = answers and self._to_whoever_asks(clause)
        if (answers or (denied and self._talks(clause))) and self._at_large(clause):
            return "press"
        if clause.lemma in self.speaking and clause.object is None and self._at_large(clause):
            if clause.standing == "possible" and self._of_neither(clause):
                return "press"
            if clause.negated:
                return "moment" if self.courts.isdisjoint(ahead) else "court"
        if self._has_yet_to(clause):
            return "press"
        refuses = clause.lemma in self.refusing or (
            clause.lemma in self.choosing
            and not self.negations.isdisjoint(ahead[:1])
            and not self.answering.isdisjoint(ahead)  # who “decided not to speak” may mean to nobody
        )
        if refuses and not clause.negated and not self.comment.isdisjoint(ahead):
            return "press" if self._on_no_one_point(clause) else None
        if self._keeps_quiet(clause) or self._shuns(clause):
            return "press"
        return self._says_nothing(clause)

    def _of_neither(self, clause: Clause) -> bool:
        """Whether “neither” opens the row that a clause is about: “neither the port nor the line replied”."""
        if clause.subject is None or clause.negated:
            return False
        row = self.phrases[clause.subject].conjoined or (clause.subject,)
        first = self.phrases[row[0]].first
        return not self.nothing.isdisjoint(self.tokens.lowers[max(0, first - 1) : first + 1])

    def _has_yet_to(self, clause: Clause) -> bool:
        """“Has yet to respond”."""
        yet = self.facts.lexicon.words("words-for-not-yet")
        if not yet.isdisjoint(self.tokens.lowers[clause.last : clause.last + 1]):
            # The verb of answering may be a clause of its own: “has | yet | to respond”.
            return not self.answering.isdisjoint(self.facts.language.lemmas[clause.last + 2 : clause.last + 3])
        group = self.tokens.lowers[clause.first : clause.last]
        return not yet.isdisjoint(group) and clause.lemma in self.answering and self._at_large(clause)

    def _goes_unanswered(self, clause: Clause) -> bool:
        """“Calls to Roe went unanswered”, “attempts to reach Roe failed”, “messages left for Roe were not returned”."""
        opening = self.phrases[bisect_left(self.sentence_of, clause.sentence)]
        subject = self.phrases[clause.subject] if clause.subject is not None else opening
        opening = subject if subject.lemma in self.asked else opening
        between = self.facts.language.lemmas[opening.last : clause.first]
        if ("," in between and subject is not opening) or clause.kind == "infinitive":
            return False
        state = self.tokens.lowers[clause.last : min(self.facts.sentences[clause.sentence].last, clause.last + 2)]
        if opening.lemma in self.asked - self.media:
            thing = self.phrases[clause.object] if clause.object is not None else None
            none = thing is not None and thing.determiner in self.nothing and thing.lemma in self.said
            vain = (clause.negated and clause.lemma in self.answering) or (none and clause.lemma in self.getting)
            return vain or not self.facts.lexicon.words("unanswered-words").isdisjoint(state)
        vain = clause.lemma in self.facts.lexicon.words("verbs-for-in-vain")
        vain = vain or not self.facts.lexicon.words("words-for-in-vain").isdisjoint(state)
        return vain and not self.reaching.isdisjoint(between)

    def _unheard_of(self, clause: Clause) -> int | None:
        """From whom no answer came: “there was no response from Roe”, “nothing has been heard from Roe”."""
        thing = self.phrases[clause.subject] if clause.subject is not None else None
        if thing is None or clause.within is not None or clause.standing != "done":
            return None
        nothing = self.tokens.lowers[thing.head] in self.nothing and clause.lemma in self.hearing
        answer = thing.determiner in self.nothing and thing.lemma in self.said
        if not (nothing or (answer and (clause.lemma in self.hearing or clause.lemma in self.staying))):
            return None
        row = self.tokens.lowers[thing.first : self.facts.sentences[clause.sentence].last]
        if not self.partly.isdisjoint(row):
            return None
        told = clause.obliques
        if self.tokens.lowers[thing.last : thing.last + 1] and (thing.last < clause.first):
            number = self.facts.language.phrase_at(thing.last + 1)
            told = told if number is None else ((thing.last, number), *told)
        return next((number for at, number in told if self.tokens.lowers[at] in self.senders), None)

    def _asked_in_vain(self, clause: Clause, people: Holders) -> Person | None:
        """To whom the calls of a clause were made: the one named last before its verb."""
        first = self.facts.sentences[clause.sentence].first
        aside = self.tokens.lowers[clause.first - 1] == ","
        number = self.facts.language.phrase_at(clause.first - 1 - aside)
        while number is not None and number >= 0 and self.phrases[number].first > first:
            person = people.meant(number)
            if person is not None:
                return person
            number -= 1
        return None

    def _talks(self, clause: Clause) -> bool:
        """Whether a clause tells of talking to those who ask: “would not talk to the press”."""
        if _SAYING.isdisjoint(clause.classes):
            return False
        told = (self.phrases[number] for _, number in clause.obliques)
        return any(phrase.lemma in self.media for phrase in told)

    def _keeps_quiet(self, clause: Clause) -> bool:
        """“Kept quiet”, “was unavailable”, “remained tight-lipped”, “has maintained his silence”."""
        thing = self.phrases[clause.object] if clause.object is not None else None
        if thing is not None and thing.lemma in self.facts.lexicon.words("nouns-of-silence"):
            keeps = clause.lemma in self.facts.lexicon.words("verbs-of-keeping-silence")
            breaks = clause.negated and clause.lemma in self.facts.lexicon.words("verbs-of-breaking-silence")
            own = thing.owner is None and thing.determiner in self.facts.lexicon.words("owner-words")
            return own and self._at_large(clause) and ((keeps and not clause.negated) or breaks)
        if clause.predicate is None or clause.within is not None or not self._at_large(clause):
            return False
        word = self.tokens.lowers[clause.predicate]
        if any("time" in self.phrases[phrase].classes for _, phrase in clause.obliques):
            return False  # “was silent for four minutes, and then said”
        if clause.negated:
            return word in self.facts.lexicon.words("words-for-at-hand")
        return word in self.quiet and (clause.lemma in self.staying or word in self.comment)

    def _to_whoever_asks(self, clause: Clause) -> bool:
        """Whether nothing behind a verb of answering tells how, or whom but the press: not “respond in kind”."""
        known = self.media | self.asked | self.matters
        return all(
            self.phrases[number].lemma in known
            or not {"time", "day"}.isdisjoint(self.phrases[number].classes)
            or not self.asked.isdisjoint(
                self.facts.language.lemmas[self.phrases[number].first : self.phrases[number].last]
            )
            or not self.comment.isdisjoint(self.tokens.lowers[self.phrases[number].first : self.phrases[number].last])
            for _, number in clause.obliques
        )

    def _on_no_one_point(self, clause: Clause) -> bool:
        """Whether whoever refuses to comment does so at large: not “declined to comment on the price”."""
        end = min(clause.last + _AHEAD, self.facts.sentences[clause.sentence].last)
        for at in range(clause.last, end):
            if self.tokens.lowers[at] in self.comment:
                behind = self.tokens.lowers[at + 1 : at + 2]
                if not self.points.isdisjoint(behind):
                    return self._on_the_matter(at + 2)
                number = self.facts.language.phrase_at(at + 1)
                thing = self.phrases[number] if number is not None else None
                if (
                    thing is None
                    or thing.first != at + 1
                    or self.tokens.lowers[at] not in self.facts.lexicon.words("verbs-of-discussing")
                ):
                    return True
                return thing.lemma in self.matters and not thing.modifiers and thing.of is None and not thing.plural
        return True

    def _shuns(self, clause: Clause) -> bool:
        """“Ignored the questions of reporters”, “left a message unanswered”, “hung up”."""
        if clause.negated or clause.voice != "active":
            return False
        if clause.particle is not None and clause.lemma in self.parting:
            return (
                not clause.shared
                and self._were_called(clause)
                and self.tokens.lowers[clause.particle] in self.facts.lexicon.words("parting-particles")
            )
        thing = self.phrases[clause.object] if clause.object is not None else None
        behind = self.tokens.lowers[clause.last : clause.last + 1]
        if behind and behind[0] in self.phrasal.get(clause.lemma, ()):
            number = self.facts.language.phrase_at(clause.last + 1)
            return number is not None and self.phrases[number].lemma in self.asked | self.said
        if thing is None or thing.lemma not in self.asked:
            return False
        if clause.lemma in self.shunning:
            after = self.tokens.lowers[thing.last : thing.last + 2]
            return thing.of is None and self.points.isdisjoint(after) and self.partly.isdisjoint(after)
        row = self.tokens.lowers[thing.last : self.facts.sentences[clause.sentence].last][:_AHEAD]
        return not self.facts.lexicon.words("unanswered-words").isdisjoint(row)

    def _were_called(self, clause: Clause) -> bool:
        """Whether a clause's sentence or the one before tells that the press tried to reach somebody."""
        sentences = self.facts.sentences
        near = self.facts.language.lemmas[
            sentences[max(0, clause.sentence - 1)].first : sentences[clause.sentence].last
        ]
        return not (self.reaching | self.asked | self.media).isdisjoint(near)

    def _at_large(self, clause: Clause) -> bool:
        """Whether a clause names no one point on which alone somebody is silent: “would not say what it cost”."""
        end = self.facts.sentences[clause.sentence].last
        row = self.tokens.lowers[clause.last : min(end, clause.last + _AHEAD)]
        if row and row[0] in self.points:
            number = self.facts.language.phrase_at(clause.last + 1)
            thing = self.phrases[number] if number is not None else None
            return thing is not None and thing.lemma in self.matters | self.media | self.asked
        return True

    def _says_nothing(self, clause: Clause) -> Sort | None:
        """Silence told by what is not said: made no statement, gave no evidence, said nothing."""
        end = self.facts.sentences[clause.sentence].last
        row = self.tokens.lowers[clause.last : min(end, clause.last + _AHEAD)]
        number = clause.object
        thing = self.phrases[number] if number is not None else None
        if clause.lemma in self.refusing:
            # “refused to say a single word”, “exercised his right not to give evidence”
            thing = self._thing_in(clause.last, min(end, clause.last + _AHEAD))
            denied = True
        else:
            denied = clause.negated or (thing is not None and thing.determiner in self.nothing)
        if row and row[0] in self.nothing and not _SAYING.isdisjoint(clause.classes):
            nobody = self.facts.language.phrase_at(clause.last)
            if nobody is None or (self.phrases[nobody].head == clause.last and self._is_an_answer(clause.last)):
                return None
            told = self.facts.language.clause_of(clause.last)
            if told is not None and self.clauses[told] is not clause and self.clauses[told].first > clause.last:
                return None  # “he said nothing had changed”
            if self.phrases[nobody].role == "subject":
                return None  # “he said no one on the coaches had owned up”
            return "moment" if self.of.isdisjoint(row[1:2]) and not clause.negated else None
        if thing is None or (clause.negated and thing.determiner is None and thing.modifiers):
            return None  # “did not have kind words”
        after = self.tokens.lowers[thing.last : thing.last + 1]
        if thing.of is not None or (not self.of.isdisjoint(after) and not self._on_the_matter(thing.last + 1)):
            return None  # “said nothing about the price”
        if clause.lemma in self.getting:
            return None  # whoever gets no answer has asked
        if not denied:
            return "court" if self._right_not(row) else None
        if thing.lemma in self.sworn:
            return "court"
        return "press" if thing.lemma in self.said else None

    def _is_an_answer(self, at: int) -> bool:
        """Whether a word that may deny answers by itself: “he said no because his father was ill”."""
        return self.facts.language.tags[at] != "PRON"

    def _on_the_matter(self, at: int) -> bool:
        """Whether a phrase means whatever the article is about: “not a word on the matter”, “to reporters”."""
        number = self.facts.language.phrase_at(at)
        return number is not None and self.phrases[number].lemma in self.matters | self.media

    def _thing_in(self, first: int, last: int) -> Phrase | None:
        """The first phrase between two tokens that is something said."""
        for at in range(first, last):
            number = self.facts.language.phrase_at(at)
            if number is not None and self.phrases[number].lemma in self.said | self.sworn:
                return self.phrases[number]
        return None

    def _right_not(self, row: list[str]) -> bool:
        """Whether the words behind a verb deny that something is said: his right not to give evidence."""
        return not self.facts.lexicon.words("negations").isdisjoint(row) and not self.sworn.isdisjoint(row)

    def _answer(self, person: Person, clause: Clause, sort: Sort, people: Holders) -> Stretch | None:
        """The first quote in which the person speaks where he or she is said to have been silent.

        Whoever is also quoted from elsewhere, a speech or a letter, may be so wherever the credit is plain.
        """
        own = [q for q in self.facts.quotes if q.speaker and q.cue and people.speaker(q.speaker) is person]
        own = [quote for quote in own if self._is_sure(quote, person)]
        if sort == "press" and not all(self._to_the_paper(quote) for quote in own if quote.kind == "direct"):
            own = [quote for quote in own if not self.media.isdisjoint(self._behind(quote))]
        for quote in own:
            if self._breaks(quote, clause, sort):
                return Stretch(quote.start, quote.end)
        return None

    def _is_sure(self, quote: Quote, person: Person) -> bool:
        """Whether a quote's speaker is named there, or is “he” who is named in its block or the one above."""
        if quote.speaker is None or quote.speaker.kind != "pronoun":
            return quote.speaker is not None
        near = (quote.paragraph - 1, quote.paragraph)
        return any(self.facts.paragraph_at(name.start).number in near for name in person.names)

    def _answer_of_body(self, clause: Clause, unheard: int | None) -> Stretch | None:
        """The first quote in which a body said to have been silent speaks, or somebody speaks for it."""
        number = clause.subject if unheard is None else unheard
        if number is None:
            return None
        row = self.phrases[number].conjoined if self._of_neither(clause) and unheard is None else ()
        for place in row or (number,):
            body = self.phrases[place]
            quotes = SpokenFor(self.facts).quotes_of(body) if body.pronoun is None else ()
            for one in quotes:
                if self._breaks(one, clause, "press"):
                    return Stretch(one.start, one.end)
        return None

    def _breaks(self, quote: Quote, clause: Clause, sort: Sort) -> bool:
        """Whether a quote is what a silence denies."""
        if sort == "moment":
            here = self.facts.sentence_at(quote.start)
            near = 0 < here.number - clause.sentence <= _NEXT
            return near and here.paragraph == self.facts.sentences[clause.sentence].paragraph and quote.kind == "direct"
        if sort == "court":
            return not self.courts.isdisjoint(self._behind(quote))
        return self._to_the_paper(quote)

    def _behind(self, quote: Quote) -> list[str]:
        """The words of a credit's sentence behind its verb."""
        if quote.cue is None:
            return []
        at = self.tokens.at(quote.cue.start)
        return self.tokens.lowers[at + 1 : self.facts.sentence_at(quote.cue.start).last]

    def _to_the_paper(self, quote: Quote) -> bool:
        """Whether a quote was said to the press, or its credit names no other place, document or occasion."""
        if quote.cue is None or self._was_before(quote.cue.start):
            return False
        if not self.media.isdisjoint(self._behind(quote)):
            return True
        at = self.tokens.at(quote.cue.start)
        number = bisect_left(self.clauses, at, key=lambda clause: clause.verb)
        clause = self.clauses[number] if number < len(self.clauses) else None
        whole = quote.kind == "direct"
        if clause is None or clause.verb != at or clause.object is not None:
            return whole and clause is not None and clause.verb == at and self._asks(clause)
        if not whole:
            return any(self.phrases[phrase].lemma in self.directly for _, phrase in clause.obliques)
        return all(
            "time" in self.phrases[phrase].classes
            or self._tells_who(quote, preposition)
            or self.phrases[phrase].lemma in self.directly
            for preposition, phrase in clause.obliques
        )

    def _was_before(self, start: int) -> bool:
        """Whether the words were said before what the article tells: “he had remarked”."""
        number = self.facts.language.clause_of(self.tokens.at(start))
        clause = self.clauses[number] if number is not None else None
        before = self.tokens.lowers[clause.first : clause.verb] if clause is not None else []
        return not self.facts.lexicon.words("past-perfect-words").isdisjoint(before)

    def _tells_who(self, quote: Quote, preposition: int) -> bool:
        """Whether a preposition behind the speaker leads to whose he is: a spokesman for the firm."""
        end = quote.speaker.end if quote.speaker is not None else -1
        near = end < self.tokens.starts[preposition] <= end + 1
        return near and self.tokens.lowers[preposition] in self.facts.lexicon.words("links-to-who-one-speaks-for")

    def _asks(self, clause: Clause) -> bool:
        """Whether those spoken to are a paper, a station or those who asked: told the Herald, told them."""
        told = self.phrases[clause.object] if clause.object is not None else None
        if told is None:
            return False
        named = told.proper or self.tokens.texts[told.head][0].isupper()  # “the Mercury”
        return told.pronoun in self.them or (named and told.determiner is not None)
