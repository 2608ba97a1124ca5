"""Block quotes: blocks that are somebody's words without quotation marks, by their markers or their margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.facts.model import Quotation
from factlint.facts.speech.marks import MARKS
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.facts.annotate import Facts
    from factlint.facts.model import Paragraph

LINE_MARK = ">"  # before each line that is quoted
_SIGNATURE = 12  # tokens of a line that names whose words a block quote is
_SHORTEST = 3  # words of a block quote
_INDENT = 2  # code points by which an indented block stands farther to the right than the one that leads to it
_DASHES = DASHES | {"~"}
_STOPS = frozenset(".?!…")


def find_block_quotes(facts: Facts) -> list[Quotation]:
    """Block quotes as quotations whose marks are empty, in order."""
    return sorted([*_marked_off(facts), *_indented(facts)])


def _marked_off(facts: Facts) -> Iterable[Quotation]:
    """Blocks marked as quoted, those in a row as one; the line that signs them is left out."""
    run: list[Paragraph] = []
    for paragraph in facts.paragraphs:
        if run and paragraph.kind != "blockquote":
            yield from _quoted(facts, run)
            run = []
        if paragraph.kind == "blockquote":
            run.append(paragraph)
    yield from _quoted(facts, run)


def _indented(facts: Facts) -> Iterable[Quotation]:
    """Blocks of plain text that stand farther to the right after words of saying and a colon."""
    paragraphs = facts.paragraphs
    number = 1
    while number < len(paragraphs):
        end = number
        if _leads(facts, paragraphs[number - 1]):
            least = _margin(facts, paragraphs[number - 1]) + _INDENT
            while end < len(paragraphs) and _margin(facts, paragraphs[end]) >= least:
                end += 1
            yield from _quoted(facts, list(paragraphs[number:end]))
        number = end + 1


def _leads(facts: Facts, block: Paragraph) -> bool:
    """Whether a block of plain text ends with words of saying and a colon."""
    tokens = facts.tokens
    if block.format != "plain" or block.kind != "paragraph" or tokens.texts[block.last - 1 : block.last] != [":"]:
        return False
    sentence = facts.sentence_of(block.last - 1)
    said = facts.lexicon.union("speech-verbs", "speech-nouns")
    return not said.isdisjoint(tokens.lowers[sentence.first : block.last])


def _margin(facts: Facts, block: Paragraph) -> int:
    """How far to the right a block of plain text begins, in code points; a tab counts for eight. 0 for other blocks."""
    if block.format != "plain" or block.kind != "paragraph":
        return 0
    source, at = facts.article.source, block.start
    while at > 0 and source[at - 1] in " \t":
        at -= 1
    begins = at == 0 or source[at - 1] in "\r\n"
    return len(source[at : block.start].expandtabs()) if begins else 0


def _quoted(facts: Facts, run: list[Paragraph]) -> Iterable[Quotation]:
    """The quotation that quoted blocks make; none where they begin with a mark, or are a note to the reader."""
    tokens = facts.tokens
    run = [block for block in run if block.first < block.last]
    if len(run) > 1 and tokens.texts[run[-1].first] in _DASHES:
        if "@" in facts.article.text[run[-1].start : run[-1].end]:
            return  # a post with its author's handle, which is shown and not told
        run = run[:-1]
    if (
        not run
        or tokens.texts[run[0].first] in MARKS
        or tokens.lowers[run[0].first] in facts.lexicon.words("note-openers")
    ):
        return
    last = _unsigned(facts, run[-1])
    quotation = _quotation(facts, run[0].first, last, run[0], run[-1])
    if quotation.words >= _SHORTEST:
        yield quotation


def _unsigned(facts: Facts, block: Paragraph) -> int:
    """One past the last token of a block that is quoted: the dash that sets off whose words they are, or its end."""
    tokens = facts.tokens
    for at in range(block.last - 2, max(block.first, block.last - _SIGNATURE), -1):
        ends = at - (tokens.texts[at - 1] == LINE_MARK)
        if tokens.texts[at] in _DASHES and tokens.texts[ends - 1][-1] in _STOPS and tokens.texts[at + 1][0].isupper():
            return ends
    return block.last


def _quotation(facts: Facts, first: int, last: int, opens: Paragraph, ends: Paragraph) -> Quotation:
    tokens = facts.tokens
    words = sum(text[0].isalnum() for text in tokens.texts[first:last])
    span = tokens.starts[first], tokens.ends[last - 1]
    numbers = opens.number, ends.number
    return Quotation(*span, *numbers, "", "", words, 0, first, last, "none", "other", None, opens.kind)
