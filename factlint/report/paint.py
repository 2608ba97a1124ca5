"""Colours, named by what they are for."""

from __future__ import annotations

_CODES = {"error": "1;31", "warning": "1;33", "note": "1;34", "quiet": "2", "strong": "1", "related": "36"}


def paint(name: str, text: str, colour: bool) -> str:
    """The text in the colour of that name, where colours are wanted."""
    return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if colour else text
