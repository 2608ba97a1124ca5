"""Articles as an editor has them → what is found in each, with the rules and settings that the command line would use.

Rules are loaded once and kept; a change of a configuration, a rule of one's own or an accepted finding is seen at the
next look.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.config.settings import NAMES, Choice, Configs, Settings
from factlint.language.memory import Memory
from factlint.lint.rulebook import page_of
from factlint.read import DOCUMENTS, format_of
from factlint.read.files import File, shown
from factlint.record import NamedTuple
from factlint.run import Job, Plan, Result, Worker
from factlint.search import search
from factlint.state import files_below
from factlint.triage.accepted import NAME, Acceptance, file_for, read_accepted
from factlint.triage.entries import Known
from factlint.yamlfile import Problem, ProblemsError

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lint.rule import Rule

#: A suffix for an article that has no file yet, by what the editor calls its language.
_SUFFIXES = {"markdown": ".md", "html": ".html"}
#: What an editor may open beside articles, and a rule or a configuration is written in.
_NO_ARTICLES = (".yml", ".yaml", ".toml")

Stamp = tuple[tuple[str, int, int], ...]


class Look(NamedTuple):
    """What is known of one article.

    result: its findings, or why it could not be checked.
    facts: what the rules looked at; None where it could not be read, or was not read again.
    settings: those that hold for it.
    problems: mistakes in rules or configuration, which keep everything from being checked.
    """

    result: Result
    facts: Facts | None = None
    settings: Settings = Settings()
    problems: tuple[Problem, ...] = ()


def page_for(rule: Rule, look: Look) -> str:
    """Where an editor leads for a rule: its page on the site of the configuration, else the file that it is in."""
    return page_of(rule, look.settings.pages) or Path(os.path.abspath(rule.path)).as_uri()


class Desk:
    """Checks articles, again and again.

    generation: how often rules or settings have changed.
    """

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.generation = 0
        self._accepted: dict[str, tuple[Stamp, Known[Acceptance]]] = {}
        self.forget()

    def forget(self) -> None:
        """Reads configurations, rules and accepted findings anew when they are next needed."""
        self.generation += 1
        self._configs: Configs | None = None
        self._workers: dict[tuple[int, bool], Worker] = {}
        self._watched: Stamp = ()
        self._files: dict[str, str | None] = {}

    def look(self, place: str, text: str, language: str = "") -> Look:
        """An article whose text the editor has, as if it stood in its file."""
        stem, suffix = os.path.splitext(place)
        named = place if suffix else stem + _SUFFIXES.get(language, "")
        raw = text.encode("utf-8", "surrogatepass")
        encoding = "utf-8" if format_of(named) == "html" else None
        return self._look(Job(File(shown(named), place), 0, raw, encoding), fresh=True)

    def look_at_file(self, place: str) -> Look:
        """An article as it lies on the disk; what was found in it before is not looked for again."""
        return self._look(Job(File(shown(place), place)), fresh=False)

    def wants(self, place: str) -> bool:
        """Whether a file is an article that is not left out."""
        if place.endswith(_NO_ARTICLES) or os.path.basename(place) in NAMES or format_of(place) in DOCUMENTS:
            return False
        try:
            configs = self._ready()
            if place not in self._files:  # one that is left out is not looked at, but may be let in later
                self._files[place] = self.configuration(place)
                self._watch(place, configs.settings_above(place))
            return not os.path.isfile(place) or not search([place], configs, force_exclude=True).left_out
        except ProblemsError:
            return True

    def articles(self, folders: list[str]) -> Iterator[str]:
        """The articles in folders and below, but for documents that no editor of text opens."""
        try:
            found = search(folders, self._ready())
        except ProblemsError:
            return
        yield from (file.place for file in found.files if format_of(file.place) not in DOCUMENTS)

    def rules(self, settings: Settings) -> dict[str, Rule]:
        """The rules that are run under some settings, by code."""
        configs = self._ready()
        if settings not in configs.settings:
            return {}
        worker = self._worker(configs, configs.settings.index(settings), True)
        return {rule.code: rule for rule in worker.rules}

    def configuration(self, place: str) -> str | None:
        """The configuration file that holds for an article, or None."""
        return Configs(self.choice).file_for(place)

    def changed(self, place: str) -> bool:
        """Whether what decides on an article's findings has changed since it was last read; then it is forgotten."""
        if self._configs is None:
            return False
        now = self.configuration(place)
        if self._files.get(place, now) == now and stamp([path for path, *_ in self._watched]) == self._watched:
            return False
        self.forget()
        return True

    def _ready(self) -> Configs:
        if self._configs is None:
            self._configs = Configs(self.choice)
        return self._configs

    def _look(self, job: Job, fresh: bool) -> Look:
        place = job.file.place
        self._files[place] = self.configuration(place)
        settings = Settings()
        try:
            configs = self._ready()
            number = configs.number_for(place)
            settings = configs.settings[number]
            worker = self._worker(configs, number, fresh)
            self._watch(place, settings)
            result, facts = worker.examined(job._replace(settings=0))
            if result.name is not None and worker.kept is not None:
                worker.kept.add(result.name, result.findings)
            return Look(self._without_accepted(result, place, settings), facts, settings)
        except ProblemsError as error:
            self._watch(place, settings)
            self._watched = stamp([*(path for path, *_ in self._watched), *(p.path for p in error.problems)])
            first = error.problems[0]
            result = Result(job.file.path, "", trouble=f"it was not checked. {first}")
            return Look(result, settings=settings, problems=tuple(error.problems))

    def _worker(self, configs: Configs, number: int, fresh: bool) -> Worker:
        """The worker of some settings: one for open articles, one that knows the findings of earlier runs."""
        if (number, fresh) not in self._workers:
            worker = Worker(Plan((configs.settings[number],), keep=not fresh))
            other = self._workers.get((number, not fresh))
            if other is not None:
                worker.checkers = other.checkers
            worker.checkers  # noqa: B018  # made now, so that mistakes are told as such
            if fresh:
                worker.memory = Memory()
            # Rules and word lists stay as long as the server: nothing is gained by looking through them for garbage.
            gc.freeze()
            self._workers[number, fresh] = worker
        return self._workers[number, fresh]

    def finish(self) -> None:
        """Keeps what was found in files for the next run."""
        for worker in self._workers.values():
            worker.finish()

    def _without_accepted(self, result: Result, place: str, settings: Settings) -> Result:
        file = file_for(settings, place)
        if file is None or not result.findings:
            return result
        now = stamp([file])
        if file not in self._accepted or self._accepted[file][0] != now:
            self._accepted[file] = now, read_accepted(file)
        known = self._accepted[file][1]
        left = tuple(f for f in result.findings if known.find(f.code, f.sentence, place) is None)
        return result._replace(findings=left)

    def _watch(self, place: str, settings: Settings) -> None:
        """Remembers the state of the files that decide on an article's findings."""
        base = settings.base or os.path.dirname(place)
        paths = {origin.path for origin in settings.origins.values()}
        paths |= {path for folder in settings.folders for path in files_below(folder, _NO_ARTICLES)}
        paths |= {path for path in (self._files[place], os.path.join(base, NAME)) if path}
        paths |= {path for path, *_ in self._watched}
        if len(paths) > len(self._watched):
            self._watched = stamp(paths)


def stamp(paths: set[str] | list[str]) -> Stamp:
    """The times and sizes of files; zeros for those that are not there."""
    rows = []
    for path in sorted(paths):
        try:
            status = os.stat(path)
            rows.append((path, status.st_mtime_ns, status.st_size))
        except OSError:
            rows.append((path, 0, 0))
    return tuple(rows)
