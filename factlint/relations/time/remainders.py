"""Remainders: “two years left” of a term against the day on which it began and the years for which it was given."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Length, Moment, Relation
from factlint.facts.time.calendar import is_floating
from factlint.relations.time.between import is_laid_down
from factlint.relations.time.frame import Frame
from factlint.relations.time.wording import told

_UNITS = ("year", "month")
_KINDS = frozenset({"day", "month", "season", "year"})
_BEHIND = 3  # tokens from a length to “to run”
_LOOSE = {"year": 200, "month": 25}  # days by which what is left may be rounded
_YEAR = 365.2425
_HALF = 0.19  # of a year, by which the middle of a length in years lies beyond it
_TERM = 3  # tokens from “four-year” to its noun


def find(frame: Frame) -> Iterator[Relation]:
    """Each rest of a term, where the article has one term, tells when it began and is dated itself."""
    if frame.today is None:
        return
    left = [one for held in frame.lengths.values() for one in held if _is_left(frame, one)]
    terms = list(_terms(frame)) if left else []
    if len(terms) != 1:
        return
    term, begun = terms[0]
    years = round((term.low + term.high) / 2 / _YEAR - _HALF) * _YEAR
    low, high = begun.options[0][0] + years - frame.today, begun.options[0][1] + years - frame.today
    if low < 0:
        return
    for rest in left:
        if rest.first == term.first or rest.high >= term.high:
            continue
        loose = _LOOSE[rest.unit]
        computed = told(frame.facts.lexicon, max(low, 0), high, rest.unit)
        working = frame.say("left-of-term", one=frame.text(term), two=frame.text(begun), result=computed)
        middle = (rest.low + rest.high) / 2
        yield frame.relation(
            "rest-of-term", rest, (middle - loose, middle + loose), (low, high), computed, working, "middling",
            (term, begun),
        )  # fmt: skip


def _is_left(frame: Frame, length: Length) -> bool:
    """ "two years left", "with three years of her term to run"."""
    if length.unit not in _UNITS or length.hedge not in ("", "exact"):
        return False
    behind = frame.lowers[length.last : length.last + _BEHIND + 2]
    if frame.facts.lexicon.words("still-to-come-words").isdisjoint((*behind[:1], " ".join(behind[:2]))):
        pairs = {" ".join(behind[at : at + 2]) for at in range(len(behind) - 1)}
        of_term = frame.has("of-words", behind[:1]) and frame.has("laid-down-lengths", behind)
        return of_term and not pairs.isdisjoint(frame.facts.lexicon.words("still-to-come-words"))
    return True


def _terms(frame: Frame) -> Iterator[tuple[Length, Moment]]:
    """ "won a four-year term in May 2019", "took office in June 2021 for five years": the length and its beginning."""
    for sentence, lengths in frame.lengths.items():
        moments = [m for m in frame.moments.get(sentence, ()) if m.options and m.fixed and m.kind in _KINDS]
        moments = [m for m in moments if not m.relative and not is_floating(m.options[0])]
        if len(moments) != 1 or frame.today is None or moments[0].options[0][0] > frame.today:
            continue
        for length in lengths:
            behind = frame.lowers[length.last : length.last + _TERM]
            term = length.role == "adjective" and frame.has("laid-down-lengths", behind)
            if length.unit == "year" and not length.hedge and (term or is_laid_down(frame, length, moments[0])):
                yield length, moments[0]
