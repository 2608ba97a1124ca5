"""Calculations: what the text claims about its own numbers, worked out again.

Each sentence that holds figures is written as a line of codes, one a token (`lines`), and each kind of claim is found
by its shape in that line, after the finite-state cascades of Abney (1996).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation
from factlint.facts.stages import each

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.numbers.calculations.lines import Line

__all__ = ["find_calculations"]

_CHANGE = frozenset("%rqD+-")
_RANGE = frozenset("BFTg~")
#: The marks behind which a list may stand.
_BEFORE_LISTS = frozenset(":–—-(")


def find_calculations(facts: Facts) -> tuple[Calculation, ...]:
    """Every relation stated between the article's figures or dates, in order of place.

    A kind of claim is looked for, and its module imported, only where a line has the codes that it needs.
    """
    from factlint.facts.numbers.calculations.lines import lines

    found = set(each(facts, "calculations", _of_line, lines(facts)))
    found.update(_of_the_article(facts))
    return tuple(sorted(found))


def _of_line(line: Line) -> Iterator[Calculation]:
    """What one sentence states."""
    codes = line.codes
    held = set(codes)
    if line.figures > 1:
        if held & _CHANGE:
            from factlint.facts.numbers.calculations import changes

            yield from changes.find(line)
        if "%" in held or "r" in held:
            from factlint.facts.numbers.calculations import shares

            yield from shares.find(line)
        if codes.count("n") > 1:
            from factlint.facts.numbers.calculations import wholes

            yield from wholes.find(line)
            if "V" in held:
                yield from wholes.find_parts_of(line)
        if codes.count("n") > 2 or codes.count("$") > 2:
            from factlint.facts.numbers.calculations import sums

            yield from sums.find(line)
        if held & _RANGE:
            from factlint.facts.numbers.calculations import ranges

            yield from ranges.find(line)
    if codes.count("y") + codes.count("d") > 1:
        from factlint.facts.numbers.calculations import spans

        yield from spans.find(line)


def _of_the_article(facts: Facts) -> Iterator[Calculation]:
    """What takes more than one sentence to work out."""
    if not _BEFORE_LISTS.isdisjoint(facts.tokens.index):
        from factlint.facts.numbers.calculations import counts

        yield from counts.find_lists(facts)
    from factlint.facts.numbers.dates import day_of_writing

    if day_of_writing(facts) is not None:
        from factlint.facts.numbers.calculations import written

        yield from written.find(facts)
