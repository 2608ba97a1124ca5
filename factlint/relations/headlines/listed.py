"""Listed: the number of things that a headline announces, and how many the article then lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_FEWEST = 3  # numbered blocks that make a list
_STOPS = frozenset({".", ")", ":"})


def find_listed(story: Story) -> Iterator[Contrast]:
    """Every count of a headline's where the text has one list, of another length."""
    if not story.display:
        return
    numbered = _numbered(story)
    if len(numbered) < _FEWEST:
        return
    count, last = len(numbered), numbered[-1]
    for line in story.display:
        spot = line.paragraph
        for phrase in story.language.phrases:
            if not spot.first <= phrase.first < spot.last or phrase.number is None or not phrase.plural:
                continue
            opens = phrase.first == spot.first or phrase.determiner is not None
            if opens and phrase.number != count and _FEWEST <= phrase.number <= 2 * count:
                tokens = story.tokens
                yield Contrast(
                    phrase.start, phrase.end, "count", "headline", story.words(phrase.first, phrase.last),
                    str(count), "strong", False, Stretch(tokens.starts[last], tokens.ends[last]),
                )  # fmt: skip
                return


def _numbered(story: Story) -> list[int]:
    """The first tokens of the members of the list, which are marked as such or numbered from one on."""
    tokens = story.tokens
    found: list[int] = []
    items = [block for block in story.facts.paragraphs if block.kind == "list-item" and block.last > block.first]
    if items:
        together = items[-1].number - items[0].number == len(items) - 1
        # A bill or a count of votes has a figure at the end of each row, and lists nothing that a line counts.
        rows = sum(block.row or tokens.texts[block.last - 1][-1].isdigit() for block in items)
        return [block.first for block in items] if together and 2 * rows < len(items) else []
    for block in story.facts.paragraphs:
        at = block.first
        if at + 1 >= block.last or not tokens.lowers[at].isdecimal() or tokens.texts[at + 1] not in _STOPS:
            continue
        if int(tokens.lowers[at]) == len(found) + 1:
            found.append(at)
        elif found:
            return []
    return found
