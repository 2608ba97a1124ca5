"""Press releases: what stands around a text that is published as one belongs there, and is no debris of a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.lexicon import Lexicon
    from factlint.read.article import Block

_TOP = 4  # blocks in which it says that it is a release
_LONGEST_LINE = 120  # code points of a line around the text
_LONGEST_LABEL = 30  # code points before the colon of a longer one
_FEWEST = 2  # signs of a release; one alone may be left over in a story
_STOP = re.compile(r"[.!?…][\"”’')\]]*\Z")
_COLON = re.compile(r"(?<!\w)(\w+) ?:")


def with_release(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """The blocks; of a press release its headings, contacts and credits as such, and its headline below its heading.

    It says twice that it is one: at the top and at its foot, or there by a mark of its end and by notes or contacts
    behind it. One sign alone may be left over in a story, as may all that stands in one with a byline; and what is
    published has no embargo any more.
    """
    openers, embargoes = lexicon.words("release-openers"), lexicon.words("release-embargoes")
    closers, ends = lexicon.words("release-closers"), lexicon.words("release-end-marks")
    lines = [_line(text[block.start : block.end]) for block in blocks]
    opening = [at for at, line in enumerate(lines[:_TOP]) if _begins(line, openers | embargoes)]
    ended = [at for at, line in enumerate(lines) if at >= _TOP and line.lower().strip("*_[]() -–—") in ends]
    closing = [at for at, line in enumerate(lines) if at >= _TOP and _begins(line, closers)]
    signs = (opening[:1] == [0]) + (len(opening) > 1) + bool(ended) + bool(closing)
    if signs < _FEWEST or (not opening and any(block.kind == "byline" for block in blocks)):
        return tuple(blocks)
    kept = {at for at in opening if _begins(lines[at], embargoes)}
    around = {*opening, *ended, *closing}
    foot = min([*ended, *closing], default=len(blocks))
    found = [
        block._replace(kind="credit") if at in around or (at > foot and _is_title(block, lines[at])) else block
        for at, block in enumerate(blocks)
    ]
    # “Issued by: Lund Council”, “Date: Monday 1 December 2025”
    labels = lexicon.words("release-labels")
    dated = next((at for at, line in enumerate(lines[:_TOP]) if _begins(line, lexicon.words("release-dates"))), -1)
    for at in range(min(_TOP, len(found))):
        label, colon, _ = lines[at].partition(":")
        if at in kept:
            found[at] = found[at]._replace(kind="paragraph")
        elif colon and _begins(label, labels):
            found[at] = found[at]._replace(kind="dateline" if at == dated else "credit")
    if not any(block.kind == "headline" for block in found):
        titles = (at for at, block in enumerate(found) if block.kind != "byline" and _is_title(block, lines[at]))
        title = next((at for at in titles if at not in kept), 0)
        found[title] = found[title]._replace(kind="headline") if title else found[title]
    words = lexicon.words("release-picture-words")
    for at in range(foot, len(found)):
        labelled = {label.lower() for label in _COLON.findall(text, found[at].start, found[at].end)}
        if blocks[at].kind in ("paragraph", "list-item") and not words.isdisjoint(labelled):
            found[at] = found[at]._replace(kind="caption", labelled=True)
    return tuple(found)


def _line(words: str) -> str:
    """A line around the text; of a longer one what stands before a colon: “Notes to editors: the trust has …”."""
    if len(words) <= _LONGEST_LINE:
        return words
    label, colon, _ = words[: _LONGEST_LABEL + 1].partition(":")
    return label + colon if colon else ""


def _begins(line: str, phrases: frozenset[str]) -> bool:
    """Whether a line is one of some phrases, or begins with one and goes on behind a mark or a blank."""
    small = line.lower().strip("*_# -–—")
    return any(small.startswith(phrase) and not small[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


def _is_title(block: Block, line: str) -> bool:
    return block.kind in ("standfirst", "heading", "paragraph") and bool(line) and _STOP.search(line) is None
