"""Terms: a length of time with the day on which it begins and the day until which it runs."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Length, Moment, Relation
from factlint.facts.time.calendar import is_floating
from factlint.relations.time.between import is_prolonged
from factlint.relations.time.frame import Frame, apart, comparable
from factlint.relations.time.wording import told

_BACK = 9  # sentences before an end in which its beginning may be told
_NEAR = 3  # tokens before a day in which a word makes it an end
_UP = 7  # tokens from “term” over “is up in the” to the moment
_SHORT = ("min", "h")
_ROLES = ("", "for", "adjective", "over", "later")
_KINDS = frozenset({"day", "month", "year", "season"})
_LOOSE = 0.5  # days by which the ends of days count
_YEAR = 365.2425
_TOLERANCE = 0.2  # of a year, by which a term in years may miss its end
_FURTHEST = 4.0  # times longer or shorter beyond which a length has nothing to do with two days


def find(frame: Frame) -> Iterator[Relation]:
    """ "a term of five years from 1 March 2021, … until 2027"; "put off by a fortnight, to 24 June"."""
    for sentence, moments in frame.moments.items():
        for end in moments:
            if not _is_told(end) or not _ends(frame, end):
                continue
            length = _length(frame, sentence, end)
            begin = None if length is None else _begin(frame, sentence, end)
            if length is None or (_is_moved_to(frame, end) and not _by(frame, length)):
                continue  # "in the three months to September"
            if begin is not None and (begin.fixed or length.unit != "year"):  # of a month alone the year is guessed
                yield from _relation(frame, sentence, length, begin, end)


def _is_told(moment: Moment) -> bool:
    return bool(moment.options) and moment.kind in _KINDS and not moment.in_quote and not moment.relative


def _ends(frame: Frame, moment: Moment) -> bool:
    """Whether something runs up to a day: “until”, “ending on”, “put off …, to”."""
    before = frame.lowers[max(0, moment.first - _NEAR) : moment.first]
    return (
        moment.bound == "until"
        or _is_closing(frame, moment)
        or frame.has("ending-words", before)
        or _is_moved_to(frame, moment)
        or _runs_out(frame, moment)
        or _leaves(frame, moment)
    )


def _is_closing(frame: Frame, moment: Moment) -> bool:
    """ "must be returned no later than 30 June": whether answers are asked for by a day."""
    if moment.bound != "by":
        return False
    held = frame.facts.sentences[frame.sentence(moment.start)]
    asked = frame.facts.lexicon.union("answering-words", "returning-words")
    return not asked.isdisjoint(frame.lowers[held.first : moment.first])


def _leaves(frame: Frame, moment: Moment) -> bool:
    """ "leaves office in January 2020": whether a term ends with who has it, in a sentence that tells its length."""
    number = frame.facts.language.clause_of(moment.first)
    held = frame.facts.sentences[frame.sentence(moment.start)]
    if number is None or not frame.has("laid-down-lengths", frame.lowers[held.first : moment.first]):
        return False
    before = frame.lowers[max(held.first, moment.first - _NEAR) : moment.first]
    clause = frame.facts.language.clauses[number]
    leaving = frame.has("leaving-lemmas", (clause.lemma,)) or frame.has("of-office-words", before)
    return leaving and clause.tense in ("present", "future") and clause.last <= moment.first


def _runs_out(frame: Frame, moment: Moment) -> bool:
    """ "until her term is up in the fall of 2025": whether a term is told to run out at a moment."""
    held = frame.facts.sentences[frame.sentence(moment.start)]
    before = frame.lowers[max(held.first, moment.first - _UP) : moment.first]
    return frame.has("running-out-words", before) and frame.has("laid-down-lengths", before)


def _is_moved_to(frame: Frame, moment: Moment) -> bool:
    return frame.has("to-words", frame.lowers[max(0, moment.first - 1) : moment.first])


def _length(frame: Frame, sentence: int, end: Moment) -> Length | None:
    """The one length that stands before an end, in its sentence or the one before it."""
    for other in (sentence, sentence - 1):
        found = [one for one in frame.lengths.get(other, ()) if one.first < end.first]
        if found:
            fit = [one for one in found if one.unit not in _SHORT and one.role in _ROLES and not one.in_quote]
            fit = [one for one in fit if one.hedge in ("", "exact") and (_by(frame, one) or not frame.is_rate(one))]
            fit = [one for one in fit if not frame.has("span-closers", frame.lowers[one.last : one.last + 1])]
            fit = [one for one in fit if not is_prolonged(frame, one)]
            return fit[0] if len(fit) == 1 and len(found) <= 2 else None
    return None


def _by(frame: Frame, length: Length) -> bool:
    """ "put off by a fortnight"."""
    return frame.has("by-words", frame.lowers[max(0, length.first - 1) : length.first])


def _begin(frame: Frame, sentence: int, end: Moment) -> Moment | None:
    """The one day of the nearest sentence before an end, or of its own, that tells any other."""
    for other in range(sentence, sentence - _BACK - 1, -1):
        found = [m for m in frame.moments.get(other, ()) if m is not end and _is_told(m) and m.first < end.first]
        if end.kind == "day":
            found = [m for m in found if m.kind != "year"]  # “a consultation on 19 May on benches of 1953”
        if found:
            # What runs “from” a day to another is a span of its own.
            alone = len(found) == 1 and found[0].bound not in ("from", "since", "by")
            return found[0] if alone and not _ends(frame, found[0]) else None
    return None


def _relation(frame: Frame, sentence: int, length: Length, begin: Moment, end: Moment) -> Iterator[Relation]:
    gaps = [apart(one, two) for one in begin.options for two in end.options if comparable(one, two)]
    gaps = [gap for gap in gaps if gap[1] > 0]
    if not gaps:
        return
    low, high = _days(length, begin)
    middle = (length.low + length.high) / 2
    best = min(gaps, key=lambda gap: abs((gap[0] + gap[1]) / 2 - middle))
    if not middle / _FURTHEST <= best[1] or not best[0] <= middle * _FURTHEST:
        return
    supported = any(
        gap[0] <= high and low <= gap[1] + 1
        for one in _around(frame, sentence)
        for two in _around(frame, sentence)
        if one.first != two.first and (one.kind, two.kind) == (begin.kind, end.kind)
        for a in one.options
        for b in two.options
        if comparable(a, b) and not (is_floating(a) and b[0] < a[0])
        for gap in (apart(a, b),)
    )
    computed = told(frame.facts.lexicon, max(best[0], 0), best[1], length.unit)
    working = frame.say("lasting", one=frame.text(begin), two=frame.text(end), result=computed)
    stated, found = (low, high), (max(best[0], 0), best[1] + 1)
    yield frame.relation("between", length, stated, found, computed, working, "middling", (begin, end), supported)


def _days(length: Length, begin: Moment) -> tuple[float, float]:
    """The days that a term leaves open: full years, where the day or month of its beginning is told."""
    if length.unit == "year" and begin.kind in ("day", "month"):
        years = round(length.low / _YEAR + 0.5)
        return (years - _TOLERANCE) * _YEAR, (years + _TOLERANCE) * _YEAR
    return max(0.0, length.low - _LOOSE), length.high + _LOOSE


def _around(frame: Frame, sentence: int) -> list[Moment]:
    return [m for n in range(sentence - _BACK, sentence + _BACK) for m in frame.moments.get(n, ()) if m.options]
