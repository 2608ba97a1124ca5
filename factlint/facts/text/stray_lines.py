"""Stray lines: lines of the body that no full stop ends, with what tells a page's own line from one of the article's.

A subheading, an item of a list and the name of a dish stand like that as well, so a line is weighed by what it is made
of, and by whether the text below it tells what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import StrayLine

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.language.layout import Paragraph

_KINDS = frozenset({"paragraph", "heading", "list-item"})
_PROSE = frozenset({"paragraph", "caption", "blockquote", "list-item"})
_LONGEST = 40  # words
_HEAD = 4  # blocks from the first in which an article tells its own day
_LONGEST_LABEL = 4  # words before a colon
_LABEL_ENDS = frozenset({":", ">", "»", "|"})
_BREAK = re.compile(r"[\r\n]")
_CLOSERS = frozenset("”’\"')]»")
_STOPS = frozenset({".", "?", ":", ";", ","})
_LITTLE = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "PART", "AUX", "NUM", "PUNCT", "SYM", "X"})
_TELLING = frozenset({"NOUN", "VERB", "ADJ"})
_REACH = 6  # blocks below a line in which what it says may be told
_STEM = 5  # letters by which two words are taken for one
_SHORTEST_NAME = 3  # letters
_SURE = 2  # places at which a word has its capital elsewhere


def find_stray_lines(facts: Facts) -> tuple[StrayLine, ...]:
    """Every such line of the body, in order of place."""
    lines = list(_lines(facts))
    body = sum(1 for block in facts.paragraphs if block.kind in _PROSE)
    return tuple(_line(facts, block, len(lines) / max(body, len(lines))) for block in lines)


def _lines(facts: Facts) -> Iterator[Paragraph]:
    """The blocks of the body, of one line and few words, that do not end as sentences do."""
    begun = False
    for block in facts.paragraphs:
        short = begun and block.kind in _KINDS and 0 < block.words <= _LONGEST and not block.labelled and not block.row
        one_line = short and not _BREAK.search(facts.article.text, block.start, block.end)
        if one_line and _mark(facts, block) not in _STOPS and not _is_date_line(facts, block):
            yield block
        begun = begun or (block.kind in _PROSE and _mark(facts, block) in _STOPS)


def _is_date_line(facts: Facts, block: Paragraph) -> bool:
    """Whether a line at the head or the foot tells the day on which the article came out: “Published 8 July 2023”."""
    ends = block.number <= _HEAD or block.number == len(facts.paragraphs) - 1
    if not ends or not any(date.value and block.start <= date.start < block.end for date in facts.dates):
        return False
    return not any(_is_other(facts, at) for at in range(block.first, block.last))


def _mark(facts: Facts, block: Paragraph) -> str | None:
    """The mark at the end of a block, closing brackets and quotation marks left out."""
    texts = facts.tokens.texts
    at = block.last - 1
    while at > block.first and texts[at] in _CLOSERS:
        at -= 1
    return None if at < block.first or texts[at][-1].isalnum() else texts[at]


def _line(facts: Facts, block: Paragraph, share: float) -> StrayLine:
    page = sum(1 for at in range(block.first, block.last) if _is_page(facts, at))
    other = sum(1 for at in range(block.first, block.last) if _is_other(facts, at))
    own, told = _told(facts, block)
    return StrayLine(
        block.start,
        block.end,
        block.kind,
        block.format,
        block.words,
        _mark(facts, block),
        facts.sentence_at(block.start).last >= block.last,
        page,
        other,
        _label(facts, block),
        _time(facts, block),
        _tense(facts, block),
        _small_name(facts, block),
        _twice(facts, block),
        own,
        told,
        share,
        facts.paragraphs[block.number + 1].kind if block.number + 1 < len(facts.paragraphs) else None,
    )


def _is_page(facts: Facts, at: int) -> bool:
    """Whether a token is a word that pages use of themselves, and tells of no time, as in “Next week”."""
    words, lowers = facts.lexicon.words, facts.tokens.lowers
    return lowers[at] in words("page-words") and words("time-units").isdisjoint(lowers[at + 1 : at + 2])


def _is_other(facts: Facts, at: int) -> bool:
    """Whether a token is a word that pages do not use of themselves, and no number, day, hour or little word."""
    tokens, lexicon = facts.tokens, facts.lexicon
    lower = tokens.lowers[at]
    if not lower[0].isalpha() or lower in lexicon.union("page-words", "page-fillers"):
        return False
    if lower in lexicon.union("months", "weekdays", "zone-suffixes", "clock-halves", "time-units", "ago-words"):
        return False
    return facts.language.tags[at] not in _LITTLE


def _label(facts: Facts, block: Paragraph) -> str | None:
    """What stands before a colon or a bar, where it is made of a page's words alone: “NOW PLAYING: …”."""
    texts = facts.tokens.texts
    for at in range(block.first + 1, min(block.first + _LONGEST_LABEL + 1, block.last - 1)):
        if texts[at] in _LABEL_ENDS:
            words = facts.tokens.lowers[block.first : at]
            pages = facts.lexicon.words("page-words")
            if pages.isdisjoint(words) or not facts.lexicon.union("page-words", "page-fillers").issuperset(words):
                return None
            return facts.article.source[block.start : facts.tokens.ends[at - 1]]
    return None


def _time(facts: Facts, block: Paragraph) -> str | None:
    """The running time with which a line ends, right behind a word of the page: “Play Video 2:14”."""
    last = facts.tokens.texts[block.last - 1]
    minutes, colon, seconds = last.partition(":")
    if not colon or not minutes.isdigit() or not seconds.replace(":", "").isdigit():
        return None
    return last if block.last - 1 > block.first and _is_page(facts, block.last - 2) else None


def _tense(facts: Facts, block: Paragraph) -> str | None:
    """The tense of the line's own verb, that of its first main clause with one."""
    language = facts.language
    numbers = {number for at in range(block.first, block.last) if (number := language.clause_of(at)) is not None}
    clauses = [language.clauses[number] for number in sorted(numbers)]
    return next((clause.tense for clause in clauses if clause.tense != "none" and clause.kind == "main"), None)


def _small_name(facts: Facts, block: Paragraph) -> str | None:
    """A word that the line writes small, and the rest of the article, within its sentences, with a capital."""
    tokens, firsts = facts.tokens, facts.sentence_firsts
    for at in range(block.first, block.last):
        lower = tokens.lowers[at]
        if not tokens.texts[at].islower() or len(lower) < _SHORTEST_NAME or facts.language.words.reading(lower).known:
            continue
        elsewhere = [place for place in tokens.index[lower] if not block.first <= place < block.last]
        within = [place for place in elsewhere if place not in firsts]
        if len(within) >= _SURE and all(tokens.texts[place][0].isupper() for place in elsewhere):
            return lower
    return None


def _twice(facts: Facts, block: Paragraph) -> str | None:
    """Two words with capitals that the line has twice, as the words under which a picture is filed do."""
    tokens = facts.tokens
    seen: set[tuple[str, str]] = set()
    for at in range(block.first, block.last - 1):
        pair = tokens.texts[at], tokens.texts[at + 1]
        if pair[0][0].isupper() and pair[1][0].isupper():
            if pair in seen:
                return " ".join(pair)
            seen.add(pair)
    return None


def _told(facts: Facts, block: Paragraph) -> tuple[int, float]:
    """How many telling words a line has, names left out, and which share of them the text below it has as well."""
    stems = {stem for at in range(block.first, block.last) if (stem := _stem(facts, at))}
    below: set[str] = set()
    for other in facts.paragraphs[block.number + 1 : block.number + 1 + _REACH]:
        if other.kind in _PROSE:
            below.update(filter(None, (_stem(facts, at) for at in range(other.first, other.last))))
    return len(stems), len(stems & below) / len(stems) if stems else 1.0


def _stem(facts: Facts, at: int) -> str:
    """The first letters of a noun, verb or adjective that is no name; else nothing."""
    return facts.language.lemmas[at][:_STEM] if facts.language.tags[at] in _TELLING else ""
