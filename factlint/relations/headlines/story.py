"""The story: what a display line is held against, as sentences, clauses and telling words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from weakref import proxy

from factlint.facts.headlines.display import HEADLINE, Line, TextWords, display_lines, plain
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.model import Moment, Sentence
    from factlint.language.kindred import Kindred
    from factlint.language.model import Clause, Phrase
    from factlint.relations.analysis import Analysis
    from factlint.relations.headlines.entities import Entities
    from factlint.relations.headlines.events import Events
    from factlint.relations.quantities import Quantity

_ASIDE = ("heading", "caption")
_STEM = 5  # letters by which two words are held to be forms of one
_SHORTEST = 3  # letters of a word that is not cut
_LEAD = 3  # sentences that tell a story in short
_FEWEST_WORDS = 15  # words of the text below which it is a stub
_GOVERNED = 4  # tokens before an infinitive or a form in -ing within which stands what it hangs on
_LONGEST_LINE = 60  # words; what is longer is no display line
_MOST_LINES = 40  # display lines that are looked at


def _verb_of(clause: Clause) -> int:
    return clause.verb


class Story:
    """An article's text and the display lines above, beside and within it."""

    def __init__(self, facts: Analysis) -> None:
        self.facts = facts
        self.tokens = facts.tokens
        self.language = facts.language
        self.lines = display_lines(facts)
        self.text = TextWords(facts, self.lines, HEADLINE)

    @cached_property
    def display(self) -> list[Line]:
        """The headline and its standfirst; none where there is no text to speak of."""
        if self.text.size < _FEWEST_WORDS:
            return []
        lines = [line for line in self.lines if line.kind == HEADLINE and line.paragraph.words <= _LONGEST_LINE]
        return lines[:_MOST_LINES]

    @cached_property
    def entities(self) -> Entities:
        """Who and what the phrases of the article speak of."""
        from factlint.relations.headlines.entities import Entities

        return Entities(proxy(self))  # not held by what it holds, so that both go at once

    @cached_property
    def events(self) -> Events:
        """What the lines tell as done, beside where the text tells of the same."""
        from factlint.relations.headlines.events import Events

        return Events(proxy(self))

    @cached_property
    def captions(self) -> list[Line]:
        """The captions."""
        return [line for line in self.lines if line.kind == "caption"][:_MOST_LINES]

    @cached_property
    def passages(self) -> list[tuple[Line, int, int]]:
        """Each subheading with the numbers of the sentences up to the next one, half-open."""
        headings = [line for line in self.lines if line.kind == "heading"][:_MOST_LINES]
        starts = [self.facts.sentence_at(line.paragraph.start).number for line in headings]
        ends = [*starts[1:], len(self.facts.sentences)]
        return [(line, first + 1, last) for line, first, last in zip(headings, starts, ends, strict=False)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text."""
        blocks = self.text.blocks
        # What opens a text in the form of a caption is its first paragraph.
        numbers = {block.number for at, block in enumerate(blocks) if at == 0 or block.kind not in _ASIDE}
        return [one for one in self.facts.sentences if one.paragraph in numbers]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of the text's sentences."""
        return frozenset(one.number for one in self.sentences)

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The quantities of the article by the number of their sentence."""
        found: dict[int, list[Quantity]] = {}
        for one in self.facts.quantities.all:
            found.setdefault(one.sentence, []).append(one)
        return found

    @cached_property
    def moments(self) -> dict[int, list[Moment]]:
        """The moments of the article by the number of their sentence."""
        found: dict[int, list[Moment]] = {}
        for one in self.facts.moments:
            found.setdefault(self.facts.sentence_at(one.start).number, []).append(one)
        return found

    @cached_property
    def of_people(self) -> frozenset[int]:
        """The tokens that stand in somebody's name."""
        spans = (self.tokens.span(one.start, one.end) for one in self.facts.mentions)
        return frozenset(at for first, last in spans for at in range(first, last))

    @cached_property
    def lead(self) -> frozenset[int]:
        """The numbers of the sentences that the text opens with."""
        return frozenset(one.number for one in self.sentences[:_LEAD])

    def clause_at(self, token: int) -> Clause | None:
        """The clause that a token belongs to."""
        index = self.language.clause_of(token)
        return None if index is None else self.language.clauses[index]

    def clause_before(self, token: int) -> Clause | None:
        """The clause that a token belongs to, else the one whose verb stands before it in its sentence."""
        clause = self.clause_at(token)
        if clause is not None:
            return clause
        sentence = self.facts.sentence_of(token)
        return max(self.clauses_of(sentence.first, token), key=lambda one: one.verb, default=None)

    def denial(self, token: int) -> int | None:
        """The token that denies what the verb at a token tells, or None where nothing does.

        Its own “not”, nobody for its subject, or what it hangs on: “no intention of stepping down”, “refused to go”.
        """
        clause = self.clause_at(token)
        if clause is None:
            return None
        lexicon = self.facts.lexicon
        if clause.negated:
            return clause.first
        lowers = self.tokens.lowers
        if (nobody := self.nobody(clause)) is not None:
            return nobody
        over = self.language.clauses[clause.within] if clause.within is not None else None
        if over is not None and over.standing == "denied" and over.lemma in lexicon.words("verbs-before-verbs"):
            return over.first  # “refused to let the state take it down”
        if clause.kind not in ("infinitive", "participle"):
            return clause.first if clause.standing == "denied" else None
        governors = lexicon.table("event-governors")
        first = max(self.facts.sentence_of(token).first, clause.first - _GOVERNED)
        near = range(clause.first - 1, first - 1, -1)
        found = next((at for at in near if lowers[at] in governors or lowers[at] in self._nobodies), None)
        if found is None:
            return None
        return found if lowers[found] in self._nobodies or governors.get(lowers[found]) == "denied" else None

    def nobody(self, clause: Clause) -> int | None:
        """The first token of a clause's subject where that is nobody or nothing."""
        subject = self.phrase(clause.subject)
        none = subject is not None and self.tokens.lowers[subject.first] in self._nobodies
        return subject.first if subject is not None and none else None

    @cached_property
    def _nobodies(self) -> frozenset[str]:
        return self.facts.lexicon.union("negative-subjects", "no-determiners")

    def has(self, token: int) -> bool:
        """Whether the text has a token's word, in any form that begins as it does."""
        word = plain(self.tokens.lowers[token])
        if word in self.text.lowers or self.language.lemmas[token] in self.text.lowers:
            return True
        short = self.facts.lexicon.values("headline-short-forms").get(word, ())
        if not self.text.lowers.isdisjoint(map(str, short)):
            return True
        stem = word.removesuffix("s")[:_STEM]
        return len(stem) >= _SHORTEST + 1 and stem in self.text.stems(len(stem))

    def has_kin(self, noun: str) -> bool:
        """Whether the text has a noun of one sense with another, or one that is a kind of it, either way."""
        own, wider = self._kindred.senses(noun)
        senses, broader = self._senses
        return bool(own & (senses | broader) or wider & senses)

    def are_kin(self, noun: str, other: str) -> bool:
        """Whether two nouns may be told of one thing."""
        return self._kindred.are(noun, other)

    def are_sisters(self, noun: str, other: str) -> bool:
        """Whether two nouns are two kinds of one thing, so that what is one of them is not the other."""
        (own, wider), (others, wider_still) = self._kindred.senses(noun), self._kindred.senses(other)
        return bool(wider & wider_still) and not (own & (others | wider_still) or wider & others)

    @cached_property
    def _kindred(self) -> Kindred:
        from factlint.language.kindred import kindred

        return kindred(self.facts.lexicon)

    @cached_property
    def _senses(self) -> tuple[frozenset[str], frozenset[str]]:
        """The senses of the text's nouns, and the wider ones."""
        tags, lemmas = self.language.tags, self.language.lemmas
        nouns = {lemmas[at] for one in self.sentences for at in range(one.first, one.last) if tags[at] == "NOUN"}
        pairs = [self._kindred.senses(noun) for noun in nouns]
        return frozenset().union(*(own for own, _ in pairs)), frozenset().union(*(wider for _, wider in pairs))

    def stands(self, token: int, line: Line) -> bool:
        """Whether a line has a token's word, or its beginning."""
        return bool(self.telling(token, token + 1) & self.telling(line.paragraph.first, line.paragraph.last))

    def asks(self, line: Line) -> bool:
        """Whether a line asks, so that it states nothing."""
        marks = self.facts.lexicon.words("question-marks")
        return not marks.isdisjoint(self.tokens.texts[line.paragraph.first : line.paragraph.last])

    def phrase(self, index: int | None) -> Phrase | None:
        """A phrase by its index."""
        return None if index is None else self.language.phrases[index]

    def clauses_of(self, first: int, last: int) -> Iterator[Clause]:
        """The clauses whose verbs stand between two tokens."""
        clauses = self.language.clauses
        start = bisect_left(clauses, first, key=_verb_of)
        return iter(clauses[start : bisect_left(clauses, last, start, key=_verb_of)])

    def in_quote(self, token: int) -> bool:
        """Whether a token stands in a quotation."""
        return self.facts.is_quoted(token)

    def is_prose(self, token: int) -> bool:
        """Whether a token stands in the text itself."""
        return self.facts.sentence_of(token).number in self.numbers

    def telling(self, first: int, last: int) -> frozenset[str]:
        """The beginnings of the words that tell what a stretch is about."""
        small = self.facts.lexicon.words("headline-small-words")
        lowers, lemmas, tags = self.tokens.lowers, self.language.lemmas, self.language.tags
        forms = self.language.words.verb_forms
        places = [at for at in range(first, last) if lowers[at][0].isalnum() and lowers[at] not in small]
        # “Bans” is what was banned; “singing” is a verb here and a noun there.
        bent = (tags[at] == "VERB" and forms(lowers[at]) != "g" for at in places)
        bare = (plain(lemmas[at] if verb else lowers[at]) for at, verb in zip(places, bent, strict=True))
        return frozenset(word.removesuffix("s")[:_STEM] if len(word) > _SHORTEST else word for word in bare)

    def about(self, number: int) -> frozenset[str]:
        """What a sentence of the text is about, with the one before it where that belongs to the text."""
        sentence = self.facts.sentences[number]
        own = self.telling(sentence.first, sentence.last)
        if number - 1 not in self.numbers:
            return own
        before = self.facts.sentences[number - 1]
        return own | self.telling(before.first, before.last)

    def words(self, first: int, last: int) -> str:
        """The source between two tokens."""
        return self.facts.article.source[self.tokens.starts[first] : self.tokens.ends[last - 1]]
