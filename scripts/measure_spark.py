"""How fast factlint is on a Spark of one and of two processors, and whether it says there what it says without Spark.

    python scripts/measure_spark.py ARTICLES.jsonl [HOW_MANY]

ARTICLES is an archive with `text` in each row; its rows are repeated until there are HOW_MANY (20,000 unless told).
"""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from pyspark.sql import SparkSession

from factlint.api import lint_text
from factlint.spark import lint

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark's workers take whatever python3 is on the path
#: Rows of which each is checked without Spark as well.
COMPARED = 200


def texts(path: str, many: int) -> list[tuple[str, str]]:
    """An id and a text for each row."""
    rows = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return [(str(number), text) for number, text in enumerate(islice(cycle(rows), many))]


def measured(rows: list[tuple[str, str]], processors: int) -> tuple[float, set[tuple[str, int, str]]]:
    """Seconds for all rows once the rules are loaded, and the findings."""
    builder = SparkSession.builder.master(f"local[{processors}]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.memory", "4g").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    articles = spark.createDataFrame(rows, "id string, text string").repartition(processors * 8).cache()
    articles.count()
    lint(articles.limit(processors * 4)).collect()
    start = time.monotonic()
    found = {(row["id"], row["start"], row["code"]) for row in lint(articles).collect()}
    took = time.monotonic() - start
    spark.stop()
    return took, found


def main(path: str, many: int = 20_000) -> None:
    rows = texts(path, many)
    words = sum(len(text.split()) for _, text in rows)
    one, found = measured(rows, 1)
    two, same = measured(rows, 2)
    alone = {(id, f.start, f.code) for id, text in rows[:COMPARED] for f in lint_text(text)}
    kept = {row for row in found if int(row[0]) < COMPARED}
    print(f"{many:,} articles, {words:,} words, {len(found):,} findings")
    print(f"one processor: {one:.0f} s, {words / one:,.0f} words a second")
    print(f"two processors: {two:.0f} s, {one / two:.2f} times as fast")
    print(f"the same with one and two: {found == same}; the same without Spark: {kept == alone}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
