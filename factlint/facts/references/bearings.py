"""Bearings: what stands above a place in the article, and how far up, in words and in blocks."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model.people import GENDER_OF_LEMMA
from factlint.facts.speech.cues import is_verb, verbs_of
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Mention, Paragraph, Person
    from factlint.lexicon import Lexicon

_HEADS = frozenset({"headline", "heading", "byline", "dateline", "credit"})


def how_far_up(lexicon: Lexicon, blocks: int) -> str:
    """“in the same paragraph”, “two paragraphs up”: the words for a number of blocks."""
    words: Sequence[str] = lexicon.values("how-far-up")
    return words[min(max(blocks, 0), len(words) - 1)]


class Company:
    """Where the article speaks of people, outside quotations and headlines: by name, as he or she, as the mayor."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._named = [m for m in facts.mentions if not m.in_quote and m.block not in _HEADS]
        self._starts = [mention.start for mention in self._named]
        places = [(m.start, m.paragraph) for m in self._named]
        places += [(p.start, p.paragraph) for p in facts.pronouns if not p.in_quote and p.lemma in GENDER_OF_LEMMA]
        tokens = facts.tokens
        for at in tokens.positions(_people_words(facts.lexicon)):
            if not facts.is_quoted(at):
                places.append((tokens.starts[at], facts.paragraph_at(tokens.starts[at]).number))
        self._places = sorted(places)
        self._runs = _silent_runs(facts, {paragraph for _, paragraph in places})
        self._idle = _idle_runs(facts, [offset for offset, _ in self._places])

    def nearest(self, offset: int) -> Mention | None:
        """Where a person was named last before a code point."""
        at = bisect_left(self._starts, offset) - 1
        return self._named[at] if at >= 0 else None

    def others(self, nearest: Mention | None) -> int:
        """How many people named up to a mention besides its own may be of the same gender."""
        if nearest is None:
            return 0
        genders = {"unknown", nearest.person.gender}
        return sum(
            1
            for start, person in self._debuts
            if start < nearest.start
            and person.id != nearest.person.id
            and (person.gender in genders or nearest.person.gender == "unknown")
        )

    @cached_property
    def _debuts(self) -> list[tuple[int, Person]]:
        """Where each person is named first."""
        firsts: dict[str, tuple[int, Person]] = {}
        for mention in self._named:
            firsts.setdefault(mention.person.id, (mention.start, mention.person))
        return list(firsts.values())

    def newcomer(self, offset: int, end: int) -> Mention | None:
        """Who is named for the first time in the article next after a code point, before another one."""
        at = bisect_left(self._starts, offset)
        mention = self._named[at] if at < len(self._named) else None
        return mention if mention is not None and mention.start < end and mention.order == 0 else None

    def silent_above(self, offset: int) -> int:
        """Blocks in a row right above a place that speak of nobody; 0 where its own block does before it."""
        paragraph = self._facts.paragraph_at(offset).number
        at = bisect_left(self._places, (offset, 0)) - 1
        if at >= 0 and self._places[at][1] == paragraph:
            return 0
        return self._runs[paragraph]

    def idle_before(self, sentence: int) -> int:
        """Sentences in a row right before the one of a number that speak of nobody and in which nobody speaks."""
        return self._idle[sentence]


@lru_cache(maxsize=4)
def _people_words(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.union("offices", "relations") | frozenset(lexicon.table("gendered-nouns"))


def _silent_runs(facts: Facts, peopled: set[int]) -> list[int]:
    """For every block, how many of those right above it speak of nobody.

    Headlines and headings are passed over, lines without a stop (“6.50am”), and a question that is a block of its own:
    who answers it is known.
    """
    runs, run = [], 0
    for paragraph in facts.paragraphs:
        runs.append(run)
        if paragraph.number in peopled:
            run = 0
        elif paragraph.kind not in _HEADS and not _tells_nothing(facts, paragraph):
            run += 1
    return runs


def _tells_nothing(facts: Facts, block: Paragraph) -> bool:
    """Whether a block is a line without a stop, or one sentence and that a question."""
    if block.first == block.last or facts.tokens.texts[block.last - 1] != "?":
        return block.first < block.last and facts.tokens.texts[block.last - 1][-1].isalnum()
    return facts.sentence_at(block.start).number == facts.sentence_at(block.end - 1).number


def _idle_runs(facts: Facts, places: list[int]) -> list[int]:
    """For every sentence, how many of those right before it have nobody, no quotation and no verb of saying."""
    tokens, verbs = facts.tokens, verbs_of(facts.lexicon)
    lively = {facts.sentence_at(offset).number for offset in places}
    for at in tokens.positions(verbs.strong.keys()):
        # “estimates”, “was disclosed”: nobody speaks there.
        if is_verb(tokens, at, verbs, False) and tokens.lowers[at - 1] not in verbs.auxiliaries:
            lively.add(facts.sentence_of(at).number)
    for quotation in facts.quotations:
        first, last = facts.sentence_at(quotation.start).number, facts.sentence_at(quotation.end - 1).number
        lively.update(range(first, last + 1))
    runs, run = [], 0
    for sentence in facts.sentences:
        runs.append(run)
        if sentence.number in lively:
            run = 0
        elif sentence.kind not in _HEADS:
            run += 1
    return runs
