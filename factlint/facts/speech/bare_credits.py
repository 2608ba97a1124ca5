"""Bare credits: “We had no choice.” Ann Roe said. A full stop has cut the credit off from the words that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model.layout import Stretch

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Quotation

_LONGEST = 8  # tokens of the credit, its full stop among them
_WHO = frozenset({"PROPN", "NOUN", "ADJ", "DET"})


def bare_credit(facts: Facts, quotation: Quotation) -> Stretch | None:
    """The sentence of a subject and a verb that wants words, right behind a quotation that ends in a full stop."""
    tokens, lexicon = facts.tokens, facts.lexicon
    if quotation.closing is None or not 0 < quotation.last < len(tokens) - 2 or tokens.texts[quotation.last - 1] != ".":
        return None
    first = quotation.last + len(quotation.closing)
    if first >= len(tokens) or tokens.text[tokens.ends[first - 1] : tokens.starts[first]] != " ":
        return None
    end = next((at for at in range(first, min(first + _LONGEST, len(tokens))) if tokens.texts[at] == "."), None)
    if end is None or end - first < 2:
        return None
    if (turned := _turned(facts, first, end)) is not None:
        return turned
    block = facts.paragraph_at(tokens.starts[first])
    if end >= block.last or not lexicon.words("verbs-that-want-words").isdisjoint(tokens.lowers[first : end - 1]):
        return None
    tags = facts.language.tags
    pronoun = end - first == 2 and tokens.lowers[first] in lexicon.words("subject-pronouns-of-one")
    named = all(tags[at] in _WHO for at in range(first, end - 1)) and tags[end - 2] in ("PROPN", "NOUN")
    if tokens.lowers[end - 1] not in lexicon.words("verbs-that-want-words") or not (pronoun or named):
        return None
    return Stretch(tokens.starts[first], tokens.ends[end])


def _turned(facts: Facts, first: int, end: int) -> Stretch | None:
    """“… at the top.” said Ann Roe: a credit in small letters with its verb first."""
    tokens, wanting = facts.tokens, facts.lexicon.words("verbs-that-want-words")
    if tokens.texts[first] != tokens.lowers[first] or tokens.lowers[first] not in wanting:
        return None
    stop = next((at for at in range(first + 1, end) if tokens.texts[at] == ","), end)
    named = all(facts.language.tags[at] in _WHO for at in range(first + 1, stop)) and stop > first + 1
    pronoun = stop == first + 2 and tokens.lowers[first + 1] in facts.lexicon.words("subject-pronouns-of-one")
    return Stretch(tokens.starts[first], tokens.ends[stop - 1]) if named or pronoun else None
