"""`factlint check` of folders with so many articles that a run should go on where it was broken off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from factlint.batches import BATCH
from factlint.cli.articles import Articles
from factlint.cli.counts import Counts
from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell
from factlint.cli.resumption import Resumption, state_of
from factlint.cli.tally import FailOn
from factlint.cli.triage import Triage, besides
from factlint.digest import blake2b
from factlint.report import Format, Page, report_as
from factlint.run import Result, Worker


class FolderRun:
    """All articles of some folders, a batch at a time, into one file of lines."""

    def __init__(self, articles: Articles, worker: Worker, triage: Triage, processes: int) -> None:
        self._articles = articles
        self._worker = worker
        self._triage = triage
        self._processes = processes
        self._counts = Counts()
        self._done = 0
        self._kept_back: dict[str, int] = {}

    def into(self, file: str, form: Format, page: Page, resume: bool) -> None:
        """Writes the findings; with `resume`, those that an earlier run has not written."""
        jobs = self._articles.jobs
        stands = json.dumps(state_of(job.file.place for job in jobs)).encode()
        resumption = Resumption(file, blake2b(stands, digest_size=16).hexdigest(), "articles")
        if resume and (noted := resumption.begun()):
            self._done, self._counts = int(noted["done"]), Counts.of_data(noted["counts"])
            self._kept_back = dict(noted["kept_back"])
        resumption.written(self._steps(form, page))

    def _steps(self, form: Format, page: Page) -> Iterator[tuple[Iterator[str], dict[str, Any]]]:
        """What is written of each batch, and what is noted then."""
        left = self._articles._replace(jobs=self._articles.jobs[self._done :])
        earlier = self._kept_back
        results = self._triage.over(left.run(self._worker, self._processes), left.jobs)
        while batch := list(islice(results, BATCH)):
            for result in batch:
                self._count(result)
            self._done += len(batch)
            self._kept_back = self._triage.kept_back(earlier)
            noted = {"done": self._done, "counts": self._counts.as_data(), "kept_back": self._kept_back}
            yield report_as(form)(batch, page), noted
        if form == "jsonl":  # which tells programs of troubles, too
            troubles = [Result(path, "", trouble=message) for path, message in self._articles.troubles]
            yield report_as(form)(troubles, page), {}

    def _count(self, result: Result) -> None:
        self._counts.add(result)
        for fault in result.faults:
            self._counts.add(result._replace(trouble=fault))

    def end(self, fail_on: FailOn, quiet: bool) -> int:
        """Tells how it went, and gives the exit status."""
        troubles = [str(trouble) for trouble in self._articles.troubles]
        more = self._counts.troubled - len(self._counts.troubles)
        for trouble in (*troubles, *self._counts.troubles):
            tell(trouble)
        if more > 0:
            tell(f"{more:,} more articles could not be checked.")
        if not quiet:
            tell(self._counts.summary(besides(self._kept_back)))
        if troubles or self._counts.troubled:
            return ExitStatus.FAILED
        return ExitStatus.FOUND if self._counts.fails(fail_on) else ExitStatus.CLEAN
