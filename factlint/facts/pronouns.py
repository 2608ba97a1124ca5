"""Pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Pronoun

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_pronouns(facts: Facts) -> tuple[Pronoun, ...]:
    return ()
