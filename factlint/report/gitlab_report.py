"""GitLab's code quality report, which shows findings in merge requests."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from factlint.report import Page
from factlint.report.entries import entries
from factlint.run import Result

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def report(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One list of all findings; a finding keeps its fingerprint while its sentence stays as it is."""
    seen: Counter[str] = Counter()
    rows = []
    for entry in entries(results):
        about = entry.finding.sentence if entry.finding else entry.message
        print_ = f"{entry.path}\0{entry.code}\0{about}"
        seen[print_] += 1
        digest = hashlib.sha256(f"{print_}\0{seen[print_]}".encode("utf-8", "replace")).hexdigest()[:32]
        rows.append(
            {
                "description": f"{entry.code}: {' '.join(entry.message.split())}",
                "check_name": entry.rule,
                "fingerprint": digest,
                "severity": _SEVERITIES[entry.severity],
                "location": {"path": entry.path, "lines": {"begin": entry.start[0], "end": entry.end[0]}},
            }
        )
    yield json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
