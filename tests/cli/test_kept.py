"""Findings kept between runs: the same output, and nothing kept longer than it is true."""

import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Ran, cache_beside

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
    return sum(len(file.read_text().splitlines()) - 2 for file in cache_beside(folder).glob("findings-*.txt"))


def test_the_second_run_says_what_the_first_said(factlint: Program, article: Path) -> None:
    first = check(factlint, "--format", "json")
    assert "Here stands “bridge”" in first.out
    assert kept(article.parent) == 1
    assert check(factlint, "--format", "json") == first


def test_a_changed_article_is_checked_again(factlint: Program, article: Path) -> None:
    check(factlint)
    article.write_text("The mayor opened the old bridge.\n")
    assert check(factlint).out.startswith("a.txt:1:26: error XYZ101")


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
        "b.txt:1:5: error XYZ101"
    )


def test_nothing_is_taken_or_kept_where_that_is_not_wanted(factlint: Program, article: Path) -> None:
    ran = check(factlint, "--no-cache")
    assert ran.status == 1
    assert kept(article.parent) == 0


@pytest.mark.parametrize("content", [b"", b"rubbish", b"[1]\n\n", b'["a", "b", "c"]\n0\n0'])
def test_a_broken_file_is_as_good_as_none(factlint: Program, article: Path, content: bytes) -> None:
    first = check(factlint)
    for file in cache_beside(article.parent).iterdir():
        file.write_bytes(content)
    assert check(factlint) == first


def the_file(article: Path) -> Path:
    (file,) = cache_beside(article.parent).iterdir()
    return file


def test_a_file_damaged_anywhere_is_as_good_as_none(factlint: Program, article: Path) -> None:
    first = check(factlint)
    whole = the_file(article).read_bytes()
    for at in range(0, len(whole), len(whole) // 12):
        the_file(article).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert check(factlint) == first
        the_file(article).write_bytes(whole[:at])
        assert check(factlint) == first


def planted(article: Path) -> None:
    """Makes the kept findings say something else, as somebody might who can write the file."""
    from factlint.kept import _digest

    head, _, body = the_file(article).read_bytes().split(b"\n", 2)
    body = body.replace(b"Here stands", b"Here stood!")
    the_file(article).write_bytes(b"\n".join([head, _digest(body).encode(), body]))


def test_what_is_kept_is_used(factlint: Program, article: Path) -> None:
    check(factlint)
    planted(article)
    assert "Here stood!" in check(factlint).out


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such permissions")
@pytest.mark.parametrize("which", ["file", "folder"])
def test_a_file_or_folder_that_others_can_write_is_as_good_as_none(
    factlint: Program, article: Path, which: str
) -> None:
    first = check(factlint)
    planted(article)
    open_ = the_file(article) if which == "file" else cache_beside(article.parent)
    open_.chmod(open_.stat().st_mode | stat.S_IWOTH)
    assert check(factlint) == first


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_somebody_else_owns_is_as_good_as_none(factlint: Program, article: Path) -> None:
    first = check(factlint)
    planted(article)
    os.chown(the_file(article), 12345, -1)
    assert check(factlint) == first


def test_a_file_behind_a_link_is_as_good_as_none(factlint: Program, article: Path) -> None:
    first = check(factlint)
    planted(article)
    elsewhere = article.parent / "elsewhere"
    the_file(article).rename(elsewhere)
    (cache_beside(article.parent) / the_name(article)).symlink_to(elsewhere)
    assert check(factlint) == first


def the_name(article: Path) -> str:
    """The name of the file of kept findings, which the folder may not hold just now."""
    from factlint.config.settings import Choice, Configs
    from factlint.kept import Kept
    from factlint.run import Plan

    rules = str(article.parent / "rules")
    settings = Configs(Choice(rules=(rules,), default_rules=False)).default
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLINT_CACHE_DIR", str(cache_beside(article.parent)))
        patch.chdir(article.parent)
        path = Kept(Plan((settings,)))._path
    assert path is not None
    return Path(path).name


@pytest.mark.parametrize("place", ["", ".cache", "in/cache", "relative"])
def test_nothing_is_kept_below_what_is_checked(factlint: Program, article: Path, place: str) -> None:
    folder = article.parent / place if place != "relative" else Path("relative")
    before = {path.name for path in article.parent.iterdir()}
    ran = factlint("check", "--rules", "rules", "--no-default-rules", FACTLINT_CACHE_DIR=str(folder))
    assert ran.status == 1
    assert {path.name for path in article.parent.iterdir()} == before


def test_a_folder_of_ones_own_is_closed_to_others(factlint: Program, article: Path) -> None:
    check(factlint)
    assert stat.S_IMODE(cache_beside(article.parent).stat().st_mode) == 0o700
    assert stat.S_IMODE(the_file(article).stat().st_mode) == 0o600


def test_what_nobody_used_for_a_month_goes(factlint: Program, article: Path) -> None:
    check(factlint)
    old = cache_beside(article.parent) / "findings-0.txt"
    old.write_text("")
    os.utime(old, (0, 0))
    article.write_text("The bridge.\n")
    check(factlint)
    assert not old.exists()


def test_two_runs_keep_what_both_found(factlint: Program, article: Path) -> None:
    check(factlint)
    (article.parent / "b.txt").write_text("No bridge is here.\n")
    factlint("check", "b.txt", "--rules", "rules", "--no-default-rules")
    assert kept(article.parent) == 2


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(factlint: Program, article: Path) -> None:
    taken = article.parent.with_name(article.parent.name + "-taken")
    taken.write_text("")
    ran = factlint("check", "a.txt", "--rules", "rules", "--no-default-rules", FACTLINT_CACHE_DIR=str(taken))
    assert ran.status == 1
