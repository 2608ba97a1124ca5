"""Own voice: the blocks in which an I tells, as in a letter, a column or an interview that has no quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_PLACES = 3  # words of the first person from which an article of several such blocks is told by an I
_BLOCKS = 2


def find_own_voice(facts: Facts) -> frozenset[int]:
    """The numbers of the blocks told by an I, with a word of it outside quotations; all where there are several."""
    texts, starts, firsts = facts.tokens.texts, facts.tokens.starts, facts.sentence_firsts
    found: list[int] = []
    for at in facts.tokens.positions(facts.lexicon.words("first-person-singular")):
        text = texts[at]
        # “Henry I” is a king, “ME” a line in capitals.
        numeral = text == "I" and at not in firsts and at > 0 and texts[at - 1][0].isupper()
        shown = text[1:].islower() or len(text) == 1 or text[1:2] in ("'", "’")
        small = text[0].islower() or at in firsts or text.startswith("I")
        if shown and small and not numeral and not facts.in_quotation(starts[at]):
            found.append(facts.paragraph_at(starts[at]).number)
    blocks = frozenset(found)
    if len(found) >= _PLACES and len(blocks) >= _BLOCKS:
        return frozenset(block.number for block in facts.paragraphs)
    return blocks
