"""Ages in the headline, and words that tell an age, against the ages of the text."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.facts.model import Figure, Relation
from factlint.facts.model.layout import Stretch
from factlint.relations.time.frame import Frame, Link, Place

_OLDEST = 119
_CLOSE = 12  # years within which the age of the text may be meant by the headline's
_LEAD = 2  # sentences at the head of the text
_DISPLAY = ("headline", "heading")
_BESIDE = 6  # tokens between a word for an age and the age


def find(frame: Frame) -> Iterator[Relation]:
    """Each age of the headline with the nearest of the text, and each word for an age with the age beside it."""
    yield from _headline(frame)
    yield from _words(frame)


def _headline(frame: Frame) -> Iterator[Relation]:
    heads = frame.facts.headlines
    if not heads:
        return
    head = heads[0]
    told = [figure for figure in frame.facts.figures if figure.start < head.end and is_age(frame, figure)]
    ages = [figure for figure in frame.facts.figures if figure.start >= head.end and is_age(frame, figure)]
    ages = [figure for figure in ages if figure.block not in _DISPLAY]
    beside = {age.start: age.years for age in frame.facts.ages if age.start >= head.end}
    text_ages: dict[int, tuple[Place, int]] = {figure.start: (figure, round(figure.value)) for figure in ages}
    for age in frame.facts.ages:
        if age.start >= head.end and age.start not in text_ages:
            text_ages[age.start] = (Stretch(age.start, age.end), age.years)
    for figure in told if text_ages else ():
        years = round(figure.value)
        nearest = min(text_ages.values(), key=lambda one: abs(one[1] - years))
        close = [one for one in text_ages.values() if abs(one[1] - years) <= _CLOSE]
        supported = any(value == years for _, value in text_ages.values()) or _counted(frame, head.end, years)
        place = Stretch(figure.start, figure.end)
        sure = beside and len({value for _, value in close}) == 1 and _of_lead(frame, head.end, nearest[0])
        link: Link = "strong" if sure else "middling" if close else "weak"
        yield frame.relation(
            "headline-age", place, (years, years), (nearest[1], nearest[1]), str(nearest[1]),
            str(nearest[1]), link, (nearest[0],), supported,
        )  # fmt: skip


def is_age(frame: Frame, figure: Figure) -> bool:
    """Whether a figure is an age: by its words, or alone between marks behind a word: “Girl, 9, steers”."""
    if not 0 < figure.value <= _OLDEST or figure.value % 1 or figure.unit not in (None, "year"):
        return False
    if figure.claim == "age":
        return figure.value >= 1
    lowers = frame.lowers
    before = lowers[figure.first - 1] if figure.first else ""
    after = lowers[figure.last] if figure.last < len(lowers) else "."
    if before not in (",", "(") or after not in (",", ")", ".", ";"):
        return False
    word = lowers[figure.first - 2] if figure.first > 1 else ""
    return word[:1].isalpha() and frame.facts.language.tags[figure.first - 2] in ("NOUN", "PROPN")


def _counted(frame: Frame, start: int, number: int) -> bool:
    """Whether the text has the headline's number by itself, or tells a birth from which the age is to be reckoned."""
    born = frame.has("birth-words", list(frame.tokens.index)) and any(m.fixed for m in frame.facts.moments)
    return born or any(
        figure.start >= start and figure.value == number and figure.unit in (None, "year")
        for figure in frame.facts.figures
    )


def _of_lead(frame: Frame, start: int, age: Place) -> bool:
    """Whether an age of the text is told of the first person that it names, or at its head."""
    first = next((mention.person for mention in frame.facts.mentions if mention.start >= start), None)
    person = next((held.person for held in frame.facts.ages if held.start == age.start), None)
    return frame.sentence(age.start) <= frame.sentence(start) + _LEAD or (first is not None and person is first)


def _words(frame: Frame) -> Iterator[Relation]:
    """ "the teenager, 23": a word that tells an age, and the age of the same breath."""
    table = frame.facts.lexicon.table("age-words")
    for at in frame.tokens.positions(table.keys()):
        place = Stretch(frame.tokens.starts[at], frame.tokens.ends[at])
        sentence = frame.facts.sentence_at(place.start)
        near = [
            figure
            for figure in frame.facts.figures
            if at < figure.first <= at + _BESIDE and figure.start < sentence.end and is_age(frame, figure)
        ]
        if near and not frame.facts.in_quotation(place.start):
            low, high = map(int, table[frame.lowers[at]].split())
            years = round(near[0].value)
            direct = near[0].first <= at + 2
            yield frame.relation(
                "age-word", place, (low, high), (years, years), str(years), str(years),
                "strong" if direct else "weak", (near[0],),
            )  # fmt: skip
