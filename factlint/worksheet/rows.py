"""Facts and findings → the rows of a worksheet, in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from factlint.ground import Ground
from factlint.lint.findings import Finding, Lines
from factlint.read.article import DISPLAY_KINDS
from factlint.record import NamedTuple
from factlint.tokens import Placed
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.facts.model import Person

_say = wording("worksheet")
_LONGEST = 300  # characters of a quote
#: The kinds in the order in which totals are told, each with the name of its total.
KINDS = {
    "headline": "headlines",
    "name": "names",
    "quote": "quotes",
    "figure": "figures",
    "date": "dates",
    "place": "places",
    "body": "bodies",
}


class Row(NamedTuple):
    """One thing to check.

    number: from 1.
    line: its line in the file, from 1.
    paragraph: its paragraph, from 1; 0 for what stands above or beside the text: headline, standfirst, caption.
    kind: headline, name, quote, figure, date, place or body.
    item: as written.
    about: what the article says of it.
    findings: what is wrong with it: code and message each.
    """

    number: int
    line: int
    paragraph: int
    kind: str
    item: str
    about: str
    findings: tuple[str, ...]


def rows_of(ground: Ground, findings: Iterable[Finding]) -> list[Row]:
    """Everything there is to check; each finding stands beside the smallest thing that holds it, else the first.

    A name, a place or a body is told where it first stands; what is found in it later stands there too.
    """
    lines = Lines(ground.source)
    things = sorted(_things(ground), key=lambda row: (ground.place(row[1][0]).start, list(KINDS).index(row[0])))
    spots = [(n, ground.place(fact)) for n, thing in enumerate(things) for fact in thing[1]]
    beside: dict[int, list[str]] = {}
    for finding in findings:
        touched = [(n, place) for n, place in spots if _meet(place, finding)]
        holding = [(n, place) for n, place in touched if place.start <= finding.start and finding.end <= place.end]
        if touched:
            best, _ = min(holding or touched, key=lambda row: (row[1].end - row[1].start) if holding else row[1].start)
            beside.setdefault(best, []).append(f"{finding.code}: {finding.message}")
    numbers = _paragraphs(ground)
    return [
        Row(n + 1, line, numbers[ground.facts.paragraph_at(facts[0].start).start], kind, item, about, found)
        for n, (kind, facts, item, about) in enumerate(things)
        for line, found in [(lines.at(ground.place(facts[0]).start)[0], tuple(beside.get(n, ())))]
    ]


def _paragraphs(ground: Ground) -> dict[int, int]:
    """The numbers of the paragraphs, from 1, by where they start; 0 for what is shown around the text."""
    numbers, number = {}, 0
    for block in ground.facts.paragraphs:
        shown = block.kind in DISPLAY_KINDS
        number += not shown
        numbers[block.start] = 0 if shown else number
    return numbers


def left_over(ground: Ground, rows: Iterable[Row], findings: Iterable[Finding]) -> list[tuple[int, str]]:
    """The findings that stand beside no row, each with its line."""
    told, lines = {text for row in rows for text in row.findings}, Lines(ground.source)
    texts = ((lines.at(f.start)[0], f"{f.code}: {f.message}") for f in findings)
    return [(line, text) for line, text in texts if text not in told]


def totals(rows: Iterable[Row], findings: int) -> list[str]:
    """How many of each kind there are, in words."""
    counts = Counter(row.kind for row in rows)
    told = [_say.counted("total", sum(counts.values()))]
    told += [_say.counted(name, counts[kind]) for kind, name in KINDS.items() if counts[kind]]
    return [*told, _say.counted("flags", findings)]


def _meet(place: Any, finding: Finding) -> bool:
    return bool(place.start < max(finding.end, finding.start + 1) and finding.start < place.end)


def _things(ground: Ground) -> Iterator[tuple[str, Sequence[Placed], str, str]]:
    """What can be checked: its kind, its places, the words at the first and what is said of it."""
    for headline in ground.of("headline"):
        yield "headline", [headline], ground.words(headline), ""
    for person in ground.of("person"):
        yield "name", [person, *person.names], ground.words(person), _about_person(ground, person)
    for quote in ground.of("quote"):
        speaker = quote.speaker
        who = None if speaker is None else speaker.person.name if speaker.person else speaker.text
        about = _say("nobody") if who is None else _say("speaker", name=who)
        yield "quote", [quote], ground.words(quote, _LONGEST), about
    for figure in ground.of("figure"):
        yield "figure", [figure], ground.words(figure), _about_figure(ground, figure)
    for found in ground.of("date"):
        yield "date", [found], ground.words(found), _about_date(found)
    places, bodies = _parted(ground.of("place"), ground.of("organization"))
    for kind, facts in (("place", places), ("body", bodies)):
        seen: dict[str, list[Placed]] = {}
        for fact in facts:
            seen.setdefault(ground.words(fact), []).append(fact)
        for words, named in seen.items():
            yield kind, named, words, _say.counted("named", len(named))


def _about_person(ground: Ground, person: Person) -> str:
    parts = [person.name] if person.name != ground.words(person) else []
    parts += ground.roles(person)
    age = ground.age(person)
    parts += [] if age is None else [_say("age", years=age)]
    return ", ".join([*parts, _say.counted("named", len(person.names))])


def _about_figure(ground: Ground, figure: Any) -> str:
    words = ground.words(figure).lower()
    # What the figure's own words say already is no news.
    what = figure.subject if figure.subject and figure.subject.lower() not in words else ""
    source = _source_of(ground, figure)
    return "; ".join([_say("counts", what=what), source] if what else [source])


def _source_of(ground: Ground, figure: Any) -> str:
    """Who is said to have the figure, by name where a pronoun stands for somebody; “it” alone names nobody."""
    source = figure.source
    if source is None:
        return _say("unsourced")
    for pronoun in ground.of("pronoun"):
        if pronoun.start == source.start and pronoun.end == source.end:
            return _say("sourced", source=pronoun.person.name) if pronoun.person else _say("unsourced")
    return _say("sourced", source=ground.words(source))


def _parted(places: Iterable[Placed], bodies: Iterable[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Places and bodies, so that what is taken for both is told once: as the longer of the two, else as a place."""
    spots, groups = list(places), list(bodies)
    apart = [place for place in spots if not any(_within(place, body) for body in groups)]
    return apart, [body for body in groups if not any(_meets(body, place) for place in apart)]


def _within(one: Placed, other: Placed) -> bool:
    return other.start <= one.start and one.end <= other.end and (one.start, one.end) != (other.start, other.end)


def _meets(one: Placed, other: Placed) -> bool:
    return one.start < other.end and other.start < one.end


def _about_date(found: Any) -> str:
    if not found.value:
        return "" if found.precision == "time" else _say("unclear")
    try:
        day = date.fromisoformat(found.value)
    except ValueError:
        return str(found.value)
    return _say("weekday", weekday=f"{day:%A}", day=found.value)
