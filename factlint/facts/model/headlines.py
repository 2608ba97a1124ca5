"""Headlines against the text: what headlines, subheadings and captions hold that the text should hold too."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple


class Promise(NamedTuple):
    """A name, place, figure or quotation in a headline, subheading or caption: a reader expects it in the text.

    start: first code point.
    end: one past the last code point.
    kind: person, name (of a thing, or of nobody can say what), place, figure, number (bare digits, as in a model's
        name), score (the result of a game or vote) or quote.
    block: headline, heading or caption.
    told: how often the text has it, too, in the same or in other words: another form of the name, the country for its
        people, figures that round to it or make it up; of a quotation and a name, how many of its words.
    certain: whether the words leave no doubt that it is of this kind.
    restated: whether it is a figure that the text gives in another value.
    words: how many words it has, small words left out.
    instead: the nearest thing of its kind that the text has, or none.
    format: plain or markdown; in plain text the kind of a block is told by form alone.
    share: how much of a quotation's words the text has, from 0 to 1.
    credited: whether it is a quotation that the line lays to somebody, “Roe: ‘never again’”, or in the first person.
    """

    start: int
    end: int
    kind: str
    block: str
    told: int
    certain: bool
    restated: bool
    words: int
    instead: Instead | None
    format: str
    share: float | None = None
    credited: bool = False


class Instead(NamedTuple):
    """What the text has where a headline promises something else.

    start: first code point.
    end: one past the last code point.
    text: as written.
    """

    start: int
    end: int
    text: str


class Assertion(NamedTuple):
    """An event that the headline states as done, with how the text has it.

    start: first code point of the headline's words for it.
    end: one past the last code point.
    family: the event: approve, convict, buy, cure …
    standing: how the text has it: done where any place has it so; else as the place nearest in words has it: asked for,
        sought, planned, possible, alleged or denied.
    announced: whether a headline may state such an event as done when it has been decided and made known.
    shared: how many telling words that place's sentence shares with the rest of the headline.
    sentence: that sentence.
    words: the text's words for the event, or the sentence where it has words for something less.
    """

    start: int
    end: int
    family: str
    standing: str
    announced: bool
    shared: int
    sentence: Stretch
    words: str


class Contrast(NamedTuple):
    """A part of what a headline, standfirst or caption says, with what the text has in its place.

    start: first code point of the line's words.
    end: one past the last code point.
    kind: outcome (how it came out), roles (who did it to whom), count, length (of time), amount, day, year, place,
        speaker (of a quotation), whole (all of them), superlative, kin (whose relative), spelling, wording (of a
        quotation), doer (who did it), guilt (of an offence), cause (of what), plan (told as done), move (up or down),
        blame (on whom), or span (how long it took).
    block: headline (a standfirst, too), heading or caption.
    stated: what the line says, in words for a message.
    told: what the text says, in words for a message.
    link: how surely the two speak of one thing: strong, middling or weak.
    supported: whether anything in the text agrees with the line.
    against: the place of the text.
    """

    start: int
    end: int
    kind: Literal[
        "outcome", "roles", "count", "length", "amount", "day", "year", "place", "speaker", "whole",
        "superlative", "kin", "spelling", "wording", "doer", "guilt",
        "cause", "plan", "move", "blame", "span",
    ]  # fmt: skip
    block: str
    stated: str
    told: str
    link: Literal["strong", "middling", "weak"]
    supported: bool
    against: Stretch
