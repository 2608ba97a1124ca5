"""References: groups, remainders and ordinals that take up what the article has named, held against what it named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.relations.references.groups import find_groups
from factlint.relations.references.kinship import find_kin
from factlint.relations.references.others import find_others
from factlint.relations.references.pairings import find_pairings
from factlint.relations.references.scene import Scene
from factlint.relations.references.too_few import find_too_few

if TYPE_CHECKING:
    from factlint.facts.model import Relation
    from factlint.relations.analysis import Analysis


def find_references(facts: Analysis) -> Iterator[Relation]:
    """Every claim of this family, outside quotations."""
    scene = Scene(facts)
    yield from find_groups(scene)
    yield from find_kin(scene)
    yield from find_others(scene)
    yield from find_pairings(scene)
    yield from find_too_few(scene)
