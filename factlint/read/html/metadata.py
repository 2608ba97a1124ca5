"""What a page says of its article: in JSON-LD, in its meta elements and in its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from factlint.read.article import Metadata
from factlint.read.html.tree import Page
from factlint.record import NamedTuple

_MOST_DATA = 200_000  # code points of a script that are read
_LONGEST_SITE = 5  # words of the paper's name behind a title
_SEPARATOR = re.compile(r"\s+[|–—»:·-]+\s+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Declared(NamedTuple):
    """What a page declares.

    metadata: title, day of publication, writer and paper.
    titles: every title that it declares, the one that is most likely the headline first.
    title_span: the place of the words of its `title` element, or None.
    """

    metadata: Metadata
    titles: tuple[str, ...]
    title_span: tuple[int, int] | None


def declared(page: Page, source: str) -> Declared:
    """What a page declares of the article in it."""
    articles = [item for item in _items(page, source) if isinstance(item.get("headline"), str)]
    metas = _metas(page)
    span = next(((start, end) for element, start, end in page.data if element.name == "title"), None)
    named = unescape(source[span[0] : span[1]]) if span else ""
    titles = [metas.get("og:title", ""), *(unescape(item["headline"]) for item in articles), named]
    kept = tuple(
        _without_site(" ".join(title.split()), metas.get("og:site_name", "")) for title in titles if title.strip()
    )
    date = next((item["datePublished"] for item in articles if isinstance(item.get("datePublished"), str)), None)
    date = date or metas.get("article:published_time") or _stated(page)
    author = next(filter(None, (_name(item.get("author")) for item in articles)), None) or metas.get("author")
    day = _DAY.match(date.strip()) if date else None
    paper = next(filter(None, (_name(item.get("publisher")) for item in articles)), None)
    outlet = " ".join((metas.get("og:site_name") or paper or "").split())
    found = Metadata(kept[0] if kept else None, day.group() if day else None, author or None, outlet or None)
    return Declared(found, kept, span)


def _items(page: Page, source: str) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD."""
    for element, start, end in page.data:
        if element.name != "script" or "ld+json" not in element.attributes.get("type", "") or end - start > _MOST_DATA:
            continue
        try:
            held = json.loads(source[start:end], strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [held]
        while waiting:
            item = waiting.pop()
            if isinstance(item, dict):
                yield item
                waiting.extend(reversed(item.values()))
            elif isinstance(item, list):
                waiting.extend(reversed(item))


def _metas(page: Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.elements:
        if element.name == "meta":
            given = element.attributes
            name = given.get("property") or given.get("name") or ""
            found.setdefault(name.lower(), given.get("content", ""))
    return found


def _stated(page: Page) -> str | None:
    """The day in the first element that says when the article was published."""
    for element in page.elements:
        if element.name not in ("time", "meta", "span", "div"):
            continue
        given = element.attributes
        if given.get("itemprop") == "datePublished" or (element.name == "time" and "datetime" in given):
            value = given.get("datetime") or given.get("content") or ""
            if _DAY.match(value.strip()):
                return value
    return None


def _name(author: Any) -> str | None:
    if isinstance(author, list):
        return _name(author[0]) if author else None
    name = author.get("name") if isinstance(author, dict) else author
    return name if isinstance(name, str) and name.strip() else None


def _without_site(title: str, site: str) -> str:
    """A title without the paper's name behind it."""
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    last = title[cuts[-1].end() :]
    barred = "|" in cuts[-1].group()
    if last.lower() == site.lower() or (barred and len(last.split()) <= _LONGEST_SITE):
        return title[: cuts[-1].start()]
    return title
