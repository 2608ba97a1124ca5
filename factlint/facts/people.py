"""People."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Mention, Person

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_people(facts: Facts) -> tuple[Person, ...]:
    return ()


def find_mentions(facts: Facts) -> tuple[Mention, ...]:
    return ()
