"""Figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Figure

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_figures(facts: Facts) -> tuple[Figure, ...]:
    return ()
