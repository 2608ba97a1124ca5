"""`factlint accepted`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.articles import articles_of, failed, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config
from factlint.cli.output import tell, write
from factlint.config.settings import Choice, Configs
from factlint.run import Plan

if TYPE_CHECKING:
    from factlint.triage.accepted import Acceptance
    from factlint.triage.entries import Known


def accepted(
    stale: Annotated[
        bool, typer.Option("--stale", help="Only those that have lapsed: the sentence is another, or all is well.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="As --stale, with exit status 1 where one has lapsed.")
    ] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Take those that have lapsed out of the file.")] = False,
    config: Config = None,
) -> None:
    """List what has been accepted in this folder's articles: where, what, by whom, when and why."""
    from factlint.triage.accepted import file_for, read_accepted, write_accepted
    from factlint.yamlfile import ProblemsError

    try:
        file = file_for(Configs(Choice(config=config)).settings_above("article.txt"), "article.txt")
        known = read_accepted(file) if file else None
    except ProblemsError as error:
        raise failed(error) from None
    if file is None or known is None:
        tell("Nothing has been accepted here.")
        raise typer.Exit(ExitStatus.CLEAN)
    if not (stale or check or prune):
        write(map(_line, known.entries))
        raise typer.Exit(ExitStatus.CLEAN)
    lapsed = _lapsed(known, config)
    write(map(_line, (entry for entry in known.entries if entry in lapsed)))
    if prune and lapsed:
        try:
            write_accepted(file, (entry for entry in known.entries if entry not in lapsed))
        except OSError as error:
            tell(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.")
            raise typer.Exit(ExitStatus.FAILED) from None
    tell(_summary(len(lapsed), len(known.entries), prune))
    raise typer.Exit(ExitStatus.FOUND if check and lapsed and not prune else ExitStatus.CLEAN)


def _line(entry: Acceptance) -> str:
    about = ", ".join(filter(None, (entry.by, entry.on)))
    return f"{entry.file}: {entry.code} “{entry.words}”" + (f" ({about})" if about else "") + f": {entry.reason}\n"


def _summary(lapsed: int, number: int, prune: bool) -> str:
    if not lapsed:
        return f"All {number:,} still {'holds' if number == 1 else 'hold'}." if number else "Nothing is accepted."
    verb = ("is" if lapsed == 1 else "are") + " taken out" if prune else ("has" if lapsed == 1 else "have") + " lapsed"
    return f"{lapsed:,} of {number:,} {verb}."


def _lapsed(known: Known[Acceptance], config: str | None) -> frozenset[Acceptance]:
    """The entries that no finding of today answers to; those of rules that are not run are not judged."""
    here = os.path.relpath(known.base)
    there = [os.path.join(here, entry.file) for entry in known.entries]
    articles = articles_of([here, *filter(os.path.isfile, there)], "-", Choice(config=config))
    worker = loaded(Plan(articles.settings), articles.jobs)
    used, run = set(), set()
    for result, job in zip(articles.run(worker, 0), articles.jobs, strict=False):
        run |= {(known.relative(job.file.place), rule.code) for rule in worker.checkers[job.settings].rules}
        used |= set(_used(result.findings, job.file.place, known))
    files = {file for file, _ in run}
    # Of two people who have accepted the same, both are right.
    holding = {(entry.code, entry.sentence, entry.file) for entry in used}
    return frozenset(
        entry
        for entry in known.entries
        if (entry.code, entry.sentence, entry.file) not in holding
        and (entry.file not in files or (entry.file, entry.code) in run)
    )


def _used(findings: tuple[object, ...], place: str, known: Known[Acceptance]) -> Iterator[Acceptance]:
    for finding in findings:
        entry = known.find(finding.code, finding.sentence, place)  # type: ignore[attr-defined]
        if entry is not None:
            yield entry
