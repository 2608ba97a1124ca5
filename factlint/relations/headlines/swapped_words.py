"""Swapped words: what a headline's noun is of, or in whose name, where the text opens with the same noun of another.

“Gold mine” over a platinum mine, “Paris Air Show” over one in Dubai. The text may have nothing of the headline's word:
neither itself, nor a word of one sense with it, nor a wider or narrower one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_OF = frozenset({"NOUN", "PROPN"})
_THINGS = frozenset({"artefact", "animal", "plant", "substance"})
_OPENING = 2  # sentences that say what a story is about
_MATERIAL = frozenset({"substance", "food", "animal", "plant"})


def find_swapped_words(story: Story) -> Iterator[Contrast]:
    """Every word before a noun of a headline or caption in whose place the text opens with another of its class."""
    told: dict[str, list[Phrase]] | None = None
    for line in (*story.display, *story.captions):
        if line.all_capitals or story.asks(line):
            continue
        if told is None:
            told = _told(story)
        found = list(_same_noun(story, line, told)) or list(_sisters(story, line))
        yield from found[:1]


def _same_noun(story: Story, line: Line, told: dict[str, list[Phrase]]) -> Iterator[Contrast]:
    """Every phrase of a line of whose noun the text has another."""
    tokens = story.tokens
    for phrase in story.language.phrases:
        if not line.paragraph.first <= phrase.first < line.paragraph.last or phrase.last - phrase.first < 2:
            continue
        others = told.get(_lemma(story, phrase), [])
        found = _swapped(story, line, phrase, others) if others else None
        if found is not None:
            at, rival = found
            yield Contrast(
                tokens.starts[at], tokens.ends[phrase.last - 1], "thing",
                "caption" if line.kind == "caption" else "headline",
                story.words(at, phrase.last), story.words(rival.first, rival.last), "middling", False,
                Stretch(rival.start, rival.end),
            )  # fmt: skip


def _sisters(story: Story, line: Line) -> Iterator[Contrast]:
    """Every noun of a line that the text has nothing of, with another kind of the same thing that it opens with."""
    tags, lemmas, tokens = story.language.tags, story.language.lemmas, story.tokens
    opening = [one for one in story.sentences if one.number in story.lead][:_OPENING]
    spot = line.paragraph
    nouns = [at for at in range(spot.first, spot.last) if tags[at] == "NOUN"]
    for at in nouns:
        classes = story.language.words.noun_classes(lemmas[at])
        if not classes & _THINGS or story.in_quote(at) or story.has(at) or story.has_kin(lemmas[at]):
            continue
        for one in opening:
            for place in range(one.first, one.last):
                if tags[place] != "NOUN" or story.in_quote(place) or story.stands(place, line):
                    continue
                shared = classes & story.language.words.noun_classes(lemmas[place]) & _THINGS
                if not shared or not story.are_sisters(lemmas[at], lemmas[place]):
                    continue
                if any(story.are_kin(lemmas[other], lemmas[place]) for other in nouns):
                    continue
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "thing", "caption" if line.kind == "caption" else "headline",
                    tokens.texts[at], tokens.texts[place], "middling", False,
                    Stretch(tokens.starts[place], tokens.ends[place]),
                )  # fmt: skip
                return


def _told(story: Story) -> dict[str, list[Phrase]]:
    """The phrases of more than one word in the text, by their noun."""
    found: dict[str, list[Phrase]] = {}
    for phrase in story.language.phrases:
        if phrase.sentence in story.numbers and not story.in_quote(phrase.head):
            found.setdefault(_lemma(story, phrase), []).append(phrase)
    return found


def _lemma(story: Story, phrase: Phrase) -> str:
    return story.language.words.lemma(story.tokens.lowers[phrase.head], "NOUN")


def _swapped(story: Story, line: Line, phrase: Phrase, others: list[Phrase]) -> tuple[int, Phrase] | None:
    """The word of a phrase that the text has another for, with the text's phrase."""
    stated = _before(story, phrase)
    if not stated or phrase.head in story.of_people:
        return None
    for other in others:
        if other.sentence not in story.lead:
            continue
        told = _before(story, other)
        own, theirs = _apart(story, stated, told)
        if own is None or theirs is None or story.stands(theirs, line):
            continue
        if story.has(own) or story.has_kin(story.language.lemmas[own]):
            return None
        if _alike(story, line, phrase, own, theirs):
            return own, other
    return None


def _before(story: Story, phrase: Phrase) -> list[int]:
    """The nouns and names before a phrase's noun, nearest first."""
    found = []
    for at in range(phrase.head - 1, phrase.first - 1, -1):
        if story.language.tags[at] not in _OF or not story.tokens.lowers[at][0].isalpha():
            break
        found.append(at)
    return found


def _apart(story: Story, stated: list[int], told: list[int]) -> tuple[int | None, int | None]:
    """The nearest words before two nouns that are not the same."""
    lowers = story.tokens.lowers
    for own, theirs in zip(stated, told, strict=False):
        if lowers[own] != lowers[theirs]:
            return own, theirs
    return None, None


def _alike(story: Story, line: Line, phrase: Phrase, own: int, theirs: int) -> bool:
    """Whether what is of one word is not of the other: two names in a name, two materials, two kinds of one thing."""
    tags, lemmas, texts = story.language.tags, story.language.lemmas, story.tokens.texts
    if {own, theirs} & story.of_people:
        return False
    if tags[own] == tags[theirs] == "PROPN":
        plainly = all(texts[at].istitle() and "." not in texts[at] for at in (own, theirs))
        return plainly and phrase.proper and not line.title_case and own not in line.openings
    if "PROPN" in (tags[own], tags[theirs]):
        return False
    one, other = (story.language.words.noun_classes(lemmas[at]) for at in (own, theirs))
    return bool(one & other & _MATERIAL) or story.are_sisters(lemmas[own], lemmas[theirs])
