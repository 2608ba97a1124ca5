"""Findings kept between runs: an article that has not changed, under rules that have not, is not checked again."""

from __future__ import annotations

import marshal
import os
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from factlint.store import cache_folder, put

if TYPE_CHECKING:
    from factlint.config import Settings
    from factlint.lint.findings import Finding, Fix
    from factlint.run import Job, Plan

#: The most articles whose findings are kept for one set of rules; the oldest go first.
_MOST = 5_000

Row = tuple[Any, ...]


class Kept:
    """The findings of earlier runs under the same rules, settings and code; a change in any of them forgets all."""

    def __init__(self, plan: Plan) -> None:
        self._rows: dict[bytes, list[Row]] = {}
        self._new = False
        self._names = [repr(_plain(settings)).encode() for settings in plan.settings]
        self._way = repr((plan.format, plan.encoding)).encode()
        self._key = _key(plan)
        file = f"findings-{zlib.crc32(b''.join((*sorted(self._names), self._way))):08x}.bin"
        self._path = os.path.join(cache_folder(), file)
        if self._key is None:
            return
        try:
            with open(self._path, "rb") as stream:
                key, rows = marshal.loads(stream.read())
            if key == self._key:
                self._rows = rows
        except (OSError, ValueError, EOFError, TypeError):
            pass

    def name(self, job: Job, raw: bytes) -> bytes:
        """What the findings about a file are kept under: its content, its suffix, and the settings for it."""
        digest = blake2b(raw, digest_size=16)
        digest.update(os.path.splitext(job.file.path)[1].lower().encode("utf-8", "replace") + b"\0")
        digest.update(self._names[job.settings])
        return digest.digest()

    def get(self, name: bytes, path: str) -> tuple[Finding, ...] | None:
        """The findings, as about a file of this path, or None where they are not known."""
        rows = self._rows.get(name)
        if rows is None:
            return None
        from factlint.lint.findings import Finding, Related

        return tuple(
            Finding._make((path, *row[:-3], tuple(map(Related._make, row[-3])), row[-2], _fix(row[-1]))) for row in rows
        )

    def add(self, name: bytes, findings: tuple[Finding, ...]) -> None:
        """Keeps findings, in memory until `write`."""
        self._rows[name] = [
            (*finding[1:-3], tuple(map(tuple, finding.related)), finding.sentence, _row(finding.fix))
            for finding in findings
        ]
        self._new = True

    def write(self) -> None:
        """Writes what is new."""
        if self._new and self._key is not None:
            names = list(self._rows)[-_MOST:]
            put(self._path, marshal.dumps((self._key, {name: self._rows[name] for name in names})))
            self._new = False


def _row(fix: Fix | None) -> Row | None:
    return None if fix is None else (fix.safe, tuple(map(tuple, fix.edits)))


def _fix(row: Row | None) -> Fix | None:
    from factlint.lint.findings import Edit, Fix

    return None if row is None else Fix(row[0], tuple(map(Edit._make, row[1])))


def _key(plan: Plan) -> Row | None:
    """The state of everything that findings follow from, but for the articles; None where it cannot be told."""
    from factlint.lint.cache import rules_key, stamps
    from factlint.lint.rulebook import folders_of

    rules = [rules_key(*folders_of(settings)) for settings in plan.settings]
    if None in rules:
        return None
    try:
        code = tuple(stamps(os.path.dirname(__file__), (".py",)))
    except OSError:
        return None
    return code, tuple(rules)


def _plain(settings: Settings) -> Row:
    """What of the settings bears on findings, in one order."""
    return (
        settings.select,
        settings.ignore,
        sorted(settings.severity.items()),
        sorted((rule, sorted(values.items())) for rule, values in settings.options.items()),
        [os.path.abspath(folder) for folder in settings.folders],
        settings.default_rules,
        sorted(settings.known),
        sorted(settings.style.items()),
        settings.extend,
        [(word.list, word.entry, word.label, word.added) for word in settings.words],
    )
