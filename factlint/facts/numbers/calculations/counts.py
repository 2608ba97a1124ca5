"""Counts: a list that is announced with its length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Calculation, Figure
from factlint.facts.numbers.calculations.rounding import around
from factlint.facts.numbers.workings import say
from factlint.tokens import begun_between

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Sentence

_LONGEST_ITEM = 8  # tokens
_BETWEEN = 12  # tokens between what is counted and the colon
_MOST = 12
_OPENING = 1  # tokens of an item before its number
#: The marks behind which a list may stand, each with those that end it before the sentence does.
_CLOSED_BY = {":": frozenset("–—"), "–": frozenset("–"), "—": frozenset("—"), "-": frozenset("-"), "(": frozenset(")")}
_STOPS = frozenset('.;:!?“”"')
_ENDS = (".", "!", "?")
_QUOTED = frozenset('“”"()')


def find_lists(facts: Facts) -> Iterator[Calculation]:
    """ "three reasons: cost, noise and dust": the items behind a colon, a dash or a bracket, where they are short."""
    tokens = facts.tokens
    each_alone = facts.lexicon.words("apiece-words")
    for mark in sorted(at for word in _CLOSED_BY for at in tokens.index.get(word, ())):
        sentence = facts.sentence_of(mark)
        if not sentence.first < mark < sentence.last - 2 or sentence.kind != "paragraph" or _joins(facts, mark):
            continue
        announced = _announced(facts, sentence, mark)
        if announced is None:
            continue
        ends, last = _CLOSED_BY[tokens.texts[mark]], sentence.last
        close = next((at for at in range(mark + 1, last) if tokens.texts[at] in ends), last)
        items = _items(facts, mark + 1, close)
        if items is None or len(items) < 2 or not each_alone.isdisjoint(tokens.lowers[announced.last : close]):
            continue  # "in five parts: two of £250 each and three of £200 each" are no two
        numbers = [_number(facts, first, last) for first, last in items]
        told = [number for number in numbers if number is not None]
        if told and (None in numbers or not all(number % 1 == 0 for number in told)):
            continue
        follow = sum(told) if told else len(items)
        if announced.value != follow and any(value == follow for value in _told_before(facts, sentence, announced)):
            continue  # "Three were left for two seats: Ann Roe, Jim Hay and Tom Lind"
        text = facts.text(announced)
        start, end = announced.start, tokens.ends[close - 1]
        working = say(facts.lexicon, "list", result=f"{follow:g}")
        # Three entries, “two bakers, a cook and two porters”, are three or five.
        counted = len(items) if announced.value == len(items) else follow
        yield Calculation(
            start, end, "count", around(announced.value), around(counted), text, f"{follow:g}", working, False
        )


def _joins(facts: Facts, mark: int) -> bool:
    """Whether a dash stands between two numbers with no space: “2020–21” opens no list."""
    texts, spaced = facts.tokens.texts, facts.tokens.spaced
    return not spaced(mark) and not spaced(mark + 1) and texts[mark - 1].isdecimal() and texts[mark + 1].isdecimal()


def _told_before(facts: Facts, sentence: Sentence, announced: Figure) -> Iterator[float]:
    """The other numbers that a sentence tells before the one that is announced."""
    row = begun_between(facts.figures, sentence.start, announced.start)
    return (figure.value for figure in row if not figure.unit)


def _announced(facts: Facts, sentence: Sentence, mark: int) -> Figure | None:
    """The figure of "three reasons" before a mark, with nothing but what says more of them in between."""
    language = facts.language
    before = [
        figure
        for figure in facts.figures
        if sentence.first <= figure.first and figure.last <= mark and figure.dimension == "count"
    ]
    figure = before[-1] if before else None
    if figure is None or figure.claim != "count" or figure.precision != "exact" or not 2 <= figure.value <= _MOST:
        return None
    index = language.phrase_at(figure.last - 1)
    phrase = None if index is None else language.phrases[index]
    if phrase is None or phrase.head < figure.last or not language.words.is_plural(facts.tokens.lowers[phrase.head]):
        return None
    between = range(phrase.last, mark)
    if len(between) > _BETWEEN or any(facts.tokens.texts[at] in _STOPS for at in between):
        return None
    if any(language.tags[at] == "AUX" for at in between):
        return None
    governing = phrase.preposition
    if governing is None or facts.tokens.lowers[governing] not in facts.lexicon.words("of-words"):
        return figure
    # “four of the nine councillors: …”: the list is of the four.
    part = before[-2] if len(before) > 1 and before[-2].last == governing else None
    return part if part is not None and part.precision == "exact" and 2 <= part.value <= _MOST else None


def _number(facts: Facts, first: int, last: int) -> float | None:
    """How many an item tells of: "two bakers" two; none where it gives no number."""
    figures = (figure for figure in facts.figures if first <= figure.first <= first + _OPENING and figure.last <= last)
    figure = next(figures, None)
    if figure is None or figure.unit or figure.claim not in ("count", "casualties"):
        return None
    articles = facts.lexicon.words("indefinite-articles")
    return 1.0 if articles.intersection(facts.tokens.lowers[figure.first - 1 : figure.first]) else figure.value


def _items(facts: Facts, first: int, last: int) -> list[tuple[int, int]] | None:
    """The items of a plain list: parted by semicolons, or by commas with one "and" before the last."""
    texts, lowers, tags = facts.tokens.texts, facts.tokens.lowers, facts.language.tags
    joiners = facts.lexicon.union("number-joiners", "list-alternatives")
    last -= texts[last - 1] in _ENDS
    body = range(first, last)
    if any(texts[position] in _QUOTED for position in body):
        return None
    stops = [position for position in body if texts[position] == ";"]
    if stops:
        if "," in texts[first : stops[0]] and not joiners.isdisjoint(lowers[first : stops[0]]):
            return None  # “tonight, Friday and Saturday; tickets cost £8”
        return [*pairwise([first - 1, *stops, last])]
    joined = [position for position in body if lowers[position] in joiners]
    if len(joined) != 1 or joined[0] == first or any(tags[position] == "AUX" for position in body):
        return None
    commas = [position for position in body if texts[position] == ","]
    if any(comma > joined[0] for comma in commas):
        return None
    edges = [first - 1, *(comma for comma in commas if comma + 1 != joined[0]), joined[0], last]
    if not facts.lexicon.words("rest-words").isdisjoint(lowers[joined[0] : last]):
        return None  # "and the remaining passengers": nobody says how many
    if any(right - left > _LONGEST_ITEM for left, right in pairwise(edges)):
        return None
    items = [(left + 1, right) for left, right in pairwise(edges)]
    return None if any(_says_who(facts, one, two) for one, two in pairwise(items)) else items


def _says_who(facts: Facts, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether an item only says who the one before it is: "his chairman, Scott Johnson, and …"."""
    language = facts.language
    index, named = language.phrase_at(two[0]), language.phrase_at(one[0])
    if index is None or named is None:
        return False
    phrase, before = language.phrases[index], language.phrases[named]
    return phrase.apposition_of == named or (phrase.proper and phrase.last == two[1] and before.determiner is not None)
