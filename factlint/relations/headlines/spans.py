"""Spans: how long a thing lasts or takes in a line, where all that the text tells of lasts another time.

“Curfew lifted after three weeks” over a curfew that had been in force for ten days. Terms of prison, bans and
contracts are told by `lengths`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Contrast, Stretch
from factlint.relations.headlines.lengths import all_days, days_of, term_of

if TYPE_CHECKING:
    from factlint.facts.headlines.display import Line
    from factlint.relations.headlines.story import Story
    from factlint.relations.quantities import Quantity

_NEAR = 0.5  # units of the longer of two units by which rounding lets them part
_FAR = 12.0  # times by which two spans may part and still be told of one thing
_REACH = 2  # tokens before a span within which a word says what it is


def find_spans(story: Story) -> Iterator[Contrast]:
    """Every span of a line that the text neither tells nor lets be reckoned, where it opens with another."""
    lengths = [one for one in story.facts.quantities.all if one.dimension == "duration"]
    told = [one for one in lengths if one.sentence in story.numbers]
    for line in (*story.display, *story.captions):
        if story.asks(line):
            continue
        for stated in lengths:
            if line.paragraph.start <= stated.start < line.paragraph.end and _is_plain(story, stated):
                yield from _against(story, line, stated, told)


def _unit(story: Story, length: Quantity) -> float:
    return float(story.facts.lexicon.table("days-of-units").get(length.unit or "", 0))


def _is_plain(story: Story, length: Quantity) -> bool:
    """Whether it is how long something lasts: no age, no distance from today, no “first in 20 years”."""
    lowers, words = story.tokens.lowers, story.facts.lexicon.words
    before = lowers[max(0, length.first - _REACH) : length.first]
    behind = lowers[length.last : min(length.last + _REACH, _sentence(story, length)[1])]
    if length.claim in ("age", "ordinal") or length.precision != "exact" or not _unit(story, length):
        return False
    late = words("words-behind-no-span") | words("ago-words")
    if term_of(story, length):
        return False
    return words("words-before-no-span").isdisjoint(before) and late.isdisjoint(behind)


def _against(story: Story, line: Line, stated: Quantity, told: list[Quantity]) -> Iterator[Contrast]:
    about = story.telling(line.paragraph.first, line.paragraph.last) - story.telling(stated.first, stated.last)
    days, unit = days_of(story, stated), _unit(story, stated)
    if not _tells_how_long(story, stated, about) or _is_reckoned(story, days, unit):
        return
    if any(abs(days_of(story, one) - days) <= _NEAR * max(unit, _unit(story, one)) for one in told):
        return
    if any(abs(sum_of - days) <= _NEAR * unit for sum_of in all_days(story, told)):
        return
    same = [
        one
        for one in told
        if one.sentence in story.lead
        and _is_plain(story, one)
        and not one.in_quote
        and about & story.telling(*_sentence(story, one))
        and _tells_how_long(story, one, about)
    ]
    values = {days_of(story, one) for one in same}
    if len(values) != 1 or not days / _FAR <= min(values) <= days * _FAR:
        return
    other, source = same[0], story.facts.article.source
    yield Contrast(
        stated.start, stated.end, "span", "caption" if line.kind == "caption" else "headline",
        source[stated.start : stated.end], source[other.start : other.end], "middling", False,
        Stretch(other.start, other.end),
    )  # fmt: skip


def _sentence(story: Story, length: Quantity) -> tuple[int, int]:
    one = story.facts.sentences[length.sentence]
    return one.first, one.last


def _tells_how_long(story: Story, length: Quantity, about: frozenset[str]) -> bool:
    """Whether a span stands where it says how long: “after ten days”, “a ten-day strike”, “a strike of ten days”."""
    words, at = story.facts.lexicon.words, length.first
    if "-" in story.facts.article.source[length.start : length.end]:
        return True
    if at < 2 or story.tokens.lowers[at - 1] in words("prepositions-of-spans"):
        return at >= 1 and story.tokens.lowers[at - 1] in words("prepositions-of-spans")
    return story.tokens.lowers[at - 1] in words("of-words") and bool(story.telling(at - 2, at - 1) & about)


def _is_reckoned(story: Story, days: float, unit: float) -> bool:
    """Whether two of the text's years, months or days lie so far apart."""
    options = [
        one.options[0] for sentence in story.sentences for one in story.moments.get(sentence.number, ()) if one.options
    ]
    firsts = sorted({option[0] for option in options} | {option[1] for option in options})
    return any(abs(abs(one - other) - days) <= unit + 1 for at, one in enumerate(firsts) for other in firsts[at + 1 :])
