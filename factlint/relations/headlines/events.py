"""Events: what a display line tells as done, and where the text tells of the same, in whatever form.

This is the alignment that the parts are read from: a line's verb, and every clause and noun of the text that tells its
event by the same word, by its noun (charged, without charge), by a word on the same side of two opposites, or by one
that gives the same answer to a question. Each comes with its standing and with what denies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.lazy import cached_property
from factlint.record import NamedTuple
from factlint.relations.headlines.answers import answers_in, known_answers

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_STEM = 5  # letters by which a verb and its noun are held to tell one event
_SETTLED = frozenset({"done", "reported"})
_BEFORE = 3  # tokens before a noun within which a word denies it


class Event(NamedTuple):
    """One telling of an event.

    first, last: its words, as a half-open range of tokens.
    clause: the clause that it is the verb of, or whose part its noun is; None where there is none.
    nominal: whether a noun tells it.
    standing: done, planned, possible, asked, reported, alleged or denied.
    denial: the token that denies it, or None.
    sentence: number of its sentence.
    quoted: whether it stands in a quotation.
    """

    first: int
    last: int
    clause: int | None
    nominal: bool
    standing: str
    denial: int | None
    sentence: int
    quoted: bool


class Events:
    """The events of an article's text, found by the verbs of its display lines."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._told: dict[str, list[Event]] = {}

    def stated(self, line: Line) -> Iterator[tuple[int, Clause]]:
        """The clauses by which a line tells an event as done, each with its number; verbs of saying tell of another."""
        story = self.story
        light = story.facts.lexicon.union("verbs-of-no-event", "headline-saying-verbs")
        for index in self._within(line.paragraph.first, line.paragraph.last):
            clause = story.language.clauses[index]
            if clause.kind != "main" or clause.negated or clause.standing not in _SETTLED:
                continue
            if clause.lemma in light or story.in_quote(clause.verb):
                continue
            yield index, clause

    def stated_not(self, line: Line) -> Iterator[tuple[int, Clause]]:
        """The clauses by which a line tells that something is not done, each with its number: “will not go”."""
        story = self.story
        light = story.facts.lexicon.union("verbs-of-no-event", "headline-saying-verbs")
        for index in self._within(line.paragraph.first, line.paragraph.last):
            clause = story.language.clauses[index]
            plain = (
                clause.kind in ("main", "infinitive") and clause.lemma not in light and "saying" not in clause.classes
            )
            if plain and not story.in_quote(clause.verb) and story.denial(clause.verb) is not None:
                yield index, clause

    def told(self, clause: Clause) -> list[Event]:
        """Every telling in the text of the event that a line's clause tells, in order of place."""
        if clause.lemma not in self._told:
            found = [*self._by_verbs(clause), *self._by_nouns(clause)]
            self._told[clause.lemma] = sorted(found, key=lambda one: one.first)
        return self._told[clause.lemma]

    def answers(self, line: Line, clause: Clause) -> Iterator[int]:
        """The clauses of the text that give the answer of a line's clause to its question: shut, will stay closed."""
        story, known = self.story, known_answers(self.story.facts.lexicon)
        span = line.paragraph
        own = {
            (one.question, one.answer)
            for one in answers_in(story.language, span.first, span.last, known.entries, known.by_conversion)
            if one.first == clause.verb
        }
        for sentence in story.sentences if own else ():
            for one in answers_in(story.language, sentence.first, sentence.last, known.entries, known.by_conversion):
                index = story.language.clause_of(one.first)
                if (one.question, one.answer) in own and index is not None and story.denial(one.first) is None:
                    yield index

    def is_near(self, event: Event, line: Line) -> bool:
        """Whether a telling opens the text, or stands among words of the line."""
        story = self.story
        if event.sentence in story.lead:
            return True
        own = story.telling(event.first, event.last)
        about = story.telling(line.paragraph.first, line.paragraph.last) - own
        return bool(about & story.about(event.sentence))

    def may_be_of(self, stated: Clause, event: Event) -> bool:
        """Whether a telling may be of the thing or doer that a line's clause has: by nothing is it told of another."""
        story = self.story
        if event.clause is None or event.nominal:
            return True
        clause = story.language.clauses[event.clause]
        before = story.tokens.lowers[clause.first : clause.verb]
        if not story.facts.lexicon.words("past-perfect-words").isdisjoint(before):
            return False  # “had never won”: it was so before
        pairs = ((stated.subject, clause.subject), (stated.object, clause.object), (stated.subject, clause.object),
                 (stated.object, clause.subject))  # fmt: skip
        known = [(one, other) for one, other in pairs if one is not None and other is not None]
        phrases, entities = story.language.phrases, story.entities
        personal = story.facts.lexicon.words("pronouns-alone")
        if not known or any(phrases[other].pronoun in personal for _, other in known):
            return True
        return any(entities.told_of(one, True) & entities.told_of(other, False) for one, other in known)

    def _within(self, first: int, last: int) -> Iterator[int]:
        clauses = self.story.language.clauses
        return (index for index, one in enumerate(clauses) if first <= one.verb < last)

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        """The tokens of the text's nouns and verbs by the beginning of their dictionary forms."""
        found: dict[str, list[int]] = {}
        tags, lemmas = self.story.language.tags, self.story.language.lemmas
        for one in self.story.sentences:
            for at in range(one.first, one.last):
                if tags[at] in ("NOUN", "VERB", "ADJ"):
                    found.setdefault(self._stem(lemmas[at]), []).append(at)
        return found

    def _stem(self, lemma: str) -> str:
        nouns = self.story.facts.lexicon.table("verbs-of-event-nouns")
        return str(nouns.get(lemma, lemma))[:_STEM]

    def _by_verbs(self, stated: Clause) -> Iterator[Event]:
        story, language = self.story, self.story.language
        for at in self._stems.get(self._stem(stated.lemma), ()):
            index = language.clause_of(at)
            clause = None if index is None else language.clauses[index]
            if clause is None or clause.verb != at or _is_longer(stated.lemma, clause.lemma):
                continue
            if clause.particle is not None and stated.particle is None:
                continue  # what is put off is not put
            yield Event(
                clause.first, clause.last, index, False, clause.standing, story.denial(at), clause.sentence,
                clause.in_quote,
            )  # fmt: skip

    def _by_nouns(self, stated: Clause) -> Iterator[Event]:
        story, language = self.story, self.story.language
        for at in self._stems.get(self._stem(stated.lemma), ()):
            phrase = story.phrase(language.phrase_at(at))
            noun = language.tags[at] == "NOUN" or (phrase is not None and phrase.head == at and phrase.first < at)
            if language.tags[at] == "VERB" or not noun or _is_longer(stated.lemma, language.lemmas[at]):
                continue
            clause = story.clause_before(at)
            index = language.clause_of(at)
            number = story.facts.sentence_at(story.tokens.starts[at]).number
            standing = "done" if clause is None else clause.standing
            yield Event(at, at + 1, index, True, standing, self._none(at), number, story.in_quote(at))

    def _none(self, at: int) -> int | None:
        """The word that denies a noun: “no charge”, “without charge”, “not make any offer”."""
        story = self.story
        lexicon, lowers = story.facts.lexicon, story.tokens.lowers
        none = lexicon.union("no-determiners", "words-of-lack")
        first = story.facts.sentence_at(story.tokens.starts[at]).first
        return next((place for place in range(at - 1, max(first, at - _BEFORE) - 1, -1) if lowers[place] in none), None)


def _is_longer(verb: str, other: str) -> bool:
    """Whether two words of one beginning are too unlike in length to be one word's forms."""
    return abs(len(verb) - len(other)) > _STEM
