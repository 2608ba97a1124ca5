"""Together: whether two times are the ends of one length, or merely stand in the same article."""

from __future__ import annotations

from factlint.facts.model import Clock, Length, Moment
from factlint.relations.time.echoes import around, keys_of
from factlint.relations.time.frame import Frame
from factlint.relations.time.stages import stage_of

Time = Moment | Clock
_ENDS = ("begin", "end")
_NEAR = 10  # tokens around a length


def _is_of_another_day(frame: Frame, numbers: list[int]) -> bool:
    """ "It begins at 6.30pm and ends at ten. Last year's took two hours": whether a length has a day of its own."""
    days = [{m.options for m in frame.moments.get(number, ())} for number in numbers]
    return bool(days[0]) and days[0].isdisjoint(days[1] | days[2])


def go_together(frame: Frame, length: Length, one: Time, two: Time) -> bool:
    """Whether two times are the ends of what lasted: told as its beginning and end, beside it, or in its own words.

    Two hours that happen to be the only ones of an article may be of two things.
    """
    if {stage_of(frame, one), stage_of(frame, two)} == {"begin", "end"}:
        return True
    numbers = [frame.sentence(time.start) for time in (length, one, two)]
    if isinstance(one, Clock) and _is_of_another_day(frame, numbers):
        return False
    if max(numbers) - min(numbers) <= 1:
        # “It took 66 days. Prices yesterday, with those of 30 March in brackets”: of another thing
        apart = numbers[1] == numbers[2] != numbers[0] and isinstance(one, Moment)
        if not apart or one.bound or two.bound:
            return True
        # “agreements were reached with one in October and with the other in November”: of two things alike
        clauses = {frame.facts.language.clause_of(time.first) for time in (one, two)}
        return len(clauses | {None}) > 2 and any(stage_of(frame, time) in _ENDS for time in (one, two))
    here = frame.facts.sentences[numbers[0]]
    called = keys_of(frame, max(here.first, length.first - _NEAR), min(here.last, length.last + _NEAR))
    tables = (frame.moments, frame.clocks)
    return all(
        number == numbers[0] or not called.isdisjoint(around(frame, time, tables[isinstance(time, Clock)][number]))
        for time, number in zip((one, two), numbers[1:], strict=True)
    )
