"""Figures in headlines, subheadings and captions, and whether the text bears them out.

A headline rounds, hedges and adds up: "100m" for £99.6m, "900" for 700 and 200. A figure is held to be borne out by
any of the text that can be read so; what the headline counts for itself (five questions) promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations
from typing import TYPE_CHECKING, Protocol

from factlint.facts.headlines.display import Line, TextWords, inside
from factlint.facts.headlines.workings import is_worked_out
from factlint.language.kindred import kindred

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Figure

_SMALLEST_COUNT = 11  # smaller numbers are counted off by the text: “three men”
_OLDEST = 119
_EARLY = 2  # sentences of the text in which it tells whom it is about
_YEARS = range(1600, 2101)
_MOST_ADDED = 24  # figures of the text that are added up in pairs
_LIKE_WORTH = 3  # the most that currencies of like worth differ by
_LONGEST_RUN = 6  # figures in a row that are added up
_MEASURES = frozenset({"length", "area", "mass", "volume", "speed", "temperature", "power"})
_FAR = 10  # times by which two measures of one thing may differ
_COUNTED = frozenset({"person", "group", "act", "event", "phenomenon", "animal"})
_LARGE = 1000  # from which a sum of money may be told without its unit
_ROUNDING = 0.55  # how much of its last place a rounded figure may be off
_ROUND = 0.06  # how far a rounded figure may lie off, as a share of it


def figures_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[Figure, bool, int, Figure | None]]:
    """Every figure in a line: the figure, whether it is plain, how often the text bears it out, else the nearest."""
    body = text.figures
    for figure in inside(facts.figures, line.paragraph):
        told = sum(_bears_out(figure, other) for other in body) or int(
            _adds_up(figure, text.opening)
            or _spelled(facts, figure, text)
            or _in_words(facts, figure, text)
            or is_worked_out(facts, figure, text)
            or _multiplies(figure, text.opening)
            or (is_age(facts, figure) and any(one.unit == "year" and one.value == figure.value for one in body))
        )
        plain = _is_plain(facts, figure, body) and not _numbers_one(facts, line, figure.first)
        yield figure, plain, told, None if told else _nearest(figure, body)


def digits_in(facts: Facts, line: Line, text: TextWords) -> Iterator[tuple[int, int]]:
    """Digits that are no figure but part of a name (Boeing 777): the token, and how often the text has them."""
    tokens = facts.tokens
    taken = {at for figure in inside(facts.figures, line.paragraph) for at in range(figure.first, figure.last)}
    taken |= {at for date in inside(facts.dates, line.paragraph) for at in range(date.first, date.last)}
    for at in range(line.paragraph.first, line.paragraph.last):
        word = tokens.lowers[at]
        if not word.isdecimal() or at in taken or len(word) < 2 or _is_year(word) or _glued(facts, at):
            continue
        if _is_century(facts, at) or _numbers_one(facts, line, at) or _is_of_a_result(facts, at, at + 1):
            continue  # which the text tells by its years, or by another name
        yield at, (word in text.digits) + sum(figure.value == int(word) for figure in text.figures)


def _glued(facts: Facts, at: int) -> bool:
    """Whether the digits are part of a score, a fraction, a time or an address."""
    tokens = facts.tokens
    before = at > 0 and not tokens.spaced(at)
    after = at + 1 < len(tokens) and not tokens.spaced(at + 1) and tokens.texts[at + 1] not in ".,:;'’”\"?!)"
    return before or after


def _is_century(facts: Facts, at: int) -> bool:
    """Whether a number counts a century: a 17th-century coin."""
    following = {word.rpartition("-")[2] for word in facts.tokens.lowers[at + 1 : at + 3]}
    return not facts.lexicon.words("century-words").isdisjoint(following)


def _numbers_one(facts: Facts, line: Line, at: int) -> bool:
    """Whether a number tells one of its kind from the others: “Class 10”, “Platform 4”.

    line: the display line in which the number stands.
    """
    before = at - 1
    if before < line.paragraph.first or not facts.tokens.texts[before][:1].isupper():
        return False
    behind = facts.tokens.texts[at + 1 : at + 2] if at + 1 < line.paragraph.last else []
    closed = not behind or not behind[0][0].isalnum()
    plain = facts.language.tags[before] == "NOUN" and not facts.language.words.is_plural(facts.tokens.lowers[before])
    return (closed and plain) or facts.tokens.lowers[before] in facts.lexicon.words("nouns-with-numbers")


def _is_plain(facts: Facts, figure: Figure, body: Sequence[Figure]) -> bool:
    """Whether a reader expects to meet the figure again: none of a list, no small count, score, year, age or time."""
    if (
        _is_of_a_result(facts, figure.first, figure.last)
        or figure.claim in ("score", "ordinal")
        or figure.form in ("fraction", "ratio", "ordinal")
    ):
        return False
    if _is_century(facts, figure.last - 1):
        return False
    tokens = facts.tokens
    if figure.unit is None or figure.dimension in ("count", "none"):
        following = tokens.lowers[figure.last : figure.last + 3]
        if not facts.lexicon.words("headline-listed-nouns").isdisjoint(following):
            return False
        large = figure.value >= _SMALLEST_COUNT
        aged = is_age(facts, figure) and not any(_is_his_age(facts, other) for other in body)
        counted = _is_counted_again(facts, figure, body)
        return large and counted and not _is_year(facts.text(figure)) and not aged
    if figure.dimension == "duration" or figure.claim == "age":
        return False  # which the text's own dates tell
    alike = [other for other in body if other.dimension == figure.dimension]
    following = facts.tokens.lowers[figure.last : min(figure.last + 2, facts.sentence_at(figure.start).last)]
    nouns = len(following) > 1 and all("N" in facts.language.words.tags(word) for word in following)
    if figure.dimension == "share" and nouns:
        return False  # “7 per cent pay offer”: a name for the offer
    if figure.dimension in _MEASURES:
        return any(figure.value < _FAR * other.value and other.value < _FAR * figure.value for other in alike)
    # The text may give the sum in another currency, or the height in feet.
    return any(other.unit == figure.unit for other in alike) or not any(
        _may_convert(facts, figure, other) for other in alike
    )


def _is_of_a_result(facts: Facts, first: int, last: int) -> bool:
    """Whether digits, a half-open range of tokens, are odds or a result: “50-1”, “Lund 19 Vik 20”."""
    texts, line = facts.tokens.texts, facts.paragraph_at(facts.tokens.starts[first])
    behind = texts[last : last + 2]
    odds = len(behind) > 1 and behind[0] in ("-", "–", "/") and behind[1].isdecimal()
    if odds and not facts.tokens.spaced(last):
        return True
    sides = [
        at
        for at in range(line.first + 1, line.last)
        if texts[at].isdecimal() and texts[at - 1].istitle() and not texts[at + 1 : at + 2] > ["`"]
    ]
    return len(sides) > 1 and first in sides


def _is_counted_again(facts: Facts, figure: Figure, body: Sequence[Figure]) -> bool:
    """Whether a reader expects to meet a count again: of people, of bodies, of deeds, or of things the text counts.

    Of what else there are so many the line may say for itself: “400 yo-yos”, “forty winks”; and “the 73 bus” is a name.
    """
    tokens, words, tags = facts.tokens, facts.language.words, facts.language.tags
    lower = tokens.lowers[figure.last] if figure.last < len(tokens) else ""
    named = figure.first and tokens.lowers[figure.first - 1] in facts.lexicon.words("definite-articles")
    if named and tags[figure.last : figure.last + 1] == ["NOUN"] and not words.is_plural(lower):
        return False
    if figure.subject is None or tags[figure.first - 1] == "ADJ":
        return figure.form == "digits"  # “new 877 aircraft” is a model's name
    classes = words.noun_classes(figure.subject)
    if _COUNTED & classes or (not classes and words.reading(figure.subject).known) or not lower.islower():
        return True
    kin = kindred(facts.lexicon).are
    return any(other.subject is not None and kin(other.subject, figure.subject) for other in body)


class Counted(Protocol):
    """A number in a line, a figure or a quantity: its tokens, its first code point, its value and how it is written."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def value(self) -> float: ...
    @property
    def form(self) -> str: ...


def is_age(facts: Facts, figure: Counted) -> bool:
    """ "Surgeon, 91, still on call", "dies at 88"."""
    tokens = facts.tokens
    if not _SMALLEST_COUNT <= figure.value <= _OLDEST or figure.form != "digits" or not figure.first:
        return False
    before, after = tokens.lowers[figure.first - 1], tokens.lowers[figure.last : figure.last + 1]
    closed = not after or not after[0][0].isalnum() or tokens.starts[figure.last] > facts.paragraph_at(figure.start).end
    return closed and (not before[0].isalnum() or before in facts.lexicon.words("at-words"))


def _is_his_age(facts: Facts, figure: Figure) -> bool:
    """Whether a figure of the text is an age, and so early that it is that of the one whom the headline is about."""
    if figure.claim != "age" and not is_age(facts, figure):
        return False
    first = next((one.number for one in facts.sentences if one.kind == "paragraph"), 0)
    return facts.sentence_at(figure.start).number < first + _EARLY


def _may_convert(facts: Facts, figure: Figure, other: Figure) -> bool:
    """Whether one may be the other in another unit; between currencies of like worth within a few times."""
    like = facts.lexicon.words("currencies-of-like-worth")
    if not like.issuperset((figure.unit or "", other.unit or "")):
        return True
    return figure.value < _LIKE_WORTH * other.value and other.value < _LIKE_WORTH * figure.value


def _is_year(text: str) -> bool:
    return text.isdecimal() and int(text) in _YEARS


def _bears_out(figure: Figure, other: Figure) -> bool:
    """Whether a figure of the text can be what the line's figure stands for."""
    if (
        figure.unit != other.unit
        and figure.dimension != other.dimension
        and {figure.dimension, other.dimension}
        - {
            "count",
            "none",
        }
    ):
        return {figure.dimension, other.dimension} == {"share", "point"} and figure.value == other.value
    if figure.unit != other.unit and figure.dimension == other.dimension and figure.dimension not in ("count", "none"):
        return False
    width = figure.step * _ROUNDING + (0.005 * other.value if figure.step > 1 or other.step > 1 else 0.0)
    if figure.precision == "over":
        return figure.value - width <= other.value <= 1.5 * figure.value
    if figure.precision == "under":
        return 0.67 * figure.value <= other.value <= figure.value + width
    if figure.precision == "about" or (other.precision != "exact" and figure.step >= other.step):
        width = max(width, _ROUND * other.value)
    return abs(figure.value - other.value) <= width


def _adds_up(figure: Figure, opening: Sequence[Figure]) -> bool:
    """Whether two of the figures that the text opens with, of the unit, make up the line's, or part by as much."""
    if figure.dimension in ("share", "point"):
        return False
    alike = [other for other in opening if other.unit == figure.unit and other.form != "ordinal"][:_MOST_ADDED]
    width = _ROUND * figure.value
    if figure.precision == "exact":
        width = min(width, figure.step * 0.6)
    if figure.unit and _runs_up(figure.value, width, [one for one in opening if one.unit in (figure.unit, None)]):
        return True
    return any(
        abs(result - figure.value) <= width
        for one, two in combinations(alike, 2)
        for result in (one.value + two.value, abs(one.value - two.value))
    )


def _runs_up(total: float, width: float, listed: Sequence[Figure]) -> bool:
    """Whether three to six figures in a row make up a total: 612,000 tonnes from here, 447,000 from there, 241,000."""
    values = [one.value for one in listed if one.form != "ordinal"][:_MOST_ADDED]
    for at in range(len(values)):
        for sum_to in accumulate(values[at : at + _LONGEST_RUN]):
            if abs(sum_to - total) <= width:
                return True
    return False


def _in_words(facts: Facts, figure: Figure, text: TextWords) -> bool:
    """Whether the text tells a sum of money without its unit: “half a million”, “they are millionaires”."""
    if figure.dimension != "money" or figure.value < _LARGE:
        return False
    fortunes = facts.lexicon.values("fortunes")
    told = {float(value) for word, value in fortunes.items() if not {word, word + "s"}.isdisjoint(text.lowers)}
    return figure.value in told or any(one.value == figure.value for one in text.figures if one.unit is None)


def _multiplies(figure: Figure, opening: Sequence[Figure]) -> bool:
    """Whether a count times a sum or measure of the unit, both told early, makes it: 310 bills of $100."""
    counts = [other.value for other in opening if other.unit is None and other.value > 1][:_MOST_ADDED]
    sums = [other.value for other in opening if other.unit == figure.unit and other.value > 0][:_MOST_ADDED]
    width = figure.step * _ROUNDING
    return bool(figure.unit) and any(abs(one * two - figure.value) <= width for one in counts for two in sums)


def _spelled(facts: Facts, figure: Figure, text: TextWords) -> bool:
    """Whether the text has the same words or digits, whatever it counts with them."""
    words = [word for word in facts.tokens.lowers[figure.first : figure.last] if word[0].isalnum()]
    return bool(words) and figure.dimension in ("count", "none", "duration") and all(w in text.lowers for w in words)


def _nearest(figure: Figure, body: Sequence[Figure]) -> Figure | None:
    """The figure of the same unit that the text has first."""
    return next((other for other in body if other.unit == figure.unit and other.dimension == figure.dimension), None)
