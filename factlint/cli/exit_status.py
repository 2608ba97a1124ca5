"""Exit statuses, chosen here and nowhere else."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the shell is told."""

    CLEAN = 0  # nothing at or above the failing severity
    FOUND = 1  # something is, or an example of a rule came out wrong
    FAILED = 2  # the run, or a part of it, could not be done
    INTERRUPTED = 130  # Ctrl-C
    CLOSED = 141  # whoever read the output went away
