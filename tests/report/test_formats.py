"""The reports for editors, programs and code hosts."""

import json

from hypothesis import given
from hypothesis import strategies as st

from factlint.lint.compiled import product
from factlint.report import Page
from factlint.run import Result
from tests.report.conftest import finding, printed

SOURCE = "Mayor resigns\r\n\r\n“We will\r\nnot wait.”\r\n"
FOUND = finding(SOURCE, "“We will\r\nnot wait.”", message="Nobody\nsaid it.", related={"Mayor": "Perhaps the mayor."})
RULES = product().rules


def test_concise_is_one_line_a_finding() -> None:
    assert printed("concise", SOURCE, FOUND) == "a.txt:3:1: error QUO101 Nobody said it.\n"


def test_jsonl_has_every_field_with_offsets_in_code_points() -> None:
    (line,) = printed("jsonl", SOURCE, FOUND).splitlines()
    assert json.loads(line) == {
        "path": "a.txt",
        "code": "QUO101",
        "rule": "who-said-it",
        "severity": "error",
        "message": "Nobody\nsaid it.",
        "line": 3,
        "column": 1,
        "end_line": 4,
        "end_column": 11,
        "start": 17,
        "end": 37,
        "help": None,
        "url": None,
        "related": [
            {
                "message": "Perhaps the mayor.",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 6,
                "start": 0,
                "end": 5,
            }
        ],
        "sentence": "",
        "fix": None,
    }


def test_json_is_a_list_of_the_same() -> None:
    assert json.loads(printed("json", SOURCE)) == []
    rows = json.loads(printed("json", SOURCE, FOUND, FOUND))
    assert rows == [json.loads(line) for line in printed("jsonl", SOURCE, FOUND, FOUND).splitlines()]


def test_github_commands_name_place_and_rule() -> None:
    source = "The mayor left.\n"
    found = finding(source, "mayor", message="Who?", help="Name her.", severity="note")
    assert printed("github", source, found) == (
        "::notice file=a.txt,line=1,endLine=1,col=5,endColumn=10,title=QUO101 who-said-it::Who?%0AName her.\n"
    )


def test_github_commands_over_lines_have_no_columns() -> None:
    assert printed("github", SOURCE, FOUND).startswith("::error file=a.txt,line=3,endLine=4,title=")


def test_github_commands_survive_every_character() -> None:
    source = "The mayor left.\n"
    found = finding(source, "mayor", message="100%: a,b::c\r\n::error::x", path="a,b:c%.txt")
    assert printed("github", source, found) == (
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=5,endColumn=10,title=QUO101 who-said-it"
        "::100%25: a,b::c%0D%0A::error::x\n"
    )


@given(st.text())
def test_line_formats_are_a_line_a_finding_whatever_the_message(message: str) -> None:
    source = "The mayor left.\n"
    for format in ("concise", "jsonl", "github"):
        assert len(printed(format, source, finding(source, "mayor", message=message)).split("\n")) == 2  # type: ignore[arg-type]


def sarif(*results: Result) -> dict[str, object]:
    from factlint.report.sarif_report import report

    log = json.loads("".join(report(results, Page(rules=lambda: RULES))))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def sarif_finding(path: str = "a b.txt") -> Result:
    rule = RULES[0]
    found = FOUND._replace(path=path, code=rule.code, rule=rule.name)
    return Result(path, SOURCE, (found,))


def test_sarif_places_are_in_code_points_and_paths_are_uris() -> None:
    run = sarif(sarif_finding())
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]  # type: ignore[misc]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.txt", "uriBaseId": "SRCROOT"},
        "region": {
            "startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 11, "charOffset": 17, "charLength": 20,
        },
    }  # fmt: skip
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "Perhaps the mayor."}


def test_sarif_results_point_to_their_rules() -> None:
    run = sarif(sarif_finding())
    (result,) = run["results"]  # type: ignore[misc]
    rules = run["tool"]["driver"]["rules"]  # type: ignore[index]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(rules) == len(RULES)


def test_sarif_fingerprints_tell_findings_of_the_same_words_apart_and_outlive_moves() -> None:
    one = sarif_finding().findings[0]
    twice = sarif(Result("a.txt", SOURCE, (one, one)))["results"]
    prints = [row["partialFingerprints"]["ruleAndWords/v1"] for row in twice]  # type: ignore[attr-defined]
    assert len(set(prints)) == 2
    moved = Result("a.txt", "New first line\r\n" + SOURCE, (one._replace(start=one.start + 16, end=one.end + 16),))
    (row,) = sarif(moved)["results"]  # type: ignore[misc]
    assert row["partialFingerprints"]["ruleAndWords/v1"] == prints[0]


def test_sarif_says_what_could_not_be_read() -> None:
    run = sarif(Result("a.txt", "", trouble="it is not text."))
    (invocation,) = run["invocations"]  # type: ignore[misc]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"] == {"text": "a.txt: it is not text."}
