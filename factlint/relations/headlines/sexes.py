"""Sexes: the boy of the headline who is a girl in the text, the sister who is a brother."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story

_OPENING = 4  # sentences in which the other one has to stand


def find_sexes(story: Story) -> Iterator[Contrast]:
    """Every noun for a man or woman in a headline of which the text has only the counterpart."""
    pairs = story.facts.lexicon.table("counterparts-of-the-other-sex")
    language, tokens = story.language, story.tokens
    lemmas: dict[str, int] | None = None
    for line in (*story.display, *story.captions):
        spot = line.paragraph
        for stated in language.phrases:
            other = pairs.get(stated.lemma) if spot.first <= stated.first < spot.last else None
            if other is None or stated.proper:
                continue
            if lemmas is None:
                lemmas = {}
                for number, one in enumerate(story.sentences):
                    for at in range(one.first, one.last):
                        if language.lemmas[at] in pairs and not story.in_quote(at):
                            lemmas.setdefault(language.lemmas[at], at if number < _OPENING else -1)
            at = lemmas.get(other, -1)
            if stated.lemma in lemmas or at < 0 or language.phrase_at(at) is None:
                continue
            yield Contrast(
                tokens.starts[stated.head], tokens.ends[stated.head], "kin",
                "caption" if line.kind == "caption" else "headline", tokens.texts[stated.head],
                tokens.texts[at], "middling", False, Stretch(tokens.starts[at], tokens.ends[at]),
            )  # fmt: skip
