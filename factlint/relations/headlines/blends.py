"""Blends: a headline's name put together from two of the text: “Lahore Lions”, of Lahore Stallions and Multan Lions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story


def find_blends(story: Story) -> Iterator[Contrast]:
    """Every name of two words in a headline or caption of which the text has each with another, and never both."""
    lines = [line for line in (*story.display, *story.captions) if not line.title_case and not line.all_capitals]
    if not lines:
        return
    tokens, tags = story.tokens, story.language.tags
    names: dict[tuple[str, str], Phrase] | None = None
    for line in lines:
        for at in range(line.paragraph.first, line.paragraph.last - 1):
            if "PROPN" not in tags[at : at + 2] or not all(word[0].isupper() for word in tokens.texts[at : at + 2]):
                continue
            if names is None:
                names = _names(story)
            one, two = plain(tokens.lowers[at]), plain(tokens.lowers[at + 1])
            if one == two or (one, two) in names or not one.isalpha() or not two.isalpha():
                continue
            before = [pair for pair in names if pair[0] == one]
            behind = [pair for pair in names if pair[1] == two]
            if not before or not behind or _is_joined(story, one, two):
                continue
            phrase = names[behind[0]]
            yield Contrast(
                tokens.starts[at], tokens.ends[at + 1], "spelling", "headline", story.words(at, at + 2),
                story.words(phrase.first, phrase.last), "strong", False, Stretch(phrase.start, phrase.end),
            )  # fmt: skip


def _names(story: Story) -> dict[tuple[str, str], Phrase]:
    """The names of two words in the text, each with its phrase."""
    texts, lowers = story.tokens.texts, story.tokens.lowers
    found: dict[tuple[str, str], Phrase] = {}
    for phrase in story.language.phrases:
        if phrase.sentence not in story.numbers:
            continue
        own = [at for at in range(phrase.first, phrase.last) if texts[at][0].isupper()]
        if len(own) == 2 and own[1] == own[0] + 1 and story.language.tags[own[0]] != "DET":
            found.setdefault((plain(lowers[own[0]]), plain(lowers[own[1]])), phrase)
    return found


def _is_joined(story: Story, one: str, two: str) -> bool:
    """Whether a sentence of the text has both words side by side, whatever stands between: “Lahore's Lions”."""
    lowers = story.tokens.lowers
    for sentence in story.sentences:
        words = [plain(word) for word in lowers[sentence.first : sentence.last] if word[0].isalpha()]
        if any(words[at] == one and two in words[at + 1 : at + 3] for at in range(len(words) - 1)):
            return True
    return False
