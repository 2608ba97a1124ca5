"""Statements: verbs of saying beside their subject, with what the same and other people have said before."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Statement, Stretch
from factlint.facts.references.bearings import how_far_up
from factlint.facts.speech.cues import is_verb, lemma, verbs_of
from factlint.facts.speech.speakers import phrase_at, subject_before
from factlint.language.endings import endings_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Person, Pronoun, Speaker
    from factlint.facts.speech.speakers import Phrase
    from factlint.lexicon import Lexicon

_REACH = 12  # tokens before a verb in which its subject stands


class _Said(NamedTuple):
    """A verb with the speaker beside it; token ranges."""

    first: int
    verb: int
    subject: Phrase
    person: Person | None
    certain: bool


@lru_cache(maxsize=4)
def _going_on(lexicon: Lexicon) -> frozenset[str]:
    """The forms of verbs that, with a particle, say that somebody goes on speaking."""
    with_particles = lexicon.words("verbs-that-continue-with-particles")
    return frozenset(form for form, verb in verbs_of(lexicon).near.items() if verb in with_particles)


def find_statements(facts: Facts) -> tuple[Statement, ...]:
    """The verbs of saying outside quotations that stand beside their subject, in order."""
    return tuple(_Chronicle(facts).statements())


class _Voice(NamedTuple):
    """A place where somebody is let speak.

    start: first code point of the crediting words, or of a quote without any.
    end: one past their last.
    who: the person's id, or else the words for the speaker; empty where there are none.
    plain: whether the verb is one of saying and nothing else.
    veiled: whether the place has no name: he, she, the minister.
    """

    start: int
    end: int
    who: str
    plain: bool
    veiled: bool


class _Chronicle:
    """Who has spoken up to a place of the article; places are read in order."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.verbs = verbs_of(facts.lexicon)
        self.particles = facts.lexicon.words("on-words")
        self.between = self.verbs.adverbs | self.verbs.auxiliaries
        self.mentions = {mention.end: mention for mention in facts.mentions}
        self.opening = {mention.start: mention for mention in facts.mentions}
        self.pronouns = {pronoun.start: pronoun for pronoun in facts.pronouns}
        self.cues = {quote.cue.start: quote for quote in reversed(facts.quotes) if quote.cue is not None}
        self.spoken: dict[str, int] = {}  # by person, or by the words for somebody
        self.known: dict[int, _Said | None] = {}  # by the verb
        self.voices = self._voices()
        self.read = 0  # how many of the voices have been noted
        self.heard = 0  # how many of those spoke for certain
        self.last: Stretch | None = None
        self.veiled: int | None = None

    def _voices(self) -> list[_Voice]:
        """Where anybody may be let speak, in order.

        A quote that a verb credits stands at that verb, so that no verb finds its own quote before it.
        """
        facts, tokens = self.facts, self.facts.tokens
        voices: dict[int, _Voice] = {}
        for at in tokens.positions(self.verbs.all_forms):
            if not is_verb(tokens, at, self.verbs, True) or facts.is_quoted(at):
                continue
            if (said := self._said(at)) is not None:
                start = tokens.starts[at]
                plain = tokens.lowers[at] in self.verbs.strong
                voices[start] = _Voice(start, tokens.ends[at], self._key(said), plain, said.subject.kind != "named")
        for start, voice in self._sources():
            voices.setdefault(start, voice)
        for quote in facts.quotes:
            place = quote.cue or quote
            veiled = quote.speaker is None or quote.speaker.kind != "named"
            voices[place.start] = _Voice(place.start, place.end, _who(quote.speaker), True, veiled)
        return sorted(voices.values())

    def _sources(self) -> Iterator[tuple[int, _Voice]]:
        """Whoever is named as a source without a verb: “according to the ranger, Ann Roe”."""
        tokens, mentions = self.facts.tokens, self.facts.mentions
        for at, last in tokens.phrases(self.facts.lexicon.phrases("source-phrases")):
            if self.facts.is_quoted(at):
                continue
            reach = min(self.facts.sentence_of(at).last, last + _REACH)
            place = bisect_left(mentions, tokens.starts[at], key=lambda mention: mention.start)
            if place < len(mentions) and mentions[place].end <= tokens.ends[reach - 1]:
                start = tokens.starts[at]
                yield start, _Voice(start, tokens.ends[last - 1], mentions[place].person.id, True, False)

    def _said(self, verb: int) -> _Said | None:
        if verb not in self.known:
            self.known[verb] = self._said_at(verb)
        return self.known[verb]

    def _said_at(self, verb: int) -> _Said | None:
        facts, tokens = self.facts, self.facts.tokens
        sentence = facts.sentence_of(verb)
        first = verb
        while first > sentence.first and tokens.lowers[first - 1] in self.between:
            first -= 1
        subject = None
        floor = max(sentence.first, verb - _REACH)
        if first > floor:
            found = subject_before(tokens, floor, verb, self.verbs, floor == sentence.first)
            # Beside the verb, or with an apposition in between: Ann Lee, the mayor, said.
            beside = found is not None and (found.last == first or tokens.texts[first - 1] == ",")
            subject = found if beside else None
        behind = verb + 1 + (not self.particles.isdisjoint(tokens.lowers[verb + 1 : verb + 2]))
        if subject is None and behind < sentence.last:
            subject = phrase_at(tokens, behind, sentence.last, self.verbs)
            subject = subject if subject is not None and subject.kind == "named" else None
        if subject is None:
            return None
        person, certain = self._person(subject)
        return _Said(first, verb, subject, person, certain)

    def _person(self, subject: Phrase) -> tuple[Person | None, bool]:
        tokens = self.facts.tokens
        if subject.kind == "pronoun":
            pronoun: Pronoun | None = self.pronouns.get(tokens.starts[subject.first])
            return (pronoun.person, True) if pronoun else (None, False)
        mention = self._mention(subject)
        return (mention.person, mention.person.certain) if mention else (None, False)

    def _mention(self, subject: Phrase) -> Mention | None:
        """The name that ends the words for a speaker, or else begins them: Ann Lee of the harbour board."""
        tokens = self.facts.tokens
        last: Mention | None = self.mentions.get(tokens.ends[subject.last - 1])
        return last or self.opening.get(tokens.starts[subject.first])

    def _key(self, said: _Said) -> str:
        if said.person is not None:
            return said.person.id
        tokens = self.facts.tokens
        return " ".join(tokens.lowers[said.subject.first : said.subject.last])

    def statements(self) -> list[Statement]:
        facts, tokens = self.facts, self.facts.tokens
        found = []
        on = _going_on(facts.lexicon)
        for at in tokens.positions(self.verbs.strong.keys() | on):
            if not is_verb(tokens, at, self.verbs, tokens.lowers[at] in on) or facts.is_quoted(at):
                continue
            said = self._said(at)
            if said is None or (tokens.lowers[at] in on and not self._resumes(said)):
                continue
            # “…,” went on Ann Lee: only the credit of a quote has its subject behind it.
            if said.subject.last <= said.first or (self._resumes(said) and tokens.starts[at] in self.cues):
                found.append(self._statement(said))
        return found

    def _statement(self, said: _Said) -> Statement:
        facts, tokens = self.facts, self.facts.tokens
        start, end = tokens.starts[said.first], tokens.ends[said.verb]
        own = self.cues.get(tokens.starts[said.verb])
        paragraph = own.paragraph if own is not None else facts.paragraph_at(start).number
        goes_on = self._goes_on(said)
        self._hear(tokens.starts[said.verb])
        last, veiled = self.last, self.veiled
        back = paragraph - facts.paragraph_at(last.start).number if last is not None else None
        mention = self._mention(said.subject)
        return Statement(
            start,
            end,
            lemma(self.verbs, tokens.lowers[said.verb]),
            goes_on,
            goes_on and self._resumes(said),
            own is not None,
            tokens.text[tokens.starts[said.subject.first] : tokens.ends[said.subject.last - 1]],
            "named" if said.subject.kind == "named" else "pronoun" if said.subject.kind == "pronoun" else "described",
            mention.form if mention is not None else None,
            said.person,
            said.certain,
            self.spoken.get(self._key(said), 0),
            self.heard,
            back,
            paragraph - facts.paragraph_at(veiled).number if veiled is not None else None,
            last,
            how_far_up(facts.lexicon, back) if back is not None else None,
            paragraph,
        )

    def _goes_on(self, said: _Said) -> bool:
        tokens, words = self.facts.tokens, self.facts.lexicon.words
        if tokens.lowers[said.verb].endswith(endings_of(self.facts.lexicon).gerund):
            return False
        following = tokens.lowers[said.verb + 1 : said.verb + 2]
        continuing = self._resumes(said)
        if continuing and not words("to-words").isdisjoint(following):
            return False  # “He also continued to raise money”
        adverbs = words("again-words")
        if any(word in adverbs for word in tokens.lowers[said.first : said.verb]):
            return True
        # “He continued in office”: a verb of saying only where speech follows, or stands before it.
        return continuing and self._leads_to_speech(said, following)

    def _leads_to_speech(self, said: _Said, following: list[str]) -> bool:
        """Whether speech follows a verb or stands before it; “he repeated his call” has an object."""
        if not self.verbs.determiners.isdisjoint(following):
            return False
        contents = self.facts.lexicon.words("source-that-words")
        return self.facts.tokens.starts[said.verb] in self.cues or not contents.isdisjoint(following)

    def _resumes(self, said: _Said) -> bool:
        """Whether the verb itself takes up what its subject was saying: added, repeated, went on."""
        tokens, words = self.facts.tokens, self.facts.lexicon.words
        verb = lemma(self.verbs, tokens.lowers[said.verb])
        if verb in words("verbs-that-continue-with-particles"):
            return not self.particles.isdisjoint(tokens.lowers[said.verb + 1 : said.verb + 2])
        return verb in words("continuing-verbs")

    def _hear(self, offset: int) -> None:
        """Notes all voices before a place."""
        while self.read < len(self.voices) and self.voices[self.read].start < offset:
            voice = self.voices[self.read]
            self.spoken[voice.who] = self.spoken.get(voice.who, 0) + 1
            if voice.plain:
                self.heard += 1
                self.last = Stretch(voice.start, voice.end)
            if voice.plain and voice.veiled:
                self.veiled = voice.start
            self.read += 1


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return speaker.person.id if speaker.person is not None else speaker.text.lower()
