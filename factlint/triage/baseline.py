"""A baseline: the findings that an archive had on the day it was written. They rest; only new ones are told."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any

from factlint.lint.findings import Finding
from factlint.record import NamedTuple
from factlint.triage.entries import Known

_VERSION = 1


class Old(NamedTuple):
    """Findings of one rule in one sentence.

    code: the rule's.
    sentence: the sentence's fingerprint.
    file: the article's path from the baseline's folder.
    times: how many there are.
    """

    code: str
    sentence: str
    file: str
    times: int


class BaselineError(ValueError):
    """A file that is no baseline; the message is a sentence about it."""


class Baseline:
    """The old findings, and how many of them have been met again in this run."""

    def __init__(self, base: str, old: Iterable[Old] = ()) -> None:
        self.known = Known(base, old)
        self._met: Counter[Old] = Counter()
        self._now: Counter[tuple[str, str, str]] = Counter()

    def knows(self, finding: Finding, place: str) -> bool:
        """Whether a finding is an old one; each that is met is one less to come."""
        old = self.known.find(finding.code, finding.sentence, place)
        if old is None or self._met[old] >= old.times:
            return False
        self._met[old] += 1
        self._now[self.known.relative(place), old.code, old.sentence] += 1
        return True

    def begin(self, place: str) -> None:
        """Forgets what was met in a file, which is looked at anew."""
        file = self.known.relative(place)
        for old in [old for old in self._met if old.file == file]:
            del self._met[old]
        for key in [key for key in self._now if key[0] == file]:
            del self._now[key]

    def add(self, finding: Finding, place: str) -> None:
        """Takes a finding for an old one from now on."""
        self._now[self.known.relative(place), finding.code, finding.sentence] += 1

    def shrunk(self, checked: dict[str, frozenset[str]], all_searched: bool) -> tuple[Old, ...]:
        """What is left of the old findings: those met again, and those of files and rules that were not looked at.

        `checked` has the codes that each file was checked by, `all_searched` says whether files that are not among
        them have been looked for everywhere.
        """
        by_file = {self.known.relative(place): codes for place, codes in checked.items()}
        moved = {old for old in self._met if old.file not in by_file}
        kept = [Old(code, sentence, file, count) for (file, code, sentence), count in self._now.items()]
        for old in self.known.entries:
            gone = all_searched and not os.path.exists(os.path.join(self.known.base, old.file))
            if old.code not in by_file.get(old.file, ()) and old not in moved and not gone:
                kept.append(old)
        return tuple(sorted(kept, key=lambda old: (old.file, old.code, old.sentence)))


def read_baseline(file: str) -> Baseline:
    """The baseline in a file; raises BaselineError, or OSError where it cannot be read."""
    with open(file, "rb") as stream:
        raw = stream.read()
    try:
        data = json.loads(raw)
        if data["version"] != _VERSION:
            raise BaselineError(f"it is of version {data['version']}, and this factlint reads version {_VERSION}")
        rows = [_old(path, entry, count) for path, found in data["findings"].items() for entry, count in found.items()]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, BaselineError):
            raise
        raise BaselineError("it is no baseline; --write-baseline writes one") from None
    return Baseline(os.path.dirname(os.path.abspath(file)), rows)


def _old(path: str, entry: str, count: Any) -> Old:
    code, sentence = entry.split(" ")
    return Old(code, sentence, path, int(count))


def baseline_text(old: Iterable[Old]) -> str:
    """The file of a baseline: a line a file, so that git shows what has changed."""
    findings: dict[str, dict[str, int]] = {}
    for row in old:
        findings.setdefault(row.file, {})[f"{row.code} {row.sentence}"] = row.times
    rows = [f"    {json.dumps(path, ensure_ascii=False)}: {json.dumps(found)}" for path, found in findings.items()]
    listed = "{\n" + ",\n".join(rows) + "\n  }" if rows else "{}"
    return f'{{\n  "version": {_VERSION},\n  "findings": {listed}\n}}\n'
