"""The guard beneath: where a stage or a rule fails, the rest of the article is judged, and it is told once."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factlint.cli import application
from factlint.facts.numbers import dates

ARTICLE = "Mayor opens bridge\n\nThe mayor opened it on 4 May 2015, a Friday, and on Friday. Ann Roe was there. /EPA\n"
SAID = (
    "a.txt: all but dates was checked, which met a fault of factlint's own "
    "(KeyError: 'May'; test_guard.py, line {}). Please report it.\n"
)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with an article, and dates that cannot be worked out."""

    def fail(facts: object) -> object:
        return {}["May"]

    monkeypatch.setattr(dates, "find_dates", fail)
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / ".cache"))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)


def run(*arguments: str) -> tuple[int, str, str]:
    ran = CliRunner().invoke(application(arguments), arguments)
    return ran.exit_code, ran.stdout, ran.stderr


def line() -> int:
    return 1 + next(n for n, text in enumerate(Path(__file__).read_text().splitlines()) if 'return {}["May"]' in text)


@pytest.mark.usefixtures("broken")
def test_the_rest_of_the_article_is_judged_and_the_failure_told_once() -> None:
    status, out, err = run("check", "a.txt")
    assert out == "a.txt:3:80: error RES101 “/EPA” is a picture's credit, left in the text.\n"
    assert err == SAID.format(line()) + "1 error in 1 article.\n"
    assert status == 2


@pytest.mark.usefixtures("broken")
def test_what_could_be_checked_but_in_part_is_not_kept() -> None:
    assert run("check", "a.txt") == run("check", "a.txt")


@pytest.mark.usefixtures("broken")
def test_a_sarif_log_says_that_the_run_did_not_succeed() -> None:
    log = json.loads(run("check", "a.txt", "--format", "sarif")[1])
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [SAID.format(line())[:-1]]


@pytest.mark.usefixtures("broken")
def test_the_other_facts_are_printed() -> None:
    status, out, err = run("facts", "a.txt", "--format", "jsonl")
    row = json.loads(out)
    assert (row["dates"], [person["name"] for person in row["people"]]) == ([], ["Ann Roe"])
    assert (status, err) == (2, SAID.format(line()))
