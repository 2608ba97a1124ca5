"""Relations: each claim of an article about its own facts, with what it must agree with and whether anything does.

One module a family of claims; each has a function that is given the facts it needs and returns relations. A relation
carries the values that are stated and those that follow; a rule says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from factlint.facts.model import Relation

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: The families: the module below this package, and its function from an article's facts to relations.
FINDERS: dict[str, str] = {"time.claims": "find"}


def find_relations(facts: Facts) -> tuple[Relation, ...]:
    """All relations of an article, in order of place; a family's module is imported when an article is first read."""
    found: set[Relation] = set()
    for module, name in FINDERS.items():
        finder: Callable[[Facts], Iterable[Relation]] = getattr(import_module(f"{__name__}.{module}"), name)
        found.update(finder(facts))
    return tuple(sorted(found, key=lambda relation: (relation.start, relation.end, relation.kind, relation.working)))
