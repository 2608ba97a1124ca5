"""Many files through all of it: read, annotate, lint; in parallel where that pays, in order always."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factlint.deadline import USUAL, TimeIsUpError, deadline
from factlint.lazy import cached_property
from factlint.read import DOCUMENTS, Format, ReadError, file_text, read
from factlint.read.files import File, reason
from factlint.read.signs import largest
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.facts.annotate import Facts
    from factlint.kept import Kept
    from factlint.language.memory import Memory
    from factlint.lexicon import Lexicon
    from factlint.lint.checker import Checker
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule
    from factlint.read.article import Article
    from factlint.read.origin import Origin
    from factlint.read.record import Record
    from factlint.yamlfile import Problem

#: Bytes that are read of any file before it is asked how large one of its kind may be.
LARGEST = 1_000_000
#: Bytes of articles below which starting processes costs more than it saves.
_WORTH_PROCESSES = 150_000
_MOST_PROCESSES = 2  # for each processor


class Job(NamedTuple):
    """One file's way through.

    file: the file.
    settings: which of the run's settings apply to it.
    raw: its bytes where they are already there (standard input), or None.
    encoding: that of the bytes, where it is known and whatever they declare, or None.
    record: what a row of an archive tells, where it is one; the bytes are then empty.
    """

    file: File
    settings: int = 0
    raw: bytes | None = None
    encoding: str | None = None
    record: Record | None = None


class Mark(NamedTuple):
    """Which row of an archive a result is about.

    row: its place, from 1.
    id: what the archive knows it by, or None.
    text_at: where in the source its text begins, behind its headline.
    """

    row: int
    id: str | None
    text_at: int


class Result(NamedTuple):
    """What came of one file.

    path: as shown.
    source: the decoded file; empty where it could not be read.
    findings: in order of place.
    trouble: why it could not be checked, one sentence without the path, or None.
    row: for `factlint facts`, the file's facts as plain data.
    name: what the findings can be kept under, or None where there is no need.
    place: the line and the column of the trouble, where it has one; the line is 0 where it is no file.
    faults: where it could be checked but in part: what went wrong, each a sentence without the path.
    mark: the row of the archive that it is about, where it is about one.
    origin: where the article is from, where that is wanted and it could be read.
    """

    path: str
    source: str
    findings: tuple[Finding, ...] = ()
    trouble: str | None = None
    row: dict[str, Any] | None = None
    name: str | None = None
    place: tuple[int, int] | None = None
    faults: tuple[str, ...] = ()
    mark: Mark | None = None
    origin: Origin | None = None

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
    limit: seconds of the processor that an article may take; 0 for no limit.
    origins: whether it is wanted where each article is from.
    """

    settings: tuple[Settings, ...]
    format: Format | None = None
    encoding: str | None = None
    facts: bool = False
    keep: bool = True
    kinds: tuple[str, ...] = ()
    limit: float = USUAL
    origins: bool = False


class Worker:
    """Does the jobs of a plan, one at a time; rules are loaded and compiled once.

    Raises ProblemsError where rules or settings are wrong.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        #: What is known of sentences from article to article, where the same one is looked at again and again.
        self.memory: Memory | None = None

    @cached_property
    def kept(self) -> Kept | None:
        """The findings of earlier runs, where they are wanted."""
        if not self.plan.keep or self.plan.facts:
            return None
        from factlint.kept import Kept

        return Kept(self.plan)

    def __reduce__(self) -> tuple[type[Worker], tuple[Plan]]:
        # Another process makes its own: compiled rules cannot be sent.
        return Worker, (self.plan,)

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

    def __call__(self, job: Job) -> Result:
        result, facts = self.examined(job)
        if facts is not None:
            facts.release()
        return result

    def examined(self, job: Job) -> tuple[Result, Facts | None]:
        """What came of a file, with its facts; without them where it could not be read, or was known from before."""
        seen: list[Facts] = []
        result = self._guarded(job, seen)
        return result, seen[0] if seen and result.trouble is None else None

    def _guarded(self, job: Job, seen: list[Facts]) -> Result:
        try:
            raw = read_bytes(job.file.place) if job.raw is None else job.raw
            if job.record is None and len(raw) > largest(raw):
                raise ReadError(f"it is too large to be an article: more than {largest(raw) // 1_000_000} MB")
            name = None if self.kept is None or job.record is not None else self.kept.name(job, raw)
            if name is not None and self.kept is not None and (found := self.kept.get(name, job.file.path)) is not None:
                return Result(job.file.path, self._text(job, raw), found, origin=self._origin(job, raw))
            with deadline(self.plan.limit):
                result = self._result(job, raw, seen)
            return result if result.faults else result._replace(name=name)
        except TimeIsUpError:
            return Result(
                job.file.path, "", trouble=f"it was not checked: it took more than {self.plan.limit:g} seconds."
            )
        except ReadError as error:
            return Result(job.file.path, "", trouble=f"{error}.")
        except OSError as error:
            return Result(job.file.path, "", trouble=f"{reason(error)}.")
        except MemoryError:
            return Result(job.file.path, "", trouble="it was not checked: it needs more memory than there is.")
        except Exception as error:
            # One article on which an annotator stumbles must not cost the others their answer.
            return Result(job.file.path, "", trouble="it could not be checked: factlint met " + fault(error))

    def _result(self, job: Job, raw: bytes, seen: list[Facts]) -> Result:
        from factlint.relations.analysis import Analysis

        checker = self.checkers[job.settings]
        article = self._article(job, raw, checker.lexicon)
        origin = self._origin(job, raw, article)
        facts = Analysis(article, checker.lexicon, checker.settings.known, checker.settings.style)
        facts.memory = self.memory
        seen.append(facts)
        if self.plan.facts:
            from factlint.facts.rows import facts_as_json

            row = facts_as_json(facts, self.plan.kinds)
            if article.map is None:
                return Result(article.path, article.source, row=row, faults=_faults(facts))
            from factlint.placed import row_in_file

            text = self._text(job, raw)
            return Result(article.path, text, row=row_in_file(row, article.map), faults=_faults(facts))
        findings = checker.lint(facts)
        if article.map is None:
            return Result(article.path, article.source, findings, faults=_faults(facts), origin=origin)
        from factlint.placed import in_file

        mends = article.format not in DOCUMENTS and article.format != "ninjs"  # a mark in a string would end it
        placed = in_file(findings, article.map, mends, article.format not in ("plain", "markdown"))
        return Result(article.path, self._text(job, raw), placed, faults=_faults(facts), origin=origin)

    def _origin(self, job: Job, raw: bytes, article: Article | None = None) -> Origin | None:
        """Where an article is from, where that is wanted; it is read where it was not yet."""
        if not self.plan.origins:
            return None
        from factlint.read.origin import origin_of

        lexicon = self.checkers[job.settings].lexicon
        place = job.file.place if job.raw is None and job.record is None else None
        return origin_of(article or self._article(job, raw, lexicon), place, lexicon)

    def _article(self, job: Job, raw: bytes, lexicon: Lexicon) -> Article:
        if job.record is None:
            return read(job.file.path, raw, lexicon, self.plan.format, job.encoding or self.plan.encoding)
        from factlint.read.record import read_record

        return read_record(job.file.path, job.record, lexicon, self.plan.format)

    def _text(self, job: Job, raw: bytes) -> str:
        if job.record is not None:
            return job.record.source
        return file_text(job.file.path, raw, self.plan.format, job.encoding or self.plan.encoding)


def _faults(facts: Facts) -> tuple[str, ...]:
    """A sentence for each stage or rule that failed; the rest of the article was judged."""
    return tuple(
        f"all but {name} was checked: {error.cause}."
        if isinstance(error.cause, TimeoutError)
        else f"all but {name} was checked, which met {fault(error.cause)}"
        for name, error in facts.failures.items()
    )


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
        from factlint.workers import Workers

        results = Workers(worker, _lost, jobs, bounded(processes, len(jobs))).results()
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


def bounded(processes: int, jobs: int) -> int:
    """As many processes as there is work for, and some more than there are processors at most."""
    return max(1, min(processes, jobs, _MOST_PROCESSES * processors()))


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _worth_processes(jobs: Sequence[Job]) -> bool:
    size = 0
    for job in jobs if len(jobs) > 1 else ():
        try:
            if job.record is not None:
                size += len(job.record.text)
            else:
                size += os.stat(job.file.place).st_size if job.raw is None else len(job.raw)
        except OSError:
            continue
        if size > _WORTH_PROCESSES:
            return True
    return False


def _lost(job: Job) -> Result:
    return Result(job.file.path, "", trouble="it was not checked: the process at work on it was ended from outside.")
