"""Colours, the progress bar, interruptions."""

import io
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factlint.cli import progress
from factlint.cli.output import Colour, coloured
from factlint.cli.progress import Progress
from tests.cli.conftest import Program


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_follow_the_option_then_the_environment_then_the_terminal(
    choice: Colour, terminal: bool, environment: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert coloured(choice, Terminal() if terminal else io.StringIO()) is wanted


def shown(monkeypatch: pytest.MonkeyPatch, patience: float) -> str:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    assert list(Progress(2).over(["a", "b"])) == ["a", "b"]
    return screen.getvalue()


def test_a_short_run_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 60.0) == ""


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(monkeypatch, -1.0)
    assert "███████████████░░░░░░░░░░░░░░░ 1 of 2 articles" in screen
    assert screen.endswith("\r\x1b[K")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factlint", "check", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        wait_for_input(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == 130
    assert out == b""
    assert err == b"factlint: interrupted.\n"


def wait_for_input(process: int) -> None:
    """Waits until a process waits to read, where the system tells it, or else for a while."""
    channel = Path(f"/proc/{process}/wchan")
    for _ in range(600):
        time.sleep(0.1 if channel.exists() else 2)
        if not channel.exists() or "pipe" in channel.read_text():
            return


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_lines_for_people_fit_their_terminal(factlint: Program, tmp_path: Path, columns: int) -> None:
    (tmp_path / "a.txt").write_text("The bridge reopened on the the Friday before the vote, the council said. /EPA\n")
    ran = factlint("check", "--format", "full", COLUMNS=str(columns))
    assert max(map(len, (ran.out + ran.err).splitlines())) <= columns
    assert " ".join(ran.err.split()).endswith("2 can be mended with “factlint fix”.")
