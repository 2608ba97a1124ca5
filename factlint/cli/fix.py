"""`factlint fix`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from factlint.cli.articles import articles_of, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.mending import Mender
from factlint.cli.options import (
    Baseline,
    Changed,
    Config,
    Diff,
    Encoding,
    Exclude,
    ExtendSelect,
    ForceExclude,
    FormatOption,
    Ignore,
    Isolated,
    NoDefaultRules,
    Paths,
    Rules,
    Select,
    StdinFilename,
    UnsafeFixes,
    codes,
)
from factlint.cli.output import tell, write
from factlint.cli.triage import Triage, Wanted
from factlint.config.settings import Choice
from factlint.run import Plan


def fix(
    paths: Paths = None,
    diff: Diff = False,
    unsafe_fixes: UnsafeFixes = False,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    changed: Changed = None,
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    as_: FormatOption = None,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    exclude: Exclude = None,
    force_exclude: ForceExclude = False,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but troubles.")] = False,
) -> None:
    """Mend what can be mended safely: credits, doubled words, marks, dashes, house style.

    Nothing that somebody is quoted with is touched. Articles from standard input are printed, mended. Exit status: 0,
    with --diff 1 where there is something to mend, 2 where an article could not be mended.
    """
    choice = Choice(
        codes(select),
        codes(ignore),
        tuple(rules or ()),
        not no_default_rules,
        config,
        codes(extend_select),
        tuple(exclude or ()),
        isolated,
    )
    articles = articles_of(paths, stdin_filename, choice, force_exclude)
    worker = loaded(Plan(articles.settings, as_, encoding), articles.jobs)
    triage = Triage(Wanted(baseline=baseline, changed=changed), articles)
    mender = Mender(worker, triage.told, unsafe_fixes, write=not diff)
    troubles: list[str] = []
    jobs = articles.jobs
    results = triage.over(articles.run(worker, 0), jobs)
    if diff:
        write(mender.differences(results, jobs))
    elif any(job.raw is not None for job in jobs):
        write(mender.texts(results, jobs))
    else:
        for result in mender.over(results, jobs):
            if result.trouble is not None:
                troubles.append(f"{result.path}: {result.trouble}")
        write(_listed(mender))
    for trouble in (*articles.troubles, *troubles, *mender.troubles, *mender.left):
        tell(str(trouble))
    if not quiet:
        tell(mender.summary())
    if articles.troubles or troubles or mender.troubles:
        raise typer.Exit(ExitStatus.FAILED)
    raise typer.Exit(ExitStatus.FOUND if diff and mender.done else ExitStatus.CLEAN)


def _listed(mender: Mender) -> Iterator[str]:
    for path, number in mender.done.items():
        yield f"{path}: {number:,} {'fix' if number == 1 else 'fixes'}\n"
