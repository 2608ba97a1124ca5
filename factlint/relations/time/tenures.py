"""Tenures: “has run the shop for 30 years” against “she took it over in 2004”, to the article's day or to an end."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Length, Moment, Relation
from factlint.relations.time.frame import Frame, apart, comparable
from factlint.relations.time.persons import Persons
from factlint.relations.time.wording import told

_AROUND = 1  # sentences between a length and the beginning that it is counted from
_NEAR = 8  # tokens between a date and the word for what happened
_UNITS = ("year", "decade")
_SLACK = 400  # days by which a length and its years may differ
_ROLES = ("for", "after", "", "over")


def find(frame: Frame) -> Iterator[Relation]:
    """Each length of years with the one beginning near it that has the same person or thing for its subject."""
    persons = Persons(frame)
    for sentence, lengths in frame.lengths.items():
        lengths = [length for length in lengths if _is_tenure(frame, length)]
        if len(lengths) != 1:
            continue
        around = range(max(0, sentence - _AROUND), sentence + _AROUND + 1)
        moments = [m for other in around for m in frame.moments.get(other, ())]
        fixed = [m for m in moments if m.options and m.fixed and not m.relative and m.kind in ("year", "month", "day")]
        begun = [m for m in fixed if _stage(frame, m, "begin")]
        ended = [m for m in fixed if _stage(frame, m, "end")]
        if len(begun) != 1 or len(fixed) != len({*begun, *ended}) or len(ended) > 1 or begun[0].in_quote:
            continue
        yield from _relation(frame, persons, lengths[0], begun[0], ended)


def _is_tenure(frame: Frame, length: Length) -> bool:
    if (
        length.unit not in _UNITS
        or length.in_quote
        or frame.is_rate(length)
        or length.role not in _ROLES
        or length.hedge in ("next",)
    ):
        return False
    near = frame.lowers[max(0, length.first - 4) : length.last + 3]
    return not frame.has("unrelated-duration-words", near) and not frame.has("term-words", near)


def _stage(frame: Frame, moment: Moment, stage: str) -> bool:
    """Whether the word next to a date is one of beginning, or of an end."""
    table = frame.facts.lexicon.table("event-words")
    sentence = frame.facts.sentences[frame.sentence(moment.start)]
    before = frame.lowers[max(sentence.first, moment.first - _NEAR) : moment.first]
    return next((table[word] for word in reversed(before) if word in table), "") == stage


def _relation(frame: Frame, persons: Persons, length: Length, begun: Moment, ended: list[Moment]) -> Iterator[Relation]:
    one, two = persons.at(length.first), persons.at(begun.first)
    if one != two or (one is None and frame.sentence(begun.start) != frame.sentence(length.start)):
        return
    if ended:
        last, text = ended[0].options[0], frame.text(ended[0])
    elif frame.today is not None and _lasts_still(frame, length):
        last, text = (frame.today, frame.today), frame.say("article-day")
    else:
        return
    if not comparable(begun.options[0], last) or last[1] < begun.options[0][1]:
        return
    low, high = apart(begun.options[0], last)
    computed = told(frame.facts.lexicon, low, high, length.unit)
    working = frame.say("lasting", one=frame.text(begun), two=text, result=computed)
    parts = (begun, *ended)
    yield frame.relation(
        "tenure", length, (length.low - _SLACK, length.high + _SLACK), (low, high), computed, working, "middling", parts
    )


def _lasts_still(frame: Frame, length: Length) -> bool:
    """Whether the clause of a length is in the present or the present perfect."""
    number = frame.facts.language.clause_of(length.first)
    if number is None:
        return False
    clause = frame.facts.language.clauses[number]
    return clause.tense == "present"
