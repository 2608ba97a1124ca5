"""Findings: what a rule says about one place of one article."""

from __future__ import annotations

import re
from bisect import bisect_right

from factlint.record import NamedTuple

_LINE_END = re.compile("\r\n|\r|\n")


_FEW_WORDS = 40  # code points
_MARKUP = re.compile(r"[\n\r<>&]")


class Related(NamedTuple):
    """Another place that a finding is about.

    message: what stands there.
    start: first code point.
    end: one past the last code point.
    """

    message: str
    start: int
    end: int

    def told(self, source: str) -> str:
        """The message behind the words of the place, where they are few and it does not give them itself.

        Where a report shows no line of the article, a sum whose three parts are each “Part of the sum.” tells nothing.
        """
        words = source[self.start : self.end]
        plain = 0 < len(words) <= _FEW_WORDS and not _MARKUP.search(words)
        return f"“{words}”: {self.message}" if plain and words not in self.message else self.message


class Edit(NamedTuple):
    """A change of the article's text.

    start: first code point that goes.
    end: one past the last code point that goes; as `start` where nothing does.
    text: what comes in its place.
    """

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """What would mend a finding.

    safe: whether it can be done unseen; if not, somebody has to look.
    edits: in order of place, never overlapping; done all together or not at all.
    """

    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One problem.

    path: the article's, as given.
    start: first code point.
    end: one past the last code point.
    code: the rule's, QUO101.
    rule: the rule's name.
    severity: error, warning or note.
    message: what is wrong, in one sentence.
    help: what to do about it, or none.
    related: the other places it is about.
    sentence: the fingerprint of the sentence that it begins in.
    fix: what would mend it, or none.
    """

    path: str
    start: int
    end: int
    code: str
    rule: str
    severity: str
    message: str
    help: str | None
    related: tuple[Related, ...]
    sentence: str = ""
    fix: Fix | None = None


class Lines:
    """Line and column, both from 1, of the code points of one source; a line ends with LF, CR LF or CR.

    A byte-order mark, which no editor shows, takes up no column.
    """

    def __init__(self, source: str) -> None:
        self._marked = source.startswith("\ufeff")
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def at(self, offset: int) -> tuple[int, int]:
        """The line of a code point, and its column counted in code points."""
        line = bisect_right(self.starts, offset)
        marked = line == 1 and offset > 0 and self._marked
        return line, offset - self.starts[line - 1] + 1 - marked
