"""Promises: the names, places, figures and quotations of headlines, subheadings and captions, held against the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import Line, TextWords, display_lines, is_deck
from factlint.facts.headlines.headline_figures import digits_in, figures_in
from factlint.facts.headlines.headline_names import may_have_written, names_in
from factlint.facts.headlines.headline_places import places_in
from factlint.facts.headlines.headline_quotes import quotes_in
from factlint.facts.headlines.headline_scores import scores_in
from factlint.facts.model import Instead, Promise

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Figure, Place

_LISTED = 2  # subheadings with figures of their own that make a list
_FEWEST_WORDS = 15  # words of the text below which a line promises nothing: the text is a stub
_LONGEST_LINE = 80  # words; what is longer is no display line
_MOST_LINES = 200  # display lines that are looked at: what has more is a list and no article


def find_promises(facts: Facts) -> tuple[Promise, ...]:
    """Every promise of every display line, in order of place; none in a file without a text."""
    lines = display_lines(facts)[:_MOST_LINES]
    texts = {kind: TextWords(facts, lines, kind) for kind in {line.kind for line in lines}}
    found = [
        promise
        for line in lines
        if line.paragraph.words <= _LONGEST_LINE and texts[line.kind].size >= _FEWEST_WORDS
        for promise in _promises(facts, line, texts[line.kind])
    ]
    return tuple(sorted(_unlisted(facts, found), key=lambda promise: (promise.start, promise.end)))


def _unlisted(facts: Facts, found: list[Promise]) -> list[Promise]:
    """Figures of subheadings are uncertain where several have one of their own: prices of a list, ages, dates."""
    alone = [
        promise for promise in found if promise.block == "heading" and promise.kind == "figure" and not promise.told
    ]
    if len({facts.paragraph_at(promise.start).number for promise in alone}) < _LISTED:
        return found
    listed = set(alone)
    return [promise._replace(certain=False) if promise in listed else promise for promise in found]


def _promises(facts: Facts, line: Line, text: TextWords) -> Iterator[Promise]:
    tokens, shape = facts.tokens, line.paragraph.format
    plain = not is_deck(facts, line)  # where “Issue 88” may stand
    for name in names_in(facts, line, text):
        start, end = tokens.starts[name.first], tokens.ends[name.last - 1]
        size = name.last - name.first
        if not plain and may_have_written(facts, name):
            continue
        yield Promise(start, end, name.kind, line.kind, name.told, name.certain, False, size, None, shape)
    for place, certain, told, other in places_in(facts, line, text):
        instead = _instead(facts, other)
        yield Promise(place.start, place.end, "place", line.kind, told, certain, False, 1, instead, shape)
    for figure, certain, told, near in figures_in(facts, line, text):
        instead, restated = _instead(facts, near), bool(figure.restated)
        certain = certain and line.paragraph.kind != "standfirst"
        yield Promise(figure.start, figure.end, "figure", line.kind, told, certain, restated, 1, instead, shape)
    for at, told in digits_in(facts, line, text):
        yield Promise(tokens.starts[at], tokens.ends[at], "number", line.kind, told, plain, False, 1, None, shape)
    for score, certain, times, first in scores_in(facts, line, text):
        instead = None
        if first is not None:
            start, end = tokens.starts[first.first], tokens.ends[first.last - 1]
            instead = Instead(start, end, facts.article.source[start:end])
        yield Promise(
            tokens.starts[score.first],
            tokens.ends[score.last - 1],
            "score",
            line.kind,
            times,
            certain,
            False,
            1,
            instead,
            shape,
        )
    for one in quotes_in(facts, line, text):
        start, end, share = one.quotation.start, one.quotation.end, one.told / one.words
        yield Promise(
            start, end, "quote", line.kind, one.told, one.certain, False, one.words, None, shape, share, one.credited
        )


def _instead(facts: Facts, other: Figure | Place | None) -> Instead | None:
    return None if other is None else Instead(other.start, other.end, facts.text(other))
