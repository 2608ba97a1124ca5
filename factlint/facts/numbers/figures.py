"""Figures: every number of an article with what it counts, how exact it is and what kind of claim it makes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.facts.model import Figure
from factlint.facts.numbers.numbers import Number, find_numbers
from factlint.facts.numbers.units import Unit, UnitWords, unit_of, unit_words
from factlint.lexicon import Bundle, Lexicon
from factlint.tokens import DASHES, GENITIVE, Tokens

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts


_RESULT_LINE = 120  # characters of a line of results
_RESULT = re.compile(r"(?:[^\W\d_][^\d,;.\n]{1,30} \d{1,3}(?:,\d{3})*(?: ?\([^()]*\))?[,;.]? ?){2,}")

# “-foot-10”, “ft7”, “-stone-4-pound” behind a number.
_JOINED = re.compile(
    r"[- ]?(?P<unit>[^\W\d_]+)(?P<joint>-?)(?P<rest>\d{1,2}(?![\d.,]\d)|[^\W\d_]+)(?:-(?P<name>[^\W\d_]+))?"
)
_LISTED_AGES = 8  # tokens from “aged” over which a list of ages may run
_TO_NOUN = 3  # tokens behind two joined numbers in which the plural that they count stands
_NAMING = ("NOUN", "ADJ")
_MANY = frozenset({"person", "group", "animal"})  # nouns that are counted without a plural: staff, cattle
_MOST_OF_REST = 16  # the smaller units of one larger are no more


class _Words(Bundle):
    """What the annotator looks up, unpacked once."""

    units: UnitWords
    hedges: dict[str, str]
    not_counted: frozenset[str]
    irregular: dict[str, str]
    casualties: frozenset[str]
    old: frozenset[str]
    aged: frozenset[str]
    of: frozenset[str]
    before_names: frozenset[str]
    one: frozenset[str]
    list_openers: frozenset[str]
    minus: frozenset[str]
    people: frozenset[str]
    tallies: frozenset[str]
    numbers: frozenset[str]
    clock_openers: frozenset[str]
    clock_tails: frozenset[str]
    wickets: frozenset[str]
    moves: frozenset[str]
    bounds: frozenset[str]
    smaller: dict[str, str]
    number_values: dict[str, float]
    age_joints: frozenset[str]
    at: frozenset[str]
    definite: frozenset[str]
    numbering: frozenset[str]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        unit_words(lexicon),
        dict(lexicon.table("hedges")),
        lexicon.words("not-counted"),
        dict(lexicon.table("irregular-plurals")),
        lexicon.words("casualty-words"),
        lexicon.words("age-tails"),
        lexicon.words("age-openers"),
        lexicon.words("of-words"),
        lexicon.words("before-figures"),
        lexicon.words("weak-numbers"),
        lexicon.words("list-openers"),
        lexicon.words("minus-words"),
        lexicon.words("person-nouns") | lexicon.words("tallied-nouns"),
        lexicon.words("tally-nouns"),
        frozenset(lexicon.table("number-words")),
        lexicon.words("clock-openers"),
        lexicon.words("clock-tails"),
        lexicon.words("for-words"),
        frozenset(word for word, part in lexicon.table("figure-words").items() if part in ("rise", "fall")),
        lexicon.words("moving-bounds"),
        dict(lexicon.table("smaller-units")),
        dict(lexicon.table("number-words")),
        lexicon.words("number-joiners") | {","},
        lexicon.words("at-words"),
        lexicon.words("definite-articles"),
        lexicon.words("numbering-words"),
    )


def find_figures(facts: Facts) -> tuple[Figure, ...]:
    """Every number that counts, measures, prices, shares or ranks; those of dates and of names left out."""
    tokens, words = facts.tokens, _words(facts.lexicon)
    dated = {position for date in facts.dates for position in range(date.first, date.last)}
    found: list[Figure] = []
    for number in find_numbers(tokens, facts.lexicon):
        if number.first in dated or number.last - 1 in dated or _is_no_count(tokens, number):
            continue
        figure = _figure(facts, number, words, found[-1].last if found else -1)
        if figure is not None:
            found.append(figure)
            if figure.unit in words.smaller and (rest := _rest(facts, number, figure, words)) is not None:
                found.append(rest)
    from factlint.facts.numbers.figure_sources import with_sources
    from factlint.facts.numbers.restatements import with_restatements

    return with_restatements(facts, with_sources(facts, found))


def _figure(facts: Facts, number: Number, words: _Words, previous: int) -> Figure | None:
    tokens = facts.tokens
    unit = unit_of(tokens, number, words.units)
    if unit is None and (
        (_names_something(tokens, number, words) and not _goes_on(tokens, number, words, previous))
        or _is_pronoun(tokens, number, words)
        or _is_capital(facts, number, words)
    ):
        return None
    if unit is None and _is_of_a_word(tokens, number, previous):
        number = number._replace(form="prefix")
    first, last = number.first, number.last
    if unit is not None:
        first, last, end = unit.first, unit.last, unit.end
    else:
        end = number.end
    value = number.value
    degrees = unit is not None and unit.dimension == "temperature"
    if (degrees or (unit is None and first and tokens.texts[first - 1].isalpha())) and _below_zero(
        tokens, first, words
    ):
        first, value = first - 1, -value
    start = tokens.starts[first]
    paragraph = facts.paragraph_at(start)
    subject = _subject(tokens, number, last, paragraph.last, words) if _counts(number, unit) else None
    dimension = unit.dimension if unit else "share" if number.form in ("fraction", "ratio") else "count"
    claim = _claim(facts, number, unit, first, last, subject, words, paragraph.kind == "headline")
    return Figure(
        start,
        end,
        value,
        unit.name if unit else None,
        subject,
        _precision(tokens, first, words),
        claim,
        None,
        facts.in_quotation(start),
        paragraph.number,
        paragraph.kind,
        dimension,
        number.form,
        number.step,
        None,
        (),
        first,
        last,
    )


def _rest(facts: Facts, number: Number, figure: Figure, words: _Words) -> Figure | None:
    """The inches of “6-foot-7”, “six-foot-seven-inch” or “6ft7”: what is joined to a unit and counts a smaller one."""
    text = facts.article.text
    match = _JOINED.match(text, number.end)
    if match is None or words.units.names.get(match["unit"].lower()) != figure.unit:
        return None
    told = match["rest"].lower()
    value = float(told) if told.isdecimal() else words.number_values.get(told)
    if value is None or value >= _MOST_OF_REST or not (match["joint"] or told.isdecimal()):
        return None
    start, end = match.span("rest")
    smaller = words.smaller[figure.unit or ""]
    if match["name"] and words.units.names.get(match["name"].lower()) == smaller:
        end = match.end()
    first = facts.tokens.at(start)
    last = max(first + 1, facts.tokens.at(end - 1) + 1)
    return figure._replace(
        start=start, end=end, value=value, unit=smaller, subject=None, step=1.0, first=first, last=last
    )


def _is_no_count(tokens: Tokens, number: Number) -> bool:
    """Whether a number is that of a footnote, [18], or the digits behind a point alone, .265."""
    before, after = number.first - 1, number.last
    if before < 0 or number.form != "digits" or tokens.spaced(number.first):
        return False
    if tokens.texts[before] == "." and tokens.spaced(before):
        return True
    return tokens.texts[before] == "[" and tokens.texts[after : after + 1] == ["]"] and not tokens.spaced(after)


def _below_zero(tokens: Tokens, first: int, words: _Words) -> bool:
    """ "minus 5C", "-5C"."""
    if first == 0 or tokens.lowers[first - 1] not in words.minus:
        return False
    return tokens.texts[first - 1][0].isalpha() or (not tokens.spaced(first) and tokens.spaced(first - 1))


def _counts(number: Number, unit: Unit | None) -> bool:
    return number.form not in ("ordinal", "fraction", "ratio", "prefix") and unit is None


def _is_of_many(tokens: Tokens, number: Number, words: _Words) -> bool:
    """ "28 seats, the Millers 14 and the Weavers nine": the number of a side that is named in the plural."""
    name, behind = number.first - 1, tokens.lowers[number.last : number.last + 1]
    plural = name > 1 and tokens.lowers[name].endswith("s") and tokens.lowers[name - 1] in words.definite
    return plural and (not behind or not behind[0][0].isalnum() or behind[0] in words.age_joints)


def _names_something(tokens: Tokens, number: Number, words: _Words) -> bool:
    """Whether bare digits are the end of a name, Boeing 777, Article 50, and not “gave Labour 31 seats”."""
    if number.form != "digits" or number.first == 0:
        return False
    before = number.first - 1
    text = tokens.texts[before]
    if text in DASHES and before and not tokens.spaced(number.first):
        before -= 1
        text = tokens.texts[before]
        if text.isdecimal():
            before -= 1
            text = tokens.texts[before] if before >= 0 else ""
    if not text or not text[0].isupper() or tokens.lowers[before] in words.before_names:
        return False
    if (
        "," in tokens.texts[number.first]
        or _is_result(tokens, number)
        or _is_of_many(tokens, number, words)
        or _subject(tokens, number, number.last, len(tokens), words) in words.people
    ):
        return False
    opens = (
        before == 0
        or tokens.texts[before - 1] in '.!?:“"'
        or "\n" in tokens.text[tokens.ends[before - 1] : tokens.starts[before]]
    )
    return not opens


def _goes_on(tokens: Tokens, number: Number, words: _Words, previous: int) -> bool:
    """Whether a name and its number go on a list that began with a verb: “Ann made 210, Beth 150 and Carl 100.”"""
    behind = tokens.lowers[number.last : number.last + 1]
    name = number.first - 1
    while name > previous and tokens.texts[name][0].isupper():
        name -= 1
    name -= tokens.lowers[name] in words.definite  # "the Lily 26"
    joined = tokens.lowers[name] in words.age_joints
    mark = name - 1 if joined and tokens.lowers[name - 1] in words.age_joints else name
    if (
        not 0 < previous <= mark
        or not joined
        or (behind and not words.age_joints.issuperset(behind) and behind[0] != ".")
    ):
        return False
    return all(word.isalpha() and word.islower() for word in tokens.texts[previous:mark])


def _is_of_a_word(tokens: Tokens, number: Number, previous: int) -> bool:
    """Whether digits right behind another number are joined to a noun: “six 3-pointers”, “two 4-wheelers”."""
    dash = number.last
    if previous != number.first or number.form != "digits" or dash + 1 >= len(tokens):
        return False
    joined = tokens.texts[dash] in DASHES and not tokens.spaced(dash) and not tokens.spaced(dash + 1)
    return joined and tokens.texts[dash + 1].isalpha()


def _is_capital(facts: Facts, number: Number, words: _Words) -> bool:
    """Whether a number in words is a name or the end of one: “the Fantastic Four”, “on Five”."""
    tokens, first = facts.tokens, number.first
    if (
        number.form != "words"
        or not tokens.texts[first].istitle()
        or not first
        or not tokens.texts[first - 1].isalpha()
    ):
        return False
    sentence = facts.sentence_of(first)
    following = tokens.texts[number.last : number.last + 1]
    alone = not following or not following[0].istitle()
    return alone and sentence.first < first and sentence.kind == "paragraph" and tokens.spaced(first)


def _is_result(tokens: Tokens, number: Number) -> bool:
    """ "Lakeport Harriers 88, Copper Bay 75": names with a number each, on a line of their own."""
    text = tokens.text
    start = text.rfind("\n", 0, tokens.starts[number.first]) + 1
    end = text.find("\n", tokens.ends[number.first])
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < _RESULT_LINE and _RESULT.fullmatch(line) is not None


def _is_pronoun(tokens: Tokens, number: Number, words: _Words) -> bool:
    """Whether "one" is no number: it is one in a list, before "in", or with a magnitude."""
    if number.value != 1 or number.form != "words" or number.last - number.first > 1:
        return False
    if tokens.lowers[number.first] not in words.one:
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    return before not in words.list_openers


def _subject(tokens: Tokens, number: Number, at: int, stop: int, words: _Words) -> str | None:
    """The dictionary form of the noun that is counted: the first plural within four words; after one, the next word."""
    fallback = None
    for position in range(at, min(at + 4, stop)):
        word, text = tokens.lowers[position], tokens.texts[position]
        if not text[0].isalpha() or word in words.not_counted:
            break
        if word in words.irregular:
            return words.irregular[word]
        if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", GENITIVE)):
            return singular(word)
        if fallback is None:
            fallback = word
    return fallback if number.value == 1 else None


def singular(word: str) -> str:
    """A regular plural without its ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _precision(tokens: Tokens, first: int, words: _Words) -> str:
    """exact, about, over or under, by the words before the figure."""
    for length in (4, 3, 2, 1):
        if first >= length:
            phrase = " ".join(tokens.lowers[first - length : first])
            if phrase in words.hedges:
                moved = lowers_before(tokens, first - length) in words.moves  # "crept up to 4.2 per cent"
                return "exact" if moved and phrase in words.bounds else words.hedges[phrase]
    return "exact"


def lowers_before(tokens: Tokens, position: int) -> str:
    """The word before a token, in lower case; nothing where it is the first."""
    return tokens.lowers[position - 1] if position else ""


def _claim(
    facts: Facts,
    number: Number,
    unit: Unit | None,
    first: int,
    last: int,
    subject: str | None,
    words: _Words,
    headline: bool,
) -> str:
    tokens = facts.tokens
    if number.form == "ordinal" or _is_numbered(facts, number, unit, words) or _tells_which(facts, number, unit):
        return "ordinal"
    if _is_age(tokens, number, unit, last, words, headline):
        return "age"
    if unit is None and _is_score(facts, number, words):
        return "score"
    if unit is None and subject is None and _is_clock(tokens, number, words):
        return "time"
    if unit is not None and unit.dimension == "money":
        return "money"
    if number.form in ("fraction", "ratio") or (unit is not None and unit.dimension in ("share", "point")):
        return "share"
    if unit is not None:
        return "time" if unit.dimension == "duration" else "measure"
    near = tokens.lowers[max(0, first - 5) : last + 6]
    at = number.first > 1 and tokens.lowers[number.first - 1] in words.at and number.form == "digits"
    if at and subject is None and tokens.lowers[number.first - 2] in words.casualties:
        return "age"  # “died at 58 in 2015”
    if any(word in words.casualties for word in near):
        return "casualties"
    return "count"


def _is_numbered(facts: Facts, number: Number, unit: Unit | None, words: _Words) -> bool:
    """Whether digits tell which one of a row, “No 10”, “No. 3”, and not how many."""
    tokens = facts.tokens
    if number.form != "digits" or unit is not None or number.step < 1 or "," in tokens.texts[number.first]:
        return False
    before = number.first - 1
    if before > 0 and tokens.texts[before] == ".":
        before -= 1
    return before >= 0 and tokens.lowers[before] in words.numbering


def _tells_which(facts: Facts, number: Number, unit: Unit | None) -> bool:
    """Whether digits say which thing is meant, as in “the 64 bus”: what one counts would be told in the plural."""
    if number.form != "digits" or unit is not None or not number.first:
        return False
    language, lowers = facts.language, facts.tokens.lowers
    index = language.phrase_at(number.first)
    if index is None or lowers[number.first - 1] not in facts.lexicon.words("definite-articles"):
        return False
    head, words = language.phrases[index].head, language.words
    singular = head >= number.last and language.tags[head] == "NOUN" and not words.is_plural(lowers[head])
    joined = not DASHES.isdisjoint(lowers[number.last : number.last + 1])  # “the 630-mile walk”
    return singular and not joined and _MANY.isdisjoint(words.noun_classes(lowers[head]))


def _is_age(tokens: Tokens, number: Number, unit: Unit | None, last: int, words: _Words, headline: bool) -> bool:
    """ "34-year-old", "aged 34", "at the age of 34", "Ann Roe, 34, said"."""
    if unit is not None:
        if unit.dimension != "duration":
            return False
        tail = tokens.lowers[last - 1].partition("-")[2]
        return tail in words.old or (last < len(tokens) and tokens.lowers[last] in words.old)
    if number.form == "prefix":
        return tokens.lowers[number.first].rpartition("-")[2] in words.old
    if not 0 < number.value < 115 or number.step < 1:
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    opener = tokens.lowers[number.first - 2] if before in words.of and number.first > 1 else before
    if opener in words.aged or _is_listed_age(tokens, number.first, words):
        return True
    after = tokens.texts[number.last] if number.last < len(tokens) else ""
    if before in words.at and number.first > 1 and tokens.texts[number.first - 2] == ",":
        return number.form == "digits" and after in (",", *words.definite)  # "Kemar Holder, at 19 the eldest"
    if before != "," or number.first < 2 or number.form != "digits":
        return False
    whose = tokens.texts[number.first - 2]
    if whose[0].isupper():
        return after in (",", ".", ")", ";")
    known = headline or whose in words.people
    return known and after == "," and whose.isalpha()  # "Chess prodigy, 12, beats grandmaster"


def _is_listed_age(tokens: Tokens, first: int, words: _Words) -> bool:
    """ "aged 28 and 25", "aged 12, 9 and six"."""
    at = first - 1
    while (
        at > 0 and first - at <= _LISTED_AGES and (tokens.texts[at] in words.age_joints or tokens.texts[at].isdecimal())
    ):
        at -= 1
    return at < first - 2 and tokens.lowers[at] in words.aged


def _is_clock(tokens: Tokens, number: Number, words: _Words) -> bool:
    """ "two in the morning", "ten past three", "at nine": an hour, and no count."""
    if not 0 < number.value <= 24 or number.last - number.first > 1:
        return False
    lowers = tokens.lowers
    if " ".join(lowers[number.last : number.last + 3]) in words.clock_tails:
        return True
    after = lowers[number.last] if number.last < len(lowers) else "."
    if after in words.clock_tails or (number.first and lowers[number.first - 1] in words.clock_tails):
        return True
    opened = number.first > 0 and lowers[number.first - 1] in words.clock_openers
    return opened and number.value <= 12 and not after[0].isalnum()


def _is_score(facts: Facts, number: Number, words: _Words) -> bool:
    """ "3-2", "64-36": two bare numbers joined by a mark, without white space."""
    tokens = facts.tokens
    first, last = number.first, number.last
    if _is_cricket(tokens, number, words):
        return True
    right = last + 1 < len(tokens) and tokens.texts[last] in DASHES and tokens.texts[last + 1].isdecimal()
    left = first > 1 and tokens.texts[first - 1] in DASHES and tokens.texts[first - 2].isdecimal()
    if right and not tokens.spaced(last) and not tokens.spaced(last + 1):
        return not _counted(facts, last + 2, words)
    if left and not tokens.spaced(first) and not tokens.spaced(first - 1):
        return not _counted(facts, last, words)
    return False


def _is_cricket(tokens: Tokens, number: Number, words: _Words) -> bool:
    """ "203 for eight", "150 for 3": runs and wickets."""
    lowers = tokens.lowers
    first, last = number.first, number.last
    if last + 1 < len(lowers) and lowers[last] in words.wickets and 30 < number.value < 1000:
        tail = lowers[last + 1]
        return tail in words.numbers or (tail.isdecimal() and int(tail) < 10)
    if first > 1 and lowers[first - 1] in words.wickets and number.value < 10:
        return lowers[first - 2].isdecimal() and 30 < int(lowers[first - 2]) < 1000
    return False


def _counted(facts: Facts, after: int, words: _Words) -> bool:
    """Whether a unit or a plural follows two joined numbers, so that they are a range; not “a 5-4 vote”."""
    tokens, language = facts.tokens, facts.language
    behind = range(after, min(after + _TO_NOUN, len(tokens)))
    if any(tokens.lowers[at] in words.tallies for at in behind[:2]):
        return False
    units = words.units
    if behind and (
        tokens.lowers[after] in units.percents
        or tokens.lowers[after] in units.per
        or tokens.texts[after] in units.degrees
    ):
        return True
    for at in behind:
        if not tokens.texts[at][0].islower() or language.tags[at] not in _NAMING:
            return False
        if language.words.is_plural(tokens.lowers[at]):
            return True
    return False
