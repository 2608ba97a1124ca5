"""Restatements: places where an article seems to give one thing two different figures.

Three signs are looked for. "The 227 workers" takes up a count that was never given so. A headline's figure stands
nowhere in the body, while the body's opening gives another of its kind. Two figures of one kind differ in a single
digit, and the words around them are those that the two places alone share (weighted by rarity in the article, as
cohesion is in Hearst's TextTiling, 1997).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factlint.facts.lexicon import Bundle, Lexicon
from factlint.facts.model import Figure, Sentence

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts

_STEM = 6  # letters by which words are held to be of one family
_NEAR, _FAR = 5, 14  # words on either side of a figure, within its sentence
_MOST_COMPARED = 200  # figures of one unit and subject that are compared pair by pair
_ENOUGH = 2.8  # score from which two figures are held to be meant for one thing
_OPENING = 5  # sentences of the body in which a headline's figure is looked for first
_DIGITS = re.compile(r"\d[\d.,]*")


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    plain: frozenset[str]
    contrast: frozenset[str]
    definite: frozenset[str]
    restrictors: frozenset[str]
    unrestricting: frozenset[str]
    clauses: frozenset[str]
    relative: frozenset[str]
    spans: frozenset[str]
    people: frozenset[str]
    directions: dict[str, str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.words
    directions = {word: label for word, label in lexicon.table("figure-words").items() if label in ("rise", "fall")}
    return _Words(
        words("not-counted") | words("figure-context-words"),
        words("contrast-words"),
        words("taking-up-words"),
        words("restricting-words"),
        words("unrestricting-words"),
        words("figure-clause-openers"),
        words("past-words") | words("future-words") | words("present-words"),
        words("time-spans"),
        words("person-nouns"),
        directions,
    )


def with_restatements(facts: Facts, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures, those that another place contradicts with that place in `restated`."""
    if len(figures) < 2:
        return figures
    words = _words(facts.lexicon)
    restated: dict[int, list[Figure]] = defaultdict(list)
    able = [(at, figure) for at, figure in enumerate(figures) if _comparable(figure)]
    _from_headline(facts, able, restated, words)
    body = [(at, figure) for at, figure in able if figure.kind not in ("headline", "heading")]
    _taken_up(facts, body, restated, words)
    _one_digit_off(facts, body, restated, words)
    if not restated:
        return figures
    return tuple(
        figure._replace(restated=tuple(restated[at])) if at in restated else figure for at, figure in enumerate(figures)
    )


def _comparable(figure: Figure) -> bool:
    return figure.form in ("digits", "ratio") and figure.claim not in ("ordinal", "score", "age")


def _alike(one: Figure, two: Figure, words: _Words) -> bool:
    """Whether two figures are of one unit, and count the same where they count."""
    if one.unit != two.unit or one.dimension != two.dimension:
        return False
    if one.dimension != "count" or one.subject == two.subject:
        return True
    return one.subject in words.people and two.subject in words.people


# ------------------------------------------------------------------------------------------------------------ headline


def _from_headline(
    facts: Facts, able: list[tuple[int, Figure]], restated: dict[int, list[Figure]], words: _Words
) -> None:
    if not facts.headlines:
        return
    opening = [sentence for sentence in facts.sentences if sentence.kind not in ("headline", "heading")][:_OPENING]
    end = opening[-1].end if opening else 0
    body = [figure for _, figure in able if figure.kind != "headline"]
    for at, figure in able:
        if figure.kind != "headline" or any(_borne_out(facts, figure, other) for other in body):
            continue
        if any(_adds_up(figure, pair) for pair in combinations([other for other in body if other.start < end], 2)):
            continue
        for other in body:
            if other.dimension != figure.dimension or other.unit != figure.unit:
                continue
            subject = figure.subject is not None and figure.subject == other.subject
            near = other.start < end
            digit = _differ_in_one_digit(facts, figure, other)
            if (near and (subject or digit)) or (digit and (subject or figure.unit is not None)):
                restated[at].append(other)
                break


def _adds_up(headline: Figure, pair: tuple[Figure, Figure]) -> bool:
    """Whether two figures of the body's opening make up the headline's: "over 900" from 700 and 200."""
    one, two = pair
    return one.unit == two.unit == headline.unit and abs(one.value + two.value - headline.value) <= headline.step * 0.6


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


def _taken_up(facts: Facts, able: list[tuple[int, Figure]], restated: dict[int, list[Figure]], words: _Words) -> None:
    """ "The 227 workers", where the article has told of 277 workers and of no other number of them."""
    lowers = facts.tokens.lowers
    for at, figure in able:
        if figure.subject is None or figure.value < 3 or figure.in_quote or figure.precision != "exact":
            continue
        if figure.first == 0 or lowers[figure.first - 1] not in words.definite:
            continue
        if not _bare_noun(facts, figure) or not _unrestricted(facts, figure.last + 1, words):
            continue
        earlier = [other for _, other in able if other.start < figure.start and other.subject == figure.subject]
        values = {other.value for other in earlier}
        if len(values) == 1 and figure.value not in values and 0.3 < figure.value / min(values) < 3.5:
            restated[at].append(earlier[0])


def _bare_noun(facts: Facts, figure: Figure) -> bool:
    """Whether the noun stands right behind the number, with no adjective that would narrow it down."""
    tokens = facts.tokens
    following = tokens.lowers[figure.last] if figure.last < len(tokens) else ""
    return following.endswith("s") or following in facts.lexicon.table("irregular-plurals")


def _unrestricted(facts: Facts, after: int, words: _Words) -> bool:
    """Whether nothing behind the noun narrows it down: "the 12 states that voted" may be other states."""
    lowers = facts.tokens.lowers
    if after < len(lowers) and lowers[after] in words.restrictors:
        return after + 1 < len(lowers) and lowers[after + 1] in words.unrestricting
    return True


# ------------------------------------------------------------------------------------------------------- one digit off


def _one_digit_off(
    facts: Facts, able: list[tuple[int, Figure]], restated: dict[int, list[Figure]], words: _Words
) -> None:
    groups: dict[tuple[str | None, str, str | None], list[tuple[int, Figure]]] = defaultdict(list)
    for at, figure in able:
        subject = figure.subject if figure.dimension == "count" else None
        key = "person" if subject in words.people else subject
        groups[figure.unit, figure.dimension, key].append((at, figure))
    families: Counter[str] | None = None
    for group in groups.values():
        if len(group) > _MOST_COMPARED:
            continue  # a table of results, where figures of one kind stand for many things
        for (_, one), (at, two) in combinations(group, 2):
            if _may_agree(facts, one, two) or not _differ_in_one_digit(facts, one, two):
                continue
            if families is None:
                families = Counter(word[:_STEM] for word in facts.tokens.lowers if len(word) >= 4)
            if one in restated.get(at, ()):
                continue
            if _score(facts, one, two, [figure for _, figure in group], families, words) >= _ENOUGH:
                restated[at].append(one)


def _has_clause(facts: Facts, figure: Figure, words: _Words) -> bool:
    """Whether a relative clause says which of them: "the 12 libraries that may close"."""
    return figure.subject is not None and not words.clauses.isdisjoint(
        facts.tokens.lowers[figure.last + 1 : figure.last + 2]
    )


def _differ_in_one_digit(facts: Facts, one: Figure, two: Figure) -> bool:
    if one.value == two.value or not 0.3 * two.value < one.value < 3.3 * two.value:
        return False
    left, right = (_DIGITS.search(facts.text(figure)) for figure in (one, two))
    if left is None or right is None or len(left.group()) != len(right.group()):
        return False
    return sum(a != b for a, b in zip(left.group(), right.group(), strict=True)) == 1


def _may_agree(facts: Facts, one: Figure, two: Figure) -> bool:
    """Whether a hedge lets both figures be right: "more than 200,000" and "206,000"."""
    if one.precision == two.precision or one.dimension == "duration":
        return False
    lowers = facts.tokens.lowers
    for rough, other in ((one, two), (two, one)):
        if lowers[rough.first - 1] in lowers[max(0, other.first - 3) : other.first]:
            continue  # "above 3%", "above the current 2%": no hedge, but what is said of both
        if rough.precision == "over" and rough.value <= other.value <= 1.5 * rough.value:
            return True
        if rough.precision == "under" and 0.67 * rough.value <= other.value <= rough.value:
            return True
        if rough.precision == "about" and abs(other.value - rough.value) <= 0.1 * rough.value:
            return True
    return False


class _Context(NamedTuple):
    """The words about a figure, within its sentence.

    near: families of the telling words within a few words.
    far: the same in a wider stretch.
    names: the beginnings of capitalised words.
    contrasts: the words that set a figure against another.
    directions: rise, fall.
    times: years and months named.
    others: how many more figures of its kind the sentence holds.
    """

    near: set[str]
    far: set[str]
    names: set[str]
    contrasts: set[str]
    directions: set[str]
    times: set[str]
    others: int


def _context(facts: Facts, figure: Figure, group: list[Figure], words: _Words) -> _Context:
    tokens, sentence = facts.tokens, facts.sentence_at(figure.start)
    near, far, names = set(), set(), set()
    contrasts, directions = set(), set()
    for position in _around(sentence, figure, _FAR):
        word = tokens.lowers[position]
        distance = figure.first - position if position < figure.first else position - figure.last + 1
        if len(word) >= 4 and word[0].isalpha() and word not in words.plain:
            far.add(word[:_STEM])
            if distance <= _NEAR:
                near.add(word[:_STEM])
        if distance <= 9:
            if tokens.texts[position][0].isupper() and position > sentence.first:
                names.add(word[:4])
            if word in words.contrast:
                contrasts.add(word)
            if distance <= 4 and word in words.directions:
                directions.add(words.directions[word])
    times = {facts.text(date).lower() for date in facts.dates if sentence.start <= date.start < sentence.end}
    times |= {
        " ".join(tokens.lowers[position : position + 2])
        for position in range(sentence.first, sentence.last - 1)
        if tokens.lowers[position] in words.relative and tokens.lowers[position + 1] in words.spans
    }
    others = sum(1 for other in group if sentence.start <= other.start < sentence.end and other is not figure)
    return _Context(near, far, names, contrasts, directions, times, others)


def _around(sentence: Sentence, figure: Figure, reach: int) -> list[int]:
    before = range(max(sentence.first, figure.first - reach), figure.first)
    return [*before, *range(figure.last, min(sentence.last, figure.last + reach))]


def _score(facts: Facts, one: Figure, two: Figure, group: list[Figure], families: Counter[str], words: _Words) -> float:
    """How likely two figures are meant for one thing: shared rare words for it, contrasts and lists against it."""
    if facts.sentence_at(one.start).number == facts.sentence_at(two.start).number:
        return 0.0
    left, right = _context(facts, one, group, words), _context(facts, two, group, words)
    if one.dimension in ("count", "share") and (left.others or right.others):
        return 0.0
    shared = left.far & right.far
    rarity: dict[str, float] = {word: max(1.0, families[word] - 1.0) ** -0.5 for word in shared}
    score = sum(rarity.values()) + sum(rarity[word] for word in shared if word in left.near and word in right.near)
    score += 3 * len(shared) / max(1, min(len(left.far), len(right.far)))
    score += _same_neighbour(facts, one.first - 1, two.first - 1) + _same_neighbour(facts, one.last, two.last)
    score += 0.5 * min(2, len(left.names & right.names))
    score += (-3.0 if _has_clause(facts, two, words) else 1.2) * _is_definite(facts, two, words)
    score += 0.8 if len(group) <= 3 else -0.8 if len(group) > 10 else 0.0
    score -= 1.5 * (bool(left.names) and bool(right.names) and not left.names & right.names)
    score -= 1.5 * (bool(left.times) and bool(right.times) and not left.times & right.times)
    score -= 2.0 * (bool(left.directions) and bool(right.directions) and not left.directions & right.directions)
    score -= 1.2 * len(left.contrasts ^ right.contrasts) + left.others + right.others
    score -= 1.5 * (one.in_quote or two.in_quote)
    score -= 1.0 * (sum(1 for figure in group if figure.value == two.value) > 1)
    return score


def _same_neighbour(facts: Facts, one: int, two: int) -> float:
    """What it tells that the same word stands at both places: the more, the rarer it is in the article."""
    lowers = facts.tokens.lowers
    inside = 0 <= one < len(lowers) and 0 <= two < len(lowers)
    if not inside or lowers[one] != lowers[two] or not lowers[one][0].isalpha():
        return 0.0
    return float(0.3 + max(1, len(facts.tokens.index[lowers[one]]) - 1) ** -0.5)


def _is_definite(facts: Facts, figure: Figure, words: _Words) -> bool:
    """ "the 12.8% stake", "the nearly $43m": what is meant has been told of."""
    lowers = facts.tokens.lowers
    return any(
        position >= 0 and lowers[position] in words.definite for position in range(figure.first - 2, figure.first)
    )
