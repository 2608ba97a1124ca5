"""What the commands that read articles share: the search for files, the loaded rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell
from factlint.config.settings import Choice, Configs, Settings
from factlint.read.files import File, Trouble, shown
from factlint.record import NamedTuple
from factlint.run import LARGEST, Job, Plan, Result, Worker, processors, run
from factlint.search import search

if TYPE_CHECKING:
    from factlint.yamlfile import Problem, ProblemsError


class Articles(NamedTuple):
    """The articles of a run.

    jobs: a job for each, in order of path.
    settings: what the jobs' numbers stand for.
    troubles: paths that are no articles.
    left_out: what was met and is not checked, with the reasons.
    """

    jobs: tuple[Job, ...]
    settings: tuple[Settings, ...]
    troubles: tuple[Trouble, ...]
    left_out: tuple[Trouble, ...] = ()

    def run(self, worker: Worker, processes: int) -> Iterator[Result]:
        """The results in order; a progress bar is shown where the run is long and somebody watches."""
        wanted = processes if processes > 0 else processors()
        if not (len(self.jobs) > 1 and sys.stderr.isatty()):
            return run(self.jobs, worker, wanted)
        from factlint.cli.progress import Progress

        return Progress(len(self.jobs)).over(run(self.jobs, worker, wanted))


def site_of(settings: Iterable[Settings]) -> str:
    """The address of the site with the rules' pages, the first that a configuration gives, or ""."""
    return next((some.pages for some in settings if some.pages), "")


def articles_of(paths: list[str] | None, stdin_filename: str, choice: Choice, force_exclude: bool = False) -> Articles:
    """The articles that the paths stand for, each with its settings; ends the program where settings are wrong."""
    from factlint.yamlfile import ProblemsError

    named = paths or ["."]
    jobs = []
    try:
        configs = Configs(choice)
        if "-" in named:
            raw = sys.stdin.buffer.read(LARGEST + 1)
            jobs.append(Job(File(shown(stdin_filename), stdin_filename), configs.number_for(stdin_filename), raw))
        found = search([path for path in named if path != "-"], configs, force_exclude)
        jobs += [Job(file, configs.number_for(file.place)) for file in found.files]
        jobs.sort(key=lambda job: job.file.path)
        return Articles(
            tuple(jobs), configs.settings or (configs.default,), tuple(found.troubles), tuple(found.left_out)
        )
    except ProblemsError as error:
        raise failed(error) from None


def loaded(plan: Plan, jobs: Sequence[Job] = ()) -> Worker:
    """A worker with its rules; ends the program with every mistake where they are wrong."""
    from factlint.yamlfile import ProblemsError

    if plan.encoding is not None and (sentence := unknown_encoding(plan.encoding)):
        tell(sentence)
        raise typer.Exit(ExitStatus.FAILED)
    try:
        worker = Worker(plan)
        for line in dict.fromkeys(idle for settings in plan.settings if settings.words for idle in _idle(settings)):
            tell(line)
        # A worker that has all it needs from earlier runs loads no rules: they were right then, and are the same.
        if not worker.has_all(jobs) and not worker.rules and not plan.facts:
            tell("No rules are left to check by; see --select, --ignore and --rules.")
            raise typer.Exit(ExitStatus.FAILED)
        return worker
    except ProblemsError as error:
        raise failed(error) from None


class Mistakes(typer.Exit):
    """The exit after mistakes in rules or configuration; `problems` lists them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(ExitStatus.FAILED)
        self.problems = problems


def failed(error: ProblemsError) -> Mistakes:
    """The exit after mistakes in rules or configuration, which are told on standard error."""
    tell(str(error))
    return Mistakes(error.problems)


def _idle(settings: Settings) -> list[str]:
    """What is said of words in a configuration that stand in their lists already."""
    from factlint.lint.rulebook import rulebook_of

    return [f"{problem} It can go." for problem in rulebook_of(settings).idle]


def unknown_encoding(name: str) -> str | None:
    """What is wrong with the name of an encoding, or None."""
    import codecs

    try:
        return None if codecs.lookup(name)._is_text_encoding else f"--encoding: “{name}” is no encoding of text."
    except LookupError:
        return f"--encoding: there is no encoding “{name}”; try windows-1252, latin-1 or utf-16."
