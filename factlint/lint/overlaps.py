"""Overlaps: where two of the product's rules meet at one place, the more telling speaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lint.findings import Finding

#: Digits at the end of a code; what is before them is its family.
_DIGITS = "0123456789"
_WEIGHTS = {"error": 0, "warning": 1, "note": 2}


def one_each(findings: Iterable[Finding], own: Collection[str], families: Collection[str]) -> tuple[Finding, ...]:
    """The findings in order, but for those at whose words a more telling one of the same family speaks.

    The `families` are those whose findings are about what is told, so that two with words in common are one fault. The
    graver speaks; of two as grave the one with a related place, then the one that flags more, then the first by code.
    Codes that are not the product's `own` are let alone.
    """
    kept: list[Finding] = []
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        family = finding.code.rstrip(_DIGITS)
        if finding.code in own and family in families:
            groups.setdefault(family, []).append(finding)
        else:
            kept.append(finding)
    for members in groups.values():
        kept += _apart(members)
    return tuple(sorted(kept, key=lambda f: (f.start, f.code, f.end, f.message)))


def _apart(members: list[Finding]) -> list[Finding]:
    """Of findings of one family those over which nobody more telling stands; each is held against its neighbour."""
    told: list[Finding] = []
    for finding in sorted(members, key=_place):
        last = told[-1] if told else None
        if last is None or last.code == finding.code or finding.start >= last.end:
            told.append(finding)
        elif _rank(finding) < _rank(last):
            told[-1] = finding
    return told


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.code


def _rank(finding: Finding) -> tuple[int, bool, int, str]:
    return _WEIGHTS[finding.severity], not finding.related, finding.start - finding.end, finding.code
