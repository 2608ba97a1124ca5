"""Texts of any length out of one construct of news copy, repeated: names, numbers and words are new each time."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import yaml

_FIELD = re.compile(r"\{(\w+)\}")
_ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "dr", "gr", "kl", "st", "tr"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei"]
_CODAS = ["n", "r", "s", "l", "m", "t", "k", "nd", "rt"]
_GIVEN = ["Ann", "John", "Maria", "Peter", "Ruth", "Paul", "Emma", "David", "Laura", "Mark", "Helen", "James", "Karen"]
_MONTHS = tuple(month_name)[1:]
_HEADLINE = "Bridge opens after a long wait\n\n"


class Construct(NamedTuple):
    """A construct and how it is laid out.

    name: what it is, and its layout.
    unit: what is repeated, with fields.
    joint: what stands between two units.
    """

    name: str
    unit: str
    joint: str


def constructs() -> Iterator[Construct]:
    """Every construct as paragraphs, as sentences of one paragraph, and as one sentence."""
    families = yaml.safe_load((Path(__file__).parent / "constructs.yml").read_text("utf-8"))
    for family, rows in families.items():
        for name, unit in rows.items():
            for layout, joint in (("paragraphs", "\n\n"), ("sentences", " "), ("one sentence", "")):
                bare = unit.rstrip(".") + (", " if unit.endswith(".") and len(unit) > 1 else "")
                yield Construct(f"{family}: {name}, {layout}", bare if joint == "" else unit, joint)
            if family == "layout":
                yield Construct(f"{family}: {name}, lines", unit, "\n")


def text_of(construct: Construct, size: int) -> str:
    """An article of about `size` bytes; its first line is a headline unless the construct is about headlines."""
    numbers = count(3)
    pieces: list[str] = []
    length = 0
    while length < size:
        piece = _FIELD.sub(lambda match: _field(match[1], next(numbers)), construct.unit) + construct.joint
        pieces.append(piece)
        length += len(piece.encode())
    text = "".join(pieces)
    return text + "\n\nIt rained." if construct.name.startswith("headline") else _HEADLINE + text + "\n"


def _field(name: str, number: int) -> str:
    if name == "name":
        return f"{_GIVEN[number % len(_GIVEN)]} {_word(number).capitalize()}"
    if name == "given":
        return _GIVEN[number % len(_GIVEN)]
    if name in ("surname", "Word"):
        return _word(number).capitalize()
    if name == "word":
        return _word(number)
    if name == "acronym":
        return "".join(chr(65 + number // 26**place % 26) for place in range(4))
    if name == "year":
        return str(1900 + number % 120)
    if name == "month":
        return _MONTHS[number % 12]
    if name == "day":
        return str(1 + number % 28)
    return f"{number:,}"


def _word(number: int) -> str:
    """A word that no list has, another for each number."""
    syllables = []
    for _ in range(2):
        number, onset = divmod(number, len(_ONSETS))
        number, vowel = divmod(number, len(_VOWELS))
        syllables.append(_ONSETS[onset] + _VOWELS[vowel])
    return "".join(syllables) + _CODAS[number % len(_CODAS)]
