"""`factlint check` of folders with many articles: written as it comes, and gone on with where it was broken off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from factlint.cli.resumption import Resumption
from tests.cli.test_archive import Run, run

__all__ = ["run"]

FOUND = "The wall will be rebuilt, the council said on 4 May 2015. /EPA\n"
SOUND = "The pool will shut in May, the council said on 4 May 2015.\n"
OUT = ("check", ".", "--format", "jsonl", "-o", "../found.jsonl", "--no-cache")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("factlint.cli.folder.BATCH", 2)
    here = tmp_path / "archive"
    here.mkdir()
    for number in range(9):
        (here / f"{number}.txt").write_text(FOUND if number % 3 else SOUND, encoding="utf-8")
    (here / "4.txt").write_bytes(b"\x00\x01")
    monkeypatch.chdir(here)
    return here


def broken_off(monkeypatch: pytest.MonkeyPatch, articles: int) -> None:
    """Breaks runs off once so many articles have been noted."""
    note = Resumption._note

    def stopped(mine: Resumption, out: BinaryIO, run: dict[str, Any]) -> None:
        note(mine, out, run)
        if run["done"] >= articles:
            raise KeyboardInterrupt

    monkeypatch.setattr(Resumption, "_note", stopped)


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(*OUT, "--resume")
    expected = Path("../found.jsonl").read_bytes()
    assert [json.loads(line)["path"] for line in expected.splitlines()] == [
        "1.txt",
        "2.txt",
        "4.txt",
        "5.txt",
        "7.txt",
        "8.txt",
    ]
    assert not Path("../found.jsonl.progress").exists()
    assert whole.exit_code == 2  # for the one that is no text

    with monkeypatch.context() as patch:
        broken_off(patch, 6)
        run(*OUT, "--resume")
    assert len(Path("../found.jsonl").read_bytes().splitlines()) == 4
    with open("../found.jsonl", "ab") as file:
        file.write(b'{"half a li')
    again = run(*OUT, "--resume")
    assert Path("../found.jsonl").read_bytes() == expected
    assert again.stderr == whole.stderr


def test_what_was_accepted_before_the_break_is_counted_too(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("accept", "1.txt", "--all", "--by", "A. Lee", "--reason", "The agency is owed it.")
    with monkeypatch.context() as patch:
        broken_off(patch, 6)
        run(*OUT, "--resume")
    assert run(*OUT, "--resume").stderr.endswith("4 errors in 8 articles (1 accepted).\n")


def test_a_folder_that_has_changed_is_begun_anew(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        broken_off(patch, 6)
        run(*OUT, "--resume")
    (folder / "0.txt").write_text(FOUND + FOUND, encoding="utf-8")
    again = run(*OUT, "--resume")
    assert again.stderr.startswith("--resume: ../found.jsonl was made from other articles; it is begun anew.\n")
    assert json.loads(Path("../found.jsonl").read_bytes().splitlines()[0])["path"] == "0.txt"


def test_a_folder_of_many_is_written_as_it_comes(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.cli.check.MANY", 9)
    run(*OUT)
    expected = Path("../found.jsonl").read_bytes()
    with monkeypatch.context() as patch:
        broken_off(patch, 4)
        run(*OUT)
    assert Path("../found.jsonl.progress").exists()
    run(*OUT, "--resume")
    assert Path("../found.jsonl").read_bytes() == expected


@pytest.mark.parametrize("option", ["--fix", "--statistics", "--staged", "--format=sarif"])
def test_what_does_not_go_with_going_on_is_told(run: Run, folder: Path, option: str) -> None:
    done = run(*OUT, "--resume", option)
    assert (done.exit_code, done.stderr.startswith("--resume goes on with a file")) == (2, True)
