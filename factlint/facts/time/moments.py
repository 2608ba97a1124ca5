"""Moments: every expression of time as the days that it may mean, told from the calendar or the article's own day."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Date, Moment
from factlint.facts.time.calendar import FLOATING, Days, day_number, months, moved, of_iso, parts_of, years
from factlint.facts.time.calendar import weekday as weekday_of
from factlint.lazy import cached_property
from factlint.lexicon import Bundle, Lexicon

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_TITLES = frozenset({"byline", "dateline", "credit"})
_ERAS = (1400, 2100)
_WEEK = 7
_HOUR = 5  # code points of “12.30”
_JOINED = 1  # tokens between the first and the last day of a span
_FAR = 730  # days back to what may be “last spring”
_SEASON = 210  # days to what may be “this spring”
_AHEAD = 100  # days from which a month without a year is no slip for one to come


class _Words(Bundle):
    """What moments are told with, unpacked once."""

    bounds: dict[str, str]
    seasons: dict[str, str]
    season_months: dict[str, list[int]]
    which: dict[str, int]
    units: dict[str, str]
    decades: dict[str, int]
    endings: frozenset[str]
    determiners: frozenset[str]
    weekdays: dict[str, int]
    last_but_one: tuple[list[str], ...]
    weeks: frozenset[str]
    sides: dict[str, str]
    same: frozenset[str]
    of: frozenset[str]
    days_on: frozenset[str]
    hours: frozenset[str]
    halves: frozenset[str]
    months: dict[str, int]
    ordinals: dict[str, int]
    centuries: frozenset[str]
    ago: frozenset[str]
    leading: frozenset[str]
    definite: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        dict(lexicon.table("bounds")),
        dict(lexicon.table("season-names")),
        dict(lexicon.values("season-months")),
        dict(lexicon.table("which-one")),
        dict(lexicon.table("time-units")),
        dict(lexicon.table("decade-words")),
        lexicon.words("decade-endings"),
        lexicon.union("definite-articles", "of-words", "part-of-time", "indefinite-articles"),
        dict(lexicon.table("weekdays")),
        tuple(phrase.split() for phrase in lexicon.values("last-but-one-words")),
        frozenset(word for word, unit in lexicon.table("time-units").items() if unit == "week"),
        dict(lexicon.table("next-words")),
        lexicon.words("same-year-words"),
        lexicon.words("of-words"),
        lexicon.words("on-words"),
        frozenset(lexicon.table("hours-by-name")),
        lexicon.union("half-day-suffixes", "oclock-words"),
        dict(lexicon.table("months")),
        dict(lexicon.table("ordinals")),
        frozenset(word for word, unit in lexicon.table("time-units").items() if unit == "century"),
        frozenset(word for word, role in lexicon.table("length-after").items() if role == "ago"),
        lexicon.union("on-words", "in-words"),
        lexicon.words("definite-articles"),
    )


def find_moments(facts: Facts) -> tuple[Moment, ...]:
    """Every moment but times of day, in order of place; those that overlap are joined into the longest."""
    reader = _Reader(facts, _words(facts.lexicon))
    found = [moment for date in facts.dates if (moment := reader.of_date(date))]
    taken = {at for moment in found for at in range(moment.first, moment.last)}
    found += [moment for moment in reader.told_otherwise() if taken.isdisjoint(range(moment.first, moment.last))]
    found.sort()
    kept: list[Moment] = []
    for moment in found:
        if kept and moment.start < kept[-1].end:
            continue
        kept.append(moment)
    one_year = _of_the_year_told(reader, _of_one_year(reader, kept))
    return tuple(_of_its_tense(reader, _counted_back(facts, reader.words, moment)) for moment in one_year)


def _counted_back(facts: Facts, words: _Words, moment: Moment) -> Moment:
    """ "three years ago next month", “a year ago today”: a day that an “ago” takes back is not the one named."""
    lowers = facts.tokens.lowers
    at = moment.first - 1
    if at > 0 and lowers[at] in words.leading:
        at -= 1
    if at < 1 or lowers[at] not in words.ago or (moment.fixed and not moment.relative):
        return moment
    unit = words.units.get(lowers[at - 1])
    counted = unit in ("year", "decade", "century") or (unit and moment.relative)
    return moment._replace(options=()) if counted else moment


def _of_its_tense(reader: _Reader, moment: Moment) -> Moment:
    """ "died in March", “went back on Wednesday”: what a verb in the past dates is not a day of next week or year."""
    today = reader.today
    guessed = moment.kind == "weekday" or (moment.kind == "month" and not moment.fixed)
    if today is None or not guessed or moment.bound or not moment.options or moment.options[-1][0] <= today:
        return moment
    led = moment.first and reader.lowers[moment.first - 1] in reader.words.leading
    number = reader.facts.language.clause_of(moment.first) if led else None
    clause = None if number is None else reader.facts.language.clauses[number]
    if clause is None or clause.tense != "past" or clause.standing != "done" or clause.negated:
        return moment
    if moment.kind == "weekday":
        return moment._replace(options=tuple(days for days in moment.options if days[0] <= today) or moment.options)
    far = len(moment.options) == 1 and moment.options[0][0] - today > _AHEAD
    return moment._replace(options=(_moved(moment.options[0], -1),)) if far else moment


def _of_one_year(reader: _Reader, found: list[Moment]) -> list[Moment]:
    """ "between June 3 and June 21": of two days without a year the first is the one before the second, not after."""
    for at in range(len(found) - 1):
        one, two = found[at], found[at + 1]
        guessed = reader.today is not None and not any(m.fixed or m.relative or len(m.options) != 1 for m in (one, two))
        if not guessed or one.bound != "from" or two.first - one.last > _JOINED or one.options[0] <= two.options[0]:
            continue
        assert reader.today is not None
        if two.options[0][1] < reader.today:
            found[at] = one._replace(options=(_moved(one.options[0], -1),))
        else:
            found[at + 1] = two._replace(options=(_moved(two.options[0], 1),))
    return found


def _of_the_year_told(reader: _Reader, found: list[Moment]) -> list[Moment]:
    """ "Last year the fast began on March 11 and ended on April 9": of the year that opens the sentence."""
    opened: Moment | None = None
    last = -1
    for at, moment in enumerate(found):
        sentence = reader.facts.sentence_at(moment.start)
        if moment.first == sentence.first and len(moment.options) == 1:
            opened, last = (moment if moment.kind == "year" and moment.relative else None), sentence.last
        elif opened is not None and moment.first < last and not moment.fixed and len(moment.options) == 1:
            years = parts_of(moment.options[0][0])[0] - parts_of(opened.options[0][0])[0]
            found[at] = moment._replace(options=(_moved(moment.options[0], -years),), fixed=True)
    return found


def _moved(days: Days, by: int) -> Days:
    """The same days so many years on."""
    first, last = (moved(day, 12 * by) for day in days)
    return first, last


class _Reader:
    """Reads the moments of one article."""

    def __init__(self, facts: Facts, words: _Words) -> None:
        self.facts = facts
        self.words = words
        self.lowers = facts.tokens.lowers
        today = facts.article_day
        self.today: int | None = day_number(*today) if today else None

    # ------------------------------------------------------------------ dates with a number or a name

    def of_date(self, date: Date) -> Moment | None:
        """A calendar date, a year or a day told from the article's own, with the words around it that say which."""
        if date.precision == "time" or not date.possible:
            return None
        season = self._season_before(date)
        first = season[0] if season else date.first
        kind = "season" if season else ("weekday" if date.relative and date.weekday else date.precision)
        told = self._year_behind(date.last) if date.year is None and date.month and not date.relative else None
        if told is not None:
            return self._moment(kind, (self._in_year(told[0], date),), first, told[1], None, True)
        if date.relative:
            options = self._relative_days(date)
        elif season and date.year is not None:
            options = self._season(season[1], date.year)
        elif date.year is not None and date.value:
            options = (of_iso(date.value),)
        else:
            options = self._yearless(date)
        weekday = None if date.weekday is None else self.words.weekdays[date.weekday.lower()]
        return self._moment(kind, options, first, date.last, weekday, date.year is not None, date.relative)

    def _year_behind(self, at: int) -> tuple[int, int] | None:
        """ "last year", "of the following year", "of that year" behind a month: the year, and the token behind it."""
        words, lowers = self.words, self.lowers
        of = at < len(lowers) and lowers[at] in words.of
        at += of
        definite = at < len(lowers) and lowers[at] in words.determiners
        at += definite
        if at + 1 >= len(lowers) or words.units.get(lowers[at + 1]) != "year" or lowers[at + 1].endswith("s"):
            return None
        if not definite and lowers[at] in words.which and self.today is not None:
            return parts_of(self.today)[0] + words.which[lowers[at]], at + 2
        step = words.sides.get(lowers[at]) if definite else "same" if of and lowers[at] in words.same else None
        starts, years_told = self._years_told
        place = bisect_left(starts, self.facts.tokens.starts[at])
        if not of or step is None or not place:
            return None
        return years_told[place - 1] + {"later": 1, "earlier": -1}.get(step, 0), at + 2

    @cached_property
    def _years_told(self) -> tuple[list[int], list[int]]:
        """Where the prose tells years, and which, in order of place."""
        told = [(d.start, d.year) for d in self.facts.dates if d.year is not None and d.precision != "time"]
        told = [(start, year) for start, year in told if self.facts.paragraph_at(start).kind not in _TITLES]
        return [start for start, _ in told], [year for _, year in told]

    def _season_before(self, date: Date) -> tuple[int, str] | None:
        """ "the fall of 2017", "spring 2022": the season's token and its name."""
        at = date.first - 1
        if date.precision != "year" or at < 0:
            return None
        while at > 0 and self.lowers[at] in self.words.determiners:
            at -= 1
        season = self.words.seasons.get(self.lowers[at])
        return (at, season) if season else None

    def _season(self, season: str, year: int) -> tuple[Days, ...]:
        """The months of a season, on either side of the equator; a winter begins in one year and ends in the next."""
        first, last = self.words.season_months[season]
        northern = [months(year, first, last)]
        if last > 12:
            northern.append(months(year - 1, first, last))
        return (*northern, months(year, first - 6, last - 6) if first > 6 else months(year, first + 6, last + 6))

    def _yearless(self, date: Date) -> tuple[Days, ...]:
        """A day or month without its year: the nearest to the article's day, or a day of the floating year."""
        assert date.month is not None
        words = self.words
        before = self.lowers[date.first - 1] if date.first else ""
        which = words.which.get(before)
        told = self._year_told(date)
        if told and before in self.words.same:
            return (self._in_year(told, date),)  # “that August”
        if self.today is None:
            if which is not None:
                return ()
            return tuple(self._in_year(year, date) for year in ((told, FLOATING) if told else (FLOATING,)))
        this_year = parts_of(self.today)[0]
        options = [self._in_year(year, date) for year in (this_year - 1, this_year, this_year + 1)]
        if which is not None and which != 0:
            return tuple(days for days in options if (days[1] < self.today if which < 0 else days[0] > self.today))[
                -1 if which < 0 else 0 :
            ][:1]
        if told and self.words.sides.get(before) == "later":  # “opened in 2016 and closed the following March”
            return self._in_year(told, date), self._in_year(told + 1, date)
        options.sort(key=lambda days: min(abs(days[0] - self.today), abs(days[1] - self.today)))  # type: ignore[operator]
        return (self._in_year(told, date), options[0]) if told and told != this_year else (options[0],)

    def _year_told(self, date: Date) -> int | None:
        """The year that the paragraph told last before a date without one."""
        paragraph = self.facts.paragraph_at(date.start)
        told = None
        for other in self.facts.dates:
            if other.start >= date.start:
                break
            if other.year is not None and other.start >= paragraph.start and other.precision != "time":
                told = other.year
        return told

    def _in_year(self, year: int, date: Date) -> Days:
        assert date.month is not None
        if date.day is None:
            return months(year, date.month, date.month)
        number = day_number(year, date.month or 1, date.day or 1)
        return number, number

    def _relative_days(self, date: Date) -> tuple[Days, ...]:
        if self.today is None:
            return self._day_of_that_name(date)
        if date.weekday is None:
            by = int(self.facts.lexicon.table("day-words").get(self.lowers[date.first], 0))
            return ((self.today + by, self.today + by),)
        number = self.words.weekdays[date.weekday.lower()]
        back = (weekday_of(self.today) - number) % _WEEK
        before = self.lowers[date.first - 1] if date.first else ""
        which = self.words.which.get(before)
        past = [self.today - back, self.today - back - _WEEK]
        if self._is_last_but_one(date.last):  # “the Friday before last”
            return ((past[1], past[1]),) if back else ((past[1] - _WEEK, past[1] - _WEEK), (past[1], past[1]))
        if self.lowers[date.last : date.last + 1] and self.lowers[date.last] in self.words.weeks:
            day = self.today - back + 2 * _WEEK  # “on Tuesday week”
            return ((day, day),) if back else ((day - _WEEK, day - _WEEK), (day, day))
        ahead = [self.today - back + _WEEK, self.today - back + 2 * _WEEK]
        if which == 0:
            past, ahead = past[:1], ahead[:1]
        days = past if which == -1 else ahead if which == 1 else [*past, *ahead[:1]]
        return tuple((day, day) for day in days)

    def _is_last_but_one(self, at: int) -> bool:
        return any(self.lowers[at : at + len(phrase)] == phrase for phrase in self.words.last_but_one)

    def _day_of_that_name(self, date: Date) -> tuple[Days, ...]:
        """Of “Saturday” in an article that is not dated: the only such day from the first to the last that it dates."""
        if date.weekday is None or not self._named:
            return ()
        first, last = min(self._named), max(self._named)
        wanted, here = self.words.weekdays[date.weekday.lower()], self._named[first]
        ahead = (wanted - here) % _WEEK
        if last - first < _WEEK:
            return ((first + ahead, first + ahead),) if first + ahead <= last else ()
        told = [day for day, weekday in self._named.items() if weekday == wanted]
        return ((told[0], told[0]),) if len(told) == 1 else ()

    @cached_property
    def _named(self) -> dict[int, int]:
        """The days that are told with their weekday, all with the same year or all without one, each with it."""
        named = [d for d in self.facts.dates if d.weekday and d.month and d.day and d.possible and not d.relative]
        if len({date.year for date in named}) != 1:
            return {}
        return {
            day_number(date.year or FLOATING, date.month or 1, date.day or 1): self.words.weekdays[date.weekday.lower()]
            for date in named
            if date.weekday
        }

    # ------------------------------------------------------------------ told in other words

    def told_otherwise(self) -> list[Moment]:
        """ "last spring", "the week before last", "the spring of that year", "the 1990s", "the 19th century"."""
        words, tokens = self.words, self.facts.tokens
        found = [moment for at in tokens.positions(words.which.keys()) if (moment := self._which(at))]
        found += self._before_last() if self.today is not None else []
        for at in tokens.positions(words.seasons.keys()):
            year = (
                self._year_behind(at + 1) if self.lowers[at + 1 : at + 2] and self.lowers[at + 1] in words.of else None
            )
            if year is not None:
                season = self._season(words.seasons[self.lowers[at]], year[0])
                found.append(self._moment("season", season, at, year[1], None, True))
        return [*found, *self._decades(), *self._centuries()]

    def _before_last(self) -> list[Moment]:
        """ "the week before last", "the year before last"."""
        found = []
        for at in self.facts.tokens.positions(self.words.units.keys()):
            if at and self.lowers[at - 1] in self.words.determiners and self._is_last_but_one(at + 1):
                unit = self.words.units[self.lowers[at]]
                days = self._unit_near(unit, -2)
                if days:
                    found.append(self._moment(unit, (days,), at - 1, at + 3, None, True, True))
        return found

    def _decades(self) -> list[Moment]:
        """ "the 1990s", "the mid-1990s", "the Nineties"."""
        words, tokens = self.words, self.facts.tokens
        found = []
        for at in tokens.positions(words.decades.keys()):
            if at and self.lowers[at - 1] in words.determiners:
                found.append(self._decade(at, 1900 + words.decades[self.lowers[at]], at + 1))
        for word in tokens.figures:
            if self._opens_decade(word):
                found += [self._decade(at, int(word)) for at in tokens.index[word] if self._is_decade(at)]
        for word in tokens.hyphened:
            years_told = word.rpartition("-")[2]
            if years_told[4:] in words.endings and self._opens_decade(years_told[:4]):
                found += [self._decade(at, int(years_told[:4]), at + 1) for at in tokens.index[word]]
        return found

    def _opens_decade(self, word: str) -> bool:
        return len(word) == 4 and word.isdecimal() and word[3] == "0" and _ERAS[0] < int(word) < _ERAS[1]

    def _centuries(self) -> list[Moment]:
        """ "the 19th century", "19th-century"."""
        words, tokens = self.words, self.facts.tokens
        found = []
        for word in tokens.hyphened:
            ordinal, _, unit = word.rpartition("-")
            if unit in words.centuries:
                found += [moment for at in tokens.index[word] if (moment := self._century(at, ordinal))]
        for at in tokens.positions(words.centuries):
            if not at:
                continue
            number = words.ordinals.get(self.lowers[at - 1])
            first = at - 1
            if number is None and at > 1 and self.lowers[at - 2].isdecimal() and len(self.lowers[at - 2]) == 2:
                number, first = int(self.lowers[at - 2]), at - 2
            if number is not None and 10 < number < 22:
                span = years(number * 100 - 99, number * 100)
                found.append(self._moment("century", (span,), first, at + 1, None, True))
        return found

    def _century(self, at: int, ordinal: str) -> Moment | None:
        """ "19th-century", "nineteenth-century" """
        number, first = self.words.ordinals.get(ordinal), at
        if number is None and at and self.lowers[at - 1].isdecimal() and len(self.lowers[at - 1]) == 2:
            number, first = int(self.lowers[at - 1]), at - 1
        if number is None or not 10 < number < 22:
            return None
        return self._moment("century", (years(number * 100 - 99, number * 100),), first, at + 1, None, True)

    def _is_decade(self, at: int) -> bool:
        """Whether the ending of a decade is joined to a number: "1990s"."""
        after = self.lowers[at + 1 : at + 2]
        return after != [] and after[0] in self.words.endings and not self.facts.tokens.spaced(at + 1)

    def _decade(self, at: int, year: int, last: int = 0) -> Moment:
        return self._moment("decade", (years(year, year + (9 if year % 100 else 99)),), at, last or at + 2, None, True)

    def _which(self, at: int) -> Moment | None:
        """ "last spring", "next month", "this year"; nothing where the article has no day or a number follows."""
        words = self.words
        if self.today is None or at + 1 >= len(self.lowers):
            return None
        which, noun = words.which[self.lowers[at]], self.lowers[at + 1]
        if noun in words.seasons:
            return self._moment("season", self._seasons_near(words.seasons[noun], which), at, at + 2, None, True, True)
        unit = words.units.get(noun)
        days = self._unit_near(unit, which) if unit and not noun.endswith("s") else None
        # “the last year before the war” is counted from the war, “over the last year” from no New Year
        told = () if at and self.lowers[at - 1] in words.definite else (days,)
        return self._moment(unit or "", told, at, at + 2, None, True, True) if days else None  # type: ignore[arg-type]

    def _seasons_near(self, season: str, which: int) -> tuple[Days, ...]:
        """The seasons that “last spring” may mean on the article's day, on either side of the equator."""
        assert self.today is not None
        year = parts_of(self.today)[0]
        spans = [span for y in (year - 2, year - 1, year, year + 1) for span in self._season(season, y)]
        today = self.today
        spans.sort(key=lambda span: abs(span[0] + span[1] - 2 * today))
        if which < 0:
            return tuple(span for span in spans if span[0] <= today and span[1] > today - _FAR)
        if which > 0:
            return tuple(span for span in spans if span[1] >= today and span[0] < today + _FAR)
        return tuple(span for span in spans if span[1] > today - _SEASON and span[0] < today + _SEASON)

    def _unit_near(self, unit: str, which: int) -> Days | None:
        """The days of the last, this or the next year, month, week or decade."""
        assert self.today is not None
        year, month, _ = parts_of(self.today)
        if unit == "year":
            return years(year + which, year + which)
        if unit == "month":
            return months(year, month + which, month + which)
        if unit == "week":
            monday = self.today - weekday_of(self.today) + _WEEK * which
            return monday - 2, monday + _WEEK + 1
        if unit == "decade":
            return (
                years(year - year % 10 + 10 * which, year - year % 10 + 10 * which + 9)
                if which
                else years(year - 10, year)
            )
        return None

    def _before_hour(self, at: int) -> int:
        """ "by 5pm on 29 May": the token before the hour that stands between a bound and the day."""
        if at < 2 or self.lowers[at] not in self.words.days_on:
            return at
        back = at - 1
        if self.lowers[back] in self.words.hours:
            return back - 1
        back -= self.lowers[back] in self.words.halves
        return back - 1 if back and self.lowers[back][0].isdecimal() and len(self.lowers[back]) <= _HOUR else at

    def _moment(
        self,
        kind: str,
        options: tuple[Days, ...],
        first: int,
        last: int,
        weekday: int | None,
        fixed: bool,
        relative: bool = False,
    ) -> Moment:
        facts, tokens = self.facts, self.facts.tokens
        at = first - 1
        while at >= 0 and self.lowers[at] in self.words.determiners:
            at -= 1
        at = self._before_hour(at)
        bound = self.words.bounds.get(self.lowers[at], "") if at >= 0 else ""
        for size in (2, 3):  # “no later than”
            bound = bound or self.words.bounds.get(" ".join(self.lowers[max(0, at - size + 1) : at + 1]), "")
        start = tokens.starts[first]
        return Moment(
            start,
            tokens.ends[last - 1],
            kind,
            options,
            bound,
            weekday,
            fixed,
            relative,
            facts.in_quotation(start),
            facts.paragraph_at(start).kind,
            first,
            last,
        )
