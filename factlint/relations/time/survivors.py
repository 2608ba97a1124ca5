"""Survivors: somebody named among those who outlive another, and told elsewhere to have died."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.facts.model import Relation
from factlint.facts.model.layout import Stretch

if TYPE_CHECKING:
    from factlint.language.model import Clause
    from factlint.relations.time.frame import Frame


def find(frame: Frame) -> Iterator[Relation]:
    """Each survivor with the place that tells of his or her death."""
    language, lexicon = frame.facts.language, frame.facts.lexicon
    surviving = language.places_of(lexicon.words("surviving-lemmas"))
    if not surviving:
        return
    by = lexicon.words("by-words")
    dead = _dead(frame)
    for at in surviving:
        number = language.clause_of(at)
        clause = language.clauses[number] if number is not None else None
        if not dead or clause is None or clause.verb != at or clause.voice != "passive" or clause.negated:
            continue
        end = frame.facts.sentences[clause.sentence].last
        behind = [p for p in language.phrases if clause.last <= p.first < end and p.sentence == clause.sentence]
        if frame.lowers[clause.last : clause.last + 1] == [] or frame.lowers[clause.last] not in by:
            continue
        for phrase in behind:
            name = frame.lowers[phrase.head]
            death = dead.get(name) if phrase.proper else None
            if death is not None and death.start < phrase.start:
                place = Stretch(frame.tokens.starts[phrase.head], frame.tokens.ends[phrase.head])
                text = frame.text(place)
                yield frame.relation("survivor", place, (1, 1), (0, 0), text, text, "strong", (death,))


def _dead(frame: Frame) -> dict[str, Stretch]:
    """Where the article tells of whose death, by the last word of the name; of a name that several bear, of none."""
    language = frame.facts.language
    dying = frame.facts.lexicon.words("dying-lemmas")
    found: dict[str, Stretch] = {}
    for at in language.places_of(dying):
        number = language.clause_of(at)
        clause = language.clauses[number] if number is not None else None
        if clause is None or clause.verb != at or clause.negated or clause.tense != "past":
            continue
        head = _who(frame, clause)
        if head is not None and language.tags[head] == "PROPN":
            found.setdefault(frame.lowers[head], Stretch(frame.tokens.starts[head], clause.end))
    return {name: place for name, place in found.items() if not _of_several(frame, name)}


def _who(frame: Frame, clause: Clause) -> int | None:
    """The token of the head of whoever dies; of “who” of the name right before."""
    if clause.subject is None:
        return None
    phrases = frame.facts.language.phrases
    subject = phrases[clause.subject]
    relative = frame.lowers[subject.head] in frame.facts.lexicon.words("relative-words")
    number = clause.subject - 1 if relative and clause.subject else clause.subject
    named = [phrase.head for phrase in phrases[number + 1 : number + 3] if phrase.apposition_of == number]
    return named[0] if named and not phrases[number].proper else phrases[number].head


def _of_several(frame: Frame, name: str) -> bool:
    """Whether two people of the article have a name in common: a family name."""
    return sum(name in person.name.lower().split() for person in frame.facts.people) > 1
