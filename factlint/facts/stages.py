"""Stages: each kind of fact is worked out once; one that fails takes what is built on it along, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
S = TypeVar("S")


class StageError(Exception):
    """A stage that cannot be worked out for this article; `cause` is the error that nobody foresaw, told once."""

    def __init__(self, stage: str, cause: Exception) -> None:
        super().__init__(stage)
        self.stage = stage
        self.cause = cause


class Failing(Protocol):
    """What keeps in `failures` the errors that nobody foresaw."""

    failures: dict[str, StageError]


class stage(cached_property[T]):  # noqa: N801 (a decorator)
    """A property of `Facts` that is worked out when first read; once failed, it fails at once when read again.

    The facts keep what failed in `failures`, by the name of the stage in which it began.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        super().__init__(make)

    def __get__(self, facts: Any, owner: Any = None) -> Any:
        if facts is None:
            return self
        name = self.attrname or ""
        if name in facts.failed:
            raise facts.failed[name]
        try:
            value: T = super().__get__(facts, owner)
        except StageError as error:
            facts.failed[name] = error
            raise
        except Exception as error:
            failure = facts.failed[name] = facts.failures[name] = StageError(name, error)
            raise failure from error
        return value


def each(facts: Failing, name: str, make: Callable[[S], Iterable[T]], items: Iterable[S]) -> Iterator[T]:
    """What `make` gives for every item; an item on which it fails gives nothing, and the stage is noted as failed."""
    for item in items:
        try:
            found = tuple(make(item))
        except StageError:
            raise
        except Exception as error:
            facts.failures.setdefault(name, StageError(name, error))
        else:
            yield from found
