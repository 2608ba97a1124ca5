"""News in JSON (ninjs 1 to 3, of the IPTC) → Article: headline, byline, body, captions of its pictures, day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factlint.read.article import Article, BlockKind, Metadata
from factlint.read.days import find_days
from factlint.read.decode import ReadError
from factlint.read.exchange.jsontexts import Value, Words, read_json
from factlint.read.exchange.within import body_parts
from factlint.read.html.written import Part, written

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_BODIES = ("bodyxhtml", "bodyhtml", "bodytext")
_DAYS = ("firstcreated", "contentcreated", "versioncreated")  # the first publication, where it is told
_BYLINES = ("byline", "by")  # of the first version, and since the second
_ABOVE: tuple[tuple[tuple[str, ...], BlockKind], ...] = (
    (("headline",), "headline"),
    (_BYLINES, "byline"),
    (("dateline",), "dateline"),
)
_MARKUP = ("html", "xml")  # what a body's content type ends in, where the choice is between two


def read_ninjs(path: str, source: str, lexicon: Lexicon) -> Article:
    """The article of a ninjs item; raises ReadError where it is none, or holds no text."""
    held = read_json(source)
    item = _item(held[0] if isinstance(held, list) and held else held)
    if item is None:
        raise ReadError("it is JSON, but no ninjs item: that is an object with a headline and a body")
    parts: list[Part] = []
    for names, kind in _ABOVE:
        words = _first(item, names)
        if words is not None:
            parts += [(kind, part[1]) for part in body_parts(words.words, words.map(source))]
    standfirst = _described(item)
    body = _body(item)
    if body is None:
        raise ReadError("it is a ninjs item without a body of text")
    if standfirst is not None and standfirst.words.strip() not in body.words:
        parts += [("standfirst", part[1]) for part in body_parts(standfirst.words, standfirst.map(source))]
    parts += body_parts(body.words, body.map(source))
    for caption in _captions(item):
        parts += [("caption", part[1]) for part in body_parts(caption.words, caption.map(source))]
    return written(path, source, parts, _metadata(item, lexicon), lexicon, "ninjs")


def _item(value: Value) -> Mapping[str, Value] | None:
    """An object with its keys as all versions of the format would have them: in small letters, without marks."""
    if value is None or isinstance(value, (Words, list)):
        return None
    return {key.lower().replace("_", "").replace("-", ""): held for key, held in value.items()}


def _first(item: Mapping[str, Value], names: tuple[str, ...]) -> Words | None:
    """The words of the first of several properties that the item has."""
    return next((words for words in (_role(item, name) for name in names) if words is not None), None)


def _role(item: Mapping[str, Value], name: str) -> Words | None:
    """A field, or of version 2 and 3 the main one of its list."""
    held = item.get(name)
    if isinstance(held, Words):
        return held if held.words.strip() else None
    for entry in _entries(item.get(name + "s")):
        value = entry.get("value")
        if isinstance(value, Words) and value.words.strip():
            return value
    return None


def _entries(value: Value) -> Iterator[Mapping[str, Value]]:
    """The objects of a list, or of an object with names for them."""
    if isinstance(value, Words) or value is None:
        return
    for held in value if isinstance(value, list) else value.values():
        item = _item(held)
        if item is not None:
            yield item


def _body(item: Mapping[str, Value]) -> Words | None:
    for name in _BODIES:
        held = item.get(name)
        if isinstance(held, Words) and held.words.strip():
            return held
    bodies = [(_type(entry), entry.get("value")) for entry in _entries(item.get("bodies"))]
    texts = [(type, value) for type, value in bodies if isinstance(value, Words) and value.words.strip()]
    marked = next((value for type, value in texts if type.endswith(_MARKUP)), None)
    return marked or next((value for _, value in texts), None)


def _type(entry: Mapping[str, Value]) -> str:
    held = entry.get("contenttype")
    return held.words.lower() if isinstance(held, Words) else ""


def _described(item: Mapping[str, Value]) -> Words | None:
    for name in ("descriptiontext", "descriptionxhtml", "description"):
        held = _role(item, name)
        if held is not None:
            return held
    return None


def _captions(item: Mapping[str, Value]) -> Iterator[Words]:
    """The descriptions of the pictures and films that belong to an item."""
    for entry in _entries(item.get("associations")):
        kind = entry.get("type")
        words = _described(entry)
        if words is not None and not (isinstance(kind, Words) and kind.words in ("text", "composite")):
            yield words


def _metadata(item: Mapping[str, Value], lexicon: Lexicon) -> Metadata:
    said = (held.words for name in _DAYS if isinstance(held := item.get(name), Words))
    days = (day.iso for words in said for day in find_days(words[:10], lexicon) if day.iso)
    byline, headline = _first(item, _BYLINES), _role(item, "headline")
    return Metadata(headline and headline.words, next(days, None), byline and byline.words, _outlet(item))


def _outlet(item: Mapping[str, Value]) -> str | None:
    """Who answers for an item: who holds its rights, else the first source that it names."""
    told = [held for held in (item.get("copyrightholder"),) if isinstance(held, Words)]
    told += [held for entry in _entries(item.get("infosources")) if isinstance(held := entry.get("name"), Words)]
    return next((words for held in told if (words := " ".join(held.words.split()))), None)
