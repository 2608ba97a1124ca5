"""How the time for one article grows with its length, for every construct, each in a process with bounds."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import time
from collections.abc import Iterator
from math import log2
from typing import NamedTuple

from bench.texts import Construct, constructs, text_of
from factlint.config.settings import Settings
from factlint.lint.checker import Checker
from factlint.read import read
from factlint.relations.analysis import Analysis

_MEMORY = 2_000_000_000  # bytes


class Growth(NamedTuple):
    """What checking a construct took.

    name: the construct.
    half: seconds for half the size, or None where it took longer than the limit.
    whole: seconds for the size, or None.
    memory: bytes that the process grew by.
    """

    name: str
    half: float | None
    whole: float | None
    memory: int

    @property
    def exponent(self) -> float | None:
        """1 for a time that doubles with the text, 2 for one that grows fourfold."""
        return None if self.half is None or self.whole is None else log2(self.whole / self.half)


def measure(size: int, limit: float, wanted: str = "") -> Iterator[Growth]:
    """Every construct whose name holds `wanted`, at half of `size` bytes and at `size`; `limit` is in seconds."""
    checker = Checker(Settings(select=("ALL",)))
    for construct in constructs():
        if wanted in construct.name:
            half, memory = _apart(checker, construct, size // 2, limit)
            whole, more = (None, memory) if half is None else _apart(checker, construct, size, limit)
            yield Growth(construct.name, half, whole, max(memory, more))


def _apart(checker: Checker, construct: Construct, size: int, limit: float) -> tuple[float | None, int]:
    """Seconds and bytes of one check, made in a process of its own."""
    source, sink = os.pipe()
    if child := os.fork():
        os.close(sink)
        with os.fdopen(source, "rb") as stream:
            raw = stream.read()
        os.waitpid(child, 0)
        answer: tuple[float | None, int] = pickle.loads(raw) if raw else (None, 0)
        return answer
    # The processor's time, not the clock's: the machine may be busy.
    signal.setitimer(signal.ITIMER_PROF, limit)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    raw = text_of(construct, size).encode()
    before = resource.getrusage(resource.RUSAGE_SELF)
    name = "a.md" if "markdown" in construct.name else "a.txt"
    checker.lint(Analysis(read(name, b"Warm.", checker.lexicon), checker.lexicon))
    began = time.process_time()
    facts = Analysis(read(name, raw, checker.lexicon), checker.lexicon)
    checker.lint(facts)
    took = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before.ru_maxrss) * 1024
    with os.fdopen(sink, "wb") as stream:
        stream.write(pickle.dumps((None if facts.failures else took, grown)))
    os._exit(0)
