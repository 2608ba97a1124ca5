"""Sums: a total and the parts that it is said to consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.amounts import written_like
from factlint.facts.numbers.calculations.kinds import (
    are_complements,
    group_size,
    of_one_kind,
    of_one_kind_last,
)
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import around, half, plain, scaled
from factlint.facts.numbers.calculations.tied import is_one_breath
from factlint.facts.numbers.workings import say
from factlint.tokens import GENITIVES

# What may stand between a total and its first part, and between parts.
_NO = "[^n$ut%rqydD.]"
_OPENS = re.compile(rf"(?!.*[FTBCHY+\-][he]*\Z){_NO}{{0,10}}?(?:[,(~:;VAKG]{_NO}{{0,7}}|c)\Z")
JOINS = re.compile(rf"(?!.*[FTBCHY+\-][he]*\Z){_NO}{{0,9}}[,A;]{_NO}{{0,7}}\Z")
_STRONG = re.compile(r"[^,;A]{0,8}(?:[(~:K]|,?M\+V)|,K")
_OF_THE = re.compile(r"(?:\A|[,;:(~])V[he]*\Z")
_PART_OF_WHOLE = re.compile(r"nw?V[he]*\Z")
_OF_NAMED = re.compile(r"V[he]")
_REST = re.compile(r"[^n$ut%rq;:]{0,5}[,A]+[he]*R")
_SMALL_ERROR = 0.35
_COINCIDENCE = 20  # smaller sums agree by chance
_OPEN = 12  # tokens behind the last part in which a word says that there are others
_LONGEST_OWNER = 7  # tokens from “of” to a total that somebody owns
_MOST_PARTS = 60  # figures behind a total that may be its parts
_PART_BEFORE = 2  # figures right before a total of which one may be a part of it
_SIDE = 6  # codes behind a part in which it is told which side it is
_PARTS_BACK = 6  # figures before a total among which its own whole is looked for


def find(line: Line) -> Iterator[Calculation]:
    """The totals of a sentence with their parts."""
    codes = line.timeless
    for code in "n$":
        if codes.count(code) < 3:
            continue
        places = [place for place, other in enumerate(codes) if other == code]
        done = False
        for index in range(len(places) - 2):
            found = _total_first(line, places[index:], code)
            if found:
                done = True
                yield found
                break
        if not done:
            yield from _total_last(line, places, code)


# -------------------------------------------------------------------------------------------------------- total first


def _total_first(line: Line, places: Sequence[int], code: str) -> Calculation | None:
    """ "12 people, seven men and five women"; "12 posts: seven in sales and five in support"."""
    codes = line.timeless
    total = places[0]
    if _PART_OF_WHOLE.search(codes, 0, total) or _OF_NAMED.match(codes, total + 1):
        return None  # "four of the seven …, two … and one …": the first part stands before the whole
    parts: list[int] = []
    for place in places[1 : 1 + _MOST_PARTS]:
        gap = codes[(parts[-1] if parts else total) + 1 : place]
        if not (JOINS if parts else _OPENS).match(gap):
            break
        parts.append(place)
    listed = len(parts) > 1 and "A" in codes[parts[0] : parts[-1]]
    if len(parts) < 2 or not (listed or _STRONG.match(codes[total + 1 : parts[0]])):
        return None
    whole, figures = line.figure(total), [line.figure(place) for place in parts]
    if (
        whole.value < 2
        or any(part.form == "prefix" for part in figures)
        or (whole.form == "prefix" and not group_size(line, total))
        or whole.value < max(part.value for part in figures)
    ):
        return None
    added, slack = 0.0, half(whole)
    for count, figure in enumerate(figures, 1):
        added, slack = added + figure.value, slack + half(figure)
        closed = count > 1 and (count == len(figures) or "A" in codes[parts[count - 2] : parts[count - 1]])
        if closed and abs(added - whole.value) <= slack + 1e-6:
            return _sum(line, total, parts[count - 1], whole, figures[:count], True)
    strength = _evidence(line, total, parts, whole, figures, code)
    if not strength or _are_all_parts(line, whole, figures):
        return None
    return _sum(line, total, parts[-1], whole, figures, strength > 1)


def _are_all_parts(line: Line, whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether what looks like a total is a part as well: “… all 340 members. Of these, 163 …; 121 …, and 56 …”."""
    known = line.facts.figures
    first = next((at for at, figure in enumerate(known) if figure.start >= whole.start), 0)
    before = [figure for figure in known[max(0, first - _PARTS_BACK) : first] if figure.unit == whole.unit]
    added = sum(figure.value for figure in figures)
    if any(figure.value + added == whole.value >= _COINCIDENCE for figure in before[-_PART_BEFORE:]):
        return True  # "closed with a 71 for a total of 275, after rounds of 68, 70 and 66"
    if before and before[-1].value == whole.value + added and whole.subject in (None, before[-1].subject):
        return True  # "Fourteen were hurt. Nine were passengers, two were crew and three …"
    for count in range(1, len(figures) + 1):
        sums = {whole.value + sum(figure.value for figure in figures[:count])}
        for figure in reversed(before):
            if figure.value in sums and figure.value >= _COINCIDENCE:
                return True
            sums |= {added + figure.value for added in sums}
    return False


def _evidence(line: Line, total: int, parts: list[int], whole: Figure, figures: list[Figure], code: str) -> int:
    """How plain it is that the parts make up the total though they do not: 2 certain, 1 likely, 0 not at all."""
    codes = line.timeless
    if not whole.value or any(figure.unit != whole.unit for figure in figures) or _parallel(line, total, parts):
        return 0
    if _has_own_subject(line, total) and any(_has_own_subject(line, part) for part in parts):
        return 0
    lowers = line.facts.tokens.lowers
    if not line.facts.lexicon.words("sum-breakers").isdisjoint(lowers[line.at[total] : line.at[parts[-1]]]):
        return 0
    if not line.facts.lexicon.words("apiece-words").isdisjoint(lowers[line.at[parts[0]] : line.at[-1] + 1]):
        return 0  # "14 sittings: six with each side alone and two with both"
    if _takes_a_side(line, total, parts) or _are_labelled(line, figures) or _is_one_of_a_row(line, total):
        return 0
    if not is_one_breath(line.facts, whole, figures):
        return 0
    opening = codes[total + 1 : parts[0]]
    between = codes[total + 1 : parts[-1]]
    added = sum(figure.value for figure in figures)
    off = abs(added - whole.value) / whole.value
    if added <= whole.value and not line.facts.lexicon.words("open-list-words").isdisjoint(
        lowers[line.at[total] : line.at[parts[-1]] + _OPEN]
    ):
        return 0  # “300 jobs, 120 in May and 80 in June, with more to follow”
    if "G" in opening or _OF_THE.search(codes, 0, total) or _is_of_theirs(line, total):
        # Some of the parts only, or "of the 60": they may fall short, but not exceed.
        rest = re.search(r"R[he]*n", between + "n") is not None or _complementary(line, parts)
        if added <= whole.value and not rest:
            return 0
        return 2 if code == "n" and off < 0.6 and of_one_kind(line, whole, figures) else 0
    if "(" in opening and ")" in between:
        return 0
    if added <= whole.value and _REST.match(codes, parts[-1] + 1):
        return 0  # "900 in Leeds, 400 in York and the rest in Hull"
    if "R" in opening or "N" in between or "X" in opening:
        return 0
    equated = opening.endswith("c") and opening.count("w") < 2
    strong = bool(_STRONG.match(opening)) or equated or _of_them(codes, parts[0])
    kind = of_one_kind(line, whole, figures)
    if group_size(line, total):
        said = not re.search(r"p[he]*\Z", opening) or _complementary(line, parts) or _both_sides(line, parts)
        return 0 if not kind or off > 0.6 else 2 if said else 1 if off <= _SMALL_ERROR else 0
    leans = not _STRONG.match(opening) and not equated
    if code == "n" and leans and not _is_divided(line, whole, figures, parts):
        return 0
    if ("VW" in opening or _of_them(codes, parts[0])) and added < whole.value and not _both_sides(line, parts):
        each = codes[total : parts[-1] + 3].count("VW") > 1
        return 1 if kind and off <= 0.3 and not each else 0  # "of whom 120 are in London": the rest may be anywhere
    if re.search(r"p[he]*\Z", opening):
        return 1 if kind and off <= 0.2 else 0  # "with 120 due to close": some of them, most often
    if code != "n":
        # “£1.2m, of which £0.5m …”: the parts may fall short, but not exceed.
        strong = strong or ("VW" in opening and added > whole.value)
        return 2 if strong and off < _SMALL_ERROR else 0
    if strong and kind:
        return 2 if off <= 0.6 and whole.precision == "exact" else 1 if off <= 0.6 else 0
    if strong and "(" not in opening and off <= 0.25:
        return 1
    if kind and off <= _SMALL_ERROR:
        return 2 if whole.precision == "exact" else 1
    return 1 if kind and off <= 0.6 and max(whole.value, added) < 20 else 0


def _is_one_of_a_row(line: Line, total: int) -> bool:
    """Whether what looks like a total is one of a row of bare figures: “averages of 71, 66 and 58”."""
    before = line.codes[max(0, total - 2) : total]
    return line.figure(total).subject is None and before == "n,"


def _is_divided(line: Line, whole: Figure, figures: Sequence[Figure], places: list[int]) -> bool:
    """Whether parts that stand behind a comma divide all of a whole that names what they count.

    Two that fall short are some of it, “nine of them from frees and one from a corner”, unless they are the two sides
    of it or told alike, “four on Monday and five on Tuesday”.
    """
    added = sum(figure.value for figure in figures)
    if added > whole.value or len(figures) > 2 or _complementary(line, places) or _both_sides(line, places):
        return True
    if whole.subject is None:
        return False
    lowers, tags = line.facts.tokens.lowers, line.facts.language.tags
    behind = [lowers[figure.last] for figure in figures if tags[figure.last : figure.last + 1] == ["ADP"]]
    return (
        len(behind) == len(figures) and len(set(behind)) == 1 and behind[0] not in line.facts.lexicon.words("of-words")
    )


def _is_of_theirs(line: Line, total: int) -> bool:
    """Whether a total opens its sentence or clause as what some are of, and has an owner: “Of the mill's 90 men”."""
    lowers, first = line.facts.tokens.lowers, line.at[total]
    opening = line.facts.sentence_at(line.facts.tokens.starts[first]).first
    for at in range(first - 1, max(opening, first - _LONGEST_OWNER) - 1, -1):
        if lowers[at] in line.facts.lexicon.words("of-words"):
            owned = not GENITIVES.isdisjoint(lowers[at + 1 : first])
            return owned and (at == opening or not lowers[at - 1][0].isalnum())
    return False


def _are_labelled(line: Line, figures: Sequence[Figure]) -> bool:
    """Whether each part stands behind what it is for: “roads take £1.8m, schools £1.1m and parks £900,000”."""
    tags, starts = line.facts.language.tags, [figure.first - 1 for figure in figures]
    return all(at >= 0 and tags[at] in ("NOUN", "PROPN") for at in starts)


def _takes_a_side(line: Line, total: int, parts: list[int]) -> bool:
    """Whether the first number is itself one answer of several: "58 in favour, 41 against and one abstention"."""
    answers, lowers = line.facts.lexicon.table("answer-words"), line.facts.tokens.lowers
    stop = next((at for at in range(total + 1, parts[0]) if line.codes[at] in ",A;:(~"), parts[0])
    words = {answers[word] for word in lowers[line.at[total] + 1 : line.at[stop]] if word in answers}
    return bool(words) and _both_sides(line, [total, *parts])


def _has_own_subject(line: Line, place: int) -> bool:
    """Whether a name and a verb stand before the figure: "Cruz has 370", in a list of what each has."""
    texts = line.facts.tokens.texts
    if place < 2:
        return False
    before, verb = texts[line.at[place - 2]], texts[line.at[place - 1]]
    if verb[0].isupper() and line.items[place - 1] is None:
        return True
    return line.codes[place - 1] not in "AVGR" and before[0].isupper() and verb.islower()


def _complementary(line: Line, parts: list[int]) -> bool:
    """Whether two parts are the two sides of one whole, as men and women are."""
    if len(parts) != 2:
        return False
    lowers = line.facts.tokens.lowers
    stops = [parts[1], len(line.at)]
    near = [
        lowers[line.at[part] : line.at[min(len(line.at) - 1, stop - 1, part + _SIDE)] + 1]
        for part, stop in zip(parts, stops, strict=True)
    ]
    return are_complements(line, near[0], near[1])


def _parallel(line: Line, total: int, parts: list[int]) -> bool:
    """Whether the total is only the first of a list: "42 votes for Roe, 18 for Lind and 16 for Hay"."""
    tokens = line.facts.tokens
    follows = []
    for place, stop in zip((total, *parts), (*parts, parts[-1] + 5), strict=True):
        small = [
            tokens.lowers[line.at[at]]
            for at in range(place + 1, min(stop, place + 4, len(line.at)))
            if line.codes[at] in "pIFVT"
        ]
        follows.append(small[0] if small else "")
    return bool(follows[0]) and all(word == follows[0] for word in follows[1:])


def _both_sides(line: Line, parts: list[int]) -> bool:
    """Whether the parts take different sides of one question: "for", "against"."""
    answers, lowers = line.facts.lexicon.table("answer-words"), line.facts.tokens.lowers
    found = set()
    for place, stop in zip(parts, (*parts[1:], len(line.at)), strict=True):
        near = [lowers[at] for at in line.at[place + 1 : min(stop, place + 6)]]
        found |= {answers[word] for word in near if word in answers}
    return len(found) > 1


def _of_them(codes: str, first: int) -> bool:
    """ "seven of them women"."""
    return codes[first + 1 : first + 3] == "VW"


# --------------------------------------------------------------------------------------------------------- total last

_AFTER_TOTAL = re.compile(r"w{0,2}(?:I[wL]?[LS]|S|L)")
_BEFORE_TOTAL = re.compile(r"(?:S[wc]{0,2}[VTc][he]*|M[he]*|M\+[he]*(?:w{1,2}V[he]*)?|[,~]O[he]*)\Z")
_MAKE_UP = re.compile(r"M\+[he]*(?:w{1,2}V[he]*)?\Z")
_OUT_OF = re.compile(r",?wV[he]*\Z")


def _total_last(line: Line, places: Sequence[int], code: str) -> Iterator[Calculation]:
    """ "seven in sales and five in support, making 12 in all"."""
    codes = line.timeless
    for index in range(2, len(places)):
        total = places[index]
        told = _told_as_total(codes, total)
        out_of = not told and _OUT_OF.search(codes, max(0, total - 6), total) is not None
        if not told and not out_of:
            continue
        parts = _parts_before(line, places[:index], total)
        if len(parts) < 2 or (out_of and not _both_sides(line, parts[::-1])):
            continue
        whole = line.figure(total)
        figures = [line.figure(place) for place in parts]
        matching = next((count for count in range(2, len(figures) + 1) if equal(whole, figures[:count])), None)
        if matching:
            yield _sum(line, parts[matching - 1], total, whole, figures[:matching][::-1], True)
            continue
        added = sum(figure.value for figure in figures)
        if whole.value < max(figure.value for figure in figures) or abs(added - whole.value) > 0.6 * whole.value:
            continue
        kind = not told or _alike(line, whole, figures, code)
        if not kind and (told < 2 or abs(added - whole.value) > _SMALL_ERROR * whole.value):
            continue
        lowers, apiece = line.facts.tokens.lowers, line.facts.lexicon.words("apiece-words")
        if not apiece.isdisjoint(lowers[line.at[parts[-1]] : line.at[total]]) or _completed(line, whole, figures):
            continue  # “two wards of 24 beds each and one of 18, 66 in all”
        yield _sum(line, parts[-1], total, whole, figures[::-1], kind and told > 1)


def _completed(line: Line, whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether figures told before make up the rest: “First wins £500. Roe got £300 and Lind £200, £1,000 in all”."""
    known = line.facts.figures
    first = next((at for at, figure in enumerate(known) if figure.start >= figures[-1].start), 0)
    slack = half(whole) + sum(half(figure) for figure in figures) + 1e-6
    sums = {sum(figure.value for figure in figures)}
    for figure in known[max(0, first - _PARTS_BACK) : first]:
        if figure.unit == whole.unit:
            sums |= {added + figure.value for added in sums}
    return any(abs(added - whole.value) <= slack for added in sums)


def _told_as_total(codes: str, total: int) -> int:
    """How a figure is said to be a total: 2 outright ("46 in total", "make up the 46"), 1 by its place, 0 not."""
    before, after = codes[max(0, total - 6) : total], codes[total + 1 : total + 6]
    if _AFTER_TOTAL.match(after) or _MAKE_UP.search(before) or ("S" in before and _BEFORE_TOTAL.search(before)):
        return 2
    return 1 if re.search(r"M[he]*\Z", before) else 0


def _parts_before(line: Line, places: Sequence[int], total: int) -> list[int]:
    """The figures listed before a total, the last of them first."""
    codes = line.timeless
    parts: list[int] = []
    for place in reversed(places):
        gap = codes[place + 1 : parts[-1] if parts else total]
        gap = _MAKE_UP.sub("M", gap)
        sides = re.fullmatch(r"w?T[he]*", gap) and line.figure(place).subject in line.facts.lexicon.words(
            "ballot-words"
        )
        joins = (
            re.search(r"[,A;~(MS]", gap)
            and not re.search(r"[D.%yd]|[FTBCH+\-][he]*\Z", gap.removesuffix("T"))
            and len(gap) < 14
        )
        if not (joins or sides or (not parts and re.search(r"wI[he]*\Z", gap))) or (parts and len(gap) > 11):
            break
        parts.append(place)
    return parts


def _alike(line: Line, whole: Figure, figures: list[Figure], code: str) -> bool:
    if code != "n":
        return all(figure.unit == whole.unit for figure in figures)
    return of_one_kind_last(line, whole, figures)


# ----------------------------------------------------------------------------------------------------------- adding up


def equal(whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the parts add up to the total within their rounding."""
    return not around(whole.value).misses(added_up(whole, figures))


def added_up(whole: Figure, figures: Sequence[Figure]) -> Interval:
    """What the parts come to, with the rounding of theirs and that of the total."""
    slack = half(whole) + sum(half(figure) for figure in figures)
    return around(sum(figure.value for figure in figures), slack + 1e-6)


def _sum(line: Line, first: int, last: int, whole: Figure, figures: Sequence[Figure], certain: bool) -> Calculation:
    text = line.facts.text
    added = sum(figure.value for figure in figures)
    start, end = line.span(first, last)
    result = written_like(added, text(whole), whole.value) if whole.dimension == "money" else None
    result = result or (plain(added) if whole.value < 1e5 else scaled(added))
    terms = say(line.facts.lexicon, "plus").join(text(figure) for figure in figures)
    working = say(line.facts.lexicon, "same", one=terms, result=result)
    follows = added_up(whole, figures)
    return Calculation(start, end, "sum", around(whole.value), follows, text(whole), result, working, certain)
