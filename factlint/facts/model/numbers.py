"""Numbers: figures, dates, and what the text itself works out from them."""

from __future__ import annotations

# No annotations import here: as strings they would be compiled one by one at every start.
from factlint.facts.model.relations import Interval
from factlint.record import NamedTuple


class Source(NamedTuple):
    """The words that say where a figure or claim comes from.

    start: first code point.
    end: one past the last code point.
    text: as written.
    """

    start: int
    end: int
    text: str


class Figure(NamedTuple):
    """A number with what it counts.

    start: first code point.
    end: one past the last code point, its unit included.
    value: the number.
    unit: percent, percentage-point, USD, km, year, person … or none.
    subject: what is counted, in dictionary form, or none.
    precision: exact, about, over or under.
    claim: the class of claim it makes: casualties, money, share, record, count, age, score, ordinal, time, measure.
    source: the words that say where it comes from, or none.
    in_quote: whether it stands in a quotation.
    paragraph: number of its block.
    block: the kind of its block.
    dimension: what the unit measures: share, point, money, length, area, mass, volume, speed, temperature, power,
        duration; count where the number counts things; none for a bare number.
    form: digits, words, fraction, ratio, ordinal or prefix (the number of “three-year”).
    step: what one more in its last significant place would add: 0.1 for 2.5, 1000 for 25,000.
    finding: what somebody must have counted, reckoned or surveyed to know it: toll (of the dead), lone toll (one that
        opens a sentence without a name), crowd (that protests), multitude (very many people, or told alone), loss
        (damage or cost), share (of people), average (person), forecast (of what a scheme is to bring), or none.
    restated: the other places where the article gives the same thing another value.
    first: its first token.
    last: one past its last token.
    """

    start: int
    end: int
    value: float
    unit: str | None
    subject: str | None
    precision: str
    claim: str
    source: Source | None
    in_quote: bool
    paragraph: int
    block: str
    dimension: str = "none"
    form: str = "digits"
    step: float = 1.0
    finding: str | None = None
    restated: tuple[Figure, ...] = ()
    first: int = 0
    last: int = 0


class Calculation(NamedTuple):
    """A relation that the text itself states between its numbers or dates.

    start: first code point of the words that state it.
    end: one past the last code point.
    kind: change (a rise or fall in percent), point (percent said where points are meant), direction (a rise that goes
        down), difference (a rise in units), share (a part of a whole in percent), part (a
        part larger than its whole), sum, shares (percentages that make up a whole), conversion, rate (a currency
        against the article's other rates), range, duration, sequence (a beginning after its end), life (a birth after a
        death), age, ago, count (announced lists).
    stated: the values that the claim leaves open; of a rise or fall, how far it goes up.
    computed: the values that the other numbers leave open, with what rounding allows. Of days in order, both are days
        counted from the year nought.
    stated_text: the value as the text has it, for a message.
    computed_text: the value that follows from the other numbers, for a message.
    working: the sum in words, for a message: from 40 to 60 is a rise of 50%.
    certain: whether the wording leaves no doubt what is to be computed.
    """

    start: int
    end: int
    kind: str
    stated: Interval
    computed: Interval
    stated_text: str
    computed_text: str
    working: str
    certain: bool

    @property
    def agrees(self) -> bool:
        """Whether a value of the claim follows from the other numbers."""
        return not self.stated.misses(self.computed)


class Date(NamedTuple):
    """A day, month or year that the article names.

    start: first code point.
    end: one past the last code point.
    value: ISO 8601 date, or none where it cannot be resolved.
    relative: whether it is told from another day (Tuesday, last year).
    weekday: the weekday stated with it, in full, or none.
    true_weekday: the weekday on which the date falls, or none.
    precision: day, month, year or time.
    in_quote: whether it stands in a quotation.
    block: the kind of its block.
    year: the year, or none where the text gives none.
    month: 1 to 12, or none.
    day: day of the month as written, or none.
    why: for a date that cannot be, what the calendar has instead: April has 30 days.
    anchored: whether a reader can tell which day is meant: a full date, or a relative one in an article that is dated.
    first: its first token.
    last: one past its last token.
    month_days: how many days its month has in that year, or none where it names no month.
    hour: of a time, as written.
    minute: of a time, as written.
    hours: how many hours the clock of a time counts: 12 with a.m. or p.m., else 24.
    """

    start: int
    end: int
    value: str | None
    relative: bool
    weekday: str | None
    true_weekday: str | None
    precision: str
    in_quote: bool
    block: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    why: str = ""
    anchored: bool = True
    first: int = 0
    last: int = 0
    month_days: int | None = None
    hour: int | None = None
    minute: int | None = None
    hours: int | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day."""
        return self.day is None or self.month_days is None or 1 <= self.day <= self.month_days
