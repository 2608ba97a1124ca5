"""`factlint accept`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.articles import articles_of, failed, loaded
from factlint.cli.exit_status import ExitStatus
from factlint.cli.options import Config, Encoding, ExtendSelect, FormatOption, codes
from factlint.cli.output import tell, write
from factlint.config.settings import Choice
from factlint.record import NamedTuple
from factlint.run import Plan

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.lint.findings import Finding, Lines
    from factlint.run import Job, Result

_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?(?::\d+)?$", re.DOTALL)


class Where(NamedTuple):
    """A place on the command line: STORY.txt, STORY.txt:12 or STORY.txt:12:5."""

    path: str
    line: int | None


def accept(
    place: Annotated[str, typer.Argument(metavar="FILE[:LINE]", help="Where the finding is.")],
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CODES]...", help="The rules whose findings there are right as they are."),
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it may stand.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.  [default: git's user.name]")] = None,
    all_: Annotated[bool, typer.Option("--all", help="All findings there, whatever their rules.")] = False,
    extend_select: ExtendSelect = None,
    as_: FormatOption = None,
    encoding: Encoding = None,
    config: Config = None,
) -> None:
    """Accept findings: they are not told again while their sentences stay as they are.

    What is accepted stands in factlint-accepted.yml, beside the configuration.
    """
    from factlint.triage.accepting import git_name

    who, why = by or git_name(), (reason or "").strip()
    if not rules and not all_:
        raise _refused("Name the rules whose findings are accepted, or give --all.")
    if not why:
        raise _refused('Say why, for those who come after you: --reason "known to every reader".')
    if not who:
        raise _refused('Say who accepts this: --by "A. Lee".')
    where = _where(place)
    articles = articles_of([where.path], "-", Choice(config=config, extend=codes(extend_select)))
    if articles.troubles or len(articles.jobs) != 1:
        raise _refused(
            str(articles.troubles[0]) if articles.troubles else f"{where.path} is a folder; name an article."
        )
    worker = loaded(Plan(articles.settings, as_, encoding), articles.jobs)
    result = worker(articles.jobs[0])
    worker.finish()
    if result.trouble is not None:
        raise _refused(f"{result.path}: {result.trouble}")
    wanted = codes(rules) if not all_ else None
    _must_be_rules(wanted or (), articles.settings[articles.jobs[0].settings])
    found = _chosen(result, where, wanted)
    _keep(result, articles.jobs[0], articles.settings[articles.jobs[0].settings], found, (who, why), anew=not all_)


def _refused(sentence: str) -> typer.Exit:
    tell(sentence)
    return typer.Exit(ExitStatus.FAILED)


def _must_be_rules(wanted: tuple[str, ...], settings: Settings) -> None:
    """Ends the program where a code, a beginning of codes or a name is that of no rule."""
    from factlint.lint.choose import no_rule
    from factlint.lint.rulebook import names, rulebook_of

    rules = rulebook_of(settings).rules
    for entry in wanted:
        if not any(names(entry, rule.code, rule.name) for rule in rules):
            raise _refused(no_rule(entry, rules))


def _where(place: str) -> Where:
    if os.path.exists(place):
        return Where(place, None)
    match = _PLACE.match(place)
    return Where(match["path"], int(match["line"]) if match["line"] else None) if match else Where(place, None)


def _chosen(result: Result, where: Where, wanted: tuple[str, ...] | None) -> list[Finding]:
    """The findings at a place, by the rules that are wanted, or by all; ends the program where there are none."""
    from factlint.lint.findings import Lines
    from factlint.lint.rulebook import names

    lines = Lines(result.source)

    def is_there(finding: Finding) -> bool:
        first, last = lines.at(finding.start)[0], lines.at(max(finding.start, finding.end - 1))[0]
        return where.line is None or first <= where.line <= last

    there = [finding for finding in result.findings if is_there(finding)]
    shown = f"{result.path}:{where.line}" if where.line else result.path
    if wanted is None and there:
        return there
    for code in wanted or ():
        if not any(names(code, finding.code, finding.rule) for finding in there):
            others = [f for f in result.findings if names(code, f.code, f.rule)]
            raise _refused(f"{shown}: {code} finds nothing here{_elsewhere(others, there, lines)}.")
    chosen = [f for f in there if any(names(code, f.code, f.rule) for code in wanted or ())]
    if not chosen:
        raise _refused(f"{shown}: there is nothing here to accept.")
    return chosen


def _elsewhere(others: list[Finding], there: list[Finding], lines: Lines) -> str:
    """Where a rule does find something, else what others find at the place."""
    if others:
        return ", but it does in line " + ", ".join(dict.fromkeys(str(lines.at(one.start)[0]) for one in others))
    return (
        f"; what does: {', '.join(dict.fromkeys(one.code for one in there))}" if there else ", nor does any other rule"
    )


def _keep(
    result: Result, job: Job, settings: Settings, found: list[Finding], said: tuple[str, str], *, anew: bool
) -> None:
    """Adds the findings to the file of accepted ones, and says so."""
    from factlint.read.files import shown
    from factlint.triage.accepted import NAME
    from factlint.triage.accepting import accept_findings, file_to_write
    from factlint.yamlfile import ProblemsError

    file = file_to_write(settings, job.file.place)
    try:
        merged = accept_findings(file, result, job.file.place, found, *said, anew=anew)
    except ProblemsError as error:
        raise failed(error) from None
    except OSError as error:
        raise _refused(f"{shown(file)} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    words = (" ".join(result.source[finding.start : finding.end].split()) for finding in found)
    write(f"{result.path}: {f.code} “{said[:60]}” is accepted.\n" for f, said in zip(found, words, strict=True))
    if merged:
        tell(f"{merged}: git is told to merge {NAME} line by line.")
