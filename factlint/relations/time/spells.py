"""Spells: a length of time against the first and last day that the article gives it, or against “since”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Length, Moment, Relation
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link, apart, comparable
from factlint.relations.time.persons import Persons
from factlint.relations.time.wording import told

_NEAR = 8  # tokens between a length and the span in one sentence
_AROUND = 2  # sentences between a spell and its span
_YEARS = ("year", "decade", "century")
_SHORT = ("min", "h")
_FEW = 300  # days below which a length in another sentence is not held against a span


class _Span(NamedTuple):
    """From when to when, the sentence, and the tokens that it takes up; an open one runs to the article's day."""

    low: int
    high: int
    parts: tuple[Moment, ...]
    sentence: int


def find(frame: Frame) -> Iterator[Relation]:
    """Each length of time that stands with a span, in its sentence or near it with the same subject."""
    persons = Persons(frame)
    spans = [span for sentence in frame.moments for span in _spans(frame, sentence)]
    if not spans:
        return
    worked_out = [(c.start, c.end) for c in frame.facts.calculations if c.kind == "duration"]
    for span in spans:
        still = len(span.parts) == 1
        here = [
            one for one in frame.lengths.get(span.sentence, ()) if _lasts(frame, one) or (still and _past(frame, one))
        ]
        for length in here:
            if _too_fine(span, length):
                continue
            if _is_of_another(frame, span, length):
                continue
            if not any(start <= length.start < end for start, end in worked_out) and _beside(span, length):
                yield _relation(frame, length, span, "strong" if len(here) == 1 else "middling", 0.0)
        if here or span.high - span.low < _FEW:
            continue
        for other in range(span.sentence - _AROUND, span.sentence + _AROUND + 1):
            if other == span.sentence or any(rival.sentence == other for rival in spans):
                continue
            lengths = [
                length
                for length in frame.lengths.get(other, ())
                if _lasts(frame, length) and (length.role == "for" or _is_owned(frame, length))
            ]
            for length in lengths[:1]:
                if length.unit in _YEARS and _same_subject(frame, persons, length, span):
                    # The years of “from 2010 to 2016” are wide enough by themselves.
                    wide = len(span.parts) > 1 and all(part.kind == "year" for part in span.parts)
                    yield _relation(frame, length, span, "middling", 0.0 if wide else 0.15)


def _relation(frame: Frame, length: Length, span: _Span, link: Link, slack: float) -> Relation:
    low, high = (1 - slack) * span.low, (1 + slack) * span.high
    computed = told(frame.facts.lexicon, span.low, span.high, length.unit)
    last = frame.text(span.parts[1]) if len(span.parts) > 1 else frame.say("article-day" if frame.today else "now")
    working = frame.say("lasting", one=frame.text(span.parts[0]), two=last, result=computed)
    return frame.relation("spell", length, (length.low, length.high), (low, high), computed, working, link, span.parts)


def _spans(frame: Frame, sentence: int) -> Iterator[_Span]:
    """From–to and since in a sentence."""
    moments = [
        m for m in frame.moments[sentence] if m.options and not m.in_quote and m.kind not in ("decade", "century")
    ]
    for one, two in pairwise(moments):
        between = frame.lowers[one.last : two.first]
        opened = one.bound in ("from", "since") or frame.has(
            "span-openers", frame.lowers[max(0, one.first - 4) : one.first]
        )
        ahead = frame.has("until-words", between) and not frame.has("span-openers", between)
        joined = two.bound == "until" or ahead or (one.bound == "from" and frame.has("number-joiners", between[-1:]))
        if not (opened and joined) or not comparable(one.options[0], two.options[0]):
            continue
        low, high = apart(one.options[0], two.options[0])
        if high > 0:
            yield _Span(max(low, 0), high + 1, (one, two), sentence)
    since = [m for m in moments if m.bound == "since" and m.fixed and not m.relative]
    if len(since) == 1 and frame.now is not None and len(moments) == 1:
        low, high = apart(since[0].options[0], frame.now)
        if low > 0:
            yield _Span(low, high + 1, (since[0],), sentence)


def _lasts(frame: Frame, length: Length) -> bool:
    """Whether a length tells how long something went on."""
    if (
        length.unit in _SHORT
        or length.in_quote
        or length.role in ("later", "earlier", "ago", "into", "old", "past", "after", "adjective")
    ):
        return False
    near = frame.lowers[max(0, length.first - 4) : length.last + 3]
    if frame.is_rate(length) or frame.is_degree(length):
        return False
    if length.hedge == "part":
        near = frame.lowers[length.last : length.last + 3]  # "the best part of a decade"
    return not frame.has("unrelated-duration-words", near) and not frame.has("term-words", near)


def _is_owned(frame: Frame, length: Length) -> bool:
    """ "in his 28 years at the stove"."""
    return frame.has("personal-owners", frame.lowers[max(0, length.first - 1) : length.first])


def _past(frame: Frame, length: Length) -> bool:
    """ "for the past 15 years": up to the article's day."""
    return length.role == "past" and length.unit in _YEARS and not length.in_quote


def _too_fine(span: _Span, length: Length) -> bool:
    """Whether the unit is finer than the span's own days are told: 105 days between 1991 and 2000.

    Years are none of a span that comes round every year: “from April to September for 44 years”.
    """
    kinds = {moment.kind for moment in span.parts}
    if length.unit in _YEARS:
        return len(span.parts) > 1 and not any(moment.fixed or moment.relative for moment in span.parts)
    return not kinds <= ({"day", "weekday", "month"} if length.unit == "month" else {"day", "weekday"})


def _beside(span: _Span, length: Length) -> bool:
    """Whether a length stands right before or behind a span, or leads it in."""
    first, last = span.parts[0].first, span.parts[-1].last
    return -_NEAR <= length.last - first <= 0 or 0 <= length.first - last <= _NEAR


def _is_of_another(frame: Frame, span: _Span, length: Length) -> bool:
    """ "a councillor since 1995 and leader for eight of the past twelve years": part of a time, or joined by “and”."""
    if length.role == "past" and frame.has("of-words", frame.lowers[max(0, length.first - 3) : length.first]):
        return True
    ends = [(one.first, one.last) for one in (span.parts[0], length)]
    tags = frame.facts.language.tags[min(ends)[1] : max(ends)[0]]
    return len(span.parts) == 1 and "CCONJ" in tags


def _same_subject(frame: Frame, persons: Persons, length: Length, span: _Span) -> bool:
    """Whether both sentences are about one person, or the span's speaks of what was his or hers."""
    number = frame.facts.language.clause_of(length.first)
    if len(span.parts) == 1 and number is not None and frame.facts.language.clauses[number].tense == "past":
        return False  # “It has been here since 1983. She ran it for 19 years and died”
    one = persons.at(length.first)
    two = persons.at(span.parts[0].first)
    if one is None:
        return False
    if one == two or two is not None:
        return one == two
    if persons.is_of_a_belonging(span.parts[0]):
        return False
    sentence = frame.facts.sentences[span.sentence]
    meant = {
        pronoun.person.id
        for pronoun in frame.facts.pronouns
        if pronoun.person and sentence.start <= pronoun.start < sentence.end
    }
    return one in meant
