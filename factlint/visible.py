"""What others wrote, made safe to print: nothing in it can command a terminal, a build's log, or the reader's eye."""

from __future__ import annotations

import re

# Controls of both sets, the separators of lines, the marks that turn text around, halves of letters, and the two ways
# in which builds are commanded through what they print.
_TURNING = "\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufff9-\\ufffb\\ud800-\\udfff"
_HOSTILE = rf"[\x00-\x1f\x7f-\x9f{_TURNING}]|::|##(?=\[)"
_HOSTILE_IN_JSON = rf"[\x7f-\x9f{_TURNING}]|(?<=:):|(?<=#)#(?=\[)"


def visible(text: str) -> str:
    r"""The text with every hostile character written out, as `\x1b` or `\u202e`."""
    if text.isprintable() and "::" not in text and "##[" not in text:
        return text
    return re.sub(_HOSTILE, _written_out, text)


def visible_lines(text: str) -> str:
    """The same, line by line: what breaks lines for everybody may stay."""
    return "\n".join(map(visible, text.split("\n"))) if "\n" in text else visible(text)


def safe_json(text: str) -> str:
    """JSON that means the same, with every hostile character in a string written out."""
    if text.isascii() and "\x7f" not in text and "::" not in text and "##[" not in text:
        return text
    return re.sub(_HOSTILE_IN_JSON, _in_json, text)


def _written_out(match: re.Match[str]) -> str:
    found = match.group()
    if found in ("::", "##"):
        return found[0] + f"\\x{ord(found[1]):02x}"
    code = ord(found)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _in_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
