"""Display lines: the headline, subheadings and captions, and the words of the text that they are held against."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from factlint.lazy import cached_property
from factlint.record import NamedTuple
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Date, Figure, Paragraph, Place, Quotation

Spanned = TypeVar("Spanned", "Figure", "Place", "Quotation", "Date")

HEADLINE, HEADING, CAPTION = "headline", "heading", "caption"

_DIGITS = re.compile(r"\d+")
_WEIGHTY = frozenset({"VERB", "NOUN"})
_OPENING = frozenset("“‘\"'([:;—–-.?!…") | {"--", "..", "..."}
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_LONGEST_DECK = 40  # words
_LONGEST_LABEL = 3  # words of a column's name below the headline
_FIRST_SENTENCES = 6  # those with which a text opens


class Line(NamedTuple):
    """A display line.

    paragraph: its block.
    kind: headline (a deck below it, too), heading or caption.
    title_case: whether most everyday words have capitals, so that a capital says nothing.
    all_capitals: whether it has no small letters.
    openings: the tokens that have a capital for their place alone: the first of the line, or after a colon or mark.
    """

    paragraph: Paragraph
    kind: str
    title_case: bool
    all_capitals: bool
    openings: frozenset[int]


def display_lines(facts: Facts) -> list[Line]:
    """The headline with its deck, subheadings and captions, in order of place."""
    deck = _deck(facts)
    return [
        _line(facts, paragraph, HEADLINE if paragraph.number == deck else paragraph.kind)
        for paragraph in facts.paragraphs
        if (paragraph.kind in (HEADLINE, HEADING, CAPTION) or paragraph.number == deck)
        and paragraph.last > paragraph.first
        and not _is_label(facts, paragraph)
    ]


def is_deck(facts: Facts, line: Line) -> bool:
    """Whether a line is a standfirst, or another that stands below the headline itself."""
    return line.kind == HEADLINE and (line.paragraph.kind != HEADLINE or _is_below(facts, line.paragraph))


def _is_label(facts: Facts, paragraph: Paragraph) -> bool:
    """Whether a line below the headline is so short that it names the column: “Letter from Lund”."""
    return paragraph.kind == HEADLINE and _is_below(facts, paragraph) and paragraph.words <= _LONGEST_LABEL


def _is_below(facts: Facts, paragraph: Paragraph) -> bool:
    return paragraph.start >= facts.headlines[0].end


def _deck(facts: Facts) -> int | None:
    """The number of the standfirst, else of a block right below the headline in a text with blank lines elsewhere."""
    blocks = facts.paragraphs[:4]
    standfirst = next((p.number for p in blocks if p.kind == "standfirst"), None)
    if standfirst is not None:
        return standfirst
    at = next((p.number for p in blocks if p.kind == HEADLINE), None)
    if at is None or at + 2 >= len(blocks):
        return None
    headline, deck, after = blocks[at : at + 3]
    source = facts.article.source
    close = source[headline.end : deck.start].count("\n") == 1 and source[deck.end : after.start].count("\n") > 1
    return deck.number if close and deck.kind in ("paragraph", HEADING) and deck.words <= _LONGEST_DECK else None


def _line(facts: Facts, paragraph: Paragraph, kind: str) -> Line:
    openings = _openings(facts, paragraph)
    all_capitals = facts.text(paragraph).isupper()
    return Line(paragraph, kind, _title_case(facts, paragraph, openings), all_capitals, openings)


def _openings(facts: Facts, paragraph: Paragraph) -> frozenset[int]:
    tokens = facts.tokens
    found = {paragraph.first}
    for position in range(paragraph.first + 1, paragraph.last):
        gap = tokens.text[tokens.ends[position - 1] : tokens.starts[position]]
        if tokens.texts[position - 1] in _OPENING or "\n" in gap or "\r" in gap:
            found.add(position)
    return frozenset(found)


def _title_case(facts: Facts, paragraph: Paragraph, openings: frozenset[int]) -> bool:
    """Whether most everyday words of some length have a capital; names say nothing of that."""
    tokens, common = facts.tokens, facts.lexicon.words("common-words")
    long = [
        position
        for position in range(paragraph.first, paragraph.last)
        if position not in openings and len(tokens.texts[position]) > 3 and tokens.texts[position][0].isalpha()
    ]
    forms = facts.language.words.verb_forms
    # A line of names alone shows its case in every word.
    told = [position for position in long if tokens.lowers[position] in common] or (long if len(long) > 3 else [])
    # “LIVE: Storm Ida nears Santa Rosa”: a small letter on a verb or noun is none of a title's.
    small = [at for at in long if tokens.texts[at].islower()]
    if any(facts.language.tags[at] in _WEIGHTY or "s" in forms(tokens.lowers[at]) for at in small):
        return False
    # “Fire destroys Port Alder curling rink”: one everyday word, which is a name's.
    return all(sum(tokens.texts[at][0].isupper() for at in some) * 2 > len(some) for some in (told, long))


def inside(facts: Sequence[Spanned], paragraph: Paragraph) -> list[Spanned]:
    """Those of some facts, in order of place, that lie in a block."""
    return [fact for fact in begun_between(facts, paragraph.start, paragraph.end) if fact.end <= paragraph.end]


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """A lower-case word without accents, stops and typographic hyphens."""
    bare = word.translate(_HYPHENS).replace(".", "")
    if bare.isascii():
        return bare
    return "".join(letter for letter in unicodedata.normalize("NFD", bare) if not unicodedata.combining(letter))


class TextWords:
    """The words of the text that a display line of a kind is held against.

    That of a headline are all other blocks; that of a subheading or caption, the headline and the prose.
    """

    def __init__(self, facts: Facts, lines: list[Line], kind: str) -> None:
        aside = {line.paragraph.number for line in lines if line.kind == kind or HEADLINE not in (kind, line.kind)}
        self._facts = facts
        self._stems: dict[int, frozenset[str]] = {}
        self.blocks = [p for p in facts.paragraphs if p.number not in aside and p.kind not in ("byline", "credit")]
        self.numbers = frozenset(block.number for block in self.blocks)

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Every word in lower case, plain, with the parts of hyphened ones."""
        lowers = self._facts.tokens.lowers
        written = set().union(*[lowers[block.first : block.last] for block in self.blocks])
        words = set(map(plain, written))
        words |= {part for word in words if "-" in word for part in word.split("-")}
        return frozenset(words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital somewhere, in lower case, plain."""
        texts = self._facts.tokens.texts
        written = {word for block in self.blocks for word in texts[block.first : block.last] if word[0].isupper()}
        return frozenset(plain(word.lower()) for word in written)

    @cached_property
    def digits(self) -> frozenset[str]:
        """Every run of digits, also inside words: the 747 of 747-400."""
        return frozenset(run for word in self.lowers for run in _DIGITS.findall(word))

    @cached_property
    def size(self) -> int:
        """How many words the text has."""
        return sum(block.words for block in self.blocks)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The text's figures."""
        return tuple(figure for figure in self._facts.figures if figure.paragraph in self.numbers)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The text's places."""
        facts = self._facts
        return tuple(place for place in facts.places if facts.paragraph_at(place.start).number in self.numbers)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The canonical names of the text's places."""
        return frozenset(place.name for place in self.places)

    @cached_property
    def opening_end(self) -> int:
        """The code point where the sentences end with which the text opens."""
        first = [s for s in self._facts.sentences if s.paragraph in self.numbers][:_FIRST_SENTENCES]
        return first[-1].end if first else 0

    @cached_property
    def opening(self) -> tuple[Figure, ...]:
        """The figures of the sentences with which the text opens."""
        return tuple(figure for figure in self.figures if figure.start < self.opening_end)

    def stems(self, letters: int) -> frozenset[str]:
        """The beginnings of all words."""
        if letters not in self._stems:
            self._stems[letters] = frozenset(word[:letters] for word in self.lowers)
        return self._stems[letters]
