"""Ctrl-C and SIGTERM: a run that is stopped says so, and leaves nothing behind."""

from __future__ import annotations

import signal
from types import FrameType


class InterruptError(BaseException):
    """Somebody stopped the run; the message says how, `by_hand` whether it was Ctrl-C."""

    def __init__(self, number: int) -> None:
        ctrl_c = number == signal.SIGINT
        super().__init__("interrupted." if ctrl_c else f"ended by {signal.Signals(number).name}.")
        self.by_hand = ctrl_c


def interrupt(number: int, frame: FrameType | None) -> None:
    """The handler of both signals; a second one is left to the system, which ends the program at once."""
    signal.signal(number, signal.SIG_DFL)
    raise InterruptError(number)
