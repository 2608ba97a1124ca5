"""A progress bar on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

_Result = TypeVar("_Result")

_PATIENCE = 2.0  # seconds
_CELLS = 30


class Progress:
    """Shows how far a run is, once it has taken two seconds, and wipes itself out at the end."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._began = time.monotonic()
        self._drawn = False

    def over(self, results: Iterable[_Result]) -> Iterator[_Result]:
        """The results as they come; the bar is gone while one of them is used, so that nothing is written into it."""
        try:
            for done, result in enumerate(results, 1):
                self._wipe()
                yield result
                self._draw(done)
        finally:
            self._wipe()

    def _draw(self, done: int) -> None:
        if time.monotonic() - self._began > _PATIENCE:
            full = _CELLS * done // self._total
            _bar().write(f"\r{'█' * full}{'░' * (_CELLS - full)} {done:,} of {self._total:,} articles")
            _bar().flush()
            self._drawn = True

    def _wipe(self) -> None:
        if self._drawn:
            _bar().write("\r\x1b[K")
            _bar().flush()
            self._drawn = False


def _bar() -> TextIO:
    """Standard error itself, which takes the codes that wipe a line."""
    stream: TextIO = getattr(sys.stderr, "plain", sys.stderr)
    return stream
