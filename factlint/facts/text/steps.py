"""Steps: numbered parts within a paragraph, of which one is left out: 1. … 2. … 4. …"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Lapse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts

_STEP = re.compile(r"(?:(?<=[.:;?] )|(?<=\())(?P<step>[1-9])[.)] (?=[A-Z])")
_FIRST = ("1. ", "1) ")
_FEWEST = 3
_SKIPPED = 2


def find_skipped_steps(facts: Facts) -> Iterator[Lapse]:
    """The number behind each gap of a row that begins with one, in order."""
    text = facts.article.text
    if not any(map(facts.holds, _FIRST)):
        return
    for paragraph in facts.paragraphs:
        if all(text.find(first, paragraph.start, paragraph.end) < 0 for first in _FIRST):
            continue
        steps = list(_STEP.finditer(text, paragraph.start, paragraph.end))
        if len(steps) < _FEWEST or steps[0]["step"] != "1":
            continue
        for one, two in pairwise(steps):
            if int(two["step"]) - int(one["step"]) == _SKIPPED:
                yield Lapse(two.start("step"), two.end("step"), "step-lost", one["step"], two["step"], paragraph.kind)
