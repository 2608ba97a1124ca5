"""HTML as text: whatever others wrote is text on it, and nothing else."""

from __future__ import annotations

import re
from html import escape

# Controls are no characters of HTML; marks that turn the direction of writing would garble what stands beside them.
_HOSTILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_EMPTY = frozenset({"input", "meta", "br", "hr"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Markup


def text(words: str) -> Markup:
    """Words as HTML shows them."""
    return words if isinstance(words, Markup) else Markup(escape(_HOSTILE.sub("\ufffd", words), quote=True))


def tag(name: str, attributes: dict[str, str | int | bool | None] | None = None, *children: Child) -> Markup:
    """An element; attributes that are None or False are left out, those that are True have no value."""
    told = "".join(
        f" {key}" if value is True else f' {key}="{text(str(value))}"'
        for key, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    if name in _EMPTY:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{''.join(map(text, children))}</{name}>")


def joined(*parts: Child) -> Markup:
    """Parts one after the other."""
    return Markup("".join(map(text, parts)))
