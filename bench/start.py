"""How long a run takes from a cold start, against the least that a program of the same kind can take."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

_BARE = "import typer\napp = typer.Typer()\n@app.command()\ndef main() -> None:\n    typer.echo('1')\napp()\n"


class Start(NamedTuple):
    """Seconds of the processor that a run took, the median of all rounds, by what was known before it.

    bare: a program of Typer that prints one line.
    first: with empty caches.
    uncached: an article that no run has seen, all else warm.
    cached: an article whose findings are known.
    """

    bare: float
    first: float
    uncached: float
    cached: float


def measure(article: Path, rounds: int) -> Start:
    """Runs the installed command on one article, each kind of run beside the bare program in every round."""
    took: dict[str, list[float]] = {name: [] for name in Start._fields}
    check = [sys.executable, "-m", "factlint", "check", "-q", str(article)]
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(_BARE, "utf-8")
        warm = {**os.environ, "FACTLINT_CACHE_DIR": str(Path(folder, "warm"))}
        _seconds(check, warm)
        for number in range(rounds):
            empty = {**os.environ, "FACTLINT_CACHE_DIR": str(Path(folder, str(number)))}
            took["bare"].append(_seconds([sys.executable, str(bare)], warm))
            took["first"].append(_seconds(check, empty))
            took["uncached"].append(_seconds([*check, "--no-cache"], warm))
            took["cached"].append(_seconds(check, warm))
    return Start(**{name: median(seconds) for name, seconds in took.items()})


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    """Processor time of a child and of its own children."""
    before = os.times()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def words_a_second(folder: Path, jobs: int, rounds: int) -> float:
    """Words of a folder's text files that one run checks in a second of the clock; the best of the rounds."""
    words = sum(len(path.read_text("utf-8").split()) for path in sorted(folder.rglob("*.txt")))
    command = [sys.executable, "-m", "factlint", "check", "-q", "--no-cache", "--jobs", str(jobs), str(folder)]
    best = 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        best = max(best, words / (time.perf_counter() - began))
    return best


def memory(folder: Path) -> int:
    """Bytes of memory that one run over a folder takes at its highest, in one process."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-m", "factlint", "check", "-q", "--no-cache", "--jobs", "1", str(folder)]
    run = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(run.stdout) * 1024
