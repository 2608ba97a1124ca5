"""Calculations: what the text claims about its own numbers, worked out again.

Each sentence that holds figures is written as a line of codes, one a token (`lines`), and each kind of claim is found
by its shape in that line, after the finite-state cascades of Abney (1996).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Calculation

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

__all__ = ["find_calculations"]


def find_calculations(facts: Facts) -> tuple[Calculation, ...]:
    """Every relation stated between the article's figures or dates, in order of place."""
    from factlint.facts.calculations import changes, conversions, counts, ranges, shares, spans, sums, written
    from factlint.facts.calculations.lines import lines

    found: list[Calculation] = []
    pairs: list[conversions.Pair] = []
    for line in lines(facts):
        codes = line.codes
        if line.figures > 1:
            found += changes.find(line)
            found += shares.find(line)
            found += sums.find(line)
            if line.measures:
                found += conversions.find(line, pairs)
            found += ranges.find(line)
        if "y" in codes or "d" in codes:
            found += spans.find(line)
    found += conversions.rates(facts, pairs)
    found += counts.find_lists(facts)
    found += written.find(facts)
    return tuple(sorted(set(found)))
