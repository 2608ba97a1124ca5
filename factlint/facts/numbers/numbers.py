"""Numbers: what digits and number words are worth, with the width that their rounding allows."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.lexicon import Bundle, Lexicon
from factlint.record import NamedTuple
from factlint.tokens import DASHES, Phrases, Tokens

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d+(?:\.\d+)?\Z")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}\Z")
#: Longer rows of digits are account numbers, and larger sums of magnitudes play.
_MOST_DIGITS = 24
_MOST_GROUPS = 4  # groups of three digits with white space between
_LARGEST = 1e24
_NOUGHTS = "000"
_BARRED = frozenset({2, 3, 4, 8, 16})  # what stands below a bar where nothing says “of”
_GLUE = frozenset("/#@_\\=")


class Number(NamedTuple):
    """A number as written, before anything is known of what it counts.

    first: its first token.
    last: one past its last token.
    value: what it is worth.
    step: what one more in its last significant place would add: 0.1 for 2.5, 1 for 43, 1000 for 25,000.
    form: digits, words, fraction, ratio (one in five), ordinal or prefix (the "two" of "two-year").
    end: one past the last code point that belongs to the number.
    """

    first: int
    last: int
    value: float
    step: float
    form: str
    end: int


class _Words(Bundle):
    """The number words of a language, unpacked once."""

    small: dict[str, float]
    magnitudes: dict[str, float]
    letters: dict[str, float]
    fractions: dict[str, float]
    plurals: frozenset[str]
    ordinals: dict[str, int]
    suffixes: frozenset[str]
    suffixes_by_digit: dict[str, str]
    decade_endings: frozenset[str]
    articles: frozenset[str]
    joiner: frozenset[str]
    counted: frozenset[str]
    ratio_openers: Phrases
    of: frozenset[str]
    after_fraction: frozenset[str]
    signs: frozenset[str]
    vulgar: dict[str, float]
    codes: frozenset[str]
    every: frozenset[str]
    units: frozenset[str]
    ends: frozenset[str]
    currencies: frozenset[str]
    openers: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        dict(lexicon.table("number-words")),
        dict(lexicon.table("magnitudes")),
        dict(lexicon.table("magnitude-letters")),
        dict(lexicon.table("fractions")),
        lexicon.words("fraction-plurals"),
        dict(lexicon.table("ordinals")),
        lexicon.words("ordinal-suffixes"),
        {str(digit): ending for digit, ending in lexicon.table("ordinal-endings").items()},
        lexicon.words("decade-endings"),
        lexicon.words("indefinite-articles"),
        lexicon.words("number-joiners"),
        lexicon.union("counted-without-s", "currency-words"),
        lexicon.phrases("ratio-openers"),
        lexicon.words("of-words"),
        lexicon.words("after-fractions"),
        lexicon.words("currency-signs"),
        dict(lexicon.table("vulgar-fractions")),
        frozenset(lexicon.table("currency-codes")),
        lexicon.words("every-words"),
        lexicon.words("unit-names"),
        lexicon.union("not-counted", "after-fractions"),
        lexicon.words("currency-words"),
        lexicon.union("number-words", "fractions", "magnitudes", "vulgar-fractions", "every-words"),
    )


def find_numbers(tokens: Tokens, lexicon: Lexicon) -> list[Number]:
    """Every number, in order of place, none overlapping; codes, versions and telephone numbers left out."""
    known = _words(lexicon)
    joined = {word: word.partition("-")[0] for word in tokens.hyphened}
    numbers = {word for word, head in joined.items() if head in known.small or known.fractions.get(head) == 0.5}
    starts = tokens.positions(numbers.union(tokens.figures, known.openers & tokens.index.keys()))
    found: list[Number] = []
    taken = -1
    for position in starts:
        if position < taken:
            continue
        number = _number(tokens, position, known)
        if number is not None:
            found.append(number)
            taken = number.last
    return found


def _number(tokens: Tokens, at: int, known: _Words) -> Number | None:
    text = tokens.texts[at]
    if text[0].isdecimal():
        return _from_digits(tokens, at, known)
    if text in known.vulgar:
        return Number(at, at + 1, known.vulgar[text], 0.0, "fraction", tokens.ends[at])
    if tokens.lowers[at] in known.every:
        return _every_so_many(tokens, at, known)
    return _from_words(tokens, at, known)


# ------------------------------------------------------------------------------------------------------------- digits


def _from_digits(tokens: Tokens, at: int, known: _Words) -> Number | None:
    text = tokens.texts[at]
    lowers, total = tokens.lowers, len(tokens)
    if not _DIGITS.match(text) and not _INDIAN.match(text):
        return None
    if len(text) > _MOST_DIGITS or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None
    groups = _spaced_groups(tokens, at)
    if groups > 1:
        text = "".join(tokens.texts[at : at + groups]).replace(",", "")
    elif _is_code(tokens, at, known):
        return None
    value, step = float(text.replace(",", "")), step_of(text)
    last = at + groups
    glued = last < total and not tokens.spaced(last)
    following = lowers[last] if last < total else ""
    if glued and following in known.decade_endings:
        return None
    if glued and following in known.suffixes and known.suffixes_by_digit.get(_last_digit(text)) == following:
        return Number(at, last + 1, value, step, "ordinal", tokens.ends[last])
    if following in known.vulgar and (glued or value % 1 == 0):
        return _with_magnitudes(tokens, at, last + 1, value + known.vulgar[following], 0.1, "digits", known)
    ratio = _ratio(tokens, at, value, known) if value < 100 else None
    if ratio is not None:
        return ratio
    # "2 1/2", "1/2": a fraction bar between two small numbers.
    if (
        glued
        and following == "/"
        and last + 1 < total
        and tokens.texts[last + 1].isdecimal()
        and not tokens.spaced(last + 1)
    ):
        below = int(tokens.texts[last + 1][:_MOST_DIGITS])
        behind = lowers[last + 2] if last + 2 < total else "."
        closed = last + 2 >= total or tokens.spaced(last + 2) or behind in ",.)"
        if 1 <= value < below <= 100 and closed and (below in _BARRED or behind in known.of):  # "9/11" is a day
            return Number(at, last + 2, value / below, 0.0, "fraction", tokens.ends[last + 1])
        return None
    letters, dash, _ = following.partition("-")
    if glued and dash and letters in known.letters and at and tokens.texts[at - 1] in known.signs:
        factor = known.letters[letters]  # "$5m-plus", "£3m-a-year"
        return Number(at, last + 1, value * factor, step * factor, "digits", tokens.starts[last] + len(letters))
    if glued and following in known.letters and _letter_is_magnitude(tokens, at, last, known):
        factor = known.letters[following]
        return Number(at, last + 1, value * factor, step * factor, "digits", tokens.ends[last])
    return _with_magnitudes(tokens, at, last, value, step, "digits", known)


def _spaced_groups(tokens: Tokens, at: int) -> int:
    """How many tokens a number has that is written in groups of three digits, “4 200 people”; 1 for any other.

    A group of noughts behind a comma goes with the digits before it as well, “$30, 000”: no number opens with one.
    """
    texts = tokens.texts
    if texts[at + 1 : at + 3] == [",", _NOUGHTS] and texts[at].isdecimal() and len(texts[at]) <= 3:
        return 1 if tokens.spaced(at + 1) else 3
    if not texts[at].isdecimal() or len(texts[at]) > 3 or (at and texts[at - 1][-1].isdecimal()):
        return 1
    last = at + 1
    while last < len(texts) and last - at < _MOST_GROUPS and len(texts[last]) == 3 and texts[last].isdecimal():
        if tokens.starts[last] != tokens.ends[last - 1] + 1:
            break
        last += 1
    ends = last == len(texts) or not texts[last][0].isdecimal()
    opens = at == 0 or tokens.spaced(at) or texts[at - 1] not in _GLUE | DASHES
    return last - at if ends and opens and (at == 0 or texts[at - 1] != "+") else 1


def _last_digit(text: str) -> str:
    """The digit that an ordinal ending must go with; the teens go with that of 10."""
    return "0" if len(text) > 1 and text[-2] == "1" else text[-1]


def step_of(text: str) -> float:
    """What one more in the last significant place of a written number would add."""
    plain = text.replace(",", "")
    if "." in plain:
        return float(10.0 ** -len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0"))
    return float(10.0 ** min(zeros, len(plain) - 1)) if plain.strip("0") else 1.0


def _is_code(tokens: Tokens, at: int, known: _Words) -> bool:
    """Whether the digits belong to a code, a version, an address or a telephone number (A320, F-16, 2/3, 0207 123)."""
    texts = tokens.texts
    if at and not tokens.spaced(at):
        before = texts[at - 1]
        if before in known.codes and tokens.spaced(at - 1):
            return _opens_a_word(tokens, at + 1, known)  # "Rs96m", not "P2P"
        if before.isalpha() and at > 1 and texts[at - 2] in known.signs and not tokens.spaced(at - 1):
            return False  # "$US58m"
        if before in _GLUE or before[-1].isalnum():
            # "US5bn" is no code, but letters straight before digits nearly always are one.
            return True
        if before in DASHES and at > 1 and not tokens.spaced(at - 1) and texts[at - 2][-1].isalpha():
            return len(texts[at - 2]) < 5
        if before == "+":
            return True
    after = at + 1
    if after < len(texts) and not tokens.spaced(after) and texts[after] in "_@\\=#":
        return True
    # Two bare groups of digits in a row are a telephone or account number.
    return bool(
        (after < len(texts) and texts[after].isdecimal() and texts[after - 1].isdecimal() and tokens.spaced(after))
        or (at and texts[at - 1].isdecimal() and texts[at].isdecimal() and tokens.spaced(at))
    )


def _opens_a_word(tokens: Tokens, behind: int, known: _Words) -> bool:
    """Whether letters other than those of a magnitude stand right behind digits."""
    glued = behind < len(tokens) and not tokens.spaced(behind) and tokens.texts[behind][0].isalpha()
    return glued and tokens.lowers[behind].partition("-")[0] not in known.letters.keys() | known.magnitudes.keys()


def _letter_is_magnitude(tokens: Tokens, at: int, letter: int, known: _Words) -> bool:
    """Whether a letter behind the digits multiplies them: "£3m", "3m people"; "382m track" is metres."""
    if tokens.lowers[letter] != "m":
        return True
    if at > 1 and tokens.texts[at - 2] in known.signs and not tokens.spaced(at - 1):
        return True  # "$A5m"
    if at and (tokens.texts[at - 1] in known.signs or tokens.texts[at - 1] in known.codes):
        return True
    if at > 2 and tokens.texts[at - 1] in DASHES and tokens.texts[at - 3] in known.signs:
        return True  # "£3-4m"
    if tokens.texts[letter] == "M":
        return True
    if letter + 1 < len(tokens) and tokens.spaced(letter + 1):
        following = tokens.texts[letter + 1]
        ahead = tokens.lowers[letter + 1 : letter + 5]  # "from 2.6m to 3.1m kroner"
        if len(ahead) == 4 and ahead[3] in known.currencies and ahead[2] == "m" and ahead[1][0].isdecimal():
            return True
        return following.islower() and (following.endswith("s") or following in known.counted) and len(following) > 3
    return False


# -------------------------------------------------------------------------------------------------------------- words


def _from_words(tokens: Tokens, at: int, known: _Words) -> Number | None:
    word = tokens.lowers[at]
    before = tokens.lowers[at - 1] if at else ""
    if word in known.fractions:
        return _fraction(tokens, at, before, known)
    if word in known.magnitudes:
        if before not in known.articles:
            return None
        value = known.magnitudes[word]
        return _with_magnitudes(tokens, at - 1, at + 1, value, value, "words", known, scaled=True)
    if word in known.small:
        ratio = _ratio(tokens, at, known.small[word], known)
        if ratio is not None:
            return ratio
        last = at + 1
        value = known.small[word]
        # "three quarters", "two thirds"
        part = tokens.lowers[last] if last < len(tokens) else ""
        if part in known.fractions and (value > 1) == (part in known.plurals):
            return _of_magnitude(tokens, at, last + 1, value * known.fractions[part], known)
        if (
            value >= 20
            and last < len(tokens)
            and tokens.lowers[last] in known.small
            and known.small[tokens.lowers[last]] < 10
        ):
            value += known.small[tokens.lowers[last]]
            last += 1
        return _with_magnitudes(tokens, at, last, value, 1.0, "words", known)
    return _hyphenated(tokens, at, known)


def _fraction(tokens: Tokens, at: int, before: str, known: _Words) -> Number | None:
    """ "half", "a third", "half a million"; a third or fourth without an article is an ordinal."""
    lowers = tokens.lowers
    value = known.fractions[lowers[at]]
    first, last = at, at + 1
    if before in known.articles:
        first = at - 1
    elif value != 0.5 or before in known.ordinals:  # "in the first half" is a time
        return None
    if last + 1 < len(tokens) and lowers[last] in known.articles and lowers[last + 1] in known.magnitudes:
        factor = known.magnitudes[lowers[last + 1]]
        return _with_magnitudes(tokens, at, last + 2, value * factor, factor / 10, "words", known)
    if (
        last + 2 < len(tokens)
        and lowers[last] in known.of
        and lowers[last + 1] in known.articles
        and lowers[last + 2] in known.magnitudes
    ):
        factor = known.magnitudes[lowers[last + 2]]
        return Number(first, last + 3, value * factor, factor / 10, "words", tokens.ends[last + 2])
    follows = lowers[last] if last < len(tokens) else "."
    # "a third man" and "the third quarter" are ordinals: a noun stands behind them.
    if value != 0.5 and follows[0].isalpha() and follows not in known.of and follows not in known.after_fraction:
        return None
    return Number(first, last, value, 0.0, "fraction", tokens.ends[at])


def _ratio(tokens: Tokens, at: int, part: float, known: _Words) -> Number | None:
    """ "one in five", "three out of ten", "4 in every 1,000", and "two voters in five"."""
    lowers, total = tokens.lowers, len(tokens)
    last = at + 1
    counted = last < total and lowers[last].isalpha() and lowers[last] not in known.ends and lowers[last] != "in"
    if counted:
        last += 1
    for opener in known.ratio_openers.get(lowers[last] if last < total else "", ()):
        if tuple(lowers[last : last + len(opener)]) == opener:
            last += len(opener)
            break
    else:
        return None
    if last >= total:
        return None
    text = lowers[last].replace(",", "")
    whole = known.small.get(text) or known.magnitudes.get(text) or (float(text) if text.isdecimal() else 0.0)
    if not part < whole <= 10_000 or (whole > 100 and whole % 100):
        return None
    if last + 1 < total and lowers[last + 1] in known.magnitudes:
        return None
    if counted and last + 1 < total and lowers[last + 1].isalpha() and lowers[last + 1] not in known.ends:
        return None  # "two men in five cars"
    return Number(at, last + 1, part / whole, 0.0, "ratio", tokens.ends[last])


def _every_so_many(tokens: Tokens, at: int, known: _Words) -> Number | None:
    """ "every third pass" is one in three; "every third day" tells how often."""
    lowers = tokens.lowers
    if at + 2 >= len(lowers) or not 1 < known.ordinals.get(lowers[at + 1], 1) <= 20:
        return None
    noun = lowers[at + 2]
    if not noun.isalpha() or noun in known.units or noun in known.ends:
        return None
    return Number(at, at + 2, 1 / known.ordinals[lowers[at + 1]], 0.0, "ratio", tokens.ends[at + 1])


def _of_magnitude(tokens: Tokens, first: int, last: int, value: float, known: _Words) -> Number:
    """A fraction, read on over "of a million"."""
    lowers = tokens.lowers
    words = lowers[last : last + 3]
    if len(words) == 3 and words[0] in known.of and words[1] in known.articles and words[2] in known.magnitudes:
        factor = known.magnitudes[words[2]]
        return Number(first, last + 3, value * factor, factor / 10, "words", tokens.ends[last + 2])
    return Number(first, last, value, 0.0, "fraction", tokens.ends[last - 1])


def _hyphenated(tokens: Tokens, at: int, known: _Words) -> Number | None:
    """ "twenty-five", "two-thirds", "four-and-a-half", and the number that opens "three-year" or "five-mile-long"."""
    parts = tokens.lowers[at].split("-")
    value = known.small.get(parts[0], known.fractions.get(parts[0], 0.0))
    if parts[0] in known.fractions:
        return Number(at, at + 1, value, 0.0, "prefix", tokens.starts[at] + len(parts[0])) if len(parts) > 1 else None
    rest = parts[1:]
    if rest and value >= 20 and rest[0] in known.small and known.small[rest[0]] < 10:
        value += known.small[rest[0]]
        rest = rest[1:]
    if len(rest) > 1 and rest[0] in known.joiner and known.fractions.get(rest[-1]) == 0.5:
        return _with_magnitudes(tokens, at, at + 1, value + 0.5, 0.5, "words", known)
    if value >= 20 and len(rest) == 1 and known.ordinals.get(rest[0], 10) < 10:
        return Number(at, at + 1, value + known.ordinals[rest[0]], 1.0, "ordinal", tokens.ends[at])
    if len(rest) == 1 and rest[0] in known.fractions:
        return _of_magnitude(tokens, at, at + 1, value * known.fractions[rest[0]], known)
    while rest and rest[0] in known.magnitudes:
        value *= known.magnitudes[rest[0]]
        rest = rest[1:]
    if rest:
        length = sum(len(part) + 1 for part in parts[: len(parts) - len(rest)]) - 1
        return Number(at, at + 1, value, 1.0, "prefix", tokens.starts[at] + length)
    return _with_magnitudes(tokens, at, at + 1, value, 1.0, "words", known)


def _with_magnitudes(
    tokens: Tokens, first: int, last: int, value: float, step: float, form: str, known: _Words, scaled: bool = False
) -> Number:
    """Reads on over "hundred", "million", "and a half", "and fifty"."""
    lowers, total = tokens.lowers, len(tokens)
    # "two and a half million", "five and a half hours"
    if (
        last + 2 < total
        and lowers[last] in known.joiner
        and lowers[last + 1] in known.articles
        and known.fractions.get(lowers[last + 2]) == 0.5
        and (value < 100 or scaled)
    ):
        half = value / 2 if scaled else 0.5
        value, step, last = value + half, half, last + 3
    elif value < 100 and (part := _fraction_more(lowers, last, known)) is not None:
        value, step, last = value + part[0], 0.25, part[1]
    grand = 0.0
    while last < total:
        word = lowers[last]
        dashed = word in DASHES and last + 1 < total and not tokens.spaced(last) and not tokens.spaced(last + 1)
        if dashed and lowers[last + 1] in known.magnitudes:
            last += 1
            word = lowers[last]
        if word in known.magnitudes:
            factor = known.magnitudes[word]
            if value * factor > _LARGEST:
                break
            value, step, scaled = value * factor, step * factor, True
            last += 1
        elif scaled and form == "words":
            skip = 1 if word in known.joiner else 0
            add = _small(lowers[last + skip], known) if last + skip < total else None
            if add is None or add >= value or (not skip and value < 1000):
                break
            after = last + skip + 1
            if after < total and lowers[after] in known.magnitudes:
                factor = known.magnitudes[lowers[after]]
                if factor < value and factor >= 1000:
                    break
                if factor >= 1000:
                    value, step = (value + add) * factor, factor
                else:
                    after += 1
                    more = known.magnitudes.get(lowers[after], 0) if after < total else 0
                    times = more if 1000 <= more < value else 1.0  # "one million three hundred thousand"
                    value, step = value + add * factor * times, factor * times
                    after -= times == 1.0
                last = after + 1
            else:
                if skip and after < total and add < 20 and value < 100:
                    break
                value, step, last = value + add, 1.0, after
        else:
            break
    return Number(first, last, grand + value, step, form, tokens.ends[last - 1])


def _fraction_more(lowers: list[str], last: int, known: _Words) -> tuple[float, int] | None:
    """What “and three-quarters” adds, with the token behind it."""
    if last + 1 >= len(lowers) or lowers[last] not in known.joiner:
        return None
    head, dash, tail = lowers[last + 1].partition("-")
    if dash and head in known.small and tail in known.fractions and known.small[head] > 1:
        return known.small[head] * known.fractions[tail], last + 2
    part = lowers[last + 2] if last + 2 < len(lowers) else ""
    whole = part in known.fractions and part not in known.ordinals and part not in known.plurals
    if head in known.articles and whole and not known.of.intersection(lowers[last + 3 : last + 4]):
        return known.fractions[part], last + 3  # "11 and a quarter hours"
    if head in known.small and known.small[head] > 1 and part in known.plurals:
        return known.small[head] * known.fractions[part], last + 3
    return None


def _small(word: str, known: _Words) -> float | None:
    if word in known.small:
        return known.small[word]
    head, dash, tail = word.partition("-")
    if dash and known.small.get(head, 0) >= 20 and 0 < known.small.get(tail, 0) < 10:
        return known.small[head] + known.small[tail]
    return None
