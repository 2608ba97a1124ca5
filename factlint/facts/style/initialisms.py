"""Initialisms with and without stops: U.S. and US, J.K. and JK."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

WITH, WITHOUT = "with stops", "without stops"
_CURRENCIES = frozenset("$£€¥")


def initialism_choices(facts: Facts) -> Iterator[Choice]:
    """Every initialism that the article writes both ways, or the house in one; compounds (US-led) are looked into."""
    tokens = facts.tokens
    clock = facts.lexicon.words("clock-halves")
    stopped = {word.replace(".", ""): word for word in tokens.index if _has_stops(word) and word not in clock}
    plain = _plain(facts, stopped)
    for letters in sorted(stopped.keys() | plain.keys()):
        with_stops = tokens.index.get(stopped.get(letters, ""), [])
        without = plain.get(letters, [])
        house = _house(facts, letters)
        if house is None and not (with_stops and without):
            continue
        name = letters.upper()
        for at in with_stops:
            form = stopped[letters].upper()
            yield Choice(tokens.starts[at], tokens.ends[at], name, form, "initialism", house)
        for at in without:
            start = tokens.starts[at]
            yield Choice(start, start + len(letters), name, name, "initialism", house)


def _has_stops(word: str) -> bool:
    return word[-1] == "." and len(word) > 2 and word[0].isalpha()


def _plain(facts: Facts, stopped: dict[str, str]) -> dict[str, list[int]]:
    """Where initialisms stand without stops: those that stand with stops too, or about which the house has chosen."""
    tokens = facts.tokens
    wanted = set(stopped) | {form.replace(".", "").lower() for form in facts.house.words.values()}
    if facts.house.stops == WITH:
        wanted |= facts.lexicon.words("written-with-stops")
    places: dict[str, list[int]] = {}
    for word in tokens.index if wanted else ():
        head = word.partition("-")[0]
        if head in wanted:
            places.setdefault(head, []).extend(at for at in tokens.index[word] if _is_initialism(facts, at, len(head)))
    return {head: sorted(found) for head, found in places.items() if found}


def _is_initialism(facts: Facts, at: int, size: int) -> bool:
    tokens = facts.tokens
    following = tokens.texts[at + 1] if at + 1 < len(tokens) else ""
    dollars = following in _CURRENCIES and not tokens.spaced(at + 1)
    return tokens.texts[at][:size].isupper() and not dollars and not _shouted(facts, at)


def _shouted(facts: Facts, at: int) -> bool:
    """Whether the words beside it are all capitals as well, so that they say nothing."""
    texts = facts.tokens.texts
    beside = [texts[near] for near in (at - 1, at + 1) if 0 <= near < len(texts)]
    return any(word.isalpha() and word.isupper() and len(word) > 3 for word in beside)


def _house(facts: Facts, letters: str) -> str | None:
    """How the house writes an initialism; of those in general, only what is written both ways has stops."""
    house = facts.house
    chosen = house.word(letters)
    if chosen is None and house.stops == WITHOUT:
        return letters.upper()
    if chosen is None and house.stops == WITH and letters in facts.lexicon.words("written-with-stops"):
        return "".join(f"{letter}." for letter in letters.upper())
    return chosen.upper() if chosen and len(letters) > 1 else None
