"""Stale previews: what a sentence tells as over, and a clause of it still announces: “which will open … drew”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Relation
from factlint.facts.model.layout import Stretch
from factlint.language.model import Clause, Phrase
from factlint.relations.time.frame import Frame
from factlint.relations.time.stages import stage_at

_BEHIND = 3  # sentences behind an event told as over in which it is announced
_NEAR = 8  # tokens from the subject to the verb of its relative clause


def find(frame: Frame) -> Iterator[Relation]:
    """Each relative clause in the future on the subject of a verb in the past; each event over that is announced."""
    yield from _announced_after(frame)
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


def _announced_after(frame: Frame) -> Iterator[Relation]:
    """ "at last Sunday's fête … The event will draw 700": what is told as over, and announced once more behind that."""
    language, weekdays = frame.facts.language, frame.facts.lexicon.table("weekdays")
    which = frame.facts.lexicon.table("which-one")
    for at in frame.tokens.positions(weekdays.keys()):
        number = language.phrase_at(at)
        owned = None if number is None else _owned(frame, number)
        if owned is None or at == 0 or which.get(frame.lowers[at - 1]) != -1 or frame.facts.quoted[at]:
            continue
        sentence = frame.sentence(frame.tokens.starts[at])
        told = [c for c in language.clauses if c.sentence == sentence]
        if not any(c.tense == "past" and c.standing == "done" for c in told) or any(c.tense == "future" for c in told):
            continue
        for clause in language.clauses:
            if not 0 <= clause.sentence - sentence <= _BEHIND or clause.tense != "future" or clause.in_quote:
                continue
            if clause.negated or frame.has("next-time-words", frame.words(clause.sentence)):
                continue
            named = language.phrase_at(clause.first - 1) if clause.subject is None else clause.subject
            subject = None if named is None else language.phrases[named]
            if subject is not None and _is_the_same(frame, owned, subject):
                place = Stretch(clause.start, clause.end)
                other = Stretch(frame.tokens.starts[at - 1], owned.end)
                yield frame.relation(
                    "stale", place, (1, 1), (-1, 0), frame.text(other), frame.text(subject), "middling", (other,)
                )


def _owned(frame: Frame, number: int) -> Phrase | None:
    """The phrase right behind one that a genitive ends: “fête” of “last Sunday's fête”."""
    phrases = frame.facts.language.phrases
    following = phrases[number + 1] if number + 1 < len(phrases) else None
    return following if following is not None and following.owner == number and not following.proper else None


def _is_the_same(frame: Frame, event: Phrase, subject: Phrase) -> bool:
    """Whether a subject is the event by its noun or by one for any event, with “the” alone before it."""
    bare = frame.has("definite-articles", (subject.determiner or "",)) and subject.owner is None and subject.of is None
    return bare and (subject.lemma == event.lemma or frame.has("any-event-nouns", (subject.lemma,)))


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
