"""Measures: the headline's 12 tonnes that are 12 kilograms in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch

if TYPE_CHECKING:
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_OFF = 0.1  # the share by which a rounded measure may be off
_BARE = frozenset({"count", "none", "share", "point", "duration"})


def find_measures(story: Story) -> Iterator[Contrast]:
    """Every measure or sum of a headline that the text has with another unit of the same dimension alone."""
    quantities = [one for one in story.facts.quantities.all if one.unit and one.dimension not in _BARE]
    if not quantities:
        return
    told = [one for one in quantities if one.sentence in story.numbers]
    yield from _in_standfirst(story, quantities, told)
    for line in story.display:
        spot = line.paragraph
        for stated in quantities:
            if not spot.start <= stated.start < spot.end or stated.borrowed:
                continue
            alike = [one for one in told if one.dimension == stated.dimension and one.value == stated.value]
            if not alike or any(one.unit == stated.unit for one in alike):
                continue
            if any(one.unit == stated.unit and one.span.low <= stated.value <= one.span.high for one in told):
                continue
            other = alike[0]
            source = story.facts.article.source
            yield Contrast(
                stated.start, stated.end, "amount", "headline", source[stated.start : stated.end],
                source[other.start : other.end], "strong", False, Stretch(other.start, other.end),
            )  # fmt: skip


def _in_standfirst(story: Story, quantities: list[Quantity], told: list[Quantity]) -> Iterator[Contrast]:
    """Every measure of a standfirst where the text has one other in the unit, and none that bears it out."""
    for line in story.display:
        spot = line.paragraph
        if spot.kind != "standfirst":
            continue
        for stated in quantities:
            if not spot.start <= stated.start < spot.end or stated.borrowed or stated.precision != "exact":
                continue
            alike = [one for one in told if one.dimension == stated.dimension]
            other = next((one for one in alike if one.unit == stated.unit), None)
            if other is None or len({(one.unit, one.value) for one in alike}) > 1 or other.precision != "exact":
                continue
            if abs(other.value - stated.value) > _OFF * max(other.value, stated.value):
                source = story.facts.article.source
                yield Contrast(
                    stated.start, stated.end, "count", "headline", source[stated.start : stated.end],
                    source[other.start : other.end], "middling", False, Stretch(other.start, other.end),
                )  # fmt: skip
