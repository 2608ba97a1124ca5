"""Results → results with the findings that are to be told, and a count of those that are not."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from factlint.lint.findings import Finding, Lines

if TYPE_CHECKING:
    from factlint.config.settings import Settings
    from factlint.run import Job, Result
    from factlint.triage.accepted import Acceptance
    from factlint.triage.entries import Known
    from factlint.triage.git import Ranges

#: Says of a finding, its file and the place of that file whether it is kept back.
Sieve = Callable[[Finding, str], bool]


def sifted(result: Result, place: str, sieves: dict[str, Sieve]) -> tuple[Result, Counter[str]]:
    """A result without what a sieve keeps back, and how much each has, by its name."""
    left, kept_back = [], Counter[str]()
    for finding in result.findings:
        name = next((name for name, sieve in sieves.items() if sieve(finding, place)), None)
        if name is None:
            left.append(finding)
        else:
            kept_back[name] += 1
    return result._replace(findings=tuple(left)) if kept_back else result, kept_back


class Accepted:
    """Keeps back what somebody has accepted; each file of accepted findings is read once.

    used: the entries that have kept something back.

    Raises ProblemsError, when a file is first needed, where it is wrong.
    """

    def __init__(self, jobs: Iterable[Job], settings: tuple[Settings, ...]) -> None:
        from factlint.triage.accepted import file_for, read_accepted

        self.used: set[Acceptance] = set()
        self.files: dict[str, Known[Acceptance]] = {}
        self._by_place: dict[str, Known[Acceptance]] = {}
        for job in jobs:
            file = file_for(settings[job.settings], job.file.place)
            if file is not None:
                if file not in self.files:
                    self.files[file] = read_accepted(file)
                self._by_place[job.file.place] = self.files[file]

    def __call__(self, finding: Finding, place: str) -> bool:
        known = self._by_place.get(place)
        entry = known.find(finding.code, finding.sentence, place) if known else None
        if entry is not None:
            self.used.add(entry)
        return entry is not None


def touched(result: Result, place: str, changed: dict[str, Ranges]) -> Result:
    """A result with the findings that a changed line touches: the finding's own lines, or those of a related place."""
    if not result.findings:
        return result
    ranges = changed.get(os.path.realpath(place), [])
    lines = Lines(result.source)
    return result._replace(findings=tuple(f for f in result.findings if _touches(f, lines, ranges)))


def _touches(finding: Finding, lines: Lines, ranges: Ranges) -> bool:
    places = [(finding.start, finding.end), *((place.start, place.end) for place in finding.related)]
    for start, end in places:
        first, _ = lines.at(start)
        last, _ = lines.at(max(start, end - 1))
        if any(first <= final and begin <= last for begin, final in ranges):
            return True
    return False
