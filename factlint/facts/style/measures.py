"""Measures: how units, currencies and the system of measures are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.facts.style.choices import Choice, in_running_text

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.facts.model import Figure

_MEASURE = re.compile(
    r"[\d.,]*[\d.,¼-¾⅐-⅞](?P<gap>[ \u00a0\u202f]?)(?P<unit>[^\W\d_]+(?:/[^\W\d_]+)?\.?(?: [^\W\d_]+)*|°[CF]?)"
)
_MONEY = re.compile(r"(?P<before>[^\d\s]*)[ \u00a0]?[\d.,]+[ \u00a0]?(?P<behind>[^\d\n]*)")
#: What the choice between a sign and a word is called, before the sign.
SUMS = "sums in "
_LONGEST_SIGN = 4  # letters of an abbreviation, its stroke included
_PROSE = frozenset({"paragraph", "caption", "standfirst"})
_HEDGED = 2  # tokens from a bracket to the measure in it
_FEWEST = 2  # measures of the system that an article has chosen


def measure_choices(facts: Facts) -> Iterator[Choice]:
    """Every figure with a unit or a currency, by how that is written, and every measure by its system."""
    figures = [figure for figure in facts.figures if figure.unit is not None and figure.form == "digits"]
    units: list[Choice] = []
    converted = _converted(facts, figures)
    for figure in figures:
        if figure.dimension == "money":
            yield from (choice for choice in _currency(facts, figure) if choice.name not in converted)
        elif figure.dimension not in ("count", "none", "share", "point", "duration"):
            units += _unit(facts, figure)
    yield from _spans(facts)
    yield from _unsettled(units)
    yield from _systems(facts, figures)


def _unsettled(units: list[Choice]) -> Iterator[Choice]:
    """The units, but for those that are told in full where they first stand and cut short ever after."""
    forms: dict[str, list[str]] = {}
    for place in units:
        forms.setdefault(place.name, []).append(place.form)
    for place in units:
        first, *later = forms[place.name]
        introduced = len(later) > 1 and {*later} != {first} and len({*later}) == 1 and len(first) > len(later[0])
        if not introduced:
            yield place


def _unit(facts: Facts, figure: Figure) -> Iterator[Choice]:
    """9km, 9 km and 9 kilometres; measures before a noun (a 9-km path) have a hyphen and go by other rules."""
    match = _MEASURE.fullmatch(facts.article.text, figure.start, figure.end)
    if match is None:
        return
    magnitudes = facts.lexicon.table("magnitudes")
    unit = " ".join(word for word in match["unit"].split() if word.lower() not in magnitudes)
    if not unit:
        return
    short = len(unit.rstrip(".")) <= _LONGEST_SIGN and unit not in facts.lexicon.words("short-unit-words")
    name = f"the unit {figure.unit}"
    word = unit.rstrip(".") if short else facts.language.words.lemma(unit.lower(), "NOUN")
    if word not in facts.lexicon.table("british-american"):
        yield Choice(figure.start, figure.end, name, f"9 {word}", "unit")
    if short and unit[0].isalpha():
        yield Choice(
            figure.start, figure.end, f"the space before {figure.unit}", "9 km" if match["gap"] else "9km", "unit"
        )


def _spans(facts: Facts) -> Iterator[Choice]:
    """1 hr 40 mins and two hours: whether hours and minutes are cut short; what stands in brackets is a table's."""
    short = facts.lexicon.table("units-of-spans")
    for figure in facts.figures:
        word = facts.tokens.lowers[figure.last - 1].rstrip(".") if figure.dimension == "duration" else ""
        bracketed = figure.first and facts.tokens.texts[figure.first - 1] == "("
        if word in short and not bracketed and in_running_text(facts, figure.start) and not _is_timed(facts, figure):
            yield Choice(figure.start, figure.end, "hours and minutes told", short[word], "unit")


def _is_timed(facts: Facts, span: Figure) -> bool:
    """Whether a sentence times a race to the second, as tables of results do: “in 2hr 58min 12.4sec”."""
    sentence = facts.sentence_at(span.start)
    seconds = facts.lexicon.words("short-forms-of-seconds")
    return not seconds.isdisjoint(facts.tokens.lowers[sentence.first : sentence.last])


def _below_one(facts: Facts, figure: Figure, before: str, word: str) -> Iterator[Choice]:
    """$0.49 and 55 cents; “12 pounds and 50 pence” besides is a sum in words, whatever 12 pounds weigh."""
    tokens, coins = facts.tokens, facts.lexicon.table("signs-of-coins")
    of_coins = facts.lexicon.table("signs-of-small-coins")
    if figure.value < 1 and before in coins.values():
        yield Choice(figure.start, figure.end, f"{before}1 and less", f"{before}0.50", "currency")
    sign = of_coins.get(word)
    if sign is None or not tokens.texts[figure.first][0].isdecimal():
        return
    at = figure.first - 1
    at -= at > 0 and tokens.lowers[at] in facts.lexicon.words("and-words")
    if at > 0 and coins.get(tokens.lowers[at]) and tokens.texts[at - 1].isdecimal():
        start, name = tokens.starts[at - 1], tokens.lowers[at]
        yield Choice(start, figure.end, f"{SUMS}{coins[name]}", f"5 {name}", "currency")
    else:
        for one in sign:
            yield Choice(figure.start, figure.end, f"{one}1 and less", f"50 {word}", "currency")


def _currency(facts: Facts, figure: Figure) -> Iterator[Choice]:
    """€5m and EUR 5m, 5p and 5 pence; a sum written with a sign and a word for millions is asked of elsewhere."""
    match = _MONEY.fullmatch(facts.article.text, figure.start, figure.end)
    if match is None or match["behind"].startswith("-"):
        return  # “a 25-cent coin” goes by other rules
    magnitudes = facts.lexicon.table("magnitude-forms")
    words = [word for word in match["behind"].split() if word.lower() not in magnitudes]
    before, coins = match["before"], facts.lexicon.table("signs-of-coins")
    if before and words:
        return
    mark = before or (words[-1].lower() if words else "")
    plain = len(words) == len(match["behind"].split())
    if plain and not facts.in_quotation(figure.start):
        yield from _below_one(facts, figure, before, mark)
    if plain and not facts.in_quotation(figure.start) and (mark in coins or mark in coins.values()):
        sign = coins.get(mark, mark)
        yield Choice(figure.start, figure.end, f"{SUMS}{sign}", f"{sign}5" if before else f"5 {mark}", "currency")
    if not mark or mark in coins:
        return  # signs and the words for them are asked of with their millions
    if facts.article.text[figure.end : figure.end + 1].isalpha():
        return  # US10YT is the code of a bond
    if not before:
        mark = facts.language.words.lemma(mark, "NOUN")
    yield Choice(figure.start, figure.end, f"the mark of {figure.unit}", mark, "currency")


def _converted(facts: Facts, figures: list[Figure]) -> frozenset[str]:
    """The choices of mark of which the article has two in one sentence: “$41 million (US$7 million)” is two moneys."""
    marks: dict[tuple[int, str], set[str]] = {}
    for figure in figures:
        if figure.dimension == "money" and figure.block in _PROSE:
            for choice in _currency(facts, figure):
                if not choice.name.startswith(SUMS):
                    number = facts.sentence_at(figure.start).number
                    marks.setdefault((number, choice.name), set()).add(choice.form)
    return frozenset(choice for (_, choice), forms in marks.items() if len(forms) > 1)


def _systems(facts: Facts, figures: list[Figure]) -> Iterator[Choice]:
    """Miles or kilometres, pounds or kilograms; none where the article gives both side by side."""
    table = facts.lexicon.table("unit-pairs")
    rows: dict[str, list[Figure]] = {}
    for figure in figures:
        pair = table.get(str(figure.unit))
        if pair is not None and figure.block in _PROSE and not figure.in_quote:
            rows.setdefault(pair, []).append(figure)
    for name, row in rows.items():
        if any(one.unit != two.unit and _beside(facts, one, two) for one, two in pairwise(row)):
            continue
        if any("(" in facts.tokens.lowers[max(0, figure.first - _HEDGED) : figure.first] for figure in row):
            continue  # "will hold 12,000 (about 2,600 gallons)"
        units = [figure.unit for figure in row]
        if len(set(units)) > 1 and max(units.count(unit) for unit in set(units)) >= _FEWEST:
            for figure in row:
                yield Choice(figure.start, figure.end, name, str(figure.unit), "unit-system")


def _beside(facts: Facts, one: Figure, two: Figure) -> bool:
    """Whether two measures stand in one sentence, so that the one may be the other in the other system."""
    return facts.sentence_at(one.start) == facts.sentence_at(two.start)
