"""References: phrases that take up what stands before them."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple

Kind = Literal[
    "occasion", "row", "other", "group", "of two", "definite", "between", "first person", "there", "stranger",
    "utterance", "they", "gendered", "then",
]  # fmt: skip


class Reference(NamedTuple):
    """A phrase that takes up what the reader is taken to know already, outside quotations and headlines.

    start: its first code point.
    end: one past its last code point.
    kind: occasion (“his earlier address”, “at that meeting”), row (“the second blast”), other (“the other suspect”),
        group (“the two men”, “both companies”, “the trio”), of two (“the latter”) or definite (“the incident”, “that
        decision”: nouns that need to be brought in, with nothing behind them that says which), between (a “he” or “its”
        behind a verb that joins two who may both be meant), first person (“our” outside quotations), there, stranger
        (a single unknown name that says or plans something, with no word on who or what it is), gendered (“the man”) or
        then (“that year”, also in quotations).
    noun: its last word, lower case.
    needs: how many the text before it must have spoken of.
    found: how many of that kind it has spoken of, at most as many as needed.
    paragraph: number of its block.
    pointing: whether it points (“that ruling”), rather than only being definite (“the ruling”).
    lead: whether it stands in the first paragraph.
    reported: of the first person, whether it stands in what somebody else is said to have said.
    more: of the first person, how many more such words the article has outside quotations.
    owned: of “our”, the noun behind it in dictionary form; else none.
    taken_up: of a stranger, whether it is a known family name or a “he” or “she” takes it up.
    two: the places of the two who may both be meant.
    """

    start: int
    end: int
    kind: Kind
    noun: str
    needs: int
    found: int
    paragraph: int
    pointing: bool = False
    lead: bool = False
    reported: bool = False
    more: int = 0
    owned: str | None = None
    two: tuple[Stretch, ...] = ()
    taken_up: bool = False
