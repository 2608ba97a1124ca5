"""Bytes → text."""

from __future__ import annotations


def decode(raw: bytes) -> str:
    """The text of a file; raises UnicodeDecodeError."""
    return raw.decode("utf-8")
