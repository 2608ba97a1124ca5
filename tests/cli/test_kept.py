"""Findings kept between runs: the same output, and nothing kept longer than it is true."""

import marshal
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Ran

RULE = """\
code: XYZ101
name: {name}
severity: error
summary: A word.
flag: text
pattern: '\\bbridge\\b'
message: "{message} “{{text}}”"
why: It is a test.
flagged: ["The [[bridge]] shut.", "A [[bridge]] is shut.", "One [[bridge]] opened."]
passed: ["The road shut.", "The bridges shut.", "A bridgehead was shut."]
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a-word.yml").write_text(RULE.format(name="a-word", message="Here stands"))
    path = tmp_path / "a.txt"
    path.write_text("The bridge was opened by the mayor.\n")
    return path


def check(factlint: Program, *more: str) -> Ran:
    return factlint("check", "a.txt", "--rules", "rules", "--no-default-rules", *more)


def kept(folder: Path) -> int:
    return sum(len(marshal.loads(file.read_bytes())[1]) for file in (folder / ".cache").glob("findings-*.bin"))


def test_the_second_run_says_what_the_first_said(factlint: Program, article: Path) -> None:
    first = check(factlint, "--format", "json")
    assert "Here stands “bridge”" in first.out
    assert kept(article.parent) == 1
    assert check(factlint, "--format", "json") == first


def test_a_changed_article_is_checked_again(factlint: Program, article: Path) -> None:
    check(factlint)
    article.write_text("The mayor opened the old bridge.\n")
    assert check(factlint).out.startswith("a.txt:1:26: warning XYZ101")


def test_a_changed_rule_is_asked_again(factlint: Program, article: Path) -> None:
    check(factlint)
    (article.parent / "rules" / "a-word.yml").write_text(RULE.format(name="a-word", message="There stood once"))
    assert "There stood once “bridge”" in check(factlint).out


def test_a_rule_that_has_become_wrong_is_told(factlint: Program, article: Path) -> None:
    check(factlint)
    (article.parent / "rules" / "a-word.yml").write_text("- a list")
    ran = check(factlint)
    assert (ran.status, ran.out) == (2, "")
    assert "this file is a list" in ran.err


def test_another_configuration_has_findings_of_its_own(factlint: Program, article: Path) -> None:
    assert check(factlint).err == "1 error in 1 article.\n"
    assert check(factlint, "--ignore", "XYZ").out == ""
    (article.parent / "factlint.yml").write_text("severity: {XYZ101: warning}")
    assert check(factlint).err == "1 warning in 1 article.\n"


def test_a_copy_under_another_name_is_reported_under_that_name(factlint: Program, article: Path) -> None:
    check(factlint)
    (article.parent / "b.txt").write_bytes(article.read_bytes())
    assert factlint("check", "b.txt", "--rules", "rules", "--no-default-rules").out.startswith(
        "b.txt:1:5: warning XYZ101"
    )


def test_nothing_is_taken_or_kept_where_that_is_not_wanted(factlint: Program, article: Path) -> None:
    ran = check(factlint, "--no-cache")
    assert ran.status == 1
    assert kept(article.parent) == 0


@pytest.mark.parametrize("content", [b"", b"rubbish"])
def test_a_broken_file_is_as_good_as_none(factlint: Program, article: Path, content: bytes) -> None:
    first = check(factlint)
    for file in (article.parent / ".cache").iterdir():
        file.write_bytes(content)
    assert check(factlint) == first


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(factlint: Program, article: Path) -> None:
    (article.parent / "taken").write_text("")
    ran = factlint(
        "check", "a.txt", "--rules", "rules", "--no-default-rules", FACTLINT_CACHE_DIR=str(article.parent / "taken")
    )
    assert ran.status == 1
