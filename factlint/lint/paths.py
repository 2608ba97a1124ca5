"""Attribute paths: from a fact to what it has, to the facts that are its own, and to the rest of its article.

`speaker.person.name` goes along attributes, `person.quotes` back along `quote.speaker.person`, and
`article.before.quote` to the quotes that stand before the fact.
"""

from __future__ import annotations

import typing
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from factlint.facts.model import KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: Takes a fact, gives the value of an attribute.
Getter = Callable[["Facts", Any], Any]
#: The step that leads from a fact to the rest of its article.
ARTICLE = "article"

_LINKED = frozenset(attribute for attribute, _ in KINDS.values())
_MISSING = object()


def is_list(value: Any) -> bool:
    """Whether a value is a list of others; a fact is a named tuple, and none."""
    return type(value) is tuple


def same(value: Any, other: Any) -> bool:
    """Whether two values are one: facts by where they stand, a list where one of its members is."""
    if is_list(other):
        return any(same(value, one) for one in other)
    if is_list(value):
        return any(same(one, other) for one in value)
    if hasattr(value, "start") and hasattr(other, "start"):
        return type(value) is type(other) and (value.start, value.end) == (other.start, other.end)
    return bool(value == other)


def compile_path(path: str) -> Getter:
    """A dotted attribute path as a getter; None on the way gives None. `text` is the source of any fact."""
    names = path.split(".")
    if len(names) == 1 and path != "text" and path not in _LINKED:
        return lambda facts, fact: getattr(fact, path, None)
    steps = tuple(_steps(names))

    def get(facts: Facts, fact: Any) -> Any:
        value = fact
        for step in steps:
            if value is None:
                return None
            value = step(facts, value)
        return value

    return get


def _steps(names: list[str]) -> typing.Iterator[Getter]:
    rest = iter(names)
    for name in rest:
        if name != ARTICLE:
            yield _attribute(name)
            continue
        where = next(rest)
        yield JOINS[where](next(rest)) if where in JOINS else _all(where)


def _attribute(name: str) -> Getter:
    return lambda facts, value: _value_of(facts, value, name)


def _value_of(facts: Facts, value: Any, name: str) -> Any:
    """One step of a path; of a list, that of all its members, in one list."""
    if is_list(value):
        if name == "count":
            return len(value)
        found = [_value_of(facts, member, name) for member in value]
        return tuple(entry for one in found for entry in (one if is_list(one) else (one,)) if entry is not None)
    if name == "text" and not hasattr(value, "text"):
        return facts.article.source[value.start : value.end]
    own = getattr(value, name, _MISSING)
    if own is not _MISSING:
        return own
    return _linked(facts, value, name) if name in _LINKED else None


# ---------------------------------------------------------------------------------------------------- links back


@cache
def links_to(kind: type) -> dict[str, tuple[str, str]]:
    """The facts that belong to a fact of a kind: their name in the plural → their kind, and the path that leads back.

    A kind belongs to another where it, or a part of it that is no kind by itself, has an attribute of the other's name.
    """
    name = next((name for name, (_, other) in KINDS.items() if other is kind), None)
    found = {}
    for source, (plural, fact) in KINDS.items() if name else ():
        path = _path_to(fact, kind, str(name))
        if path is not None and plural not in getattr(kind, "_fields", ()):
            found[plural] = (source, path)
    return found


def _path_to(fact: type, kind: type, name: str) -> str | None:
    kinds = {other for _, other in KINDS.values()}
    parts = {key: _facts_of(hint) for key, hint in typing.get_type_hints(fact).items()}
    if parts.get(name) == (kind,):
        return name
    for key, found in parts.items():
        if len(found) == 1 and found[0] not in kinds:
            inner = typing.get_type_hints(found[0])
            if name in inner and _facts_of(inner[name]) == (kind,):
                return f"{key}.{name}"
    return None


def _facts_of(hint: Any) -> tuple[type, ...]:
    """The named tuples that an attribute of this type can be; none for a list."""
    if hasattr(hint, "_fields"):
        return (hint,)
    if typing.get_origin(hint) in (tuple, list):
        return ()
    return tuple(one for argument in typing.get_args(hint) for one in _facts_of(argument))


def _linked(facts: Facts, value: Any, name: str) -> Any:
    owned: type = type(value)
    link = links_to(owned).get(name)
    if link is None:
        return None
    found: dict[tuple[int, int], list[Any]] | None = facts.linked.get(link)
    if found is None:
        kind, path = link
        get = compile_path(path)
        found = facts.linked[link] = {}
        for fact in facts.of(kind):
            owner = get(facts, fact)
            if owner is not None:
                found.setdefault((owner.start, owner.end), []).append(fact)
    return tuple(found.get((value.start, value.end), ()))


# ---------------------------------------------------------------------------------------------------- joins


def _all(kind: str) -> Getter:
    return lambda facts, value: tuple(fact for fact in facts.of(kind) if fact is not value)


def _before(kind: str) -> Getter:
    def get(facts: Facts, value: Any) -> Any:
        there = facts.of(kind)
        until = bisect_left(there, value.start, key=lambda fact: fact.start)
        return tuple(fact for fact in there[:until] if fact.end <= value.start)

    return get


def _after(kind: str) -> Getter:
    def get(facts: Facts, value: Any) -> Any:
        there = facts.of(kind)
        return there[bisect_left(there, value.end, key=lambda fact: fact.start) :]

    return get


def _nearest(kind: str) -> Getter:
    def distance(fact: Any, value: Any) -> int:
        apart: int = max(fact.start - value.end, value.start - fact.end, 0)
        return apart

    def get(facts: Facts, value: Any) -> Any:
        others = (fact for fact in facts.of(kind) if fact is not value)
        return min(others, key=lambda fact: distance(fact, value), default=None)

    return get


def _in_sentence(kind: str) -> Getter:
    return lambda facts, value: _beginning_in(facts, kind, value, facts.sentence_at(value.start))


def _in_block(kind: str) -> Getter:
    return lambda facts, value: _beginning_in(facts, kind, value, facts.paragraph_at(value.start))


def _beginning_in(facts: Facts, kind: str, value: Any, stretch: Any) -> tuple[Any, ...]:
    """The facts that begin within a stretch, or that hold it, as a quote may that runs on over paragraphs."""
    there = facts.of(kind)
    first = bisect_left(there, stretch.start, key=lambda fact: fact.start)
    last = bisect_left(there, stretch.end, key=lambda fact: fact.start)
    held = [fact for fact in there[max(0, first - 1) : first] if fact.end > stretch.start]
    return tuple(fact for fact in (*held, *there[first:last]) if fact is not value)


#: What may stand between `article` and a kind: which of its facts are meant, as seen from the fact.
JOINS: dict[str, Callable[[str], Getter]] = {
    "before": _before,
    "after": _after,
    "nearest": _nearest,
    "same-sentence": _in_sentence,
    "same-block": _in_block,
}
