"""Places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Place

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_places(facts: Facts) -> tuple[Place, ...]:
    return ()
