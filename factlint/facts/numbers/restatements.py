"""Restatements: places where an article seems to give one thing two different figures.

Three signs are looked for. "The 227 workers" takes up a count that was never given so. A headline's figure stands
nowhere in the body, while the body's opening gives another of its kind. Two figures of one kind differ in a single
digit, and stand in like words, for one holder.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.facts.model import Figure
from factlint.facts.numbers.likeness import Likeness
from factlint.lexicon import Bundle, Lexicon
from factlint.tokens import DASHES

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_MOST_COMPARED = 200  # figures of one unit and subject that are compared pair by pair
_ENOUGH = 2.8  # score from which two figures are held to be meant for one thing
_ENOUGH_FOR_FEW = 4.5  # the same for figures of so few digits that two differ in one by chance
_FEW = 2  # digits
_LONG = 5  # digits of a figure whose last ones are told as noughts
_OPENING = 5  # sentences of the body in which a headline's figure is looked for first
_BOUNDS = frozenset(("over", "under"))  # what is told of a bound is no figure told again: “above 29 degrees”
_DIGITS = re.compile(r"\d[\d.,]*")


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    definite: frozenset[str]
    people: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    return _Words(
        words("taking-up-words"),
        words("person-nouns"),
    )


def with_restatements(facts: Facts, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures, those that another place contradicts with that place in `restated`."""
    if len(figures) < 2:
        return figures
    words = _words(facts.lexicon)
    restated: dict[int, list[Figure]] = defaultdict(list)
    able = [(at, figure) for at, figure in enumerate(figures) if _comparable(figure) and not _is_a_name(facts, figure)]
    _from_headline(facts, able, figures, restated)
    top = facts.headlines[0].end if facts.headlines else 0  # a deck below the headline is prose
    body = [(at, figure) for at, figure in able if figure.start >= top and figure.block != "heading"]
    _taken_up(facts, body, figures, restated, words)
    _one_digit_off(facts, body, figures, restated, words)
    if not restated:
        return figures
    return tuple(
        figure._replace(restated=tuple(restated[at])) if at in restated else figure for at, figure in enumerate(figures)
    )


def _comparable(figure: Figure) -> bool:
    return figure.form in ("digits", "ratio") and figure.claim not in ("ordinal", "score", "age")


def _is_a_name(facts: Facts, figure: Figure) -> bool:
    """Whether a figure names one of several and counts nothing: “US30YT”, “number 213”, “Count 4”."""
    text, language = facts.article.text, facts.language
    if text[figure.end - 1].isdecimal() and text[figure.end : figure.end + 1].isalpha():
        return True
    if figure.unit is not None or figure.subject is not None or not figure.first:
        return False
    before = figure.first - 1
    named = language.tags[before] in ("NOUN", "PROPN") and not language.words.is_plural(facts.tokens.lowers[before])
    return named and language.tags[figure.last : figure.last + 1] not in (["NOUN"], ["ADJ"], ["PROPN"])


def _alike(one: Figure, two: Figure, words: _Words) -> bool:
    """Whether two figures are of one unit, and count the same where they count."""
    if one.unit != two.unit or one.dimension != two.dimension:
        return False
    if one.dimension != "count" or one.subject == two.subject:
        return True
    return one.subject in words.people and two.subject in words.people


# ------------------------------------------------------------------------------------------------------------ headline


def _from_headline(
    facts: Facts, able: list[tuple[int, Figure]], figures: tuple[Figure, ...], restated: dict[int, list[Figure]]
) -> None:
    if not facts.headlines:
        return
    opening = [sentence for sentence in facts.sentences if sentence.kind not in ("headline", "heading")][:_OPENING]
    end = opening[-1].end if opening else 0
    body = [figure for _, figure in able if figure.block != "headline"]
    # “three per cent” bears out “3%”.
    words = [figure for figure in figures if figure.block != "headline" and not _comparable(figure)]
    for at, figure in able:
        if figure.block != "headline" or any(_borne_out(facts, figure, other) for other in (*body, *words)):
            continue
        early = [other for other in body if other.start < end]
        if any(_adds_up(figure, pair) for pair in combinations(early, 2)):
            continue
        if any(_lie_apart(facts, figure, one, two) for one, two in pairwise(body)):
            continue
        for other in body:
            if other.dimension != figure.dimension or other.unit != figure.unit:
                continue
            subject = figure.subject is not None and figure.subject == other.subject
            near = other.start < end
            digit = _differ_in_one_digit(facts, figure, other)
            counted = figure.subject is not None and other.subject is not None
            telling = figure.unit is not None or counted or not _is_short(facts, other)
            if (near and (subject or (digit and telling))) or (digit and (subject or figure.unit is not None)):
                restated[at].append(other)
                break


def _adds_up(headline: Figure, pair: tuple[Figure, Figure]) -> bool:
    """Whether two figures of the body's opening make up the headline's: "over 900" from 700 and 200."""
    one, two = pair
    return one.unit == two.unit == headline.unit and abs(one.value + two.value - headline.value) <= headline.step * 0.6


def _lie_apart(facts: Facts, headline: Figure, one: Figure, two: Figure) -> bool:
    """Whether the headline's figure is what two figures of one sentence lie apart: “by 11 votes” of 214 to 203."""
    apart = abs(one.value - two.value) == headline.value and one.unit == two.unit
    return apart and facts.sentence_at(one.start).number == facts.sentence_at(two.start).number


def _borne_out(facts: Facts, headline: Figure, other: Figure) -> bool:
    """Whether a figure of the body, of the same unit, can be what the headline rounds or hedges."""
    if headline.unit != other.unit and headline.unit is not None and other.unit is not None:
        return False
    width = headline.step * 0.6 + 0.005 * other.value
    if headline.precision != "exact" or other.precision != "exact":
        width = max(width, 0.06 * other.value)
    return abs(headline.value - other.value) <= width or (
        _may_agree(facts, headline, other) and headline.step > other.step
    )


# ----------------------------------------------------------------------------------------------------------- taking up


def _taken_up(
    facts: Facts,
    able: list[tuple[int, Figure]],
    figures: tuple[Figure, ...],
    restated: dict[int, list[Figure]],
    words: _Words,
) -> None:
    """ "The 227 workers", where the article has told of 277 workers and of no other number of them."""
    lowers = facts.tokens.lowers
    for at, figure in able:
        if figure.subject is None or figure.value < 3 or figure.in_quote or figure.precision != "exact":
            continue
        if figure.first == 0 or lowers[figure.first - 1] not in words.definite:
            continue
        if not _bare_noun(facts, figure) or is_narrowed(facts, figure.last + 1):
            continue
        earlier = [other for _, other in able if other.start < figure.start and other.subject == figure.subject]
        values = {other.value for other in earlier}
        if any(other.value == figure.value and other.start < figure.start for _, other in able):
            continue  # “Of the 418 patients, 209 were given it. … The 209 patients”
        if _is_worked_out(figure, figures[:at]):
            continue  # “burnt 214 of its 386 stalls … the 172 stalls”
        if len(values) == 1 and 0.3 * min(values) < figure.value < 3.5 * min(values):
            restated[at].append(earlier[0])


def _is_worked_out(figure: Figure, earlier: tuple[Figure, ...]) -> bool:
    """Whether two or three figures next to one another come to a count: what is left of one, or all of them."""
    for one, two in pairwise(earlier):
        if figure.value in (one.value + two.value, abs(one.value - two.value)):
            return True
    rows = zip(earlier, earlier[1:], earlier[2:], strict=False)
    return any(figure.value == one.value + two.value + three.value for one, two, three in rows)


def _bare_noun(facts: Facts, figure: Figure) -> bool:
    """Whether the noun stands right behind the number, with no adjective that would narrow it down."""
    tokens = facts.tokens
    following = tokens.lowers[figure.last] if figure.last < len(tokens) else ""
    return following.endswith("s") or following in facts.lexicon.table("irregular-plurals")


def is_narrowed(facts: Facts, after: int) -> bool:
    """Whether the words from a token on say which of a noun's things are meant: “the 12 states that voted”."""
    behind = facts.tokens.lowers[after : after + 2]
    if not behind or behind[0] not in facts.lexicon.words("restricting-words"):
        return False
    return behind[-1] not in facts.lexicon.words("unrestricting-words")


# ------------------------------------------------------------------------------------------------------- one digit off


def _one_digit_off(
    facts: Facts,
    able: list[tuple[int, Figure]],
    figures: tuple[Figure, ...],
    restated: dict[int, list[Figure]],
    words: _Words,
) -> None:
    groups: dict[tuple[str | None, str, str | None], list[tuple[int, Figure]]] = defaultdict(list)
    for at, figure in able:
        subject = figure.subject if figure.dimension == "count" else None
        key = "person" if subject in words.people else subject
        groups[figure.unit, figure.dimension, key].append((at, figure))
    likeness = Likeness(facts)
    for group in groups.values():
        if len(group) > _MOST_COMPARED:
            continue  # a table of results, where figures of one kind stand for many things
        for (place, one), (at, two) in combinations(group, 2):
            if _may_agree(facts, one, two) or not _differ_in_one_digit(facts, one, two) or one in restated.get(at, ()):
                continue
            if _is_worked_out(two, figures[place:at]):
                continue  # "73 coins … Six more … The 79 coins"
            if {one.precision, two.precision} <= _BOUNDS or _ends_a_range(facts, one) or _ends_a_range(facts, two):
                continue
            if one.block == two.block == "list-item":
                continue
            if _are_in_rows(facts, one, two) or _has_another_companion(facts, figures, place, at):
                continue
            enough = _ENOUGH_FOR_FEW if _is_short(facts, two) else _ENOUGH
            if likeness.of(one, two, [figure for _, figure in group]) >= enough:
                restated[at].append(one)


def _ends_a_range(facts: Facts, figure: Figure) -> bool:
    """Whether a figure is the end of a range: “101–200 units” are no 200 units."""
    text = facts.article.text
    return text[max(0, figure.start - 1) : figure.start] in DASHES and text[figure.start - 2].isdecimal()


def _are_in_rows(facts: Facts, one: Figure, two: Figure) -> bool:
    """Whether two figures stand in lines with no verb, as lots, scores and counts do: “Charolais, 780kg: €2,574”."""
    tags = facts.language.tags
    sentences = (facts.sentence_at(figure.start) for figure in (one, two))
    return all({"VERB", "AUX"}.isdisjoint(tags[sentence.first : sentence.last]) for sentence in sentences)


def _has_another_companion(facts: Facts, figures: tuple[Figure, ...], one: int, two: int) -> bool:
    """Whether the figure next to one is of the same kind as that next to the other, and not the same: of two things.

    “up 0.77% at $63.03” and “up 0.87% at $28.49”; “a home worth $100,000 … $108.50 a year” and “… $200,000 … $217”.
    """
    for step in (1, -1):
        left, right = _companion(facts, figures, one, step), _companion(facts, figures, two, step)
        if left is None or right is None or left.dimension != right.dimension or left.unit != right.unit:
            continue
        if left.value == right.value:
            return False
        if left.dimension not in ("duration", "none") and left.subject == right.subject:
            return True
    return False


def _companion(facts: Facts, figures: tuple[Figure, ...], at: int, step: int) -> Figure | None:
    """The figure next to one in its sentence, `step` on."""
    found = figures[at + step] if 0 <= at + step < len(figures) else None
    same = found is not None and facts.sentence_at(found.start).number == facts.sentence_at(figures[at].start).number
    return found if same else None


def _differ_in_one_digit(facts: Facts, one: Figure, two: Figure) -> bool:
    if one.value == two.value or not 0.3 * two.value < one.value < 3.3 * two.value:
        return False
    left, right = (_DIGITS.search(facts.text(figure)) for figure in (one, two))
    if left is None or right is None or len(left.group()) != len(right.group()):
        return False
    return sum(a != b for a, b in zip(left.group(), right.group(), strict=True)) == 1


def _is_short(facts: Facts, figure: Figure) -> bool:
    """Whether a figure has so few digits that another like it may well differ in one: 34; 34,000, told in thousands."""
    digits = "".join(filter(str.isdecimal, facts.text(figure)))
    return len(digits) <= _FEW or (len(digits) >= _LONG and len(digits.rstrip("0")) <= _FEW)


def _may_agree(facts: Facts, one: Figure, two: Figure) -> bool:
    """Whether a hedge lets both figures be right: "more than 200,000" and "206,000"."""
    if one.precision == two.precision or one.dimension == "duration":
        return False
    lowers = facts.tokens.lowers
    for rough, other in ((one, two), (two, one)):
        before = lowers[max(0, rough.first - 1) : rough.first]
        if not set(before).isdisjoint(lowers[max(0, other.first - 3) : other.first]):
            continue  # "above 3%", "above the current 2%": no hedge, but what is said of both
        if rough.precision == "over" and rough.value <= other.value <= 2 * rough.value:
            return True
        if rough.precision == "under" and 0.67 * rough.value <= other.value <= rough.value:
            return True
        if rough.precision == "about" and abs(other.value - rough.value) <= 0.1 * rough.value:
            return True
    return False
