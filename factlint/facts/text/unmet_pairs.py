"""Unmet pairs: two small words side by side that no text has so: a word between is lost, or one of them left over."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.facts.text.prose import beside, lapse, own_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Lapse
    from factlint.lexicon import Lexicon

_FITTED = "unmet-pairs"
_STRANDING = frozenset({"VERB", "AUX"})
_PREPOSITION = "preposition"


@lru_cache(maxsize=4)
def _pairs(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    fitted: Any = lexicon.values(_FITTED) if _FITTED in lexicon else ""
    return pairs_of(fitted)


def pairs_of(fitted: str) -> Mapping[str, frozenset[str]]:
    """What never follows a word, from lines of a word and all of those."""
    rows = (line.split() for line in fitted.splitlines())
    return {first: frozenset(seconds) for first, *seconds in rows}


def find_unmet(facts: Facts) -> Iterator[Lapse]:
    """Every such pair of the article's own prose, in order."""
    return find_unmet_pairs(facts, _pairs(facts.lexicon))


def find_unmet_pairs(facts: Facts, pairs: Mapping[str, frozenset[str]]) -> Iterator[Lapse]:
    """Every pair of some that stands side by side in the article's own prose, in order.

    A preposition behind its verb may be stranded: “the mill it was made of into the wider world”.
    """
    tokens, tags = facts.tokens, facts.language.tags
    lowers, texts = tokens.lowers, tokens.texts
    prepositions = frozenset(facts.lexicon.values("unmet-words")[_PREPOSITION]) if pairs else frozenset()
    counted = facts.lexicon.words("words-behind-scores")  # “19 goals against in 33 games”
    measures, last = facts.lexicon.words("unmet-measures"), len(lowers) - 1
    for at in tokens.positions(frozenset(pairs)):
        if at == last or lowers[at + 1] not in pairs[lowers[at]] or texts[at + 1] != lowers[at + 1]:
            continue
        sentence = own_sentence(facts, at)
        if sentence is None or at + 2 >= sentence.last or facts.quoted[at + 1] or not beside(facts, at):
            continue
        if (texts[at] != lowers[at] and at != sentence.first) or lowers[at + 2] in measures:
            continue
        stranded = lowers[at] in prepositions and at > sentence.first and tags[at - 1] in _STRANDING
        stranded = stranded or (lowers[at] in counted and at - 2 >= sentence.first and tags[at - 2] == "NUM")
        if at and tokens.text[tokens.starts[at] - 1].isdigit():
            continue  # “the Pixel 3a or”
        behind = tokens.text[tokens.ends[at + 1] : tokens.ends[at + 1] + 1]
        if not stranded and behind not in ("-", "‑") and not behind.isalnum():
            yield lapse(facts, at, at + 2, "unmet", (lowers[at], lowers[at + 1]))
