"""Superlatives: the largest, the worst, the first ever, and how far they are said to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Claim
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.sourcing.named_sources import Answers

_SCOPE = 10  # words between a superlative and what it is measured against
_HEDGE = 6


def find_superlatives(facts: Facts, answers: Answers) -> list[Claim]:
    """Every superlative that claims the whole world, or all of history, outside quotations."""
    tokens, hedges = facts.tokens, facts.lexicon.words("superlative-hedges")
    boasts = facts.lexicon.phrases("boast-scopes")
    boasting = {end: start for start, end in tokens.phrases(boasts)}
    nobody = dict(tokens.phrases(facts.lexicon.phrases("boast-openers")))
    found = []
    for first, last in (*_reaching(facts), *nobody.items()):
        start = tokens.starts[first]
        sentence = facts.sentence_at(start)
        if not answers.is_prose(sentence) or facts.in_quotation(start) or last > sentence.last:
            continue
        around = tokens.lowers[max(sentence.first, first - _HEDGE) : min(sentence.last, last)]
        if not hedges.isdisjoint(around):
            continue
        boast = last in boasting or first in nobody
        named = "sentence" if answers.in_sentence(sentence, first, last) else None
        if boast and not facts.lexicon.words("boast-credits").isdisjoint(tokens.lowers[sentence.first : sentence.last]):
            named = "sentence"
        named = named or (None if boast else answers.around(sentence))
        kind, head = ("boast" if boast else "superlative"), tokens.lowers[first]
        end = tokens.ends[last - 1]
        found.append(Claim(start, end, kind, None, head, None, named, False, None, 0, sentence.paragraph))
    return found


def _reaching(facts: Facts) -> Iterator[tuple[int, int]]:
    """Token ranges of superlatives with their reach: “largest bridge in the world”, “world's largest”, “first-ever”."""
    tokens, lowers, words = facts.tokens, facts.tokens.lowers, facts.lexicon.words
    scopes = dict(tokens.phrases(facts.lexicon.phrases("superlative-scopes")))
    openers, owners = words("superlative-openers"), words("superlative-owners")
    reached = 0
    superlatives = words("superlatives")
    compounds = {word for word in tokens.index if "-" in word and word.partition("-")[0] in superlatives}
    adverbs = words("superlative-adverbs")
    for at in tokens.positions(facts.lexicon.union("superlatives", "first-words") | compounds | adverbs):
        if at < reached or (lowers[at] in adverbs and facts.language.tags[at + 1 : at + 2] != ["ADJ"]):
            continue
        last = 0
        owned = at > 1 and lowers[at - 1] == GENITIVE and lowers[at - 2] in owners
        if owned or lowers[at] in words("first-words"):
            last = at + 1
        elif at and lowers[at - 1] in openers:
            behind = (scopes[scope] for scope in range(at + 1, min(at + _SCOPE, len(lowers))) if scope in scopes)
            last = next(behind, 0)
        if last:
            reached = last
            yield at, last
