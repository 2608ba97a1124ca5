"""Localities: the countries, parts of countries and cities that words name, and which of them lies in which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.headlines.display import plain
from factlint.lexicon import derived

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.relations.headlines.story import Story

COUNTRY, PART, CITY = "country", "part", "city"
_LONGEST = 4  # words of a place's name

#: A name in lower case → the canonical names that it may be of, each with its level.
Names = dict[str, list[tuple[str, str]]]


class Locality(NamedTuple):
    """A place that words name, as a half-open range of tokens.

    name: its canonical name, in lower case.
    level: country, part (of a country: a state, a province) or city.
    adjective: whether an adjective or the word for its people names it.
    """

    first: int
    last: int
    name: str
    level: str
    adjective: bool


class Atlas(NamedTuple):
    """The places that are known.

    names: by their words.
    adjectives: by their adjectives.
    within: place → the countries that it may lie in.
    """

    names: Names
    adjectives: Names
    within: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def atlas(lexicon: Lexicon) -> Atlas:
    """The places of a lexicon."""
    tables = _tables(lexicon)
    return Atlas(tables["names"], tables["adjectives"], {place: frozenset(own) for place, own in _within(lexicon)})


@derived
def _tables(lexicon: Lexicon) -> dict[str, Names]:
    """The names and the adjectives of the places of a lexicon."""
    names: Names = {}
    adjectives: Names = {}
    levels = {CITY: lexicon.values("cities-of-countries"), PART: lexicon.values("parts-of-countries")}
    for country in sorted(lexicon.words("countries")):
        _enter(names, country, country, COUNTRY)
    for variants in lexicon.values("place-variants").items():
        if variants[0] in lexicon.words("countries"):
            for word in variants[1]:
                names.pop(plain(str(word)), None)
                _enter(names, str(word), variants[0], COUNTRY)
    for country, words in lexicon.values("more-names-of-countries").items():
        for word in words:
            names.pop(plain(str(word)), None)
            _enter(names, str(word), country, COUNTRY)
    for level, table in levels.items():
        for place in (place for places in table.values() for place in places):
            _enter(names, str(place), str(place), level)
    for level, name in ((PART, "us-states"), (CITY, "cities")):
        for place in sorted(lexicon.words(name)):
            _enter(names, place, place, level)
    for level, name in ((COUNTRY, "country-adjectives"), (PART, "adjectives-of-parts")):
        for place, words in lexicon.values(name).items():
            for word in words:
                _enter(adjectives, str(word), place, level)
    for state, words in lexicon.values("us-state-abbreviations").items():
        for word in words:
            if str(word).endswith("."):
                _enter(names, str(word).lower(), state, PART)
    return {"names": names, "adjectives": adjectives}


def _enter(table: Names, word: str, name: str, level: str) -> None:
    entries = table.setdefault(plain(word), [])
    if (name, level) not in entries:
        entries.append((name, level))


def _within(lexicon: Lexicon) -> Iterator[tuple[str, set[str]]]:
    """Each place with the countries that it may lie in."""
    found: dict[str, set[str]] = {}
    for table in ("cities-of-countries", "parts-of-countries"):
        for country, places in lexicon.values(table).items():
            for place in places:
                found.setdefault(str(place), set()).add(country)
    for name, country in lexicon.table("countries-of-lists").items():
        for place in lexicon.words(name):
            found.setdefault(place, set()).add(str(country))
    yield from found.items()


def localities(story: Story, first: int, last: int) -> Iterator[Locality]:
    """The places that the words between two tokens name, longest names first; none in somebody's name."""
    known = atlas(story.facts.lexicon)
    texts, lowers = story.tokens.texts, story.tokens.lowers
    people = story.of_people
    at = first
    while at < last:
        found: list[Locality] = []
        if texts[at][0].isupper() and at not in people:
            for size in range(min(_LONGEST, last - at), 0, -1):
                word = plain(" ".join(lowers[at : at + size]))
                found = [Locality(at, at + size, name, level, False) for name, level in known.names.get(word, ())]
                found += [Locality(at, at + size, name, level, True) for name, level in known.adjectives.get(word, ())]
                if found:
                    break
        yield from found
        at = found[0].last if found else at + 1
