"""Tenures: “has run the shop for 30 years” against “she took it over in 2004”, to the article's day or to an end."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Length, Moment, Relation
from factlint.language.model import Clause
from factlint.relations.time.frame import Frame, apart, comparable
from factlint.relations.time.persons import Persons
from factlint.relations.time.wording import told

_AROUND = 1  # sentences between a length and the beginning that it is counted from
_NEAR = 8  # tokens between a date and the word for what happened
_UNITS = ("year", "decade")
_SLACK = 400  # days by which a length and its years may differ
_SHORTEST = 4
_KINDS = ("year", "season", "month", "day")
_ROLES = ("for", "after", "", "over")
_COMING = frozenset({"motion", "social"})
_JOINED = frozenset({"group", "place"})


def find(frame: Frame) -> Iterator[Relation]:
    """Each length of years with the one beginning near it that has the same person or thing for its subject."""
    persons = Persons(frame)
    for sentence, lengths in frame.lengths.items():
        lengths = [length for length in lengths if _is_tenure(frame, length)]
        if len(lengths) != 1:
            continue
        around = range(max(0, sentence - _AROUND), sentence + _AROUND + 1)
        fixed = [m for other in around for m in frame.moments.get(other, ()) if _is_fixed(m)]
        begun = [m for m in fixed if _stage(frame, m, "begin")]
        ended = [m for m in fixed if _stage(frame, m, "end")]
        if not fixed:
            begun = list(_far(frame, lengths[0]))
        elif len(fixed) != len({*begun, *ended}) or len(ended) > 1:
            continue
        if len(begun) == 1 and not begun[0].in_quote:
            yield from _relation(frame, persons, lengths[0], begun[0], ended)


def _is_fixed(moment: Moment) -> bool:
    return bool(moment.options) and moment.fixed and not moment.relative and moment.kind in _KINDS


def _far(frame: Frame, length: Length) -> Iterator[Moment]:
    """The beginnings anywhere in the article of what lasts still, whose subject is named as that of the length is."""
    clause = _clause(frame, length)
    if clause is None or clause.tense != "present" or clause.kind == "relative" or length.role != "for":
        return
    for moments in frame.moments.values():
        for moment in moments:
            begun = _clause(frame, moment) if _is_fixed(moment) and not moment.in_quote else None
            if begun is None or begun.tense != "past" or begun.kind == "relative":
                continue
            if frame.has("relative-pronouns", frame.lowers[max(0, moment.first - _NEAR) : moment.first]):
                continue  # "says Airey, whose grandfather planted the first of them in 1926"
            if frame.facts.lexicon.table("event-words").get(frame.lowers[begun.verb]) != "begin":
                continue
            if not _names(frame, clause).isdisjoint(_names(frame, begun)):
                yield moment


def _clause(frame: Frame, time: Length | Moment) -> Clause | None:
    """The clause of a time; of one that opens a sentence, the first behind it."""
    language = frame.facts.language
    number = language.clause_of(time.first)
    if number is not None:
        return language.clauses[number]
    last = frame.facts.sentence_at(time.start).last
    return next((c for c in language.clauses if time.last <= c.verb < last and c.kind == "main"), None)


def _names(frame: Frame, clause: Clause) -> set[str]:
    """The names in the subject of a clause, without the ending of “the Tillotsons”."""
    if clause.subject is None:
        return set()
    language = frame.facts.language
    held = language.phrases[clause.subject]
    members = held.conjoined or (clause.subject,)
    tokens = [at for index in members for at in range(language.phrases[index].first, language.phrases[index].last)]
    return {_plain(frame.lowers[at]) for at in tokens if language.tags[at] == "PROPN"}


def _plain(name: str) -> str:
    return name.rstrip("s") if len(name) > _SHORTEST else name


def _is_tenure(frame: Frame, length: Length) -> bool:
    if (
        length.unit not in _UNITS
        or length.in_quote
        or frame.is_rate(length)
        or length.role not in _ROLES
        or length.hedge in ("next",)
    ):
        return False
    if frame.is_degree(length):
        return False
    near = frame.lowers[max(0, length.first - 4) : length.last + 3]
    return not frame.has("unrelated-duration-words", near) and not frame.has("term-words", near)


def _stage(frame: Frame, moment: Moment, stage: str) -> bool:
    """Whether the word next to a date is one of beginning, or of an end."""
    table = frame.facts.lexicon.table("event-words")
    sentence = frame.facts.sentences[frame.sentence(moment.start)]
    before = frame.lowers[max(sentence.first, moment.first - _NEAR) : moment.first]
    found = next((table[word] for word in reversed(before) if word in table), "")
    if not found and (number := frame.facts.language.clause_of(moment.first)) is not None:
        found = table.get(frame.lowers[frame.facts.language.clauses[number].verb], "")
    return found == stage


def _relation(frame: Frame, persons: Persons, length: Length, begun: Moment, ended: list[Moment]) -> Iterator[Relation]:
    if persons.is_of_a_belonging(begun):
        return
    one, two = persons.at(length.first), persons.at(begun.first)
    apart_in_text = abs(frame.sentence(begun.start) - frame.sentence(length.start)) > _AROUND
    if apart_in_text and None in (one, two):
        one = two = "same"  # told of one subject by its name
    if one != two or (one is None and frame.sentence(begun.start) != frame.sentence(length.start)):
        return
    if ended:
        last, text = ended[0].options[0], frame.text(ended[0])
    elif frame.now is not None and _lasts_still(frame, length):
        last, text = frame.now, frame.say("article-day" if frame.today else "now")
    else:
        return
    first = (min(days[0] for days in begun.options), max(days[1] for days in begun.options))
    if not comparable(first, last) or last[1] < first[1]:
        return
    low, high = apart(first, last)
    if length.high + _SLACK < low and _came(frame, begun):
        return
    computed = told(frame.facts.lexicon, low, high, length.unit)
    working = frame.say("lasting", one=frame.text(begun), two=text, result=computed)
    parts = (begun, *ended)
    yield frame.relation(
        "tenure", length, (length.low - _SLACK, length.high + _SLACK), (low, high), computed, working, "middling", parts
    )


def _came(frame: Frame, begun: Moment) -> bool:
    """ "joined in 2018 and has led it for four years": whether somebody came to where, later, something else began."""
    clause = _clause(frame, begun)
    if clause is None or clause.classes.isdisjoint(_COMING):
        return False
    joined = None if clause.object is None else frame.facts.language.phrases[clause.object]
    return joined is None or joined.proper or not joined.classes.isdisjoint(_JOINED)


def _lasts_still(frame: Frame, length: Length) -> bool:
    """Whether the clause of a length is in the present or the present perfect."""
    clause = _clause(frame, length)
    return clause is not None and clause.tense == "present"
