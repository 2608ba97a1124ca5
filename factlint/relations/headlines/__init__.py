"""Headlines, standfirsts and captions against the text: the same events, compared part by part.

One module a part: how it came out, who did it to whom, how many, how long, where, when, who says so. A contrast is made
only where the text speaks of the same thing and has another; whether anything agrees with the line stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from factlint.relations.headlines.story import Story

if TYPE_CHECKING:
    from factlint.facts.model import Contrast
    from factlint.relations.analysis import Analysis

#: Each part: the module of this package, and its function.
FINDERS: dict[str, str] = {
    "outcomes": "find_outcomes",
    "moves": "find_moves",
    "balances": "find_balances",
    "roles": "find_roles",
    "counts": "find_counts",
    "groups": "find_groups",
    "lengths": "find_lengths",
    "spans": "find_spans",
    "ordinals": "find_ordinals",
    "shares_of_counts": "find_shares_of_counts",
    "line_ages": "find_line_ages",
    "wholes": "find_all_wholes",
    "superlatives": "find_superlatives",
    "kin": "find_kin",
    "denied_events": "find_denied_events",
    "stand_ins": "find_stand_ins",
    "causes": "find_causes",
    "blamed": "find_blamed",
    "culprits": "find_culprits",
    "plans": "find_plans",
    "undecided": "find_undecided",
    "firsts": "find_firsts",
    "listed": "find_listed",
    "votes": "find_votes",
    "multiples": "find_multiples",
    "speakers": "find_speakers",
    "days": "find_days",
    "places": "find_places",
    "swapped_places": "find_swapped_places",
    "spellings": "find_spellings",
    "wordings": "find_wordings",
    "guilt": "find_guilt",
}


@cache
def _finders() -> tuple[Callable[[Story], Iterable[Contrast]], ...]:
    return tuple(getattr(import_module(f"{__name__}.{module}"), name) for module, name in FINDERS.items())


def find_contrasts(facts: Analysis) -> tuple[Contrast, ...]:
    """All contrasts of an article, in order of place; a part's module is imported when an article is first read."""
    if not facts.headlines and not any(paragraph.kind == "caption" for paragraph in facts.paragraphs):
        return ()
    story = Story(facts)
    if not story.display and not story.captions:
        return ()
    found: dict[tuple[int, int, str], Contrast] = {}
    for finder in _finders():
        for one in finder(story):
            found.setdefault((one.start, one.end, one.kind), one)
    return tuple(sorted(found.values()))
