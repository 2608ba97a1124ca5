"""Organizations: parties, ministries, firms, clubs and the like, by their words and by the list of the best known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Organization
from factlint.facts.namelists import name_lists
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
    phrases = name_lists(facts.lexicon).body_phrases
    people = {position for _, who in facts.cast for run, _ in who.named for position in range(run.first, run.last)}
    for first in tokens.capitals:
        last = phrases.end(tokens.lowers, first)
        if last and first not in people and tokens.texts[last - 1][0].isupper():
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
    if at < len(tokens) and tokens.lowers[at] in facts.lexicon.words("words-inside-bodies"):
        at += 1
        if at < len(tokens) and tokens.lowers[at] in facts.lexicon.words("articles"):
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
