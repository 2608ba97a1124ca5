"""How fast factlint is on a Spark of one and of two processors, and whether it says there what the command line says.

    python scripts/measure_spark.py ARTICLES.jsonl... [--rows 20000]

The archives have `text` in each row. The articles measured are sections of those, of 90 to 150 words and no two alike
while there are enough, always the same ones for the same archives. Every row is compared.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

LEAST, MOST = (90, 100, 110), 150  # words of a section
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_PARTITIONS = 16  # for each processor
#: What ten million articles are worked out for: words of each, machines, their processors.
_ARTICLES, _LENGTH, _MACHINES, _PROCESSORS = 10_000_000, 600, 20, 8

Row = tuple[str, str]
Found = Counter[tuple[str, int, int, str, str]]


def sections(articles: list[str]) -> Iterator[str]:
    """Sections of the articles, whole sentences in a row, each once; those of a round begin elsewhere or are longer."""
    cut = [[piece for line in text.splitlines() for piece in pieces(line)] for text in articles]
    seen: set[str] = set()
    for first in range(max(map(len, cut), default=0)):
        for least in LEAST:
            for parts in cut:
                for section in _packed(parts[first:], least):
                    if section not in seen:
                        seen.add(section)
                        yield section


def pieces(line: str) -> list[str]:
    """The sentences of a paragraph, the last with the paragraph's end behind it."""
    found = [sentence for sentence in _SENTENCE.split(line.strip()) if sentence]
    return [f"{sentence} " for sentence in found[:-1]] + [f"{found[-1]}\n\n"] if found else []


def _packed(parts: list[str], least: int) -> Iterator[str]:
    held, words = "", 0
    for part in parts:
        held, words = held + part, words + len(part.split())
        if words >= least:
            if words <= MOST:  # a sentence without end is nobody's article
                yield held.strip()
            held, words = "", 0


def made(paths: list[str], many: int) -> list[Row]:
    """An id and a text for each row; where there are too few sections, they are taken again."""
    texts = [json.loads(line)["text"] for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    found = list(islice(sections(texts), many))
    return [(str(number), text) for number, text in enumerate(islice(cycle(found), many))]


def on_spark(rows: list[Row], processors: int) -> tuple[float, Found, int]:
    """Seconds for all rows once the rules are loaded, the findings, and how many rows could not be checked."""
    from pyspark.sql import SparkSession

    from factlint.spark import lint

    builder = SparkSession.builder.master(f"local[{processors}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "4g")
    spark = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    parts = processors * _PARTITIONS
    warm = spark.createDataFrame(rows[: parts * 2], "id string, text string").repartition(parts)
    lint(warm).collect()  # a process for each processor, with its rules loaded
    articles = spark.createDataFrame(rows, "id string, text string").repartition(parts).cache()
    articles.count()
    start = time.monotonic()
    told = lint(articles).collect()
    took = time.monotonic() - start
    spark.stop()
    keys = (_key(row.asDict(), row["id"]) for row in told if not row["row_error"])
    return took, Counter(keys), sum(bool(row["row_error"]) for row in told)


def on_the_command_line(rows: list[Row]) -> tuple[float, Found]:
    """Seconds that `factlint check` takes for the same rows as an archive, loading the rules too, and the findings."""
    with tempfile.TemporaryDirectory() as folder:
        archive, out = os.path.join(folder, "rows.jsonl"), os.path.join(folder, "found.jsonl")
        Path(archive).write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in rows))
        start = time.monotonic()
        command = [sys.executable, "-m", "factlint", "check", archive, "--format", "jsonl", "-o", out, "--exit-zero"]
        subprocess.run(command, check=True)
        took = time.monotonic() - start
        found = [json.loads(line) for line in Path(out).read_text(encoding="utf-8").splitlines()]
    return took, Counter(_key(row, row["id"]) for row in found)


def _key(row: dict[str, Any], id: str) -> tuple[str, int, int, str, str]:
    return id, row["start"], row["end"], row["code"], row["message"]


def main(paths: list[str], many: int) -> bool:
    """Measures, prints, and tells whether all was the same."""
    rows = made(paths, many)
    words = sum(len(text.split()) for _, text in rows)
    alone, expected = on_the_command_line(rows)
    one, found, failed = on_spark(rows, 1)
    two, again, _ = on_spark(rows, 2)
    speed = words / one
    hours = _ARTICLES * _LENGTH / (speed * _MACHINES * _PROCESSORS) / 3600
    differ = {id for id, *_ in (expected - found) + (found - expected)}
    print(f"{len(rows):,} articles, {words:,} words, {found.total():,} findings, {failed:,} that could not be checked")
    print(f"one processor: {one:.0f} s, {speed:,.0f} words a second")
    print(f"two processors: {two:.0f} s, {words / two:,.0f} words a second, {one / two:.2f} times as fast")
    print(f"the command line, with {os.cpu_count()} processors: {alone:.0f} s")
    print(f"rows whose findings are not those of the command line: {len(differ):,} of {len(rows):,}")
    print(f"the same with one and two processors: {found == again}")
    large = f"{_ARTICLES:,} articles of {_LENGTH} words on {_MACHINES} machines of {_PROCESSORS} processors"
    print(f"{large}: {hours:.1f} hours")
    return not differ and found == again and not failed


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark's workers take whatever python3 is on the path
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", metavar="ARTICLES.jsonl")
    parser.add_argument("--rows", type=int, default=20_000)
    given = parser.parse_args()
    sys.exit(0 if main(given.articles, given.rows) else 1)
