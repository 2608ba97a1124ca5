"""`factlint check --annotate`: a copy of a Word file with each finding as a comment at its words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell

if TYPE_CHECKING:
    from factlint.run import Result

_AUTHOR = "factlint"

Annotate = Annotated[
    str | None,
    typer.Option("--annotate", metavar="FILE", help="Write a copy of a Word file there, each finding a comment in it."),
]


class Annotation:
    """The copy that is to be written once the findings are known."""

    def __init__(self, paths: list[str] | None, target: str) -> None:
        """Ends the program where there is not one Word file to copy, or the copy would take its place."""
        story = paths[0] if paths and len(paths) == 1 else ""
        if not story.lower().endswith(".docx") or os.path.isdir(story):
            tell("--annotate writes a copy of one Word file: name that (story.docx), and nothing else.")
            raise typer.Exit(ExitStatus.FAILED)
        if os.path.realpath(story) == os.path.realpath(target):
            tell("--annotate writes a copy: name another file for it.")
            raise typer.Exit(ExitStatus.FAILED)
        self._story, self._target = story, target
        self._results: list[Result] = []

    def over(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, remembered."""
        for result in results:
            self._results.append(result)
            yield result

    def write(self) -> list[str]:
        """Writes the copy; what went wrong, a sentence each."""
        from factlint.read.decode import ReadError
        from factlint.read.files import reason
        from factlint.read.office.comments import Comment, commented
        from factlint.store import put_whole

        comments = []
        for result in self._results:
            if result.trouble is not None:
                return []  # it is told already
            for finding in result.findings:
                said = f"{finding.code} {finding.severity}: {finding.message}"
                related = [f"{result.source[other.start : other.end]}: {other.message}" for other in finding.related]
                lines = (said, *related, *([finding.help] if finding.help else []))
                comments.append(Comment(finding.start, finding.end, lines))
        try:
            with open(self._story, "rb") as file:
                raw = file.read()
            put_whole(self._target, commented(raw, comments, _AUTHOR))
        except ReadError as error:
            return [f"{self._target}: it could not be written: {error}."]
        except OSError as error:
            return [f"{self._target}: it could not be written: {reason(error)}."]
        return []
