"""A report that can be gone on with: beside the file stands how far the run that writes it has come."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, BinaryIO

import typer

from factlint.cli.exit_status import ExitStatus
from factlint.cli.output import tell
from factlint.read.files import reason, shown

#: The formats that can go on where a run was broken off.
LINED = frozenset({"jsonl", "concise"})
#: Articles of folders from which on such a report is written as it comes, asked or not.
MANY = 1_000


class Resumption:
    """A file that is written batch by batch.

    file: the report.
    state: what the report is made from, as plain data; what was noted of another state says nothing.
    source: what that is called in a sentence.
    """

    def __init__(self, file: str, state: object, source: str) -> None:
        self.file = file
        self._state = state
        self._source = source
        self._beside = file + ".progress"
        self._at = 0

    def begun(self) -> dict[str, Any]:
        """What an earlier run has noted; nothing where there is nothing to go on with."""
        try:
            with open(self._beside, "rb") as stream:
                noted = json.loads(stream.read())
            if noted["state"] != self._state or os.path.getsize(self.file) < noted["at"]:
                tell(f"--resume: {shown(self.file)} was made from other {self._source}; it is begun anew.")
                return {}
            self._at = int(noted["at"])
            return dict(noted["run"])
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def written(self, batches: Iterable[tuple[Iterable[str], dict[str, Any]]]) -> None:
        """Writes batches behind what stands, after each what is to be noted; ends the program where it cannot."""
        try:
            with open(self.file, "r+b" if self._at else "wb") as out:
                out.seek(self._at)
                out.truncate()
                for pieces, run in batches:
                    out.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
                    out.flush()
                    self._note(out, run)
            with suppress(FileNotFoundError):
                os.remove(self._beside)
        except OSError as error:
            tell(f"--output-file: {self.file}: {reason(error)}.")
            raise typer.Exit(ExitStatus.FAILED) from None

    def _note(self, out: BinaryIO, run: dict[str, Any]) -> None:
        from factlint.store import put_whole

        put_whole(self._beside, json.dumps({"at": out.tell(), "state": self._state, "run": run}).encode())


def can_go_on(form: str, file: str | None) -> bool:
    """Whether a report of this form into this file can be gone on with: one of lines, and no pipe or device."""
    return form in LINED and file is not None and (os.path.isfile(file) or not os.path.exists(file))


def state_of(paths: Iterable[str]) -> list[list[object]]:
    """Path, size and time of every file that is there."""
    found: list[list[object]] = []
    for path in paths:
        with suppress(OSError):
            status = os.stat(path)
            found.append([os.path.abspath(path), status.st_size, status.st_mtime_ns])
    return found
