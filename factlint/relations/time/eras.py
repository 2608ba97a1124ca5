"""Eras: “the 19th-century church, built in 1911”, “in the sixties, in 1973”, “the Victorian baths, opened in 1926”."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Moment, Relation
from factlint.facts.model.layout import Stretch
from factlint.facts.time.calendar import is_floating, parts_of, years
from factlint.language.model import Clause, Phrase
from factlint.relations.time.frame import Frame, Link
from factlint.relations.time.persons import Persons

_NEAR = 12  # tokens between an era and the year
_AROUND = 3  # sentences to the year in which the same thing was raised
_NEXT = 160  # years from the middle of a century to those of the one beside it
_BESIDE = 4  # tokens between a decade and a year that are one time
_OF_THEM = 4  # tokens of “most of them in”
_APPOSED = 6  # tokens of “, at the height of the”


def find(frame: Frame) -> Iterator[Relation]:
    """Each era that a thing is said to be of, with the year of its building in the same sentence."""
    lexicon = frame.facts.lexicon
    eras = lexicon.table("eras")
    built = lexicon.words("building-words")
    for at in frame.tokens.positions(eras.keys()):
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
        low, high = map(int, eras[frame.lowers[at]].split())
        yield from _dated(frame, place, at, years(low, high), built)
    persons = Persons(frame)
    for moments in frame.moments.values():
        for era in moments:
            if era.kind == "century":
                yield from _dated(frame, Stretch(era.start, era.end), era.first, era.options[0], built)
                yield from _raised(frame, persons, era)
                yield from _made(frame, persons, era)
                yield from _rest(frame, era, moments)
            elif era.kind == "decade":
                yield from _beside(frame, era, moments)
                yield from _parts(frame, era, moments)
                yield from _rest(frame, era, moments)


def _dated(frame: Frame, place: Stretch, at: int, span: tuple[int, int], built: frozenset[str]) -> Iterator[Relation]:
    near = [
        moment
        for moment in frame.moments.get(frame.sentence(place.start), ())
        if moment.kind in ("year", "month", "day") and moment.fixed and not moment.relative and moment.options
    ]
    for moment in near:
        if abs(moment.first - at) > _NEAR or moment.in_quote or is_floating(moment.options[0]):
            continue
        if built.isdisjoint(frame.lowers[max(0, moment.first - _BESIDE) : moment.first]):
            continue
        yield _relation(frame, moment, place, span, "strong" if len(near) == 1 else "weak")


def _raised(frame: Frame, persons: Persons, era: Moment) -> Iterator[Relation]:
    """ "the 19th-century house. … It was put up in 1904": the year that another sentence gives for the same thing."""
    language = frame.facts.language
    number = language.phrase_at(era.last - 1)
    thing = None if number is None else language.phrases[number]
    if thing is None or "artefact" not in thing.classes or era.in_quote:
        return
    here = frame.sentence(era.start)
    for other in range(here - _AROUND, here + _AROUND + 1):
        for moment in frame.moments.get(other, ()) if other != here else ():
            held = persons.clause_of(moment) if moment.fixed and moment.options and not moment.in_quote else None
            if held is None or moment.kind not in ("year", "month", "day"):
                continue
            clause = language.clauses[held]
            subject = None if clause.subject is None else language.phrases[clause.subject]
            same = subject is not None and _means(frame, subject, clause, thing)
            if same and clause.voice == "passive" and frame.has("raising-lemmas", (clause.lemma,)):
                yield _relation(frame, moment, Stretch(era.start, era.end), era.options[0], "middling")


def _made(frame: Frame, persons: Persons, era: Moment) -> Iterator[Relation]:
    """ "a screen of the 14th century …. It bears the date 1457": the one year in which the article has it made."""
    language, here = frame.facts.language, frame.sentence(era.start)
    if era.in_quote:
        return
    told = []
    for other in range(here - _AROUND, here + _AROUND + 1):
        for moment in frame.moments.get(other, ()):
            held = persons.clause_of(moment) if moment.kind in ("year", "month", "day") and moment.fixed else None
            clause = None if held is None else language.clauses[held]
            if clause is not None and moment.options and frame.has("making-lemmas", (clause.lemma,)):
                subject = None if clause.subject is None else language.phrases[clause.subject]
                if subject is None or (subject.pronoun and "person" not in subject.classes):
                    told.append(moment)
    days = [moment.options[-1] for moment in told]
    if not days or any(era.options[0][0] <= day[0] <= era.options[0][1] for day in days):
        return
    away = abs(parts_of(days[0][0])[0] - parts_of(sum(era.options[0]) // 2)[0])
    if away <= _NEXT:
        yield _relation(frame, told[0], Stretch(era.start, era.end), era.options[0], "middling")


def _means(frame: Frame, subject: Phrase, clause: Clause, thing: Phrase) -> bool:
    """Whether the subject of a clause is a thing named before: “it”, “the chapel”, “the chapel, which”."""
    if subject.pronoun in frame.facts.lexicon.words("impersonal-pronouns") or subject.lemma == thing.lemma:
        return True
    before = frame.facts.language.lemmas[max(0, clause.first - _BESIDE) : clause.first]
    return clause.kind == "relative" and thing.lemma in before


def _beside(frame: Frame, era: Moment, moments: list[Moment]) -> Iterator[Relation]:
    """ "in the 1960s, in 1973": a year told in one breath with its decade."""
    words = frame.facts.lexicon.union("leads-to", "part-of-time", "heights-of-seasons", "of-words")
    for moment in moments:
        between = range(era.last, moment.first) if moment.first >= era.last else range(moment.last, era.first)
        if moment.kind != "year" or len(between) > _APPOSED or moment.in_quote or not moment.options:
            continue
        joined = [frame.lowers[at] for at in between]
        if joined and all(word in words for word in joined) and ("," in joined or "(" in joined):
            yield _relation(frame, moment, Stretch(era.start, era.end), era.options[0], "middling")


def _parts(frame: Frame, era: Moment, moments: list[Moment]) -> Iterator[Relation]:
    """ "In the 1980s the works shed 900 men, most of them in 1991": a part of what an era had lies in it."""
    for moment in moments if not era.in_quote else ():
        before = frame.lowers[max(0, moment.first - _OF_THEM) : moment.first]
        part = frame.has("of-words", before) and frame.has("plural-pronouns", before) and moment.first > era.last
        if part and moment.kind == "year" and moment.fixed and moment.options and not moment.relative:
            yield _relation(frame, moment, Stretch(era.start, era.end), era.options[0], "middling")


def _rest(frame: Frame, era: Moment, moments: list[Moment]) -> Iterator[Relation]:
    """ "built in 1874 and, for the rest of the 18th century, …": what has a rest has begun within it."""
    if era.in_quote or not frame.has("rest-of-an-era-words", frame.lowers[max(0, era.first - _BESIDE) : era.first]):
        return
    told = [m for m in moments if m.last <= era.first and m.kind in ("year", "month", "day") and m.fixed and m.options]
    if told and not is_floating(told[-1].options[0]):
        yield _relation(frame, told[-1], Stretch(era.start, era.end), era.options[0], "middling")


def _relation(frame: Frame, moment: Moment, place: Stretch, span: tuple[int, int], link: Link) -> Relation:
    low, high = parts_of(span[0])[0], parts_of(span[1])[0]
    text = frame.say("span", one=low, two=high)
    return frame.relation(
        "era",
        moment,
        (parts_of(moment.options[-1][0])[0], parts_of(moment.options[-1][1])[0]),
        (low, high),
        text,
        frame.text(place),
        link,
        (place,),
    )
