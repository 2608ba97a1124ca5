"""Contrast cases: one small article with a fault and without, and how many of the faults the rules find.

A file of cases holds one after another:

    === name | FAM | the kind of fault in a few words
    WHY: what is wrong
    AGAINST: the words that it clashes with, as they stand in the text, or nothing
    MUST: yes, where every copy editor would mark it
    TEXT:
    the article, the fault and what it should be in double braces: {{faulty||sound}}

The first pair of braces is the fault; others change what the sound twin needs changed. A fault is found where an error
or a warning of its family, or of one that tells the same, touches its words or those that it clashes with; a case is
right where the sound twin has no such finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.api import lint_text

if TYPE_CHECKING:
    from factlint.lint.findings import Finding

#: The families whose findings may tell a fault of another.
KINDRED = {
    "QUO": {"QUO", "PRO", "SRC"},
    "PRO": {"PRO", "QUO", "NAM"},
    "NAM": {"NAM", "STY", "PRO"},
    "FIG": {"FIG", "HED"},
    "DAT": {"DAT", "FIG", "NAM"},
    "HED": {"HED", "FIG", "NAM"},
    "RES": {"RES", "STY", "QUO"},
    "SRC": {"SRC", "FIG"},
    "STY": {"STY", "NAM", "QUO"},
}
_CHOICE = re.compile(r"\{\{(.*?)\|\|(.*?)\}\}", re.S)
_FIELDS = re.compile(r"WHY:(.*?)\nAGAINST:(.*?)\nMUST:(.*?)\nTEXT:\n(.*)\Z", re.S)
_AROUND = 30  # code points that stand for a fault that is a gap


class Case(NamedTuple):
    """One small article twice.

    name: what it is called.
    family: of the fault: FIG, DAT and so on.
    kind: what is wrong, in a few words.
    why: in a sentence.
    faulty: the article with the fault.
    sound: the article without it.
    spans: where the fault stands in the faulty text, and what it clashes with; code points.
    must: whether every copy editor would mark it.
    """

    name: str
    family: str
    kind: str
    why: str
    faulty: str
    sound: str
    spans: tuple[tuple[int, int], ...]
    must: bool


class Score(NamedTuple):
    """What came of the cases of one family: how many, found, right, and findings in sound twins."""

    cases: int
    found: int
    right: int
    false: int


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file. Raises ValueError where one is not written as above."""
    for chunk in re.split(r"(?m)^=== ", path.read_text("utf-8"))[1:]:
        head, _, rest = chunk.partition("\n")
        names = [part.strip() for part in head.split("|", 2)]
        fields = _FIELDS.match(rest)
        if len(names) != 3 or names[1] not in KINDRED or fields is None:
            raise ValueError(f"{path}: “{head}” is not written as a case is")
        why, against, must, text = (field.strip() for field in fields.groups())
        faulty = _CHOICE.sub(lambda match: match[1], text)
        choice = _CHOICE.search(text)
        if choice is None or (against and against not in faulty):
            raise ValueError(f"{path}: “{names[0]}” has no fault, or clashes with words that it has not")
        start = choice.start()
        end = start + len(choice[1])
        spans = [(start, end) if end > start else (max(0, start - _AROUND), start + 1)]
        if against:
            spans.append((faulty.index(against), faulty.index(against) + len(against)))
        sound = _CHOICE.sub(lambda match: match[2], text)
        yield Case(names[0], names[1], names[2], why, faulty, sound, tuple(spans), must.lower().startswith("y"))


def loud(text: str) -> list[Finding]:
    """The errors and warnings about a text."""
    return [finding for finding in lint_text(text) if finding.severity in ("error", "warning")]


def touches(finding: Finding, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a finding, or what it is related to, has a code point in common with one of the spans."""
    places = [(finding.start, finding.end), *((related.start, related.end) for related in finding.related)]
    return any(first < end and start < last for first, last in places for start, end in spans)


def is_found(case: Case) -> bool:
    """Whether the fault of a case is reported."""
    return any(f.code[:3] in KINDRED[case.family] and touches(f, case.spans) for f in loud(case.faulty))


def score(cases: list[Case]) -> dict[str, Score]:
    """What came of the cases, by family, and of all of them under “all”."""
    tally: dict[str, Counter[str]] = {}
    for case in cases:
        found = is_found(case)
        noise = loud(case.sound)
        right = found and not any(f.code[:3] in KINDRED[case.family] for f in noise)
        for key in (case.family, "all"):
            tally.setdefault(key, Counter()).update(cases=1, found=found, right=right, false=len(noise))
    order = sorted(tally, key=lambda key: (key == "all", key))
    return {key: Score(*(tally[key][field] for field in Score._fields)) for key in order}
