"""The vocabulary that rules speak, from the model's own docstrings: kinds of facts and their attributes."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator

from factlint.facts.model import KINDS
from factlint.record import NamedTuple
from factlint.report.paint import paint

_ATTRIBUTE = re.compile(r"(\w+): (.*)")


class Kind(NamedTuple):
    """A kind of fact.

    name: as a rule's `flag` has it.
    about: what it is.
    attributes: what is known of one, by name.
    """

    name: str
    about: str
    attributes: dict[str, str]


def kinds() -> Iterator[Kind]:
    """All kinds of facts, in the order of the model."""
    for name, (_, fact) in KINDS.items():
        about = (fact.__doc__ or "").strip().partition("\n\n")[0]
        yield Kind(name, " ".join(about.split()), documented(fact))


def documented(fact: type) -> dict[str, str]:
    """The attributes of a kind of fact, each with what its docstring says of it."""
    attributes: dict[str, str] = {}
    last = None
    for line in filter(None, map(str.strip, (fact.__doc__ or "").partition("\n\n")[2].split("\n"))):
        match = _ATTRIBUTE.match(line)
        if match and match[1] in vars(fact):
            last = match[1]
            attributes[last] = match[2]
        elif last:
            attributes[last] += " " + line
    attributes["text"] = "its words in the article."
    return attributes


def as_text(width: int, colour: bool) -> Iterator[str]:
    """A paragraph a kind, a line an attribute."""
    for kind in kinds():
        yield f"{paint('strong', kind.name, colour)}: {kind.about}\n"
        room = max(map(len, kind.attributes))
        for name, about in kind.attributes.items():
            indent = " " * (room + 4)
            yield textwrap.fill(f"  {name:{room}}  {about}", width, subsequent_indent=indent) + "\n"
        yield "\n"


def as_json() -> Iterator[str]:
    """An object a kind."""
    rows = [{"kind": kind.name, "about": kind.about, "attributes": kind.attributes} for kind in kinds()]
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
