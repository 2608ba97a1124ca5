"""Organizations: parties, ministries, firms, clubs and the like, by their words and by the list of the best known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Organization
from factlint.facts.people.body_names import BodyNames
from factlint.facts.people.namelists import name_lists
from factlint.facts.people.naming import BODY, OTHER, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts

_LONGEST = 12  # words of a name that others may be part of


def find_organizations(facts: Facts) -> tuple[Organization, ...]:
    """Every body named; one that goes on with “of …” is taken whole, and a name's last part stands for the whole."""
    certain = _certain(facts)
    doubtful = {
        run.first: run.last
        for run, kind in zip(facts.naming.runs, facts.naming.kinds, strict=True)
        if kind == OTHER and run.title < 0 and run.honorific < 0 and run.first not in certain
    }
    tokens, source = facts.tokens, facts.article.source
    spans = _apart({**doubtful, **certain})
    spelling = BodyNames(facts.lexicon)
    texts = {span: source[tokens.starts[span[0]] : tokens.ends[span[1] - 1]] for span in spans}
    forms = {span: spelling.form(text) for span, text in texts.items()}
    keys = spelling.keys(forms.values())
    # A name that nothing shows to be a body's is one where it spells another's name differently: al-Qaida.
    known = {keys[forms[span]] for span in spans if span[0] in certain}
    kept = [span for span in spans if span[0] in certain or keys[forms[span]] in known]
    fullest = _fullest(texts[span] for span in kept)
    return tuple(
        Organization(
            start := tokens.starts[span[0]],
            tokens.ends[span[1] - 1],
            fullest.get(texts[span], texts[span]),
            forms[span],
            keys[forms[span]],
            facts.in_quotation(start),
            facts.paragraph_at(start).kind,
        )
        for span in kept
    )


def _certain(facts: Facts) -> dict[int, int]:
    """First token to one past the last of what is a body's by its words or by the list of the best known."""
    tokens, words = facts.tokens, facts.lexicon.words
    heads = words("organization-words")
    spans: dict[int, int] = {}
    for run, kind in zip(facts.naming.runs, facts.naming.kinds, strict=True):
        last = _extended(facts, run.last)
        if kind == BODY or (kind == PLACE and last > run.last and run.words[-1].lower() in heads):
            spans[run.lead if run.title >= 0 or run.lead < run.first else run.first] = last
    phrases = name_lists(facts.lexicon).body_phrases
    people = {position for _, who in facts.cast for run, _ in who.named for position in range(run.first, run.last)}
    for first in tokens.capitals:
        last = phrases.end(tokens.lowers, first)
        if last and first not in people and tokens.texts[last - 1][0].isupper():
            spans.setdefault(first, last)
    return spans


def _apart(spans: dict[int, int]) -> list[tuple[int, int]]:
    """The spans in order, without those that begin inside another."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans.items()):
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found


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


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """For what other names begin or end with, word for word, the longest of them."""
    fullest: dict[str, str] = {}
    for name in dict.fromkeys(names):
        words = name.split(" ")
        for cut in range(1, min(len(words), _LONGEST)):
            for part in (" ".join(words[cut:]), " ".join(words[:-cut])):
                if len(name) > len(fullest.get(part, part)):
                    fullest[part] = name
    return fullest
