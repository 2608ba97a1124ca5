"""The valid name that is nearest to one that is not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, valid: Iterable[str]) -> str:
    """“ Did you mean “x”?” where a valid word is near, else nothing."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""
