"""Inline Markdown → where its prose stands in the source.

markdown-it says what a run of inline text holds, but not where; the runs come in order, so each piece is found by
walking on from the one before, over the marks that its kind is written with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def place_prose(token: Token, lines: list[tuple[str, int]], source: str, prose: list[str]) -> tuple[int, int] | None:
    """Writes the prose of one inline run into `prose`, which is as long as the source.

    `lines` are the run's lines, each with the code point at which it stands in the source (-1: nowhere). Returns the
    half-open range that the prose covers, None where there is none.
    """
    offsets: list[int] = []
    for content, at in lines:
        offsets.extend(at + step if at >= 0 else -1 for step in range(len(content) + 1))
    first, last = None, 0
    for at, characters in _pieces(token):
        for step, character in enumerate(characters):
            place = offsets[at + step]
            # An entity's first place takes the character it stands for; all else stands as it is.
            if 0 <= place < len(source) and character not in "\r\n" and source[place] in (character, "&"):
                prose[place] = character
                if not character.isspace():
                    first = place if first is None else min(first, place)
                    last = max(last, place + 1)
    return None if first is None else (first, last)


def _pieces(token: Token) -> Iterator[tuple[int, str]]:
    """Each stretch of prose with its place in the run's content."""
    content = token.content
    at = 0
    hidden = False
    for child in token.children or []:
        if child.type == "text":
            if child.content:
                found = content.find(child.content, at)
                if found >= 0:
                    if not hidden:
                        yield found, child.content
                    at = found + len(child.content)
        elif child.type == "text_special":
            found = content.find(child.markup, at)
            if found >= 0:
                escaped = child.markup.startswith("\\")
                if not hidden:
                    yield found + escaped, child.content[:1]
                at = found + len(child.markup)
        elif child.type in ("softbreak", "hardbreak"):
            at = content.find("\n", at) + 1 or at
        elif child.type == "code_inline":
            at = _after_code(content, at, child.markup)
        elif child.type == "html_inline":
            at = _after(content, child.content, at)
        elif child.type == "image":
            at = _after_link(content, _after(content, "![", at), label=True)
        elif child.type == "link_open":
            hidden = child.markup == "autolink"
            at = _after(content, "<" if hidden else "[", at)
        elif child.type == "link_close":
            at = _after(content, ">", at) if hidden else _after_link(content, at, label=False)
            hidden = False
        elif child.markup:
            at = _after(content, child.markup, at)


def _after(content: str, mark: str, at: int) -> int:
    found = content.find(mark, at)
    return at if found < 0 else found + len(mark)


def _after_code(content: str, at: int, fence: str) -> int:
    return _after(content, fence, _after(content, fence, at))


def _after_link(content: str, at: int, label: bool) -> int:
    """Past the rest of a link or picture: its label where asked, then (destination "title"), [reference] or nothing."""
    if label or content[at : at + 1] != "]":
        at = _closing(content, at, "[", "]")
    else:
        at += 1
    if content[at : at + 1] == "(":
        return _closing(content, at + 1, "(", ")")
    if content[at : at + 1] == "[":
        return _closing(content, at + 1, "[", "]")
    return at


def _closing(content: str, at: int, opening: str, closing: str) -> int:
    """Past the bracket that closes one opened before `at`; brackets in quotes, in <…> or after a backslash aside."""
    depth = 1
    quote = ""
    while at < len(content):
        character = content[at]
        if character == "\\":
            at += 1
        elif quote:
            quote = "" if character == quote else quote
        elif closing == ")" and character in "\"'" and content[at - 1].isspace():
            quote = character
        elif character == opening:
            depth += 1
        elif character == closing:
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(content)
