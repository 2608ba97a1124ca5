"""Superlatives: the largest, the worst, the first ever, and how far they are said to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers

_SCOPE = 10  # words between a superlative and what it is measured against
_HEDGE = 6


def find_superlatives(facts: Facts, answers: Answers) -> list[Claim]:
    """Every superlative that claims the whole world, or all of history, outside quotations."""
    tokens, hedges = facts.tokens, facts.lexicon.words("superlative-hedges")
    found = []
    for first, last in _reaching(facts):
        start = tokens.starts[first]
        sentence = facts.sentence_at(start)
        if not answers.is_prose(sentence) or facts.in_quotation(start) or last > sentence.last:
            continue
        around = tokens.lowers[max(sentence.first, first - _HEDGE) : min(sentence.last, last)]
        if not hedges.isdisjoint(around):
            continue
        named = "sentence" if answers.in_sentence(sentence, first, last) else answers.around(sentence)
        found.append(
            Claim(
                start, tokens.ends[last - 1], "superlative", None, tokens.lowers[first], None, named, False, None, 0,
                sentence.paragraph,
            )
        )  # fmt: skip
    return found


def _reaching(facts: Facts) -> Iterator[tuple[int, int]]:
    """Token ranges of superlatives with their reach: “largest bridge in the world”, “world's largest”, “first-ever”."""
    tokens, lowers, words = facts.tokens, facts.tokens.lowers, facts.lexicon.words
    scopes = dict(tokens.phrases(facts.lexicon.phrases("superlative-scopes")))
    openers, owners = words("superlative-openers"), words("superlative-owners")
    reached = 0
    for at in tokens.positions(facts.lexicon.union("superlatives", "first-words")):
        if at < reached:
            continue
        last = 0
        owned = at > 1 and lowers[at - 1] == "'s" and lowers[at - 2] in owners
        if owned or lowers[at] in words("first-words"):
            last = at + 1
        elif at and lowers[at - 1] in openers:
            behind = (scopes[scope] for scope in range(at + 1, min(at + _SCOPE, len(lowers))) if scope in scopes)
            last = next(behind, 0)
        if last:
            reached = last
            yield at, last
