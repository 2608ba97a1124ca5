"""Spellings: a name that the headline has a letter otherwise than the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch
from factlint.facts.people.spelling import slip

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_SHORTEST = 5  # letters of a name


def find_spellings(story: Story) -> Iterator[Contrast]:
    """Every word of a headline that the text lacks, and that is somebody's name of the text but for a letter."""
    names = {
        plain(name.text.split()[-1].lower()): name
        for person in story.facts.people
        for name in person.names
        if story.facts.sentence_at(name.start).number in story.numbers
    }
    tokens, lands = story.tokens, story.facts.lexicon.words("countries")
    for line in story.display:
        if line.all_capitals:
            continue
        for at in range(line.paragraph.first, line.paragraph.last):
            word = plain(tokens.lowers[at])
            if len(word) < _SHORTEST or not tokens.texts[at][0].isupper() or word in story.text.lowers:
                continue
            if story.language.words.tags(word) or word in lands:
                continue
            found = next((name for name in names if slip(word, name) and word.rstrip("s") != name.rstrip("s")), None)
            if found is not None:
                other = names[found]
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "spelling", "headline", tokens.texts[at], other.text, "strong",
                    False, Stretch(other.start, other.end),
                )  # fmt: skip
