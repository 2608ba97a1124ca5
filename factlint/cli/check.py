"""`factlint check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated, Literal, get_args

import typer

from factlint.cli.annotate import Annotate, Annotation
from factlint.cli.articles import Articles, Mistakes, articles_of, loaded, site_of
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import (
    Baseline,
    Changed,
    Config,
    DateField,
    Diff,
    Encoding,
    Exclude,
    ExtendSelect,
    ForceExclude,
    FormatOption,
    HeadlineField,
    IdField,
    Ignore,
    Isolated,
    Jobs,
    NoAccepted,
    NoDefaultRules,
    OutletField,
    Paths,
    Rules,
    Select,
    Staged,
    StdinFilename,
    TextField,
    TimeLimit,
    UnsafeFixes,
    codes,
)
from factlint.cli.output import Colour, coloured, tell, width, wrapped, write, write_file
from factlint.cli.resumption import MANY, can_go_on
from factlint.cli.tally import FailOn, Tally
from factlint.cli.triage import Triage, Wanted, staged_articles
from factlint.config.settings import Choice
from factlint.deadline import USUAL
from factlint.report import Format, Page, report_as
from factlint.run import Plan, Result, Worker

ShowSource = Literal["yes", "no"]


def check(
    paths: Paths = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How to print findings: {', '.join(get_args(Format))}.  [default: full on a terminal, else concise]",
        ),
    ] = None,
    output_file: Annotated[
        str | None, typer.Option("--output-file", "-o", metavar="FILE", help="Write the findings there instead.")
    ] = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that makes the exit status 1.")] = "warning",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="The same as --fail-on never.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Do what can be mended safely, and print the rest.")] = False,
    diff: Diff = False,
    unsafe_fixes: UnsafeFixes = False,
    annotate: Annotate = None,
    baseline: Baseline = None,
    write_baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Take all findings for old ones, and write them there.")
    ] = None,
    changed: Changed = None,
    staged: Staged = False,
    no_accepted: NoAccepted = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print counts instead: findings by rule, by paper and by month.")
    ] = False,
    show_source: Annotated[ShowSource, typer.Option(help="Whether full shows the article's lines.")] = "yes",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but findings and troubles.")] = False,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Check again whenever something changes.")] = False,
    rules: Rules = None,
    no_default_rules: NoDefaultRules = False,
    as_: FormatOption = None,
    text_field: TextField = "",
    headline_field: HeadlineField = "",
    date_field: DateField = "",
    id_field: IdField = "",
    outlet_field: OutletField = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the run into --output-file was broken off.")
    ] = False,
    encoding: Encoding = None,
    stdin_filename: StdinFilename = "-",
    exclude: Exclude = None,
    force_exclude: ForceExclude = False,
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    time_limit: TimeLimit = USUAL,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every article, also those that have not changed since.")
    ] = False,
    color: Annotated[Colour, typer.Option(help="Colours in the output.")] = "auto",
) -> None:
    """Check articles and print what is wrong with them.

    Notes are off until they are selected. Exit status: 0 where nothing is found, 1 where something is, 2 where a file
    could not be checked.
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
    wanted = Wanted(not no_accepted, baseline, write_baseline, changed, staged)
    to_terminal = sys.stdout.isatty() and output_file is None
    form: Format = format or ("full" if to_terminal else "concise")
    page = Page(width(), output_file is None and coloured(color, sys.stdout), source=show_source == "yes")
    if named_archives(paths):
        from factlint.cli.archive import Wish, check_archives
        from factlint.read.archive import Columns

        if fix or diff or watch or staged or changed or baseline or write_baseline:
            tell(
                "An archive is only read: --fix, --diff, --watch, --staged, --changed and baselines do not go with it."
            )
            raise typer.Exit(ExitStatus.FAILED)
        columns = Columns(text_field, headline_field, date_field, id_field, outlet_field)
        least: FailOn = "never" if exit_zero else fail_on
        wish = Wish(columns, form, output_file, resume, statistics, least, quiet, jobs)
        raise typer.Exit(
            check_archives(paths or [], wish, choice, Plan((), as_, encoding, keep=False, limit=time_limit), page)
        )
    mending = Mending(fix, diff, unsafe_fixes)
    mending.allow(paths, staged)
    if annotate and (fix or diff or staged or watch):
        tell("--annotate copies the file as it is: --fix, --diff, --staged and --watch do not go with it.")
        raise typer.Exit(ExitStatus.FAILED)
    annotation = Annotation(paths, annotate) if annotate else None
    mixed = fix or diff or watch or staged or changed or baseline or write_baseline or annotate or statistics
    goes_on = can_go_on(form, output_file) and not mixed and "-" not in (paths or ())
    if resume and not goes_on:
        tell(
            "--resume goes on with a file: it needs --output-file, and --format jsonl or concise, and no option that "
            "fixes, watches, counts or compares."
        )
        raise typer.Exit(ExitStatus.FAILED)

    def once() -> int:
        try:
            if staged:
                articles = staged_articles(paths, stdin_filename, choice, force_exclude)
            else:
                articles = articles_of(paths, stdin_filename, choice, force_exclude)
            plan = Plan(articles.settings, as_, encoding, keep=not no_cache, limit=time_limit, origins=statistics)
            worker = loaded(plan, articles.jobs)
            triage = Triage(wanted, articles)
        except Mistakes as mistakes:
            if form in MACHINE:
                put(report_as(form)([Result.of_problem(problem) for problem in mistakes.problems], page))
            raise
        reported = page._replace(rules=lambda: worker.rules, pages=site_of(articles.settings))
        if output_file is not None and goes_on and articles.jobs and (resume or len(articles.jobs) >= MANY):
            from factlint.cli.folder import FolderRun

            folder = FolderRun(articles, worker, triage, jobs)
            folder.into(output_file, form, reported, resume)
            return folder.end("never" if exit_zero else fail_on, quiet)
        run = Run(articles, worker, triage, mending, jobs, annotation)
        tally = Tally()
        put(run.output(tally, form, reported, statistics))
        return run.end(tally, paths, "never" if exit_zero else fail_on, quiet, staged or force_exclude, form in PEOPLE)

    def put(pieces: Iterator[str]) -> None:
        write_file(output_file, pieces) if output_file is not None else write(pieces)

    if watch:
        from factlint.cli.watch import watched

        watched(once, paths or ["."], choice)
    raise typer.Exit(once())


def named_archives(paths: list[str] | None) -> bool:
    """Whether the paths are archives; what is needed for them is imported only then."""
    if not any(
        path.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"))
        for path in paths or ()
    ):
        return False
    from factlint.cli.archive import are_archives

    return are_archives(paths)


#: The formats that other programs read, or show: they tell of mistakes and troubles too.
MACHINE = frozenset(
    {"json", "jsonl", "github", "sarif", "gitlab", "junit", "rdjson", "checkstyle", "azure", "html", "markdown"}
)  # fmt: skip


#: Those that nobody but people reads.
PEOPLE = frozenset({"full", "grouped"})


class Mending:
    """What is to be done with fixes."""

    def __init__(self, fix: bool, diff: bool, unsafe: bool) -> None:
        self.write = fix and not diff
        self.diff = diff
        self.unsafe = unsafe

    def allow(self, paths: list[str] | None, staged: bool) -> None:
        """Ends the program where there is no file that could be mended."""
        if self.write and (staged or "-" in (paths or ())):
            other = "--staged" if staged else "standard input; “factlint fix -” prints the mended text"
            tell(f"--fix does not go with {other}.")
            raise typer.Exit(ExitStatus.FAILED)


class Run:
    """One look at all articles."""

    def __init__(
        self,
        articles: Articles,
        worker: Worker,
        triage: Triage,
        mending: Mending,
        jobs: int,
        annotation: Annotation | None = None,
    ) -> None:
        self.articles = articles
        self.worker = worker
        self.triage = triage
        self.mending = mending
        self.jobs = jobs
        self.annotation = annotation
        self.mended = ""
        self.differs = False
        self.troubles: list[str] = []

    def output(self, tally: Tally, form: Format, page: Page, statistics: bool) -> Iterator[str]:
        """What is printed: the report, or the counts, or the difference that the fixes make."""
        jobs = self.articles.jobs
        results = self.triage.over(self.articles.run(self.worker, self.jobs), jobs)
        if self.annotation:
            results = self.annotation.over(results)
        if not (self.mending.write or self.mending.diff):
            yield from _printed(tally.over(results), tally, form, page, statistics, self.articles)
            return
        from factlint.cli.mending import Mender

        mender = Mender(self.worker, self.triage.told, self.mending.unsafe, self.mending.write)
        if self.mending.diff:
            yield from mender.differences(tally.over(results), jobs)
        else:
            yield from _printed(tally.over(mender.over(results, jobs)), tally, form, page, statistics, self.articles)
        self.mended, self.troubles, self.differs = mender.summary(), mender.troubles, bool(mender.done)

    def end(
        self, tally: Tally, paths: list[str] | None, fail_on: FailOn, quiet: bool, may_be_none: bool, for_people: bool
    ) -> int:
        """Tells how it went, and gives the exit status."""
        self.triage.finish(self.worker, paths or ["."], quiet)
        written = self.annotation.write() if self.annotation else []
        troubles = [str(trouble) for trouble in (*self.articles.troubles, *tally.troubles, *self.troubles, *written)]
        for trouble in troubles:
            tell(trouble)
        nothing = not tally.articles and not troubles
        if not quiet and nothing and may_be_none:
            tell("There is nothing to check: what was named is left out, or not staged.")
        elif not quiet:
            if self.mended:
                tell(self.mended)
            if tally.articles and not self.mending.diff:
                summary = tally.summary(self.triage.summary(), fixes=for_people)
                tell(wrapped(summary) if for_people else summary)
        if troubles or (nothing and not may_be_none):
            return ExitStatus.FAILED
        if self.mending.diff:
            return ExitStatus.FOUND if self.differs and fail_on != "never" else ExitStatus.CLEAN
        return ExitStatus.FOUND if tally.fails(fail_on) else ExitStatus.CLEAN


def _printed(
    results: Iterator[Result], tally: Tally, form: Format, page: Page, statistics: bool, articles: Articles
) -> Iterator[str]:
    """The report; of machines' formats with the paths that stand for nothing, or the counts instead."""
    if statistics:
        from factlint.cli.counts import Counts

        counts = Counts()
        for _ in counts.over(results):
            continue
        yield from counts.statistics(form)
        return
    yield from report_as(form)(_with_troubles(results, articles) if form in MACHINE else results, page)


def _with_troubles(results: Iterator[Result], articles: Articles) -> Iterator[Result]:
    yield from results
    for trouble in articles.troubles:
        yield Result(trouble.path, "", trouble=trouble.message)
