"""Overall: a length of time that has no two times beside it, held against the beginning and the end of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.facts.model import Clock, Length, Moment, Relation
from factlint.facts.time.calendar import Days, is_floating
from factlint.language.model import Clause
from factlint.relations.time.between import Time, counts, is_birth, is_laid_down, is_part
from factlint.relations.time.echoes import around, keys_of
from factlint.relations.time.frame import Frame, comparable
from factlint.relations.time.gaps import Gap, by_size, fits, gaps, left_open
from factlint.relations.time.persons import Persons
from factlint.relations.time.stages import stage_at, stage_of
from factlint.relations.time.together import go_together
from factlint.relations.time.wording import told

_YEARS = ("year", "decade", "century")
_SHORT = ("min", "h")
_YEAR = 365.2425
_FACTOR = 2.2  # times longer or shorter than the length, beyond which two times have nothing to do with it
_FEWEST = 4  # years below which a length of years is a matter of months
_WIDER = {
    "year": 40,
    "decade": 600,
    "century": 3000,
    "month": 20,
    "week": 3,
    "fortnight": 3,
    "d": 0,
    "h": 0.02,
    "min": 0.003,
}
_NOT_YET = ("planned", "possible", "asked")
_LEAD = 3  # sentences at the head of the text that tell its news
_NEAR = 10  # tokens around a length
_LATEST = 370  # days after its last day in which an article without a day may be written
_COUNTED_ON = ("later", "earlier")
_MOST = 24  # times beyond which an article is a chronicle


def find(frame: Frame) -> Iterator[Relation]:
    """Each length that no time stands beside, with the one beginning and end that the article has for it."""
    persons = Persons(frame)
    for sentence, lengths in frame.lengths.items():
        for length in lengths:
            first = _is_first_time(frame, length)
            if not (first or _lasts(frame, length)) or frame.is_rate(length):
                continue
            relation = _relation(frame, persons, sentence, length, first)
            if relation is not None:
                yield relation


def _lasts(frame: Frame, length: Length) -> bool:
    """Whether a length tells how long something went on, not “in twenty years” nor “the last 20 years”."""
    which = frame.facts.lexicon.table("which-one")
    ahead = frame.lowers[max(0, length.first - 1) : length.first + 2]
    from_event = frame.has("counted-from-words", frame.lowers[length.last : length.last + 1])
    fixed = any(not moment.relative for moment in frame.moments.get(frame.sentence(length.start), ()))
    if length.role in _COUNTED_ON and not from_event and (fixed or length.role == "earlier"):
        return False  # “was won in 2018 and again four years later”: from the time told just before
    return counts(frame, length) and length.role != "in" and not any(word in which for word in ahead)


def _is_first_time(frame: Frame, length: Length) -> bool:
    """ "for the first time in 20 years": since the last time, to the day of the article."""
    if length.unit not in _YEARS or length.in_quote or length.hedge not in ("", "exact", "about"):
        return False
    before = frame.lowers[max(0, length.first - 3) : length.first]
    first = frame.has("row-starts", before)  # “for only the second time in 20 years” says nothing of when the first was
    return first and frame.has("in-words", before[-1:]) and frame.has("repeat-words", before)


def _relation(frame: Frame, persons: Persons, sentence: int, length: Length, first: bool) -> Relation | None:
    times = _times(frame, length)
    if not 0 < len(times) < _MOST:
        return None
    long = length.unit in _YEARS
    # “a 25-year partnership” may only have begun.
    joined = any("-" in word for word in frame.lowers[length.first : length.last])
    joined = joined and not frame.has("wait-nouns", frame.lowers[length.last : length.last + 1])
    if long and (length.high < _FEWEST * _YEAR or length.unit == "century" or joined):
        return None
    clause = _clause(frame, length)
    if clause is not None and not first and _is_open(frame, length, clause):
        return None
    now = _now(frame) if long else None
    ends = [*times, *([now] if now is not None else [])]
    nights = frame.has("night-words", frame.lowers[length.first : length.last])
    low, high = left_open(length, nights, _WIDER[length.unit])
    if any(
        _fits(gap, low, high)
        for n, one in enumerate(ends)
        for two in ends[n + 1 :]
        for gap in _all_gaps(length, one, two)
    ):
        return None
    pair = _of_years(frame, persons, sentence, length, times, now, first) if long else _of_two(frame, length, times)
    if pair is None:
        return None
    one, two = pair
    found = [gap for gap in gaps(one, two) if gap[1] > 0 and (length.unit in _SHORT or gap[0] % 1 == 0)]
    middle = (length.low + length.high) / 2
    if not found:
        return None
    best = min(found, key=lambda gap: abs(sum(gap) / 2 - middle))
    factor = 2 * _FACTOR if length.role in ("later", "adjective", "after") and not long else _FACTOR
    if best[1] * factor < middle or best[0] > middle * factor:
        return None
    today = two is now
    if today and (is_laid_down(frame, length, one) or (high < best[0] and _is_by_the_way(frame, length, one))):
        return None
    if today and frame.now is None and high >= best[0]:
        return None  # the last day told is the earliest that an undated article can be of, and nothing tells the latest
    last = frame.say("article-day" if frame.today is not None else "now") if today else frame.text(two)
    computed = told(frame.facts.lexicon, max(best[0], 0), best[1], length.unit)
    working = frame.say("lasting", one=frame.text(one), two=last, result=computed)
    parts = (one,) if today else (one, two)
    return frame.relation("between", length, (low, high), best, computed, working, "middling", parts)


def _is_by_the_way(frame: Frame, length: Length, time: Time) -> bool:
    """ "who met in 1970, have been married for 50 years": whether another clause tells of what only went before."""
    language = frame.facts.language
    one, two = language.clause_of(time.first), language.clause_of(length.first)
    apart = one is not None and two is not None and one != two and language.clauses[one].kind == "relative"
    return apart and stage_of(frame, time) != "begin"


def _is_open(frame: Frame, length: Length, clause: Clause) -> bool:
    """Whether a clause tells of what is to be; “will retire after 35 years” is told at the end of them."""
    ends = length.role == "after" and stage_at(frame, clause.verb) == "end" and length.unit in _YEARS
    to_be = clause.kind == "infinitive" and clause.voice == "passive"  # “a loan to be repaid over 30 years”
    return not ends and (clause.tense == "future" or clause.standing in _NOT_YET or to_be)


def _fits(gap: Gap, low: float, high: float) -> bool:
    return gap[0] <= high and low <= gap[1]


def _all_gaps(length: Length, one: Time, two: Time) -> list[Gap]:
    """How far two times lie apart, whichever is the first; only of hours do the hours of two weekdays matter."""
    found = by_size(gaps(one, two))
    if isinstance(one, Clock) or isinstance(two, Clock) or "weekday" in (one.kind, two.kind):
        found += by_size(gaps(two, one))
    return found if length.unit in _SHORT else [gap for gap in found if gap[0] % 1 == 0]


def _times(frame: Frame, length: Length) -> Sequence[Time]:
    """Every time of the article from which a length can be counted, each once, in order of place."""
    if length.unit in _SHORT:
        if length.high > 1:
            return []
        clocks = (clock for held in frame.clocks.values() for clock in held)
        found: list[Time] = [c for c in clocks if c.exact and c.low == c.high and not c.in_quote]
        return list({(c.low, c.high): c for c in reversed(found) if isinstance(c, Clock)}.values())[::-1]
    moments = [m for held in frame.moments.values() for m in held]
    fixed = [m for m in moments if fits(m, length) and not m.in_quote and not is_birth(frame, m)]
    fixed = [m for m in fixed if not frame.is_label(m)]
    if length.unit in _YEARS:
        fixed = [m for m in fixed if m.options and m.fixed and not m.relative and m.kind != "weekday"]
    else:
        fixed = [m for m in fixed if not _is_of_saying(frame, m)]
    fixed.sort(key=lambda m: m.start, reverse=True)
    return list({(m.options, m.weekday): m for m in fixed}.values())[::-1]


def _is_of_saying(frame: Frame, moment: Moment) -> bool:
    """ "said on Thursday" """
    clause = _clause(frame, moment)
    return clause is not None and "saying" in clause.classes and clause.voice == "active"


# --------------------------------------------------------------------------------------------------------------- years


def _now(frame: Frame) -> Moment | None:
    """The article's day as a moment; of one that has none, the year after the last day that it tells as past."""
    days = frame.now
    if days is None:
        days = _last_told(frame)
    if days is None:
        return None
    return Moment(0, 0, "day", (days,), "", None, True, True, False, "paragraph", 0, 0)


def _last_told(frame: Frame) -> Days | None:
    moments = [
        m
        for held in frame.moments.values()
        for m in held
        if m.fixed and len(m.options) == 1 and m.kind in ("day", "month", "year") and not is_floating(m.options[0])
    ]
    moments = [m for m in moments if not _is_to_come(frame, m)]
    last = max((m.options[0] for m in moments), default=None)
    return None if last is None else (last[0], last[1] + _LATEST)


def _is_to_come(frame: Frame, moment: Moment) -> bool:
    clause = _clause(frame, moment)
    return moment.bound in ("until", "by") or (
        clause is not None and (clause.tense == "future" or clause.standing == "planned")
    )


def _of_years(
    frame: Frame,
    persons: Persons,
    sentence: int,
    length: Length,
    times: Sequence[Time],
    now: Moment | None,
    first: bool,
) -> tuple[Time, Time] | None:
    """The one beginning and the end of a length of years: what began, what ended or the article's day."""
    moments = [time for time in times if isinstance(time, Moment)]
    if now is not None:
        old = [m for m in moments if m.options[0][1] < now.options[0][0] - _FEWEST * _YEAR / 2]
    else:
        old = moments
    mine = [m for m in old if _of_one(persons, frame, length, m)]
    here = frame.facts.sentences[sentence]
    called = keys_of(frame, max(here.first, length.first - _NEAR), min(here.last, length.last + _NEAR))
    echoed = [m for m in mine if not called.isdisjoint(around(frame, m, frame.moments[frame.sentence(m.start)]))]
    begun = [m for m in mine if stage_of(frame, m) == "begin" or m.bound in ("since", "from")]
    lead = sentence <= _head(frame) + _LEAD
    start = None
    near = [m for m in begun if m in echoed or _tied(frame, length, m)]
    if len(mine) == len(old) == 1 and (first or lead or near):
        start = mine[0]
    elif len(begun) == 1 and (lead or near) and (length.role not in _COUNTED_ON or _tied(frame, length, begun[0])):
        start = begun[0]
    elif len(echoed) == 1 and first:
        start = echoed[0]
    if start is None:
        return None
    later = [m for m in moments if m.options[0][0] > start.options[0][1] and _of_one(persons, frame, length, m)]
    ended = [m for m in later if stage_of(frame, m) == "end" and _ends(persons, frame, length, m, called)]
    if len(ended) == 1 and not first:
        return start, ended[0]
    over = length.role == "for" and not _reaches_now(frame, length)  # “his father had it for 20 years”
    if now is not None and (first or (not ended and not over and (lead or _reaches_now(frame, length)))):
        return start, now
    return None


def _ends(persons: Persons, frame: Frame, length: Length, end: Moment, called: set[str]) -> bool:
    """Whether an end is told of the person whom a length is told of, beside it or in its words."""
    if _tied(frame, length, end) or not called.isdisjoint(around(frame, end, frame.moments[frame.sentence(end.start)])):
        return True
    one, two = persons.at(length.first), persons.at(end.first)
    return one == two and (one is not None or not _is_of_a_speaker(frame, length))


def _head(frame: Frame) -> int:
    """The first sentence behind the headline."""
    heads = frame.facts.headlines
    return frame.sentence(heads[0].end) if heads else 0


def _tied(frame: Frame, length: Length, start: Moment) -> bool:
    """Whether a length stands in the sentence of a beginning or one beside it."""
    return abs(frame.sentence(length.start) - frame.sentence(start.start)) <= 1


def _of_one(persons: Persons, frame: Frame, length: Length, moment: Moment) -> bool:
    """Whether a length and a time have one subject: the same person, or neither has anybody."""
    if frame.facts.paragraph_at(length.start).kind in ("headline", "heading"):
        return True  # a headline names few
    numbers = frame.facts.language.clause_of(length.first), persons.clause_of(moment)
    if not _tied(frame, length, moment) and (_is_of_a_speaker(frame, length) or _is_of_a_speaker(frame, moment)):
        return False
    people = [persons.of_clause(number) for number in numbers]
    if people[0] == people[1] or (None in people and numbers[people.index(None)] is None):
        return True
    return people[0] is None and (_is_of_the_lead(frame, numbers[0]) or _begins_a_thing(frame, numbers[1], moment))


def _is_of_a_speaker(frame: Frame, time: Length | Moment) -> bool:
    """ "I have treated jaws for 38 years": whether whoever writes or speaks tells it, of whom a page may have many."""
    clause = _clause(frame, time)
    subject = None if clause is None or clause.subject is None else frame.facts.language.phrases[clause.subject]
    return subject is not None and frame.has("first-person-singular", (subject.pronoun or "",))


def _begins_a_thing(frame: Frame, number: int | None, moment: Moment) -> bool:
    """ "Her grandfather, Nils Lund, founded the firm in 1959": what began then, before all else, is a thing."""
    language = frame.facts.language
    clause = None if number is None else language.clauses[number]
    begun = None if clause is None or clause.object is None else language.phrases[clause.object]
    if clause is None or begun is None or "person" in begun.classes:
        return False
    fixed = [m.options[0] for held in frame.moments.values() for m in held if m.options and m.fixed and not m.relative]
    if moment.options[0] != min(fixed, default=None):
        return False
    return frame.facts.lexicon.table("origin-words").get(frame.lowers[clause.verb]) == "thing"


def _is_of_the_lead(frame: Frame, number: int | None) -> bool:
    """ "Two growers have been married for 40 years": whether a clause at the head is about somebody not yet named."""
    language = frame.facts.language
    clause = None if number is None else language.clauses[number]
    subject = None if clause is None or clause.subject is None else language.phrases[clause.subject]
    if clause is None or subject is None or clause.sentence > _head(frame) + _LEAD:
        return False
    return "person" in subject.classes and subject.pronoun is None and not subject.proper


def _clause(frame: Frame, time: Length | Moment) -> Clause | None:
    """The clause of a time, else the last one before it in its sentence, else the first behind it."""
    language = frame.facts.language
    number = language.clause_of(time.first)
    if number is not None:
        return language.clauses[number]
    held = frame.facts.sentence_at(time.start)
    here = [c for c in language.clauses if held.first <= c.verb < held.last]
    before = [c for c in here if c.verb < time.first]
    return (before[-1] if before else here[0]) if here else None


def _reaches_now(frame: Frame, length: Length) -> bool:
    """Whether a length runs to the day of the article: it stands in the headline or the present."""
    if frame.facts.paragraph_at(length.start).kind in ("headline", "heading"):
        return True
    clause = _clause(frame, length)
    return clause is None or clause.tense in ("present", "future")  # “It expired after a decade” tells of long ago


# ------------------------------------------------------------------------------------------------------ days and hours


def _of_two(frame: Frame, length: Length, times: Sequence[Time]) -> tuple[Time, Time] | None:
    """The only two days, or the only two hours, that an article tells of what went on for a while."""
    if len(times) != 2:
        return None
    one, two = times
    if not go_together(frame, length, one, two):
        return None
    if is_part(frame, length, one, two):
        return None
    if isinstance(one, Clock) or isinstance(two, Clock):
        return one, two
    if any(_is_to_come(frame, m) for m in (one, two)):
        return None
    if one.weekday is not None and two.weekday is not None and "weekday" in (one.kind, two.kind):
        near = min(abs(frame.sentence(length.start) - frame.sentence(m.start)) for m in (one, two))
        return (one, two) if near <= 1 and length.role in ("later", "after", "adjective") else None
    if not one.options or not two.options or {one.kind, two.kind} - {"day", "month"}:
        return None
    if not comparable(one.options[0], two.options[0]):
        return None
    return (two, one) if two.options[0] < one.options[0] and not is_floating(one.options[0]) else (one, two)
