"""factlint-accepted.yml: findings that somebody has looked at and let stand, outside the copy.

An entry is a line, so that git merges the work of two people line by line: the rule's code, the fingerprint of the
sentence, and for people where it was, who accepted it, when and why. It holds while the sentence is what it was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factlint.record import NamedTuple
from factlint.triage.entries import Known

if TYPE_CHECKING:
    from factlint.config.settings import Settings

NAME = "factlint-accepted.yml"

HEADER = """\
# Findings that somebody has looked at and let stand. “factlint accept” adds a line, “factlint accepted” lists them.
# A line holds while its sentence stays as it is.
"""
#: With this, git takes the lines of both sides when two people have added some.
ATTRIBUTES = f"{NAME} merge=union\n"


class Acceptance(NamedTuple):
    """One finding that was accepted. The attributes are the keys of an entry.

    code: the rule's.
    sentence: the sentence's fingerprint.
    file: where it was, from the folder of the file of entries.
    words: what was flagged.
    by: who accepted it.
    on: the day, ISO 8601.
    reason: why.
    """

    code: str
    sentence: str
    file: str = ""
    words: str = ""
    by: str = ""
    on: str = ""
    reason: str = ""

    def line(self) -> str:
        """The entry as its file has it."""
        pairs = ((key, value) for key, value in self._asdict().items() if value)
        plain = ("code", "on")
        return (
            "- {"
            + ", ".join(f"{k}: {v if k in plain else json.dumps(v, ensure_ascii=False)}" for k, v in pairs)
            + "}\n"
        )


def file_for(settings: Settings, place: str) -> str | None:
    """The file of entries that holds for an article: beside its configuration, else the nearest above; None if none."""
    if settings.base:
        file = os.path.join(settings.base, NAME)
        return file if os.path.isfile(file) else None
    folder = os.path.dirname(os.path.abspath(place))
    while not os.path.isfile(os.path.join(folder, NAME)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return os.path.join(folder, NAME)


def read_accepted(file: str) -> Known[Acceptance]:
    """The entries of a file; raises ProblemsError with every mistake in it."""
    from factlint.nearest import nearest
    from factlint.read.files import reason, shown
    from factlint.yamlfile import Problem, ProblemsError, load_document

    path = shown(os.path.relpath(file))
    try:
        with open(file, "rb") as stream:
            raw = stream.read()
    except OSError as error:
        raise ProblemsError([Problem(path, 1, 1, f"This file of accepted findings: {reason(error)}.")]) from None
    document = load_document(path, raw, most_nodes=2_000_000)
    problems: list[Problem] = []
    entries: list[Acceptance] = []

    def wrong(at: tuple[Any, ...], message: str) -> None:
        problems.append(Problem(path, *document.places.get(at, (1, 1)), message))

    rows = document.data if document.data is not None else []
    if not isinstance(rows, list):
        wrong((), "A file of accepted findings is a list, one line an entry.")
        rows = []
    for number, row in enumerate(rows):
        if not isinstance(row, dict) or not row.get("code") or not row.get("sentence"):
            wrong((number,), "An entry has at least a code and a sentence: {code: NAM101, sentence: …}.")
            continue
        row["code"] = str(row["code"]).upper()
        unknown = [key for key in row if key not in Acceptance._fields]
        for key in unknown:
            hint = nearest(key, Acceptance._fields)
            keys = ", ".join(Acceptance._fields)
            wrong((number, "key", key), f"An entry has no key “{key}”.{hint} Keys: {keys}.")
        if not unknown:
            entries.append(Acceptance(**{key: str(value) for key, value in row.items() if value is not None}))
    if problems:
        raise ProblemsError(problems)
    return Known(os.path.dirname(os.path.abspath(file)), entries)


def write_accepted(file: str, entries: Iterable[Acceptance]) -> None:
    """Writes a file of entries whole, in order of the file they are about; raises OSError."""
    from factlint.store import put_whole

    rows = sorted(set(entries), key=lambda entry: (entry.file, entry.code, entry.sentence, entry))
    put_whole(file, (HEADER + "".join(entry.line() for entry in rows)).encode())
