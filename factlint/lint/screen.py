"""Screens: whether a pattern can match in a text at all, told by where its alternatives can begin.

Most articles hold nothing that a rule about their words flags, and to find that out by the pattern means to try every
alternative at every letter. Here each alternative is asked first which letters it needs, and where it can begin: at the
starts of lines, behind certain letters, or with its own first ones (the first sets of Aho, Sethi and Ullman 1986, for
regular expressions). The pattern is tried at these places alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from math import prod
from typing import Any

from factlint.lint.thinned import Sequence, alternatives, is_aside, needed

#: Places where some alternatives can begin, as plain data: the pattern of them, `^` for the starts of lines and empty
#: for any; how far behind its matches they lie; and the letters of which these alternatives need one, none where they
#: do without.
Part = tuple[str, int, list[str]]

_MOST = 400  # alternatives
_LONGEST_LEAD = 3  # letters
_LINES = "^"
_ANYWHERE = "", 0
_REFERENCE = re.compile(r"\\[1-9]|\(\?P=|\(\?\(")
_ASCII = frozenset(range(128))
_REPEATED = re.compile(r"\)\s*[*+?{]")
_MAYBE = re.compile(r"\)\s*[*?][?+]?")
_ZERO_WIDTH = re.compile(r"[\s^)]*")

_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
#: Of 27 letters, the space among them, as many in a row of sets that to try each place is quicker than to search.
_WIDEST = 0.1
_NARROW = 0.01
_COMMON = frozenset(b" abcdefghijklmnopqrstuvwxyz")

Set = frozenset[int]


# ---------------------------------------------------------------------------------------------------- taking apart


def screen(pattern: str) -> list[Part] | None:
    """Where the pattern's alternatives can begin, for a `Screen`; None where its syntax is beyond this reader."""
    whole = alternatives(pattern)
    if whole is None or _REFERENCE.search(pattern):
        return None
    flags, *rest = whole
    rows = _apart(rest)
    if len(rows) > _MOST:
        return None
    parts: dict[tuple[str, int], set[str] | None] = {}
    for source in map(_written, rows):
        lead, needs = _lead_of(flags + source), needed(flags + source)
        known = parts.setdefault(lead, set())
        parts[lead] = None if needs is None or known is None else known | needs
    if parts.get(_ANYWHERE, set()) is None:
        return None
    return [(lead, behind, sorted(needs or ())) for (lead, behind), needs in parts.items()]


def _apart(row: Sequence) -> list[Sequence]:
    """A row as one for each alternative of the first group in it, if nothing stands before that takes up letters."""
    for at, part in enumerate(row):
        if isinstance(part, str):
            if not _ZERO_WIDTH.fullmatch(part):
                return [row]
            continue
        opening, rows = part
        if is_aside(opening):
            continue
        behind = row[at + 1] if at + 1 < len(row) else ""
        if _REPEATED.match(behind):
            dropped = _MAYBE.match(behind)
            # What may be left out at the very beginning: the rest matches wherever the whole does.
            first = dropped and all(isinstance(one, str) and not one.strip() for one in row[:at])
            return _apart([behind[dropped.end() :], *row[at + 2 :]]) if dropped and first else [row]
        found = []
        for needs, inner in rows:
            for one in _apart(inner):
                several = [*row[:at], [opening, [[needs, one]]], *row[at + 1 :]]
                # A group that takes up no letters leaves the next one first.
                found += _apart_behind(several, at) if _is_empty(one) else [several]
        return found
    return [row]


def _apart_behind(row: Sequence, at: int) -> list[Sequence]:
    return [[*row[: at + 1], *rest] for rest in _apart(row[at + 1 :])]


def _is_empty(row: Sequence) -> bool:
    """Whether a row takes up no letters."""
    return all(_ZERO_WIDTH.fullmatch(part) if isinstance(part, str) else is_aside(part[0]) for part in row)


def _written(row: Sequence) -> str:
    """The source of a row, whose groups have no names."""
    out = []
    for part in row:
        if isinstance(part, str):
            out.append(part)
        else:
            opening = "(?:" if part[0] == "(" or part[0].startswith("(?P<") else part[0]
            out.append(opening + "|".join(_written(inner) for _, inner in part[1]))
    return "".join(out)


# ---------------------------------------------------------------------------------------------------- first letters


def _lead_of(source: str) -> tuple[str, int]:
    """The pattern of the places at which a pattern can begin, and how far behind its matches they lie."""
    from re import _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source)
    if _begins_lines(parsed):
        return _LINES, 0
    flags = parsed.state.flags
    first, before = _first(parsed, flags)[0], _before(parsed, flags)
    # What stands before is the same for many alternatives.
    lead, behind = (before, len(before)) if before and _width(before) < _NARROW else (first[:_LONGEST_LEAD], 0)
    if _width(lead) > _WIDEST:
        return _ANYWHERE
    one, *others = map(_class, lead)
    return (f"{one}(?={''.join(others)})" if others else one), behind


def _width(sets: list[Set]) -> float:
    """How much of a text is thought to be a place where letters of such sets stand in a row."""
    return prod([max(1, len(one & _COMMON)) / len(_COMMON) for one in sets])


def _before(parsed: Any, flags: int) -> list[Set]:
    """The letters that stand right before a match, where they are always as many; none where that is not told."""
    for op, value in parsed:
        name = str(op)
        if name == "SUBPATTERN":
            return _before(value[3], (flags | value[1]) & ~value[2])
        if name == "ASSERT" and value[0] < 0:
            sets, whole = _first(value[1], flags)
            return sets if whole else []
        if name not in ("AT", "ASSERT", "ASSERT_NOT"):
            break
    return []


def _class(letters: Set) -> str:
    """The class of these letters and of all that are not ASCII, of which nothing is told."""
    others = "".join(re.escape(chr(letter)) for letter in sorted(_ASCII - letters))
    return f"[^{others}]" if others else "(?s:.)"


def _begins_lines(parsed: Any) -> bool:
    """Whether it matches at the starts of lines only."""
    for op, value in parsed:
        name = str(op)
        if name == "AT":
            if str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
                return True
        elif name == "ASSERT_NOT":
            direction, inner = value
            if direction < 0 and [(str(o), v) for o, v in inner] == [("NOT_LITERAL", 10)]:
                return True
        elif name == "SUBPATTERN":
            return _begins_lines(value[3])
        elif name != "ASSERT":
            return False
    return False


def _first(parsed: Iterable[Any], flags: int) -> tuple[list[Set], bool]:
    """The ASCII letters that the first letters of a match can be, and whether these are all of it."""
    found: list[Set] = []
    items = list(parsed)
    for number, (op, value) in enumerate(items):
        name = str(op)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name in _REPEATS and not value[0]:
            inner, (behind, _) = _first(value[2], flags)[0], _first(items[number + 1 :], flags)
            return [*found, inner[0] | behind[0]] if inner and behind else found, False
        sets, whole = _of(name, value, flags)
        if sets is None:
            return found, False
        found += sets
        if not whole or len(found) >= _LONGEST_LEAD:
            return found, False
    return found, True


def _of(name: str, value: Any, flags: int) -> tuple[list[Set] | None, bool]:
    if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
        return [_set(name, value, flags)], True
    if name == "SUBPATTERN":
        _, more, less, inner = value
        return _first(inner, (flags | more) & ~less)
    if name == "ATOMIC_GROUP":
        return _first(value, flags)
    if name == "BRANCH":
        rows = [_first(inner, flags) for inner in value[1]]
        size = min(len(sets) for sets, _ in rows)
        joined = [frozenset().union(*(sets[at] for sets, _ in rows)) for at in range(size)]
        return (joined or None), all(whole and len(sets) == size for sets, whole in rows)
    if name in _REPEATS:
        least, most, inner = value
        sets, whole = _first(inner, flags)
        return sets or None, whole and least == most == 1
    return None, False


def _set(name: str, value: Any, flags: int) -> Set:
    """The ASCII letters that one element takes."""
    if name == "ANY":
        return _ASCII
    if name == "NOT_LITERAL":
        return _ASCII - {value}
    members = [(name, value)] if name == "LITERAL" else [(str(op), one) for op, one in value]
    found = _cased(frozenset().union(*(_member(kind, one) for kind, one in members)), flags)
    return _ASCII - found if members[0][0] == "NEGATE" else found


def _cased(letters: Set, flags: int) -> Set:
    found = letters & _ASCII
    return found | {ord(chr(letter).swapcase()) for letter in found} if flags & re.IGNORECASE else found


def _member(name: str, value: Any) -> Set:
    if name == "LITERAL":
        return frozenset({value})
    if name == "RANGE":
        return frozenset(range(value[0], min(value[1], 127) + 1))
    if name == "CATEGORY":
        negated = "NOT_" in str(value)
        test = _CATEGORIES[str(value).replace("NOT_", "")]
        return frozenset(letter for letter in _ASCII if test(chr(letter)) != negated)
    return frozenset()


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda letter: letter.isalnum() or letter == "_",
}


# ---------------------------------------------------------------------------------------------------- asking


class Screen:
    """The places at which one pattern can begin."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = [
            (lead if lead in ("", _LINES) else re.compile(lead), behind, tuple(needs)) for lead, behind, needs in parts
        ]

    def lets(
        self, pattern: Any, text: str, holds: Callable[[str], bool], ranges: Iterable[tuple[int, int, int]]
    ) -> bool:
        """Whether the pattern may match in one of the ranges.

        `holds` says whether some letters stand in the text; a range is where a match may begin, the place behind the
        last one, and how far it looks, in code points.
        """
        for lead, behind, needs in self._parts:
            if needs and not any(map(holds, needs)):
                continue
            if not lead:
                return True
            match = pattern.match
            if isinstance(lead, str):
                found = any(match(text, at, far) for at, far in _lines(text, ranges))
            else:
                found = any(
                    match(text, place.start() + behind, far)
                    for start, _, far in ranges
                    for place in lead.finditer(text, max(0, start - behind), far)
                )
            if found:
                return True
        return False


def _lines(text: str, ranges: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The starts of the lines of some ranges, each with how far a match may look."""
    for start, end, far in ranges:
        at = start
        while at <= end:
            yield at, far
            at = text.find("\n", at, end) + 1
            if not at:
                break
