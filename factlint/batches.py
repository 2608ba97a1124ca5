"""The rows of an archive through all of it: in batches, so that memory stays flat, and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from factlint.read.archive import Bad
from factlint.read.files import File
from factlint.read.record import Record
from factlint.run import Job, Mark, Result, Worker, run
from factlint.visible import visible

#: Rows that are held at once: enough for every process, few enough for any memory.
BATCH = 512

Checked = tuple[Record | Bad, Result]


def in_batches(
    path: str, rows: Iterable[Record | Bad], worker: Worker, settings: int = 0, processes: int = 1, size: int = BATCH
) -> Iterator[list[Checked]]:
    """The rows of an archive with what came of each, a list a batch; a row that cannot be read has its trouble."""
    waiting = iter(rows)
    while batch := list(islice(waiting, size)):
        jobs = [_job(path, row, settings) for row in batch if isinstance(row, Record)]
        results = run(jobs, worker, processes)
        yield [(row, _marked(next(results), row) if isinstance(row, Record) else _bad(path, row)) for row in batch]


def _job(path: str, record: Record, settings: int) -> Job:
    return Job(File(shown(path, record.id or str(record.row)), path), settings, b"", record=record)


def shown(path: str, id: str) -> str:
    """How an article of an archive is named in reports."""
    return f"{path}#{visible(id)}"


def _marked(result: Result, record: Record) -> Result:
    return result._replace(mark=Mark(record.row, record.id, record.text_at))


def _bad(path: str, bad: Bad) -> Result:
    return Result(shown(path, str(bad.row)), "", trouble=f"{bad.why}.", mark=Mark(bad.row, None, 0))
