"""The program run as a user runs it, in a folder of its own."""

import os
import shutil
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


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for caches with the product's rules loaded: to read their YAML takes longer than most tests."""
    folder = tmp_path_factory.mktemp("warm")
    environment = {**os.environ, "FACTLINT_CACHE_DIR": str(folder)}
    command = [sys.executable, "-m", "factlint", "check", "-"]
    subprocess.run(command, input=b"Nothing.", env=environment, capture_output=True, check=False, cwd=folder)
    return folder


@pytest.fixture
def factlint(tmp_path: Path, warm: Path) -> Program:
    """Runs `python -m factlint ARGUMENTS` in tmp_path, with a cache of its own that has the product's rules."""
    (tmp_path / ".cache").mkdir(exist_ok=True)
    for file in [*warm.glob("rules-*"), *warm.glob("lists-*")]:
        shutil.copy2(file, tmp_path / ".cache")

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "factlint", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            env={**os.environ, "FACTLINT_CACHE_DIR": str(tmp_path / ".cache"), **environment},
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
