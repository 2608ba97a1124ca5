"""Units: what stands behind or before a number and makes it money, a share or a measure, and how measures convert."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factlint.facts.numbers.numbers import Number
from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.tokens import DASHES, Tokens


class Unit(NamedTuple):
    """The unit of a number, with the stretch that number and unit take up.

    name: percent, percentage-point, a currency code (GBP) or a unit of measure (km, square ft, mi/h).
    dimension: share, point, money, length, area, mass, volume, speed, temperature, power or duration.
    first: first token, a currency sign before the number included.
    last: one past the last token.
    end: one past the last code point.
    """

    name: str
    dimension: str
    first: int
    last: int
    end: int


class UnitWords(Bundle):
    """The names of units in a language, unpacked once."""

    names: dict[str, str]
    dimensions: dict[str, str]
    prefixes: dict[str, str]
    tails: dict[str, str]
    per: frozenset[str]
    percents: frozenset[str]
    cents: frozenset[str]
    points: frozenset[str]
    point_prefixes: frozenset[str]
    signs: dict[str, str]
    sign_prefixes: dict[str, str]
    currencies: dict[str, str]
    own: frozenset[str]
    glued: frozenset[str]
    degrees: frozenset[str]
    either: dict[str, str]
    codes: dict[str, str]
    capitals: frozenset[str]


@lru_cache(maxsize=4)
def unit_words(lexicon: Lexicon) -> UnitWords:
    """The lexicon's unit lists."""
    return UnitWords(
        dict(lexicon.table("unit-names")),
        dict(lexicon.table("unit-dimensions")),
        dict(lexicon.table("unit-prefixes")),
        dict(lexicon.table("speed-tails")),
        lexicon.words("rate-openers"),
        lexicon.words("percent-signs"),
        lexicon.words("percent-cents"),
        lexicon.words("point-words"),
        lexicon.words("point-prefixes"),
        dict(lexicon.table("currency-signs")),
        dict(lexicon.table("currency-prefixes")),
        dict(lexicon.table("currency-words")),
        lexicon.words("currencies-of-one"),
        lexicon.words("units-only-glued"),
        lexicon.words("degree-words"),
        dict(lexicon.table("money-or-mass")),
        dict(lexicon.table("currency-codes")),
        lexicon.words("units-in-capitals"),
    )


def unit_of(tokens: Tokens, number: Number, known: UnitWords) -> Unit | None:
    """The unit that belongs to a number, or None where it counts things."""
    first, last = number.first, number.last
    before = tokens.texts[first - 1] if first else ""
    if before in known.signs and not (
        first < len(tokens) and tokens.spaced(first) and tokens.starts[first] > tokens.ends[first - 1] + 1
    ):
        return _money(tokens, number, known)
    if _behind_sign(tokens, number, known):
        name = known.sign_prefixes[tokens.lowers[first - 1]]
        return Unit(name, "money", first - 2, number.last, number.end)  # "$US58m"
    if before in known.codes and number.form == "digits":
        return _money(tokens, number, known)
    joined = first > 2 and before in DASHES and not tokens.spaced(first) and tokens.texts[first - 3] in known.signs
    if joined:
        return Unit(known.signs[tokens.texts[first - 3]], "money", first, number.last, number.end)  # "£3-4m"
    if number.form == "prefix":
        return _prefixed(tokens, number, known)
    if last >= len(tokens):
        return None
    position = last
    if (
        tokens.texts[position] in DASHES
        and not tokens.spaced(position)
        and position + 1 < len(tokens)
        and not tokens.spaced(position + 1)
    ):
        position += 1
    if tokens.texts[position] in known.codes and _is_of_the_next(tokens, position):
        return None
    word = tokens.lowers[position]
    if word in known.percents and not (word in known.glued and _is_apart(tokens, position)):
        return _share(tokens, first, position, known)
    if word in known.per and position + 1 < len(tokens) and tokens.lowers[position + 1] in known.cents:
        return _share(tokens, first, position + 1, known)
    if word in known.point_prefixes and position + 1 < len(tokens) and tokens.lowers[position + 1] in known.points:
        return Unit("percentage-point", "point", first, position + 2, tokens.ends[position + 1])
    if position + 1 < len(tokens) and tokens.texts[position][0].isupper() and tokens.lowers[position + 1] in known.own:
        word, position = tokens.lowers[position + 1], position + 1  # “800 Ghana cedis”
    capital = word in known.capitals and tokens.texts[position][0].isupper()  # "18C" is warm, "18c" is cheap
    if word in known.currencies and not capital and not (word in known.capitals and _is_apart(tokens, position)):
        return Unit(known.currencies[word], "money", first, position + 1, tokens.ends[position])
    if word in known.capitals and not capital:
        return None
    return _measure(tokens, first, position, known, number.step)


def _is_of_the_next(tokens: Tokens, position: int) -> bool:
    """ "the next 100 Rs 610": a code between two numbers, where it stands before one that no number precedes."""
    texts = tokens.texts
    if position + 1 >= len(texts) or not texts[position + 1][0].isdecimal():
        return False
    places = (at for at in tokens.index[tokens.lowers[position]] if 0 < at < len(texts) - 1 and at != position)
    return any(texts[at + 1][0].isdecimal() and not texts[at - 1][-1].isdecimal() for at in places)


def _is_apart(tokens: Tokens, position: int) -> bool:
    """Whether letters stand off from the digits before them, or are capitals: “30 PC”."""
    return tokens.spaced(position) or tokens.texts[position].isupper()


def _behind_sign(tokens: Tokens, number: Number, known: UnitWords) -> bool:
    """Whether the letters that say whose dollars are meant stand between the sign and the number."""
    first = number.first
    if first < 2 or tokens.spaced(first) or tokens.spaced(first - 1) or tokens.texts[first - 2] not in known.signs:
        return False
    return tokens.lowers[first - 1] in known.sign_prefixes


def _prefixed(tokens: Tokens, number: Number, known: UnitWords) -> Unit | None:
    """The unit inside one hyphenated word: "three-year", "five-mile-long"."""
    tail = tokens.lowers[number.first][number.end - tokens.starts[number.first] + 1 :]
    if (share := _joined_share(tail, known)) is not None:
        return Unit(*share, number.first, number.last, tokens.ends[number.last - 1])
    unit = tail.partition("-")[0]
    if unit not in known.names:
        return None
    name = known.names[unit]
    return Unit(name, known.dimensions.get(name, ""), number.first, number.last, tokens.ends[number.last - 1])


def _joined_share(tail: str, known: UnitWords) -> tuple[str, str] | None:
    """Name and dimension of what is joined to a number in one word: “half-a-per-cent”, “one-percentage-point”."""
    head, *rest = tail.split("-")
    if head in known.per and rest and rest[0] not in known.cents:
        head, *rest = rest  # the article of "half-a-per-cent"
    if head in known.point_prefixes and rest and rest[0] in known.points:
        return "percentage-point", "point"
    per = head in known.per and bool(rest) and rest[0] in known.cents
    return ("percent", "share") if per or head in known.percents else None


def _money(tokens: Tokens, number: Number, known: UnitWords) -> Unit:
    """ "£5", "US$5", "$ 5"; a word after the amount may repeat the currency ("$5 Canadian" is left alone)."""
    sign = number.first - 1
    text = tokens.texts[sign]
    name = known.signs[text] if text in known.signs else known.codes[text]
    first = sign
    if sign and not tokens.spaced(sign) and tokens.lowers[sign - 1] in known.sign_prefixes:
        prefixed = known.sign_prefixes[tokens.lowers[sign - 1]]
        if name == "USD":
            name = prefixed
        first = sign - 1
    end, last = number.end, number.last
    if last < len(tokens) and tokens.lowers[last] in known.currencies and known.currencies[tokens.lowers[last]] == name:
        last, end = last + 1, tokens.ends[last]
    return Unit(name, "money", first, last, end)


def _share(tokens: Tokens, first: int, sign: int, known: UnitWords) -> Unit:
    """A percentage, or percentage points where the sign is followed by "point"."""
    after = sign + 1
    if after < len(tokens) and tokens.texts[after] in DASHES and not tokens.spaced(after):
        after += 1
    if after < len(tokens) and tokens.lowers[after] in known.points:
        return Unit("percentage-point", "point", first, after + 1, tokens.ends[after])
    return Unit("percent", "share", first, sign + 1, tokens.ends[sign])


def _measure(tokens: Tokens, first: int, position: int, known: UnitWords, step: float) -> Unit | None:
    lowers, total = tokens.lowers, len(tokens)
    word = lowers[position]
    prefix = ""
    if word in known.prefixes and position + 1 < total:
        prefix = known.prefixes[word] + " "
        position += 1
        word = lowers[position]
    head, dash, tail = word.partition("-")
    if word not in known.names:
        # "12-mile-long", "34-year-old": the unit opens a longer word, and no other unit, as "6 megawatt-hours" do.
        if not dash or head not in known.names or prefix or head in known.glued or tail in known.names:
            return None
        name = known.names[head]
        return Unit(name, known.dimensions.get(name, ""), first, position + 1, tokens.starts[position] + len(head))
    closed = position + 1 < total and tokens.texts[position + 1] in "()"  # "41 C (106 F)"
    if word in known.glued and not prefix and tokens.spaced(position) and not closed:
        return None
    name = known.names[word]
    last = position + 1
    if word in known.either and step >= 1000:
        return Unit(known.either[word], "money", first, last, tokens.ends[position])
    if word in known.degrees:
        return _degrees(tokens, first, last, name, known)
    if prefix and prefix + name in known.dimensions:
        name = prefix + name
    elif prefix:
        return None
    if last + 1 < total and lowers[last] in known.per and lowers[last + 1] in known.tails:
        speed = f"{name}/{known.tails[lowers[last + 1]]}"
        if speed in known.dimensions:
            return Unit(speed, known.dimensions[speed], first, last + 2, tokens.ends[last + 1])
    return Unit(name, known.dimensions.get(name, ""), first, last, tokens.ends[last - 1])


def _degrees(tokens: Tokens, first: int, last: int, name: str, known: UnitWords) -> Unit:
    """ "30 degrees Celsius", "86°F"; without a scale, degrees of either."""
    if last < len(tokens) and known.names.get(tokens.lowers[last], "") in ("degC", "degF"):
        scale = known.names[tokens.lowers[last]]
        return Unit(scale, "temperature", first, last + 1, tokens.ends[last])
    return Unit(name, "temperature", first, last, tokens.ends[last - 1])


def conversions(value: float, unit: str, other: str, lexicon: Lexicon) -> tuple[float, ...]:
    """What a measure is in another unit of its dimension; more than one where a unit's name has several sizes."""
    if {unit, other} <= {"degC", "degF"}:
        return (value * 9 / 5 + 32,) if unit == "degC" else ((value - 32) * 5 / 9,)
    factors = lexicon.table("unit-factors")
    sizes = [_sizes(name, lexicon, factors) for name in (unit, other)]
    return tuple(value * mine / theirs for mine in sizes[0] for theirs in sizes[1])


def _sizes(unit: str, lexicon: Lexicon, factors: Mapping[str, float]) -> list[float]:
    """The factors of a unit: one, or several where the name is ambiguous (gallon, pint, ton)."""
    if unit not in factors:
        return []
    others = (lexicon.table(name) for name in ("unit-other-factors", "unit-third-factors"))
    return [factors[unit], *(table[unit] for table in others if unit in table)]
