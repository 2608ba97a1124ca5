"""Acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Acronym

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_acronyms(facts: Facts) -> tuple[Acronym, ...]:
    return ()
