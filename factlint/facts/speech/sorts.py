"""Sorts: what a noun phrase seems to be – somebody with a title, a place, a body, a number, a thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.lexicon import Bundle
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.speech.speakers import Phrase
    from factlint.lexicon import Lexicon
    from factlint.tokens import Tokens


class Sorts(Bundle):
    """Words that tell one sort of noun phrase from another.

    roles: nouns for people: mayor, police, source, sister.
    speech: nouns for what is said: statement, claim.
    titles: what stands before a name: Mr, Lord, Senator.
    given: given names.
    places: countries, cities, states, regions.
    bodies: words in the names of bodies: Bank, Council.
    articles: a, the.
    """

    roles: frozenset[str]
    speech: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=4)
def sorts_of(lexicon: Lexicon) -> Sorts:
    """The lexicon's lists about what a noun phrase is."""
    union = lexicon.union
    return Sorts(
        union("offices", "relations", "collective-sources", "anonymous-sources", "family-words"),
        union("speech-nouns"),
        union("honorifics", "ranks", "titles"),
        union("given-names"),
        union("countries", "cities", "us-states", "regions"),
        union("organization-words"),
        union("articles"),
    )


def sort_of(tokens: Tokens, phrase: Phrase, sorts: Sorts) -> str:
    """The sort of a noun phrase, by its words alone."""
    words = tokens.lowers[phrase.first : phrase.last]
    if phrase.kind == "pronoun":
        return f"pronoun {words[0]}"
    texts = tokens.texts[phrase.first : phrase.last]
    return _described(words, texts, sorts) if phrase.kind == "described" else _named(words, texts, sorts)


def _described(words: list[str], texts: list[str], sorts: Sorts) -> str:
    head = words[-2] if words[-1] == GENITIVE and len(words) > 1 else words[-1]
    if texts[0][0].isdecimal():
        return "number"
    if head in sorts.roles or head.removesuffix("s") in sorts.roles:
        return "role"
    if not sorts.roles.isdisjoint(words):
        return "with a role"
    if head in sorts.speech:
        return "speech"
    return "bare" if len(words) == 1 else "thing"


def _named(words: list[str], texts: list[str], sorts: Sorts) -> str:
    capitals = [word for word, text in zip(words, texts, strict=True) if text[0].isupper()]
    if not sorts.titles.isdisjoint(words):
        return "titled"
    if " ".join(capitals) in sorts.places:
        return "place"
    if not sorts.bodies.isdisjoint(words):
        return "body"
    if capitals and capitals[0] in sorts.given:
        return "full name" if len(capitals) > 1 else "given name"
    if len(texts[0]) > 1 and all(text.isupper() for text in texts if text[0].isupper()):
        return "initials"
    if words[0] in sorts.articles:
        return "name with an article"
    return "one capital" if len(capitals) == 1 else "capitals"
