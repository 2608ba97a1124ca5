"""Wording: bodies, places and abbreviations by the names the article has for them, and choices of style."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from typing import Literal

from factlint.record import NamedTuple

Topic = Literal[
    "percent", "initialism", "spelling", "word-form", "place-name", "compound", "open-compound", "capital",
    "body-capital", "time", "date-order", "date-form", "dash", "number", "currency", "ending", "dialect",
    "decade", "initials", "accent", "title", "thousands", "unit", "unit-system",
]  # fmt: skip


class Organization(NamedTuple):
    """A body named in the article.

    start: first code point.
    end: one past the last code point.
    name: the fullest form in the article.
    form: as compared with the others: small letters, no accents, no article.
    key: the same for all spellings of one name: Labour Party and Labor Party, Al Qaeda and al-Qaida.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    """

    start: int
    end: int
    name: str
    form: str
    key: str
    in_quote: bool
    block: str


class Place(NamedTuple):
    """A place named in the article.

    start: first code point.
    end: one past the last code point.
    name: the canonical name, which spellings and older names of one place share.
    form: the name as written, in lower case.
    contested: whether houses differ over the form, or it is an official or older name: a choice to be made once.
    part: whether it stands in the name of something else (the Bank of Ceylon).
    glossed: whether the words around say that the place has two names (Burma, also known as Myanmar).
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    """

    start: int
    end: int
    name: str
    form: str
    contested: bool
    part: bool
    glossed: bool
    in_quote: bool
    block: str


class Acronym(NamedTuple):
    """An abbreviation in capitals.

    start: first code point.
    end: one past the last code point.
    letters: the letters alone.
    expansion: the words that the article gives for it anywhere, or none.
    explained: whether this place is one that explains it.
    order: 0 for the first use outside headlines.
    initials: the initials of the name that it stands behind in brackets, where they are as many as its letters but one
        is another, or two have changed places; or none.
    part: whether it stands in a longer name, a number or a word joined by a hyphen.
    body: whether any place speaks of it as of a body: the KRCF, KRCF members.
    used: how many places outside headlines use it.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    slip_of: the explained acronym of as many letters of which it may be a slip, where it is not explained itself; or
        none.
    """

    start: int
    end: int
    letters: str
    expansion: str | None
    explained: bool
    order: int
    initials: str | None
    part: bool
    body: bool
    used: int
    in_quote: bool
    block: str
    slip_of: str | None = None


class Rewriting(NamedTuple):
    """How a place would be written otherwise.

    start: first code point that goes.
    end: one past the last code point that goes.
    words: what comes in its place.
    """

    start: int
    end: int
    words: str


class Variant(NamedTuple):
    """A place where the writer chose one of several spellings or forms of the same thing.

    start: first code point.
    end: one past the last code point.
    choice: what is chosen, the same for all forms of it: percent, dates, colour …
    form: which of them stands here; of figures and dates an example: 9am, May 5, £5m.
    topic: the class of the choice: spelling (forms that sound alike), word-form (a speaker would choose), compound,
      open-compound (a hyphen or a space, which grammar may ask for), dialect (British or American) …
    house: the form that the configuration asks for, or none.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    rewriting: how it would be written in the form of the house, or else in the commonest form of the article; none
      where it is written so, or where no rule of spelling says how.
    """

    start: int
    end: int
    choice: str
    form: str
    topic: Topic
    house: str | None
    in_quote: bool
    block: str
    rewriting: Rewriting | None = None
