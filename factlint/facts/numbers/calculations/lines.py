"""Lines: a sentence written as one code a token, so that the shape of a claim can be found by a short pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Date, Figure
from factlint.lexicon import Lexicon
from factlint.record import NamedTuple
from factlint.tokens import Phrases

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

#: The code of each class of words in the lexicon's `figure-words`; a word of no class is w.
CODES = {
    "rise": "+",
    "fall": "-",
    "multiply": "D",
    "from": "F",
    "to": "T",
    "between": "B",
    "and": "A",
    "or": "O",
    "of": "V",
    "than": "H",
    "against": "C",
    "by": "Y",
    "total": "S",
    "all": "L",
    "making": "M",
    "rest": "R",
    "hedge": "h",
    "article": "e",
    "including": "G",
    "not": "N",
    "relative": "W",
    "aged": "g",
    "born": "b",
    "after": "Z",
    "in": "I",
    "over": "P",
    "copula": "c",
    "preposition": "p",
    "contrast": "X",
    "reach": "E",
    "consist": "K",
}
#: Codes of figures: a count n, money $, a share %, points q, a measure u, a time t, an age a, a fraction r, other x.
FIGURES = {"money": "$", "share": "%", "point": "q", "duration": "t", "count": "n"}
MARKS = {
    ",": ",", "(": "(", "[": "(", ")": ")", "]": ")", ":": ":", ";": ";", "-": "~", "–": "~", "—": "~", "--": "~",
    "/": "/", "=": "=", ".": ".",
}  # fmt: skip
_TIMES = re.compile(r"[BF][he]*[yd][AT][he]*[yd]|[IZTFYp]?[he]*[yd]")
_SKIPPED = frozenset("“”‘’\"'«»") | {"'s", "’s"}


class Line(NamedTuple):
    """A sentence in codes.

    facts: the article's facts.
    codes: one character a token or figure or date.
    timeless: the same with w for "in 2003", "between 2003 and 2004", "since May".
    items: beside each code the figure or date that it stands for, or None.
    at: beside each code the place of its first token.
    figures: how many figures it holds.
    measures: whether any of them is a measure or an amount of money.
    """

    facts: Facts
    codes: str
    timeless: str
    items: list[Figure | Date | None]
    at: list[int]
    figures: int
    measures: bool

    def figure(self, place: int) -> Figure:
        """The figure at a code."""
        item = self.items[place]
        assert isinstance(item, Figure)
        return item

    def date(self, place: int) -> Date:
        """The date at a code."""
        item = self.items[place]
        assert isinstance(item, Date)
        return item

    def word(self, place: int) -> str:
        """The lower-cased token at a code."""
        return self.facts.tokens.lowers[self.at[place]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points from the start of one code to the end of another; an opened bracket is closed."""
        tokens, codes = self.facts.tokens, self.codes
        if codes[last + 1 : last + 2] == ")" and codes.rfind("(", first, last) > codes.rfind(")", first, last):
            last += 1
        opening, closing = self.items[first], self.items[last]
        start = opening.start if opening is not None else tokens.starts[self.at[first]]
        end = closing.end if closing is not None else tokens.ends[self.at[last]]
        return start, end


@lru_cache(maxsize=4)
def _classes(lexicon: Lexicon) -> dict[str, str]:
    classes = {word: CODES[label] for word, label in lexicon.table("figure-words").items()}
    return MARKS | classes


@lru_cache(maxsize=4)
def _hedge_phrases(lexicon: Lexicon) -> Phrases:
    return {first: tuple(row for row in rows if len(row) > 1) for first, rows in lexicon.phrases("hedges").items()}


def lines(facts: Facts) -> Iterator[Line]:
    """The sentences that hold something to work out: two figures or dates, or more."""
    figures, dates = facts.figures, [date for date in facts.dates if date.precision != "time"]
    items: list[Figure | Date] = sorted((*figures, *dates), key=lambda item: item[0])
    position, count = 0, len(items)
    for sentence in facts.sentences:
        while position < count and items[position].start < sentence.start:
            position += 1
        first = position
        while position < count and items[position].start < sentence.end:
            position += 1
        if position - first > 1:
            yield _line(facts, sentence.first, sentence.last, items[first:position])


def _line(facts: Facts, first: int, last: int, items: list[Figure | Date]) -> Line:
    tokens, classes, hedges = facts.tokens, _classes(facts.lexicon), _hedge_phrases(facts.lexicon)
    lowers = tokens.lowers
    codes: list[str] = []
    beside: list[Figure | Date | None] = []
    at: list[int] = []
    starts = {item.first: item for item in items}
    figures_at = {item.first for item in items if isinstance(item, Figure)}
    ago = facts.lexicon.words("ago-words")
    position = first
    while position < last:
        item = starts.get(position)
        if item is not None:
            code = _code(item)
            codes.append("w" if code == "t" and item.last < last and lowers[item.last] in ago else code)
            beside.append(item)
            at.append(position)
            position = max(item.last, position + 1)
            continue
        word = lowers[position]
        if word in _SKIPPED:
            position += 1
            continue
        if word in hedges and not (codes and codes[-1] in "%rn$ut"):
            length = _hedge_length(lowers, position, hedges[word], figures_at)
            if length:
                codes += "h" * length
                beside += [None] * length
                at += range(position, position + length)
                position += length
                continue
        codes.append(classes.get(word, "w"))
        beside.append(None)
        at.append(position)
        position += 1
    figures = sum(1 for item in items if isinstance(item, Figure))
    line = "".join(codes)
    timeless = _TIMES.sub(lambda match: "w" * len(match.group()), line)
    return Line(facts, line, timeless, beside, at, figures, "u" in line or "$" in line)


def _hedge_length(lowers: list[str], position: int, rows: tuple[tuple[str, ...], ...], starts: set[int]) -> int:
    """How many tokens a hedge of several words ("more than") takes up, where a figure follows it."""
    for row in rows:
        end = position + len(row)
        if end in starts and tuple(lowers[position:end]) == row:
            return len(row)
    return 0


def _code(item: Figure | Date) -> str:
    if isinstance(item, Date):
        return "y" if item.precision == "year" else "d"
    if item.claim in ("ordinal", "score"):
        return "x"
    if item.claim == "age":
        return "a"
    if item.form in ("fraction", "ratio"):
        return "r"
    return FIGURES.get(item.dimension, "u")
