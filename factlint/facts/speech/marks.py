"""Quotation marks: which characters are one, told from apostrophes, inches and decades, and which way each may face."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph
    from factlint.tokens import Tokens

Family = Literal["double", "single"]

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_FAMILY: dict[str, Family] = dict.fromkeys('“„«”»"', "double")
MARKS = frozenset({"“", "”", "„", "«", "»", '"', "‘", "’", "'"})
_BEFORE_OPENING = frozenset("([{—–-/“‘\"'«„:,")
_AFTER_CLOSING = frozenset(".,;:!?)]}…—–-”’\"'»/")
SINGLE_CLOSING = frozenset("'’")
_STRAIGHT = frozenset({'"', "'"})
_CURLY = frozenset("“”‘’")
_PAUSES = frozenset(",.?!…")
#: Marks within a tag that was left in the text are no quotation marks.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,999}>")
_FEET_AND_INCHES = re.compile(r"(?<!\d)\d['’]\s?\d{1,2}$")


class Mark(NamedTuple):
    """One quotation mark as it could be read.

    token: its (first) token.
    last: one past its last token; two typewriter apostrophes make one double mark.
    family: double or single.
    opens: whether it may open a quotation.
    closes: whether it may close one.
    """

    token: int
    last: int
    family: Family
    opens: bool
    closes: bool


def marks_by_paragraph(facts: Facts) -> dict[int, list[Mark]]:
    """The marks that can open or close something, apostrophes and inches left out."""
    tokens = facts.tokens
    elisions = facts.lexicon.words("elisions")
    paragraphs = facts.paragraphs
    found: dict[int, list[Mark]] = {}
    number, skip = 0, -1
    tags = [match.span() for match in _TAG.finditer(tokens.text)] if "<" in tokens.index else []
    # “find one near you »”: where the other hand never stands, an angle is an arrow.
    lone = {one for one, other in (("«", "»"), ("»", "«")) if other not in tokens.index}
    for at in tokens.positions(MARKS - lone):
        if at < skip or _inside(tags, tokens.starts[at]) or _in_feet(tokens, at):
            continue
        while number + 1 < len(paragraphs) and at >= paragraphs[number].last:
            number += 1
        paragraph = paragraphs[number]
        mark = _read(tokens, at, paragraph, elisions)
        if mark is not None:
            skip = mark.last
            found.setdefault(number, []).append(mark)
    return found


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether a code point stands in one of the spans, which are in order."""
    place = bisect_right(spans, (offset, offset)) - 1
    return place >= 0 and offset < spans[place][1]


def _in_feet(tokens: Tokens, at: int) -> bool:
    """6’2”: a double mark right behind feet and inches, whatever is open."""
    start = tokens.starts[at]
    measure = tokens.text[max(0, start - 6) : start]
    return measure[-1:].isdecimal() and _FEET_AND_INCHES.search(measure) is not None


def _read(tokens: Tokens, at: int, paragraph: Paragraph, elisions: frozenset[str]) -> Mark | None:
    last = at + _width(tokens, at, paragraph)
    family = "double" if last > at + 1 else _FAMILY.get(tokens.texts[at], "single")
    before = tokens.texts[at - 1] if at > paragraph.first else ""
    after = tokens.texts[last] if last < paragraph.last else ""
    sides = _Sides(before, after, not before or tokens.spaced(at), not after or tokens.spaced(last))
    opens, closes = sides.opens(), sides.closes()
    if family == "single":
        opens, closes = _single(tokens.texts[at], sides, opens, closes, elisions)
        return Mark(at, last, family, opens, closes) if opens or closes else None
    return Mark(at, last, family, *_double(tokens.texts[at], sides, opens, closes))


def _width(tokens: Tokens, at: int, paragraph: Paragraph) -> int:
    """Two where single marks make the double one of a typewriter, ''…'', else one.

    Three in a row that close are an inner one and then an outer one.
    """
    texts, text, last = tokens.texts, tokens.texts[at], at + 1
    if text not in "'’‘" or last >= paragraph.last or texts[last] != text or tokens.spaced(last):
        return 1
    third = last + 1 < paragraph.last and texts[last + 1] == text and not tokens.spaced(last + 1)
    return 2 if not third or at == paragraph.first or tokens.spaced(at) else 1


class _Sides(NamedTuple):
    """What stands beside a mark in its paragraph; empty for nothing.

    before: the token before it.
    after: the token after it.
    space_before: whether nothing touches it from the left.
    space_after: whether nothing touches it from the right.
    """

    before: str
    after: str
    space_before: bool
    space_after: bool

    def opens(self) -> bool:
        touches = bool(self.after) and not self.space_after
        ends = self.before in _PAUSES and self.after in MARKS  # “…, because I've changed my mind,”’”
        return touches and (self.space_before or (self.before in _BEFORE_OPENING and not ends))

    def closes(self) -> bool:
        if self.space_before:
            return False
        return self.space_after or self.after in _AFTER_CLOSING or self.after[0] in "'’"


def _double(text: str, sides: _Sides, opens: bool, closes: bool) -> tuple[bool, bool]:
    """Whether a double mark may open and close."""
    if text in _OPENING:
        # A mark of the wrong hand after a stop, “We wait,“ said Ann Lee, goes by what is open; so does one after a
        # word: the film “Waiting“ and others.
        turned = not sides.space_before and sides.space_after
        paused = turned and sides.before[-1:] in _PAUSES
        return not paused, paused or (turned and sides.before[-1:].isalnum())
    if text == "”" and opens and sides.space_before and sides.after[0].isalnum():
        # A mark of the wrong hand before a word, ”We wait,” said Ann Lee, goes by what is open.
        return True, True
    if text in _CLOSING or (sides.before[-1:].isdecimal() and not sides.space_before):
        return False, True
    between = not sides.space_before and not sides.space_after
    if between and sides.before[-1:] in _PAUSES and sides.after[0].isalnum():
        # The space was forgotten on one side: "We wait,"said Ann Lee.
        return True, True
    # A mark between spaces, or between letters, goes by what is open.
    return opens or not closes, closes or not opens


def _single(text: str, sides: _Sides, opens: bool, closes: bool, elisions: frozenset[str]) -> tuple[bool, bool]:
    """Whether a single mark may open and close; an apostrophe does neither."""
    if text == "‘":
        return opens, False
    elided = opens and (sides.after[0].isdecimal() or sides.after.lower() in elisions)
    return opens and not elided, closes


def is_inch(tokens: Tokens, mark: Mark) -> bool:
    """6" and 5'10": a mark after a figure where nothing is open."""
    return tokens.texts[mark.token] == '"' and mark.token > 0 and tokens.texts[mark.token - 1][-1].isdecimal()


def like_possessive(tokens: Tokens, mark: Mark) -> bool:
    """“the workers’ strike” inside single marks: it may be a plural's apostrophe, if a better closing mark comes."""
    if mark.token == 0 or mark.last >= len(tokens):
        return False
    before, after = tokens.texts[mark.token - 1], tokens.texts[mark.last]
    return before[-1:] in "sSzx" and before.isalpha() and after[0].islower() and tokens.spaced(mark.last)


def style_of(mark: str) -> Literal["straight", "curly", "other"]:
    return "straight" if mark in _STRAIGHT else "curly" if mark in _CURLY else "other"
