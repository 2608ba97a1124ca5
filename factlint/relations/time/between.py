"""Between: a length of time, and the two times of the article that it must lie between, however they are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.facts.model import Clock, Length, Moment, Relation
from factlint.facts.time.calendar import is_floating
from factlint.lexicon import Lexicon, derived
from factlint.record import NamedTuple
from factlint.relations.time.echoes import answered, around, keys_of
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.gaps import Gap, by_size, fits, gaps, left_open, nearest
from factlint.relations.time.persons import Persons
from factlint.relations.time.stages import stage_at, stage_of
from factlint.relations.time.together import go_together
from factlint.relations.time.wording import told

_AROUND = 3  # sentences in which anything that agrees is support
_SHORT = ("min", "h")
_LONG = 700  # days from which “a quarter-century” is no rate
_YEARS = ("year", "decade", "century")
_FACTOR = 3  # times longer or shorter than the length, beyond which two times have nothing to do with it
_WIDER = {"year": 30, "decade": 500, "century": 3000, "month": 12, "week": 3, "fortnight": 3, "h": 0.02, "min": 0.002}
_ROLES = ("", "for", "after", "over", "later", "earlier", "past", "in", "long", "adjective")
_STILL = ("for", "after")  # up to the day of the article, where the clause is in the present
_LASTING = ("", "for", "over", "past")
_DIRECTED = ("later", "earlier")
_HEDGES = ("", "exact", "about", "under", "over", "part")
_REACH = 8  # tokens of the clause behind “three years after”
_FEW = 2  # lengths in a sentence
_FAR = 14  # sentences in which that may be dated from which a length is counted
_LEAD = 3  # sentences at the head of an article that tell its news
_LEADS_IN = 8  # tokens from “first” to the years
_RUN_OUT = 3  # tokens of “are now up”
_STORY = 40  # sentences from the beginning of what runs out to its end
_BARE = 2  # tokens of “the accident”
_NOT_YET = ("possible", "asked")
_EVENTS = frozenset({"event", "act"})
_NEAR = 5  # tokens around a length in which a word may take it elsewhere

Time = Moment | Clock


class _Pair(NamedTuple):
    """Two times that a length is told to lie between, and how surely."""

    one: Time
    two: Time
    link: Link


def find(frame: Frame) -> Iterator[Relation]:
    """Each length with the two times that it lies between; of the article's day as well, where it lasts still."""
    persons = Persons(frame)
    for sentence, lengths in frame.lengths.items():
        last = [(length, pair) for length in lengths if (pair := _last_time(frame, sentence, length)) is not None]
        yield from (r for length, pair in last if (r := _relation(frame, sentence, length, pair)) is not None)
        fit = [length for length in lengths if counts(frame, length) and not last]
        called = [length for length in fit if frame.has("counted-from-words", frame.lowers[length.last :][:1])]
        fit = called if len(called) == 1 else fit
        if len(fit) != 1 or len(lengths) > _FEW:
            continue
        pair = _pair(frame, sentence, fit[0])
        if pair is not None and (called or all(_same(persons, fit[0], time) for time in (pair.one, pair.two))):
            relation = _relation(frame, sentence, fit[0], pair)
            if relation is not None:
                yield relation


def counts(frame: Frame, length: Length) -> bool:
    """Whether a length is told of something that went on, in plain words."""
    from_event = frame.has("counted-from-words", frame.lowers[length.last : length.last + 1])
    # “the day after the robbery” is counted, “the day after” is told of by what comes next.
    hedged = length.hedge not in _HEDGES and not (length.hedge == "next" and from_event)
    if length.in_quote or hedged or length.role not in _ROLES:
        return False
    if frame.is_rate(length) and length.role == "" and length.high < _LONG:
        return False
    if (
        length.first
        and frame.lowers[length.first - 1] in frame.facts.lexicon.table("which-one")
        and length.role != "past"
    ):
        return False  # “the coming two years”
    if is_measure(frame, length) or is_prolonged(frame, length) or frame.is_bracketed(length):
        return False
    if length.role == "adjective" and frame.has("laid-down-lengths", frame.lowers[length.last : length.last + 1]):
        return False  # “her second four-year term ends in 2026”
    behind = 1 if length.role == "adjective" and length.unit not in _YEARS else _NEAR
    stop = next((at for at in range(length.last, length.last + behind) if _is_stop(frame, at)), length.last + behind)
    near = frame.lowers[max(0, length.first - _NEAR) : stop]
    before = frame.lowers[max(0, length.first - _NEAR) : length.first]
    if frame.has("repeat-words", before) or _closed(frame, length):
        return False
    if from_event:
        near = frame.lowers[max(0, length.first - _NEAR) : length.first]
    if length.hedge and length.role:
        near = [word for word in near if word not in _hedging(frame.facts.lexicon)]
    served = length.role == "after" and frame.has("behind-bars", frame.lowers[length.last : length.last + 2])
    return served or (not frame.has("loose-length-words", near) and not frame.has("term-words", near))


def is_measure(frame: Frame, length: Length) -> bool:
    """ "nearly five years' savings": whether a length owns what it measures; “after five years' work” has gone by."""
    owns = frame.has("possessive-marks", frame.lowers[length.last : length.last + 1])
    return owns and length.role not in ("after", "for", "in", "adjective")


def is_prolonged(frame: Frame, length: Length) -> bool:
    """ "brought in for six months and extended twice": whether what was given for a time went on for longer."""
    held = frame.facts.sentence_at(length.start)
    lemmas = frame.facts.language.lemmas[length.last : held.last]
    return length.role == "for" and not frame.facts.lexicon.words("prolonging-lemmas").isdisjoint(lemmas)


@derived
def _hedging(lexicon: Lexicon) -> frozenset[str]:
    """The words that hedges of lengths are made of: “more than”, “at least”."""
    return frozenset(word for phrase in lexicon.table("length-hedges") for word in phrase.split())


def _is_stop(frame: Frame, at: int) -> bool:
    """Whether a mark stands at a token, behind which something else is told: “after 17 years, the first thing”."""
    return at < len(frame.lowers) and frame.has("leads-to-breaks", (frame.lowers[at],))


def _closed(frame: Frame, length: Length) -> bool:
    """ "the three months to September", "the year ended 30 June": the length tells which, not how long."""
    if not frame.has("span-closers", frame.lowers[length.last : length.last + 1]):
        return False
    moments = frame.moments.get(frame.sentence(length.start), ())
    return any(0 <= moment.first - length.last <= _NEAR for moment in moments)


def _times(frame: Frame, sentence: int, length: Length) -> list[Time]:
    """The times of a sentence from which a length can be counted."""
    found = _all(frame, sentence, length)
    lasting = length.role in _LASTING
    return [t for t in found if fits(t, length) and not t.in_quote and not (lasting and is_birth(frame, t))]


def is_birth(frame: Frame, time: Time) -> bool:
    """Whether a time is that of a birth, from which nothing is counted but a life."""
    before = frame.lowers[max(frame.facts.sentence_at(time.start).first, time.first - _REACH) : time.first]
    return frame.has("birth-words", before)


def _all(frame: Frame, sentence: int, length: Length) -> Sequence[Time]:
    """All times of a sentence of the kind, those too that the length cannot be counted from."""
    if length.unit in _SHORT and (length.unit == "min" or length.low < 1):
        return [clock for clock in frame.clocks.get(sentence, ()) if clock.exact]
    moments = frame.moments.get(sentence, ())
    if length.unit in _YEARS:
        return [m for m in moments if m.kind != "weekday" and not _is_about_now(frame, m)]
    return moments


def is_part(frame: Frame, length: Length, one: Time, two: Time) -> bool:
    """ "The 7.12am was held for 40 minutes and got in at 8.10am": less than the whole, of a verb of its own between."""
    inside = one.last <= length.first and length.last <= two.first and length.role == "for"
    if not inside or "VERB" not in frame.facts.language.tags[length.last : two.first]:
        return False
    return any(length.high < gap[0] for gap in _gaps(length, one, two))


def _is_about_now(frame: Frame, moment: Moment) -> bool:
    """ "from tomorrow", “yesterday”: what says no more than that it is now, where years are counted."""
    return moment.relative and frame.lowers[moment.first] in frame.facts.lexicon.table("day-words")


def _pair(frame: Frame, sentence: int, length: Length) -> _Pair | None:
    """The two times that a length is told of: beside it, around it, or one of them and the article's day."""
    here = _times(frame, sentence, length)
    every = _all(frame, sentence, length)
    if _runs_out(frame, length):
        return _run_out(frame, sentence, length, here)
    ranged = _range_of(frame, length, every)
    if ranged is not None:
        return ranged
    if _takes_up(frame, length) and sentence:
        told = _times(frame, sentence - 1, length)
        return _Pair(told[0], told[1], "middling") if len(told) == 2 else None
    if frame.has("counted-from-words", frame.lowers[length.last : length.last + 1]):
        return _counted_from(frame, sentence, length, here) if len(here) == len(every) else None
    if length.role == "past":
        return _until_today(frame, length, here[0]) if len(here) == len(every) == 1 else None
    if len(here) == 2 and len(every) == 2:
        if length.role in _DIRECTED and here[0].first >= length.last:
            return None  # “two weeks later, on Sept. 13, ahead of the Oct. 11 deadline”: counted from before
        if is_part(frame, length, here[0], here[1]):
            return None
        return _Pair(here[0], here[1], "middling") if _one_story(frame, here[0], here[1]) else None
    if len(here) == 1 and len(every) == 1:
        return _next_door(frame, sentence, length, here[0])
    if not every and length.role not in _DIRECTED:
        # “should the cycle end a year earlier” leads to a time that nobody tells.
        return _told_around(frame, sentence, length)
    return None


def _range_of(frame: Frame, length: Length, every: Sequence[Time]) -> _Pair | None:
    """ "worked from 1 September to 28 September for six weeks": the span that the clause of a length tells."""
    clause_of = frame.facts.language.clause_of
    number = clause_of(length.first)
    spans = [
        _Pair(one, two, "middling")
        for one, two in pairwise(every)
        if (one.bound, two.bound) == ("from", "until") and two.first - one.last <= _BARE
    ]
    beside = [span for span in spans if 0 <= length.first - span.two.last <= _BARE]
    own = beside or [span for span in spans if number is not None and clause_of(span.one.first) == number]
    return own[0] if len(own) == 1 and len(every) > len(spans) * 2 and fits(own[0].one, length) else None


def _takes_up(frame: Frame, length: Length) -> bool:
    """ "from 7am to 1pm. Those eight hours": whether a length is the one that the sentence before tells."""
    numbers = frame.facts.lexicon.table("number-of-demonstratives")
    return length.first > 0 and numbers.get(frame.lowers[length.first - 1]) == "plural"


def _runs_out(frame: Frame, length: Length) -> bool:
    """ "when the eleven weeks are up": whether a length that was told before comes to its end."""
    behind = frame.lowers[length.last : length.last + _RUN_OUT]
    return frame.has("running-out-words", behind) and frame.has(
        "definite-articles", frame.lowers[length.first - 1 :][:1]
    )


def _run_out(frame: Frame, sentence: int, length: Length, here: list[Time]) -> _Pair | None:
    """The time right before it in its sentence, and the only beginning that the article has told till then."""
    ends = [time for time in here if time.last <= length.first]
    begun = [
        time
        for number in range(max(0, sentence - _STORY), sentence)
        for time in _times(frame, number, length)
        if stage_of(frame, time) == "begin" or time.bound == "from"
    ]
    return _Pair(begun[0], ends[-1], "middling") if ends and len(begun) == 1 else None


def _counted_from(frame: Frame, sentence: int, length: Length, here: list[Time]) -> _Pair | None:
    """ "three years after he was jailed": from the time that the clause behind gives, or at which that happened."""
    behind = [time for time in here if time.first >= length.last]
    ahead = [time for time in here if time.last <= length.first]
    if len(here) == 2 and len(behind) == len(ahead) == 1:
        return _Pair(ahead[0], behind[0], "middling")
    if not here and _until_now(frame, length) and length.unit in _YEARS and frame.dated is not None:
        return _since_then(frame, sentence, length)
    if len(here) != 1:
        return None
    if behind and not frame.has("leads-to-breaks", frame.lowers[length.last : behind[0].first]):
        # “seven years after seeking refuge in 2012”: the year is the one that it is counted from.
        before = _all(frame, sentence - 1, length) if sentence and length.role == "earlier" else ()
        return _Pair(before[0], behind[0], "middling") if len(before) == 1 and fits(before[0], length) else None
    last = min(frame.facts.sentences[sentence].last, length.last + _REACH)
    called = keys_of(frame, length.last + 1, last)
    times = _fit_times(frame, sentence, length)
    found = [time for time in answered(frame, called, times) if frame.sentence(time.start) != sentence]
    found.sort(key=lambda time: (time.start > length.start, abs(frame.sentence(time.start) - sentence)))
    if not found and _is_of_the_news(frame, length.last + 1):
        found = [time for time in times if frame.sentence(time.start) < min(sentence, _LEAD)]
    if not found:
        return None
    return _Pair(here[0], found[0], "middling") if length.role == "earlier" else _Pair(found[0], here[0], "middling")


def _since_then(frame: Frame, sentence: int, length: Length) -> _Pair | None:
    """ "The show is to return, two decades after its last episode": from when that was to the day of the article."""
    last = min(frame.facts.sentences[sentence].last, length.last + _REACH)
    called = keys_of(frame, length.last + 1, last)
    now = frame.dated or (0, 0)
    times = [t for t in _fit_times(frame, sentence, length) if isinstance(t, Moment) and t.fixed and t.options]
    found = [t for t in answered(frame, called, times) if isinstance(t, Moment) and t.options[-1][1] < now[0]]
    return _Pair(found[0], _today(frame, found[0]), "middling") if len({t.options for t in found}) == 1 else None


def _last_time(frame: Frame, sentence: int, length: Length) -> _Pair | None:
    """ "the first album in ten years … Their last came out in 2019": from the last one to the article's day."""
    if length.role not in ("in", "for") or length.unit not in _YEARS or frame.dated is None or length.in_quote:
        return None
    held = frame.facts.sentences[sentence]
    if not frame.has("first-in-words", frame.lowers[max(held.first, length.first - _LEADS_IN) : length.first]):
        return None
    found = []
    for number in range(max(0, sentence - _AROUND), min(len(frame.facts.sentences), sentence + _AROUND + 1)):
        for time in _all(frame, number, length):
            told = frame.facts.sentences[frame.sentence(time.start)]
            before = frame.lowers[max(told.first, time.first - _REACH - _REACH) : time.first]
            past = isinstance(time, Moment) and time.fixed and time.options and time.options[-1][1] < frame.dated[0]
            if past and frame.has("last-one-words", before) and time.first != length.first:
                found.append(time)
    return _Pair(found[0], _today(frame, found[0]), "middling") if len(found) == 1 else None


def _fit_times(frame: Frame, sentence: int, length: Length) -> list[Time]:
    """The times around a sentence from which a length can be counted, in order of place."""
    last = len(frame.facts.sentences)
    numbers = range(max(0, sentence - _FAR), min(last, sentence + _FAR + 1))
    return [time for number in numbers for time in _times(frame, number, length)]


def _is_of_the_news(frame: Frame, at: int) -> bool:
    """ "the accident", “the vote”: what an article with one such event has told at its head."""
    language = frame.facts.language
    number = language.phrase_at(at)
    phrase = None if number is None else language.phrases[number]
    return (
        phrase is not None
        and frame.has("definite-articles", (phrase.determiner or "",))
        and phrase.of is None
        and not phrase.classes.isdisjoint(_EVENTS)
        and phrase.last - phrase.first == _BARE
    )


def _one_story(frame: Frame, one: Time, two: Time) -> bool:
    """Whether two times of a sentence are not told in parallel of two things (“in 2011 … and in 2014”)."""
    joined = frame.lowers[one.last : two.first]
    return not (len(joined) <= 2 and frame.has("side-by-side-joiners", joined))


def _next_door(frame: Frame, sentence: int, length: Length, here: Time) -> _Pair | None:
    """The time of the sentence, and the only one of the nearest sentence before it, or behind it, that has any."""
    beside = "VERB" not in frame.facts.language.tags[here.last : max(here.last, length.first)]
    beside = beside and frame.has("leads-to-breaks", frame.lowers[here.last : here.last + 1])
    if (
        length.role in _DIRECTED
        and here.last < length.first - 1
        and not beside
        and not _ends_there(frame, sentence, length, here)
    ):
        return None  # "was held on 6 May and charged two days later": counted from that very time
    if length.role in _DIRECTED and "VERB" in frame.facts.language.tags[length.last : max(length.last, here.first)]:
        return None  # "was found two days later, and the inquest opened on 11 August": of the one, not of the other
    last = len(frame.facts.sentences)
    for other in (sentence - 1, sentence - 2, sentence + 1):
        times = _all(frame, other, length) if 0 <= other < last else ()
        if times:
            fit = _times(frame, other, length)
            alone = len(fit) == len(times) == 1
            return _Pair(fit[0], here, "middling") if alone and _is_tied(frame, length, fit[0], here) else None
    return None


def _is_tied(frame: Frame, length: Length, one: Time, two: Time) -> bool:
    """Whether two times of two sentences are those of what a length tells: it counts from one, or they are its ends."""
    # “Within half an hour, at 4.25pm, …” is counted from what was told last.
    opens = length.role in _ROLES and length.first - frame.facts.sentence_at(length.start).first <= 1
    if length.role in _DIRECTED or (opens and 0 <= two.first - length.last <= _BARE and length.role == "in"):
        return True
    return {stage_of(frame, one), stage_of(frame, two)} == {"begin", "end"} or bool(
        around(frame, one, _beside(frame, one)) & around(frame, two, _beside(frame, two))
    )


def _beside(frame: Frame, time: Time) -> Sequence[Time]:
    """The times of a time's sentence."""
    return (frame.clocks if isinstance(time, Clock) else frame.moments).get(frame.sentence(time.start), ())


def _ends_there(frame: Frame, sentence: int, length: Length, here: Time) -> bool:
    """ "At 5.35pm she walked up the beach, 13 hours later": one verb alone, between the time and the length."""
    held, language = frame.facts.sentences[sentence], frame.facts.language
    verbs = [at for at in range(held.first, length.first) if language.tags[at] == "VERB"]
    mark = frame.has("leads-to-breaks", frame.lowers[length.first - 1 : length.first])
    return mark and len(verbs) == 1 and verbs[0] > here.first


def _told_around(frame: Frame, sentence: int, length: Length) -> _Pair | None:
    """A length without a time beside it: the two times of the sentence next to it, or the only two around."""
    last = len(frame.facts.sentences)
    around = [n for n in range(max(0, sentence - _AROUND), min(last, sentence + _AROUND + 1)) if n != sentence]
    every = [time for number in around for time in _all(frame, number, length)]
    fit = [time for number in around for time in _times(frame, number, length)]
    still = _until_now(frame, length)
    for other in (sentence + 1, sentence - 1) if not (still and length.role in _STILL) else ():
        here = [time for time in fit if frame.sentence(time.start) == other]
        alone = len(here) == len(_all(frame, other, length)) == 2 and not frame.lengths.get(other)
        if alone and go_together(frame, length, here[0], here[1]):
            return _Pair(here[0], here[1], "middling")
    if len(every) == len(fit) == 2 and not (still and length.role in _STILL):
        # What merely stands around may be of something else.
        headed = frame.facts.paragraph_at(length.start).kind == "headline" and length.unit in _YEARS
        together = headed or go_together(frame, length, fit[0], fit[1])
        return _Pair(fit[0], fit[1], "middling" if together else "weak")
    if _is_open(frame, length):
        return None
    if length.unit in (*_YEARS, "month", "week") and frame.dated is not None:
        since = [time for time in fit if isinstance(time, Moment) and _since(frame, time)]
        if len(since) == 1 and length.role in ("", "adjective", "after") and _is_beside(frame, length, since[0]):
            return _Pair(since[0], _today(frame, since[0]), "middling")
    alone = len(every) == len(fit) == 1 and length.unit in _YEARS and frame.dated is not None and still
    if alone and _is_beside(frame, length, fit[0]):
        return _Pair(fit[0], _today(frame, fit[0]), "middling")
    return None


def _is_beside(frame: Frame, length: Length, time: Time) -> bool:
    """Whether a time stands in a sentence next to that of a length, or tells of the same happening in its own words."""
    here = frame.sentence(length.start)
    if abs(frame.sentence(time.start) - here) <= 1:
        return True
    held = frame.facts.sentences[here]
    called = keys_of(frame, max(held.first, length.first - _REACH), min(held.last, length.last + _REACH))
    return bool(answered(frame, called, [time]))


def _is_open(frame: Frame, length: Length) -> bool:
    """Whether a length is told of what may be, or would have been: “would have paid for two nurses for two years”."""
    number = frame.facts.language.clause_of(length.first)
    clause = None if number is None else frame.facts.language.clauses[number]
    return clause is not None and (clause.standing in _NOT_YET or clause.kind == "infinitive")


def _since(frame: Frame, time: Moment) -> bool:
    """Whether a time is that since which something has not been: “since 1985”, “since relegation in 1985”."""
    return time.bound == "since" or frame.has("since-words", frame.lowers[max(0, time.first - _NEAR + 1) : time.first])


def _until_today(frame: Frame, length: Length, time: Time) -> _Pair | None:
    """ "for the past six years, since 2014": up to the article's day."""
    if frame.dated is None or length.unit not in _YEARS or not isinstance(time, Moment) or time.bound != "since":
        return None
    return _Pair(time, _today(frame, time), "middling")


def _same(persons: Persons, length: Length, time: Time) -> bool:
    """Whether a length and a time are told of one person."""
    one, two = persons.at(length.first), persons.at(time.first)
    return one == two or one is None or two is None


def _until_now(frame: Frame, length: Length) -> bool:
    """Whether a length runs up to the day of the article: its clause is in the present, or tells of an end."""
    language = frame.facts.language
    number = language.clause_of(length.first)
    if number is None:
        sentence = frame.sentence(length.start)
        before = [c for c in language.clauses if c.sentence == sentence and c.verb < length.first]
        behind = [c for c in language.clauses if c.sentence == sentence and c.kind == "main"]
        clause = max(before, key=lambda held: held.verb, default=behind[0] if behind else None)
    else:
        clause = language.clauses[number]
    return clause is not None and (clause.tense in ("present", "future") or length.role == "past")


def _today(frame: Frame, like: Time) -> Moment:
    """The article's day as a moment; it stands nowhere, so that its place is that of the other."""
    assert frame.dated is not None
    return Moment(
        like.start, like.end, "day", (frame.dated,), "", None, True, True, False, like.block, like.first,
        like.last,
    )  # fmt: skip


def _coarse(length: Length, pair: _Pair) -> bool:
    """Whether years would be counted from a month or day whose own year is only guessed."""
    times = [time for time in (pair.one, pair.two) if isinstance(time, Moment)]
    return length.unit in _YEARS and any(not time.fixed and not time.relative for time in times)


def _gaps(length: Length, one: Time, two: Time) -> list[Gap]:
    """The days between two times; only of hours do the hours of two days matter."""
    found = by_size(gaps(one, two))
    return found if length.unit == "h" or isinstance(one, Clock) else [gap for gap in found if gap[0] % 1 == 0]


def _supported(frame: Frame, sentence: int, length: Length, pair: _Pair, low: float, high: float) -> bool:
    """Whether any two times around, or one of them and the article's day, lie so far apart.

    Of the two that “the day after the robbery” ties together, only in the order that it tells.
    """
    hours = isinstance(pair.one, Clock) and isinstance(pair.two, Clock)
    tied = {pair.one, pair.two} if length.hedge == "next" or (hours and length.role == "later") else set()
    if _in_order(frame, pair) is not None:
        tied = {pair.one, pair.two}
    last = len(frame.facts.sentences)
    times = [
        time
        for other in range(max(0, sentence - _AROUND), min(last, sentence + _AROUND + 1))
        for time in _times(frame, other, length)
    ]
    if _takes_up(frame, length) or _runs_out(frame, length):
        times = [pair.one, pair.two]  # “from 7am to 1pm. Those eight hours …”
    # “found on 18 May, ten days after he set out”: it is counted to the day beside it, and not to the article's.
    own = {time for time in (pair.one, pair.two) if frame.sentence(time.start) == sentence and time in times}
    tied_by = length.role in _DIRECTED or {stage_of(frame, pair.one), stage_of(frame, pair.two)} == {"begin", "end"}
    ends = own if tied_by and pair.one.first != pair.two.first else set()
    if frame.dated is not None and not ends and times and isinstance(times[0], Moment) and not _is_ahead(frame, pair):
        times.append(_today(frame, times[0]))
    if len(own) == 2 and {pair.one.bound, pair.two.bound} == {"from", "until"}:
        times = [pair.one, pair.two]
    return any(
        gap[0] <= high and low <= gap[1]
        for at, one in enumerate(times)
        for two in times[at + 1 :]
        if not ends or one in ends or two in ends
        for gap in (
            _gaps(length, pair.one, pair.two)
            if {one, two} == tied
            else _gaps(length, one, two) + (_gaps(length, two, one) if _turns(one, two) else [])
        )
    )


def _in_order(frame: Frame, pair: _Pair) -> _Pair | None:
    """ "was found on Wednesday. He had left home on Sunday": two weekdays of which the pluperfect tells the earlier."""
    days = [time for time in (pair.one, pair.two) if isinstance(time, Moment) and time.kind == "weekday"]
    if len(days) < 2:
        return None
    before = [_is_before(frame, day) for day in days]
    if before[0] == before[1]:
        return None
    # What the pluperfect puts before something else is of one story with it.
    return _Pair(days[0], days[1], "middling") if before[0] else _Pair(days[1], days[0], "middling")


def _is_before(frame: Frame, day: Moment) -> bool:
    """Whether the verb that a day dates is in the pluperfect."""
    number = frame.facts.language.clause_of(day.first)
    clause = None if number is None else frame.facts.language.clauses[number]
    return clause is not None and frame.has("pluperfect-auxiliaries", frame.lowers[clause.first : clause.verb])


def _is_ahead(frame: Frame, pair: _Pair) -> bool:
    """Whether both times are told as days to come, so that nothing of theirs is counted from the article's own."""
    today = frame.today
    return today is not None and all(
        isinstance(time, Moment) and time.options and time.options[0][0] > today for time in (pair.one, pair.two)
    )


def _turns(one: Time, two: Time) -> bool:
    """Whether two times come round again, so that either may be the first: hours, weekdays."""
    return isinstance(one, Clock) or isinstance(two, Clock) or "weekday" in (one.kind, two.kind)


def _relation(frame: Frame, sentence: int, length: Length, pair: _Pair) -> Relation | None:
    ordered = _in_order(frame, pair)
    if ordered is not None:
        pair = ordered
    best = nearest(_gaps(length, pair.one, pair.two), length)
    if best is None:
        return None
    middle = (length.low + length.high) / 2
    week = all(isinstance(time, Moment) and time.kind == "weekday" for time in (pair.one, pair.two))
    astray = best[1] * _FACTOR < middle or best[0] > middle * _FACTOR
    if (astray and not (week and length.hedge == "next")) or _coarse(length, pair):
        return None
    if pair.two.first == pair.one.first and is_laid_down(frame, length, pair.one):
        return None
    nights = frame.has("night-words", frame.lowers[length.first : length.last])
    dated = all(isinstance(time, Moment) and time.kind == "day" for time in (pair.one, pair.two))
    whole = dated and {stage_of(frame, pair.one), stage_of(frame, pair.two)} == {"begin", "end"}
    wider = 0 if whole and length.unit in ("week", "fortnight") else _wider(frame, length, pair)
    low, high = left_open(length, nights, wider, whole)
    computed = told(frame.facts.lexicon, best[0], best[1], length.unit)
    today = isinstance(pair.two, Moment) and pair.two.first == pair.one.first
    one, two = pair.one, pair.two
    if (
        isinstance(one, Moment)
        and isinstance(two, Moment)
        and one.options
        and two.options
        and not is_floating(one.options[-1])
    ):
        one, two = sorted((one, two), key=lambda time: time.options[-1])
    last = frame.say("article-day") if today else frame.text(two)
    working = frame.say("lasting", one=frame.text(pair.one if today else one), two=last, result=computed)
    parts = (pair.one,) if today else (pair.one, pair.two)
    return frame.relation(
        "between", length, (low, high), best, computed, working, pair.link, parts,
        _supported(frame, sentence, length, pair, low, high), _stated(frame, length),
    )  # fmt: skip


def is_laid_down(frame: Frame, length: Length, begun: Time) -> bool:
    """ "took office in June 2021 for five years": whether a length behind a beginning says how long it was to be."""
    number = frame.facts.language.clause_of(length.first)
    if number is None or length.role != "for" or frame.sentence(begun.start) != frame.sentence(length.start):
        return False
    clause = frame.facts.language.clauses[number]
    return (
        clause.tense == "past" and clause.last <= begun.first < length.first and stage_at(frame, clause.verb) == "begin"
    )


def _wider(frame: Frame, length: Length, pair: _Pair) -> float:
    """By how many days a length may be off: by none “to the day”, nor between two years, whose own width is enough."""
    years = all(isinstance(time, Moment) and time.kind == "year" for time in (pair.one, pair.two))
    tail = length.hedge == "exact" and frame.has("to-words", frame.lowers[length.last - 3 : length.last - 2])
    return 0 if tail or (years and length.unit == "year") else _WIDER.get(length.unit, 0)


def _stated(frame: Frame, length: Length) -> str:
    """A length as written; “the day” with the “after” that makes it one."""
    last = length.last if length.hedge == "next" else length.last - 1
    return frame.facts.article.source[length.start : frame.tokens.ends[last]]
