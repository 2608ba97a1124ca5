"""Rows of figures in plain text: lines in columns, “Kenya: 9, 6, 4 – 19”, and results such as “Lund 2 Malmo 1”."""

from __future__ import annotations

import re

_FEWEST = 2  # rows of a table
_FEWEST_FIGURES = 0.5  # of the rows, how many hold a figure behind their first cell
_MOST_WORDS = 8  # of a cell: more is prose with odd spacing

_CELLS = re.compile(r"[ \t\u00a0]*(?:\t+|[ \u00a0]{2,}|\|)[ \t\u00a0]*")
_RULE = re.compile(r"[-=_+|:. \t]{3,}\Z")
_FIGURE = re.compile(r"[-+−–£$€(]*\d[\d,.:/]*\s?[\w%)]{0,3}\Z|[-–—*]\Z|n/?a\Z", re.IGNORECASE)
_SIDE = r"[^\W\d_a-z][\w.'’&-]*(?: [^\W\d_][\w.'’&-]*){0,4}"
_SCORES = rf"{_SIDE} \d{{1,3}}(?:[ ,]+{_SIDE} \d{{1,3}}| ?[-–] ?\d{{1,3}} {_SIDE})"
_AMOUNT = r"(?:[A-Z][A-Za-z]{0,2} ?)?[£$€₹₦(+-]*\d[\d ,.;:/%()£$€+–-]*"
_NAMED = re.compile(rf"{_SIDE}(?: ?\([^()]{{1,30}}\))? ?[:–—] ?{_AMOUNT}\Z")
# Mary Carbery (FG) 1,388 – elected; O'Dea +61, 1,163; Kilcarrow 2-17
_NUMBER = r"[-+−–]?\d[\d,.:]*(?:-\d{1,2})?%?"
_STANDING = re.compile(
    rf"(?:\d{{1,2}}[.)]? )?{_SIDE}(?: ?\([^()]{{1,30}}\))?,? {_NUMBER}(?:,? {_NUMBER}){{0,5}}"
    r"(?: ?(?:[–—-]|\() ?[a-z][\w ’']{2,40}\)?)?\Z"
)
_SCORE = re.compile(r"\d{1,2}-\d{1,3}\Z")
_FEWEST_STANDINGS = 3  # lines in a row; of scores a pair will do
_RESULT = re.compile(rf"{_SCORES}(?: ?\([^()]{{1,40}}\))?\Z")


def rows_of(lines: list[str]) -> list[bool]:
    """Of each line of a group, whether it is a row of a table or a result; the rule below a table's head is one too."""
    found = [any(form.match(line) for form in (_RESULT, _NAMED)) for line in lines]
    _mark_standings(lines, found)
    cells = [[cell for cell in _CELLS.split(line.strip()) if cell] for line in lines]
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and _alike(cells, lines, first, last):
            last += 1
        rows = [row for row in cells[first:last] if len(row) > 1]
        figured = sum(any(_FIGURE.match(cell) for cell in row[1:]) for row in rows)
        if len(rows) >= _FEWEST and figured >= _FEWEST_FIGURES * len(rows):
            found[first:last] = [True] * (last - first)
        first = max(last, first + 1)
    return [row and _beside(found, place) for place, row in enumerate(found)]


def _mark_standings(lines: list[str], found: list[bool]) -> None:
    """Marks the lines of a list of those who stood or played: each names one of them and ends in figures."""
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and (found[last] or _STANDING.match(lines[last])):
            last += 1
        scores = last - first > 1 and all(_SCORE.search(line) for line in lines[first:last])
        if last - first >= _FEWEST_STANDINGS or scores:
            found[first:last] = [True] * (last - first)
        first = max(last, first + 1)


def is_rule(line: str) -> bool:
    """Whether a line is nothing but the rule below the head of a table."""
    return _RULE.match(line) is not None


def _alike(cells: list[list[str]], lines: list[str], first: int, place: int) -> bool:
    """Whether a line has columns as the first of its table has, or but few fewer."""
    row = cells[place]
    if is_rule(lines[place]):
        return place > first
    short = all(len(cell.split()) <= _MOST_WORDS for cell in row)
    return len(row) > 1 and short and abs(len(row) - len(cells[first])) <= 1 + len(cells[first]) // 2


def _beside(found: list[bool], place: int) -> bool:
    """Whether another row stands right above or below: one alone is a sentence with odd spacing."""
    return any(found[max(0, place - 1) : place]) or any(found[place + 1 : place + 2])
