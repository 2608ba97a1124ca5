"""Organizations: parties, ministries, firms, clubs and the like, by their words and by the list of the best known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Organization
from factlint.facts.naming import BODY

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_organizations(facts: Facts) -> tuple[Organization, ...]:
    """Every body named; one that goes on with “of …” is taken whole, and a name's last part stands for the whole."""
    tokens = facts.tokens
    spans: dict[int, int] = {}
    for run, kind in zip(facts.naming.runs, facts.naming.kinds, strict=True):
        if kind == BODY:
            spans[run.lead if run.title >= 0 or run.lead < run.first else run.first] = _extended(facts, run.last)
    for first, last in tokens.phrases(facts.lexicon.phrases("organizations-known")):
        if all(text[0].isupper() for text in (tokens.texts[first], tokens.texts[last - 1])):
            spans.setdefault(first, last)
    found = []
    reached = 0
    for first, last in sorted(spans.items()):
        if first >= reached:
            found.append((tokens.starts[first], tokens.ends[last - 1]))
            reached = last
    source = facts.article.source
    names = [source[start:end] for start, end in found]
    return tuple(
        Organization(start, end, _fullest(name, names)) for (start, end), name in zip(found, names, strict=True)
    )


def _extended(facts: Facts, last: int) -> int:
    """One past the body's last token, “of the Interior” and the like taken in."""
    tokens = facts.tokens
    at = last
    if tokens.lowers[at : at + 1] == ["of"]:
        at += 1
        if tokens.lowers[at : at + 1] == ["the"]:
            at += 1
        end = at
        while end < len(tokens) and tokens.texts[end][0].isupper() and tokens.starts[end] == tokens.ends[end - 1] + 1:
            end += 1
        if end > at:
            return end
    return last


def _fullest(name: str, names: list[str]) -> str:
    """The longest of the article's names that ends or begins with this one, word for word."""
    longer = [other for other in names if other.endswith(" " + name) or other.startswith(name + " ")]
    return max(longer, key=len, default=name)
