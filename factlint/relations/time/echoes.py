"""Echoes: when that happened which a passage calls up again: “after it left”, “before the accident”, “once it shut”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.facts.model import Clock, Moment
from factlint.lexicon import Lexicon, derived
from factlint.relations.time.frame import Frame
from factlint.relations.time.orders import chains_at

_REACH = 12  # tokens around a time that tell what happened then
_ROOT = 5  # letters that “explosion” and “exploded” have in common
_OPEN = ("NOUN", "VERB")
_PALE = frozenset({"time", "quantity", "person", "place"})

Time = Moment | Clock


def keys_of(frame: Frame, first: int, last: int) -> set[str]:
    """What happens in a stretch of tokens: dictionary forms, roots, and the chains and stages that they belong to."""
    found: set[str] = set()
    for at in range(first, last):
        found.update(_keys(frame, at))
    return found


def _keys(frame: Frame, at: int) -> Iterator[str]:
    language, lexicon = frame.facts.language, frame.facts.lexicon
    lemma, tag = language.lemmas[at], language.tags[at]
    for chain, stage in chains_at(frame, at):
        yield f"{chain} {stage}"
    stage_of = _hours(lexicon).get(frame.lowers[at])
    if stage_of:
        yield stage_of
    if tag not in _OPEN:
        return
    yield from _happenings(frame, at)
    if lemma in lexicon.words("pale-lemmas") or (tag != "VERB" and not _PALE.isdisjoint(_classes(frame, at))):
        return
    yield lemma[:_ROOT] if len(lemma) > _ROOT else lemma


def _happenings(frame: Frame, at: int) -> tuple[str, ...]:
    """The rows of the happenings to which a word belongs, with the particle behind it or alone."""
    lemma, rows = frame.facts.language.lemmas[at], _rows(frame.facts.lexicon)
    found = rows.get(f"{lemma} {frame.lowers[at + 1]}") if at + 1 < len(frame.lowers) else None
    return found or rows.get(lemma, ())


@derived
def _rows(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Each word of the happenings with the rows that it stands in: a team goes down, and so does a ship."""
    found: dict[str, tuple[str, ...]] = {}
    for row, words in lexicon.values("happenings").items():
        for word in words:
            found[word] = (*found.get(word, ()), str(row))
    return found


def _classes(frame: Frame, at: int) -> frozenset[str]:
    number = frame.facts.language.phrase_at(at)
    phrase = None if number is None else frame.facts.language.phrases[number]
    return phrase.classes if phrase is not None and phrase.head == at else frozenset()


@derived
def _hours(lexicon: Lexicon) -> dict[str, str]:
    """Each word of a day's programme with its chain and stage."""
    return {str(word): str(stage) for word, stage in lexicon.table("hour-stages").items()}


def around(frame: Frame, time: Time, others: Sequence[Time]) -> set[str]:
    """What the words around a time say happened then, no other time of its sentence between."""
    held = frame.facts.sentences[frame.sentence(time.start)]
    floor = max([held.first, *(other.last for other in others if other.last <= time.first)])
    roof = min([held.last, *(other.first for other in others if other.first >= time.last)])
    return keys_of(frame, max(floor, time.first - _REACH), time.first) | keys_of(
        frame, time.last, min(roof, time.last + _REACH)
    )


def answered(frame: Frame, called: set[str], times: Sequence[Time]) -> list[Time]:
    """The times at which something happened that is called up, in order of place."""
    if not called:
        return []
    return [time for time in times if not called.isdisjoint(around(frame, time, times))]
