"""The facts of articles as tables, for people who write rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factlint.lint.findings import Lines
from factlint.report.excerpt import cell, cut, display_width
from factlint.report.paint import paint
from factlint.run import Result

_PLACE = 9
_WORDS = 40


def as_table(results: Iterable[Result], width: int, colour: bool) -> Iterator[str]:
    """For each article a table of each kind: where, the words, and what is known of them."""
    for result in results:
        yield paint("strong", result.path, colour) + "\n"
        lines = Lines(result.source)
        names = {person["id"]: person["name"] for person in (result.row or {}).get("people", ())}
        for kind, rows in (result.row or {}).items():
            if isinstance(rows, list) and rows and kind not in ("paragraphs", "sentences"):
                yield f"\n  {paint('strong', kind, colour)} ({len(rows)})\n"
                yield from (_line(row, result.source, lines, width, names) for row in rows)
        yield "\n"


def _line(row: dict[str, Any], source: str, lines: Lines, width: int, names: dict[str, str]) -> str:
    start = row["start"] if "start" in row else row["mentions"][0]["start"]
    words = source[row["start"] : row["end"]] if "start" in row else row["name"]
    place = "{}:{}".format(*lines.at(start))
    shown = cut(" ".join(words.split()), _WORDS)
    known = ", ".join(_known(row, names, source))
    line = f"  {place:>{_PLACE}}  {shown}{' ' * (_WORDS - display_width(shown))}  "
    return (line + cut(known, max(20, width - _PLACE - _WORDS - 6))).rstrip() + "\n"


def _known(row: dict[str, Any], names: dict[str, str], source: str) -> Iterator[str]:
    for name, value in row.items():
        if name in ("start", "end", "text", "id", "name") or value is None or value is False:
            continue
        if name == "mentions":
            yield f"{len(value)} mention{'' if len(value) == 1 else 's'}"
        elif isinstance(value, dict):
            words = value.get("text") or source[value["start"] : value["end"]]
            person = names.get(value.get("person") or "", words)
            yield f"{name} “{words}”" + (f" ({person})" if person != words else "")
        elif name == "person":
            yield names.get(value, value)
        else:
            yield name if value is True else f"{name} {_safe(value)}"


def _safe(value: Any) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return "".join(cell(character)[0] for character in " ".join(text.split()))
