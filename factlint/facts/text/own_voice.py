"""Own voice: the blocks in which an I tells, as in a letter, a column or an interview that has no quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factlint.read.article import BODY_KINDS

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_PLACES = 2  # words of the first person from which a piece is told by an I in all its blocks
_QUESTIONS = 2  # blocks that end in a question, by which a piece is an interview: each block has its own voice
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


def find_own_voice(facts: Facts) -> frozenset[int]:
    """The numbers of the blocks told by an I outside quotations, with all of the piece where it says so again.

    On a page of letters, each piece ends at the next heading.
    """
    headings = [block.start for block in facts.paragraphs if block.kind == "heading"]
    pieces: dict[int, list[int]] = {}
    for at in facts.tokens.positions(facts.lexicon.words("first-person-singular")):
        start = facts.tokens.starts[at]
        if _tells(facts, at):
            pieces.setdefault(bisect_right(headings, start), []).append(facts.paragraph_at(start).number)
    if _is_interview(facts):
        return frozenset(number for told in pieces.values() for number in told)
    long = {piece for piece, told in pieces.items() if len(told) >= _PLACES}
    whole = {block.number for block in facts.paragraphs if bisect_right(headings, block.start) in long}
    return frozenset(whole.union(*pieces.values()))


def _tells(facts: Facts, at: int) -> bool:
    """Whether a word of the first person is a writer's: no numeral (“Henry I”), no noun (“a mine”)."""
    text, start = facts.tokens.texts[at], facts.tokens.starts[at]
    opens = at in facts.sentence_firsts
    if facts.in_quotation(start) or facts.paragraph_at(start).kind not in BODY_KINDS:
        return False
    if not (text.islower() or text.startswith("I") or (opens and text[1:].islower())):
        return False
    named = at > 0 and facts.language.tags[at - 1] in _NOMINAL and not opens
    return not named or (text.startswith("I") and facts.tokens.texts[at - 1].islower())


def _is_interview(facts: Facts) -> bool:
    """Whether questions stand as blocks of their own."""
    texts = facts.tokens.texts
    body = (block for block in facts.paragraphs if block.kind in BODY_KINDS)
    return sum(1 for block in body if texts[block.last - 1 : block.last] == ["?"]) >= _QUESTIONS
