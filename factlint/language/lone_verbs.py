"""Lone verbs: nouns that are the only verb that a sentence can have, or that date a beginning or an end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.language.layout import Sentence
    from factlint.language.words import Words
    from factlint.tokens import Tokens

_NOUNS = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_BEHIND = ("ADP", "DET", "NUM", "SYM", "PRON")


def mend_lone(
    tokens: Tokens, tags: list[str], sentences: Iterable[Sentence], words: Words, stages: frozenset[str]
) -> None:
    """Gives such nouns the tag of a verb, in place; `stages` are the forms of what begins or ends."""
    for at in tokens.positions(stages):
        # “The fair opens on 8 July and ends on 12 July”
        dated = tags[at : at + 2] == ["NOUN", "ADP"] and tags[at + 2 : at + 3] in (["NUM"], ["PROPN"])
        dated = dated and not words.is_plural(tokens.lowers[at - 1])
        if at and dated and tags[at - 1] in (*_NOUNS, "CCONJ") and "s" in words.verb_forms(tokens.lowers[at]):
            tags[at] = "VERB"
    for sentence in sentences:
        last = sentence.last - 1
        if last > sentence.first and tokens.texts[last] == ".":
            _lone(tokens, tags, sentence.first, last, words)


def _lone(tokens: Tokens, tags: list[str], first: int, last: int, words: Words) -> None:
    """Gives a sentence without a verb one, where a noun can only be it: “A show of toys opens at the museum.”"""
    if any(tag in _VERBAL for tag in tags[first:last]):
        return
    nouns = [at for at in range(first, last - 1) if tags[at] in (*_NOUNS, "PRON")]
    fit = [
        at
        for at in nouns[1:]
        if tags[at] == "NOUN" and tags[at - 1] in (*_NOUNS, "PRON") and tags[at + 1] in _BEHIND
        if _agrees(tokens.lowers[nouns[0]], tokens.lowers[at], words)
    ]
    if len(fit) == 1:
        tags[fit[0]] = "VERB"


def _agrees(noun: str, verb: str, words: Words) -> bool:
    """Whether a form can be the verb of a noun."""
    forms = words.verb_forms(verb)
    return "d" in forms or ("s" in forms and not words.is_plural(noun)) or ("b" in forms and words.is_plural(noun))
