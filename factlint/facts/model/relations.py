"""Relations: what the article claims of its own facts, held against what follows from the rest of the article."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple


class Interval(NamedTuple):
    """All the values that a wording leaves open: “about 400” is 360 to 440, “2.5” is 2.45 to 2.55.

    low: the least value.
    high: the greatest value.
    """

    low: float
    high: float

    def misses(self, other: Interval) -> bool:
        """Whether the two have no value in common."""
        return self.high < other.low or self.low > other.high


class Relation(NamedTuple):
    """A claim of the article about its own figures or dates, with what follows from the others.

    start: first code point of the claim.
    end: one past its last code point.
    kind: what is claimed: sum, rest, difference, change, point, multiple, share, average, within, rate, product,
        conversion, exchange, rank, list, majority, threshold, points, score,
        restated.
    stated: the values that the claim leaves open.
    computed: the values that the other facts leave open, each at its most favourable.
    stated_text: the claim's value in words, for a message.
    computed_text: the computed value in words, for a message.
    link: how surely the parts belong to the claim: strong, middling or weak.
    supported: whether something else in the article agrees with the claim, in any reading.
    working: the sum in words, for a message: from 40 to 60 is a rise of 50%.
    in_quote: whether the claim stands in a quotation.
    block: the kind of its block.
    parts: the places that the sum is made of.
    against: other places that speak against the claim.
    """

    start: int
    end: int
    kind: str
    stated: Interval
    computed: Interval
    stated_text: str
    computed_text: str
    link: Literal["strong", "middling", "weak"]
    supported: bool
    working: str
    in_quote: bool
    block: str
    parts: tuple[Stretch, ...] = ()
    against: tuple[Stretch, ...] = ()
