"""Pasts that are nouns as well: “she stole a car”, “Ann Roe, 44, shot two men”, “a dog bit the postman”, where no noun
can stand.

And pasts that only tell of the noun behind them: “of assessed value”.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.words import Words
    from factlint.tokens import Tokens

_VERBAL = ("VERB", "AUX")
_OPENS_OBJECT = ("DET", "SYM", "NUM", "PRON")
_NOMINAL = ("ADJ", "NOUN", "PROPN", *_OPENS_OBJECT)
_APOSTROPHES = "'’"
_BASES = ("b", "s")
_ASIDE = 12  # tokens of an aside between a name and its verb


def mend_pasts(
    tokens: Tokens,
    tags: list[str],
    words: Words,
    firsts: AbstractSet[int],
    pasts: frozenset[str],
    subjects: frozenset[str],
) -> None:
    """Gives such nouns the tag of a verb, in place.

    `firsts` open sentences, `subjects` are the pronouns that are subjects alone.
    """
    for at in tokens.positions(pasts):
        behind = tags[at + 1] if at + 1 < len(tags) else ""
        if at == 0 or tags[at] != "NOUN" or behind in _VERBAL:
            continue
        forms = words.verb_forms(tokens.lowers[at])
        often = "b" in forms and words.tags(tokens.lowers[at]).startswith("N")  # “the main problem was cost”
        if tags[at - 1] == "AUX" and behind != "NOUN" and "n" in forms and not often:
            tags[at] = "VERB"  # “an officer was shot”, “40 people were hurt”
            continue
        about = behind in _OPENS_OBJECT and _is_about_a_name(tokens, tags, at)
        if about or tokens.lowers[at - 1] in subjects:
            tags[at] = "VERB"
        elif behind in _OPENS_OBJECT and _opens(tokens, tags, at, words, firsts):
            tags[at - 1 : at + 1] = "NOUN", "VERB"


def mend_attributes(tokens: Tokens, tags: list[str], words: Words) -> None:
    """Gives a past between a preposition and a noun the tag of an adjective, in place: no verb can stand there.

    Nor can a base form behind a genitive or article, where the next word is another: “the company's pay offer”.
    """
    for at in range(1, len(tags) - 1):
        genitive = tags[at - 1] in ("PART", "AUX") and tokens.texts[at - 1][0] in _APOSTROPHES
        if tags[at] == tags[at + 1] == "VERB" and (genitive or tags[at - 1] == "DET"):
            if all(words.verb_forms(tokens.lowers[place]) in _BASES for place in (at, at + 1)):
                tags[at - 1 : at + 2] = "PART" if genitive else "DET", "NOUN", "NOUN"
            continue
        if tags[at] == "VERB" and tags[at - 1] == "ADP" and tags[at + 1] in ("NOUN", "PROPN"):
            forms = words.verb_forms(tokens.lowers[at])
            if "n" in forms and "b" not in forms:
                tags[at] = "ADJ"


def _opens(tokens: Tokens, tags: list[str], at: int, words: Words, firsts: AbstractSet[int]) -> bool:
    """Whether a noun opens its sentence right before, and no verb stands behind: “The boss stole the wages.”"""
    before = at - 1
    if tags[before] == "ADJ" and not (
        before and tags[before - 1] == "DET" and "N" in words.tags(tokens.lowers[before])
    ):
        return False
    if tags[before] not in ("ADJ", "NOUN"):
        return False
    first = before
    while first not in firsts and tags[first - 1] in ("ADJ", "DET", "NOUN", "NUM"):
        first -= 1
    if first not in firsts:
        return False
    last = at + 1
    while last < len(tags) and tags[last] in _NOMINAL:
        last += 1
    return last == len(tags) or tags[last] not in _VERBAL  # “the tax cut the party wants”


def _is_about_a_name(tokens: Tokens, tags: list[str], at: int) -> bool:
    """Whether a name stands right before, or before an aside in commas that ends there."""
    if tags[at - 1] == "PROPN":
        return True
    if tokens.texts[at - 1] != ",":
        return False
    for place in range(at - 2, max(0, at - _ASIDE), -1):
        if tags[place] in _VERBAL or tokens.texts[place] == ".":
            return False
        if tokens.texts[place] == ",":
            return tags[place - 1] == "PROPN"
    return False
