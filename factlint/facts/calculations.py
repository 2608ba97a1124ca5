"""Calculations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Calculation

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_calculations(facts: Facts) -> tuple[Calculation, ...]:
    return ()
