"""Sources of figures: who the text says a number comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Figure

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def with_sources(facts: Facts, figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures with what the text says of their origin."""
    return tuple(figures)
