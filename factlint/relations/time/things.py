"""Things: the first that an article tells of the one that an anniversary is of: “the choir was got up in 1889”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factlint.facts.model import Moment
from factlint.language.kindred import kindred
from factlint.language.model import Clause, Phrase
from factlint.lazy import cached_property
from factlint.relations.time.dating import when
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons

_BESIDE = 3  # tokens between a thing and “, now 148 years old”
_BACK = 2  # sentences back to what “its” may mean
_SHORTEST = 4  # letters from which a noun may be the end of another
_NO_THINGS = frozenset({"person", "time", "quantity"})
_MADE = frozenset({"making", "contact"})
_KINDS = frozenset({"day", "month", "season", "year"})
_TOLD = ("done", "reported", "alleged")


class Things:
    """The things of an article by the noun that names them, each with the times told of it."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @cached_property
    def _dated(self) -> dict[str, list[tuple[Moment, bool]]]:
        """What each noun was told to be or do at a time, and whether that was its making."""
        frame, found = self.frame, defaultdict[str, list[tuple[Moment, bool]]](list)
        persons = Persons(frame)
        for number, clause in enumerate(frame.facts.language.clauses):
            if clause.sentence not in frame.moments or clause.subject is None or clause.in_quote or clause.negated:
                continue
            subject = frame.facts.language.phrases[clause.subject]
            if clause.tense != "past" or clause.standing not in _TOLD or subject.plural:
                continue
            moment = when(frame, persons, number)
            if moment is not None and moment.fixed and not moment.relative and moment.kind in _KINDS:
                found[subject.lemma].append((moment, _makes(frame, clause)))
        return found

    def first_told(self, first: int, last: int, sentence: int) -> Moment | None:
        """When the thing was made whose age or anniversary stands at some tokens: the earliest time told of it.

        It is the beginning only where the article says of nothing earlier, and by a verb of making or setting up.
        """
        nouns = _of_what(self.frame, first, last, sentence) if self._dated else ()
        alike = [lemma for lemma in self._dated if any(are_one(self.frame, lemma, noun) for noun in nouns)]
        told = [one for lemma in alike for one in self._dated[lemma]]
        earliest = min(told, key=lambda one: one[0].options[0], default=None)
        return earliest[0] if earliest is not None and earliest[1] else None


def are_one(frame: Frame, one: str, two: str) -> bool:
    """Whether two nouns may be of one thing: the same, “footbridge” and “bridge”, a viaduct and a bridge."""
    short, long = sorted((one, two), key=len)
    return (len(short) >= _SHORTEST and long.endswith(short)) or kindred(frame.facts.lexicon).are(one, two)


def _of_what(frame: Frame, first: int, last: int, sentence: int) -> set[str]:
    """The nouns that may be what an age or anniversary is of."""
    language = frame.facts.language
    number = language.phrase_at(last - 1)
    held = None if number is None else language.phrases[number]
    if held is not None and held.owner is not None:
        return {language.phrases[held.owner].lemma}
    if held is not None and held.head >= last:
        return {held.lemma}  # “the 210-year-old mill”
    if held is not None and held.of is not None:
        return {language.phrases[held.of].lemma}
    owned = frame.has("body-pronouns", (frame.lowers[first - 1],))
    before = [phrase for phrase in _before(frame, first, sentence) if first - phrase.last <= _BESIDE]
    if before and not owned:
        return {before[-1].lemma}
    return {phrase.lemma for phrase in _before(frame, first, sentence - _BACK)}


def _before(frame: Frame, token: int, sentence: int) -> Iterator[Phrase]:
    """The things named from the start of a sentence to a token, in order of place."""
    language = frame.facts.language
    at = frame.facts.sentences[max(0, sentence)].first
    while at < token:
        number = language.phrase_at(at)
        phrase = None if number is None else language.phrases[number]
        at = at + 1 if phrase is None else max(at + 1, phrase.last)
        named = phrase is not None and phrase.last <= token and phrase.pronoun is None
        if phrase is not None and named and _NO_THINGS.isdisjoint(phrase.classes):
            yield phrase


def _makes(frame: Frame, clause: Clause) -> bool:
    """Whether a clause tells of a beginning: a thing is made, laid, put or got up, or gets under way."""
    particle = () if clause.particle is None else (frame.lowers[clause.particle],)
    if clause.voice != "passive":
        behind = frame.lowers[clause.last : clause.last + 2]
        return frame.has("light-verbs-of-setting-up", (clause.lemma,)) and frame.has("under-way-words", behind)
    if frame.has("light-verbs-of-setting-up", (clause.lemma,)):
        return frame.has("setting-up-particles", particle or (frame.lowers[clause.last],))
    return not clause.classes.isdisjoint(_MADE)
