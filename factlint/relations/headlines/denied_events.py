"""Denied events: what a line tells as done, and the text, wherever it tells of it, denies: charged, without charge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.plans import is_hedged

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.events import Event
    from factlint.relations.headlines.story import Story

#: Verbs by which a line lays what it tells to somebody.
_LAYS = frozenset({"saying", "thinking"})
_SETTLED = frozenset({"done", "reported", "planned"})


def find_denied_events(story: Story) -> Iterator[Contrast]:
    """Every event that a line tells as done, of which the text says that it was not, and nowhere that it was."""
    for line in (*story.display, *story.captions):
        if story.asks(line):
            continue
        for _, clause in story.events.stated(line):
            yield from _against(story, line, clause)
            yield from _unsure(story, line, clause)
        for _, clause in story.events.stated_not(line):
            yield from _for(story, line, clause)


def _against(story: Story, line: Line, clause: Clause) -> Iterator[Contrast]:
    told = story.events.told(clause)
    denied = [
        one
        for one in told
        if one.denial is not None
        and not one.quoted
        and story.events.is_near(one, line)
        and story.events.may_be_of(clause, one)
    ]
    if not denied or any(one.denial is None for one in told):
        return
    one, tokens = denied[0], story.tokens
    assert one.denial is not None
    first, last = min(one.denial, one.first), max(one.denial + 1, one.last)
    yield Contrast(
        tokens.starts[clause.first], tokens.ends[clause.last - 1], "outcome",
        "caption" if line.kind == "caption" else "headline",
        story.words(clause.first, clause.last), story.words(first, last), "middling", False,
        Stretch(tokens.starts[first], tokens.ends[last - 1]),
    )  # fmt: skip


def _unsure(story: Story, line: Line, clause: Clause) -> Iterator[Contrast]:
    """What a line tells as past, where all that the text has of it may have been so, or is only claimed."""
    told = story.events.told(clause)
    others = story.clauses_of(line.paragraph.first, line.paragraph.last)
    if (
        clause.tense != "past"
        or clause.voice != "active"
        or any(_LAYS & one.classes for one in others if one != clause)
    ):
        return
    if not told or is_hedged(story, line) or not all(_is_unsure(story, one) for one in told):
        return
    one = told[0]
    if one.sentence in story.lead and not one.quoted and story.events.may_be_of(clause, one):
        yield _contrast(story, line, clause, one)


def _is_unsure(story: Story, event: Event) -> bool:
    """Whether an event is told as one that may have been, or by a verb that only claims it."""
    if event.clause is None or event.nominal or event.denial is not None:
        return False
    clause = story.language.clauses[event.clause]
    if clause.standing == "possible":
        return clause.kind != "infinitive" and not story.facts.lexicon.words("perfect-words").isdisjoint(
            story.tokens.lowers[clause.first : clause.verb]
        )
    over = None if clause.within is None else story.language.clauses[clause.within]
    governors = story.facts.lexicon.table("event-governors")
    claimed = over is not None and governors.get(story.tokens.lowers[over.verb]) == "alleged"
    return clause.standing == "alleged" and claimed and clause.tense == "past"


def _for(story: Story, line: Line, clause: Clause) -> Iterator[Contrast]:
    """What a line denies, where the text, wherever it tells of it, tells it as done: will not go, has gone."""
    told = story.events.told(clause)
    if any(one.denial is not None or one.standing not in _SETTLED for one in told):
        return
    near = [
        one
        for one in told
        if not one.nominal
        and not one.quoted
        and one.sentence in story.lead
        and story.events.is_near(one, line)
        and story.events.may_be_of(clause, one)
    ]
    if not near:
        return
    yield _contrast(story, line, clause, near[0])


def _contrast(story: Story, line: Line, clause: Clause, event: Event) -> Contrast:
    tokens = story.tokens
    return Contrast(
        tokens.starts[clause.first], tokens.ends[clause.last - 1], "outcome",
        "caption" if line.kind == "caption" else "headline",
        story.words(clause.first, clause.last), story.words(event.first, event.last), "middling", False,
        Stretch(tokens.starts[event.first], tokens.ends[event.last - 1]),
    )  # fmt: skip
