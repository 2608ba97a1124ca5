"""Results → text: one module a format, each a function from results to pieces of output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lint.rule import Rule
    from factlint.run import Result

Format = Literal[
    "full", "concise", "grouped", "json", "jsonl", "github", "gitlab", "azure", "sarif", "rdjson", "junit",
    "checkstyle", "markdown", "html",
]  # fmt: skip
FORMATS: tuple[Format, ...] = get_args(Format)


class Page(NamedTuple):
    """What a report is written for.

    width: columns of the terminal.
    colour: whether escape sequences for colours are wanted.
    rules: gives the rules that were run.
    source: whether the article's lines are shown.
    pages: the address of the site with the rules' pages, or "" where there is none.
    """

    width: int = 100
    colour: bool = False
    rules: Callable[[], tuple[Rule, ...]] = tuple
    source: bool = True
    pages: str = ""


Report = Callable[["Iterable[Result]", Page], Iterator[str]]


def report_as(format: Format) -> Report:
    """The report of a format; its module is imported only here."""
    report: Report = import_module(f"factlint.report.{format}_report").report
    return report
