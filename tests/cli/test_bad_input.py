"""Input that is no article or no rule: a clear answer within seconds, never a traceback, the rest still checked."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program

GOOD = "The mayor opened the bridge on Friday. /EPA\n"
FOUND = "good.txt:1:40: error RES101 “/EPA” is a picture's credit, left in the text.\n"


@pytest.fixture(autouse=True)
def good(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\u200b\u200e\u2028\n\x0c\r".encode(),
        b"(" * 100_000,
        ("“" * 100_000).encode(),
        b'"' * 100_000,
        ("’" * 100_000).encode(),
        ("“A” said. " * 20_000).encode(),
        b"1,000 " * 20_000,
        b"Anna " * 20_000,
        b"# " * 50_000,
        b"a" * 100_000,
        b"- " * 20_000 + b"\n" * 20_000,
    ],
    ids=lambda raw: f"{raw[:6]!r}x{len(raw)}",
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.slow
def test_odd_articles_are_read_and_the_next_one_too(factlint: Program, tmp_path: Path, raw: bytes, suffix: str) -> None:
    (tmp_path / f"bad.{suffix}").write_bytes(raw)
    ran = factlint("check", "--time-limit", "0", f"bad.{suffix}", "good.txt", "--jobs", "1")
    assert FOUND in ran.out
    assert "Traceback" not in ran.err
    assert ran.err.endswith(" in 2 articles.\n"), ran.err
    assert ran.status == 1


@pytest.mark.slow
def test_a_file_of_fifty_megabytes_is_refused_unread(factlint: Program, tmp_path: Path) -> None:
    with open(tmp_path / "bad.txt", "wb") as file:
        for _ in range(50):
            file.write(b"word " * 200_000)
    ran = factlint("check")
    assert ran == (2, FOUND, "bad.txt: it is too large to be an article: more than 1 MB.\n1 error in 1 article.\n")


def test_half_a_letter_of_utf_16_gets_a_sentence(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfeZ\x00o")
    ran = factlint("check")
    assert ran.err.startswith("bad.txt: it is not UTF-16: the trouble starts at byte ")
    assert (ran.status, ran.out) == (2, FOUND)


def test_a_folder_called_like_an_article_and_a_pipe_are_no_articles(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").mkdir()
    assert factlint("check", ".", "--select", "RES101").out == FOUND


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- code: XYZ101\n", "mine/bad.yml:1:1: A rule is a mapping of keys to values; this file is a list."),
        ("", "mine/bad.yml:1:1: A rule is a mapping of keys to values; this file is empty."),
        ("code: [", "mine/bad.yml:2:1: This is not YAML: "),
        (BOMB, "An alias (*name) is not read here. Write the value out."),
        ("[" * 5_000, "mine/bad.yml:1:"),
        ("a: " + "{b: " * 40 + "1" + "}" * 40, "This file nests too deep"),
        ("code: XYZ101\nflag: quote\nwher: {kind: direct}\n", "3:1: A rule has no key “wher”. Did you mean “where”?"),
        ("flag: text\npattern: '('\n", "The pattern does not compile: "),
        ("flag: qoute\n", "There is no kind of fact “qoute”. Did you mean “quote”?"),
    ],
)
def test_a_broken_rule_is_told_with_its_place_and_nothing_is_half_run(
    factlint: Program, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.yml").write_text(text)
    for command in ("check", "rules"):
        ran = factlint(command, "--rules", "mine")
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
        assert "Traceback" not in ran.err
    assert factlint("test", "mine").status == 2


def test_a_rule_in_bytes_that_are_no_text_gets_a_sentence(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.yml").write_bytes(b"code: \xff")
    assert (
        factlint("check", "--rules", "mine").err == "mine/bad.yml:1:7: This is not UTF-8: the byte 0xff stands here.\n"
    )


def test_a_folder_of_rules_that_is_not_there_is_no_empty_one(factlint: Program) -> None:
    ran = factlint("check", "--rules", "mine")
    assert (ran.status, ran.out, ran.err) == (2, "", "--rules: There is no folder “mine”.\n")


def test_a_configuration_that_is_not_there_gets_a_sentence(factlint: Program) -> None:
    ran = factlint("check", "--config", "mine.yml")
    assert (ran.status, ran.err) == (2, "mine.yml:1:1: This configuration: there is no such file or folder.\n")


def test_no_rules_left_is_not_no_problems(factlint: Program) -> None:
    ran = factlint("check", "--no-default-rules")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "No rules are left to check by; see --select, --ignore and --rules.\n"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_is_not_there_is_told_with_the_nearest(factlint: Program, option: str) -> None:
    ran = factlint("check", option, "RES-101")
    assert (ran.status, ran.err) == (2, f"{option}: There is no rule “RES-101”. Did you mean “RES101”?\n")


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    again = "The mayor opened the bridge on Friday, and the clerk went home with the tape and scissors."
    (tmp_path / "many.txt").write_text("\n\n".join([again] * 3_000))
    command = [sys.executable, "-m", "factlint", "check", "many.txt", "--select", "RES110", "--no-cache"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 128 + signal.SIGPIPE


@pytest.mark.parametrize("arguments", [("chekc",), ("check", "--format", "fulll"), ("check", "--fail-on", "eror")])
def test_a_slip_on_the_command_line_is_told_on_standard_error(factlint: Program, arguments: tuple[str, ...]) -> None:
    ran = factlint(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert arguments[-1] in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["", "check", "facts", "rules", "rule", "test", "init"])
def test_every_help_page_reads_at_eighty_columns(factlint: Program, command: str) -> None:
    ran = factlint(*filter(None, [command]), "--help", COLUMNS="80")
    assert ran.status == 0
    assert max(map(len, ran.out.splitlines())) <= 80
