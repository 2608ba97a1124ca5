"""Hedged events: what a line tells as done, and the text, wherever it tells of it, has only as what may or would be.

“Assembly outlaws fireworks” over “It would bar fireworks within half a mile”.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.language.model import Clause
    from factlint.relations.headlines.story import Story

_OPEN = frozenset({"possible", "asked"})
#: What one decides, says or thinks is done when it is said; what comes of it is not.
_DEEDS = frozenset({"change", "making", "social", "giving", "contact"})
_DECIDING = frozenset({"person", "group", "place"})
_FINITE = frozenset({"past", "present"})


def find_hedged_events(story: Story) -> Iterator[Contrast]:
    """Every deed that a line tells as done, which the text never has so and has as what would or could be done."""
    hedges = story.facts.lexicon.words("headline-hedges")
    for line in story.display:
        spot = line.paragraph
        if story.asks(line) or not hedges.isdisjoint(story.tokens.lowers[spot.first : spot.last]):
            continue
        for index, clause in story.events.stated(line):
            doer = story.phrase(clause.subject)
            if clause.tense not in _FINITE or not clause.classes & _DEEDS or doer is None:
                continue
            if doer.proper or doer.classes & _DECIDING:
                yield from _against(story, line, index, clause)


def _against(story: Story, line: Line, index: int, clause: Clause) -> Iterator[Contrast]:
    events, tokens = story.events, story.tokens
    told = events.told(clause)
    answers = {at: story.language.clauses[at] for at in events.answers(line, clause) if at != index}
    if any(one.nominal or one.denial is not None or not _is_open(story, one.clause) for one in told):
        return
    if any(other.negated or not _is_open(story, at) for at, other in answers.items()):
        return  # what may not be done is forbidden
    places = [(one.first, one.last, one.sentence, one.quoted) for one in told if events.may_be_of(clause, one)]
    places += [(other.first, other.last, other.sentence, other.in_quote) for other in answers.values()]
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(clause.first, clause.last)
    for first, last, sentence, quoted in sorted(places):
        own = story.facts.sentences[sentence]
        if quoted or not about & story.telling(own.first, own.last):
            continue
        yield Contrast(
            tokens.starts[clause.first], tokens.ends[clause.last - 1], "plan", "headline",
            story.words(clause.first, clause.last), story.words(first, last), "middling", False,
            Stretch(tokens.starts[first], tokens.ends[last - 1]),
        )  # fmt: skip
        return


def _is_open(story: Story, index: int | None) -> bool:
    """Whether a clause tells what may be: no more than “would” behind a verb of saying is what will be."""
    clause = None if index is None else story.language.clauses[index]
    if clause is None or clause.standing not in _OPEN:
        return False
    if story.tokens.lowers[clause.first] not in story.facts.lexicon.words("conditional-modals"):
        return True
    # “said that a buyer had been found and that all would keep their jobs”
    while clause.within is not None and clause.kind != "main":
        clause = story.language.clauses[clause.within]
        if "saying" in clause.classes:
            return False
    return True
