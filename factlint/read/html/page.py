"""A web page, or a piece of one → Article: kinds of blocks, and the place of each character in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Article, Block, BlockKind
from factlint.read.credits import Credits, parted
from factlint.read.datelines import Datelines
from factlint.read.decode import ReadError
from factlint.read.html.find import Names, find_article, is_beside
from factlint.read.html.metadata import Declared, declared
from factlint.read.html.tree import Page, Run, Text, grow
from factlint.read.sourcemap import SourceMap

if TYPE_CHECKING:
    from factlint.facts.lexicon import Lexicon

_LONGEST_CREDIT = 160  # code points of a byline or a day
_LONGEST_STANDFIRST = 400
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "td", "th", "dt", "dd"})
_WHOLE = re.compile(r"(?i)<(?:!doctype|html|head|body)\b")
_SPACE = re.compile(r"[ \t\n\r\f\xa0\u200b]+")
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
    return _article(path, source, page, runs, kinds, told, lexicon)


# ------------------------------------------------------------------ which runs


def _headline(page: Page, told: Declared, runs: list[Run]) -> Run | None:
    """The heading that has the words of a declared title; else the last of the first level above the text."""
    start = runs[0].start if runs else 0
    heads = [run for run in page.runs if _within(run, ("h1",)) and len(run.words.split()) > 1]
    for title in map(_letters, told.titles):
        for run in (*heads, *(run for run in page.runs if _within(run, ("h2", "h3")))):
            if title and (_letters(run.words) == title or (run in heads and _letters(run.words) in title)):
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


# ------------------------------------------------------------------ the text


def _article(
    path: str,
    source: str,
    page: Page,
    runs: list[Run],
    kinds: dict[int, BlockKind],
    told: Declared,
    lexicon: Lexicon,
) -> Article:
    made = SourceMap()
    blocks: list[Block] = []
    notes = [(start, end) for start, end in page.notes if "factlint:" in source[start:end].lower()]
    for run in sorted(runs, key=lambda run: run.start):
        while notes and notes[0][0] < run.start:
            start, end = notes.pop(0)
            made.gap("\n\n" if len(made) else "")
            made.add(source[start:end], start, end)
        for line in _lines(run.texts):
            made.gap("\n\n" if len(made) else "")
            first = len(made)
            _write(line, made)
            if len(made) > first:
                blocks.append(Block(kinds[id(run)], first, len(made)))
    text = made.text
    credits, datelines = Credits(lexicon), Datelines(lexicon)
    at = next((number for number, block in enumerate(blocks) if block.kind == "headline"), None)
    head = credits.read(text, blocks, at, parted(text, blocks))
    refined: list[Block] = []
    for number, block in enumerate(blocks):
        if block.kind == "paragraph" and number in head.kinds:
            refined.append(block._replace(kind=head.kinds[number]))
        else:
            refined.extend(datelines.cut(text, block, number) if block.kind == "paragraph" else [block])
    metadata = told.metadata
    return Article(
        path,
        text,
        text,
        tuple(refined),
        metadata._replace(date=metadata.date or head.date, author=metadata.author or head.author),
        "html",
        map=made,
    )


def _lines(texts: list[Text]) -> list[list[Text]]:
    """The texts of a run; two line breaks part paragraphs."""
    lines: list[list[Text]] = [[]]
    broken = False
    for text in texts:
        if text.words == "\n" and text.end - text.start > 1:
            if broken and lines[-1]:
                lines.append([])
            broken = True
        elif text.words.strip():
            broken = False
        lines[-1].append(text)
    return [line for line in lines if any(text.words.strip() for text in line)]


def _write(texts: list[Text], made: SourceMap) -> None:
    """Writes a paragraph, its white space made one space, none at either end."""
    while texts and not texts[-1].words.strip():
        texts = texts[:-1]
    begun = spaced = False
    for number, text in enumerate(texts):
        words = text.words.rstrip(" \t\n\r\f\xa0") if number == len(texts) - 1 else text.words
        if text.end - text.start != len(text.words):
            blank = not text.words.strip()
            if not blank or (begun and not spaced):
                made.add(" " if blank else text.words, text.start, text.end)
            begun, spaced = begun or not blank, blank
            continue
        at = 0
        for match in [*_SPACE.finditer(words), None]:
            upto = match.start() if match else len(words)
            if upto > at:
                made.add(words[at:upto], text.start + at, text.start + upto)
                begun, spaced = True, False
            if match:
                if begun and not spaced:
                    made.add(" ", text.start + match.start(), text.start + match.end())
                    spaced = True
                at = match.end()
