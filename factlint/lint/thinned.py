"""Patterns thinned to what an article can hold: compiling a long list of alternatives takes longer than searching.

An alternative that needs certain letters cannot match where they do not stand, so it is left out before the pattern is
compiled. This is the prefilter of necessary factors that search engines use for regular expressions (Russ Cox,
"Regular expression matching with a trigram index", 2012), applied to each alternative by itself.
"""

from __future__ import annotations

import re
from typing import Any

#: A pattern as a sequence of source text and of groups; a group is its opening and its alternatives, each with the
#: letters of which it needs one (in small letters; none where it may match without). Lists, so that they pack as JSON.
Sequence = list[Any]

#: More letters than these are not worth looking for.
_MOST = 80
#: Shorter ones stand everywhere.
_SHORTEST = 2

_NEVER = "(?!)"
_FLAGS = re.compile(r"\(\?[aimsux]+\)")
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[aimsux]*(?:-[imsx]+)?:|>))?")
_REPEAT = re.compile(r"(?:[*+?]|\{(?=[\d,])(\d*),?\d*\})[?+]?")
_SPACED_REPEAT = re.compile(r"\s*" + _REPEAT.pattern)
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_BEHIND = ("(?<=", "(?<!")
_ASIDE = ("(?=", "(?!", *_BEHIND)

Needed = frozenset[str] | None


def alternatives(pattern: str) -> Sequence | None:
    """The pattern taken apart for `thinned`; None where its syntax is beyond this reader."""
    reader = _Reader(pattern)
    try:
        rows, _ = reader.group(inside_behind=False)
    except (IndexError, ValueError):
        return None
    # Alternatives of the whole pattern are as good as those of a group that spans it.
    return [reader.flags, ["(?:", rows], ")"]


def needed(pattern: str) -> Needed:
    """The letters of which each match of a pattern holds one, by `alternatives`; None where it needs none."""
    _, needs = _Reader(pattern).group(inside_behind=False)
    return needs


def is_aside(opening: str) -> bool:
    """Whether a group that is opened so looks around and takes up no letters."""
    return opening in _ASIDE


def thinned(sequence: Sequence, lowered: str) -> str:
    """The pattern's source without the alternatives that cannot match in a text, given in small letters."""
    out = []
    for part in sequence:
        if isinstance(part, str):
            out.append(part)
            continue
        opening, rows = part
        kept = [thinned(row, lowered) for needed, row in rows if not needed or any(word in lowered for word in needed)]
        out.append(opening + ("|".join(kept) if kept else _NEVER))
    return "".join(out)


class _Reader:
    """Reads a pattern's source from left to right. Raises ValueError or IndexError for what it does not know."""

    def __init__(self, pattern: str) -> None:
        flags = _FLAGS.match(pattern)
        self.flags = flags.group() if flags else ""
        self.verbose = "x" in self.flags
        self.text = pattern
        self.at = len(self.flags)
        self.repeated = False

    def group(self, inside_behind: bool) -> tuple[list[Sequence], Needed]:
        """The alternatives up to the bracket that closes them or the end, and what one of them all needs."""
        rows: list[Sequence] = []
        every: set[str] | None = set()
        while True:
            row, needed, captures = self.alternative(inside_behind)
            rows.append([[] if needed is None or captures or inside_behind else sorted(needed), row])
            every = None if needed is None or every is None else every | needed
            if self.at >= len(self.text) or self.text[self.at] == ")":
                return rows, frozenset(every) if every and len(every) <= _MOST else None
            self.at += 1

    def alternative(self, inside_behind: bool) -> tuple[Sequence, Needed, bool]:
        """One alternative: its parts, the best of what it needs, and whether it holds a group that captures."""
        row: Sequence = []
        best: Needed = None
        run, captures, begin = "", False, self.at

        def flush() -> None:
            nonlocal run, best
            if len(run) >= _SHORTEST:
                best = _better(best, frozenset({run}))
            run = ""

        while self.at < len(self.text) and self.text[self.at] not in "|)":
            sign = self.text[self.at]
            if self.verbose and (sign.isspace() or sign == "#"):
                end = self.text.find("\n", self.at) if sign == "#" else self.at + 1
                self.at = len(self.text) if end < 0 else end
                continue
            needed: Needed = None
            letter = ""
            if sign == "(":
                flush()
                row.append(self.text[begin : self.at])
                group, needed, inner = self.bracket(inside_behind)
                row.append(group)
                captures = captures or inner
                begin = self.at
                self.at += 1
            else:
                letter = self.letter()
            least = self.repeat()
            if letter and least == 1:
                run += letter
            if not letter or least != 1 or self.repeated:
                flush()
            if not letter and least:
                best = _better(best, needed)
        flush()
        row.append(self.text[begin : self.at])
        return row, best, captures

    def bracket(self, inside_behind: bool) -> tuple[Sequence, Needed, bool]:
        """A group up to its closing bracket, which is left to read; what it needs, and whether it captures."""
        opening = _OPENING.match(self.text, self.at)
        if opening is None or self.text.startswith("?", opening.end()) or "x" in opening.group().partition("P<")[0]:
            raise ValueError(self.text[self.at :])
        self.at = opening.end()
        behind = inside_behind or opening.group() in _BEHIND
        rows, needs = self.group(behind)
        if self.text[self.at] != ")":
            raise ValueError(self.text)
        inner = opening.group() == "(" or "P<" in opening.group() or any(_captures(row) for _, row in rows)
        return [opening.group(), rows], None if is_aside(opening.group()) else needs, inner

    def letter(self) -> str:
        """The one letter that stands next, small; empty for a class of them or a place."""
        sign = self.text[self.at]
        if sign == "[":
            found = _CLASS.match(self.text, self.at)
            if found is None:
                raise ValueError(self.text)
            self.at = found.end()
            return _plain(found.group()[1:-1]) if len(found.group()) == 3 else ""
        if sign == "\\":
            found = _ESCAPE.match(self.text, self.at)
            if found is None:
                raise ValueError(self.text)
            self.at = found.end()
            return "" if found.group()[1].isalnum() else _plain(found.group()[1])
        self.at += 1
        return "" if sign in ".^$" else _plain(sign)

    def repeat(self) -> int:
        """How often at least the thing before is repeated, by what stands next."""
        found = (_SPACED_REPEAT if self.verbose else _REPEAT).match(self.text, self.at)
        self.repeated = found is not None
        if found is None:
            return 1
        self.at = found.end()
        sign = found.group().lstrip()[0]
        if sign == "{":
            return int(found.group(1) or 0)
        return 1 if sign == "+" else 0


def _captures(row: Sequence) -> bool:
    return any(
        not isinstance(part, str) and (part[0] == "(" or "P<" in part[0] or any(_captures(r) for _, r in part[1]))
        for part in row
    )


def _plain(letter: str) -> str:
    """A letter that is one in either case, else nothing."""
    return letter.lower() if letter.isascii() else ""


def _better(one: Needed, other: Needed) -> Needed:
    """Of two sets, of each of which one member must stand in a match, the one that says more."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda words: (min(map(len, words)), -len(words)))
