"""The article in a page: the element that holds most of its prose, without what stands in it and beside the text.

Paragraphs speak for what holds them, by length and commas and against links, after Arc90's Readability (2009).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.read.html.tree import Element, Page, Run

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_SHORTEST = 40  # code points of a paragraph that speaks
_MOST_LINKED = 0.5  # the part of a paragraph that may stand in links
_MOST_LINKED_SHORT = 0.6
_SHORT = 200  # code points below which a run of links is none of the article's
_SHARES = (1.0, 0.5, 0.25)  # what the holders of a paragraph get of its weight, from the inside
_ITEM = 0.3  # of which an item of a list speaks
_ASIDE, _BODY = 0.4, 1.3  # what names make of an element's weight
_KEPT = 0.3  # the part of the prose with which an element stays, whatever its name
_WIDER, _WIDEST = 1.4, 3.0  # how much more prose the element around must hold to be the article

_BESIDE = frozenset({"nav", "aside", "footer"})
_PROSE = frozenset({"p", "#root", "div", "section", "article", "td", "pre", "li", "blockquote", "main", "body", "dd"})
_STOP = re.compile(r"[.!?][”\"’')\]]*(?:\s|$)")
_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[a-z]+")


class Names:
    """What the names of elements tell: `has(element, list)`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[Element, str], bool] = {}

    def has(self, element: Element, name: str) -> bool:
        """Whether the class, the id or the item property of an element has a word of a list."""
        key = (element, name)
        if key not in self._known:
            given = element.attributes
            named = " ".join(
                given.get(kind, "") for kind in ("class", "id", "itemprop", "data-testid", "data-component")
            )
            self._known[key] = bool(named.strip()) and self._holds(named, self._lexicon.words(name))
        return self._known[key]

    def _holds(self, named: str, words: frozenset[str]) -> bool:
        spaced = _CASE.sub("-", named).lower().replace("_", "-")
        if not words.isdisjoint(_PART.findall(spaced)):
            return True
        return any("-" in word and word in spaced for word in words)


def find_article(page: Page, names: Names) -> tuple[Element | None, list[Run]]:
    """The element that holds the article, and its runs in order; None and nothing where there is no prose."""
    spoken = [(run, weight) for run in page.runs if (weight := _weight(run))]
    if not spoken:
        return None, []
    held: dict[Element, float] = defaultdict(float)
    scores: dict[Element, float] = defaultdict(float)
    for run, weight in spoken:
        holders = list(run.element.around())
        item = any(element.name == "li" for element in holders)
        # A paragraph is no holder of itself.
        inner = holders[1:] if run.element.name in ("p", "li", "blockquote", "pre") else holders
        for element, share in zip(inner, _SHARES, strict=False):
            scores[element] += weight * share * (_ITEM if item else 1)
        for element in holders:
            held[element] += weight * (_ITEM * _ITEM if item else 1)
    top = max(scores, key=lambda element: (scores[element] * _told(element, names), -element.depth))
    for element in list(top.around())[1:]:
        if element.name in ("body", "html", "#root"):
            break
        if _WIDER * held[top] < held[element] < _WIDEST * held[top]:
            top = element
    enough = _KEPT * held[top]
    return top, [run for run in page.runs if _belongs(run, top, held, enough, names)]


def is_beside(element: Element, names: Names) -> bool:
    """Whether an element is made for what stands beside an article."""
    return element.name in _BESIDE or names.has(element, "page-aside-names")


def _weight(run: Run) -> float:
    """How much a run speaks for being prose; 0 for what is none."""
    words = run.words
    if len(words) < _SHORTEST or run.element.name not in _PROSE or not _STOP.search(words):
        return 0.0
    if run.linked > _MOST_LINKED or any(element.name in _BESIDE for element in run.element.around()):
        return 0.0
    return (1 + words.count(",") + min(len(words) / 100, 4)) * (1 - run.linked)


def _told(element: Element, names: Names) -> float:
    aside = _ASIDE if names.has(element, "page-aside-names") else 1.0
    return aside * (_BODY if element.name == "article" or names.has(element, "page-body-names") else 1.0)


def _belongs(run: Run, top: Element, held: dict[Element, float], enough: float, names: Names) -> bool:
    if run.linked > _MOST_LINKED_SHORT and len(run.words) < _SHORT:
        return False
    for element in run.element.around():
        if element is top:
            return True
        if element.name in _BESIDE or (held.get(element, 0.0) < enough and names.has(element, "page-aside-names")):
            return False
    return False
