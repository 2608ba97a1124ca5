"""Attachment: which phrase is a verb's subject, and which its object.

Each question is a choice among the few candidates near a verb, and "none"; each candidate is scored by the weights of
its features, which an averaged perceptron has learnt (Collins 2002; lab/fit_attachment.py). A feature is what lies
between the two, written as the codes of constituents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from factlint.language.constituents import Constituent

#: The codes of noun phrases.
NOMINAL = frozenset("NXHMOWT")
#: The codes of verb groups.
VERBAL = frozenset("FVDEGIB")
_FARTHEST_LEFT = 16
_FARTHEST_RIGHT = 4
_LONGEST = 7
_LEAST = -1_000_000
# A relative clause between commas.
_ASIDE = re.compile(",W[^,]*,")

Weights = Mapping[str, int]
_NO_NOMINALS = dict.fromkeys(map(ord, NOMINAL))
_NO_FINITE = dict.fromkeys(map(ord, "FVDB"))


def subject_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the subject of the verb at a place, nearest first."""
    left = [at for at in range(place - 1, max(-1, place - _FARTHEST_LEFT - 1), -1) if codes[at] in NOMINAL]
    right = [at for at in range(place + 1, min(len(codes), place + _FARTHEST_RIGHT)) if codes[at] in NOMINAL]
    return left[:7] + right[:2]


def object_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the object of the verb at a place, nearest first."""
    right = [at for at in range(place + 1, min(len(codes), place + 8)) if codes[at] in NOMINAL]
    left = [at for at in range(place - 1, max(-1, place - 6), -1) if codes[at] == "W"]
    return right[:3] + left[:1]


def subject_features(codes: str, place: int, at: int, verb: str, agreement: str) -> list[str]:
    """What speaks for or against the phrase at `at` as the subject of the verb at `place`; `at` -1 is none.

    `verb` is the verb in lower case, `agreement` how it and the phrase fit in number.
    """
    what = codes[place]
    before = codes[max(0, place - 3) : place]
    if at < 0:
        return [
            "0" + what,
            "0" + what + before[-1:],
            "0" + what + before[-2:],
            "0" + what + before,
            "0" + what + before[-1:] + codes[place + 1 : place + 2],
            "0" + verb,
            "0" + verb + before[-1:],
        ]
    side = "L" if at < place else "R"
    between = codes[at + 1 : place] if at < place else codes[place + 1 : at]
    noun = codes[at]
    ahead, behind = codes[max(0, at - 1) : at], codes[at + 1 : at + 2]
    bare = _ASIDE.sub("", between).replace("R", "").replace("A", "").replace("q", "")
    short = bare if len(bare) <= _LONGEST else bare[:2] + "~" + bare[-4:]
    nominals = len(between) - len(between.translate(_NO_NOMINALS))
    verbs = len(between) - len(between.translate(_NO_FINITE))
    head = side + what + noun
    found = [
        side + "b" + short,
        head + "b" + short,
        head + "p" + ahead,
        head + ahead + behind,
        f"{side}n{nominals}v{verbs}c{between.count(',')}",
        f"{head}n{min(nominals, 3)}",
        head + agreement,
        side + "a" + ahead + noun + "b" + bare[:1] + bare[-1:],
        side + noun + "x" + codes[max(0, at - 2) : at],
    ]
    if len(between) < 3:
        found.append(side + verb + between)
        found.append(side + verb + noun)
    if side == "R":
        found.append("Rk" + what + before[-1:] + behind)
        found.append("Rv" + verb + before[-1:])
        found.append("Rw" + before + between + behind)
    else:
        found.append("Lk" + what + before[-1:] + noun + bare[:2])
    return found


def object_features(codes: str, place: int, at: int, verb: str, passive: bool) -> list[str]:
    """What speaks for or against the phrase at `at` as the object of the verb at `place`; `at` -1 is none."""
    what = codes[place] + ("p" if passive else "")
    if at < 0:
        after = codes[place + 1 : place + 4]
        return [
            "0" + what,
            "0" + what + after[:1],
            "0" + what + after[:2],
            "0" + what + after,
            "0" + verb,
            "0" + verb + after[:1],
        ]
    side = "R" if at > place else "L"
    between = codes[place + 1 : at] if at > place else codes[at + 1 : place]
    noun = codes[at]
    behind = codes[at + 1 : at + 3]
    head = side + what + noun
    return [
        side + between[:_LONGEST],
        head + between[:_LONGEST],
        head + behind[:1],
        head + behind,
        side + verb + between[:2],
        side + verb + noun,
        side + noun + between[:2] + behind[:1],
        head + codes[max(0, place - 1) : place],
        head + codes[max(0, place - 2) : place] + between[:2],
    ]


def best(candidates: Sequence[int], weights: Weights, features: Callable[[int], list[str]], floor: bool = True) -> int:
    """The candidate with the highest sum of weights; -1 where, with `floor`, none of them is likelier than nobody."""
    get = weights.get
    chosen, most = -1, sum([get(feature, 0) for feature in features(-1)]) if floor else _LEAST
    for at in candidates:
        total = sum([get(feature, 0) for feature in features(at)])
        if total > most:
            chosen, most = at, total
    return chosen


def codes_of(row: Sequence[Constituent]) -> str:
    """The codes of a row as one string, a character a constituent."""
    return "".join(constituent.code for constituent in row)
