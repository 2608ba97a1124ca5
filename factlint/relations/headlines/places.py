"""Places: where it happened in the headline, and where in the text's first sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_PLACES = frozenset({"place", "object"})
_NEAR = 7  # tokens
_OPENING = 2  # sentences that say where it happened


def find_places(story: Story) -> Iterator[Contrast]:
    """Every place of a headline that the text has only further down, and elsewhere than where it opens."""
    prepositions = story.facts.lexicon.words("prepositions-of-scenes")
    aside = story.facts.lexicon.words("elsewhere-words")
    tokens, phrases = story.tokens, story.language.phrases
    opening = frozenset(one.number for one in story.sentences[:_OPENING])
    for line in story.display:
        spot = line.paragraph
        if line.title_case or line.all_capitals:
            continue
        names = {plain(tokens.lowers[at]) for at in range(spot.first, spot.last)}
        for stated in phrases:
            if not (spot.first <= stated.first < spot.last and _may_be_place(story, stated)):
                continue
            words = {plain(word) for word in tokens.lowers[stated.first : stated.last]}
            own = [
                one for one in phrases if one.sentence in story.numbers and one.proper and words & _words(story, one)
            ]
            if not own:
                continue
            # Everywhere it is only where something else was: “the nearest were at …”, “across the border in …”.
            if not all(_is_aside(story, one.first, aside) for one in own):
                continue
            other = next(
                (
                    one
                    for one in phrases
                    if one.sentence in opening and _may_be_place(story, one) and one.preposition is not None
                    and tokens.lowers[one.preposition] in prepositions and not names & _words(story, one)
                    and story.facts.lexicon.words("months").isdisjoint(_words(story, one))
                ),
                None,
            )  # fmt: skip
            if other is not None:
                yield Contrast(
                    stated.start, stated.end, "place", "headline", story.words(stated.first, stated.last),
                    story.words(other.first, other.last), "middling", False, Stretch(other.start, other.end),
                )  # fmt: skip


def _may_be_place(story: Story, phrase: Phrase) -> bool:
    """Whether a name can be a place's: nobody's, and no poll, club or paper."""
    if not phrase.proper or phrase.classes - _PLACES:
        return False
    words = _words(story, phrase)
    people = {plain(word) for person in story.facts.people for word in person.name.lower().split()}
    return words.isdisjoint(people) and " ".join(sorted(words)) not in story.facts.lexicon.words("places-of-power")


def _words(story: Story, phrase: Phrase) -> set[str]:
    return {plain(word) for word in story.tokens.lowers[phrase.first : phrase.last]}


def _is_aside(story: Story, token: int, aside: frozenset[str]) -> bool:
    """Whether a word near a place says that it is only where something else is."""
    sentence = story.facts.sentence_at(story.tokens.starts[token])
    words = story.tokens.lowers[max(sentence.first, token - _NEAR) : min(sentence.last, token + _NEAR)]
    return not aside.isdisjoint(words)
