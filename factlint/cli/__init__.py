"""The command line: options in, exit status out. A command is a module; only the one asked for is imported."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

#: The commands in the order of the help page; each is a function of the module of the same name.
COMMANDS = (
    "check", "report", "worksheet", "fix", "accept", "accepted", "facts", "rules", "rule", "test", "config", "files",
    "init", "lsp",
)  # fmt: skip


def application(arguments: Sequence[str]) -> typer.Typer:
    """The program with the command that the arguments name, or with all of them where they name none."""
    import typer

    from factlint.cli.root import root

    app = typer.Typer(
        callback=root,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    )
    named = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in (named,) if named else COMMANDS:
        app.command(name)(getattr(import_module(f"factlint.cli.{name}"), name))
    return app


def main() -> None:
    """The console script."""
    import gc
    import signal

    from factlint.cli.exit_status import ExitStatus
    from factlint.cli.output import guard_streams
    from factlint.interrupt import InterruptError, interrupt

    # What a run makes it keeps to its end, or drops without cycles. One look through all that the rules and lists are
    # made of takes as long as an article, so there is none before these are there.
    gc.set_threshold(300_000, 20, 20)
    guard_streams()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    status: object = 0
    try:
        arguments = with_revision(sys.argv[1:])
        application(arguments)(arguments, prog_name="factlint")
    except SystemExit as end:
        status = end.code
    except InterruptError as stop:
        status = _told(str(stop), ExitStatus.INTERRUPTED if stop.by_hand else ExitStatus.FAILED)
    except MemoryError:
        status = _told("there is not enough memory for this run.", ExitStatus.FAILED)
    except Exception as error:
        if "FACTLINT_TRACEBACK" in os.environ:
            raise
        from factlint.run import fault

        status = _told(f"{fault(error)} FACTLINT_TRACEBACK=1 shows the way there.", ExitStatus.FAILED)
    _leave(status)


def with_revision(arguments: list[str]) -> list[str]:
    """The arguments with HEAD for a `--changed` that names no revision, before a file, an option or nothing."""
    if "--changed" not in arguments:
        return arguments
    at = arguments.index("--changed")
    following = arguments[at + 1] if at + 1 < len(arguments) else "-"
    if not following.startswith("-") and not os.path.exists(following):
        return arguments
    return [*arguments[:at], "--changed=HEAD", *arguments[at + 1 :]]


def _told(sentence: str, status: int) -> int:
    from factlint.cli.output import tell

    tell(f"factlint: {sentence}")
    return status


def _leave(status: object) -> None:
    """Ends the program without taking apart, piece by piece, what is thrown away at once anyway."""
    if not isinstance(status, int):
        sys.exit(status)  # type: ignore[arg-type]
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(status)
