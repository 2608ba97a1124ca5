"""Places: countries, states, cities and regions by the gazetteer, spellings and older names of one place made one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Place
from factlint.facts.people.namelists import Phrases, looked, name_lists
from factlint.lexicon import derived
from factlint.tokens import GENITIVE

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon

_NEAR = 4  # words

#: A place's tokens, half-open.
_Found = tuple[int, int]


@lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> Phrases:
    """The gazetteer with the spellings that it has not."""
    return Phrases(*_gazetteer(lexicon))


@derived
def _gazetteer(lexicon: Lexicon) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    return looked(name_lists(lexicon).place_phrases.entries | lexicon.words("place-variants"))


@derived
def _contested(lexicon: Lexicon) -> frozenset[str]:
    """The names of places that have another which is no short form and no name of another time or thing."""
    plain = lexicon.words("place-names-that-go-together")
    variants = lexicon.table("place-variants")
    rivals = [(form, name) for form, name in variants.items() if form not in plain and name not in plain]
    return frozenset(word for pair in rivals for word in pair)


def find_places(facts: Facts) -> tuple[Place, ...]:
    """Every place named outside people's names; of words that are places too, only those that are no mere opening."""
    found = _found(facts)
    lexicon, tokens = facts.lexicon, facts.tokens
    variants, contested = lexicon.table("place-variants"), _contested(lexicon)
    names = [" ".join(tokens.lowers[first:last]) for first, last in found]
    known_as = [variants.get(name, name) for name in names]
    both = _told_together(facts, found, known_as, names)
    # A reader who has been told once that a place has two names knows it all through.
    glossed = {
        place
        for (first, last), place, name in zip(found, known_as, names, strict=True)
        if name in contested and (first in both or _renamed(facts, first, last))
    }
    places = []
    for (first, last), name in zip(found, names, strict=True):
        start = tokens.starts[first]
        disputed = name in contested
        places.append(
            Place(
                start=start,
                end=tokens.ends[last - 1],
                name=variants.get(name, name),
                form=name,
                contested=disputed,
                part=disputed and (_inside_name(facts, first, last) or _inside_body(facts, first)),
                glossed=disputed and variants.get(name, name) in glossed,
                in_quote=facts.in_quotation(start),
                block=facts.paragraph_at(start).kind,
            )
        )
    return tuple(places)


def _found(facts: Facts) -> list[_Found]:
    tokens = facts.tokens
    taken = _taken(facts)
    doubtful = facts.lexicon.words("places-also-words")
    openings = {sentence.first for sentence in facts.sentences}
    phrases = _phrases(facts.lexicon)
    found: list[_Found] = []
    reached = 0
    for first in tokens.capitals:
        last = phrases.end(tokens.lowers, first)
        if not last or first < reached or first in taken:
            continue
        if not all(text[0].isupper() or len(text) < 4 for text in tokens.texts[first:last]):
            continue
        name = " ".join(tokens.lowers[first:last])
        if name in doubtful and (first in openings or _inside_name(facts, first, last)):
            continue
        found.append((first, last))
        reached = last
    return found


def _taken(facts: Facts) -> set[int]:
    """The tokens inside people's names."""
    return {
        position for _, somebody in facts.cast for run, _ in somebody.named for position in range(run.first, run.last)
    }


def _inside_name(facts: Facts, first: int, last: int) -> bool:
    """Whether capitalised words stand right beside: part of another name (Democratic People's Republic of Korea)."""
    tokens = facts.tokens
    before = first > 0 and tokens.texts[first - 1][0].isupper() and tokens.spaced(first)
    owned = (
        last - first > 1 and first > 1 and tokens.lowers[first - 1] == GENITIVE and tokens.texts[first - 2][0].isupper()
    )
    return before or owned or (last < len(tokens) and tokens.texts[last][0].isupper() and tokens.spaced(last))


def _inside_body(facts: Facts, first: int) -> bool:
    """Whether a body's name goes on into the place: the Bank of Ceylon."""
    tokens, words = facts.tokens, facts.lexicon.words
    at = first - 1
    if at > 0 and tokens.lowers[at] in words("articles"):
        at -= 1
    return (
        at > 0
        and tokens.lowers[at] in words("words-inside-bodies")
        and tokens.texts[at - 1][0].isupper()
        and tokens.lowers[at - 1] in words("organization-words")
    )


def _told_together(facts: Facts, found: list[_Found], places: list[str], names: list[str]) -> set[int]:
    """The first tokens of the names of a place of which one sentence has two: Kiev, or Kyiv, as it is now spelt."""
    here: dict[tuple[int, str], dict[str, list[int]]] = {}
    for (first, _), place, name in zip(found, places, names, strict=True):
        sentence = facts.sentence_of(first).number if facts.sentences else 0
        here.setdefault((sentence, place), {}).setdefault(name, []).append(first)
    return {first for forms in here.values() if len(forms) > 1 for firsts in forms.values() for first in firsts}


def _renamed(facts: Facts, first: int, last: int) -> bool:
    """Whether words close by say that the name is an older or another one: formerly, then called, now."""
    lowers = facts.tokens.lowers
    around = lowers[max(0, first - _NEAR) : first] + lowers[last : last + _NEAR]
    return not facts.lexicon.words("renaming-words").isdisjoint(around)
