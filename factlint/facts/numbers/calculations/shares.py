"""Shares: a part of a whole in percent, a fraction beside its percentage, and percentages that make up a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factlint.facts.model import Calculation, Figure, Interval
from factlint.facts.numbers.calculations.lines import Line
from factlint.facts.numbers.calculations.rounding import (
    around,
    bounded,
    half,
    in_percent,
    percent,
    percent_slack,
    plain,
)
from factlint.facts.numbers.workings import say

_N = "[n$ut]"
_NO = "[^n$ut%rq;:]"
# 12 of the 60 offices, or 20%; 12 of 60 (20%); 12 of 60 - some 20% -
_PART_OF = re.compile(
    rf"({_N})[wc]{{0,3}}V(?:ewV)?[he]*w?[he]*({_N}){_NO}{{0,6}}?[,~(]+(?:[hewcW]{{0,2}}O?[hewc]{{0,2}}|ew{{1,2}}V[he]?)([%r])(?![ew]{{0,2}}[+-])"
)
# 20% (12 of 60); 20%, or 12, of the 60
_SHARE_FIRST = re.compile(rf"([%r])(?:V[hew]{{0,4}})?w{{0,3}}[,~(:]+[hep]*O?[he]*({_N})[wc]{{0,3}}?[,~)]?V[he]*({_N})")
# 12 (20%) of the 60
_SHARE_INSIDE = re.compile(rf"({_N})[w]{{0,2}}\([he]*([%r])\)w{{0,2}}V[he]*w?[he]*({_N})")
# 20% of the 60 asked, or 12; half of the 60 staff, or 30 people,
_SHARE_OF = re.compile(
    rf"([%r])V[he]*({_N})[wc]{{0,4}}(?:[,~][he]*O|\(|(~)|,(?={_N}I?[LS]))[he]*({_N})[wILS]{{0,2}}(?(3)~|[,~).])"
)
# Of the 60 people asked, 12, or 20%, ...
_OF_WHOLE = re.compile(
    rf"(?:^|[,;(~:wh])V[heSV]*({_N})(?:(?!V){_NO}){{0,12}}?,?[he]*({_N})[wcCpNI]{{0,5}}[,~(]+(?:ewV)?[he]*O?[he]*([%r])"
    r"(?![ew]{0,2}[+-])"
)
# 12 people, or 20% of the 60
_PERCENT_OF = re.compile(rf"({_N})[wc]{{0,4}}[,~(]+[he]*O?[he]*([%r])V[he]*({_N})")
# one in five (20%), a third, or 33%
_FRACTION = re.compile(r"(r)(?:V?[ew]{0,3})[,~(]+[he]*(O?)[he]*(%)")
_PERCENT_FRACTION = re.compile(r"(%)[,~(]+[he]*(O?)[he]*(r)")


def find(line: Line) -> Iterator[Calculation]:
    """The shares of a sentence."""
    codes = line.timeless
    taken: set[int] = set()
    if codes.count("%") + codes.count("r") >= 1 and len(re.findall(_N, codes)) >= 2:
        for pattern, part, whole, share in (
            (_OF_WHOLE, 2, 1, 3),
            (_PART_OF, 1, 2, 3),
            (_PERCENT_OF, 1, 3, 2),
            (_SHARE_FIRST, 2, 3, 1),
            (_SHARE_OF, 4, 2, 1),
            (_SHARE_INSIDE, 1, 3, 2),
        ):
            for match in pattern.finditer(codes):
                places = {match.start(share)}
                if places & taken or (share == 3 and _of_another_whole(line, match.start(share))):
                    continue
                found = _share(
                    line,
                    match,
                    line.figure(match.start(part)),
                    line.figure(match.start(whole)),
                    line.figure(match.start(share)),
                )
                if found:
                    taken |= places
                    yield found
    if "r" in codes:
        yield from _fractions(line)
    if codes.count("%") > 1:
        yield from _wholes(line)


def _of_another_whole(line: Line, place: int) -> bool:
    """Whether the share names a whole of its own: "£140,000, or about 45% of what was taken"."""
    codes, words = line.codes, line.facts.lexicon.words("measuring-words")
    return codes[place + 1 : place + 2] == "V" and place + 2 < len(codes) and line.word(place + 2) in words


def _share(line: Line, match: re.Match[str], part: Figure, whole: Figure, share: Figure) -> Calculation | None:
    """A part against its whole; nothing where the two are not of one kind."""
    if not 0 < part.value <= whole.value or (part.unit != whole.unit and part.unit and whole.unit):
        return None
    claimed = in_percent(share)
    options = [(part.value + a * half(part)) / (whole.value + b * half(whole)) * 100 for a in (-1, 1) for b in (-1, 1)]
    slack = percent_slack(share)
    follows = Interval(min(options) - slack, max(options) + slack)
    if around(claimed).misses(follows) and any(
        isinstance(item, Figure) and item.unit == "percent" and not around(item.value).misses(follows)
        for item in line.items
    ):
        return None  # "38.7 per cent, up from 31.2 per cent, with 3,481 of the 8,995": of the other one
    true = part.value / whole.value * 100
    text = line.facts.text
    working = say(line.facts.lexicon, "share", one=text(part), two=text(whole), result=percent(true))
    start, end = line.span(match.start(1), match.end() - 1)
    certain = abs(claimed - true) > max(3.0, 0.1 * true)
    return Calculation(
        start, end, "share", bounded(share, claimed), follows, text(share), percent(true), working, certain
    )


def _fractions(line: Line) -> Iterator[Calculation]:
    """ "one in five (25%)": the fraction and the percentage beside it say the same."""
    for pattern, one, two in ((_FRACTION, 1, 3), (_PERCENT_FRACTION, 3, 1)):
        for match in pattern.finditer(line.codes):
            closing = line.codes[match.end() : match.end() + 1]
            if not match[2] and "(" not in match.group() and closing not in (",", "~"):
                continue
            if pattern is _PERCENT_FRACTION and closing == "V":
                continue  # "18%, or less than a third of what he said"
            fraction, share = line.figure(match.start(one)), line.figure(match.start(two))
            true = fraction.value * 100
            follows = around(true, percent_slack(fraction) + percent_slack(share))
            text = line.facts.text
            start, end = line.span(match.start(), match.end() - 1)
            working = say(line.facts.lexicon, "same", one=text(fraction), result=percent(true))
            claimed = around(share.value)
            yield Calculation(start, end, "share", claimed, follows, text(share), percent(true), working, True)


# ------------------------------------------------------------------------------------------------- parts of one whole

_FURTHEST = 30  # percentages that miss a whole by more are not its parts
_LABEL = 4  # tokens before a percentage that name what it is of

# What sets percentages apart: other bases, other times, changes, comparisons.
_APART = re.compile(r"[FCH+\-][hewY]{0,2}\Z|T[heY]{0,2}\Z|[yXG]|\A[he]*w?[+\-H]|C[^%,A]{0,5}\Z")


def _wholes(line: Line) -> Iterator[Calculation]:
    """Percentages listed side by side that would make more than all of it."""
    codes = line.codes
    places = [place for place, code in enumerate(codes) if code == "%"]
    rivals = [[one, two] for one, two in pairwise(places) if _two_way(line, one, two)]
    for run in (*rivals, *_runs(codes, places)):
        figures = [line.figure(place) for place in run]
        total = sum(figure.value for figure in figures)
        slack = sum(min(figure.step, 1.0) / 2 for figure in figures)
        strength = 2 if run in rivals else _strength(line, run)
        if not strength:
            continue
        claimed = Interval(0.0, 100 + slack)
        if _names_the_rest(line, run):  # "and everything else 10 per cent": all of it, and no less
            strength, claimed = 2, around(100, max(slack, 1.0))
            if abs(total - 100) > _FURTHEST:
                continue
        if strength == 1 and around(total).misses(claimed) and (total > 130 or len(run) < 3):
            continue
        start, end = line.span(run[0], run[-1])
        stated = say(line.facts.lexicon, "plus").join(plain(figure.value) for figure in figures)
        working = say(line.facts.lexicon, "same", one=stated, result=plain(total))
        whole = say(line.facts.lexicon, "all-of-it")
        yield Calculation(start, end, "shares", claimed, around(total), whole, percent(total), working, strength > 1)


def _names_the_rest(line: Line, run: list[int]) -> bool:
    """Whether the last of three percentages or more is that of all others: “and everything else 10 per cent”."""
    last = line.at[run[-1]]
    first = line.at[run[-2]] + 1 if len(run) > 1 else last
    label = line.facts.tokens.lowers[max(first, last - _LABEL) : last]
    return len(run) > 2 and not line.facts.lexicon.words("rest-labels").isdisjoint(label)


def _runs(codes: str, places: list[int]) -> Iterator[list[int]]:
    """Stretches of percentages with nothing between them that sets them apart."""
    run: list[int] = []
    for place in places:
        gap = codes[run[-1] + 1 : place] if run else ""
        if run and (
            gap == "~" or ":" in gap or len(gap) > 18 or _APART.search(gap) or not re.search(r"[,A;~X(]|V.*e?R|T", gap)
        ):
            if len(run) > 1:
                yield run
            run = []
        run.append(place)
    if len(run) > 1:
        yield run


def _strength(line: Line, run: list[int]) -> int:
    """How plain it is that the percentages share one whole: 2 said outright, 1 by their form, 0 not at all."""
    codes, facts = line.codes, line.facts
    before = codes[max(0, run[0] - 6) : run[0]]
    if re.search(r"(?<!M)[FCHT+\-][hewYV]{0,3}\Z", before) or re.search(
        r"\A[he]?w?[+\-H]|\A[wI]{0,2}y", codes[run[-1] + 1 : run[-1] + 5]
    ):
        return 0
    bases = _bases(line, run)
    if len(bases) > 1 and len(set(bases)) > 1:
        return 0
    inner = codes[run[0] : run[-1] + 6]
    lowers = facts.tokens.lowers
    if re.search(r"M\+[he]*\Z", before):
        return 2
    if re.search(r"R[hewV,~(]{0,2}%|%[wVe]{0,2}R", inner[1:]):
        return 2
    splits = facts.lexicon.words("share-splits")
    if not splits.isdisjoint(lowers[line.at[max(0, run[0] - 8)] : line.at[run[0]]]):
        return 2
    sides = _sides(line, run)
    if len(run) == 2 and _complementary(line, run):
        return 2
    if len(run) == 2:
        near = ";" not in inner or run[1] - run[0] < 10
        opposed = len(sides) == 2 and None not in sides and len(set(sides)) == 2
        return 2 if (opposed and near) or _opposed_before(line, run) else 0
    if len(set(sides) - {None}) > 1 or not splits.isdisjoint(lowers[line.at[run[-1]] : line.at[run[-1]] + 5]):
        return 2
    followers = {codes[place + 1 : place + 2] for place in run}  # none behind the last code
    alike = len(followers) == 1 and codes[run[0] + 1] in "FIpT"
    return 1 if "A" in codes[run[-2] : run[-1]] or alike else 0


def _complementary(line: Line, run: list[int]) -> bool:
    """Whether the two are shares of men and of women, not shares among men and among women."""
    sides, lowers = line.facts.lexicon.table("complements"), line.facts.tokens.lowers
    found = []
    for place, stop in zip(run, (run[1], len(line.at)), strict=True):
        near = [lowers[at] for at in line.at[place + 1 : min(stop, place + 9)]]
        if near and line.codes[place + 1 : place + 2] == "V" and any(word in sides for word in near[1:3]):
            return False
        found.append(next((sides[word] for word in near if word in sides), None))
    return None not in found and found[0] != found[1]


def _sides(line: Line, run: list[int]) -> list[str | None]:
    """The side that each percentage takes in the question, by the words behind it."""
    answers, lowers = line.facts.lexicon.table("answer-words"), line.facts.tokens.lowers
    sides: list[str | None] = []
    for place, stop in zip(run, (*run[1:], len(line.at)), strict=True):
        near = [lowers[at] for at in line.at[place + 1 : min(stop, place + 6)]]
        sides.append(next((answers[word] for word in near if word in answers), None))
    return sides


def _opposed_before(line: Line, run: list[int]) -> bool:
    """Whether the words before two percentages are two sides: "Yes had 57% and No 43%"."""
    answers, lowers = line.facts.lexicon.table("answer-words"), line.facts.tokens.lowers
    sides = []
    for place, start in zip(run, (0, run[0] + 1), strict=True):
        near = [lowers[at] for at in line.at[max(start, place - 4) : place]]
        sides.append(next((answers[word] for word in reversed(near) if word in answers), None))
    return None not in sides and sides[0] != sides[1]


def _two_way(line: Line, one: int, two: int) -> bool:
    """Whether two percentages are what two rivals have of one vote: "won by 57% to 43%"."""
    words, lowers = line.facts.lexicon.words("two-way-words"), line.facts.tokens.lowers
    before = line.codes[max(0, one - 3) : one]
    if re.search(r"[FB+\-]", before) or not re.fullmatch(r"(?:V?[ew]{1,2})?T[hew]{0,3}", line.codes[one + 1 : two]):
        return False
    return not words.isdisjoint(lowers[line.at[max(0, one - 8)] : line.at[two]])


def _bases(line: Line, run: list[int]) -> list[str]:
    """The nouns after "% of", where the percentages have any: what each is a share of."""
    tokens, codes = line.facts.tokens, line.codes
    bases = []
    for place in run:
        if codes[place + 1 : place + 2] == "V":
            at = line.at[place + 1] + 1
            while at < len(tokens) and codes[place + 2 : place + 3] == "e" and tokens.lowers[at] in _articles(line):
                at += 1
            bases.append(tokens.lowers[at] if at < len(tokens) else "")
    return bases


def _articles(line: Line) -> frozenset[str]:
    table = line.facts.lexicon.table("figure-words")
    return frozenset(word for word, label in table.items() if label == "article")
