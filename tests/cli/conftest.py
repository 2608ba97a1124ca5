"""The program run as a user runs it, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Program = Callable[..., Ran]


def cache_beside(folder: Path) -> Path:
    """Where the program keeps findings: not below what it checks."""
    return folder.with_name(folder.name + "-cache")


@pytest.fixture
def factlint(tmp_path: Path) -> Program:
    """Runs `python -m factlint ARGUMENTS` in tmp_path, with a cache of its own."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            env={**os.environ, "FACTLINT_CACHE_DIR": str(cache_beside(tmp_path)), **environment},
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
