"""What Markdown's dialects add and no reader sees: shortcodes, attribute lists, the marks of footnotes."""

from __future__ import annotations

import re

from factlint.record import NamedTuple

#: Blank, and no indentation, which would open a block of code.
_NO_BREAK_SPACE = "\u00a0"
_HIDDEN = re.compile(
    r"\{\{<[^>}]{0,2000}>\}\}"  # Hugo: {{< figure src="mill.jpg" >}}
    r"|\{\{%[^%}]{0,2000}%\}\}"  # Hugo: {{% notice %}}
    r"|\{%[^%}]{0,2000}%\}"  # Jekyll, Eleventy: {% include map.html %}
    r"|\{:[^{}\r\n]{0,200}\}"  # kramdown: {: .lead}
    r"|(?<=[^\s{])[ \t]\{[#.][\w .#-]{1,80}\}(?=[ \t]*$)"  # ## The vote {#vote}
    r"|\[\^[^\]\s]{1,40}\](?!:)",  # [^1]
    re.MULTILINE,
)
_NOTE = re.compile(r"^ {0,3}(?P<mark>\[\^[^\]\s]{1,40}\]:[ \t]*)(?=\S)", re.MULTILINE)
_VISIBLE = re.compile(r"[^\r\n]")


class Plainer(NamedTuple):
    """A source without them.

    source: as long as it was.
    notes: where the words of footnotes begin.
    hidden: the places that are blank now.
    """

    source: str
    notes: frozenset[int]
    hidden: tuple[tuple[int, int], ...]


def plainer(source: str, start: int) -> Plainer:
    """A Markdown source, from `start` on, with blanks for what a dialect adds."""
    if "{" not in source and "[^" not in source:
        return Plainer(source, frozenset(), ())
    marks = [match.span("mark") for match in _NOTE.finditer(source, start)]
    hidden = sorted([*(match.span() for match in _HIDDEN.finditer(source, start)), *marks])
    pieces: list[str] = []
    at = 0
    for first, last in hidden:
        pieces += (source[at:first], _VISIBLE.sub(_NO_BREAK_SPACE, source[first:last]))
        at = last
    return Plainer("".join((*pieces, source[at:])), frozenset(end for _, end in marks), tuple(hidden))
