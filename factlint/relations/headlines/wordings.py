"""Wordings: a quotation in the headline that says no where the speaker says yes, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import inside
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.model import Quotation
    from factlint.relations.headlines.story import Story

_SHORTEST = 4  # words by which a quotation is known again
_ALIKE = 0.8  # share of its words that the text's quotation has in the same order
_BESIDE = 2  # words before the first that is the same, within which a denial belongs to them


def find_wordings(story: Story) -> Iterator[Contrast]:
    """Every quotation of a headline that is one of the text's but for a denial."""
    quotations = [one for one in story.facts.quotations if one.paragraph in story.text.numbers and one.depth == 0]
    for line in story.display:
        for stated in inside(story.facts.quotations, line.paragraph):
            told = [(one, found) for one in quotations if (found := _denials(story, stated, one)) is not None]
            if not told or any(same for _, same in told):
                continue
            other = told[0][0]
            source = story.facts.article.source
            yield Contrast(
                stated.start, stated.end, "wording", "headline", source[stated.start : stated.end],
                source[other.start : other.end], "strong", False, Stretch(other.start, other.end),
            )  # fmt: skip


def _denials(story: Story, stated: Quotation, told: Quotation) -> bool | None:
    """Whether two quotations of the same words deny the same; None where the words are others."""
    words, others = _words(story, stated), _words(story, told)
    plain = [word for word in words if not _denies(story, word)]
    if len(plain) < _SHORTEST:
        return None
    places: list[int] = []
    for word in plain:
        after = places[-1] + 1 if places else 0
        if word in others[after:]:
            places.append(others.index(word, after))
    if len(places) < _ALIKE * len(plain) or places[-1] - places[0] > len(words) + _BESIDE:
        return None
    window = others[max(0, places[0] - _BESIDE) : places[-1] + 1]
    return any(_denies(story, word) for word in words) == any(_denies(story, word) for word in window)


def _words(story: Story, quotation: Quotation) -> Sequence[str]:
    return [word for word in story.tokens.lowers[quotation.first : quotation.last] if word[0].isalnum()]


def _denies(story: Story, word: str) -> bool:
    lexicon = story.facts.lexicon
    endings = tuple(lexicon.words("negative-endings"))
    return word in lexicon.words("negations") or word in lexicon.words("no-determiners") or word.endswith(endings)
