"""Culprits: the thing that by a line did it, where the text lays it to another: heater, cigarette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.blamed import THINGS, culprit_of

if TYPE_CHECKING:
    from factlint.language.model import Clause, Phrase
    from factlint.relations.headlines.story import Story

_TOLD = frozenset({"done", "reported", "alleged"})


def find_culprits(story: Story) -> Iterator[Contrast]:
    """Every thing that a line has bring something about, where all that the text has bring it about are others."""
    told: list[Phrase] | None = None
    for line in story.display:
        if story.asks(line) or line.all_capitals:
            continue
        for clause in story.clauses_of(line.paragraph.first, line.paragraph.last):
            stated = None if clause.negated else _culprit(story, clause)
            if stated is None or story.in_quote(stated.head):
                continue
            if told is None:
                told = list(_told(story))
            if not told or any(_are_one(story, stated, other) for other in told):
                continue
            other = told[0]
            yield Contrast(
                stated.start, stated.end, "blame", "headline", story.words(stated.first, stated.last),
                story.words(other.first, other.last), "middling", False, Stretch(other.start, other.end),
            )  # fmt: skip


def _culprit(story: Story, clause: Clause) -> Phrase | None:
    """What a clause has bring something about: its subject, what stands behind “by” or “on”, or what is blamed."""
    lexicon, lowers = story.facts.lexicon, story.tokens.lowers
    found = culprit_of(story, clause, lexicon.words("blame-words"))
    starting = clause.lemma in lexicon.union("verbs-of-causing", "verbs-of-starting", "verbs-of-killing")
    passive = clause.voice == "passive" or (clause.last - clause.first == 1 and clause.object is None)
    if found is None and starting and passive:
        by = (index for token, index in clause.obliques if lowers[token] in lexicon.words("by-words"))
        found = story.phrase(next(by, None))
    if found is None and clause.lemma in lexicon.words("verbs-of-causing") and clause.voice == "active":
        found = story.phrase(clause.subject)
    if found is None and clause.lemma in lexicon.words("blame-words") and clause.voice == "active":
        found = story.phrase(clause.object)  # “he blamed a cigarette”
    thing = found is not None and not found.proper and found.pronoun is None and bool(found.classes & THINGS)
    return found if thing else None


def _told(story: Story) -> Iterator[Phrase]:
    """The things that the text has bring something about."""
    for clause in story.language.clauses:
        if clause.sentence in story.numbers and clause.standing in _TOLD and not clause.negated and not clause.in_quote:
            found = _culprit(story, clause)
            if found is not None:
                yield found


def _are_one(story: Story, stated: Phrase, told: Phrase) -> bool:
    """Whether two phrases may speak of one thing: they share a word, or their nouns are kin."""
    own, other = story.telling(stated.first, stated.last), story.telling(told.first, told.last)
    return bool(own & other) or story.are_kin(stated.lemma, told.lemma)
