"""The times of one article by sentence, and the shape in which a claim about them becomes a relation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from factlint.facts.model import Clock, Interval, Length, Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.numbers.workings import say
from factlint.facts.time.calendar import Days, day_number, is_floating
from factlint.lazy import cached_property

if TYPE_CHECKING:
    from factlint.relations.analysis import Analysis

Time = TypeVar("Time", Moment, Clock, Length)
Link = Literal["strong", "middling", "weak"]
_ASIDE = 6  # tokens from a bracket to a length in it
_TOWN = 5  # tokens of a town and its marks before the day of a dateline
_TITLES = frozenset({"byline", "dateline", "credit"})


class Place(Protocol):
    """Whatever stands somewhere in the source: a time, a figure, a date, a stretch."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Frame:
    """The times of an article that stand in its prose, by the number of their sentence."""

    def __init__(self, facts: Analysis) -> None:
        self.facts = facts
        self.tokens = facts.tokens
        self.lowers = facts.tokens.lowers
        today = facts.article_day
        self.today: int | None = day_number(*today) if today else None
        self._starts = [sentence.start for sentence in facts.sentences]

    @cached_property
    def now(self) -> Days | None:
        """The days that the article may be of: its own, or those between what is told as past and as to come."""
        if self.today is not None:
            return self.today, self.today
        from factlint.relations.time.now import inferred

        return inferred(self)

    @cached_property
    def dated(self) -> Days | None:
        """The article's own day, or the month that a line of its own names: “Saltburn, August 2024”."""
        if self.today is not None:
            return self.today, self.today
        from factlint.relations.time.now import month_line

        return month_line(self)

    @cached_property
    def day_line(self) -> Moment | None:
        """Where the article tells its own day: the moment of its dateline, byline or date line."""
        for moment in self.facts.moments:
            if moment.kind == "day" and len(moment.options) == 1 and not moment.relative:
                if moment.options[0] == (self.today, self.today):
                    return moment
                told = moment.block in _TITLES or self._opens_the_text(moment)
                if self.today is None and told and is_floating(moment.options[0]):
                    return moment
        return None

    def _opens_the_text(self, moment: Moment) -> bool:
        """ "DOHA: Monday, October 20. Riders …": a town in capitals and a day, alone at the head of the text."""
        tokens = self.tokens
        block = self.facts.paragraph_at(moment.start)
        if moment.weekday is None or moment.first - block.first > _TOWN or moment.last >= len(tokens):
            return False
        if moment.first == block.first:
            before = self.facts.paragraphs[block.number - 1] if block.number else block
            return before.kind == "dateline" and not tokens.lowers[moment.last][0].isalnum()
        town = [text for text in tokens.texts[block.first : moment.first] if text[0].isalpha()]
        return all(text.isupper() for text in town) and not tokens.lowers[moment.last][0].isalnum()

    @cached_property
    def day(self) -> int | None:
        """The article's own day; of one whose line tells no year, the day in the year of all that have none."""
        if self.today is not None or self.day_line is None:
            return self.today
        return self.day_line.options[0][0]

    @cached_property
    def moments(self) -> dict[int, list[Moment]]:
        """Moments outside bylines and datelines by sentence."""
        return self._by_sentence(self.facts.moments)

    @cached_property
    def clocks(self) -> dict[int, list[Clock]]:
        """Times of day outside bylines and datelines by sentence."""
        return self._by_sentence(self.facts.clocks)

    @cached_property
    def lengths(self) -> dict[int, list[Length]]:
        """Lengths outside bylines and datelines by sentence."""
        return self._by_sentence(self.facts.lengths)

    def _by_sentence(self, times: Iterable[Time]) -> dict[int, list[Time]]:
        found: dict[int, list[Time]] = defaultdict(list)
        for time in times:
            number = self.sentence(time.start)
            sentence = self.facts.sentences[number] if self.facts.sentences else None
            if sentence is not None and time.start < sentence.end and time.block not in _TITLES:
                found[number].append(time)
        return found

    def sentence(self, offset: int) -> int:
        """The number of the sentence in which a code point stands, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, sentence: int) -> list[str]:
        """The lower-cased tokens of a sentence."""
        found = self.facts.sentences[sentence]
        return self.lowers[found.first : found.last]

    def text(self, time: Place) -> str:
        """A time as written."""
        return self.facts.article.source[time.start : time.end]

    def has(self, name: str, words: Sequence[str]) -> bool:
        """Whether any of the words is an entry of a lexicon list."""
        return not self.facts.lexicon.words(name).isdisjoint(words)

    def told_as_past(self, time: Moment | Clock) -> bool:
        """Whether the sentence of a time tells of it as past, with nothing in it that looks ahead."""
        sentence = self.facts.sentences[self.sentence(time.start)]
        words = self.lowers[sentence.first : time.first] + self.lowers[time.last : sentence.last]
        past = self.has("past-auxiliaries", words) or any(word.endswith("ed") and len(word) > 4 for word in words)
        past = past or any(c.tense == "past" and c.sentence == sentence.number for c in self.facts.language.clauses)
        return past and not self.has("not-yet-words", words)

    def is_label(self, time: Moment | Clock) -> bool:
        """Whether a time says which noun is meant, and not when: “our 8.30am post”, “a 1994 graduate”."""
        language = self.facts.language
        number = language.phrase_at(time.first)
        phrase = None if number is None else language.phrases[number]
        return phrase is not None and phrase.head >= time.last and "time" not in phrase.classes

    def is_bracketed(self, length: Length) -> bool:
        """ "take a van to Holm (four hours, £3)": whether a length is told of what stands before its bracket."""
        held = self.facts.sentence_at(length.start)
        before = range(length.first - 1, max(held.first, length.first - _ASIDE) - 1, -1)
        return next((self.lowers[at] for at in before if self.lowers[at] in "()"), "") == "("

    def is_degree(self, length: Length) -> bool:
        """ "a year too late", “two days short”: whether a length says how late, and not for how long."""
        behind = self.facts.language.tags[length.last : length.last + 2]
        return not length.role and (
            behind[:1] == ["ADJ"] or (behind[:1] == ["ADV"] and behind[1:] in (["ADJ"], ["ADV"]))
        )

    def is_rate(self, length: Length) -> bool:
        """Whether a length is what something is counted by: “105 days a year”, “£3 a day”."""
        articles, openers = self.facts.lexicon.words("indefinite-articles"), self.facts.lexicon.words("length-before")
        before = self.lowers[length.first - 1] if length.first else ""
        if self.lowers[length.first] not in articles or before in openers or length.hedge:
            return False
        # “has a fortnight to leave” is a length, “105 days a year” a rate.
        return length.first > 0 and self.facts.language.tags[length.first - 1] not in ("VERB", "AUX")

    def say(self, pattern: str, **fields: object) -> str:
        """A working in words."""
        return say(self.facts.lexicon, pattern, **fields)

    def relation(
        self,
        kind: str,
        claim: Place,
        stated: tuple[float, float],
        computed: tuple[float, float],
        computed_text: str,
        working: str,
        link: Link,
        parts: Iterable[Place] = (),
        supported: bool = False,
        stated_text: str | None = None,
    ) -> Relation:
        """A relation whose claim stands at a time or stretch; low and high in whatever unit the claim is told in."""
        return Relation(
            claim.start,
            claim.end,
            kind,
            Interval(*stated),
            Interval(*computed),
            self.text(claim) if stated_text is None else stated_text,
            computed_text,
            link,
            supported,
            working,
            self.facts.in_quotation(claim.start),
            self.facts.paragraph_at(claim.start).kind,
            tuple(Stretch(part.start, part.end) for part in parts),
        )


def apart(one: Days, two: Days) -> tuple[int, int]:
    """The least and most days from the first to the second."""
    return two[0] - one[1], two[1] - one[0]


def comparable(one: Days, two: Days) -> bool:
    """Whether two spans of days can be held against one another: both of known years, or neither."""
    return is_floating(one) == is_floating(two)
