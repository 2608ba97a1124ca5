"""Datelines: the place, and the day, that a report opens with: LUND, 4 May (AP) — …, LUND: …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.read.article import Block
from factlint.read.days import find_days, spans_a_life

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon

_LONGEST = 90  # code points
_DEEPEST_COLON = 8  # blocks among which a place may stand before a colon

# One class, so that a letter is matched in one way only.
_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
# WASHINGTON (AP) —, PARIS, Sept. 3 (Reuters) -, LONDON —, Moscow, 12 May (TASS) –
_DATELINE = re.compile(
    rf"(?:{_CAPITAL}(?:{_CAPITAL}|[.'’-]){{2,}}(?:[ /]+{_CAPITAL}(?:{_CAPITAL}|[.'’-])*){{0,4}}"
    r"(?:,[^\n()—–―]{2,40}?)?(?:\s*\([^()\n]{2,30}\))?"
    rf"|{_CAPITAL}[\w.'’ -]{{2,30}}(?:,[^\n()—–―]{{2,40}}?)?\s*\((?:{_CAPITAL}[\w.]*\s?){{1,4}}\))"
    r"\s*(?:--?|[—–―‒])\s+(?=\S)"
)
# Lund, Sweden, 4 May 2024 - …: told by its day, whatever its letters.
_DATED = re.compile(
    rf"({_CAPITAL}[\w.'’ -]{{2,30}}(?:,[^\n()—–―:;]{{2,50}}?))(?:\s*\([^()\n]{{2,30}}\))?\s*(?:--?|[—–―‒])\s+(?=\S)"
)
_WORD = re.compile(r"\w+")
_BEFORE_COLON = re.compile(
    rf"({_CAPITAL}(?:{_CAPITAL}|['’-]){{2,}}(?: {_CAPITAL}(?:{_CAPITAL}|['’-])*){{0,3}}):\s+(?=[“\"]?\w)"
)


class Datelines:
    """What the datelines of a language's newspapers look like, from its lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def cut(self, text: str, piece: Block, number: int) -> list[Block]:
        """A paragraph, which is the `number`-th block of the text, or the dateline that opens it and the rest."""
        end = self._end(text, piece, number)
        if end is None or end - piece.start > _LONGEST:
            return [piece]
        return [Block("dateline", piece.start, len(text[:end].rstrip())), Block(piece.kind, end, piece.end)]

    def _end(self, text: str, piece: Block, number: int) -> int | None:
        if piece.end - piece.start <= _LONGEST and spans_a_life(
            find_days(text[piece.start : piece.end], self._lexicon)
        ):
            return None  # “7 March 1938 – 12 May 2021”, as obituaries have it
        found = _DATELINE.match(text, piece.start, piece.end)
        if found:
            return None if self._is_label(found.group()) else found.end()
        found = _DATED.match(text, piece.start, piece.end)
        if found and self._ends_with_day(found[1]):
            return found.end()
        found = _BEFORE_COLON.match(text, piece.start, piece.end) if number < _DEEPEST_COLON else None
        return found.end() if found and self._is_place(found[1], text[found.end() :]) else None

    def _ends_with_day(self, words: str) -> bool:
        days = find_days(words, self._lexicon)
        return len(days) == 1 and days[0].end >= len(words) - 1 and words[: days[0].start].rstrip().endswith(",")

    def _is_label(self, words: str) -> bool:
        """Whether no place is told but whom a letter is written to, or what a line is about: “SIR –”, “BEST –”."""
        lowers = {word.lower() for word in _WORD.findall(words)}
        if lowers <= self._lexicon.union("honours-before-names", "honorifics-in-full"):
            return True
        # “GOALS – Roe 2”: a plain word in capitals is a label, but for a city's name.
        return len(lowers) == 1 and lowers <= self._lexicon.words("common-words") - self._lexicon.words("cities")

    def _is_place(self, words: str, text: str) -> bool:
        """Whether a word in capitals is a city that is known, or one that the text names again."""
        name = words.title()
        if words.lower() in self._lexicon.words("cities"):
            return True
        before = (text[: match.start()].rsplit(None, 1) for match in re.finditer(rf"(?<=\s){re.escape(name)}\b", text))
        return any(part and part[-1].lower() in self._lexicon.words("prepositions-of-place") for part in before)
