"""Deadlines: no article, and no pattern of a user's, may keep a run waiting."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds of the processor that one article may take.
USUAL = 20.0


class TimeIsUpError(BaseException):
    """The time for an article is up; no handler of errors may swallow it."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises TimeIsUpError in the block once it has used so many seconds of the processor; 0 for no end.

    Where the system has no such timer, and outside the main thread, the block takes as long as it takes.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or seconds <= 0:
        yield
        return
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeIsUpError
