"""Archives: files of a row an article, as JSON Lines, CSV or Parquet. Read row by row, however large they are."""

from __future__ import annotations

import csv
import gzip
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from factlint.read.decode import ReadError
from factlint.read.record import Record
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LONGEST_ROW = 8_000_000  # bytes
_LONGEST_TEXT = 1_000_000  # code points of an article
_ROWS = 256  # of a Parquet file that are held at once
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}
_ROLES = ("text", "headline", "date", "author", "id", "outlet")


class Columns(NamedTuple):
    """The names of the columns that somebody has given; "" for one that is to be told by its name."""

    text: str = ""
    headline: str = ""
    date: str = ""
    id: str = ""
    outlet: str = ""


class Bad(NamedTuple):
    """A row that cannot be read: its place, from 1, and a sentence about it without its end."""

    row: int
    why: str


def kind_of_archive(path: str) -> str | None:
    """Which kind of archive a path is by its suffix (jsonl, csv or parquet), or None."""
    plain = path.lower().removesuffix(".gz")
    kind = _SUFFIXES.get(os.path.splitext(plain)[1])
    return None if kind == "parquet" and plain != path.lower() else kind


def records(path: str, columns: Columns, lexicon: Lexicon, skip: int = 0) -> Iterator[Record | Bad]:
    """The rows of an archive behind the first `skip`, in order; one that cannot be read stops none behind it.

    Raises ReadError where the archive itself cannot be read, OSError where the file cannot.
    """
    kind = kind_of_archive(path)
    named = _Names(columns, lexicon)
    rows = {"jsonl": _json_rows, "csv": _csv_rows}.get(kind or "", _parquet_rows)
    for number, row in rows(path, skip):
        yield row if isinstance(row, Bad) else named.record(number, row)


class _Names:
    """Which column is what: as given, else by the names that the lexicon has."""

    def __init__(self, columns: Columns, lexicon: Lexicon) -> None:
        fields = lexicon.values("front-matter-fields")
        usual = {
            "text": lexicon.values("body-fields"),
            "headline": fields["headline"],
            "date": fields["date"],
            "author": fields["author"],
            "id": lexicon.values("id-fields"),
            "outlet": lexicon.values("outlet-fields"),
        }
        given = columns._asdict()
        self._given = {role: given.get(role, "") for role in _ROLES}
        self._usual: dict[str, list[str]] = {role: list(map(str, usual[role])) for role in _ROLES}

    def record(self, number: int, row: Mapping[str, Any]) -> Record | Bad:
        """What a row tells, or what is wrong with it."""
        plain = {str(key).strip().lower().replace("-", "_"): value for key, value in row.items()}
        told = {role: self._value(role, row, plain) for role in _ROLES}
        text = told["text"]
        if text is None:
            wanted = self._given["text"]
            there = ", ".join(f"“{key}”" for key in list(row)[:12]) or "none"
            name = f"“{wanted}”" if wanted else "any name for the text; give it with --text-field"
            return Bad(number, f"it has no column of {name} (its columns: {there})")
        if not isinstance(text, str):
            return Bad(number, "its text is no text")
        if len(text) > _LONGEST_TEXT:
            return Bad(number, f"it is too long to be an article: more than {_LONGEST_TEXT:,} characters")
        rest = {role: _words(told[role]) for role in _ROLES if role not in ("text", "id")}
        return Record(number, _words(told["id"]) or None, text, **rest)

    def _value(self, role: str, row: Mapping[str, Any], plain: Mapping[str, Any]) -> Any:
        if given := self._given[role]:
            return row[given] if given in row else _within(row, given)
        return next((plain[name] for name in self._usual[role] if plain.get(name) is not None), None)


def _within(row: Any, path: str) -> Any:
    """A value within others: fields.body."""
    for name in path.split("."):
        row = row.get(name) if isinstance(row, Mapping) else None
    return row


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, date):
        return value.isoformat()[:10]
    return "" if value is None or isinstance(value, (dict, bytes)) else " ".join(str(value).split())


def _opened(path: str) -> IO[bytes]:
    return gzip.open(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")  # type: ignore[return-value]


def _json_rows(path: str, skip: int) -> Iterator[tuple[int, Mapping[str, Any] | Bad]]:
    with _opened(path) as file:
        number = 0
        while line := file.readline(_LONGEST_ROW):
            number += 1
            whole = len(line) < _LONGEST_ROW or line.endswith(b"\n")
            while not whole:
                more = file.readline(_LONGEST_ROW)
                whole = not more or more.endswith(b"\n")
                line = b""
            if number <= skip:
                continue
            if line and not line.strip():
                continue
            yield number, _json_row(number, line)


def _json_row(number: int, line: bytes) -> Mapping[str, Any] | Bad:
    if not line:
        return Bad(number, f"its row is longer than {_LONGEST_ROW // 1_000_000} MB")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Bad(number, "its row is not UTF-8")
    except (ValueError, RecursionError):
        return Bad(number, "its row is not JSON")
    return row if isinstance(row, dict) else Bad(number, "its row is no object with columns")


def _csv_rows(path: str, skip: int) -> Iterator[tuple[int, Mapping[str, Any] | Bad]]:
    csv.field_size_limit(_LONGEST_ROW)
    import io

    with _opened(path) as file, io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="") as text:
        head = text.readline(_LONGEST_ROW)
        marks = "\t" if "\t" in head else ";" if head.count(";") > head.count(",") else ","
        with suppress(csv.Error, StopIteration):
            names = next(csv.reader([head], delimiter=marks))
            reader = csv.reader(text, delimiter=marks)
            number = 0
            while True:
                number += 1
                try:
                    cells = next(reader)
                except csv.Error as error:
                    yield number, Bad(number, f"its row is no CSV: {error}")
                    continue
                if number > skip and cells:
                    yield number, _csv_row(number, names, cells)


def _csv_row(number: int, names: list[str], cells: list[str]) -> Mapping[str, Any] | Bad:
    if len(cells) > len(names):
        return Bad(number, f"its row has {len(cells)} cells, and the first row names {len(names)} columns")
    if any("\udc80" <= character <= "\udcff" for cell in cells for character in cell):
        return Bad(number, "its row is not UTF-8")
    return dict(zip(names, cells, strict=False))


def _parquet_rows(path: str, skip: int) -> Iterator[tuple[int, Mapping[str, Any] | Bad]]:
    try:
        from pyarrow import ArrowException  # type: ignore[import-not-found,import-untyped,unused-ignore]
        from pyarrow.parquet import ParquetFile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        raise ReadError("it is Parquet, which needs an extra: pip install 'factlint[parquet]'") from None
    try:
        with ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS):
                if number + batch.num_rows <= skip:
                    number += batch.num_rows
                    continue
                for row in batch.to_pylist():
                    number += 1
                    if number > skip:
                        yield number, row
    except ArrowException as error:
        raise ReadError(f"it is damaged Parquet: {str(error).splitlines()[0].rstrip('.')}") from None
