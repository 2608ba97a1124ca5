"""factlint on Spark: the findings, or the facts, of a table of articles. Needs the extra `spark`.

>>> from factlint.spark import lint
>>> lint(spark.read.parquet("articles.parquet"), text="body", id="id").write.parquet("findings.parquet")
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.config.settings import Choice, Configs, Settings
from factlint.read.files import File
from factlint.read.record import Record
from factlint.run import Job, Plan, Worker

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

    from factlint.lint.findings import Finding

#: The columns of findings; offsets are code points of the headline, an empty line and the text, as on the command line.
FINDINGS = (
    "id string, row_error string, code string, rule string, severity string, message string, help string, "
    "start int, end int, field string, field_start int, field_end int, sentence string"
)
#: Those of facts: the facts of an article as JSON.
FACTS = "id string, row_error string, facts string"


def lint(
    articles: DataFrame,
    text: str = "text",
    id: str = "id",
    *,
    headline: str | None = None,
    date: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: str | None = None,
) -> DataFrame:
    """A row for each finding, with the columns FINDINGS.

    `text`, `id`, `headline` and `date` name columns of `articles`. An article that cannot be checked gives one row with
    the reason in `row_error`; it never fails a task. Settings and rules are read where the driver runs, and sent once.

    Raises ProblemsError, at once, where a rule or the configuration is wrong.
    """
    plan = _plan(Choice(tuple(select), tuple(ignore), config=config), facts=False)
    return _mapped(articles, (id, text, headline, date), plan, FINDINGS)


def facts(
    articles: DataFrame,
    text: str = "text",
    id: str = "id",
    *,
    headline: str | None = None,
    date: str | None = None,
    config: str | None = None,
) -> DataFrame:
    """A row for each article, with the columns FACTS: what `factlint facts --format jsonl` prints of it."""
    return _mapped(articles, (id, text, headline, date), _plan(Choice(config=config), facts=True), FACTS)


def _plan(choice: Choice, facts: bool) -> Plan:
    configs = Configs(choice)
    settings: Settings = configs.default
    plan = Plan((settings,), facts=facts, keep=False)
    assert Worker(plan).rules is not None, "what is wrong with them is told before anything is sent"
    return plan


def _mapped(articles: DataFrame, columns: tuple[str | None, ...], plan: Plan, schema: str) -> DataFrame:
    """The articles through a plan, which Spark sends to each machine once."""
    session = articles.sparkSession
    names = [name for name in columns if name is not None]
    kept = articles.select(*dict.fromkeys(names))
    packed = pickle.dumps(plan)
    sent = session.sparkContext.broadcast(packed)

    def work(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        yield from _checked(batches, columns, _worker(sent.value))

    return kept.mapInArrow(work, schema)


def _checked(
    batches: Iterable[pyarrow.RecordBatch], columns: tuple[str | None, ...], worker: Worker
) -> Iterator[pyarrow.RecordBatch]:
    from pyarrow import RecordBatch, array, int32, string

    fields = (FACTS if worker.plan.facts else FINDINGS).split(", ")
    names = [field.split()[0] for field in fields]
    for batch in batches:
        given = {name: batch.column(batch.schema.get_field_index(name)).to_pylist() for name in columns if name}
        rows: list[dict[str, Any]] = []
        for at in range(batch.num_rows):
            id, text, headline, date = (given[name][at] if name else None for name in columns)
            rows += _rows(worker, id, text, headline, date)
        made = [
            array([row.get(name) for row in rows], int32() if field.endswith(" int") else string())
            for name, field in zip(names, fields, strict=True)
        ]
        yield RecordBatch.from_arrays(made, names)


@lru_cache(maxsize=2)
def _worker(packed: bytes) -> Worker:
    """One for each process of Spark's: rules are compiled once in it, however many tasks it is given."""
    plan: Plan = pickle.loads(packed)
    return Worker(plan)


def _rows(worker: Worker, id: Any, text: Any, headline: Any, date: Any) -> list[dict[str, Any]]:
    """What becomes of one article."""
    named = None if id is None else str(id)
    if not isinstance(text, str):
        return [{"id": named, "row_error": "its text is no text."}]
    day = date.isoformat()[:10] if hasattr(date, "isoformat") else str(date or "")
    record = Record(0, named, text, " ".join(str(headline or "").split()), day)
    result = worker(Job(File(named or "", named or ""), 0, b"", record=record))
    if result.trouble is not None:
        return [{"id": named, "row_error": result.trouble}]
    if result.row is not None:
        return [{"id": named, "facts": json.dumps(result.row, ensure_ascii=False)}]
    return [_row(named, finding, record) for finding in result.findings]


def _row(id: str | None, finding: Finding, record: Record) -> dict[str, Any]:
    in_text = finding.start >= record.text_at
    before = record.text_at if in_text else 0
    return {
        "id": id,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "start": finding.start,
        "end": finding.end,
        "field": "text" if in_text else "headline",
        "field_start": finding.start - before,
        "field_end": finding.end - before,
        "sentence": finding.sentence,
    }
