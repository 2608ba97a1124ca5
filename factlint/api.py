"""The library: three functions, with the rules and the settings of the command line.

>>> from factlint.api import lint_text
>>> for finding in lint_text("The mayor opened the bridge on Friday. /EPA"):
...     print(finding.code, finding.message)
RES101 “/EPA” is a picture's credit, left in the text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from factlint.config.settings import Choice, Configs
from factlint.read.files import File, find_files
from factlint.run import Job, Plan, Result, Worker, run

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.lint.findings import Finding

__all__ = ["facts", "lint_files", "lint_text"]

#: The most settings whose rules are kept, compiled; those that were asked for longest ago go first.
_MOST = 16
_workers: dict[tuple[str, ...], Worker] = {}


def lint_text(
    text: str,
    *,
    path: str = "article.txt",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: str | None = None,
) -> tuple[Finding, ...]:
    """What is wrong with one article, in order of place.

    `path` says how the text is read (by its suffix) and which configuration holds, as if the article stood there; it
    need not exist. `config` names another configuration. Offsets of findings are code points of `text`.

    Raises ProblemsError where a rule or the configuration is wrong, ValueError where the text cannot be read.
    """
    choice = Choice(tuple(select), tuple(ignore), config=config)
    result = _one(text, path, choice, facts=False)
    return result.findings


def lint_files(
    paths: Iterable[str | os.PathLike[str]],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: str | None = None,
    jobs: int = 1,
) -> Iterator[Result]:
    """The results of files and folders, in order of path, as they come; what was found before is kept and used.

    A result has `path`, `source`, `findings`, and `trouble`: why an article could not be checked, or None. Paths that
    stand for nothing come last, with their trouble. `jobs` is the number of processes.

    Raises ProblemsError, at once, where a rule or a configuration is wrong.
    """
    configs = Configs(Choice(tuple(select), tuple(ignore), config=config))
    found = find_files([os.fspath(path) for path in paths], lambda place, folder: configs.excludes(place))
    work = [Job(file, configs.number_for(file.place)) for file in found.files]
    worker = Worker(Plan(configs.settings or (configs.default,)))
    if not worker.has_all(work):
        worker.rules  # noqa: B018  # loads them, and tells what is wrong with them before anything is checked
    return _results(work, worker, jobs, [Result(str(t.path), "", trouble=t.message) for t in found.troubles])


def facts(text: str, *, path: str = "article.txt", config: str | None = None) -> Mapping[str, Any]:
    """What the rules look at, as `factlint facts` prints it: quotes, people, figures, dates …, by kind.

    Raises ProblemsError where the configuration is wrong, ValueError where the text cannot be read.
    """
    return _one(text, path, Choice(config=config), facts=True).row or {}


def _results(work: list[Job], worker: Worker, jobs: int, troubles: list[Result]) -> Iterator[Result]:
    yield from run(work, worker, jobs)
    yield from troubles


def _one(text: str, path: str, choice: Choice, facts: bool) -> Result:
    configs = Configs(choice)
    number = configs.number_for(os.path.abspath(path))
    worker = _worker(configs.settings[number], facts)
    raw = text.encode("utf-8", "surrogatepass")
    result = worker(Job(File(path, path), 0, raw))
    if result.trouble is not None:
        raise ValueError(f"{path}: {result.trouble}")
    return result


def _worker(settings: Settings, facts: bool) -> Worker:
    """A worker that keeps its rules from call to call, whatever article the same settings hold for."""
    from factlint.kept import name_of

    # What is said of single files is checked as well, and may be wrong.
    key = (*map(name_of, (settings, *settings.parts)), str(facts))
    worker = _workers.pop(key, None)
    if worker is None:
        worker = Worker(Plan((settings,), facts=facts, keep=False))
        worker.checkers  # noqa: B018  # made now, so that mistakes are told as such
        if len(_workers) >= _MOST:
            del _workers[next(iter(_workers))]
    _workers[key] = worker
    return worker
