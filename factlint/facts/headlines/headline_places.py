"""Places in headlines, subheadings and captions, and whether the text has them, their people or their adjective."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.headlines.display import Line, TextWords, inside, plain
from factlint.facts.model import Place
from factlint.facts.people.namelists import name_lists

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def places_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[Place, bool, int, Place | None]]:
    """Every place in a line: the place, whether it is surely meant as one, in how many forms it is told, else another.

    The forms are its name as an atlas has it, and its words, its adjective or a short form of it.
    """
    for place in inside(facts.places, line.paragraph):
        if _is_rather_a_person(facts, line, place):
            continue
        told = (place.name in text.place_names) + _has(facts, place, text)
        certain = not place.in_quote and place.name not in facts.lexicon.words("places-of-power")
        yield place, certain, told, None if told else next(iter(text.places), None)


def _is_rather_a_person(facts: Facts, line: Line, place: Place) -> bool:
    """Lincoln, Sydney: also names of people, unless a preposition of place stands before."""
    tokens, lists = facts.tokens, name_lists(facts.lexicon)
    at = tokens.at(place.start)
    word = tokens.lowers[at]
    if word not in lists.surnames and word not in lists.given:
        return False
    if word in facts.lexicon.words("countries"):
        return False
    before = tokens.lowers[at - 1] if at > line.paragraph.first else ""
    return before not in facts.lexicon.words("prepositions-of-place")


def _has(facts: Facts, place: Place, text: TextWords) -> bool:
    """Whether the text has the place's words, its adjective or a short form of it."""
    values = facts.lexicon.values
    adjectives = values("country-adjectives").get(place.name, ())
    short = values("us-state-abbreviations").get(place.name, ())
    forms = {plain(word.lower()) for word in (*adjectives, *short)}
    forms |= set(values("headline-short-forms").get(place.name, ()))
    words = [plain(word) for word in facts.text(place).lower().split()]
    clipped = len(words) == 1 and any(name.startswith(words[0][:5]) for name in text.names if len(words[0]) > 4)
    return clipped or not forms.isdisjoint(text.lowers) or all(word in text.lowers for word in words)
