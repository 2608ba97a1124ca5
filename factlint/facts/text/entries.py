"""Entries: the parts of an article that are read by themselves.

Those are the updates of a running story, each headed by the time of day, a summary above the text, and a correction at
the foot. Whoever reads one may have read none of the others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph

_FEWEST = 2  # times of day that make a story a running one
_FEWEST_STAMPS = 3  # stamps with text behind them that do so
_LONGEST_STAMP = 24
_NOON = 12
_PLAY = re.compile(r"(?P<minute>\d{1,3})(?:\s?\+\s?(?P<added>\d{1,2}))?\s?(?P<word>[a-z]+|['’′]):?(?=\s|$)")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d\d)\s?(?P<half>[a-z.]*)\s?(?:[:–—-]|$)")


def find_entries(facts: Facts) -> tuple[int, ...]:
    """The numbers of the blocks with which entries begin, in order."""
    times = {date.first for date in facts.dates if date.precision == "time"}
    headed = [block.number for block in facts.paragraphs if block.first in times and _is_time(facts, block)]
    notes = [block.number for block in facts.paragraphs if _stands_apart(facts, block)]
    return tuple(sorted([*(headed if len(headed) >= _FEWEST else ()), *notes]))


def corrects(facts: Facts) -> bool:
    """Whether the article is a column of corrections, which tells what was wrong and what is right of each thing."""
    first = next(iter(facts.paragraphs), None)
    words = "" if first is None else facts.article.text[first.start : first.end].lower()
    return words.startswith(tuple(facts.lexicon.words("correction-openers")))


def entry_of(facts: Facts, block: int) -> int:
    """Which entry a block belongs to: 0 before the first."""
    return bisect_right(facts.entries, block)


def runs_backwards(facts: Facts) -> bool:
    """Whether a running story has its newest update on top: “88 min:” above “62 min:”, “8.05pm:” above “7.20pm:”."""
    stamps = [stamp for block in facts.paragraphs if (stamp := _stamp(facts, block)) is not None]
    steps = [(one, two) for one, two in pairwise(stamps) if one[0] == two[0]]
    falls = sum(one > two for one, two in steps)
    return len(stamps) >= _FEWEST_STAMPS and falls > len(steps) - falls


def _stamp(facts: Facts, block: Paragraph) -> tuple[bool, int, int] | None:
    """When an update was made that is headed by it: whether by the clock, the hour and minute; else the minute of play.

    “90+3 min:”, “45'”, “7.20pm:”, “19:20 GMT”.
    """
    text = facts.article.text[block.start : min(block.end, block.start + _LONGEST_STAMP)].lower()
    play = _PLAY.match(text)
    if play is not None and play["word"] in facts.lexicon.words("minute-stamps"):
        return False, int(play["minute"]), int(play["added"] or 0)
    clock = _CLOCK.match(text)
    if clock is None:
        return None
    half = clock["half"].replace(".", "")
    if half and half not in facts.lexicon.words("time-suffixes"):
        return None
    hour = int(clock["hour"])
    if half in facts.lexicon.words("afternoon-suffixes") and hour < _NOON:
        hour += _NOON
    return True, hour, int(clock["minute"])


def _stands_apart(facts: Facts, block: Paragraph) -> bool:
    """Whether a block is a correction, or the label of a part: “ABSTRACT.”."""
    words = facts.article.text[block.start : block.end][:40].lower()
    if block.kind == "paragraph" and words.startswith(tuple(facts.lexicon.words("correction-openers"))):
        return True
    label = facts.article.text[block.start : block.end].rstrip(".:")
    return label.isupper() and label.lower() in facts.lexicon.words("part-labels")


def _is_time(facts: Facts, block: Paragraph) -> bool:
    """Whether a block that begins with a time of day holds nothing else: “9:40 p.m.”, “14:30 GMT”."""
    suffixes = facts.lexicon.words("time-suffixes")
    words = facts.tokens.lowers[block.first + 1 : block.last]
    return all(word in suffixes or not word[0].isalnum() for word in words)
