"""`factlint report` and `factlint worksheet`: pages and lists for people who never open a terminal."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Program

STORY = """\
Harbour wall to be rebuilt

The harbour wall at Eastby will be rebuilt, the council said on 4 May 2015. /EPA

Maria Okafor, the council leader, said the work would cost £4.5 million. “We have waited long enough,” she said.
"""


def test_a_report_is_a_page_beside_the_articles_and_no_article_itself(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    ran = factlint("report")
    assert (ran.status, ran.out, ran.err) == (0, "", "1 error in 1 article.\nThe page is factlint-report.html.\n")
    page = (tmp_path / "factlint-report.html").read_text(encoding="utf-8")
    assert page == factlint("check", "--format", "html").out
    assert page == factlint("report", "-o", "-").out
    factlint("report", "-o", "friday.html")
    factlint("worksheet", "a.txt", "-o", "sheet.HTM", "--format", "html")
    (tmp_path / "b.html").write_text("<title>Fair opens</title><p>The fair opened.</p>", encoding="utf-8")
    assert factlint("files").out == "a.txt\nb.html\n"
    assert "friday.html" in factlint("files", "--all").out


@pytest.mark.parametrize("command", [["report", "-o", "-"], ["worksheet", "a.txt"]])
def test_pages_and_lists_can_leave_the_configuration_aside(
    factlint: Program, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("ignore: [RES]\n", encoding="utf-8")
    assert "RES101" not in factlint(*command).out
    assert "RES101" in factlint(*command, "--isolated").out


def test_a_report_tells_what_could_not_be_checked(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    ran = factlint("report", "a.txt", "-o", "-")
    assert ran.status == 2
    assert "Not checked" in ran.out


def test_a_worksheet_lists_all_that_can_be_checked(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(factlint("worksheet", "a.txt", "--format", "csv").out)))
    assert rows[0] == ["No.", "Line", "Paragraph", "What", "As written", "What the article says of it",
                       "What factlint says", "Checked", "Source", "By"]  # fmt: skip
    told = {(row[3], row[4]): row for row in rows[1:]}
    assert told["headline", "Harbour wall to be rebuilt"][1:3] == ["1", ""]
    assert told["date", "4 May 2015"][1:3] == ["3", "1"]
    assert told["date", "4 May 2015"][5] == "Monday, 2015-05-04"
    assert told["name", "Maria Okafor"][5] == "leader, named once"
    assert told["quote", "“We have waited long enough,”"][5] == "said by Maria Okafor"
    assert told["figure", "£4.5 million"][5] == "source: Maria Okafor"
    assert [int(row[1]) for row in rows[1:] if row[1]] == sorted(int(row[1]) for row in rows[1:] if row[1])
    assert any("RES101" in row[6] for row in rows)
    assert rows[-1][3] == "Totals"
    assert "1 quote" in rows[-1][4]


def test_a_finding_stands_beside_whom_it_is_about_else_below_with_its_line(factlint: Program, tmp_path: Path) -> None:
    text = STORY + "\nIt was the the worst since 1953. Okafer is to speak on Monday. Okafor said so.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(factlint("worksheet", "a.txt", "--format", "csv").out)))
    (person,) = [row for row in rows if row[4] == "Maria Okafor"]
    assert person[6].startswith("NAM106: “Okafer” here")
    (doubled,) = [row for row in rows if "RES114" in row[6]]
    assert doubled[:6] == ["", "7", "", "", "", ""]
    assert "- Line 7: RES114: “the” stands here twice running." in factlint("worksheet", "a.txt").out
    assert ">Line 7: RES114: “the” stands" in factlint("worksheet", "a.txt", "--format", "html").out


def test_no_text_is_a_formula(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=HYPERLINK(1) is our headline\n\nThe fair opened.\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(factlint("worksheet", "a.txt", "--format", "csv").out)))
    assert [row[4] for row in rows if row[3] == "headline"] == ["'=HYPERLINK(1) is our headline"]


def test_a_worksheet_is_a_list_in_markdown_or_a_page_with_boxes(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    listed = factlint("worksheet", "a.txt").out
    assert listed.startswith("# Worksheet: a.txt\n\n| No. | Line | Paragraph |")
    assert listed.count("☐") == listed.count("\n| ") - 1
    assert factlint("worksheet", "a.txt", "-o", "a.html").status == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count('type="checkbox"') == listed.count("☐")
    assert "script-src 'sha256-" in page.replace("&#x27;", "'")


def test_a_worksheet_is_a_file_for_spreadsheets(factlint: Program, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (tmp_path / "a.txt").write_text("=1+1 is our headline\n\nThe fair opened on 4 May 2015.\n", encoding="utf-8")
    assert factlint("worksheet", "a.txt", "-o", "a.xlsx").status == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=1+1 is our headline", "s")


def test_a_worksheet_is_of_one_article(factlint: Program, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert factlint("worksheet", ".") == (2, "", ". is a folder; name an article.\n")
    assert factlint("worksheet", "none.txt").status == 2
