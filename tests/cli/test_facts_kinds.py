"""`factlint facts --kinds`: the grammar below the facts, and nothing that was not asked for."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program

TEXT = "Ann Roe, a baker, sold the mill."


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")


def test_only_the_kinds_asked_for_are_printed(factlint: Program) -> None:
    ran = factlint("facts", "story.txt", "--format", "jsonl", "--kinds", "tokens,clauses")
    assert ran.status == 0
    assert set(json.loads(ran.out)) == {"path", "length", "tokens", "clauses"}


def test_clauses_and_phrases_point_at_words_of_the_source(factlint: Program) -> None:
    ran = factlint("facts", "story.txt", "--format", "jsonl", "--kinds", "phrases,clauses")
    row = json.loads(ran.out)

    def words(span: dict[str, int] | None) -> str | None:
        return None if span is None else TEXT[span["start"] : span["end"]]

    assert [(words(c["verb"]), words(c["subject"]), words(c["object"])) for c in row["clauses"]] == [
        ("sold", "Ann", "mill")
    ]
    assert [(words(p), words(p["apposition_of"])) for p in row["phrases"]] == [
        ("Ann Roe", None),
        ("a baker", "Ann"),
        ("the mill", None),
    ]


def test_phrases_of_the_line_that_tells_the_day_are_printed_with_the_rest(factlint: Program, tmp_path: Path) -> None:
    text = "Mill sold\n\nFriday, July 21, 2017\n\nAnn Roe sold the mill.\n"
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    rows = json.loads(factlint("facts", "story.txt", "--format", "jsonl", "--kinds", "phrases").out)["phrases"]
    heads = [tuple(text[h["start"] : h["end"]] if h else None for h in (r["head"], r["apposition_of"])) for r in rows]
    assert heads == [("Mill", None), ("Friday", None), ("21", "Friday"), ("2017", None), ("Ann", None), ("mill", None)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("She tagged it #OpenLedger.", "#OpenLedger"),
        ("It was written by Hale & Drew.", "Hale"),
        ("It lasted from 1868–1912.", "1868"),
        ("He met Ann Shepherd.", "Ann"),
    ],
)
def test_a_head_is_that_of_universal_dependencies(factlint: Program, tmp_path: Path, text: str, head: str) -> None:
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    rows = json.loads(factlint("facts", "story.txt", "--format", "jsonl", "--kinds", "phrases").out)["phrases"]
    assert text[rows[-1]["head"]["start"] : rows[-1]["head"]["end"]] == head


def test_a_kind_that_does_not_exist_is_told_with_the_nearest(factlint: Program) -> None:
    ran = factlint("facts", "story.txt", "--format", "jsonl", "--kinds", "frases")
    assert ran.status == 2
    assert "frases" in ran.err
    assert "phrases" in ran.err
