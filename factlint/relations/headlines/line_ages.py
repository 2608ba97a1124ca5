"""Ages: how old a line says somebody is, where the text gives the one person that it opens with another age."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_OPENING = 5  # sentences in which a text tells whom it is about


def find_line_ages(story: Story) -> Iterator[Contrast]:
    """Every age of a line that no number of the text bears out, where but one person of its opening has an age."""
    quantities = story.facts.quantities.all
    for line in (*story.display, *story.captions):
        stated = [
            one
            for one in quantities
            if one.claim == "age" and line.paragraph.start <= one.start < line.paragraph.end and not one.in_quote
        ]
        if len(stated) != 1:
            continue
        value = stated[0].value
        if any(one.span.low <= value <= one.span.high for one in quantities if one.sentence in story.numbers):
            continue
        opening = {one.number for one in story.sentences[:_OPENING]}
        ages = [
            one for one in story.facts.ages if not one.in_quote and story.facts.sentence_at(one.start).number in opening
        ]
        if len({one.person.id for one in ages}) != 1 or any(one.past for one in ages):
            continue
        named = min(
            (p for p in story.facts.people if p.start >= line.paragraph.end), key=lambda p: p.start, default=None
        )
        told = ages[0]
        if named is None or told.person.id != named.id:
            continue  # “Schoolboy, 15, beats grandmaster”, whose age alone the text gives
        source = story.facts.article.source
        yield Contrast(
            stated[0].start, stated[0].end, "count", "caption" if line.kind == "caption" else "headline",
            source[stated[0].start : stated[0].end], source[told.start : told.end], "strong", False,
            Stretch(told.start, told.end),
        )  # fmt: skip
