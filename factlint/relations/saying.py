"""Saying: relations put together, with their sums in the words of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from factlint.facts.model import Interval, Relation, Stretch
from factlint.facts.numbers.amounts import digits_of, written_like
from factlint.facts.numbers.workings import say
from factlint.record import NamedTuple
from factlint.relations.claimed import SURE
from factlint.relations.intervals import meet, middle
from factlint.relations.quantities import Quantity
from factlint.relations.slips import is_slip, telling

if TYPE_CHECKING:
    from factlint.lexicon import Lexicon
    from factlint.relations.analysis import Analysis

Link = Literal["strong", "middling", "weak"]

_CROWDED = 30  # figures of an article


class Reading(NamedTuple):
    """One way in which a claim may have been worked out.

    computed: the values that it leaves open.
    text: the value in words.
    working: the sum in words.
    parts: the figures that it is made of.
    value: what the text tells, where that is not the middle of what is left open.
    """

    computed: Interval
    text: str
    working: str
    parts: tuple[Quantity, ...]
    value: float | None = None


def held(
    facts: Analysis,
    claim: Quantity,
    kind: str,
    near: Sequence[Reading],
    spans: Iterable[Interval] = (),
    link: Link = "strong",
    stated: Interval | None = None,
) -> Iterator[Relation]:
    """The claim against the nearest of the readings that belong to it, supported where any of all others agrees.

    `spans` are what every other reading comes to; `stated` is the claim in the unit of the readings.
    """
    if not near:
        return
    said = claim.span if stated is None else stated
    best = min(near, key=lambda reading: abs(middle(reading.computed) - middle(said)))
    supported = any(meet(reading.computed, said) for reading in near) or any(meet(span, said) for span in spans)
    best = _as_claimed(facts.lexicon, best, claim, facts.text(claim))
    parts = tuple(Stretch(part.start, part.end) for part in best.parts)
    if link == "middling" and len(facts.quantities.all) > _CROWDED:
        link = "weak"  # among so many figures some stand near by chance
    yield Relation(
        claim.start,
        claim.end,
        kind,
        said,
        best.computed,
        facts.text(claim),
        best.text,
        link,
        supported,
        best.working,
        claim.in_quote,
        claim.block,
        parts,
    )


def _as_claimed(lexicon: Lexicon, reading: Reading, claim: Quantity, text: str) -> Reading:
    """A sum or measure written as the claim is: £1.5m beside “£2.5m”, 250g beside “450g”, and not 1.5 million."""
    value = middle(reading.computed) if reading.value is None else reading.value
    before, plain, after = reading.working.rpartition(reading.text)
    if not claim.unit or claim.dimension == "share" or not plain or reading.text != written(lexicon, value):
        return reading
    like = written_like(value, text, claim.value)
    return reading if like is None else reading._replace(text=like, working=before + like + after)


def weighed(strength: int, link: Link, claim: Quantity, reading: Reading, telling_from: int = 4) -> Link | None:
    """How surely a figure is meant for what a reading comes to, by the words about it and by its digits.

    Words that are tied to it are enough. Words that only stand nearby want a value that looks like a slip of the pen
    for the right one, and without any word the value must have digits enough for that to be no chance.
    """
    if strength >= SURE:
        return link
    if not is_slip(claim.value, middle(reading.computed)):
        return None
    return "middling" if strength or telling(claim.value) >= telling_from else None


def written(lexicon: Lexicon, value: float, like: Quantity | None = None) -> str:
    """A value in the manner of news: 4,607; 1.2 million; with the unit sign that a quantity like it has."""
    sizes = lexicon.values("sizes-in-workings").items()
    size, word = next(((size, " " + word) for word, size in sizes if abs(value) >= size), (1.0, ""))
    digits = digits_of(value / size)
    return digits + word if like is None else dressed(digits + word, like)


def dressed(number: str, like: Quantity) -> str:
    """A number with the unit of a quantity, where the unit is a sign."""
    return number + "%" if like.dimension == "share" else number


def sum_of(facts: Analysis, parts: Iterable[Quantity]) -> str:
    """The parts with plus signs between them."""
    return say(facts.lexicon, "plus").join(" ".join(facts.text(part).split()) for part in parts)
