"""Kin: the ages of two people against what the article says of them: a younger brother, a mother, three years apart."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Relation
from factlint.facts.model.layout import Stretch
from factlint.record import NamedTuple
from factlint.relations.time.frame import Frame
from factlint.relations.time.persons import Persons

_YEAR = 365.2425
_BEHIND = 5  # tokens from a word of kin to the age of whom it means
_AROUND = 2  # sentences in which the two ages stand
_NEAR = 3  # tokens from a length to “apart”, “older”
_YOUNGEST = 12  # years of age at which somebody may be a mother or father
_OLDEST = 75
_EVER = 120


class _Aged(NamedTuple):
    """An age with its place, the first token of it, and the number of the person, or none."""

    place: Stretch
    years: int
    token: int
    person: str | None


def find(frame: Frame) -> Iterator[Relation]:
    """Each word of kin or of a distance in age with the two ages that it speaks of."""
    aged = list(_aged(frame))
    if len(aged) < 2:
        return
    yield from _of_kin(frame, aged)
    yield from _apart(frame, aged)


def _aged(frame: Frame) -> Iterator[_Aged]:
    """Ages of the day of the article in the text itself: “Bertram, 74”, “her sister, 29”, “Gauri, who is 24”."""
    facts = frame.facts
    taken = set()
    persons = Persons(frame)
    for age in facts.ages:
        if age.block == "paragraph" and not age.past and not facts.in_quotation(age.start):
            token = frame.tokens.at(age.start)
            taken.add(token)
            person = None if persons.is_namesake(token, age.person.id) else age.person.id
            yield _Aged(Stretch(age.start, age.end), age.years, token, person)
    for figure in facts.figures:
        if figure.first in taken or figure.block != "paragraph" or figure.in_quote or not figure.first:
            continue
        told = frame.has("relative-copulas", frame.lowers[figure.first - 2 : figure.first])
        first = figure.first - frame.has("at-words", frame.lowers[figure.first - 1 : figure.first])  # “, at 75,”
        alone = frame.lowers[first - 1] == "," and frame.lowers[figure.last : figure.last + 1][:1] in (
            [","],
            ["."],
        )
        noun = first > 1 and facts.language.tags[first - 2] in ("NOUN", "PROPN")
        if ((alone and noun) or told) and figure.unit is None and 0 < figure.value < _EVER and figure.value % 1 == 0:
            yield _Aged(Stretch(figure.start, figure.end), round(figure.value), figure.first, None)


def _of_kin(frame: Frame, aged: list[_Aged]) -> Iterator[Relation]:
    lexicon, lowers = frame.facts.lexicon, frame.lowers
    kin, ways = lexicon.table("kin-of-ages"), lexicon.table("kin-comparatives")
    own = lexicon.words("personal-owners")
    for at in frame.tokens.positions(kin.keys()):
        way = ways.get(lowers[at - 1]) if at else None
        relation = str(kin[lowers[at]])
        if relation == "side" and way is None:
            continue
        owner = next((back for back in range(at - 1, max(-1, at - 4), -1) if lowers[back] in own), None)
        one = next((age for age in aged if 0 < age.token - at <= _BEHIND), None)
        if owner is None or one is None or _verb_between(frame, at, one.token):
            continue
        two = _owner_age(frame, aged, owner, one)
        if two is None:
            continue
        low, high = _allowed(relation, 0 if way is None else int(way), two.years)
        place = Stretch(frame.tokens.starts[owner], frame.tokens.ends[at])
        yield frame.relation(
            "kin-age", one.place, (one.years, one.years), (low, high), str(two.years), frame.text(place), "middling",
            (place, two.place),
        )  # fmt: skip


def _verb_between(frame: Frame, first: int, last: int) -> bool:
    return any(tag in ("VERB", "AUX") for tag in frame.facts.language.tags[first:last])


def _allowed(relation: str, way: int, years: int) -> tuple[int, int]:
    """The ages that somebody's kin may have."""
    if relation == "child":
        return max(0, years - _OLDEST), years - _YOUNGEST
    if relation == "grandchild":
        return 0, years - 2 * _YOUNGEST
    if relation == "parent":
        return years + _YOUNGEST, _EVER
    return (0, years) if way < 0 else (years, _EVER)


def _owner_age(frame: Frame, aged: list[_Aged], owner: int, one: _Aged) -> _Aged | None:
    """The age of whose kin it is: of the person whom the pronoun means, else the only other one around."""
    start = frame.tokens.starts[owner]
    person = next((p.person.id for p in frame.facts.pronouns if p.start == start and p.person), None)
    if person is not None:
        return next((age for age in aged if age.person == person and age is not one), None)
    here = frame.sentence(start)
    near = [age for age in aged if age is not one and here - 1 <= frame.sentence(age.place.start) <= here]
    return near[0] if len(near) == 1 else None


def _apart(frame: Frame, aged: list[_Aged]) -> Iterator[Relation]:
    """ "three years apart", "two years his senior": the only two ages around, a birthday more or less."""
    words, ways = frame.facts.lexicon.words("age-gap-words"), frame.facts.lexicon.table("age-gap-ways")
    for sentence, lengths in frame.lengths.items():
        for length in lengths:
            behind = frame.lowers[length.last : length.last + _NEAR]
            if length.unit != "year" or length.in_quote or words.isdisjoint(behind):
                continue
            near = [age for age in aged if not sentence or abs(frame.sentence(age.place.start) - sentence) <= _AROUND]
            if len(near) != 2:
                continue
            gap = abs(near[0].years - near[1].years)
            way = next((int(ways[word]) for word in behind if word in ways), 0)
            after = [age for age in near if 0 < age.token - length.last <= _BEHIND]
            if way and len(after) == 1:  # “four years her junior, at 75”
                other = near[0] if after[0] is near[1] else near[1]
                gap = way * (after[0].years - other.years)
            years = round((length.low + length.high) / 2 / _YEAR - 0.19)
            working = frame.say("difference-of-ages", one=near[0].years, two=near[1].years, result=gap)
            yield frame.relation(
                "kin-age", length, (years - 1, years + 1), (gap, gap), str(gap), working, "middling",
                (near[0].place, near[1].place),
            )  # fmt: skip
