"""Parts of the day: “in broad daylight” against the clock of the same event, “nine hours behind” between two clocks."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Clock, Length, Relation
from factlint.relations.time.frame import Frame, Link

_DAY = 24 * 60
_REACH = 2  # sentences to the clock of the same event
_LEAD = 3  # sentences from the top in which a part of the day is that of the event that the article tells
_PLAIN = 2  # tokens of “Tuesday morning”
_ADJACENT = 4  # tokens between “Tuesday morning” and its hour
_BESIDE = 3  # tokens between a length and the word that says which way


def find(frame: Frame) -> Iterator[Relation]:
    """Each part of the day with the clock time that stands nearest, where both tell when one thing happened."""
    for sentence, clocks in frame.clocks.items():
        exact = [clock for clock in clocks if clock.exact and not _opens_entry(frame, clock)]
        for part in clocks:
            if part.exact or part.in_quote or part.bound == "until" or _is_habit(frame, part):
                continue
            plain = part.last - part.first == _PLAIN and frame.has(
                "sides-of-day-words", frame.lowers[part.last - 1 :][:1]
            )
            if plain:
                beside = [clock for clock in exact if _gap(part, clock) <= _ADJACENT]
                if len(beside) == 1 and _joined(frame, part, beside[0]):
                    yield _relation(frame, part, beside, "strong")
            elif exact := [clock for clock in exact if _is_of_one_event(frame, part, clock)]:
                yield _relation(frame, part, exact, "strong" if len(exact) == 1 else "weak")
            elif sentence <= _LEAD and not frame.has("past-perfect-words", frame.words(sentence)):
                near = [
                    clock
                    for other in range(sentence - _REACH, sentence + _REACH + 1)
                    for clock in frame.clocks.get(other, ())
                    if clock.exact and not clock.in_quote and not _on_other_days(frame, sentence, other)
                    if other != sentence or not _on_its_own_day(frame, part, clock)
                ]
                if near:
                    yield _relation(frame, part, near, "middling" if len(near) == 1 else "weak")
    yield from _zones(frame)


def _opens_entry(frame: Frame, clock: Clock) -> bool:
    """Whether an hour heads its block: that of an entry in a live blog, in which other hours are told."""
    return frame.facts.paragraph_at(clock.start).first == clock.first


def _is_habit(frame: Frame, part: Clock) -> bool:
    """ "Midges are at their hungriest at dusk": told in the present of every day."""
    language = frame.facts.language
    number = language.clause_of(part.first)
    if number is None:
        first = frame.facts.sentence_at(part.start).first
        verbs = (language.clause_of(at) for at in range(part.first - 1, first - 1, -1))
        number = next((verb for verb in verbs if verb is not None), None)
    clause = None if number is None else language.clauses[number]
    return clause is not None and clause.tense == "present" and clause.kind == "main"


def _is_of_one_event(frame: Frame, part: Clock, clock: Clock) -> bool:
    """Whether a part of the day and an hour in its sentence have no other verb with a time of its own between them."""
    first, last = sorted((part, clock), key=lambda one: one.first)
    between = frame.lowers[first.last : last.first]
    joined = frame.has("and-words", between) and "VERB" in frame.facts.language.tags[first.last : last.first]
    joined = joined or _on_its_own_day(frame, first, last)
    return not joined and not frame.has("clause-orders", between) and not frame.has("until-words", between)


def _on_its_own_day(frame: Frame, one: Clock, two: Clock) -> bool:
    """ "at 3pm on Friday … in the early hours of Saturday": whether each of two has another weekday behind it."""
    days = frame.moments.get(frame.sentence(one.start), ())
    named = [next((m.weekday for m in days if 0 <= m.first - time.last <= _PLAIN), None) for time in (one, two)]
    return None not in named and named[0] != named[1]


def _on_other_days(frame: Frame, one: int, two: int) -> bool:
    """Whether two sentences name weekdays and have none in common."""
    days = [{m.weekday for m in frame.moments.get(n, ()) if m.weekday is not None} for n in (one, two)]
    return all(days) and days[0].isdisjoint(days[1])


def _gap(one: Clock, two: Clock) -> int:
    """Tokens between two times of day."""
    return max(two.first - one.last, one.first - two.last)


def _joined(frame: Frame, one: Clock, two: Clock) -> bool:
    """Whether only small words stand between: “at 3.15pm on Tuesday morning”, “on Friday evening, at about 9am”."""
    first, last = sorted((one, two), key=lambda clock: clock.first)
    between = frame.lowers[first.last : last.first]
    words = frame.facts.lexicon.union("leads-to", "before-clocks")
    return all(word in words for word in between)


def _relation(frame: Frame, part: Clock, exact: list[Clock], link: Link) -> Relation:
    """How many minutes the nearest clock lies outside the part of the day."""
    supported = any(_fits(part, minutes) for clock in exact for minutes in (clock.low, clock.high))
    nearest = min(exact, key=lambda clock: abs(clock.first - part.first))
    minutes = nearest.low + (_DAY if nearest.low < part.low else 0)
    return frame.relation(
        "daypart",
        part,
        (part.low, part.high),
        (minutes, minutes),
        frame.text(nearest),
        frame.text(nearest),
        link,
        (nearest,),
        supported,
    )


def _fits(part: Clock, minutes: int) -> bool:
    return any(part.low <= minutes + days * _DAY <= part.high for days in (-1, 0, 1))


# -------------------------------------------------------------------------------------------------------------- zones


def _zones(frame: Frame) -> Iterator[Relation]:
    """ "6pm in Queensland. Brussels is nine hours behind, so viewers there must be up at 9am"."""
    for sentence, lengths in frame.lengths.items():
        for length in lengths:
            way = _way(frame, length)
            late = frame.has("schedule-words", frame.lowers[length.last : length.last + _BESIDE])
            if length.unit not in ("h", "min") or way is None or late:
                continue
            pair = _pair(frame, sentence, length)
            if pair:
                yield _between_zones(frame, sentence, length, *pair, way)


def _way(frame: Frame, length: Length) -> int | None:
    """Whether a length is told as one that a clock is ahead (1) or behind (-1)."""
    ways = frame.facts.lexicon.table("zone-ways")
    return next((int(ways[w]) for w in frame.lowers[length.last : length.last + _BESIDE] if w in ways), None)


def _pair(frame: Frame, sentence: int, length: Length) -> tuple[Clock, Clock] | None:
    """The clock told before and the one told after the difference, or the last two before it."""
    here = [clock for clock in frame.clocks.get(sentence, ()) if clock.exact]
    earlier = [clock for clock in frame.clocks.get(sentence - 1, ()) if clock.exact]
    if any(_way(frame, one) for one in frame.lengths.get(sentence - 1, ())):
        earlier = []  # “In Karachi, two hours ahead, … In Lagos, two hours behind”: of either from home
    before = [clock for clock in here if clock.start < length.start]
    after = [clock for clock in here if clock.start > length.start]
    if after and (before or earlier):
        return (before or earlier)[-1], after[0]
    return (before[-2], before[-1]) if len(before) > 1 else None


def _between_zones(frame: Frame, sentence: int, length: Length, first: Clock, second: Clock, way: int) -> Relation:
    hours = round((length.low + length.high) / 2 * 24 * 2) / 2
    flipped = not frame.facts.lexicon.words("zone-relatives").isdisjoint(
        frame.lowers[length.first - _BESIDE : length.first]
    )
    sign = -way if flipped and second.start > length.start else way
    expected = {round(clock + sign * hours * 60) % _DAY for clock in (first.low, first.high)}
    told = {second.low % _DAY, second.high % _DAY}
    # “it was already 1am in Apia, an hour ahead, but 11pm in Port Vila”: any two around may be the ones.
    around = [c for number in (sentence - 1, sentence) for c in frame.clocks.get(number, ()) if c.exact]
    apart = {round(hours * 60), _DAY - round(hours * 60)}
    borne_out = any((one.low - two.low) % _DAY in apart for one in around for two in around if second not in (one, two))
    due = round(first.low + sign * hours * 60) % _DAY
    due_text = frame.say("clock", hour=due // 60, minute=due % 60)
    working = frame.say("zone", one=frame.text(first), two=frame.text(length), result=due_text)
    stated = second.low
    return frame.relation(
        "zone",
        second,
        (stated, stated),
        (due, due),
        due_text,
        working,
        "strong",
        (first, length),
        bool(expected & told) or borne_out,
    )
