"""Directives: what an article says to factlint and to no reader, in an HTML comment or in square brackets.

`<!-- factlint: ignore QUO101 -->` and `[factlint: ignore QUO101, NAM (the caption names her)]` are the same; either may
stand in plain text and in Markdown. Here they are found and masked; what they mean is told in lint/suppress.py.
"""

from __future__ import annotations

import re

from factlint.read.article import Directive

# After a backtick it is the example of a manual. What has no colon behind the name, or another name, is a slip; in
# brackets, where it has a hyphen or a space, and no address behind it. `[//]: # (…)` is a comment of Markdown's.
_DIRECTIVE = re.compile(
    r"(?i)(?<!`)(?:<!--\s*(?P<name>fact[-_ ]?lint)(?![^\W_])([^<>]{0,500}?)-->|\[factlint(:[^\[\]]{0,500}?)\]|"
    r"\[factlint([ -][^\[\]]{1,500}?)\](?![(\[])|\[//\]:[ ]*\#[ ]*[(\"']factlint(?!\w)([^\n]{0,200}?)[)\"'])"
)
_NAME = "factlint"
#: Blank, and no indentation, which would open a block of code in Markdown.
NO_BREAK_SPACE = "\u00a0"

_REASON = re.compile(r"\([^()]*\)")
_VISIBLE = re.compile(r"[^\r\n]")


def find_directives(source: str) -> tuple[Directive, ...]:
    """Every directive of a source, in order of place."""
    return tuple(_directive(match) for match in _DIRECTIVE.finditer(source))


def mask(source: str, directives: tuple[Directive, ...], blank: str = " ") -> str:
    """The source with blanks where directives stand; its line ends stay, so that every offset and line does."""
    pieces: list[str] = []
    end = 0
    for directive in directives:
        pieces += (source[end : directive.start], _VISIBLE.sub(blank, source[directive.start : directive.end]))
        end = directive.end
    return "".join((*pieces, source[end:]))


def _directive(match: re.Match[str]) -> Directive:
    said = next(group for group in match.groups()[1:] if group is not None)
    words = _REASON.sub(" ", said.lstrip(" :-_")).replace(",", " ").split()
    verb = words[0].lower() if words else ""
    right = said.startswith(":") and (match["name"] or _NAME).lower() == _NAME and match[0][:3] != "[//"
    return Directive(match.start(), match.end(), verb, tuple(words[1:]), right)
