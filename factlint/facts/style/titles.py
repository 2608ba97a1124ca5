"""Titles before names, in full and cut short: Professor Rowe and Prof. Rowe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_FARTHEST = 2  # code points between a title and the name


def title_choices(facts: Facts) -> Iterator[Choice]:
    """Every title that has a short form, where it stands with a capital right before a name."""
    tokens, table = facts.tokens, facts.lexicon.table("titles-cut-short")
    short = table.keys()
    for at in tokens.positions(short | frozenset(table.values())):
        name = at + 1
        if name < len(tokens) and tokens.texts[name] == ".":
            name += 1
        if name >= len(tokens) or not tokens.texts[at][0].isupper() or not tokens.texts[name][0].isupper():
            continue
        if tokens.starts[name] - tokens.ends[at] > _FARTHEST or tokens.lowers[name].rstrip(".") in short:
            continue
        before = tokens.lowers[at - 2 if at > 1 and tokens.texts[at - 1] == "." else at - 1].rstrip(".") if at else ""
        if before in short:
            continue  # “Lt. Gen. Roe”
        lower = tokens.lowers[at].rstrip(".")
        full = table.get(lower, lower)
        # Some houses give a title in full with the full name, and cut it short before the surname.
        behind = tokens.texts[name + 1][:1] if name + 1 < len(tokens) else ""
        whole = "full names" if behind.isupper() else "surnames"
        form = tokens.texts[at].rstrip(".")
        yield Choice(tokens.starts[at], tokens.ends[at], f"the title {full} before {whole}", form, "title")
