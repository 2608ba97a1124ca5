"""Titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Title

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_titles(facts: Facts) -> tuple[Title, ...]:
    return ()
