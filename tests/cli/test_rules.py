"""`factlint rules`, `rule`, `test` and `init`: what one is told about rules."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program

RULE = """\
code: XYZ101
name: a-word
severity: {severity}
summary: A word that is wrong.
flag: text
pattern: '\\bbridge\\b'
unless: {{text: $spared}}
options: {{spared: Bridge}}
message: "“{{text}}” is wrong."
help: Write another.
why: |
  Words matter.

  Very much.
flagged: ["The [[bridge]] shut.", "A [[bridge]] is shut.", {third}]
passed: ["The road shut.", "The bridges shut.", "A bridgehead was shut."]
"""
MINE = ("--rules", "mine", "--no-default-rules")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with one rule."""
    (tmp_path / "mine").mkdir()
    write(tmp_path)
    return tmp_path / "mine"


def write(folder: Path, severity: str = "warning", third: str = '"One [[bridge]] opened."') -> None:
    (folder / "mine" / "a-word.yml").write_text(RULE.format(severity=severity, third=third))


def test_the_list_is_a_line_a_rule(factlint: Program, mine: Path) -> None:
    assert factlint("rules", *MINE).out == "XYZ101  warning       a-word  A word that is wrong.\n"


def test_notes_are_marked_as_off_until_they_are_raised(factlint: Program, tmp_path: Path, mine: Path) -> None:
    write(tmp_path, severity="note")
    assert factlint("rules", *MINE).out == "XYZ101  note     off  a-word  A word that is wrong.\n"
    (tmp_path / "factlint.yml").write_text("severity: {a-word: error}")
    assert factlint("rules", *MINE).out == "XYZ101  error         a-word  A word that is wrong.\n"


def test_the_list_as_json(factlint: Program, mine: Path) -> None:
    (row,) = json.loads(factlint("rules", *MINE, "--format", "json").out)
    assert row["code"] == "XYZ101"
    assert row["on"] is True
    assert row["why"] == "Words matter. Very much."


def test_every_rule_of_the_product_is_listed(factlint: Program) -> None:
    lines = factlint("rules").out.splitlines()
    assert len(lines) > 30
    assert lines == sorted(lines)


def test_the_page_of_a_rule_has_all_there_is_to_it(factlint: Program, mine: Path) -> None:
    assert factlint("rule", "xyz101", *MINE).out == (
        "XYZ101 a-word\n"
        "warning, on\n"
        "\nWhat it finds\n  A word that is wrong.\n"
        "\nWhy\n  Words matter.\n\n  Very much.\n"
        "\nWhat to do\n  Write another.\n"
        "\nWhat it says\n  “…” is wrong.\n"
        '\nOptions (under “options:” in factlint.yml)\n  spared: "Bridge"\n'
        "\nFlagged ([[ ]] marks the place)\n"
        "  │ The [[bridge]] shut.\n\n  │ A [[bridge]] is shut.\n\n  │ One [[bridge]] opened.\n"
        "\nNot flagged\n  │ The road shut.\n\n  │ The bridges shut.\n\n  │ A bridgehead was shut.\n"
        "\nIts file\n  mine/a-word.yml\n"
    )


def test_a_rule_may_be_asked_for_by_name_and_a_slip_gets_the_nearest(factlint: Program, mine: Path) -> None:
    assert factlint("rule", "a-word", *MINE).status == 0
    assert factlint("rule", "a-wrod", *MINE) == (
        2, "", "There is no rule “a-wrod”. Did you mean “a-word”? “factlint rules” lists all.\n",
    )  # fmt: skip


def test_every_page_reads_at_eighty_columns(factlint: Program) -> None:
    for row in json.loads(factlint("rules", "--format", "json").out)[::7]:
        page = factlint("rule", row["code"], COLUMNS="80").out
        assert max(map(len, page.splitlines()[:-1])) <= 80


def test_examples_that_come_out_right(factlint: Program, mine: Path) -> None:
    assert factlint("test", "mine") == (0, "", "All 6 examples of 1 rule came out right.\n")


def test_an_example_that_comes_out_wrong_is_told_with_its_place(factlint: Program, tmp_path: Path, mine: Path) -> None:
    write(tmp_path, third='"One [[road]] was a bridge."')
    ran = factlint("test", "mine")
    assert ran.out == (
        "mine/a-word.yml:15:60: XYZ101 a-word: flagged 3:\n"
        "  not flagged: line 1: “road”\n"
        "  flagged wrongly: line 1: “bridge”\n"
    )
    assert (ran.status, ran.err) == (1, "1 of 6 examples of 1 rule came out wrong.\n")


def test_a_folder_without_rules_is_not_a_folder_of_right_ones(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert factlint("test", "mine") == (2, "", "mine: there are no rules in this folder (files in .yml).\n")
    assert factlint("test", "yours") == (2, "", "yours: there is no such folder.\n")
    (tmp_path / "a.yml").write_text("code: STY901\n")
    assert factlint("test", "a.yml") == (2, "", "a.yml: this is a file; name the folder that it is in.\n")


def test_init_writes_a_configuration_and_says_what_to_do_next(factlint: Program, tmp_path: Path) -> None:
    ran = factlint("init")
    assert ran.status == 0
    assert "factlint check" in ran.out
    (tmp_path / "a.txt").write_text("The bridge was opened.\n")
    assert factlint("check").status == 0


@pytest.mark.parametrize(
    ("name", "text"), [("factlint.yml", "select: [RES]"), ("pyproject.toml", "[tool.factlint]\nselect = ['RES']")]
)
def test_init_leaves_a_configuration_as_it_is(factlint: Program, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    ran = factlint("init")
    assert (ran.status, ran.err) == (2, f"{name} configures factlint here already; nothing is written.\n")
    assert (tmp_path / name).read_text() == text
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == [name]
