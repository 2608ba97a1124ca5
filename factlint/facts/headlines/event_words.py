"""Words for events: the families of verbs and nouns that headlines state and texts take up, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle, derived
from factlint.record import NamedTuple

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens

BASE, PRESENT, PAST, PARTICIPLE, GERUND, NOUN, ADJECTIVE = (
    "base",
    "present",
    "past",
    "participle",
    "gerund",
    "noun",
    "adjective",
)
_FORMS = (BASE, PRESENT, PAST, PARTICIPLE, GERUND)

Entry = tuple[tuple[str, ...], str, frozenset[str]]


class Event(NamedTuple):
    """A word or phrase for an event, as a half-open range of tokens.

    first: its first token.
    last: one past its last token.
    family: the event.
    forms: what it can be: base, present, past, participle, gerund, noun, adjective.
    """

    first: int
    last: int
    family: str
    forms: frozenset[str]


class Families(Bundle):
    """The families of a lexicon.

    entries: first word → (all words, family, forms), longest first.
    firsts: by family, the first words of its entries.
    softer: by family, how an event stands → the phrases that say so.
    announced: the families that a headline may state as done when they have been decided.
    light: verbs of little sense of their own, before a noun of a family.
    """

    entries: dict[str, list[Entry]]
    firsts: dict[str, frozenset[str]]
    softer: dict[str, dict[str, list[str]]]
    announced: frozenset[str]
    light: frozenset[str]


@lru_cache(maxsize=4)
def families(lexicon: Lexicon) -> Families:
    """The families of a lexicon."""
    return Families(
        *_entries(lexicon),
        _softer(lexicon),
        lexicon.words("events-done-when-announced"),
        lexicon.words("event-light-verbs"),
    )


@derived
def _entries(lexicon: Lexicon) -> tuple[dict[str, list[Entry]], dict[str, frozenset[str]]]:
    """The families' entries and first words, from the lists of verbs (rows of five forms), nouns and adjectives."""
    forms: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for family, rows in lexicon.values("event-verbs").items():
        for row in rows:
            for form, word in zip(_FORMS, row.split(), strict=True):
                forms.setdefault((tuple(word.split("_")), family), set()).add(form)
    for form, name in ((NOUN, "event-nouns"), (ADJECTIVE, "event-adjectives")):
        for family, words in lexicon.values(name).items():
            for word in words:
                forms.setdefault((tuple(word.split()), family), set()).add(form)
    entries: dict[str, list[Entry]] = {}
    firsts: dict[str, set[str]] = {}
    for (words, family), which in forms.items():
        entries.setdefault(words[0], []).append((words, family, frozenset(which)))
        firsts.setdefault(family, set()).add(words[0])
    for found in entries.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return entries, {family: frozenset(words) for family, words in firsts.items()}


def _softer(lexicon: Lexicon) -> dict[str, dict[str, list[str]]]:
    """The phrases of labels like “buy/sought”, by family and how the event then stands."""
    found: dict[str, dict[str, list[str]]] = {}
    for label, phrases in lexicon.values("event-softer").items():
        family, _, how = label.partition("/")
        found.setdefault(family, {})[how] = list(phrases)
    return found


def events_at(tokens: Tokens, at: int, known: Families) -> Iterator[Event]:
    """The events that a token's word, with those behind it, may tell of: the longest of each family."""
    seen = set()
    for words, family, forms in known.entries.get(tokens.lowers[at], ()):
        end = at + len(words)
        if family not in seen and tuple(tokens.lowers[at:end]) == words:
            seen.add(family)
            yield Event(at, end, family, forms)
