"""Denied events: what a line tells as done, and the text, wherever it tells of it, denies: charged, without charge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_SETTLED = frozenset({"done", "reported", "planned"})


def find_denied_events(story: Story) -> Iterator[Contrast]:
    """Every event that a line tells as done, of which the text says that it was not, and nowhere that it was."""
    for line in (*story.display, *story.captions):
        if story.asks(line):
            continue
        for _, clause in story.events.stated(line):
            yield from _against(story, line, clause)
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
    one, tokens = near[0], story.tokens
    yield Contrast(
        tokens.starts[clause.first], tokens.ends[clause.last - 1], "outcome",
        "caption" if line.kind == "caption" else "headline",
        story.words(clause.first, clause.last), story.words(one.first, one.last), "middling", False,
        Stretch(tokens.starts[one.first], tokens.ends[one.last - 1]),
    )  # fmt: skip
