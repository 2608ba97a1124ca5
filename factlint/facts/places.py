"""Places: countries, states, cities and regions by the gazetteer, spellings and older names of one place made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Place
from factlint.facts.namelists import name_lists

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


def find_places(facts: Facts) -> tuple[Place, ...]:
    """Every place named outside people's names; of words that are places too, only those that are no mere opening."""
    tokens = facts.tokens
    taken = _taken(facts)
    variants = facts.lexicon.table("place-variants")
    doubtful = facts.lexicon.words("places-also-words")
    openings = {sentence.first for sentence in facts.sentences}
    found: dict[int, Place] = {}
    last_end = 0
    phrases = name_lists(facts.lexicon).place_phrases
    for first in tokens.capitals:
        last = phrases.end(tokens.lowers, first)
        if not last or first < last_end or first in taken:
            continue
        if not all(text[0].isupper() or len(text) < 4 for text in tokens.texts[first:last]):
            continue
        name = " ".join(tokens.lowers[first:last])
        if name in doubtful and (first in openings or _inside_name(facts, first, last)):
            continue
        start, end = tokens.starts[first], tokens.ends[last - 1]
        canonical = variants.get(name, name)
        found[first] = Place(start, end, canonical, facts.in_quotation(start))
        last_end = last
    return tuple(found.values())


def _taken(facts: Facts) -> set[int]:
    """The tokens inside people's names."""
    return {
        position for _, somebody in facts.cast for run, _ in somebody.named for position in range(run.first, run.last)
    }


def _inside_name(facts: Facts, first: int, last: int) -> bool:
    """Whether capitalised words stand right beside: part of another name."""
    tokens = facts.tokens
    before = first > 0 and tokens.texts[first - 1][0].isupper() and tokens.spaced(first)
    return before or (last < len(tokens) and tokens.texts[last][0].isupper() and tokens.spaced(last))
