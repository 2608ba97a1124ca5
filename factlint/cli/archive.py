"""`factlint check` of archives: files of a row an article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import typer

from factlint.batches import Checked, in_batches
from factlint.cli.articles import failed, loaded, site_of
from factlint.cli.counts import Counts
from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell, write, write_file
from factlint.cli.resumption import LINED, Resumption, state_of
from factlint.cli.tally import FailOn
from factlint.config.settings import Choice, Configs
from factlint.read.archive import Columns, kind_of_archive, records
from factlint.read.decode import ReadError
from factlint.read.files import reason, shown
from factlint.read.origin import month_of
from factlint.read.record import Record
from factlint.record import NamedTuple
from factlint.report import Format, Page, report_as
from factlint.run import Plan, processors


class Wish(NamedTuple):
    """What the command line says of archives.

    columns: the names of columns that were given.
    form: how to print findings.
    output_file: the file to write to, or None.
    resume: whether to go on where an earlier run into the same file was broken off.
    statistics: whether counts are wanted instead of findings.
    fail_on: the least severity that makes the exit status 1.
    quiet: whether nothing but findings and troubles is told.
    jobs: processes; 0 for one a processor.
    """

    columns: Columns
    form: Format
    output_file: str | None
    resume: bool
    statistics: bool
    fail_on: FailOn
    quiet: bool
    jobs: int


def are_archives(paths: list[str] | None) -> bool:
    """Whether the paths are archives; ends the program where some are and some are not."""
    kinds = [kind_of_archive(path) is not None and not os.path.isdir(path) for path in paths or ()]
    if any(kinds) and not all(kinds):
        tell("An archive (.jsonl, .csv, .parquet) is checked by itself: name it without other files.")
        raise typer.Exit(ExitStatus.FAILED)
    return any(kinds)


def check_archives(paths: list[str], wish: Wish, choice: Choice, plan: Plan, page: Page) -> int:
    """Checks every row of some archives, and gives the exit status."""
    from factlint.yamlfile import ProblemsError

    if wish.resume and (wish.output_file is None or wish.form not in LINED or wish.statistics):
        tell("--resume goes on with a file: it needs --output-file, and --format jsonl or concise.")
        return ExitStatus.FAILED
    try:
        configs = Configs(choice)
        numbers = [configs.number_for(path) for path in paths]
    except ProblemsError as error:
        raise failed(error) from None
    run = _Run(paths, numbers, wish, plan._replace(settings=configs.settings, keep=False, origins=True), page)
    if wish.output_file is None:
        write(run.counts.statistics(wish.form) if wish.statistics and run.all() else run.pieces())
    else:
        run.into(wish.output_file)
    return run.end()


class _Run:
    def __init__(self, paths: list[str], numbers: list[int], wish: Wish, plan: Plan, page: Page) -> None:
        self.counts = Counts()
        self._paths, self._numbers, self._wish = paths, numbers, wish
        self._worker = loaded(plan)
        self._page = page._replace(rules=lambda: self._worker.rules, pages=site_of(plan.settings))
        self._done: dict[str, int] = {}
        self._failed: list[str] = []

    def batches(self) -> Iterator[list[Checked]]:
        """The rows of every archive, in order, counted as they pass."""
        processes = self._wish.jobs if self._wish.jobs > 0 else processors()
        for path, number in zip(self._paths, self._numbers, strict=True):
            lexicon = self._worker.checkers[number].lexicon
            rows = records(path, self._wish.columns, lexicon, self._done.get(path, 0))
            try:
                for batch in in_batches(shown(path), rows, self._worker, number, processes):
                    for record, result in batch:
                        if isinstance(record, Record):
                            self.counts.add(result, record.outlet, month_of(record.date, lexicon))
                        else:
                            self.counts.add(result)
                    self._done[path] = batch[-1][0].row
                    yield batch
            except ReadError as error:
                self._failed.append(f"{shown(path)}: {error}.")
            except OSError as error:
                self._failed.append(f"{shown(path)}: {reason(error)}.")

    def all(self) -> bool:
        """Checks all, for the counts alone."""
        for _ in self.batches():
            continue
        return True

    def pieces(self) -> Iterator[str]:
        """The report."""
        return report_as(self._wish.form)((result for batch in self.batches() for _, result in batch), self._page)

    def into(self, file: str) -> None:
        """Writes the report to a file, of lines a batch at a time; ends the program where it cannot."""
        if self._wish.statistics:
            self.all()
            write_file(file, self.counts.statistics(self._wish.form))
        elif self._wish.form not in LINED:
            write_file(file, self.pieces())
        else:
            resumption = Resumption(file, state_of(self._paths), "archives")
            if self._wish.resume and (noted := resumption.begun()):
                self._done, self.counts = dict(noted["done"]), Counts.of_data(noted["counts"])
            resumption.written(self._steps())

    def _steps(self) -> Iterator[tuple[Iterator[str], dict[str, Any]]]:
        """What is written of each batch, and what is noted then."""
        for batch in self.batches():
            pieces = report_as(self._wish.form)((result for _, result in batch), self._page)
            yield pieces, {"done": self._done, "counts": self.counts.as_data()}

    def end(self) -> int:
        """Tells how it went, and gives the exit status."""
        for trouble in (*self.counts.troubles, *self._failed):
            tell(trouble)
        more = self.counts.troubled - len(self.counts.troubles)
        if more > 0:
            tell(f"{more:,} more rows could not be checked.")
        if not self._wish.quiet and (self.counts.articles or not self._failed):
            tell(self.counts.summary())
        if self.counts.troubled or self._failed:
            return ExitStatus.FAILED
        return ExitStatus.FOUND if self.counts.fails(self._wish.fail_on) else ExitStatus.CLEAN
