"""Writing to standard output and standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any, Literal, TextIO, cast

from factlint.cli.exit_status import ExitStatus
from factlint.visible import visible_lines

Colour = Literal["auto", "always", "never"]


def guard_streams() -> None:
    """Standard output that is closed is as good as one to nowhere; standard error shows no raw control character."""
    if sys.stdout is None:
        _closed.append(True)
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    else:
        sys.stderr = cast("TextIO", _Guarded(sys.stderr))


class _Guarded:
    """A stream that shows no raw control character; `plain` is the stream itself."""

    def __init__(self, plain: TextIO) -> None:
        self.plain = plain

    def write(self, text: str) -> int:
        self.plain.write(visible_lines(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.plain, name)


_closed: list[bool] = []


def write(pieces: Iterable[str]) -> None:
    """Writes to standard output in UTF-8; a reader that went away ends the program quietly.

    Where nothing can be written, as on a full disk, the program ends with a sentence.
    """
    _as_utf8(sys.stdout)
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        _to_nowhere()
        raise SystemExit(ExitStatus.CLOSED) from None
    except OSError as error:
        _to_nowhere()
        tell(f"factlint: the output could not be written: {(error.strerror or str(error)).lower()}.")
        raise SystemExit(ExitStatus.FAILED) from None
    if _closed:
        tell("factlint: the output could not be written: standard output is closed.")
        raise SystemExit(ExitStatus.FAILED)


def write_file(file: str, pieces: Iterable[str]) -> None:
    """Writes a file whole, in UTF-8, and holds no more of it than a piece; ends the program where it cannot."""
    from factlint.store import put_pieces

    raw = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    try:
        if os.path.exists(file) and not os.path.isfile(file):
            with open(file, "wb") as stream:  # a pipe or a device stays what it is
                stream.writelines(raw)
        else:
            put_pieces(file, raw)
    except OSError as error:
        tell(f"--output-file: {file} cannot be written: {(error.strerror or str(error)).lower()}.")
        raise SystemExit(ExitStatus.FAILED) from None


def tell(line: str) -> None:
    """A line, or lines, on standard error, without raw control characters."""
    _as_utf8(sys.stderr)
    try:
        sys.stderr.write(visible_lines(line) + "\n")
    except OSError:
        return  # nobody is there to be told


def _to_nowhere() -> None:
    # What Python still holds would be flushed at exit and fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def wrapped(sentence: str) -> str:
    """A sentence as lines that fit, broken between words."""
    import textwrap

    return textwrap.fill(sentence, width(), break_long_words=False, break_on_hyphens=False)


def _as_utf8(stream: TextIO) -> None:
    if hasattr(stream, "reconfigure") and stream.errors != "backslashreplace":
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
