"""Hours spent: a show, a match or a journey that begins and ends by the clock, and the lengths told of it.

What lasts from one hour to another takes as long as its parts together; no part of it is longer than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.facts.model import Clock, Length, Relation
from factlint.relations.time.frame import Frame
from factlint.relations.time.wording import told

_DAY = 24 * 60
_SENTENCES = 3  # from the beginning to the end
_BEFORE = 8  # tokens before an hour that tell what happens then
_BEHIND = 5  # tokens behind it
_NEAR = 4  # tokens from a length to what says that it lasts
_SLACK = 20  # minutes that nobody counts
_SHARE = 0.1  # of the parts, by which the whole may be longer
_NO_PARTS = ("ago", "earlier", "old")


def find(frame: Frame) -> Iterator[Relation]:
    """The two hours of each such course, with a part that is longer than it or parts that do not fill it."""
    exact = [
        (sentence, clock)
        for sentence, clocks in frame.clocks.items()
        for clock in clocks
        if clock.exact and clock.low == clock.high and not clock.in_quote
    ]
    for place, (sentence, begins) in enumerate(exact[:-1]):
        number, ends = exact[place + 1]
        if number - sentence > _SENTENCES or begins.bound in ("until", "by") or not _does(frame, begins, "begin-by"):
            continue
        if place and exact[place - 1][0] == sentence and not _does(frame, exact[place - 1][1], "doors-by"):
            continue
        if not _does(frame, ends, "end-by") or _does(frame, ends, "begin-by") or _elsewhere(frame, sentence, number):
            continue
        gap = (ends.low - begins.low) % _DAY
        parts = list(_parts(frame, sentence, number))
        found = _too_long(frame, begins, ends, parts, gap) or _too_short(frame, begins, ends, parts, gap)
        if found is not None:
            yield found


def _does(frame: Frame, clock: Clock, name: str) -> bool:
    """Whether the words around an hour, of its own sentence, tell that something begins or ends then."""
    held = frame.facts.sentences[frame.sentence(clock.start)]
    first, last = max(held.first, clock.first - _BEFORE), min(held.last, clock.last + _BEHIND)
    others = [other for other in frame.clocks.get(held.number, ()) if other is not clock]
    first = max([first, *(other.last for other in others if other.last <= clock.first)])
    last = min([last, *(other.first for other in others if other.first >= clock.last)])
    return frame.has(name, frame.facts.language.lemmas[first:last])


def _elsewhere(frame: Frame, first: int, last: int) -> bool:
    """Whether a word tells that another day or another time of the clock comes between."""
    return any(
        frame.has("another-day-words", frame.words(number)) or len(frame.moments.get(number, ())) > 1
        for number in range(first, last + 1)
    )


def _parts(frame: Frame, first: int, last: int) -> Iterator[Length]:
    """The lengths in minutes or hours that are told from before the beginning to the end.

    In a paragraph before that of the beginning, that of the whole alone: “two hours and ten minutes long”.
    """
    paragraph = frame.facts.paragraph_at(frame.facts.sentences[first].start).number
    for number in range(max(0, first - _SENTENCES), last + 1):
        own = frame.facts.paragraph_at(frame.facts.sentences[number].start).number >= paragraph
        for length in frame.lengths.get(number, ()):
            if length.unit not in ("min", "h") or length.in_quote or length.role in _NO_PARTS:
                continue
            if own or _lasts(frame, length):
                yield length


def _minutes(length: Length) -> tuple[float, float]:
    return length.low * _DAY, length.high * _DAY


def _too_long(frame: Frame, begins: Clock, ends: Clock, parts: Sequence[Length], gap: int) -> Relation | None:
    """A length told between the two hours that is longer than they lie apart."""
    for length in parts:
        inside = begins.last <= length.first and length.last <= ends.first
        slack = 0 if length.unit == "h" else _SLACK  # “two hours” is told wide enough
        if inside and _minutes(length)[0] > gap + slack and length.hedge not in ("under", "part"):
            return _relation(frame, length, begins, ends, gap)
    return None


def _too_short(frame: Frame, begins: Clock, ends: Clock, parts: Sequence[Length], gap: int) -> Relation | None:
    """The end, where the lengths told of the course, one of them as all of it, do not reach so far."""
    if not any(_lasts(frame, length) for length in parts) or any(length.role == "later" for length in parts):
        return None
    if any(length.hedge in ("over", "far-over") for length in parts):
        return None
    most = sum(sum(_minutes(length)) / 2 for length in parts)
    if gap <= most * (1 + _SHARE) + _SLACK:
        return None
    due = frame.say("plus").join(frame.text(part) for part in parts)
    low = sum(_minutes(part)[0] for part in parts)
    working = frame.say("hours-spent", one=due, two=frame.text(begins), result=_told(frame, gap))
    return frame.relation("hours-spent", ends, (gap, gap), (low, most), due, working, "middling", (begins, *parts))


def _lasts(frame: Frame, length: Length) -> bool:
    """Whether a length is told as that of the whole: it lasts, runs, takes or is so long."""
    held = frame.facts.sentences[frame.sentence(length.start)]
    near = range(max(held.first, length.first - _NEAR), min(held.last, length.last + 2))
    return frame.has("lasting-for-lemmas", [frame.facts.language.lemmas[at] for at in near])


def _relation(frame: Frame, length: Length, begins: Clock, ends: Clock, gap: int) -> Relation:
    text = frame.text(length)
    working = frame.say(
        "hours-between", one=frame.text(begins), two=frame.text(ends), result=_told(frame, gap), told=text
    )
    return frame.relation(
        "hours-spent", length, _minutes(length), (gap, gap), text, working, "middling", (begins, ends)
    )


def _told(frame: Frame, minutes: int) -> str:
    return told(frame.facts.lexicon, minutes / _DAY, minutes / _DAY, "min")
