"""Wholes: all, every, nobody in the headline, where the text has some of them, and others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story


def find_wholes(story: Story) -> Iterator[Contrast]:
    """Every whole of a headline of which the text has but a part."""
    lexicon = story.facts.lexicon
    whole, parts, rest = (lexicon.words(name) for name in ("all-determiners", "part-determiners", "rest-of-them-words"))
    phrases = story.language.phrases
    for line in story.display:
        spot = line.paragraph
        for stated in phrases:
            if (
                not spot.first <= stated.first < spot.last
                or stated.determiner not in whole
                or stated.number is not None
            ):
                continue
            if stated.lemma in lexicon.words("wholes-of-time"):
                continue
            alike = [one for one in phrases if one.lemma == stated.lemma and one.sentence in story.numbers]
            if any(_opening(story, one) & whole for one in alike):
                continue
            part = next((one for one in alike if _opening(story, one) & (parts | rest)), None)
            if part is not None:
                told = story.words(part.first, part.last)
                yield Contrast(
                    stated.start, stated.end, "whole", "headline", story.words(stated.first, stated.last), told,
                    "strong", False, Stretch(part.start, part.end),
                )  # fmt: skip


def _opening(story: Story, phrase: Phrase) -> frozenset[str]:
    """The words of a phrase before its head, and the one before it."""
    return frozenset(story.tokens.lowers[max(0, phrase.first - 2) : phrase.head])
