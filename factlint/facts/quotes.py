"""Quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Quote

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_quotes(facts: Facts) -> tuple[Quote, ...]:
    return ()
