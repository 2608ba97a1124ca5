"""`factlint facts`: what the rules look at."""

import json
from pathlib import Path

import pytest

from factlint.facts.model import KINDS
from tests.cli.conftest import Program

ARTICLE = """\
Mayor resigns

“We will not wait,” said Anna Lind, the mayor, on 19 September 2015. She got 12 votes.
"""


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)


def test_a_line_an_article_with_the_speaker_resolved(factlint: Program, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The road shut.\n")
    first, second = (json.loads(line) for line in factlint("facts", "--format", "jsonl").out.splitlines())
    assert (first["path"], second["path"]) == ("a.txt", "b.txt")
    assert first["length"] == len(ARTICLE)
    assert ARTICLE[first["headline"]["start"] : first["headline"]["end"]] == "Mayor resigns"
    (quote,) = first["quotes"]
    (person,) = first["people"]
    assert ARTICLE[quote["start"] : quote["end"]] == "“We will not wait,”"
    assert quote["speaker"]["person"] == person["id"]
    assert quote["speaker"]["text"] == person["name"] == "Anna Lind"
    assert second["quotes"] == []


def test_every_offset_is_within_the_article_and_every_text_is_its_own(factlint: Program) -> None:
    (row,) = json.loads(factlint("facts", "--format", "json").out)
    facts = [fact for value in row.values() if isinstance(value, list) for fact in value if "start" in fact]
    assert len(facts) > 8
    for fact in facts:
        assert 0 <= fact["start"] <= fact["end"] <= row["length"]
        if "text" in fact:
            assert ARTICLE[fact["start"] : fact["end"]] == fact["text"]


def test_a_table_for_people(factlint: Program) -> None:
    out = factlint("facts", "--format", "table").out
    assert out.startswith("a.txt\n")
    assert "  quotes (1)\n        3:1  “We will not wait,”" in out


def test_what_cannot_be_read_is_told_and_the_rest_printed(factlint: Program) -> None:
    ran = factlint("facts", "a.txt", "b.txt")
    assert len(ran.out.splitlines()) == 1
    assert (ran.status, ran.err) == (2, "b.txt: there is no such file or folder.\n")


def test_the_schema_tells_of_every_attribute(factlint: Program) -> None:
    rows = {row["kind"]: row for row in json.loads(factlint("facts", "--schema", "--format", "json").out)}
    assert list(rows) == list(KINDS)
    for name, (_, kind) in KINDS.items():
        missing = set(getattr(kind, "_fields", ())) - set(rows[name]["attributes"])
        assert not missing, f"{name} does not document {missing}"
    assert factlint("facts", "--schema").out.startswith("headline: The headline.\n")
