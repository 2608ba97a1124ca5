"""factlint on Spark: a real local Spark says row by row what the command line says."""

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
pytest.importorskip("pyarrow", reason="the extra `spark` is not installed")
if shutil.which("java") is None:
    pytest.skip("there is no Java, which Spark needs", allow_module_level=True)

from pyspark.sql import SparkSession

from factlint.api import facts as facts_of
from factlint.api import lint_text
from factlint.spark import facts, lint
from factlint.yamlfile import ProblemsError

pytestmark = pytest.mark.slow

ARTICLES = [
    ("a", "The pool shuts in May, the council said."),
    ("b", "The dam was full on Monday, the county said.\n\n(MORE)\n\nIt may overflow by Friday."),
    ("c", None),
    ("d", "The the mayor opened the bridge on Friday. /EPA"),
    *(
        (f"e{number}", f"The dam was full, the county said.\n\n(MORE)\n\nIt holds {number} tonnes.")
        for number in range(40)
    ),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_findings_are_those_of_the_command_line_row_by_row(spark: Any) -> None:
    articles = spark.createDataFrame(ARTICLES, "key string, body string").repartition(4)
    rows = [row.asDict() for row in lint(articles, text="body", id="key").collect()]
    told = {(row["id"], row["start"], row["end"], row["code"], row["message"]) for row in rows if not row["row_error"]}
    expected = {
        (id, finding.start, finding.end, finding.code, finding.message)
        for id, text in ARTICLES
        if text is not None
        for finding in lint_text(text)
    }
    assert told == expected
    assert len(rows) == len(expected) + 1
    assert [(row["id"], row["row_error"]) for row in rows if row["row_error"]] == [("c", "its text is no text.")]


def test_a_headline_and_a_day_may_have_columns_of_their_own(spark: Any) -> None:
    row = ("a", "Pool to shut", "The pool shuts in May, the council said.\n\n(MORE)\n\nIt was late.", "2024-03-11")
    articles = spark.createDataFrame([row], "id string, title string, text string, day string")
    (found,) = lint(articles, headline="title", date="day").collect()
    assert (found["code"], found["field"]) == ("RES106", "text")
    assert row[2][found["field_start"] : found["field_end"]] == "(MORE)"
    assert found["start"] == len(row[1]) + 2 + found["field_start"]


def test_facts_are_those_of_the_command_line(spark: Any) -> None:
    text = "Ann Roe, the mayor, opened the bridge on 4 May 2024."
    (row,) = facts(spark.createDataFrame([("a", text)], "id string, text string")).collect()
    assert json.loads(row["facts"])["people"] == facts_of(text)["people"]


def test_a_wrong_choice_is_told_at_once(spark: Any) -> None:
    with pytest.raises(ProblemsError):
        lint(spark.createDataFrame([("a", "b")], "id string, text string"), select=["XYZ999"])
