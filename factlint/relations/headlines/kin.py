"""Kin: the skipper's wife in the headline, his sister in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story


def find_kin(story: Story) -> Iterator[Contrast]:
    """Every relative of a headline's where the text speaks of one other tie alone."""
    ties = story.facts.lexicon.table("kin-ties")
    tokens, phrases, of = story.tokens, story.language.phrases, story.facts.lexicon.words("of-words")
    for line in (*story.display, *story.captions):
        spot = line.paragraph
        for stated in phrases:
            whose = stated.owner is not None or not of.isdisjoint(
                tokens.lowers[stated.last : stated.last + 1]
            )  # “widow of skipper”
            tie = ties.get(stated.lemma) if spot.first <= stated.first < spot.last and whose else None
            if tie is None:
                continue
            found = [
                (ties[lemma], at)
                for one in story.sentences
                for at in range(one.first, one.last)
                if (lemma := story.language.lemmas[at]) in ties and not story.in_quote(at)
            ]
            others = {other for other, _ in found}
            if not others or tie in others or len(others) > 1:
                continue
            at = found[0][1]
            if story.language.phrase_at(at) is None:
                continue
            yield Contrast(
                tokens.starts[stated.head], tokens.ends[stated.head], "kin",
                "caption" if line.kind == "caption" else "headline", tokens.texts[stated.head], tokens.texts[at],
                "middling", False, Stretch(tokens.starts[at], tokens.ends[at]),
            )  # fmt: skip
