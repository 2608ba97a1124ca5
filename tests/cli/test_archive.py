"""`factlint check` of archives: JSON Lines, CSV and Parquet, a row an article."""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pytest

from factlint.cli import application
from factlint.cli.resumption import Resumption
from factlint.lexicon import Lexicon
from factlint.lint.compiled import product
from factlint.read.archive import Bad, Columns, records
from factlint.read.record import Record, read_record

SOUND = {
    "id": "a",
    "headline": "Pool to shut",
    "body": "The pool shuts in May, the council said.",
    "date": "2024-03-11",
}
FOUND = {
    "id": "b",
    "headline": "Dam full",
    "body": "The dam was full on Monday, the county said.\n\n(MORE)\n\nIt may overflow by Friday.",
    "date": "2024-04-02",
    "outlet": "Gazette",
}


class Done(NamedTuple):
    exit_code: object
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program in this process, which costs no start."""

    def once(*arguments: str) -> Done:
        with pytest.raises(SystemExit) as ended:
            application(arguments)(list(arguments), prog_name="factlint")
        return Done(ended.value.code, *capsys.readouterr())

    return once


LEXICON: Lexicon = product().lexicon


def jsonl(path: Path, *rows: object) -> str:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def table(path: Path, *rows: dict[str, str]) -> str:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(FOUND))
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def test_a_finding_is_placed_in_its_row_and_field(run: Run, tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", SOUND, FOUND)
    done = run("check", archive, "--format", "jsonl")
    assert done.exit_code == 1
    (finding,) = map(json.loads, done.stdout.splitlines())
    assert (finding["path"], finding["code"]) == (f"{archive}#b", "RES106")
    assert (finding["row"], finding["id"], finding["field"]) == (2, "b", "text")
    assert FOUND["body"][finding["field_start"] : finding["field_end"]] == "(MORE)"
    assert (finding["line"], finding["column"]) == (5, 1)


@pytest.mark.parametrize("kind", ["csv", "jsonl.gz", "parquet"])
def test_every_kind_of_archive_says_the_same(run: Run, kind: str, tmp_path: Path) -> None:
    rows = [SOUND | {"outlet": ""}, FOUND]
    archive = tmp_path / f"archive.{kind}"
    if kind == "csv":
        table(archive, *rows)
    elif kind == "parquet":
        arrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
        pytest.importorskip("pyarrow.parquet").write_table(arrow.Table.from_pylist(rows), str(archive))
    else:
        archive.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    done = run("check", str(archive), "--format", "concise")
    assert done.stdout == (
        f"{archive}#b:5:1: error RES106 “(MORE)” is a signal to the desk, not a part of the story.\n"
    )


def test_a_row_that_fails_stops_none_behind_it(run: Run, tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", '{"body": \n', {"title": "No text"}, [1], {"text": 3}, "\n", FOUND)
    done = run("check", archive, "--format", "concise")
    assert done.exit_code == 2
    assert done.stdout.startswith(f"{archive}#b:5:1: error RES106")
    assert done.stderr.splitlines() == [
        f"{archive}#1: its row is not JSON.",
        f"{archive}#2: it has no column of any name for the text; give it with --text-field (its columns: “title”).",
        f"{archive}#3: its row is no object with columns.",
        f"{archive}#4: its text is no text.",
        "1 error in 1 article.",
    ]


def test_columns_are_named_on_the_command_line(run: Run, tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", {"nr": 7, "fields": {"words": FOUND["body"]}, "kop": "Dam full"})
    named = ("--text-field", "fields.words", "--headline-field", "kop", "--id-field", "nr")
    done = run("check", archive, *named, "--format", "concise")
    assert done.stdout.startswith(f"{archive}#7:5:1: error RES106")


def test_statistics_count_by_rule_outlet_and_month(run: Run, tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", SOUND, FOUND, FOUND)
    done = run("check", archive, "--statistics", "--format", "jsonl")
    none = {"errors": 0, "warnings": 0, "notes": 0, "per_thousand_words": 0.0}
    two = {"articles": 2, "words": 34, "errors": 2, "warnings": 0, "notes": 0, "per_thousand_words": 58.824}
    assert list(map(json.loads, done.stdout.splitlines())) == [
        {"code": "RES106", "rule": "wire-slug-left", "severity": "error", "count": 2},
        {"outlet": None, "articles": 1, "words": 11, **none},
        {"outlet": "Gazette", **two},
        {"month": "2024-03", "articles": 1, "words": 11, **none},
        {"month": "2024-04", **two},
    ]


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [FOUND | {"id": str(number)} for number in range(6)]
    archive, out = jsonl(tmp_path / "archive.jsonl", *rows), tmp_path / "out.jsonl"
    monkeypatch.setattr("factlint.batches.in_batches.__defaults__", (0, 1, 2))
    whole = run("check", archive, "--format", "jsonl", "-o", str(out))
    expected = out.read_bytes()
    assert whole.exit_code == 1
    assert not (tmp_path / "out.jsonl.progress").exists()

    note = Resumption._note

    def stopped(mine: Resumption, out: BinaryIO, run: dict[str, Any]) -> None:
        note(mine, out, run)
        if run["counts"]["articles"] == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(Resumption, "_note", stopped)
    run("check", archive, "--format", "jsonl", "-o", str(out))
    assert out.read_bytes() == b"".join(expected.splitlines(keepends=True)[:4])
    with out.open("ab") as file:
        file.write(b'{"half a li')
    monkeypatch.setattr(Resumption, "_note", note)
    done = run("check", archive, "--format", "jsonl", "-o", str(out), "--resume")
    assert out.read_bytes() == expected
    assert done.stderr == "6 errors in 6 articles.\n"


def test_what_does_not_go_with_an_archive_is_told(run: Run, tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", SOUND)
    (tmp_path / "a.txt").write_text("The pool shuts in May.")
    for arguments in ([archive, str(tmp_path / "a.txt")], [archive, "--fix"], [archive, "--resume"]):
        done = run("check", *arguments)
        assert done.exit_code == 2
        assert done.stderr.count("\n") == 1


def test_an_archive_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("check", str(tmp_path / "none.jsonl"))
    assert (done.exit_code, done.stderr) == (2, f"{tmp_path / 'none.jsonl'}: there is no such file or folder.\n")


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    archive = jsonl(tmp_path / "archive.jsonl", *(SOUND | {"id": str(number)} for number in range(5)))
    read = list(records(archive, Columns(), LEXICON, skip=3))
    assert [(row.row, row.id) for row in read if isinstance(row, Record)] == [(4, "3"), (5, "4")]
    assert not any(isinstance(row, Bad) for row in read)


@pytest.mark.parametrize(
    "text", ["The pool shuts.\n\nIt was late.", "<p>The pool shuts.</p><p>It <b>was</b> late.</p>"]
)
def test_a_row_is_an_article_whose_headline_is_known(text: str) -> None:
    record = Record(1, "a", text, "“It was late.”", "11 March 2024", "Ida Holm")
    article = read_record("a#1", record, LEXICON)
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("headline", "“It was late.”"),
        ("paragraph", "The pool shuts."),
        ("paragraph", "It was late."),
    ]
    assert (article.metadata.date, article.metadata.author) == ("2024-03-11", "Ida Holm")
    at = article.text.index("late.", 20)
    place = article.map.start(at) if article.map else at
    assert record.source[place : place + 5] == "late."
