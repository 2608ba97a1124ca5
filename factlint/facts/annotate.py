"""Article → Facts: every kind of fact, derived once, when a rule or a report first asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from factlint.facts.model import (
    KINDS,
    Acronym,
    Address,
    Age,
    Assertion,
    Bracket,
    Calculation,
    Claim,
    Clock,
    Credit,
    Date,
    Echo,
    Ending,
    Figure,
    Headline,
    Honorific,
    Lapse,
    Length,
    Mention,
    Moment,
    NoteMark,
    Opening,
    Organization,
    Paragraph,
    Person,
    Place,
    Pointer,
    Promise,
    Pronoun,
    Quotation,
    Quote,
    Reference,
    Repetition,
    Sentence,
    Slip,
    Statement,
    StrayLine,
    Title,
    Trait,
    Turn,
    Variant,
    Version,
)
from factlint.facts.stages import StageError
from factlint.lazy import cached_property
from factlint.lexicon import Lexicon
from factlint.read.article import Article
from factlint.tokens import TRIO, Tokens, trios_of

if TYPE_CHECKING:
    # To a type checker a stage is a cached property.
    from functools import cached_property as stage

    from factlint.facts.people.clusters import Somebody
    from factlint.facts.people.naming import Naming
    from factlint.facts.people.surroundings import Surroundings
    from factlint.facts.references.descriptions import Description
    from factlint.facts.references.referents import Referent
    from factlint.facts.references.resolution import Resolved
    from factlint.facts.speech.turns import Labelled
    from factlint.facts.style.house import House
    from factlint.language import Language
    from factlint.language.memory import Lines, Memory
else:
    from factlint.facts.stages import stage


class Facts:
    """All facts of one article, each kind a tuple in order of place.

    The attributes are computed when first read, each by one function of one module, imported only then; an annotator
    reads the kinds that its own is built on from here and never writes. `known` are the people whom the configuration
    says every reader knows by surname, `style` the house's choices (`percent: per cent`). A kind that cannot be worked
    out raises StageError; `failures` has what went wrong, by the stage, or the rule, in which it began.
    """

    def __init__(
        self,
        article: Article,
        lexicon: Lexicon,
        known: frozenset[str] = frozenset(),
        style: Mapping[str, str] | None = None,
    ) -> None:
        self.article = article
        self.lexicon = lexicon
        self.known = known
        self.style = style or {}
        #: What is known of sentences from earlier looks at the article, where it is looked at again and again.
        self.memory: Memory | None = None
        self.failed: dict[str, StageError] = {}
        self.failures: dict[str, StageError] = {}
        #: What rules have linked back: the kind and the path → the facts by the place of the one that they belong to.
        self.linked: dict[tuple[str, str], dict[tuple[int, int], list[Any]]] = {}

    def of(self, kind: str) -> tuple[Any, ...]:
        """All facts of a kind, by the name that rules use."""
        facts: tuple[Any, ...] = getattr(self, KINDS[kind][0])
        return facts

    def text(self, fact: Any) -> str:
        """The source between a fact's start and end."""
        return self.article.source[fact.start : fact.end]

    def release(self) -> None:
        """Lets go of all that was worked out, when no more is asked.

        The facts and what works them out hold one another: parted, they are freed at once, and no garbage is looked
        for, which takes a fifth of the time.
        """
        self.__dict__.clear()

    @stage
    def lowered(self) -> str:
        """The article's text in lower case; of another length where a capital has no single small letter."""
        return self.article.text.lower()

    @stage
    def lines(self) -> Lines | None:
        """The lines of the text with what is known of them from earlier looks, None where nothing is remembered."""
        text, lowered = self.article.text, self.lowered
        return self.memory.lines(text, lowered) if self.memory is not None and len(lowered) == len(text) else None

    @stage
    def trios(self) -> frozenset[str]:
        """Every three letters that stand in a row in the text in lower case."""
        return trios_of(self.lowered)

    def may_hold(self, beginnings: AbstractSet[str]) -> bool:
        """Whether the text in lower case holds one of some rows of three letters."""
        return not self.trios.isdisjoint(beginnings)

    def holds(self, letters: str) -> bool:
        """Whether some letters stand in the text in lower case; trios tell most that do not.

        Where an article is being written so few letters are asked about that it is searched for each.
        """
        if self.memory is not None:
            return letters in self.lowered
        if len(letters) >= TRIO and (letters[:TRIO] not in self.trios or letters[-TRIO:] not in self.trios):
            return False
        return letters in self.lowered

    @stage
    def cased_otherwise(self) -> bool:
        """Whether the text has letters that stand for i and s where case does not count, and have other small ones."""
        return any(letter in self.article.text for letter in "ıİſ")

    @stage
    def tokens(self) -> Tokens:
        if self.memory is None:
            return Tokens(self.article.text, self.article.blocks)
        return Tokens(self.article.text, self.article.blocks, self.memory.cut, self.memory.vocabulary)

    @stage
    def paragraphs(self) -> tuple[Paragraph, ...]:
        from factlint.language.sentences import find_paragraphs

        return find_paragraphs(self.article, self.tokens)

    @stage
    def headlines(self) -> tuple[Headline, ...]:
        return tuple(Headline(p.start, p.end, p.words) for p in self.paragraphs if p.kind == "headline")[:1]

    @stage
    def sentences(self) -> tuple[Sentence, ...]:
        from factlint.language.sentences import find_lines, find_sentences

        # A text of nothing but credits (“11.00” alone) has its lines for sentences, so that each word stands in one.
        return find_sentences(self.paragraphs, self.tokens, self.lexicon) or find_lines(self.paragraphs, self.tokens)

    @stage
    def entries(self) -> tuple[int, ...]:
        from factlint.facts.text.entries import find_entries

        return find_entries(self)

    @stage
    def own_voice(self) -> frozenset[int]:
        """The numbers of the blocks that an I tells."""
        from factlint.facts.text.own_voice import find_own_voice

        return find_own_voice(self)

    @stage
    def rosters(self) -> tuple[tuple[int, int], ...]:
        """The stretches that do nothing but name people: first code point to one past the last."""
        from factlint.facts.people.rosters import find_rosters

        return find_rosters(self)

    @stage
    def language(self) -> Language:
        """The grammar below the facts: tags, phrases, clauses."""
        from factlint.language import Language

        return Language(self.tokens, self.sentences, self.lexicon, self.in_quotation, memory=self.memory)

    @stage
    def quotations(self) -> tuple[Quotation, ...]:
        from factlint.facts.speech.quotations import find_quotations

        return find_quotations(self)

    @stage
    def transcript(self) -> tuple[Labelled, ...]:
        from factlint.facts.speech.turns import find_transcript

        return find_transcript(self)

    @stage
    def naming(self) -> Naming:
        from factlint.facts.people.naming import weigh_names

        return weigh_names(self)

    @stage
    def referents(self) -> tuple[Referent, ...]:
        from factlint.facts.references.referents import find_referents

        return find_referents(self)

    @stage
    def resolution(self) -> tuple[Resolved, ...]:
        from factlint.facts.references.resolution import resolve_pronouns

        return resolve_pronouns(self)

    @stage
    def cast(self) -> tuple[tuple[Person, Somebody], ...]:
        from factlint.facts.people.people import cast_of

        return cast_of(self)

    @stage
    def people(self) -> tuple[Person, ...]:
        from factlint.facts.people.people import find_people

        return find_people(self)

    @stage
    def mentions(self) -> tuple[Mention, ...]:
        from factlint.facts.people.mentions import find_mentions

        return find_mentions(self)

    @stage
    def pronouns(self) -> tuple[Pronoun, ...]:
        from factlint.facts.references.pronouns import find_pronouns

        return find_pronouns(self)

    @stage
    def quotes(self) -> tuple[Quote, ...]:
        from factlint.facts.speech.quotes import find_quotes

        return find_quotes(self)

    @stage
    def turns(self) -> tuple[Turn, ...]:
        from factlint.facts.speech.turns import find_turns

        return find_turns(self)

    @stage
    def echoes(self) -> tuple[Echo, ...]:
        from factlint.facts.speech.echoes import find_echoes

        return find_echoes(self)

    @stage
    def credits(self) -> tuple[Credit, ...]:
        from factlint.facts.speech.credit_forms import find_credits

        return find_credits(self)

    @stage
    def statements(self) -> tuple[Statement, ...]:
        from factlint.facts.speech.statements import find_statements

        return find_statements(self)

    @stage
    def organizations(self) -> tuple[Organization, ...]:
        from factlint.facts.people.organizations import find_organizations

        return find_organizations(self)

    @stage
    def places(self) -> tuple[Place, ...]:
        from factlint.facts.people.places import find_places

        return find_places(self)

    @stage
    def figures(self) -> tuple[Figure, ...]:
        from factlint.facts.numbers.figures import find_figures

        return find_figures(self)

    @stage
    def calculations(self) -> tuple[Calculation, ...]:
        from factlint.facts.numbers.calculations import find_calculations

        return find_calculations(self)

    @stage
    def dates(self) -> tuple[Date, ...]:
        from factlint.facts.numbers.dates import find_dates

        return find_dates(self)

    @stage
    def article_day(self) -> tuple[int, int, int] | None:
        """Year, month and day of the article's own date, or None."""
        from factlint.facts.numbers.dates import day_of_writing

        return day_of_writing(self)

    @stage
    def moments(self) -> tuple[Moment, ...]:
        from factlint.facts.time.moments import find_moments

        return find_moments(self)

    @stage
    def lengths(self) -> tuple[Length, ...]:
        from factlint.facts.time.lengths import find_lengths

        return find_lengths(self)

    @stage
    def clocks(self) -> tuple[Clock, ...]:
        from factlint.facts.time.clock import find_clocks

        return find_clocks(self)

    @stage
    def titles(self) -> tuple[Title, ...]:
        from factlint.facts.people.titles import find_titles

        return find_titles(self)

    @stage
    def honorifics(self) -> tuple[Honorific, ...]:
        from factlint.facts.people.honorifics import find_honorifics

        return find_honorifics(self)

    @stage
    def addresses(self) -> tuple[Address, ...]:
        from factlint.facts.people.addresses import find_addresses

        return find_addresses(self)

    @stage
    def ages(self) -> tuple[Age, ...]:
        from factlint.facts.people.ages import find_ages

        return find_ages(self)

    @stage
    def acronyms(self) -> tuple[Acronym, ...]:
        from factlint.facts.people.acronyms import find_acronyms

        return find_acronyms(self)

    @stage
    def traits(self) -> tuple[Trait, ...]:
        from factlint.facts.people.traits import find_traits

        return find_traits(self)

    @stage
    def versions(self) -> tuple[Version, ...]:
        from factlint.facts.people.versions import find_versions

        return find_versions(self)

    @stage
    def repetitions(self) -> tuple[Repetition, ...]:
        from factlint.facts.text.repetitions import find_repetitions

        return find_repetitions(self)

    @stage
    def endings(self) -> tuple[Ending, ...]:
        from factlint.facts.text.endings import find_endings

        return find_endings(self)

    @stage
    def brackets(self) -> tuple[Bracket, ...]:
        from factlint.facts.text.endings import find_brackets

        return find_brackets(self)

    @stage
    def openings(self) -> tuple[Opening, ...]:
        from factlint.facts.text.openings import find_openings

        return find_openings(self)

    @stage
    def slips(self) -> tuple[Slip, ...]:
        from factlint.facts.text.slips import find_slips

        return find_slips(self)

    @stage
    def lapses(self) -> tuple[Lapse, ...]:
        from factlint.facts.text.lapses import find_lapses

        return find_lapses(self)

    @stage
    def note_marks(self) -> tuple[NoteMark, ...]:
        from factlint.facts.text.notes import find_note_marks

        return find_note_marks(self)

    @stage
    def pointers(self) -> tuple[Pointer, ...]:
        from factlint.facts.text.pointers import find_pointers

        return find_pointers(self)

    @stage
    def stray_lines(self) -> tuple[StrayLine, ...]:
        from factlint.facts.text.stray_lines import find_stray_lines

        return find_stray_lines(self)

    @stage
    def variants(self) -> tuple[Variant, ...]:
        from factlint.facts.style.variants import find_variants

        return find_variants(self)

    @stage
    def promises(self) -> tuple[Promise, ...]:
        from factlint.facts.headlines.promises import find_promises

        return find_promises(self)

    @stage
    def claims(self) -> tuple[Claim, ...]:
        from factlint.facts.sourcing.sourcing import find_claims

        return find_claims(self)

    @stage
    def assertions(self) -> tuple[Assertion, ...]:
        from factlint.facts.headlines.assertions import find_assertions

        return find_assertions(self)

    @stage
    def descriptions(self) -> tuple[Description, ...]:
        from factlint.facts.references.descriptions import find_descriptions

        return find_descriptions(self)

    @stage
    def references(self) -> tuple[Reference, ...]:
        from factlint.facts.references.references import find_references

        return find_references(self)

    # ------------------------------------------------------------------ where things stand

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotation_edges(self) -> tuple[list[int], list[int]]:
        starts, ends = self.tokens.starts, self.tokens.ends
        spans = [(q.start, q.end) for q in self.quotations if q.depth == 0 and q.opening is not None]
        spans += [(starts[turn.first], ends[turn.last - 1]) for turn in self.transcript]
        spans.sort(key=lambda span: (span[0], -span[1]))
        # Of those that lie in one another the outer ones.
        floor = accumulate((end for _, end in spans), max, initial=-1)
        outer = [span for span, before in zip(spans, floor, strict=False) if span[1] > before]
        return [start for start, _ in outer], [end for _, end in outer]

    @cached_property
    def quoted(self) -> bytearray:
        """For each token 1 where it stands in a quotation, else 0; see `in_quotation`."""
        found = bytearray(len(self.tokens))
        starts = self.tokens.starts
        for start, end in zip(*self._quotation_edges, strict=True):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            found[first:last] = b"\x01" * (last - first)
        return found

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in a quotation; see `in_quotation`."""
        return self.quoted[token] == 1

    def in_longer_name(self, start: int, end: int) -> bool:
        """Whether a range of code points is a part of a person's name, or of a body's of several words."""
        starts, ends = self._longer_names
        at = bisect_right(starts, start) - 1
        return at >= 0 and ends[at] >= end

    @cached_property
    def _longer_names(self) -> tuple[list[int], list[int]]:
        bodies = [body for body in self.organizations if " " in self.text(body)]
        names = sorted([(m.start, m.end) for m in self.mentions] + [(body.start, body.end) for body in bodies])
        return [start for start, _ in names], [end for _, end in names]

    @stage
    def surroundings(self) -> Surroundings:
        from factlint.facts.people.surroundings import Surroundings

        return Surroundings(self)

    @cached_property
    def house(self) -> House:
        from factlint.facts.style.house import House

        return House(self.style, self.lexicon)

    @cached_property
    def sentence_firsts(self) -> frozenset[int]:
        """The first token of every sentence."""
        return frozenset(sentence.first for sentence in self.sentences)

    @cached_property
    def capitals_within(self) -> frozenset[str]:
        """The words that stand with a capital where no sentence begins, in lower case."""
        firsts, texts, lowers = self.sentence_firsts, self.tokens.texts, self.tokens.lowers
        return frozenset(lowers[at] for at in range(len(texts)) if texts[at] != lowers[at] and at not in firsts)

    def paragraph_at(self, offset: int) -> Paragraph:
        """The block in which a code point stands, or the last one before it."""
        at = bisect_right(self._paragraph_starts, offset)
        return self.paragraphs[at - 1 if at else 0]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which a code point stands, or the last one before it."""
        at = bisect_right(self._sentence_starts, offset)
        return self.sentences[at - 1 if at else 0]

    @cached_property
    def _sentence_by_token(self) -> list[Sentence]:
        found: list[Sentence] = []
        ends = [*(sentence.first for sentence in self.sentences[1:]), len(self.tokens)]
        for sentence, end in zip(self.sentences, ends, strict=True):
            found += [sentence] * (end - len(found))
        return found

    def sentence_of(self, token: int) -> Sentence:
        """The sentence in which a token stands, or the last one before it."""
        return self._sentence_by_token[token]

    def in_roster(self, offset: int) -> bool:
        """Whether a code point stands in a stretch that does nothing but name people."""
        at = bisect_right(self.rosters, offset, key=lambda roster: roster[0]) - 1
        return at >= 0 and offset < self.rosters[at][1]

    def in_quotation(self, offset: int) -> bool:
        """Whether a code point stands between quotation marks, in a block quote or in a turn of a transcript."""
        starts, ends = self._quotation_edges
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < ends[at]
