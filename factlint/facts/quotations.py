"""Quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Quotation

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_quotations(facts: Facts) -> tuple[Quotation, ...]:
    return ()
