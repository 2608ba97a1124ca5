"""Breaks: words told twice running, and sentences that stop behind a word that wants more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.text.prose import KINDS, lapse, own_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse

_LONGEST = 5  # words that are doubled
_SHORTEST = 5  # words of a sentence that can break off


def find_breaks(facts: Facts) -> Iterator[Lapse]:
    """Every such place outside quotations."""
    yield from _doubled(facts)
    yield from _broken_off(facts)


def _doubled(facts: Facts) -> Iterator[Lapse]:
    """Two and more words that stand there twice running: “in May in May”."""
    lowers, tokens = facts.tokens.lowers, facts.tokens
    rightly = facts.lexicon.words("phrases-doubled-rightly")
    last = len(lowers)
    at = 0
    while at < last - 3:
        for size in range(_LONGEST, 1, -1):
            behind = at + size
            if (
                behind + size > last
                or lowers[at] != lowers[behind]
                or lowers[at:behind] != lowers[behind : behind + size]
            ):
                continue
            own = lowers[at:behind]
            sentence = own_sentence(facts, at)
            if sentence is None or behind + size > sentence.last or not all(word[0].isalpha() for word in own):
                continue
            if len(set(own)) == 1 or rightly & set(own):
                continue
            if tokens.text[tokens.ends[behind - 1] : tokens.starts[behind]].strip(" "):
                continue
            yield lapse(facts, behind, behind + size, "doubled", (own[0], " ".join(own)))
            at = behind
            break
        at += 1


def _broken_off(facts: Facts) -> Iterator[Lapse]:
    """A full stop behind an article, a joining word or a preposition of several words."""
    tokens, lexicon = facts.tokens, facts.lexicon
    hanging, pairs = lexicon.words("words-that-hang"), lexicon.words("pairs-that-hang")
    for sentence in facts.sentences:
        at = sentence.last - 2
        if sentence.words < _SHORTEST or sentence.kind not in KINDS or tokens.texts[at + 1] != "." or facts.quoted[at]:
            continue
        lower = tokens.lowers[at]
        if tokens.texts[at] != lower:
            continue
        if lower in hanging or f"{tokens.lowers[at - 1]} {lower}" in pairs:
            yield lapse(facts, at, at + 1, "broken-off", (lower, "."))
