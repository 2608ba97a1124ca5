"""`factlint check --statistics` of folders: by rule, and by paper and month as each article tells them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_archive import Run, run

__all__ = ["run"]

FOUND = "The wall will be rebuilt, the council said on 4 May 2015. /EPA\n"
SOUND = "The pool will shut in May, the council said on 4 May 2015.\n"
PAGE = (
    "<html><head><title>Pool to shut</title><meta property='og:site_name' content='The Mercury'>"
    "<meta property='article:published_time' content='2015-05-05T08:00:00Z'></head>"
    f"<body><article><h1>Pool to shut</h1><p>{SOUND}</p></article></body></html>"
)
NONE = {"errors": 0, "warnings": 0, "notes": 0, "per_thousand_words": 0.0}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    gazette = tmp_path / "Gazette"
    gazette.mkdir()
    (gazette / "wall.txt").write_text(f"Wall to be rebuilt\n\n5 May 2015\n\n{FOUND}", encoding="utf-8")
    (gazette / "pool.txt").write_text(SOUND, encoding="utf-8")
    (gazette / "pool.html").write_text(PAGE, encoding="utf-8")
    front = "---\ntitle: Pool to shut\npublication: The Herald\ndate: 2015-06-01\n---\n\n"
    (gazette / "pool.md").write_text(front + SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return gazette


def counted(run: Run, *options: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in run("check", *options, "--statistics", "--format", "jsonl").stdout.splitlines()
    ]


def test_findings_are_counted_by_rule_paper_and_month(run: Run, folder: Path) -> None:
    rows = counted(run, "Gazette", "--no-cache")
    assert rows[0] == {"code": "RES101", "rule": "credit-left", "severity": "error", "count": 1}
    assert [(row["outlet"], row["articles"], row["errors"]) for row in rows if "outlet" in row] == [
        ("Gazette", 2, 1),
        ("The Herald", 1, 0),
        ("The Mercury", 1, 0),
    ]
    assert [(row["month"], row["articles"], row["errors"]) for row in rows if "month" in row] == [
        (None, 1, 0),
        ("2015-05", 2, 1),
        ("2015-06", 1, 0),
    ]


def test_words_are_counted_without_markup(run: Run, folder: Path) -> None:
    rows = counted(run, "Gazette/pool.html", "--no-cache")
    assert rows[0] == {"outlet": "The Mercury", "articles": 1, "words": 16, **NONE}


def test_what_is_known_from_an_earlier_run_is_counted_alike(run: Run, folder: Path) -> None:
    assert counted(run, "Gazette") == counted(run, "Gazette") == counted(run, "Gazette", "--no-cache")


def test_a_file_of_the_folder_at_hand_counts_for_its_name(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert counted(run, "pool.txt", "--no-cache")[0]["outlet"] == "Gazette"


def test_people_read_a_table(run: Run, folder: Path) -> None:
    lines = run("check", "Gazette", "--statistics", "--no-cache").stdout.splitlines()
    assert lines[0] == "        1  RES101  error    credit-left"
    assert lines[2] == " articles        words    errors  warnings  per 1,000  outlet"
    assert lines[-1].endswith("  2015-06")
