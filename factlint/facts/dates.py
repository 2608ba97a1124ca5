"""Dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Date

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_dates(facts: Facts) -> tuple[Date, ...]:
    return ()
