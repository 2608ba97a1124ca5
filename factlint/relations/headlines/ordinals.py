"""Ordinals: the how-manieth time, win or child a line speaks of, where the text opens with another: third, twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Phrase
    from factlint.relations.headlines.story import Story

_LEAST = 2  # what is first is told in many ways


def find_ordinals(story: Story) -> Iterator[Contrast]:
    """Every ordinal of a headline or caption that the text bears out by no number, where it has another of the same."""
    for line in (*story.display, *story.captions):
        if story.asks(line):
            continue
        for phrase in story.language.phrases:
            if not line.paragraph.first <= phrase.first < line.paragraph.last or line.title_case:
                continue
            at, value = _ordinal(story, phrase)
            if value < _LEAST or _is_borne_out(story, value):
                continue
            yield from _against(story, line, phrase, at, value)


def _ordinal(story: Story, phrase: Phrase) -> tuple[int, int]:
    """The ordinal before a phrase's noun, and its place; 0 where there is none."""
    known = story.facts.lexicon.table("ordinals")
    for at in range(phrase.first, phrase.head):
        lower = story.tokens.lowers[at]
        if lower in known:
            # “second-largest” and “a third of” tell no order of their own.
            behind = story.language.words.inflections(story.tokens.lowers[at + 1])
            compared = any(form in ("At", "Dt") for form, _ in behind)
            return (at, 0) if compared else (at, int(known[lower]))
        digits = lower[:-2]
        if digits.isdecimal() and lower[-2:] in story.facts.lexicon.words("ordinal-suffixes"):
            return at, int(digits)
    return phrase.first, 0


def _often(story: Story, at: int) -> int:
    """How often a word says that it happened: twice; 0 for any other."""
    return int(story.facts.lexicon.table("times-of-words").get(story.tokens.lowers[at], 0))


def _is_borne_out(story: Story, value: int) -> bool:
    """Whether the text has the number in any form, or the one before it told as of an earlier time."""
    known, suffixes = story.facts.lexicon.table("ordinals"), story.facts.lexicon.words("ordinal-suffixes")
    earlier = story.facts.lexicon.union("past-perfect-words", "earlier-words")
    for one in story.sentences:
        lowers = story.tokens.lowers[one.first : one.last]
        values = {int(known[lower]) for lower in lowers if lower in known}
        values |= {int(lower[:-2]) for lower in lowers if lower[:-2].isdecimal() and lower[-2:] in suffixes}
        values |= {_often(story, at) for at in range(one.first, one.last)}
        values |= {int(each.value) for each in story.quantities.get(one.number, ()) if not each.unit}
        if value in values or (value - 1 in values and not earlier.isdisjoint(lowers)):
            return True
    return any(len(one.conjoined) == value for one in story.language.phrases if one.sentence in story.numbers)


def _against(story: Story, line: Line, phrase: Phrase, at: int, value: int) -> Iterator[Contrast]:
    noun = phrase.lemma
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(at, at + 1)
    for other in story.language.phrases:
        if other.sentence not in story.lead or other.proper or story.in_quote(other.head):
            continue
        place, told = _ordinal(story, other)
        same = other.lemma == noun or story.are_kin(noun, other.lemma)
        if told < 1 or told == value or not same:
            continue
        yield _contrast(story, line, at, phrase.last, place, other.last)
        return
    for one in story.sentences:
        counted = story.language.lemmas[at + 1 : phrase.last + 1]
        won = not set(counted).isdisjoint(story.language.lemmas[one.first : one.last])  # “third win”, “won twice”
        if one.number not in story.lead or not (won or about & story.telling(one.first, one.last)):
            continue
        for place in range(one.first, one.last):
            compared = not story.facts.lexicon.words("as-words").isdisjoint(story.tokens.lowers[place + 1 : place + 2])
            if 0 < _often(story, place) != value and not compared and not story.in_quote(place):
                yield _contrast(story, line, at, phrase.last, place, place + 1)
                return


def _contrast(story: Story, line: Line, first: int, last: int, place: int, end: int) -> Contrast:
    tokens = story.tokens
    return Contrast(
        tokens.starts[first], tokens.ends[last - 1], "count", "caption" if line.kind == "caption" else "headline",
        story.words(first, last), story.words(place, end), "middling", False,
        Stretch(tokens.starts[place], tokens.ends[end - 1]),
    )  # fmt: skip
