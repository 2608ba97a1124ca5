"""[[ ]] in an example: where a finding belongs."""

from __future__ import annotations

import re

_MARK = re.compile(r"\[\[|\]\](?!\])")

Span = tuple[int, int]


class MarkError(ValueError):
    """Marks that do not pair, or enclose nothing."""


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without [[ ]], and the half-open ranges that they enclosed; raises MarkError."""
    text, end = "", 0
    opened: list[int] = []
    spans: list[Span] = []
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        end = match.end()
        if match.group() == "[[":
            opened.append(len(text))
        elif not opened:
            raise MarkError("Here ]] closes a place that no [[ opened.")
        elif opened[-1] == len(text):
            raise MarkError("Here [[ ]] marks nothing.")
        else:
            spans.append((opened.pop(), len(text)))
    if opened:
        raise MarkError("Here [[ opens a place that no ]] closes.")
    return text + marked[end:], tuple(sorted(spans))
