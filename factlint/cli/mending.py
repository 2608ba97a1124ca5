"""What `factlint check --fix` and `factlint fix` share: results on their way, mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from factlint.mend import Mended, difference, mended, write_back
from factlint.read import DOCUMENTS, format_of
from factlint.read.decode import ReadError, decode
from factlint.read.files import reason

if TYPE_CHECKING:
    from factlint.run import Job, Result, Worker


class Mender:
    """Mends articles as their results pass, and writes them back unless only the difference is wanted.

    done: how many fixes were done in each article.
    troubles: articles that could not be mended or written, each a sentence with its path.
    left: documents in which something is found, which are mended by hand, each a sentence with its path.
    """

    def __init__(self, worker: Worker, told: Callable[[Result, Job], Result], unsafe: bool, write: bool) -> None:
        self.done: dict[str, int] = {}
        self.troubles: list[str] = []
        self.left: list[str] = []
        self._worker = worker
        self._told = told
        self._unsafe = unsafe
        self._write = write

    def over(self, results: Iterable[Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The results of the articles as they are afterwards."""
        for result, job in zip(results, jobs, strict=False):
            yield self._mend(result, job).result

    def differences(self, results: Iterable[Result], jobs: Iterable[Job]) -> Iterator[str]:
        """What the fixes would change, or have changed, as a diff."""
        for result, job in zip(results, jobs, strict=False):
            if (outcome := self._mend(result, job)).raw is not None:
                after = decode(outcome.raw, self._worker.plan.encoding)
                yield from difference(job.file.path, outcome.before, after)

    def texts(self, results: Iterable[Result], jobs: Iterable[Job]) -> Iterator[str]:
        """The mended texts themselves, for articles that came from standard input."""
        for result, job in zip(results, jobs, strict=False):
            outcome = self._mend(result, job)
            yield outcome.before if outcome.raw is None else decode(outcome.raw, self._worker.plan.encoding)

    def _mend(self, result: Result, job: Job) -> Mended:
        if result.findings and format_of(job.file.path) in DOCUMENTS:
            self.left.append(_by_hand(job.file.path))
        outcome = mended(
            job, result, lambda again: self._told(self._worker(again), again), self._worker.plan.encoding, self._unsafe
        )
        if outcome.trouble is not None:
            self.troubles.append(f"{job.file.path}: {outcome.trouble}.")
        if outcome.raw is not None:
            try:
                if self._write and job.raw is None:
                    write_back(job, outcome.raw)
                self.done[job.file.path] = outcome.fixed
            except (OSError, ReadError) as error:
                why = reason(error, "written") if isinstance(error, OSError) else str(error)
                self.troubles.append(f"{job.file.path}: it could not be mended: {why}.")
                return Mended(result, outcome.before)
        return outcome

    def summary(self) -> str:
        """How much was mended, as a sentence."""
        fixes, articles = sum(self.done.values()), len(self.done)
        verb = "done" if self._write else "to do"
        if not fixes:
            return f"No fixes {verb}."
        counted = f"{fixes:,} {'fix' if fixes == 1 else 'fixes'} {verb} in {articles:,} article"
        return counted + ("." if articles == 1 else "s.")


def _by_hand(path: str) -> str:
    sentence = f"{path}: a document is mended in the program that wrote it"
    if format_of(path) != "docx":
        return f"{sentence}."
    return f"{sentence}; “factlint check --annotate” writes a copy with a comment at each place."
