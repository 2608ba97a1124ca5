"""Paragraphs and sentences: where the prose is cut."""

from __future__ import annotations

from factlint.language.layout import Paragraph, Sentence
from factlint.lexicon import Lexicon
from factlint.read.article import Article
from factlint.tokens import Tokens

_WHOLE_LINE = frozenset({"byline", "dateline", "credit", "stamp"})
_ENDS = frozenset(".!?…") | {"..", "...", "....", "....."}
_CLOSERS = frozenset("”’\"')]»")
_OPENERS = frozenset("“‘\"'([«")


def find_paragraphs(article: Article, tokens: Tokens) -> tuple[Paragraph, ...]:
    """Every block with the tokens it holds."""
    found = []
    for index, block in enumerate(article.blocks):
        first, last = tokens.span(block.start, block.end)
        words = tokens.words(first, last)
        place = (block.start, block.end, block.kind, index, words, first, last)
        found.append(Paragraph(*place, article.format, block.labelled, block.row))
    return tuple(found)


def find_sentences(paragraphs: tuple[Paragraph, ...], tokens: Tokens, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of every block but bylines, datelines and other credits; a headline or heading is one sentence.

    A stop ends a sentence unless it belongs to an abbreviation or an initial, or a small letter follows.
    """
    abbreviations = lexicon.words("abbreviations")
    before_names = lexicon.words("abbreviations-before-names")
    starters = lexicon.words("sentence-starters")
    found: list[Sentence] = []
    for paragraph in paragraphs:
        if paragraph.kind in _WHOLE_LINE or paragraph.first == paragraph.last:
            continue
        cuts = (
            []
            if paragraph.kind in ("headline", "heading")
            else _cuts(paragraph, tokens, abbreviations, before_names, starters)
        )
        first = paragraph.first
        for last in (*cuts, paragraph.last):
            if last > first:
                start, end = tokens.starts[first], tokens.ends[last - 1]
                words = tokens.words(first, last)
                found.append(Sentence(start, end, paragraph.kind, paragraph.number, len(found), words, first, last))
                first = last
    return tuple(found)


def find_lines(paragraphs: tuple[Paragraph, ...], tokens: Tokens) -> tuple[Sentence, ...]:
    """Bylines, datelines and other credits, each as one sentence; numbered among themselves."""
    found: list[Sentence] = []
    for paragraph in paragraphs:
        first, last = paragraph.first, paragraph.last
        if paragraph.kind in _WHOLE_LINE and first < last:
            start, end, words = tokens.starts[first], tokens.ends[last - 1], tokens.words(first, last)
            found.append(Sentence(start, end, paragraph.kind, paragraph.number, len(found), words, first, last))
    return tuple(found)


def _cuts(
    paragraph: Paragraph,
    tokens: Tokens,
    abbreviations: frozenset[str],
    before_names: frozenset[str],
    starters: frozenset[str],
) -> list[int]:
    """The tokens at which a new sentence begins, within one block."""
    cuts = []
    texts, lowers = tokens.texts, tokens.lowers
    for position in range(paragraph.first, paragraph.last):
        mark = texts[position]
        initialism = mark[-1] == "." and len(mark) > 2
        if mark not in _ENDS and not initialism:
            continue
        after = position + 1
        # A closing mark sticks to the stop; a straight mark after white space opens what follows.
        while after < paragraph.last and texts[after] in _CLOSERS and not tokens.spaced(after):
            after += 1
        if after >= paragraph.last or not tokens.spaced(after):
            continue
        follower = texts[after]
        if follower in _OPENERS and after + 1 < paragraph.last:
            follower = texts[after + 1]
        if follower[0].islower() or follower[0] in ",;:":
            continue
        if initialism and after == position + 1 and lowers[after] not in abbreviations:
            # "U.S. Senate", "9 a.m. Tuesday": an initialism goes on unless a sentence plainly begins.
            if lowers[after] not in starters:
                continue
        elif mark == "." and after == position + 1 and not tokens.spaced(position):
            word = lowers[position - 1]
            if word in before_names or (
                len(word) == 1 and texts[position - 1].isupper() and tokens.spaced(position - 1)
            ):
                continue
            if word in abbreviations and lowers[after] not in starters:
                continue
        cuts.append(after)
    return cuts
