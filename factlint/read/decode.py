"""Bytes → text. Nothing is translated: a byte-order mark and every line ending stay in, so that offsets are true."""

from __future__ import annotations

import codecs

_SIXTEEN = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LOOK = 4096


class ReadError(Exception):
    """A file that is no article; the message is one sentence without the path."""


def decode(raw: bytes, encoding: str | None = None) -> str:
    """The text of a file: UTF-8, or UTF-16 where a byte-order mark says so, or the encoding given.

    Raises ReadError for an unknown encoding, for bytes that are not text in it, and for binary data.
    """
    if encoding is not None:
        return _decode_as(raw, encoding)
    sixteen = _SIXTEEN.get(raw[:2]) if raw[:4] != codecs.BOM_UTF32_LE else None
    if sixteen is None and b"\0" in raw[:_LOOK]:
        raise ReadError(f"it is not text: byte {raw.index(0):,} is zero; name its encoding with --encoding if it is")
    return _decode_as(raw, sixteen or "utf-8")


def encode(text: str, raw: bytes, encoding: str | None = None) -> bytes:
    """The bytes of a changed text, in the encoding in which `decode` read the file; raises ReadError.

    A byte-order mark is part of the text.
    """
    sixteen = _SIXTEEN.get(raw[:2]) if raw[:4] != codecs.BOM_UTF32_LE else None
    chosen = encoding or sixteen or "utf-8"
    try:
        return text.encode(chosen)
    except UnicodeError as error:
        wrong = getattr(error, "object", "?")[getattr(error, "start", 0)]
        raise ReadError(f"it cannot be written as {chosen}, which has no “{wrong}”") from None


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except LookupError:
        raise ReadError(f"it cannot be read as {encoding}: there is no such text encoding") from None
    except (UnicodeError, ValueError) as error:
        at = getattr(error, "start", 0)
        label = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise ReadError(
            f"it is not {label}: the trouble starts at byte {at:,}; name its encoding with --encoding"
        ) from None
    if not isinstance(text, str):
        raise ReadError(f"it cannot be read as {encoding}: that is no text encoding")
    return text
