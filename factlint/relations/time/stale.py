"""Stale previews: what a sentence tells as over, and a clause of it still announces: “which will open … drew”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Relation
from factlint.facts.model.layout import Stretch
from factlint.language.model import Clause, Phrase
from factlint.relations.time.frame import Frame
from factlint.relations.time.stages import stage_at

_NEAR = 8  # tokens from the subject to the verb of its relative clause


def find(frame: Frame) -> Iterator[Relation]:
    """Each relative clause in the future, with a verb of beginning or marking, on the subject of a verb in the past."""
    language = frame.facts.language
    for number, clause in enumerate(language.clauses):
        if clause.tense != "future" or clause.in_quote or clause.negated:
            continue
        if not stage_at(frame, clause.verb) and not frame.has("celebrating-words", (clause.lemma,)):
            continue
        subject = _described(frame, clause)
        main = language.clauses[number + 1] if number + 1 < len(language.clauses) else None
        if subject is None or main is None or not _over(frame, main, clause):
            continue
        place, other = Stretch(clause.start, clause.end), Stretch(main.start, main.end)
        yield frame.relation(
            "stale", place, (1, 1), (-1, 0), frame.text(other), frame.text(subject), "middling", (other,)
        )


def _described(frame: Frame, clause: Clause) -> Phrase | None:
    """The event at the head of the sentence of which a clause with “that” or “which” speaks."""
    first = frame.facts.sentences[clause.sentence].first
    number = frame.facts.language.phrase_at(first)
    subject = None if number is None else frame.facts.language.phrases[number]
    if subject is None or subject.proper or {"event", "act", "document"}.isdisjoint(subject.classes):
        return None
    between = frame.lowers[subject.last : min(clause.first, subject.last + _NEAR)]
    return subject if frame.has("relative-links", between[:2]) else None


def _over(frame: Frame, main: Clause, clause: Clause) -> bool:
    """Whether the next verb tells as done what has been announced, with nothing that sets it apart."""
    if main.sentence != clause.sentence or main.tense != "past" or main.standing != "done" or main.negated:
        return False
    begins = stage_at(frame, main.verb) == "begin" or "saying" in main.classes
    setting = begins or frame.has("planning-verbs", (main.lemma,))
    return not setting and not frame.has("stale-breaks", frame.lowers[clause.last : main.verb])
