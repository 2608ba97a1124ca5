"""Closures: what was done at a place while it was shut: “locked since November 2022 … swam in the summer of 2023”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.time.calendar import is_floating
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame, Link

_NEAR = 5  # tokens from “shut” to the day since which it is
_REACH = 9  # tokens from a verb of use to its time
_SENTENCES = 2  # between a closure and what is told of the same place without its name
_FOREVER = 3_600_000
_KINDS = ("day", "month", "season", "year")


class _Closure(NamedTuple):
    """From which day to which a place was shut, the moments that tell so, and the words for the place."""

    low: int
    high: int
    parts: tuple[Moment, ...]
    words: frozenset[str]


def find(frame: Frame) -> Iterator[Relation]:
    """Each dated use of a place within the time that it was shut."""
    shut = frame.tokens.positions(frame.facts.lexicon.words("shut-words"))
    closures = [closure for at in shut if (closure := _closure(frame, at)) is not None]
    if not closures:
        return
    for sentence, moments in frame.moments.items():
        for moment in moments:
            if moment.kind not in _KINDS or moment.bound or not moment.options or moment.in_quote:
                continue
            if not moment.fixed or is_floating(moment.options[-1]) or not _is_use(frame, sentence, moment):
                continue
            low, high = min(days[0] for days in moment.options), max(days[1] for days in moment.options)
            for closure in closures:
                if moment in closure.parts or not _is_there(frame, closure, sentence):
                    continue
                if closure.low < low and high < closure.high:
                    span = frame.text(closure.parts[0])
                    working = frame.say("shut", one=span, two=frame.text(moment))
                    link: Link = "strong" if len(closure.parts) > 1 else "middling"
                    due = (0, closure.low)
                    yield frame.relation("closure", moment, (low, high), due, span, working, link, closure.parts)
                    break


def _closure(frame: Frame, at: int) -> _Closure | None:
    """The closure that a word for being shut tells of: since when, or from when to when it opened again."""
    sentence = frame.facts.sentence_at(frame.tokens.starts[at])
    if frame.facts.in_quotation(sentence.start) or frame.facts.paragraph_at(sentence.start).kind != "paragraph":
        return None
    number = frame.facts.language.clause_of(at)
    clause = None if number is None else frame.facts.language.clauses[number]
    if clause is not None and clause.negated:
        return None
    moments = [m for m in frame.moments.get(sentence.number, ()) if m.options and m.fixed and not m.in_quote]
    moments = [m for m in moments if m.kind in _KINDS and not is_floating(m.options[-1])]
    behind = [m for m in moments if m.first > at]
    words = frozenset(
        frame.facts.language.lemmas[token]
        for token in range(sentence.first, at)
        if frame.facts.language.tags[token] in ("NOUN", "PROPN")
    )
    if not behind or behind[0].first - at > _NEAR or not words:
        return None
    first = behind[0]
    if first.bound == "since":
        return _Closure(first.options[-1][1], _FOREVER, (first,), words)
    again = [m for m in behind[1:] if frame.has("opened-again", frame.lowers[first.last : m.first])]
    if again and not first.bound:
        return _Closure(first.options[-1][1], again[0].options[0][0], (first, again[0]), words)
    return None


def _is_use(frame: Frame, sentence: int, moment: Moment) -> bool:
    """Whether a verb for what people do at an open place stands near before or behind a time, told as past."""
    held = frame.facts.sentences[sentence]
    if frame.facts.paragraph_at(held.start).kind != "paragraph":
        return False
    uses = frame.facts.lexicon.words("use-lemmas")
    for clause in frame.facts.language.clauses:
        if clause.sentence != sentence or clause.lemma not in uses or clause.negated or clause.in_quote:
            continue
        near = -_REACH <= clause.verb - moment.first <= _REACH
        if near and clause.tense in ("past", "none") and clause.standing in ("done", "reported"):
            return True
    return False


def _is_there(frame: Frame, closure: _Closure, sentence: int) -> bool:
    """Whether a sentence speaks of the place: by a noun of the closure's, or by “it” or “its” near it."""
    here = frame.sentence(closure.parts[0].start)
    held = frame.facts.sentences[sentence]
    lemmas = frame.facts.language.lemmas[held.first : held.last]
    if not closure.words.isdisjoint(lemmas):
        return True
    near = abs(sentence - here) <= _SENTENCES
    return near and frame.has("place-pronouns", frame.lowers[held.first : held.last])
