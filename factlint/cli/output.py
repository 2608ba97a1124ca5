"""Writing to standard output and standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Literal, TextIO

from factlint.cli.exit_status import ExitStatus

Colour = Literal["auto", "always", "never"]


def write(pieces: Iterable[str]) -> None:
    """Writes to standard output in UTF-8, a reader that went away ends the program quietly."""
    _as_utf8(sys.stdout)
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # What Python still holds would be flushed at exit and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(ExitStatus.CLOSED) from None


def write_file(file: str, pieces: Iterable[str]) -> None:
    """Writes a file whole, in UTF-8; ends the program where that cannot be done."""
    from factlint.store import put_whole

    raw = "".join(pieces).encode("utf-8", "backslashreplace")
    try:
        if os.path.exists(file) and not os.path.isfile(file):
            with open(file, "wb") as stream:  # a pipe or a device stays what it is
                stream.write(raw)
        else:
            put_whole(file, raw)
    except OSError as error:
        tell(f"--output-file: {file} cannot be written: {(error.strerror or str(error)).lower()}.")
        raise SystemExit(ExitStatus.FAILED) from None


def tell(line: str) -> None:
    """A line on standard error."""
    _as_utf8(sys.stderr)
    sys.stderr.write(line + "\n")


def coloured(choice: Colour, stream: TextIO) -> bool:
    """Whether to write colours: as chosen, else NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to write for: the terminal's, 100 where there is none."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return 100
    from shutil import get_terminal_size

    return max(40, get_terminal_size((100, 24)).columns)


def _as_utf8(stream: TextIO) -> None:
    if hasattr(stream, "reconfigure") and stream.errors != "backslashreplace":
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
