"""What `factlint check` does not tell: accepted findings, those of a baseline, those that no change touches."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell
from factlint.config.settings import Choice, Settings
from factlint.read import format_of
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.cli.articles import Articles
    from factlint.run import Job, Result, Worker
    from factlint.triage.baseline import Baseline
    from factlint.triage.git import Ranges


class Wanted(NamedTuple):
    """What the command line says of findings that are not to be told.

    accepted: whether accepted findings are kept back.
    baseline: the file of a baseline whose findings are.
    write_baseline: the file that all findings are written to.
    changed: the git revision since which a finding must have been touched.
    staged: whether only what is staged is looked at.
    """

    accepted: bool = True
    baseline: str | None = None
    write_baseline: str | None = None
    changed: str | None = None
    staged: bool = False


class Triage:
    """Sifts the results of one run; ends the program where a file of accepted findings or a baseline is wrong."""

    def __init__(self, wanted: Wanted, articles: Articles) -> None:
        from factlint.cli.articles import failed
        from factlint.triage.sieve import Accepted, Sieve
        from factlint.yamlfile import ProblemsError

        self.wanted = wanted
        self.checked: dict[str, Job] = {}
        self.baseline: Baseline | None = None
        self.written: Baseline | None = None
        self._sieves: dict[str, Sieve] = {}
        self._kept_back: dict[str, Counter[str]] = {}
        self._changed: dict[str, Ranges] | None = None
        try:
            if wanted.accepted:
                self._sieves["accepted"] = Accepted(articles.jobs, articles.settings)
        except ProblemsError as error:
            raise failed(error) from None
        if wanted.baseline:
            self.baseline = _read(wanted.baseline)
            self._sieves["in the baseline"] = self.baseline.knows
        if wanted.write_baseline:
            from factlint.triage.baseline import Baseline

            self.written = Baseline(os.path.dirname(os.path.abspath(wanted.write_baseline)))
        if wanted.changed is not None or wanted.staged:
            self._changed = _changed(wanted.changed, articles)

    def over(self, results: Iterable[Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """The results with what is to be told."""
        return (self.told(result, job) for result, job in zip(results, jobs, strict=False))

    def told(self, result: Result, job: Job) -> Result:
        """One result with what is to be told; it may be asked again, after the article has changed."""
        from factlint.triage.sieve import sifted, touched

        place = job.file.place
        if self.baseline is not None:
            if result.trouble is None:
                self.checked[place] = job
            self.baseline.begin(place)
        result, kept_back = sifted(result, place, self._sieves)
        self._kept_back.pop(place, None)
        if self._changed is not None:
            result = touched(result, place, self._changed)
        if self.written is not None:
            for finding in result.findings:
                self.written.add(finding, place)
            kept_back["written to the baseline"] += len(result.findings)
            result = result._replace(findings=())
        if kept_back:
            self._kept_back[place] = kept_back
        return result

    def kept_back(self, earlier: Mapping[str, int]) -> dict[str, int]:
        """How much was kept back, by why, with that of an earlier part of the run."""
        return dict(sum(self._kept_back.values(), Counter[str](earlier)))

    def summary(self) -> str:
        """What was kept back, for the end of a sentence: “ (2 accepted)”."""
        return besides(self.kept_back({}))

    def finish(self, worker: Worker, paths: list[str], quiet: bool = False) -> None:
        """Writes the baseline, or what is left of it; ends the program where it cannot be written."""
        if self.written is not None and self.wanted.write_baseline:
            _write(self.wanted.write_baseline, self.written.shrunk({}, False))
        part = self.wanted.staged or self.wanted.changed is not None or "-" in paths
        if self.baseline is None or part:
            return
        codes: dict[int, frozenset[str]] = {}
        for job in self.checked.values():
            if job.settings not in codes:
                codes[job.settings] = frozenset(rule.code for rule in worker.checkers[job.settings].rules)
        checked = {place: codes[job.settings] for place, job in self.checked.items()}
        base = os.path.realpath(self.baseline.known.base)
        searched = any(base == (top := os.path.realpath(path)) or base.startswith(top + os.sep) for path in paths)
        left = self.baseline.shrunk(checked, searched)
        if left != tuple(sorted(self.baseline.known.entries, key=lambda old: (old.file, old.code, old.sentence))):
            gone = sum(old.times for old in self.baseline.known.entries) - sum(old.times for old in left)
            _write(self.wanted.baseline or "", left)
            if gone and not quiet:
                tell(
                    f"{gone:,} old {'finding is' if gone == 1 else 'findings are'} gone, and no longer in the baseline."
                )


def besides(kept_back: Mapping[str, int]) -> str:
    """“ (2 accepted, 1 in the baseline)”, or nothing."""
    counted = [f"{number:,} {name}" for name, number in kept_back.items() if number]
    return f" ({', '.join(counted)})" if counted else ""


def _read(file: str) -> Baseline:
    from factlint.read.files import reason
    from factlint.triage.baseline import BaselineError, read_baseline

    try:
        return read_baseline(file)
    except OSError as error:
        tell(f"--baseline: {file}: {reason(error)}.")
    except BaselineError as error:
        tell(f"--baseline: {file}: {error}.")
    raise typer.Exit(ExitStatus.FAILED)


def _write(file: str, old: tuple[object, ...]) -> None:
    from factlint.store import put_whole
    from factlint.triage.baseline import baseline_text

    try:
        put_whole(file, baseline_text(old).encode())  # type: ignore[arg-type]
    except OSError as error:
        tell(f"The baseline {file} cannot be written: {(error.strerror or str(error)).lower()}.")
        raise typer.Exit(ExitStatus.FAILED) from None


def _changed(revision: str | None, articles: Articles) -> dict[str, Ranges]:
    """The changed lines of every repository that articles lie in; of standard input, of the one around this folder."""
    from factlint.triage.git import GitError, changed_lines, repository_above, top_of

    folders = {os.path.dirname(os.path.abspath(job.file.place)) for job in articles.jobs if job.raw is None}
    changed: dict[str, Ranges] = {}
    try:
        around = {repository_above(folder) for folder in sorted(folders)} or {os.getcwd()}
        for top in sorted(set(map(top_of, around))):
            changed.update(changed_lines(top, revision))
    except GitError as error:
        tell(f"{'--staged' if revision is None else '--changed'}: {error}")
        raise typer.Exit(ExitStatus.FAILED) from None
    return changed


def staged_articles(paths: list[str] | None, stdin_filename: str, choice: Choice, force_exclude: bool) -> Articles:
    """The staged articles that paths stand for, as they are staged; ends the program without a repository."""
    from factlint.cli.articles import Articles, articles_of
    from factlint.triage.git import GitError, staged_bytes, staged_files, top_of

    try:
        top = top_of(".")
        places = staged_files(top)
    except GitError as error:
        tell(f"--staged: {error}")
        raise typer.Exit(ExitStatus.FAILED) from None
    wanted = [os.path.realpath(path) for path in paths or ()] or [os.path.realpath(os.curdir)]
    inside = [place for place in places if any(place == one or place.startswith(one + os.sep) for one in wanted)]
    named = {os.path.realpath(path) for path in paths or ()}
    articles = [place for place in inside if place in named or format_of(place)]
    if not articles:
        return Articles((), (Settings(),), ())
    found = articles_of([os.path.relpath(place) for place in articles], stdin_filename, choice, force_exclude)
    try:
        jobs = [job._replace(raw=staged_bytes(top, job.file.place)) for job in found.jobs]
    except GitError as error:
        tell(f"--staged: {error}")
        raise typer.Exit(ExitStatus.FAILED) from None
    return found._replace(jobs=tuple(jobs))
