"""Days and weeks by their number: a strike that began on Monday is in its third day on Wednesday."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.relations.time.frame import Frame, apart, comparable
from factlint.relations.time.wording import told

_BACK = 3  # sentences back to the beginning
_NEAR = 7  # tokens between the number and its day, or a beginning and its word
_WEEK = 7
_MOST = 60


def find(frame: Frame) -> Iterator[Relation]:
    """Each “fifth day” with the day that it is, and the beginning that was told before."""
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    ordinals = lexicon.table("ordinals")
    for at in frame.tokens.positions(lexicon.words("numbered-units")):
        number = ordinals.get(lowers[at - 1]) if at else None
        if number is None or not 1 < number < _MOST or frame.facts.in_quotation(frame.tokens.starts[at]):
            continue
        place = Stretch(frame.tokens.starts[at - 1], frame.tokens.ends[at])
        sentence = frame.sentence(place.start)
        now = _now(frame, at, sentence)
        begun = [m for other in range(max(0, sentence - _BACK), sentence + 1) for m in frame.moments.get(other, ())]
        begun = [m for m in begun if m is not now and m.start < place.start and _is_beginning(frame, m)]
        if now is not None and len(begun) == 1:
            relation = _relation(frame, place, int(number), begun[0], now, lowers[at])
            if relation:
                yield relation


def _now(frame: Frame, at: int, sentence: int) -> Moment | None:
    """The day that the number is that of: behind it, or right before."""
    moments = [m for m in frame.moments.get(sentence, ()) if m.kind in ("day", "weekday")]
    near = [m for m in moments if 0 < m.first - at <= _NEAR or 0 <= at - 1 - m.last <= 3]
    return near[0] if len(near) == 1 else None


def _is_beginning(frame: Frame, moment: Moment) -> bool:
    sentence = frame.facts.sentences[frame.sentence(moment.start)]
    before = frame.lowers[max(sentence.first, moment.first - _NEAR) : moment.first]
    return moment.kind in ("day", "weekday") and frame.has("beginning-words", before)


def _relation(frame: Frame, place: Stretch, number: int, begun: Moment, now: Moment, unit: str) -> Relation | None:
    by_weekday = (
        begun.weekday is not None and now.weekday is not None and (begun.kind == "weekday" or not begun.options)
    )
    size = _WEEK if unit == "week" else 1
    if by_weekday:
        if size > 1 or number > _WEEK or begun.weekday is None or now.weekday is None:
            return None
        days: tuple[int, int] = ((now.weekday - begun.weekday) % _WEEK,) * 2
    elif begun.options and now.options and comparable(begun.options[-1], now.options[-1]):
        days = apart(begun.options[-1], now.options[-1])
    else:
        return None
    if days[1] < 0:
        return None
    due = (number - 1) * size, number * size - (size > 1) + (1 if size > 1 else 0)
    computed = told(frame.facts.lexicon, days[0] + 1, days[1] + 1, "d")
    working = frame.say("lasting", one=frame.text(begun), two=frame.text(now), result=computed)
    high = due[1] if size > 1 else number - 1
    return frame.relation("nth-day", place, (due[0], high), days, computed, working, "strong", (begun, now))
