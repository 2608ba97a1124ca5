"""Wholes: a total and its parts in the next sentence (“Of those, three were men”), a part of a whole (“six of ten”)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.calculations.kinds import of_one_kind
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, plain
from factlint.facts.numbers.calculations.sums import JOINS, added_up
from factlint.facts.numbers.workings import say
from factlint.tokens import GENITIVES, begun_between

_FARTHEST = 4  # tokens from the start of a sentence to “those”
_FEWEST = 2  # things that are a whole
_NO_COUNTS = frozenset({"age", "ordinal", "score"})
_PLAIN = 3  # parts from which on a list divides the whole; two may overlap
_MOST = 0.6  # of the whole that the parts may be off by; beyond, they are parts of something else
_REST = re.compile(r"R[he]*n")
_PART_OF = re.compile(r"(?<!n)(n)w?V([ew]{1,3})(n)(?!.?n)")


def find(line: Line) -> Iterator[Calculation]:
    """The parts of a sentence that begins with “Of those”, and the only count of the sentence before."""
    if not _points_back(line):
        return
    places = [place for place, code in enumerate(line.timeless) if code == "n"]
    parts = _listed(line, places)
    whole = _only_count_before(line)
    rest = _REST.search(line.timeless) is not None
    if whole is None or len(parts) < (2 if rest else _PLAIN):
        return
    figures = [line.figure(place) for place in parts]
    added = sum(figure.value for figure in figures)
    # Some of them may be left out, unless the rest is told; more than there are there cannot be.
    follows = added_up(whole, figures)
    follows = follows if rest else Interval(follows.low, math.inf)
    off = abs(added - whole.value) > _MOST * whole.value
    if around(whole.value).misses(follows) and (
        off or not of_one_kind(line, whole, figures) or whole.value < max(f.value for f in figures)
    ):
        return
    lexicon, text = line.facts.lexicon, line.facts.text
    result = plain(added)
    working = say(lexicon, "same", one=say(lexicon, "plus").join(text(figure) for figure in figures), result=result)
    certain = whole.precision == "exact"
    end = line.span(parts[0], parts[-1])[1]
    claimed = around(whole.value)
    yield Calculation(whole.start, end, "sum", claimed, follows, text(whole), result, working, certain)


def find_parts_of(line: Line) -> Iterator[Calculation]:
    """ "six of their last ten games", where the part is larger than the whole."""
    words = line.facts.lexicon.words("whole-determiners")
    for match in _PART_OF.finditer(line.timeless):
        part, whole = line.figure(match.start(1)), line.figure(match.start(3))
        between = {line.word(place) for place in range(*match.span(2))}
        numbers = {part.form, whole.form} <= {"digits", "words"} and not {part.claim, whole.claim} & _NO_COUNTS
        owned = whole.first > part.last and line.facts.tokens.lowers[whole.first - 1] in GENITIVES
        if not numbers or not between or not (owned or between <= words) or whole.subject is None:
            continue
        if part.subject not in (None, whole.subject) or whole.value < _FEWEST or _owns(line, whole):
            continue
        start, end = line.span(match.start(1), match.start(3))
        one, two = line.facts.text(part), line.facts.text(whole)
        working = say(line.facts.lexicon, "larger" if part.value > whole.value else "no-larger", one=one, two=two)
        claimed, follows = around(part.value), Interval(0.0, whole.value)
        yield Calculation(start, end, "part", claimed, follows, one, two, working, True)


def _owns(line: Line, whole: Figure) -> bool:
    """Whether what is counted is the owner of the real whole: “15 of the two sides' players”."""
    return any(word in GENITIVES for word in line.facts.tokens.lowers[whole.last : whole.last + 2])


def _points_back(line: Line) -> bool:
    """Whether the sentence begins with “of those”, an adverb before it left aside."""
    lowers, lexicon = line.facts.tokens.lowers, line.facts.lexicon
    openers, pointers = lexicon.words("whole-openers"), lexicon.words("whole-pointers")
    first = line.facts.sentence_at(line.facts.tokens.starts[line.at[0]]).first
    row = lowers[first : first + _FARTHEST]
    return any(one in openers and other in pointers for one, other in pairwise(row))


def _listed(line: Line, places: list[int]) -> list[int]:
    """The counts that stand in one list, its last joined by “and”; none where other counts stand beside it."""
    joined = all(JOINS.match(line.timeless[one + 1 : other]) for one, other in pairwise(places))
    return places if len(places) > 1 and joined and "A" in line.timeless[places[-2] : places[-1]] else []


def _only_count_before(line: Line) -> Figure | None:
    """The one count of the sentence before, in the same paragraph."""
    facts = line.facts
    own = facts.sentence_of(line.at[0])
    before = facts.sentences[own.number - 1] if own.number else None
    if before is None or before.paragraph != own.paragraph:
        return None
    counts = [figure for figure in begun_between(facts.figures, before.start, before.end) if _counts(figure)]
    return counts[0] if len(counts) == 1 else None


def _counts(figure: Figure) -> bool:
    return figure.dimension == "count" and figure.claim not in _NO_COUNTS and figure.value >= _FEWEST
