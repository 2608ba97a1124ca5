"""What the commands that read articles share: the search for files, the loaded rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell
from factlint.config import Choice, Configs, Settings
from factlint.read.files import File, Trouble, find_files
from factlint.run import LARGEST, Job, Plan, Result, Worker, run


class Articles(NamedTuple):
    """The articles of a run.

    jobs: a job for each, in order of path.
    settings: what the jobs' numbers stand for.
    troubles: paths that are no articles.
    """

    jobs: tuple[Job, ...]
    settings: tuple[Settings, ...]
    troubles: tuple[Trouble, ...]

    def run(self, worker: Worker, processes: int) -> Iterator[Result]:
        """The results in order; a progress bar is shown where the run is long and somebody watches."""
        wanted = processes if processes > 0 else _processors()
        if not (len(self.jobs) > 1 and sys.stderr.isatty()):
            return run(self.jobs, worker, wanted)
        from factlint.cli.progress import Progress

        return Progress(len(self.jobs)).over(run(self.jobs, worker, wanted))


def articles_of(paths: list[str] | None, stdin_filename: str, choice: Choice) -> Articles:
    """The articles that the paths stand for, each with its settings; ends the program where settings are wrong."""
    from factlint.lint.yamlfile import ProblemsError

    named = paths or ["."]
    jobs = []
    try:
        configs = Configs(choice)
        if "-" in named:
            raw = sys.stdin.buffer.read(LARGEST + 1)
            jobs.append(Job(File(stdin_filename, stdin_filename), configs.number_for(stdin_filename), raw))
        files, troubles = find_files((path for path in named if path != "-"), configs.excludes)
        jobs += [Job(file, configs.number_for(file.place)) for file in files]
        jobs.sort(key=lambda job: job.file.path)
        return Articles(tuple(jobs), configs.settings or (configs.default,), tuple(troubles))
    except ProblemsError as error:
        raise failed(error) from None


def loaded(plan: Plan, jobs: Sequence[Job] = ()) -> Worker:
    """A worker with its rules; ends the program with every mistake where they are wrong."""
    from factlint.lint.yamlfile import ProblemsError

    if plan.encoding is not None and (sentence := unknown_encoding(plan.encoding)):
        tell(sentence)
        raise typer.Exit(ExitStatus.FAILED)
    try:
        worker = Worker(plan)
        # A worker that has all it needs from earlier runs loads no rules: they were right then, and are the same.
        if not worker.has_all(jobs) and not worker.rules and not plan.facts:
            tell("No rules are left to check by; see --select, --ignore and --rules.")
            raise typer.Exit(ExitStatus.FAILED)
        return worker
    except ProblemsError as error:
        raise failed(error) from None


def failed(error: Exception) -> typer.Exit:
    """The exit after mistakes in rules or configuration, which are told on standard error."""
    tell(str(error))
    return typer.Exit(ExitStatus.FAILED)


def unknown_encoding(name: str) -> str | None:
    """What is wrong with the name of an encoding, or None."""
    import codecs

    try:
        return None if codecs.lookup(name)._is_text_encoding else f"--encoding: “{name}” is no encoding of text."
    except LookupError:
        return f"--encoding: there is no encoding “{name}”; try windows-1252, latin-1 or utf-16."


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
