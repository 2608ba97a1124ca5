"""Pasts that are nouns as well: “she stole a car”, “Ann Roe, 44, shot two men”, where no noun can stand.

And pasts that only tell of the noun behind them: “of assessed value”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.words import Words
    from factlint.tokens import Tokens

_VERBAL = ("VERB", "AUX")
_OPENS_OBJECT = ("DET", "SYM", "NUM", "PRON")
_ASIDE = 12  # tokens of an aside between a name and its verb


def mend_pasts(tokens: Tokens, tags: list[str], pasts: frozenset[str], subjects: frozenset[str]) -> None:
    """Gives such nouns the tag of a verb, in place; `subjects` are the pronouns that are subjects alone."""
    for at in tokens.positions(pasts):
        behind = tags[at + 1] if at + 1 < len(tags) else ""
        if at == 0 or tags[at] != "NOUN" or behind in _VERBAL:
            continue
        about = behind in _OPENS_OBJECT and _is_about_a_name(tokens, tags, at)
        if about or tokens.lowers[at - 1] in subjects:
            tags[at] = "VERB"


def mend_attributes(tokens: Tokens, tags: list[str], words: Words) -> None:
    """Gives a past between a preposition and a noun the tag of an adjective, in place: no verb can stand there."""
    for at in range(1, len(tags) - 1):
        if tags[at] == "VERB" and tags[at - 1] == "ADP" and tags[at + 1] in ("NOUN", "PROPN"):
            forms = words.verb_forms(tokens.lowers[at])
            if "n" in forms and "b" not in forms:
                tags[at] = "ADJ"


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
