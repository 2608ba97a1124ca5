"""Many files through all of it: read, annotate, lint; in parallel where that pays, in order always."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.read import DOCUMENTS, Format, ReadError, file_text, read
from factlint.read.files import File, reason
from factlint.read.signs import largest

if TYPE_CHECKING:
    from factlint.config import Settings
    from factlint.kept import Kept
    from factlint.lint.checker import Checker
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule
    from factlint.lint.yamlfile import Problem

#: Bytes that are read of any file before it is asked how large one of its kind may be.
LARGEST = 1_000_000
#: Bytes of articles below which starting processes costs more than it saves.
_WORTH_PROCESSES = 150_000
_CHUNK = 8


class Job(NamedTuple):
    """One file's way through.

    file: the file.
    settings: which of the run's settings apply to it.
    raw: its bytes where they are already there (standard input), or None.
    """

    file: File
    settings: int = 0
    raw: bytes | None = None


class Result(NamedTuple):
    """What came of one file.

    path: as shown.
    source: the decoded file; empty where it could not be read.
    findings: in order of place.
    trouble: why it could not be checked, one sentence without the path, or None.
    row: for `factlint facts`, the file's facts as plain data.
    name: what the findings can be kept under, or None where there is no need.
    place: the line and the column of the trouble, where it has one; the line is 0 where it is no file.
    """

    path: str
    source: str
    findings: tuple[Finding, ...] = ()
    trouble: str | None = None
    row: dict[str, Any] | None = None
    name: bytes | None = None
    place: tuple[int, int] | None = None

    @classmethod
    def of_problem(cls, problem: Problem) -> Result:
        """A mistake in a rule or a configuration, as reports tell it."""
        return cls(problem.path, "", trouble=problem.message, place=(problem.line, problem.column))


class Plan(NamedTuple):
    """How every file of a run is worked on; processes are sent it, so it is plain data.

    settings: the settings that jobs point into.
    format: the reader to use whatever the suffix, or None.
    encoding: of all files, or None for UTF-8 and UTF-16 with a mark.
    facts: whether facts are wanted instead of findings.
    keep: whether findings are kept between runs, and taken from there.
    kinds: the kinds of facts that are wanted; all but the grammar below them where none is named.
    """

    settings: tuple[Settings, ...]
    format: Format | None = None
    encoding: str | None = None
    facts: bool = False
    keep: bool = True
    kinds: tuple[str, ...] = ()


class Worker:
    """Does the jobs of a plan, one at a time; rules are loaded and compiled once.

    Raises ProblemsError where rules or settings are wrong.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.kept: Kept | None = None
        if plan.keep and not plan.facts:
            from factlint.kept import Kept

            self.kept = Kept(plan)

    @cached_property
    def checkers(self) -> list[Checker]:
        """One for each of the settings, made when a file first needs one."""
        from factlint.lint.checker import Checker

        return [Checker(settings) for settings in self.plan.settings]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that is run, each once, in order of code."""
        rules = {rule.code: rule for checker in self.checkers for rule in checker.rules}
        return tuple(rules[code] for code in sorted(rules))

    def has_all(self, jobs: Sequence[Job]) -> bool:
        """Whether the findings of all these files are known from earlier runs."""
        if self.kept is None or not jobs:
            return False
        for job in jobs:
            try:
                raw = read_bytes(job.file.place) if job.raw is None else job.raw
            except OSError:
                return False
            if self.kept.get(self.kept.name(job, raw), job.file.path) is None:
                return False
        return True

    def finish(self) -> None:
        """Keeps for the next run what this one learnt."""
        if self.kept is not None:
            self.kept.write()
        for checker in self.__dict__.get("checkers", ()):
            checker.lexicon.shelf.write()

    def __call__(self, job: Job) -> Result:
        try:
            raw = read_bytes(job.file.place) if job.raw is None else job.raw
            if len(raw) > largest(raw):
                raise ReadError(f"it is too large to be an article: more than {largest(raw) // 1_000_000} MB")
            name = None if self.kept is None else self.kept.name(job, raw)
            if name is not None and self.kept is not None and (found := self.kept.get(name, job.file.path)) is not None:
                return Result(job.file.path, self._text(job, raw), found)
            return self._result(job, raw)._replace(name=name)
        except ReadError as error:
            return Result(job.file.path, "", trouble=f"{error}.")
        except OSError as error:
            return Result(job.file.path, "", trouble=f"{reason(error)}.")
        except Exception as error:
            # One article on which an annotator stumbles must not cost the others their answer.
            return Result(job.file.path, "", trouble="it could not be checked, by " + fault(error))

    def _result(self, job: Job, raw: bytes) -> Result:
        from factlint.facts.annotate import Facts

        checker = self.checkers[job.settings]
        article = read(job.file.path, raw, checker.lexicon, self.plan.format, self.plan.encoding)
        facts = Facts(article, checker.lexicon, checker.settings.known, checker.settings.style)
        if self.plan.facts:
            from factlint.report.facts import facts_as_json

            row = facts_as_json(facts, self.plan.kinds)
            if article.map is None:
                return Result(article.path, article.source, row=row)
            from factlint.placed import row_in_file

            return Result(article.path, self._text(job, raw), row=row_in_file(row, article.map))
        findings = checker.lint(facts)
        if article.map is None:
            return Result(article.path, article.source, findings)
        from factlint.placed import in_file

        return Result(
            article.path, self._text(job, raw), in_file(findings, article.map, article.format not in DOCUMENTS)
        )

    def _text(self, job: Job, raw: bytes) -> str:
        return file_text(job.file.path, raw, self.plan.format, self.plan.encoding)


def fault(error: Exception) -> str:
    """A sentence about an error that nobody foresaw."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}, line {frame.lineno}"
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a fault of factlint's own ({words}; {where}). Please report it."


def read_bytes(place: str) -> bytes:
    """A file's bytes, one more than the largest article at most."""
    with open(place, "rb", buffering=0) as file:
        raw = file.read(LARGEST + 1)
        most = largest(raw)
        while len(raw) <= most and (more := file.read(most + 1 - len(raw))):
            raw += more
        return raw


def run(
    jobs: Sequence[Job], worker: Worker, processes: int = 1, progress: Callable[[int], None] = lambda done: None
) -> Iterator[Result]:
    """The results in the order of the jobs, whatever the number of processes; `progress` is told how many are done."""
    results: Iterable[Result]
    if processes > 1 and _worth_processes(jobs):
        results = _in_processes(jobs, worker, min(processes, len(jobs)))
    else:
        results = map(worker, jobs)
    try:
        for done, result in enumerate(results, 1):
            if result.name is not None and worker.kept is not None:
                worker.kept.add(result.name, result.findings)
            progress(done)
            yield result
    finally:
        worker.finish()


def _worth_processes(jobs: Sequence[Job]) -> bool:
    size = 0
    for job in jobs if len(jobs) > 1 else ():
        try:
            size += os.stat(job.file.place).st_size if job.raw is None else len(job.raw)
        except OSError:
            continue
        if size > _WORTH_PROCESSES:
            return True
    return False


_worker: Worker | None = None


def _begin(plan: Plan) -> None:
    """In a new process: Ctrl-C is the parent's business, and the rules are loaded unless they came along."""
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = _worker or Worker(plan)


def _work(job: Job) -> Result:
    assert _worker is not None
    return _worker(job)


def _in_processes(jobs: Sequence[Job], worker: Worker, processes: int) -> Iterator[Result]:
    import gc
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _worker
    _worker = worker
    gc.freeze()
    # A forked process has the loaded rules already; where forking is unsafe, each loads them from the cache.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(processes, context, _begin, (worker.plan,)) as pool:
        try:
            yield from pool.map(_work, jobs, chunksize=max(1, min(_CHUNK, len(jobs) // processes)))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            _worker = None
