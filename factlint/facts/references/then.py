"""Then: “that year”, “that summer”, held against whether any time stands before it to which it could point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.facts.annotate import Facts

_YEAR = 4  # digits
_BEHIND = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SCONJ"})


class Then(NamedTuple):
    """Such words, as tokens, and whether any time is told before them."""

    first: int
    last: int
    found: bool


def find_then(facts: Facts) -> Iterator[Then]:
    """Every “that year”, also in quotations, that nothing behind it explains."""
    lowers, words = facts.tokens.lowers, facts.lexicon.words
    pointing = words("far-demonstratives")
    earliest: int | None = None
    for at in facts.tokens.positions(words("times-pointed-at")):
        if not at or lowers[at - 1] not in pointing or not _is_bare(facts, at):
            continue
        earliest = _first_time(facts) if earliest is None else earliest
        yield Then(at - 1, at, earliest < at - 1)


def _is_bare(facts: Facts, at: int) -> bool:
    """Whether nothing behind a noun for a time says which is meant: “that year of drought”."""
    behind = facts.tokens.lowers[at + 1] if at + 1 < len(facts.tokens) else "."
    if behind in facts.lexicon.union("qualifying-openers", "of-words"):
        return False
    return at + 1 >= len(facts.tokens) or facts.language.tags[at + 1] not in _BEHIND


def _first_time(facts: Facts) -> int:
    """The first token of the article that tells when something was: a date, a day, a year, an hour, “last week”."""
    tokens, length = facts.tokens, len(facts.tokens)
    places = [tokens.at(date.start) for date in facts.dates]
    places += [at for at in tokens.positions(facts.lexicon.words("words-that-tell-when")) if not _is_name(facts, at)]
    places += [at for at in range(length) if tokens.lowers[at].isdecimal() and len(tokens.lowers[at]) == _YEAR]
    recurring = facts.lexicon.words("everybody-words")
    return min((at for at in places if not at or tokens.lowers[at - 1] not in recurring), default=length)


def _is_name(facts: Facts, at: int) -> bool:
    """Whether a word for a time stands in a name: Spring Garden."""
    capital = facts.tokens.texts[at][0].isupper() and at not in facts.sentence_firsts
    return capital and facts.tokens.lowers[at] not in facts.lexicon.union("months", "weekdays")
