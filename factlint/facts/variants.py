"""Variants: the places where the writer chose one of several forms of the same thing, by class of choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.compounds import compound_choices
from factlint.facts.model import Variant
from factlint.facts.notation import notation_choices
from factlint.facts.spellings import spelling_choices

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: One place, not yet judged contested: start, end, choice, form, topic.
Choice = tuple[int, int, str, str, str]

_DISPLAY = frozenset({"headline", "heading", "byline", "dateline"})


def find_variants(facts: Facts) -> tuple[Variant, ...]:
    """Every place of a choice that the article makes in more than one way, or that the house has fixed.

    Headlines and subheadings follow rules of their own and are left out.
    """
    choices: dict[str, list[Choice]] = {}
    for choice in _choices(facts):
        choices.setdefault(choice[2], []).append(choice)
    found = []
    for name, places in choices.items():
        house = facts.style.get(name)
        if house is None and len({form for _, _, _, form, _ in places}) < 2:
            continue
        shown = [(place, facts.paragraph_at(place[0]).kind) for place in places]
        shown = [(place, kind) for place, kind in shown if kind not in _DISPLAY]
        if house is None and len({place[3] for place, _ in shown}) < 2:
            continue
        found += [
            Variant(start, end, name, form, topic, house, facts.in_quotation(start), kind)
            for (start, end, _, form, topic), kind in shown
        ]
    return tuple(sorted(found))


def _choices(facts: Facts) -> Iterator[Choice]:
    yield from spelling_choices(facts)
    yield from compound_choices(facts)
    yield from notation_choices(facts)
