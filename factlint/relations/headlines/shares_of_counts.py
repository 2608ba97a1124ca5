"""Shares of counts: how many a line says it happened to, where the text has that many for the whole alone.

“410 to lose jobs” over “Of the 410 people on the site, 140 will leave”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.quantities import countable

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_SETTLED = frozenset({"done", "reported", "planned"})
_BACK = 3  # tokens before a number in which “of the” makes a whole of it


def find_shares_of_counts(story: Story) -> Iterator[Contrast]:
    """Every count of a line that does or suffers something, which the text has only as what some are part of."""
    body = [one for one in story.facts.quantities.all if one.sentence in story.numbers and not one.unit]
    for line in story.display:
        spot = line.paragraph
        if story.asks(line):
            continue
        for stated in story.facts.quantities.all:
            if spot.start <= stated.start < spot.end and _is_of_event(story, line, stated):
                part = _part(story, stated, body)
                if part is not None:
                    source = story.facts.article.source
                    yield Contrast(
                        stated.start, stated.end, "count", "headline", source[stated.start : stated.end],
                        source[part.start : part.end], "strong", False, Stretch(part.start, part.end),
                    )  # fmt: skip


def _is_of_event(story: Story, line: Line, stated: Quantity) -> bool:
    """Whether a count is who or what a line's clause tells of."""
    if stated.unit or stated.claim in ("age", "time", "score", "ordinal") or stated.precision != "exact":
        return False
    hedges = story.facts.lexicon.words("headline-hedges")
    if not hedges.isdisjoint(story.tokens.lowers[line.paragraph.first : line.paragraph.last]):
        return False
    return any(
        phrase is not None and phrase.first <= stated.first < phrase.last and clause.standing in _SETTLED
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last)
        for phrase in (story.phrase(clause.subject),)
    )


def _part(story: Story, stated: Quantity, body: list[Quantity]) -> Quantity | None:
    """The smaller count of a sentence that has a line's count for a whole, where the text has it as nothing else."""
    wholes = [one for one in body if one.span.low <= stated.value <= one.span.high]
    if not wholes or not all(_is_whole(story, one) for one in wholes):
        return None
    for whole in wholes:
        for one in body:
            smaller = one.sentence == whole.sentence and 1 <= one.value < whole.value and countable(one)
            beside = one.last <= whole.first or _does(story, one)
            if smaller and beside and one.precision == "exact" and one.claim not in ("age", "time", "score"):
                return one
    return None


def _is_whole(story: Story, quantity: Quantity) -> bool:
    """Whether a count stands behind “of the”: “140 of the 410”."""
    words = story.facts.lexicon.words
    before = story.tokens.lowers[max(0, quantity.first - _BACK) : quantity.first]
    of = next((at for at, word in enumerate(before) if word in words("of-words")), None)
    if of is None or not all(word in words("definite-articles") for word in before[of + 1 :]):
        return False
    governing = quantity.first - len(before) + of - 1
    counted = governing >= 0 and story.language.tags[governing] == "NOUN"
    return len(before) > of + 1 or not counted  # “a batch of 600 jars” is all of them


def _does(story: Story, quantity: Quantity) -> bool:
    """Whether a count is the subject of its clause."""
    phrase = story.phrase(story.language.phrase_at(quantity.first))
    return phrase is not None and phrase.role == "subject"
