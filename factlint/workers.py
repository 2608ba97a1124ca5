"""Work in several processes: answers in order, whoever is ended from outside, and nobody left behind."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Jobs that are handed to a process at a time.
_CHUNK = 8

Chunk = tuple[int, int]


class Workers(Generic[T, R]):
    """Processes that do jobs; `work` does one, `lost` tells of one whose process was ended from outside.

    A process that loses its parent ends by itself: it sees its pipe closed.
    """

    def __init__(self, work: Callable[[T], R], lost: Callable[[T], R], jobs: Sequence[T], processes: int) -> None:
        self._work = work
        self._lost = lost
        self._jobs = jobs
        size = max(1, min(_CHUNK, len(jobs) // processes))
        self._waiting = deque((start, min(start + size, len(jobs))) for start in range(0, len(jobs), size))
        self._pipes: dict[Connection, tuple[Any, deque[int]]] = {}
        # A forked process has the loaded rules already; where forking is unsafe, each loads them.
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._processes = processes

    def results(self) -> Iterator[R]:
        """The results in the order of the jobs."""
        done: dict[int, R] = {}
        given = 0
        gc.freeze()
        try:
            for _ in range(min(self._processes, len(self._waiting))):
                self._start()
            while given < len(self._jobs):
                while given in done:
                    yield done.pop(given)
                    given += 1
                if given < len(self._jobs):
                    done.update(self._next())
        finally:
            self._end()

    def _start(self) -> None:
        """A process more, with a chunk to begin with."""
        mine, its = self._context.Pipe()
        others = [mine, *self._pipes]
        process = self._context.Process(target=_serve, args=(its, others, self._work), daemon=True)
        process.start()
        its.close()
        self._pipes[mine] = (process, deque())
        self._hand(mine)

    def _hand(self, pipe: Connection) -> None:
        """Gives a process its next chunk, or lets it go where there is none."""
        if not self._waiting:
            process, _ = self._pipes.pop(pipe)
            pipe.close()
            process.join()
            return
        first, last = self._waiting.popleft()
        self._pipes[pipe][1].extend(range(first, last))
        with suppress(OSError):  # one that has ended tells so when its pipe is read
            pipe.send(self._jobs[first:last])

    def _next(self) -> dict[int, R]:
        """The results that have come in."""
        done: dict[int, R] = {}
        for ready in wait(list(self._pipes)):
            pipe: Any = ready
            process, numbers = self._pipes[pipe]
            try:
                done[numbers[0]] = pipe.recv()
                numbers.popleft()
                if not numbers:
                    self._hand(pipe)
            except (EOFError, OSError):
                del self._pipes[pipe]
                process.join()
                # What it was at may have been its end; what it had not begun is given to another.
                at = numbers.popleft()
                done[at] = self._lost(self._jobs[at])
                if numbers:
                    self._waiting.appendleft((numbers[0], numbers[-1] + 1))
                if self._waiting:
                    self._start()
        return done

    def _end(self) -> None:
        for pipe, (process, _) in self._pipes.items():
            pipe.close()
            process.kill()
        for process, _ in self._pipes.values():
            process.join()
        self._pipes.clear()


def _serve(pipe: Connection, others: Sequence[Connection], work: Callable[[Any], Any]) -> None:
    """In a new process: does what comes through the pipe until it is closed; Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()  # else the parent's end would stay open as long as this process lives
    try:
        while True:
            for job in pipe.recv():
                pipe.send(work(job))
    except (EOFError, OSError):
        os._exit(0)
