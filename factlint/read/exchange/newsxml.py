"""NITF 3 and NewsML-G2, the IPTC's formats in XML → Article. The markup is read as pages are: every place is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from factlint.read.article import Article, BlockKind, Metadata
from factlint.read.decode import ReadError
from factlint.read.exchange.within import body_parts, kind_of
from factlint.read.html.tree import Element, Page, Run, Text, Xml, grow
from factlint.read.html.written import Part, written
from factlint.read.sourcemap import SourceMap

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_ENTITIES = re.compile(r"<!(?:ENTITY|ATTLIST|ELEMENT)\b|<!DOCTYPE[^>\[]*\[")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_LANGUAGE = Xml(
    frozenset(
        {"a", "abbr", "alt-code", "b", "bdo", "br", "chron", "cite", "city", "classifier", "code-source", "copyrite"}
        | {"copyrite.holder", "copyrite.year", "country", "denom", "em", "event", "frac", "frac-sep", "function", "i"}
        | {"lang", "location", "money", "name.family", "name.given", "num", "numer", "object.title", "org", "person"}
        | {"postaddr", "pronounce", "q", "region", "span", "state", "strong", "sub", "sublocation", "sup", "virtloc"}
        | {"story.date", "small", "u", "time", "img", "mark"}
    ),
    frozenset(
        {
            "bibliography",
            "docdata",
            "key-list",
            "media-metadata",
            "media-object",
            "media-producer",
            "nitf-table-metadata",
        }
        | {"rights", "rightsinfo", "script", "style", "title", "tobject", "header"}
    ),
)
_NITF: dict[str, BlockKind] = {
    "hl1": "headline",
    "hl2": "standfirst",
    "abstract": "standfirst",
    "byline": "byline",
    "byttl": "credit",
    "distributor": "credit",
    "dateline": "dateline",
    "media-caption": "caption",
    "caption": "caption",
    "bq": "blockquote",
    "li": "list-item",
    "td": "list-item",
    "th": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "fn": "list-item",
    "tagline": "credit",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
}
_META: dict[str, BlockKind] = {
    "headline": "headline",
    "by": "byline",
    "dateline": "dateline",
    "description": "standfirst",
}
_PAPERS = (("pubdata", "name"), ("doc.copyright", "holder"))
_MADE = ("date.issue", "date.release", "contentcreated", "firstcreated", "versioncreated", "story.date")


def read_news_xml(path: str, source: str, lexicon: Lexicon, format: Literal["nitf", "newsml"]) -> Article:
    """The article of an NITF document or of the first NewsML-G2 item with a text.

    Raises ReadError where it declares entities of its own, or holds no text.
    """
    if _ENTITIES.search(source):
        raise ReadError("it declares entities of its own, which no article needs")
    page = grow(source, _LANGUAGE)
    parts = list(_nitf(page.runs) if format == "nitf" else _newsml(page, source))
    if not any(kind in ("paragraph", "list-item", "blockquote") for kind, _ in parts):
        raise ReadError("it is news in XML without a body of text")
    holder = _holder(page) if format == "newsml" else None
    item = None if holder is None else _item(holder)
    return written(path, source, parts, _metadata(page, parts, item), lexicon, format)


def _nitf(runs: list[Run]) -> Iterator[Part]:
    """The parts of an NITF body; what is a headline within the text heads a part of it."""
    headed = False
    for run in runs:
        names = [element.name for element in run.element.around()]
        if "body" not in names and "body.content" not in names:
            continue
        kind: BlockKind = next((_NITF[name] for name in names if name in _NITF), "paragraph")
        if "body.content" in names and kind in ("headline", "standfirst", "byline") and "media" not in names:
            kind = "heading"
        if kind == "headline" and headed:
            kind = "standfirst"
        headed = headed or kind == "headline"
        yield kind, run.texts


def _newsml(page: Page, source: str) -> Iterator[Part]:
    """The parts of a NewsML-G2 message: the fields of its text, its content, the captions of its pictures."""
    holder = _holder(page)
    if holder is None:
        raise ReadError("it is NewsML-G2 without a text in it; factlint follows no links")
    item = _item(holder)
    content = list(_content([run for run in page.runs if holder in run.element.around()], holder, source))
    told = {_letters(texts) for _, texts in content}
    meta = [run for run in page.runs if any(element.name == "contentmeta" for element in run.element.around())]
    mine: list[tuple[BlockKind, Run]] = [
        (_META[run.element.name], run) for run in meta if run.element.name in _META and _item(run.element) is item
    ]
    title = next((_letters(run.texts) for kind, run in mine if kind == "headline"), None)
    yield from ((kind, run.texts) for kind, run in mine if kind == "headline" or _letters(run.texts) not in told)
    for kind, texts in content:
        if not (kind in ("headline", "heading") and _letters(texts) == title):
            named: BlockKind = "heading" if kind == "headline" and title else kind
            yield named, texts
    for run in meta:
        if run.element.name == "description" and _item(run.element) is not item:
            yield "caption", run.texts


def _content(runs: list[Run], element: Element, source: str) -> Iterator[Part]:
    """The parts of a content: NITF or XHTML as it stands, or either of them written as text."""
    if element.name == "inlinexml":
        inner = {holder.name for run in runs for holder in run.element.around()}
        yield from _nitf(runs) if "nitf" in inner else ((kind_of(run), run.texts) for run in runs)
        return
    made = SourceMap()
    for run in runs:
        for text in run.texts:
            made.add(text.words, text.start, text.end)
    yield from body_parts(made.text, made)


def _holder(page: Page) -> Element | None:
    """The first content that is a text."""
    return next((element for element in page.elements if element.name in ("inlinexml", "inlinedata")), None)


def _item(element: Element) -> Element | None:
    return next((holder for holder in element.around() if holder.name in ("newsitem", "packageitem")), None)


def _letters(texts: list[Text]) -> str:
    return re.sub(r"\W+", "", "".join(text.words for text in texts)).lower()


def _metadata(page: Page, parts: list[Part], item: Element | None) -> Metadata:
    """The day by its first telling, in an attribute of NITF or the text of NewsML; of an item, by its own alone."""
    told: dict[str, str] = {}
    elements = [element for element in page.elements if item is None or _item(element) is item]
    runs = [run for run in page.runs if item is None or _item(run.element) is item]
    for element in elements:
        if element.name in _MADE and "norm" in element.attributes:
            told.setdefault(element.name, element.attributes["norm"])
    for run in runs:
        if run.element.name in _MADE:
            told.setdefault(run.element.name, run.words)
    days = (_DAY.match(told[name]) for name in _MADE if name in told)
    day = next(("-".join(match.groups()) for match in days if match), None)
    author = next(("".join(text.words for text in texts) for kind, texts in parts if kind == "byline"), None)
    title = next(("".join(text.words for text in texts) for kind, texts in parts if kind == "headline"), None)
    outlet = _outlet(elements, runs)
    return Metadata(title and " ".join(title.split()), day, author and " ".join(author.split()), outlet)


def _outlet(elements: list[Element], runs: list[Run]) -> str | None:
    """The paper: of NITF its publication, else who holds the rights or distributes it; of NewsML its provider."""
    told = [element.attributes.get(key, "") for name, key in _PAPERS for element in elements if element.name == name]
    for name in ("distributor", "provider"):
        told += [run.words for run in runs if any(element.name == name for element in run.element.around())]
    for given in (element.attributes for element in elements if element.name == "provider"):
        told.append(given.get("literal") or given.get("qcode", "").partition(":")[2] or given.get("uri", ""))
    return next((words for held in told if (words := " ".join(held.split()))), None)
