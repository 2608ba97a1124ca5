"""Lines of an article as a terminal shows them: what is underlined stays above its line, whatever the characters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factlint.record import NamedTuple

_TAB = 4
_ELLIPSIS = "…"
#: Of the room beside what is underlined, the part that goes to the words before it.
_BEFORE = 0.4


class Excerpt(NamedTuple):
    """A part of one line.

    text: what to print.
    left: cells before the underline.
    cells: cells of the underline, at least one.
    """

    text: str
    left: int
    cells: int


@lru_cache(maxsize=512)
def cell(character: str) -> tuple[str, int]:
    """How a character is printed and how many cells it takes; what could steer the terminal is replaced."""
    if " " <= character < "\x7f":
        return character, 1
    category = unicodedata.category(character)
    if category in ("Mn", "Me"):
        return character, 0
    if category == "Zs" or character in "\r\n\v\f\x85\u2028\u2029":
        return (character, 2) if character == "\u3000" else (" ", 1)
    if category == "Cf":
        # Joiners and soft hyphens take no room; marks that turn the direction of writing would garble the line.
        return (character, 0) if character in "\u00ad\u200b\u200c\u200d\u2060\ufeff" else ("\ufffd", 1)
    if category in ("Cc", "Cs", "Co", "Cn"):
        return "\ufffd", 1
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """How many cells a text takes."""
    return sum(cell(character)[1] for character in text)


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The part of a line around the code points `start` to `end` that fits into `width` cells.

    Words are not cut where it can be helped; what is left out at a side is an ellipsis.
    """
    end = max(end, start)
    # Nothing further away than this can be shown, however long the line.
    first, last = max(0, start - 2 * width), min(len(line), min(end, start + 2 * width) + 2 * width)
    shown, widths = _cells(line[first:last])
    a, b = start - first, min(end, last) - first
    left, right = _window(line[first:last], widths, a, b, width, first > 0, last < len(line))
    before = _ELLIPSIS if left or first else ""
    after = _ELLIPSIS if right < len(widths) or last < len(line) else ""
    text = before + "".join(shown[left:right]) + after
    return Excerpt(text, len(before) + sum(widths[left:a]), max(1, sum(widths[a : min(b, right)])))


def _cells(text: str) -> tuple[list[str], list[int]]:
    shown, widths, column = [], [], 0
    for character in text:
        if character == "\t":
            piece, size = " " * (_TAB - column % _TAB), _TAB - column % _TAB
        else:
            piece, size = cell(character)
        shown.append(piece)
        widths.append(size)
        column += size
    return shown, widths


def _window(
    text: str, widths: list[int], start: int, end: int, width: int, more_before: bool, more_after: bool
) -> tuple[int, int]:
    """The half-open range of the characters to show."""
    if sum(widths) <= width and not more_before and not more_after:
        return 0, len(widths)
    room = width - 2 - sum(widths[start:end])
    if room <= 0:
        return start, _reach(widths, start, len(widths), 1, width - 2)
    after = sum(widths[end:])
    left = _reach(widths, start, 0, -1, max(int(room * _BEFORE), room - after))
    right = _reach(widths, end, len(widths), 1, room - sum(widths[left:start]))
    if left > 0 and (space := text.find(" ", left - 1, start)) >= 0:
        left = space + 1
    if right < len(widths) and (space := text.rfind(" ", end, right + 1)) >= 0:
        right = space
    return left, right


def _reach(widths: list[int], at: int, limit: int, step: int, room: int) -> int:
    """How far one can go from `at` towards `limit` within so many cells."""
    while at != limit:
        size = widths[at] if step > 0 else widths[at - 1]
        if size > room:
            break
        room -= size
        at += step
    return at


def cut(text: str, width: int) -> str:
    """The beginning of a text that fits into `width` cells, with an ellipsis where it is not all; safe to print."""
    shown, widths = _cells(text)
    if sum(widths) <= width:
        return "".join(shown)
    return "".join(shown[: _reach(widths, 0, len(widths), 1, width - 1)]) + _ELLIPSIS
