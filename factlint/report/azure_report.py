"""Logging commands of Azure Pipelines, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import worst_first
from factlint.run import Result

#: Azure has two kinds; a note is a warning there.
_LEVELS = {"error": "error", "warning": "warning", "note": "warning"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A command for each finding."""
    for entry in worst_first(results):
        line, column = entry.start
        place = {"type": _LEVELS[entry.severity], "sourcepath": entry.path, "linenumber": line, "columnnumber": column}
        place["code"] = entry.code
        properties = "".join(f"{name}={_property(str(value))};" for name, value in place.items())
        yield f"##vso[task.logissue {properties}]{_data(entry.text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
