"""Workings: sums in words, by the lexicon's patterns."""

from __future__ import annotations

from factlint.lexicon import Lexicon


def say(lexicon: Lexicon, pattern: str, **fields: object) -> str:
    """One pattern of the lexicon's `workings`, filled in."""
    words: str = lexicon.values("workings")[pattern]
    return words.format(**fields)
