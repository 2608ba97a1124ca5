"""Relations: each claim of an article about its own facts, with what it must agree with and whether anything does.

One module a family of claims; each has a function that is given the facts it needs and returns relations. A relation
carries the values that are stated and those that follow; a rule says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.facts.model import Relation

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis
    from factlint.relations.quantities import Quantities

#: The families of claims about quantities: the module below this package, and its function.
FINDERS: dict[str, str] = {
    "racing": "find_gaps",
    "sums": "find_sums",
    "partitions": "find_partitions",
    "added": "find_added",
    "points": "find_points",
    "shares": "find_shares",
    "averages": "find_averages",
    "rates": "find_rates",
    "parts": "find_parts",
    "conversions": "find_conversions",
    "systems": "find_systems",
    "outliers": "find_outliers",
    "ballots": "find_ballots",
    "lists": "find_lists",
    "enumerated": "find_enumerated",
    "scores": "find_scores",
    "ranks": "find_ranks",
    "outranked": "find_outranked",
    "standings": "find_standings",
    "wholes": "find_wholes",
    "restated": "find_restated",
    "headcounts": "find_headcounts",
    "retold": "find_retold",
    "directions": "find_directions",
    "majorities": "find_majorities",
    "thresholds": "find_thresholds",
    "results": "find_results",
    "margins": "find_margins",
    "chases": "find_chases",
    "compared": "find_compared",
}

#: Kinds of claims that a calculation settles only where it is of one of these kinds.
_OPEN = {
    "change": ("change", "ratio", "share", "per"),
    "rest": ("sum", "difference"),
    "parts": ("sum", "difference"),
    "part": ("share",),
    "games": ("sum",),
    "majority": ("difference",),
}
_SURENESS = ("strong", "middling", "weak")
#: That a range runs upwards says nothing of what its ends come to.
_RANGE = "range"
#: Kinds of claims about time, with the kind of a calculation within one sentence that asks the same.
_CALCULATED = {"age-told": "age"}


@cache
def _finders() -> tuple[Callable[[Quantities], Iterable[Relation]], ...]:
    return tuple(getattr(import_module(f"{__name__}.{module}"), name) for module, name in FINDERS.items())


def find_relations(facts: Analysis) -> tuple[Relation, ...]:
    """All relations of an article, in order of place; a family's module is imported when an article is first read."""
    from factlint.relations.references import find_references
    from factlint.relations.time.claims import find

    found: set[Relation] = {*find_references(facts)}
    # “the other four” is asked of as a reference; the figure in it is not asked again.
    others = [(relation.start, relation.end) for relation in found if relation.kind == "others"]
    found.update(relation for relation in find(facts) if not _failed(facts, relation))
    for finder in _finders():
        found.update(relation for relation in finder(facts.quantities) if not _told(facts, relation))
    from factlint.relations.backing import backed

    found = {*backed(facts.quantities, _with_network(facts, found))}
    found = {one for one in found if one.kind != "rest" or not any(a <= one.start and one.end <= b for a, b in others)}
    return tuple(_once(sorted(found, key=lambda one: (one.start, one.end, one.kind, one.working))))


def _once(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations in order, of several doubts of one kind about one claim only the one that says most."""
    for _, alike in groupby(relations, key=lambda one: (one.start, one.end, one.kind)):
        row = [*alike]
        doubts = [one for one in row if not one.supported]
        said = max(doubts, key=lambda one: (-_SURENESS.index(one.link), len(one.working)), default=None)
        yield from (one for one in row if one.supported or one is said)


def _with_network(facts: Analysis, found: set[Relation]) -> set[Relation]:
    """The relations with those of the network, but the doubts of what it bears out by the grammar."""
    from factlint.relations.network.find import find_network

    network = find_network(facts.quantities, found)
    borne = {(start, end, kind) for start, end, kind in network.borne}
    kept = {one for one in found if one.supported or (one.start, one.end, one.kind) not in borne} | {*network.doubts}
    doubted = {(one.start, one.end) for one in kept if not one.supported}
    # A whole is not asked of where one of its parts is: “the other eight” of 52.
    return {one for one in kept if one.kind != "parts" or doubted.isdisjoint((p.start, p.end) for p in one.parts)}


def _told(facts: Analysis, relation: Relation) -> bool:
    """Whether the sentence alone settles what the claim comes to: it is wrong, or the same question has an answer."""
    return any(
        one.start < relation.end
        and relation.start < one.end
        and (not one.agrees or (one.kind in _OPEN[relation.kind] if relation.kind in _OPEN else one.kind != _RANGE))
        for one in facts.calculations
    )


def _failed(facts: Analysis, relation: Relation) -> bool:
    """Whether the sentence alone has shown that the claim is wrong; it is told once."""
    kind = _CALCULATED.get(relation.kind)
    return kind is not None and any(
        one.kind == kind and not one.agrees and one.start < relation.end and relation.start < one.end
        for one in facts.calculations
    )
