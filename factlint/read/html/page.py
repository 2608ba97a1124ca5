"""A web page, or a piece of one → Article: kinds of blocks, and the place of each character in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Article, BlockKind
from factlint.read.credits import Credits
from factlint.read.decode import ReadError
from factlint.read.html.find import Names, find_article, is_beside
from factlint.read.html.metadata import Declared, declared
from factlint.read.html.tree import Page, Run, grow
from factlint.read.html.written import written

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LONGEST_CREDIT = 160  # code points of a byline or a day
_LONGEST_STANDFIRST = 400
#: Words of a heading of a lower level that is a declared title without the paper's name.
_ENOUGH = 5
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "td", "th", "dt", "dd"})
_WHOLE = re.compile(r"(?i)<(?:!doctype|html|head|body)\b")
_LETTERS = re.compile(r"\W+")
_NAMED: tuple[tuple[str, BlockKind], ...] = (
    ("page-pull-quote-names", "pull-quote"),
    ("page-caption-names", "caption"),
    ("page-byline-names", "byline"),
    ("page-date-names", "credit"),
)


def read_html(path: str, source: str, lexicon: Lexicon) -> Article:
    """The article in a page, or all of a fragment; `Article.map` tells where its text stands in the source.

    Raises ReadError where there is no prose in it.
    """
    page = grow(source)
    names = Names(lexicon)
    told = declared(page, source)
    if _WHOLE.search(source[:20_000]):
        top, runs = find_article(page, names)
        headline = _headline(page, told, runs)
        runs = _head(page, headline, runs, names, Credits(lexicon)) if top is not None else []
    else:
        runs = [run for run in page.runs if not any(e.name in ("nav", "footer") for e in run.element.around())]
        first = runs[0].element if runs else None
        headline = runs[0] if first is not None and any(e.name in ("h1", "h2") for e in first.around()) else None
    if not runs:
        raise ReadError("it is a web page without an article: no paragraphs of prose in it")
    kinds: dict[int, BlockKind] = {id(run): _kind(run, names) for run in runs}
    if headline is not None:
        kinds[id(headline)] = "headline"
    parts = [(kinds[id(run)], run.texts) for run in sorted(runs, key=lambda run: run.start)]
    notes = [(start, end) for start, end in page.notes if "factlint:" in source[start:end].lower()]
    return written(path, source, parts, told.metadata, lexicon, "html", notes)


# ------------------------------------------------------------------ which runs


def _headline(page: Page, told: Declared, runs: list[Run]) -> Run | None:
    """The heading that has the words of a declared title; else the last of the first level above the text."""
    start = runs[0].start if runs else 0
    heads = [run for run in page.runs if _within(run, ("h1",)) and len(run.words.split()) > 1]
    for title in map(_letters, told.titles):
        for run in (*heads, *(run for run in page.runs if _within(run, ("h2", "h3")))):
            words = _letters(run.words)
            if title and (words == title or (run in heads and words in title)):
                return run
            # “Bridge reopens after a year of work – The Herald”
            if len(run.words.split()) >= _ENOUGH and title.startswith(words):
                return run
    above = [run for run in heads if run.start <= start]
    within = [run for run in heads if run in runs[:5]]
    return above[-1] if above else within[0] if within else None


def _head(page: Page, headline: Run | None, runs: list[Run], names: Names, credits: Credits) -> list[Run]:
    """The runs with the headline first, and the standfirst, byline and day between it and the text."""
    start = runs[0].start if runs else 0
    if headline is None:
        return runs
    inside = {id(run) for run in runs}
    head = [headline]
    for run in page.runs:
        if not headline.start < run.start < start or id(run) in inside:
            continue
        kind = _kind(run, names)
        standfirst = _has(run, names, "page-standfirst-names") and 20 < len(run.words) <= _LONGEST_STANDFIRST
        credit = kind in ("byline", "credit") or credits.is_credit(run.words)
        if standfirst or (credit and len(run.words) <= _LONGEST_CREDIT):
            head.append(run)
    told = _letters(headline.words)
    return head + [run for run in runs if run is not headline and run.start > 0 and _letters(run.words) != told]


def _kind(run: Run, names: Names) -> BlockKind:
    holders = list(run.element.around())
    tags = {element.name for element in holders}
    for name, kind in _NAMED:
        short = kind not in ("byline", "credit") or len(run.words) <= _LONGEST_CREDIT
        if short and any(names.has(element, name) for element in holders[:3]):
            return kind
    if "figcaption" in tags or "figure" in tags or "caption" in tags:
        return "caption"
    if any(names.has(element, "page-standfirst-names") for element in holders[:2]):
        return "standfirst"
    if not tags.isdisjoint(_HEADINGS):
        return "heading"
    if "blockquote" in tags:
        return "blockquote"
    return "list-item" if not tags.isdisjoint(_ITEMS) and run.element.name != "div" else "paragraph"


def _has(run: Run, names: Names, name: str) -> bool:
    holders = list(run.element.around())[:3]
    return any(names.has(element, name) for element in holders) and not any(is_beside(e, names) for e in holders[:2])


def _within(run: Run, tags: tuple[str, ...]) -> bool:
    return any(element.name in tags for element in run.element.around())


def _letters(words: str) -> str:
    return _LETTERS.sub("", words.lower())
