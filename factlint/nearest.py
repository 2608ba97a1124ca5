"""The valid name that is nearest to one that is not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# Signs that the eye takes for one another, and the keys that a finger takes for one another.
_ALIKE = ("0o", "1il|!", "2z", "5s", "6g", "8b", "uv", "-_")
_KEYS = ("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_KINDRED = 0.05  # names that differ by less than this in the signs they share are told apart sign by sign


def nearest(word: str, valid: Iterable[str]) -> str:
    """“ Did you mean “x”?” where a valid word is near, else nothing.

    Of several that share as many signs with it, it is the one that is the least slip of eye or finger away.
    """
    compared = difflib.SequenceMatcher()
    compared.set_seq2(word)
    close = difflib.get_close_matches(word, list(valid), n=20, cutoff=0.6)
    if not close:
        return ""
    shares = []
    for name in close:
        compared.set_seq1(name)
        shares.append(compared.ratio())
    kindred = [name for name, share in zip(close, shares, strict=True) if share > shares[0] - _KINDRED]
    return f" Did you mean “{min(kindred, key=lambda name: (_slips(word, name), not name.startswith(word)))}”?"


def _slips(word: str, name: str) -> float:
    """How far a name is from a word: the cost of the signs to change, leave out or put in."""
    row = [float(at) for at in range(len(name) + 1)]
    for sign in word:
        corner, row[0] = row[0], row[0] + 1
        for at, other in enumerate(name, 1):
            cost = min(row[at] + 1, row[at - 1] + 1, corner + _slip(sign, other))
            corner, row[at] = row[at], cost
    return row[-1]


def _slip(sign: str, other: str) -> float:
    if sign == other:
        return 0
    one, two = sign.lower(), other.lower()
    if one == two:
        return 0.1
    if any(one in alike and two in alike for alike in _ALIKE):
        return 0.2
    return 0.6 if any(one + two in keys or two + one in keys for keys in _KEYS) else 1
