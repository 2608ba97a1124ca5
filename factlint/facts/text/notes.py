"""Marks of footnotes: an asterisk, a dagger or a raised figure at a word, and whether any note begins with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.facts.model import NoteMark

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

# At the end of a word or behind its stop: “14 pairs,²”, “registration,*”, “in May[3]”; not m², CO₂, **bold** or f***.
_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{2}[a-z])|(?<=[^\W\d_]{3}[.,;:!?”\"’)])|(?<=[^\W\d_]{2}[.,;:!?][”\"’)]))"
    r"(?P<sign>\*{1,3}|[†‡§]|[¹²³⁴-⁹]{1,2}|\[\d{1,2}\])(?=[\s.,;:!?)”\"’]|$)"
)
# What any mark begins with; a search for it alone is quick.
_SIGN = re.compile(r"[*†‡§¹²³⁴-⁹]|\[\d")
_NOTE = re.compile(r"^[ \t(\[]*(?P<sign>\*{1,3}|[†‡§]|[¹²³⁴-⁹]{1,2}|\[?\d{1,2}[\].)]?)[ \t]*\S", re.MULTILINE)
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")


def find_note_marks(facts: Facts) -> tuple[NoteMark, ...]:
    """Every mark in the body, in order of place."""
    source = facts.article.source
    if _SIGN.search(facts.article.text) is None:
        return ()
    marks = list(_MARK.finditer(facts.article.text))
    if not marks:
        return ()
    notes = {match["sign"].strip("[].)").translate(_PLAIN) for match in _NOTE.finditer(source)}
    # A pair of asterisks round words is emphasis.
    opened = set(re.findall(r"(?<![\w*])(\*{1,3})(?=\w)", source))
    # Notes are counted from one asterisk on: more of them alone stand for the letters of a name (Ali***).
    if not any(match["sign"] == "*" for match in marks):
        opened |= {"**", "***"}
    found = []
    for match in marks:
        start, end = match.span("sign")
        sign = match["sign"]
        if sign in opened:
            continue
        answered = sign.strip("[]").translate(_PLAIN) in notes
        found.append(NoteMark(_word_before(source, start), end, sign, answered, facts.paragraph_at(start).kind))
    return tuple(found)


def _word_before(text: str, at: int) -> int:
    """Where the word begins at whose end a mark stands."""
    while at and not text[at - 1].isspace():
        at -= 1
    return at
