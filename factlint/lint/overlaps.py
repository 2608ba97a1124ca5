"""Overlaps: where two of the product's rules meet at one place, the more telling speaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.lint.findings import Finding

#: Digits at the end of a code; what is before them is its family.
_DIGITS = "0123456789"
#: So many places are one computation, not two things of the same sort.
_MANY = 3
_WEIGHTS = {"error": 0, "warning": 1, "note": 2}


def one_each(findings: Iterable[Finding], own: Collection[str], families: Collection[str]) -> tuple[Finding, ...]:
    """The findings in order, but for those at whose words a more telling one of the same family speaks.

    The `families` are those whose findings are about what is told, so that two with words in common are one fault. The
    graver speaks; of two as grave the one with a related place, then the one that flags more, then the first by code.
    So are two that hold the same three places or more against each other, whichever of these they flag; of two as
    grave the one at the last of the places speaks, for a sum stands behind its parts. Two of other families are one
    fault where both hold the same words against the same other words.
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
        kept += _apart(_agreeing(members))
    return tuple(sorted(_of_one_pair(kept, own), key=lambda f: (f.start, f.code, f.end, f.message)))


def _of_one_pair(findings: list[Finding], own: Collection[str]) -> list[Finding]:
    """Of findings of several families that hold the same words against the same other words the most telling."""
    told: list[Finding] = []
    near: list[int] = []  # places in `told` of what reaches as far as here
    for finding in sorted(findings, key=_place):
        near = [at for at in near if told[at].end > finding.start]
        twin = next((at for at in near if _is_twin(told[at], finding)), None) if finding.code in own else None
        if twin is None or told[twin].code not in own:
            near.append(len(told))
            told.append(finding)
        elif _rank(finding) < _rank(told[twin]):
            told[twin] = finding
    return told


def _is_twin(one: Finding, two: Finding) -> bool:
    """Whether two findings at words in common are of two rules and have related places that meet."""
    return one.code != two.code and any(a.start < b.end and b.start < a.end for a in one.related for b in two.related)


def _agreeing(members: list[Finding]) -> list[Finding]:
    """Of findings of one family that tie the same places together the most telling."""
    told: dict[tuple[int, ...], Finding] = {}
    others: list[Finding] = []
    for finding in members:
        places = tuple(sorted({finding.start, *(related.start for related in finding.related)}))
        if len(places) < _MANY:
            others.append(finding)
            continue
        last = told.get(places)
        if last is None or _gravity(finding) < _gravity(last):
            told[places] = finding
    return [*others, *told.values()]


def _gravity(finding: Finding) -> tuple[int, int, str]:
    return _WEIGHTS[finding.severity], -finding.start, finding.code


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
