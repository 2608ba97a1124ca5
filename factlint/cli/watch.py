"""`factlint check --watch`: look again whenever an article, a rule or a configuration has changed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NoReturn

import typer

from factlint.cli.output import tell
from factlint.config.settings import Choice

#: Seconds between two looks at the files' times.
_PAUSE = 0.4
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_WATCHED = (".yml", ".yaml", ".toml", ".gitignore")


def watched(once: Callable[[], int], paths: list[str], choice: Choice) -> NoReturn:
    """Runs again and again, until somebody presses Ctrl-C."""
    if "-" in paths:
        tell("--watch does not go with standard input.")
        raise typer.Exit(2)
    before: object = None
    while True:
        now = tuple(_times([*paths, *choice.rules, os.curdir]))
        if now != before:
            before = now
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            # What is wrong has been told; it may be right the next time.
            with suppress(typer.Exit):
                once()
            tell(f"{time.strftime('%H:%M:%S')}: waiting for a change; Ctrl-C ends.")
            sys.stdout.flush()
            sys.stderr.flush()
        time.sleep(_PAUSE)


def _times(paths: list[str]) -> Iterator[tuple[str, int, int]]:
    """The files that a run may depend on, each with its time of change and its size."""
    from factlint.read import SUFFIXES
    from factlint.read.files import SKIPPED

    suffixes = (*SUFFIXES, *_WATCHED)
    for path in dict.fromkeys(paths):
        for folder, names, files in (
            os.walk(path) if os.path.isdir(path) else [(os.path.dirname(path), [], [os.path.basename(path)])]
        ):
            names[:] = sorted(name for name in names if name not in SKIPPED and not name.startswith("."))
            for name in sorted(files):
                place = os.path.join(folder, name)
                if place == path or name.lower().endswith(suffixes):
                    try:
                        status = os.stat(place)
                    except OSError:
                        continue
                    yield place, status.st_mtime_ns, status.st_size
