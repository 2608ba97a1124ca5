"""Stages: each kind of fact is worked out once; one that fails takes what is built on it along, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


class stage:  # noqa: N801 (a decorator)
    """A property of `Facts` that is worked out when first read; once failed, it fails at once when read again.

    The facts keep what failed in `failures`, by the name of the stage in which it began.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make = make
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, facts: Any, owner: Any = None) -> Any:
        if facts is None:
            return self
        name = self.name
        if name in facts.failed:
            raise facts.failed[name]
        try:
            value = facts.__dict__[name] = self.make(facts)
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
