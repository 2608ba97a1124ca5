"""Organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Organization

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_organizations(facts: Facts) -> tuple[Organization, ...]:
    return ()
