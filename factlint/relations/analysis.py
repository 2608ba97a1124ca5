"""Analysis: the facts of an article, and what it claims of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.annotate import Facts
from factlint.facts.model import Calculation, Contrast, Relation

if TYPE_CHECKING:
    # To a type checker a stage is a cached property.
    from functools import cached_property as stage

    from factlint.relations.quantities import Quantities
else:
    from factlint.facts.stages import stage


class Analysis(Facts):
    """All facts of one article and, built on these, the claims that it makes of its own facts."""

    @stage
    def quantities(self) -> Quantities:
        """The figures with what is counted, whose, where and when."""
        from factlint.relations.quantities import Quantities

        return Quantities(self)

    @stage
    def calculations(self) -> tuple[Calculation, ...]:
        from factlint.facts.numbers.calculations import find_calculations
        from factlint.relations.explained import unexplained

        return tuple(unexplained(self, find_calculations(self)))

    @stage
    def relations(self) -> tuple[Relation, ...]:
        from factlint.relations import find_relations

        return find_relations(self)

    @stage
    def contrasts(self) -> tuple[Contrast, ...]:
        from factlint.relations.headlines import find_contrasts

        return find_contrasts(self)
