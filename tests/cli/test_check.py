"""`factlint check`: what it reads, what it prints, how it ends."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Program

CREDIT = "The mayor opened the bridge on Friday. /EPA\n"
KINDS = (
    "files in .txt, .text, .md, .markdown, .mdown, .html, .htm, .xhtml, .docx, .odt, .rtf, .ninjs, .nitf, .newsml, "
    ".aml, .archieml"
)
HINT = "name its encoding with --encoding"
CLEAN = "The bridge was opened by the mayor.\n"


def test_a_finding_is_one_line_for_pipes_and_the_summary_goes_to_standard_error(
    factlint: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    ran = factlint("check", "a.txt", "--select", "RES101")
    assert ran.out == "a.txt:1:40: error RES101 “/EPA” is a picture's credit, left in the text.\n"
    assert ran.err == "1 error in 1 article.\n"
    assert ran.status == 1


def test_a_clean_article_says_so_and_ends_with_zero(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "b.md").write_text(CLEAN)
    ran = factlint("check")
    assert (ran.out, ran.err, ran.status) == ("", "No problems in 2 articles.\n", 0)


def test_each_file_is_checked_once_and_in_order_of_path(factlint: Program, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "in/c.txt", ".hidden/d.txt", "node_modules/e.txt", "image.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(CREDIT)
    ran = factlint("check", "b.txt", ".", "./a.txt", "--select", "RES101", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in ran.out.splitlines()] == ["a.txt", "b.txt", "in/c.txt"]


def test_a_file_named_itself_is_checked_whatever_its_suffix(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "story.copy").write_text(CREDIT)
    assert factlint("check", "story.copy", "--select", "RES101").status == 1


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "there is no such file or folder."),
        (lambda path: path.symlink_to("nowhere"), "it is a link to a file that is not there."),
        (lambda path: path.mkdir(), "there are no articles in this folder (" + KINDS + ")."),
        (lambda path: path.write_bytes(b"\x00\x01\x02"), "it is not text: byte 0 is zero; " + HINT + " if it is."),
        (lambda path: path.write_bytes(b"Zo\xc3"), "it is not UTF-8: the trouble starts at byte 2; " + HINT + "."),
        (lambda path: path.write_bytes(b"a " * 500_001), "it is too large to be an article: more than 1 MB."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence_and_the_rest_is_still_checked(
    factlint: Program, tmp_path: Path, make: object, sentence: str
) -> None:
    (tmp_path / "good.txt").write_text(CREDIT)
    make(tmp_path / "bad.txt")  # type: ignore[operator]
    ran = factlint("check", "bad.txt", "good.txt", "--select", "RES101")
    assert ran.out.startswith("good.txt:1:40: error RES101 ")
    assert ran.err == f"bad.txt: {sentence}\n1 error in 1 article.\n"
    assert ran.status == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_gets_a_sentence(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    (tmp_path / "a.txt").chmod(0)
    assert factlint("check", "a.txt").err == "a.txt: it cannot be read: permission denied.\n"


def test_nothing_looked_at_is_not_nothing_found(factlint: Program) -> None:
    ran = factlint("check")
    assert ran.err.startswith(".: there are no articles in this folder")
    assert ran.status == 2


def test_an_empty_file_is_an_article_without_problems(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert factlint("check") == (0, "", "No problems in 1 article.\n")


def test_standard_input_takes_the_name_it_is_given(factlint: Program) -> None:
    ran = factlint("check", "-", "--stdin-filename", "draft/a.md", "--select", "RES101", stdin=CREDIT.encode())
    assert ran.out.startswith("draft/a.md:1:40: error RES101")


def test_old_encodings_are_read_when_named(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Zoë left. /EPA".encode("windows-1252"))
    assert factlint("check", "a.txt", "--encoding", "windows-1252", "--select", "RES101").status == 1
    assert factlint("check", "a.txt", "--encoding", "latin-33").err == (
        "--encoding: there is no encoding “latin-33”; try windows-1252, latin-1 or utf-16.\n"
    )


@pytest.mark.parametrize(("least", "status"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_the_failing_severity_is_chosen(factlint: Program, tmp_path: Path, least: str, status: int) -> None:
    (tmp_path / "a.txt").write_text(CREDIT)
    assert factlint("check", "--select", "RES101", "--fail-on", least).status == status


def test_the_output_is_the_same_whatever_the_number_of_processes(factlint: Program, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text("The town waited for a day.\n\n" * 600 + CREDIT)
    one, three = (factlint("check", "--jobs", jobs, "--select", "RES101", "--format", "jsonl") for jobs in "13")
    assert one == three
    assert len(one.out.splitlines()) == 12
