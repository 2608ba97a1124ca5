"""What an editor shows where the pointer rests: the rule's why, who this is, what a figure is held against."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from factlint.ground import Ground, first
from factlint.tokens import Placed
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.facts.model import Person
    from factlint.lint.findings import Finding
    from factlint.lint.rule import Rule
    from factlint.lsp.positions import Positions

_say = wording("lsp")
_MOST_QUOTES = 3
_LONGEST = 120  # characters of a quoted sentence
_SURE = 0.8
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def about_finding(finding: Finding, rule: Rule | None, page: str | None) -> str:
    """A finding with what to do, and why it matters."""
    parts = [
        _say("finding", severity=finding.severity, code=finding.code, rule=finding.rule, message=plain(finding.message))
    ]
    if finding.help:
        parts.append(_say("help", help=plain(finding.help)))
    if rule is not None:
        parts.append(_say("why", why=plain(" ".join(rule.why.split()))))
    if page:
        parts.append(_say("page", code=finding.code, page=page))
    return "\n\n".join(parts)


def about_facts(ground: Ground, positions: Positions, offset: int) -> list[str]:
    """What the article tells of whatever stands at a place: the person, the figure, the date; else whose words."""
    person = ground.person_at(offset)
    if person is not None:
        return ["\n\n".join(_about_person(ground, positions, person, offset))]
    for kind, about in (("figure", _about_figure), ("date", _about_date), ("quote", _about_quote)):
        for fact in ground.at(ground.of(kind), offset):
            return ["\n\n".join(about(ground, positions, fact))]
    return []


def plain(text: str) -> str:
    """A text in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", text)


def _about_person(ground: Ground, positions: Positions, person: Person, offset: int) -> Iterator[str]:
    age = ground.age(person)
    roles = [*ground.roles(person), *([] if age is None else [_say("age", years=age)])]
    name = plain(person.name)
    yield _say("person with roles", name=name, roles=plain(", ".join(roles))) if roles else _say("person", name=name)
    pronouns = [p for p in ground.of("pronoun") if p.person is not None and p.person.id == person.id]
    here = first(ground.at(pronouns, offset), lambda pronoun: True)
    if here is not None:
        sure = "stands for" if here.sure >= _SURE else "may stand for"
        yield _say(sure, words=plain(ground.words(here)), name=name)
    start = ground.introduction(person)
    if start is not None and (person.introduced or person.described):
        words = plain(ground.words(ground.sentence_of(start), _LONGEST))
        yield _say("introduced", line=positions.line(ground.place(start).start), words=words)
    else:
        yield _say("never introduced")
    quotes = ground.quotes_of(person)
    counts = (("named", len(person.names)), ("meant", len(pronouns)), ("quoted", len(quotes)))
    told = ", ".join(_say.counted(name, number) for name, number in counts if number)
    yield told[:1].upper() + told[1:] + "."
    for quote in quotes[:_MOST_QUOTES]:
        line = positions.line(ground.place(quote).start)
        yield "- " + _say("said", line=line, words=plain(ground.words(quote, _LONGEST).strip("“”\"'‘’")))
    if len(quotes) > _MOST_QUOTES:
        yield "- " + _say("more", n=len(quotes) - _MOST_QUOTES)


def _about_figure(ground: Ground, positions: Positions, figure: Any) -> Iterator[str]:
    words = plain(ground.words(figure))
    what = ", ".join(str(part) for part in (figure.subject, figure.unit) if part)
    yield _say("figure of", words=words, what=plain(what)) if what else _say("figure", words=words)
    if figure.source is not None:
        yield _say("source", source=plain(ground.words(figure.source)))
    elif figure.finding is not None:
        yield _say("no source")
    yield from _held_against(ground, figure)
    for other in figure.restated:
        line = positions.line(ground.place(other).start)
        yield "- " + _say("against", line=line, words=plain(ground.words(other)))


def _held_against(ground: Ground, figure: Any) -> Iterator[str]:
    """The sums that a figure has a part in, and whether they come out."""
    told = set()
    for relation in ground.of("relation"):
        if any(_meet(place, figure) for place in (relation, *relation.parts)) and relation.working:
            agrees = relation.supported or not relation.stated.misses(relation.computed)
            told.add((agrees, relation.working, relation.stated_text, relation.computed_text))
    for sum_ in ground.of("calculation"):
        if _meet(sum_, figure) and sum_.working:
            told.add((sum_.agrees, sum_.working, sum_.stated_text, sum_.computed_text))
    for agrees, working, stated, computed in sorted(told):
        if agrees:
            yield "- " + _say("agrees", working=plain(working))
        else:
            yield "- " + _say("worked out", working=plain(working), stated=plain(stated), computed=plain(computed))


def _meet(one: Placed, other: Placed) -> bool:
    return one.start < other.end and other.start < one.end


def _about_date(ground: Ground, positions: Positions, found: Any) -> Iterator[str]:
    words = plain(ground.words(found))
    if found.value is None:
        yield _say("unclear date", words=words)
        return
    day = str(found.value)
    with contextlib.suppress(ValueError):
        day = f"{date.fromisoformat(day):%A} {day}"
    yield _say("date", words=words, day=day)


def _about_quote(ground: Ground, positions: Positions, quote: Any) -> Iterator[str]:
    if quote.speaker is None:
        yield _say("quote by nobody")
        return
    person = quote.speaker.person
    yield _say("quote by", name=plain(person.name if person is not None else quote.speaker.text))
