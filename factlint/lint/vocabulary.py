"""What rules can ask of facts: the kinds, their attributes, and what each attribute can be, from the model's types."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from factlint.facts.model import KINDS, Interval, Stretch
from factlint.lint.paths import ARTICLE, JOINS, links_to
from factlint.lint.suppress import Suppression
from factlint.nearest import nearest
from factlint.record import NamedTuple

#: What a rule can flag: the kinds of facts, and what came of an article's directives; besides these, text.
FLAGS: dict[str, type] = {**{kind: fact for kind, (_, fact) in KINDS.items()}, "suppression": Suppression}


class Shape(NamedTuple):
    """What an attribute can be; None, which any may be, aside.

    text: whether it can be text.
    number: whether it can be a number.
    truth: whether it can be yes or no.
    many: whether it is a list.
    facts: the kinds of fact it can be, or hold.
    values: all the texts it can be, where the model names them.
    """

    text: bool = False
    number: bool = False
    truth: bool = False
    many: bool = False
    facts: tuple[type, ...] = ()
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        kinds = [kind.__name__.lower() for kind in self.facts]
        if self.many:
            return f"a list of {' or '.join(kinds) or ('texts' if self.text else 'numbers')}"
        named = {"text": self.text, "a number": self.number, "yes or no": self.truth}
        return " or ".join([name for name, can in named.items() if can] + [_article(kind) for kind in kinds])


ANYTHING = Shape(text=True, number=True, truth=True)
TEXT = Shape(text=True)
NUMBER = Shape(number=True)
INTERVAL = Shape(facts=(Interval,))


class PathError(Exception):
    """A path that leads to nothing, with the reason as a sentence or two."""


def kind_called(flag: str) -> type:
    """The type of what a rule flags; a match of a text rule has a place, as a stretch of the source has."""
    return FLAGS.get(flag, Stretch)


def shape_of_path(kind: type, flag: str, path: str) -> Shape:
    """What a dotted path from a kind of fact, called `flag` in messages, leads to; raises PathError."""
    shape = Shape(facts=(kind,))
    label = flag
    steps = iter(path.split("."))
    for name in steps:
        if shape.many and name == "count":
            shape = NUMBER
            continue
        if not shape.facts:
            raise PathError(f"“{label}” is {shape} and has no “{name}”.{' It has: count.' if shape.many else ''}")
        if name == ARTICLE:
            shape = _in_article(shape, label, list(steps_to_kind(steps)))
            label = name
            continue
        known: dict[str, Shape] = {}
        for fact in shape.facts:
            known.update({**links(fact), **attributes(fact)})
        if name not in known:
            owner = flag if label == flag else " or ".join(fact.__name__.lower() for fact in shape.facts)
            raise PathError(no_such(f"{_article(owner).capitalize()} has no", name, known))
        # A list on the way gives a list of what its members have.
        shape = known[name]._replace(many=known[name].many or shape.many)
        label = name
    return shape


def steps_to_kind(steps: Iterator[str]) -> Iterator[str]:
    """The steps behind `article`: how the facts stand to this one, where that is said, and their kind."""
    for step in steps:
        yield step
        if step not in JOINS:
            return


def _in_article(shape: Shape, label: str, steps: list[str]) -> Shape:
    if shape.many:
        raise PathError(f"“{ARTICLE}” leads from one fact; “{label}” is {shape}.")
    if any("start" not in attributes(kind) for kind in shape.facts):
        raise PathError(f"“{ARTICLE}” leads from a place; “{label}” is {shape}.")
    kind = steps[-1] if steps else ""
    if len(steps) > 2 or kind not in KINDS:
        known = (*([] if len(steps) > 1 else JOINS), *KINDS)
        said = ".".join([ARTICLE, *steps[:-1]])
        what = (
            f"Behind “{said}” stands a kind of fact, not “{kind}”."
            if kind and kind not in JOINS
            else (f"Behind “{said if kind not in JOINS else f'{ARTICLE}.{kind}'}” stands a kind of fact.")
        )
        raise PathError(f"{what}{nearest(kind, known)} There are: {', '.join(known)}.")
    return Shape(facts=(KINDS[kind][1],), many=steps[0] != "nearest")


def links(kind: type) -> dict[str, Shape]:
    """The lists of facts that belong to a fact of a kind."""
    return {name: Shape(facts=(KINDS[source][1],), many=True) for name, (source, _) in links_to(kind).items()}


def no_such(what: str, name: str, known: Iterable[str]) -> str:
    """“A figure has no “txt”. Did you mean …? It has: ….”"""
    return f"{what} “{name}”.{nearest(name, known)} It has: {', '.join(sorted(known))}."


@cache
def attributes(kind: type) -> dict[str, Shape]:
    """The attributes of a kind of fact, `text` included."""
    hints = typing.get_type_hints(kind)
    for name, member in vars(kind).items():
        if isinstance(member, property):
            hints[name] = typing.get_type_hints(member.fget).get("return", Any)
    words = {"text": TEXT} if "start" in hints else {}  # an interval stands nowhere
    return {**{name: _shape(hint) for name, hint in hints.items()}, **words}


def _shape(hint: Any) -> Shape:
    """The shape of a type as the model writes it."""
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return Shape(text=True, values=typing.get_args(hint))
    if origin is typing.Union or isinstance(hint, types.UnionType):
        shapes = [_shape(argument) for argument in typing.get_args(hint) if argument is not type(None)]
        return _either(shapes)
    if origin is not None:
        return _either([_shape(argument) for argument in typing.get_args(hint) if argument is not Ellipsis], many=True)
    if hasattr(hint, "_fields"):
        return Shape(facts=(hint,))
    return {str: TEXT, bool: Shape(truth=True), int: NUMBER, float: NUMBER}.get(hint, ANYTHING)


def _either(shapes: list[Shape], many: bool = False) -> Shape:
    return Shape(
        any(shape.text for shape in shapes),
        any(shape.number for shape in shapes),
        any(shape.truth for shape in shapes),
        many or any(shape.many for shape in shapes),
        tuple(kind for shape in shapes for kind in shape.facts),
        shapes[0].values if len(shapes) == 1 else (),
    )


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"
