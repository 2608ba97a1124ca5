"""`factlint fix`, `check --fix`, and the options that change what is printed."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Program

NINE = Path(__file__).parents[1] / "read" / "nine"
TWICE = "The council shut the the pool.\n"
ONCE = "The council shut the pool.\n"
WEEKDAY = "It reopened on Monday 5 May 2015.\n"


def test_fix_mends_files_whole_and_says_what_it_did(factlint: Program, tmp_path: Path) -> None:
    story = tmp_path / "real.txt"
    story.write_bytes(TWICE.replace("\n", "\r\n").encode())
    story.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(story)
    ran = factlint("fix", "link.txt", "--diff")
    assert ran.status == 1
    assert ran.out.startswith("--- link.txt\n+++ link.txt\n@@ -1 +1 @@\n-The council shut the the pool.")
    assert story.read_bytes() == TWICE.replace("\n", "\r\n").encode(), "a diff changes nothing"
    ran = factlint("fix", "link.txt")
    assert (ran.status, ran.out, ran.err) == (0, "link.txt: 1 fix\n", "1 fix done in 1 article.\n")
    assert story.read_bytes() == ONCE.replace("\n", "\r\n").encode()
    assert (tmp_path / "link.txt").is_symlink()
    assert story.stat().st_mode & 0o777 == 0o640
    assert factlint("fix").err == "No fixes done.\n"
    # Nothing is left beside what was there; findings may be kept in the folder that the tests name for it.
    assert {path.name for path in tmp_path.iterdir()} - {".cache"} == {"link.txt", "real.txt"}


def test_check_mends_and_prints_the_rest(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWICE + "\n" + WEEKDAY)
    ran = factlint("check", "--fix", "--select", "RES,DAT101")
    assert [line.split()[2] for line in ran.out.splitlines()] == ["DAT101"]
    assert ran.err == "1 fix done in 1 article.\n1 error in 1 article.\n"
    ran = factlint("check", "--diff", "--unsafe-fixes", "--select", "DAT101")
    assert (ran.status, "+It reopened on Tuesday 5 May 2015." in ran.out) == (1, True)
    assert (tmp_path / "a.txt").read_text() == ONCE + "\n" + WEEKDAY


def test_standard_input_is_mended_to_standard_output(factlint: Program) -> None:
    ran = factlint("fix", "-", stdin=TWICE.encode())
    assert (ran.status, ran.out) == (0, ONCE)
    ran = factlint("check", "-", "--fix", stdin=TWICE.encode())
    assert (ran.status, ran.err) == (
        2,
        "--fix does not go with standard input; “factlint fix -” prints the mended text.\n",
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_file_that_cannot_be_written_gets_a_sentence(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TWICE)
    (tmp_path / "in").chmod(0o500)
    ran = factlint("fix")
    assert ran.status == 2
    assert ran.err.startswith("in/a.txt: it could not be mended: it cannot be written: permission denied.\n")


def test_findings_go_to_a_file_and_counts_come_by_rule(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge reopened on Friday. /EPA\n")
    ran = factlint("check", "--select", "RES", "--output-file", "found.json", "--format", "json", "--quiet")
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    rows = json.loads((tmp_path / "found.json").read_text())
    assert [(row["code"], row["fix"]["safe"]) for row in rows] == [("RES101", True)]
    ran = factlint("check", "--select", "RES", "--statistics", "--exit-zero")
    assert (ran.status, ran.out.splitlines()[0]) == (0, "        1  RES101  error    credit-left")
    ran = factlint("check", "--select", "RES101", "--format", "full", "--show-source", "no")
    assert "│" not in ran.out
    assert ran.err == "1 error in 1 article. 1 can be mended with “factlint fix”.\n"


def test_a_document_is_left_to_the_program_that_wrote_it(factlint: Program, tmp_path: Path) -> None:
    for name in ("story.docx", "story.odt"):
        (tmp_path / name).write_bytes((NINE / name).read_bytes())
    ran = factlint("fix", "story.docx", "story.odt")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == (
        "story.docx: a document is mended in the program that wrote it; "
        "“factlint check --annotate” writes a copy with a comment at each place.\n"
        "story.odt: a document is mended in the program that wrote it.\n"
        "No fixes done.\n"
    )
