"""ArchieML, the markup that newsrooms write in shared documents → Article. By the rules published at archieml.org."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factlint.read.article import Article, BlockKind, Metadata
from factlint.read.days import find_days
from factlint.read.decode import ReadError
from factlint.read.html.tree import Text
from factlint.read.html.written import Part, written
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_KEY = re.compile(r"\s*(?P<key>[A-Za-z0-9\-_.]+)[ \t]*:[ \t]*(?P<value>.*?)\s*\Z", re.DOTALL)
_SCOPE = re.compile(r"\s*(?P<open>[\[{])[ \t]*(?P<name>\+?\.?[A-Za-z0-9\-_.]*)[ \t]*[\]}]\s*\Z")
_COMMAND = re.compile(r"\s*:[ \t]*(?P<name>endskip|ignore|skip|end)\b", re.IGNORECASE)
_ITEM = re.compile(r"\s*\*[ \t]*(?P<value>.*?)\s*\Z", re.DOTALL)
_EMPTY = re.compile(r"\s*\Z")


#: What is said of the article and is no part of it.
_TOLD = ("date", "outlet")


class _Entry(NamedTuple):
    """A line of a value: the keys above it, its own key ("" for none), and where its words stand."""

    path: tuple[str, ...]
    key: str
    start: int
    end: int


def read_archieml(path: str, source: str, lexicon: Lexicon) -> Article:
    """The article of an ArchieML document, its fields told by the lexicon; raises ReadError where no text is in it."""
    entries = list(_entries(source))
    fields = {
        name.replace("_", ""): role for role, names in lexicon.values("front-matter-fields").items() for name in names
    }
    fields |= {name.replace("_", ""): "outlet" for name in lexicon.words("outlet-fields")}
    fields |= {name.replace("_", ""): "body" for name in lexicon.words("body-fields")}
    labels: Mapping[str, BlockKind] = lexicon.table("block-labels")
    told: dict[str, str] = {}
    parts: list[Part] = []
    for entry in entries:
        role = _role(entry, fields, labels)
        words = source[entry.start : entry.end]
        if role is None or not words.strip():
            continue
        told.setdefault(role, words.strip())
        if role not in _TOLD:
            kind: BlockKind = {"author": "byline", "body": "paragraph"}.get(role, role)  # type: ignore[assignment]
            parts.append((kind, [Text(words, entry.start, entry.end, False)]))
    if not any(kind == "paragraph" for kind, _ in parts):
        raise ReadError("it is ArchieML without a text: no value of body, text, story or content in it")
    days = (day.iso for day in find_days(told.get("date", ""), lexicon) if day.iso)
    day = next(days, told.get("date"))
    metadata = Metadata(told.get("headline"), day, told.get("author"), told.get("outlet"))
    order = {"headline": 0, "standfirst": 1, "byline": 2}
    return written(path, source, sorted(parts, key=lambda part: order.get(part[0], 3)), metadata, lexicon, "archieml")


def _role(entry: _Entry, fields: Mapping[str, str], labels: Mapping[str, str]) -> str | None:
    """What a value is: by its key, else by the nearest key above it that says so."""
    for key in (entry.key, *reversed(entry.path)):
        plain = key.lower().replace("_", "").replace("-", "")
        role = fields.get(plain) or labels.get(key.lower().replace("_", " ")) or labels.get(plain)
        if role is not None:
            return role
        if key is entry.key and key:
            return None  # a key that says nothing of its value: a picture's address, a slug
    return None


def _entries(source: str) -> Iterator[_Entry]:
    """Every line of a value, in order; what is no value is no part of the document's data."""
    scope: tuple[str, ...] = ()
    array, free = "", False
    key, held = "", list[tuple[int, int]]()
    skipping, at = False, 1 if source.startswith("\ufeff") else 0
    while at < len(source):
        match = _LINE.match(source, at)
        assert match is not None
        line, start = match.group(), at
        at = match.end()
        command = _COMMAND.match(line)
        if command and (name := command["name"].lower()) != "end":
            if name == "ignore":
                return
            skipping = name == "skip"
            key, held = "", []
            continue
        if skipping:
            continue
        above = (*scope, array) if array else scope
        if command:  # :end — the lines behind a key are its value too
            yield from (_Entry(above, key, *place) for place in held)
            key, held = "", []
        elif found := _SCOPE.match(line):
            name = found["name"].lstrip("+.")
            free = found["open"] == "[" and "+" in found["name"]
            if found["open"] == "{":
                scope, array = ((name,) if name else ()), ""
            else:
                array = name
            key, held = "", []
        elif found := _KEY.match(line):
            key, held = found["key"].rpartition(".")[2], []
            yield _Entry(above, key, start + found.start("value"), start + found.end("value"))
        elif array and (found := _ITEM.match(line)):
            yield _Entry(above, "", start + found.start("value"), start + found.end("value"))
            key, held = "", []
        elif not _EMPTY.match(line):
            place = start + (1 if line.startswith("\\") else 0), start + len(line.rstrip())
            if free:
                yield _Entry(above, "", *place)
            else:
                held.append(place)
