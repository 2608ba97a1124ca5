"""Words in XML: escaped, and without the characters that XML has no way to write."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def attribute(text: str) -> str:
    """A text as the value of an attribute, in quotation marks."""
    return '"' + "".join(_ESCAPES.get(mark, mark) for mark in _NOT_IN_XML.sub("\ufffd", text)) + '"'
