"""The formats of build servers and code hosts, held against what these publish about them."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.findings import Edit, Finding, Fix
from factlint.lint.rulebook import load_rulebook
from factlint.report import FORMATS, Page, report_as
from factlint.run import Result
from factlint.shipped import rules_folder
from tests.report.conftest import finding, printed

jsonschema: Any = pytest.importorskip("jsonschema")

SOURCE = "Mayor “Zoë” resigns\r\n\r\n“We will\r\nnot wait.” /EPA\r\n"
RULES = load_rulebook([rules_folder()]).rules


def found(words: str, severity: str = "error", code: str = "RES101", fix: Fix | None = None) -> Finding:
    return finding(SOURCE, words, severity=severity, help="Do it.")._replace(code=code, rule="credit-left", fix=fix)


def report(format: str, *results: Result, pages: str = "") -> str:
    return "".join(report_as(format)(results, Page(width=80, rules=lambda: RULES, pages=pages)))  # type: ignore[arg-type]


CREDIT = found("/EPA", fix=Fix(True, (Edit(SOURCE.index(" /EPA"), SOURCE.index("/EPA") + 4, ""),)))
NOTE = found("Mayor", "note")
CHECKED = Result("in/a b.txt", SOURCE, (NOTE, CREDIT, found("Zoë", "warning")))
UNREAD = Result("c.txt", "", trouble="it is not text.")
MISTAKE = Result("factlint.yml", "", trouble="There is no rule “X”.", place=(3, 5))

_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}


def record(**properties: Any) -> dict[str, Any]:
    """The schema of an object that has these properties and no others."""
    names = [name for name in properties if not name.endswith("_")]
    return {
        "type": "object",
        "required": names,
        "properties": {name.rstrip("_"): form for name, form in properties.items()},
        "additionalProperties": False,
    }


#: What GitLab says that it reads (docs.gitlab.com/ci/testing/code_quality); its parser holds each row against a schema
#: of its own (app/validators/json_schemas/codeclimate.json), which asks for no more than this.
GITLAB = {
    "type": "array",
    "items": record(
        description=_TEXT,
        check_name=_TEXT,
        fingerprint=_TEXT,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=record(path=_TEXT, lines=record(begin=_COUNT, end_=_COUNT)),
    ),
}
_POSITION = record(line=_COUNT, column=_COUNT)
_RANGE = record(start=_POSITION, end_=_POSITION)
#: What reviewdog says that it reads (proto/rdf, and the schemas in its folder jsonschema).
RDJSON = record(
    source=record(name=_TEXT, url_=_TEXT),
    diagnostics={
        "type": "array",
        "items": record(
            message=_TEXT,
            location=record(path=_TEXT, range=_RANGE),
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=record(value=_TEXT, url_=_TEXT),
            related_locations_={
                "type": "array",
                "items": record(message=_TEXT, location=record(path=_TEXT, range=_RANGE)),
            },
            suggestions_={"type": "array", "items": record(range=_RANGE, text={"type": "string"})},
        ),
    },
)


@pytest.mark.parametrize(("format", "schema"), [("gitlab", GITLAB), ("rdjson", RDJSON)])
@pytest.mark.parametrize("results", [(), (CHECKED,), (UNREAD, CHECKED, MISTAKE)])
def test_it_is_what_the_host_reads(format: str, schema: dict[str, Any], results: tuple[Result, ...]) -> None:
    jsonschema.Draft202012Validator(schema).validate(json.loads(report(format, *results)))


def test_the_page_of_a_rule_is_named_in_every_format_that_has_room_for_it() -> None:
    site = "https://pages.example.org/factlint"
    address = f"{site}/rules/RES101/"
    one = Result("a.txt", SOURCE, (CREDIT,))
    assert [row["url"] for row in json.loads(report("json", one, pages=site))] == [address]
    assert json.loads(report("jsonl", one, pages=site))["url"] == address
    told = json.loads(report("rdjson", one, pages=site))
    assert told["source"] == {"name": "factlint", "url": site}
    assert told["diagnostics"][0]["code"] == {"value": "RES101", "url": address}
    (run,) = json.loads(report("sarif", one, pages=site))["runs"]
    assert run["tool"]["driver"]["informationUri"] == site
    assert [rule["helpUri"] for rule in run["tool"]["driver"]["rules"] if rule["id"] == "RES101"] == [address]
    assert f'href="{address}"' in report("html", one, pages=site)


@pytest.mark.parametrize("format", ["json", "jsonl", "rdjson", "sarif", "html"])
def test_no_address_is_claimed_where_the_configuration_gives_none(format: str) -> None:
    told = report(format, Result("a.txt", SOURCE, (CREDIT,)))
    assert not [name for name in ("helpUri", 'Uri": "http', '"url": "http', 'href="http') if name in told]


def test_sarif_leads_to_the_rules_on_this_machine_where_there_is_no_site() -> None:
    (run,) = json.loads(report("sarif", Result("a.txt", SOURCE, (CREDIT,))))["runs"]
    page = Path(url2pathname(urlsplit(run["tool"]["driver"]["informationUri"]).path))
    assert "RES101" in page.read_text(encoding="utf-8")


def test_gitlab_tells_two_findings_of_one_sentence_apart() -> None:
    rows = json.loads(report("gitlab", Result("a.txt", SOURCE, (CREDIT, CREDIT))))
    assert len({row["fingerprint"] for row in rows}) == 2
    assert rows[0]["location"] == {"path": "a.txt", "lines": {"begin": 4, "end": 4}}


def test_reviewdog_counts_bytes_and_gets_the_fix() -> None:
    row = json.loads(report("rdjson", Result("a.txt", SOURCE, (found("Zoë"), CREDIT))))["diagnostics"]
    assert row[0]["location"]["range"] == {"start": {"line": 1, "column": 10}, "end": {"line": 1, "column": 14}}
    assert row[1]["suggestions"] == [
        {"range": {"start": {"line": 4, "column": 13}, "end": {"line": 4, "column": 18}}, "text": ""}
    ]


def test_junit_has_a_suite_an_article_and_counts_right() -> None:
    root = ElementTree.fromstring(report("junit", CHECKED, UNREAD, Result("d.txt", "All is well.")))
    assert root.attrib == {"name": "factlint", "tests": "5", "failures": "3", "errors": "1", "time": "0"}
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("in/a b.txt", "3", "3"), ("c.txt", "1", "0"), ("d.txt", "1", "0"),
    ]  # fmt: skip
    assert root.find("testsuite/testcase/failure").attrib["message"] == "Who said it?"  # type: ignore[union-attr]


def test_checkstyle_has_an_element_a_finding() -> None:
    root = ElementTree.fromstring(report("checkstyle", CHECKED, UNREAD))
    rows = [(file.get("name"), error.attrib) for file in root for error in file]
    assert rows[1] == (
        "in/a b.txt",
        {"line": "4", "column": "12", "severity": "error", "message": "Who said it?", "source": "factlint.RES101"},
    )
    assert rows[3][0] == "c.txt"


def test_where_a_host_shows_only_ten_the_worst_come_first() -> None:
    assert re.findall(r"^::(\w+) ", report("github", CHECKED, MISTAKE), re.MULTILINE) == [
        "error", "error", "warning", "notice",
    ]  # fmt: skip
    azure = report("azure", CHECKED, MISTAKE).splitlines()
    assert azure[0] == (
        "##vso[task.logissue type=error;sourcepath=a.txt;linenumber=4;columnnumber=12;code=RES101;]"
        "Who said it?%0ADo it."
    )
    assert "sourcepath=factlint.yml;linenumber=3;columnnumber=5;code=factlint;]There is no rule “X”." in azure[1]


def test_markdown_is_a_table_of_the_worst_first() -> None:
    odd = found("Mayor", "warning")._replace(message="A | B\n*c* <d>")
    assert report("markdown", Result("a_b.txt", SOURCE, tuple(f._replace(path="a_b.txt") for f in (odd, CREDIT)))) == (
        "### factlint: 1 error, 1 warning\n\n"
        "| Where | Severity | Rule | What |\n|---|---|---|---|\n"
        "| a\\_b.txt:4 | error | RES101 | Who said it? |\n"
        "| a\\_b.txt:1 | warning | RES101 | A \\| B \\*c\\* \\<d\\> |\n"
    )
    assert report("markdown") == "### factlint: no problems\n"


def test_grouped_has_the_article_once() -> None:
    assert report("grouped", CHECKED, UNREAD) == (
        "in/a b.txt\n"
        "   1:1  note     RES101  Who said it?\n"
        "  4:12  error    RES101  Who said it?\n"
        "   1:8  warning  RES101  Who said it?\n\n"
    )


def test_what_read_the_old_lines_still_reads_the_place() -> None:
    old = re.compile(r"^(.+?):(\d+):(\d+): (.*)$")
    match = old.match(report("concise", Result("a.txt", SOURCE, (CREDIT,))))
    assert match is not None
    assert match.groups() == ("a.txt", "4", "12", "error RES101 Who said it?")


@given(st.text(), st.text(min_size=1))
def test_no_message_and_no_path_breaks_a_format(message: str, path: str) -> None:
    one = finding(SOURCE, "Mayor", message=message, path=path)._replace(code="RES101")
    for format in FORMATS:
        text = report(format, Result(path, SOURCE, (one,)))
        if format in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        elif format in ("junit", "checkstyle"):
            ElementTree.fromstring(text.encode("utf-8", "replace"))
        elif format in ("github", "azure", "concise", "jsonl"):
            assert text.count("\n") == 1 + (path.count("\n") if format == "concise" else 0)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_of_full_is_too_long_and_no_word_is_broken(width: int) -> None:
    long = "The figure of the council is not that of the ministry, which counted from April to March. "
    related = {"Zoë": long * 2, "We will": "Short."}
    one = finding(SOURCE, "/EPA", message=long * 3, help=long * 2, related=related, path="articles/2024/05/" + "x" * 30)
    text = printed("full", SOURCE, one._replace(fix=CREDIT.fix), page=Page(width=width))
    assert max(map(len, text.splitlines())) <= width
    words = set(text.replace("│", " ").split())
    assert set(long.split()) <= words
    without = printed("full", SOURCE, one, page=Page(width=width, source=False))
    assert "│" not in without


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sarif-multitool") is None, reason="sarif-multitool (npm) is not on the path")
@pytest.mark.parametrize("pages", ["", "https://pages.example.org/factlint"])
def test_the_multitool_has_nothing_against_our_sarif(pages: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a b.txt").write_bytes(SOURCE.encode())
    (tmp_path / "a.sarif").write_text(report("sarif", CHECKED, UNREAD, MISTAKE, pages=pages), encoding="utf-8")
    command = ["sarif-multitool", "validate", "a.sarif", "--output", "out.sarif", "--log", "ForceOverwrite"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)
    assert (tmp_path / "out.sarif").is_file(), done.stdout + done.stderr
    (run,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8-sig"))["runs"]
    told = [(row["ruleId"], row["message"]) for row in run.get("results", ()) if row.get("level", "warning") != "note"]
    assert told == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("rdformat-validator") is None, reason="rdformat-validator (npm) is not on the path")
@pytest.mark.parametrize("results", [(), (CHECKED,), (UNREAD, CHECKED, MISTAKE)])
def test_a_validator_of_reviewdogs_format_has_nothing_against_ours(results: tuple[Result, ...], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(report("rdjson", *results), encoding="utf-8")
    command = ["rdformat-validator", "--strict", "--no-extra-fields", "a.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, "Total errors: 0" in done.stdout) == (0, True), done.stdout + done.stderr
