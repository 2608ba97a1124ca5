"""Rivals: two who stand in parallel before a “he”, “she” or “it” that opens the next sentence."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Sentence
    from factlint.language.model import Clause, Phrase

_SOLID = frozenset({"artefact", "group", "animal"})
_NEAR = 2  # sentences back to two bodies named side by side
_JOINED = 2  # tokens right before the second subject among which “and” stands: “and that Hay”

_SAYING = "saying"


class Rivals:
    """Finds two parallel subjects before a place; holds what that needs."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.language = facts, facts.language
        self.lowers = facts.tokens.lowers
        self.against = facts.lexicon.words("opposing-verbs")
        self.prevailing = facts.lexicon.words("prevailing-verbs")
        self.joining = facts.lexicon.words("contrasting-words")

    @cached_property
    def _clauses(self) -> dict[int, list[Clause]]:
        """Sentence → its clauses that have a subject of their own, outside quotations."""
        found: dict[int, list[Clause]] = {}
        for clause in self.language.clauses:
            if not clause.in_quote and clause.subject is not None and not clause.shared:
                found.setdefault(clause.sentence, []).append(clause)
        return found

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        """First token of a name → the naming."""
        return {self.facts.tokens.at(mention.start): mention for mention in self.facts.mentions}

    def before(self, at: int, gender: str | None) -> tuple[Stretch, Stretch] | None:
        """The two subjects right before a pronoun that opens its sentence, where each fits it as well.

        `gender`: whom a he or she needs; None for “it”.
        """
        sentence = self.facts.sentence_of(at)
        if sentence.first != at or sentence.number < 1:
            return None
        if self.facts.sentences[sentence.number - 1].paragraph != sentence.paragraph and gender is not None:
            return None
        if gender is None and self._says(at) and (side := self._side_by_side(sentence.number)) is not None:
            return side
        pair = self._repeated(sentence.number - 1)
        if self._says(at) and (pair is None or _SAYING in pair[0].classes):
            return None  # of two who said something the one who spoke last goes on
        if gender is None and self._goes_on(sentence.number - 1, self.lowers[at]):
            return None
        pair = pair or self._joined(sentence.number - 1)
        if pair is not None:
            one, two = (self._entity(self._phrase(clause)) for clause in pair)
        else:
            one, two = self._opposed(sentence.number - 1, gender)
        if one is None or two is None or not (self._fits(one, gender) and self._fits(two, gender)):
            return None
        if self._name(one) == self._name(two) or not self._alike(one, two, gender):
            return None
        return Stretch(one.start, one.end), Stretch(two.start, two.end)

    def _goes_on(self, number: int, pronoun: str) -> bool:
        """Whether a sentence has spoken of something by the same pronoun: “The room is too low for it. It was …”"""
        sentence = self.facts.sentences[number]
        return pronoun in self.lowers[sentence.first : sentence.last]

    def _side_by_side(self, number: int) -> tuple[Stretch, Stretch] | None:
        """The two bodies whose names “and” joins shortly before a sentence, with no other name since.

        “The marriage of Roe Air and Hay Jet is off. … It warned last month that …”
        """
        for place in range(number - 1, max(-1, number - 1 - _NEAR), -1):
            sentence = self.facts.sentences[place]
            names = [p for p in self._phrases_of(sentence) if p.proper and not self._is_calendar(p)]
            if not names:
                continue
            listed = [self.language.phrases[index] for index in names[0].conjoined]
            two = len(names) == len(listed) == 2 and all(self._is_body(name) for name in names)
            return (Stretch(names[0].start, names[0].end), Stretch(names[1].start, names[1].end)) if two else None
        return None

    def _phrases_of(self, sentence: Sentence) -> list[Phrase]:
        first = bisect_left(self.language.phrases, sentence.first, key=lambda phrase: phrase.first)
        last = bisect_left(self.language.phrases, sentence.last, key=lambda phrase: phrase.first)
        return list(self.language.phrases[first:last])

    def _is_calendar(self, phrase: Phrase) -> bool:
        return self.lowers[phrase.head] in self.facts.lexicon.words("calendar-words")

    def _is_body(self, phrase: Phrase) -> bool:
        """Whether a name of several words is a body's: neither a known person's nor a place's."""
        mention = self._mention(phrase)
        person = mention is not None and mention.person.gender != "unknown"
        at = bisect_left(self.facts.places, phrase.start, key=lambda one: one.start)
        place = at < len(self.facts.places) and self.facts.places[at].start < phrase.end
        return phrase.last - phrase.first > 1 and not person and not place

    def _says(self, at: int) -> bool:
        """Whether a pronoun says something, as whoever spoke last goes on to do."""
        number = self.language.clause_of(at)
        return number is None or _SAYING in self.language.clauses[number].classes

    def _joined(self, number: int) -> tuple[Clause, Clause] | None:
        """The two clauses of a sentence that “and”, “but” or “while” joins, each with a subject of its own."""
        clauses = [c for c in self._clauses.get(number, ()) if c.kind in ("main", "subordinate")]
        for one, two in pairwise(clauses):
            subject = self._phrase(two)
            between = self.lowers[max(one.last, subject.first - _JOINED) : subject.first]
            if self.joining.isdisjoint(between) or subject.first <= one.verb:
                continue
            told = two.within is not None and self.language.clauses[two.within] is one
            return (one, two) if one.kind == two.kind and (told or one.within == two.within) else None
        return None

    def _repeated(self, number: int) -> tuple[Clause, Clause] | None:
        """Two sentences in a row that begin with a subject and the same verb: “Roe wants a play. Hay wants a film.”"""
        if number < 1:
            return None
        pair = [self._first(place) for place in (number - 1, number)]
        one, two = pair
        sentences = self.facts.sentences
        if one is None or two is None or sentences[number - 1].paragraph != sentences[number].paragraph:
            return None
        return (one, two) if one.lemma == two.lemma and one.voice == two.voice else None

    def _first(self, number: int) -> Clause | None:
        first = self.facts.sentences[number].first
        return next((c for c in self._clauses.get(number, ()) if self._phrase(c).first == first), None)

    def _phrase(self, clause: Clause) -> Phrase:
        return self.language.phrases[clause.subject or 0]

    def _opposed(self, number: int, gender: str | None) -> tuple[Phrase | None, Phrase | None]:
        """The subject and the object of a sentence in which one acts against the other: “Roe Air sued Hay Jet.”

        Of people who prevail the next sentence tells more: “Roe beat Hay. He will meet Lee.”
        """
        for clause in self._clauses.get(number, ()):
            if gender is not None and clause.lemma in self.prevailing:
                continue
            if clause.object is not None and clause.voice == "active" and clause.lemma in self.against:
                return self._entity(self._phrase(clause)), self._entity(self.language.phrases[clause.object])
        return None, None

    def _entity(self, phrase: Phrase) -> Phrase | None:
        """Who or what is spoken of by a name or a definite noun; None for a pronoun, a list, or nobody known."""
        known = phrase.proper or phrase.determiner is not None or phrase.first in self.mentions
        return None if phrase.pronoun or phrase.plural or phrase.conjoined or not known else phrase

    def _fits(self, phrase: Phrase, gender: str | None) -> bool:
        mention = self._mention(phrase)
        if gender is None:
            return mention is None and (phrase.proper or bool(phrase.classes & _SOLID))
        if mention is not None:
            return mention.person.gender in (gender, "unknown")
        nouns = self.facts.lexicon.table("gendered-nouns")
        return "person" in phrase.classes and nouns.get(phrase.lemma, gender) == gender

    def _mention(self, phrase: Phrase) -> Mention | None:
        return next((self.mentions[at] for at in range(phrase.first, phrase.last) if at in self.mentions), None)

    def _name(self, phrase: Phrase) -> str:
        mention = self._mention(phrase)
        return mention.person.id if mention is not None else phrase.lemma

    def _alike(self, one: Phrase, two: Phrase, gender: str | None) -> bool:
        """Whether two can be told apart by no word: both people, or both things of one class, or both names."""
        if gender is not None:
            return not all(m is None or m.person.gender == "unknown" for m in (self._mention(one), self._mention(two)))
        return (one.proper and two.proper) or bool(one.classes & two.classes)
