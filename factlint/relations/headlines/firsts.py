"""Firsts: the first or third of its kind in the headline, where the text counts otherwise, or has another for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import plain
from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story

_KIND = 4  # tokens behind “first” in which stands what is the first
_OPENING = 2  # sentences that tell whom the story is about
_FEWEST = 5  # tokens of a sentence that can say who was the first


def find_firsts(story: Story) -> Iterator[Contrast]:
    """Every “first woman chief” of a headline that the text has of somebody else, or counts otherwise."""
    ordinals = story.facts.lexicon.table("ordinals")
    tokens = story.tokens
    for line in story.display:
        if story.asks(line):
            continue
        for at in range(line.paragraph.first, line.paragraph.last - 1):
            stated = ordinals.get(tokens.lowers[at])
            if stated is None or not _is_of_a_kind(story, at, line):
                continue
            other = _later(story, at, int(stated))
            if other is None and stated == 1:
                other = _somebody_else(story, line, at)
            if other is not None:
                first, last = other
                yield Contrast(
                    tokens.starts[at], tokens.ends[at], "superlative", "headline", tokens.texts[at],
                    story.words(first, last), "strong", False, Stretch(tokens.starts[first], tokens.ends[last - 1]),
                )  # fmt: skip


def _is_of_a_kind(story: Story, at: int, line: Line) -> bool:
    """Whether a noun that can be the first of its kind stands behind: no “first time”, “first half”, “first of May”."""
    phrase = story.phrase(story.language.phrase_at(at))
    if phrase is None or phrase.head == at or phrase.proper or line.title_case:
        return False
    return not phrase.plural and bool(phrase.classes & frozenset({"person", "group", "artefact", "act", "event"}))


def _later(story: Story, at: int, ordinal: int) -> tuple[int, int] | None:
    """The words by which the text gives the thing another place among its kind, where it gives none the line's."""
    ordinals = story.facts.lexicon.table("ordinals")
    lowers = story.tokens.lowers
    stated = story.phrase(story.language.phrase_at(at))
    assert stated is not None
    kind = _kind(story, at, stated.last)
    found: tuple[int, int] | None = None
    for phrase in story.language.phrases:
        if phrase.sentence not in story.numbers or phrase.lemma != stated.lemma:
            continue
        for place in range(phrase.first, phrase.head):
            number = ordinals.get(lowers[place])
            if number is None or _kind(story, place, phrase.last) != kind:
                continue
            if number == ordinal:
                return None
            if phrase.sentence in story.lead:
                found = found or (phrase.first, phrase.last)
    return found


def _kind(story: Story, at: int, last: int) -> frozenset[str]:
    """The words behind an ordinal that say of what kind it is."""
    return frozenset(plain(story.tokens.lowers[place]) for place in range(at + 1, last))


def _somebody_else(story: Story, line: Line, at: int) -> tuple[int, int] | None:
    """The words by which the text has somebody for the first who is not the one that it opens with."""
    ordinals = story.facts.lexicon.table("ordinals")
    lowers = story.tokens.lowers
    opening = frozenset(one.number for one in story.sentences[:_OPENING])
    named = {plain(word) for word in lowers[line.paragraph.first : line.paragraph.last]}
    known = {
        plain(word)
        for one in story.sentences[:_OPENING]
        for word in story.tokens.texts[one.first : one.last]
        if word[0].isupper()
    }
    known = {word.lower() for word in known} | named
    about = story.telling(at + 1, min(line.paragraph.last, at + _KIND))
    for clause in story.language.clauses:
        if clause.sentence in opening or clause.sentence not in story.numbers or clause.in_quote or clause.negated:
            continue
        attribute, subject = story.phrase(clause.attribute), story.phrase(clause.subject)
        if attribute is None or subject is None or not subject.proper:
            continue
        is_first = any(ordinals.get(lowers[place]) == 1 for place in range(attribute.first, attribute.last))
        alike = about & story.telling(attribute.first, attribute.last)
        if not is_first or not alike or not known.isdisjoint(plain(w) for w in lowers[subject.first : subject.last]):
            continue
        return clause.first, attribute.last
    return None
