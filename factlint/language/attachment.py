"""Attachment: which phrase is a verb's subject, and which its object.

Each question is a choice among the few candidates near a verb, and "none"; each candidate is scored by the weights of
its features, which an averaged perceptron has learnt (Collins 2002; lab/fit_attachment.py). A feature is what lies
between the two, written as the codes of constituents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from factlint.language.constituents import Constituent
from factlint.lexicon import Lexicon, derived

#: The codes of noun phrases.
NOMINAL = frozenset("NXHMOWT")
#: The codes of verb groups.
VERBAL = frozenset("FVDEGIB")
#: Every code that may stand behind a verb in a feature.
_CODES = frozenset("NXHMOWTFVDEGIBYPCSARq,;-().")
_FARTHEST_LEFT = 16
_MOST_LEFT = 7
_FARTHEST_RIGHT = 4
_LONGEST = 7
_LEAST = -1_000_000
_KEPT = 1 << 16
# A relative clause between commas.
_ASIDE = re.compile(",W[^,]*,")

Weights = Mapping[str, int]
_NO_NOMINALS = dict.fromkeys(map(ord, NOMINAL))
_NO_FINITE = dict.fromkeys(map(ord, "FVDB"))


def subject_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the subject of the verb at a place, nearest first."""
    found = []
    for at in range(place - 1, max(-1, place - _FARTHEST_LEFT - 1), -1):
        if codes[at] in NOMINAL:
            found.append(at)
            if len(found) == _MOST_LEFT:
                break
    right = [at for at in range(place + 1, min(len(codes), place + _FARTHEST_RIGHT)) if codes[at] in NOMINAL]
    return found + right[:2]


def object_candidates(codes: str, place: int) -> list[int]:
    """The places in the row of the phrases that may be the object of the verb at a place, nearest first."""
    right = [at for at in range(place + 1, min(len(codes), place + 8)) if codes[at] in NOMINAL]
    left = [at for at in range(place - 1, max(-1, place - 6), -1) if codes[at] == "W"]
    return right[:3] + left[:1]


def subject_features(codes: str, place: int, at: int) -> list[str]:
    """What speaks for or against the phrase at `at` as the subject of the verb at `place`; `at` -1 is none.

    It looks at the codes from three places before the two to two behind them.
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
        ]
    side = "L" if at < place else "R"
    between = codes[at + 1 : place] if at < place else codes[place + 1 : at]
    noun = codes[at]
    ahead, behind = codes[max(0, at - 1) : at], codes[at + 1 : at + 2]
    bare, short, ends, counts, nominals = _told_between(between)
    head = side + what + noun
    found = [
        side + "b" + short,
        head + "b" + short,
        head + "p" + ahead,
        head + ahead + behind,
        side + counts,
        head + nominals,
        side + "a" + ahead + noun + ends,
        side + noun + "x" + codes[max(0, at - 2) : at],
    ]
    if side == "R":
        found.append("Rk" + what + before[-1:] + behind)
        found.append("Rw" + before + between + behind)
    else:
        found.append("Lk" + what + before[-1:] + noun + bare[:2])
    return found


@lru_cache(maxsize=_KEPT)
def _told_between(between: str) -> tuple[str, str, str, str, str]:
    """What features tell of the codes between two places.

    The codes without what is set aside; the same shortened, and its ends; how many phrases, verbs and commas there are,
    and the phrases up to three.
    """
    bare = _ASIDE.sub("", between).replace("R", "").replace("A", "").replace("q", "")
    short = bare if len(bare) <= _LONGEST else bare[:2] + "~" + bare[-4:]
    nominals = len(between) - len(between.translate(_NO_NOMINALS))
    verbs = len(between) - len(between.translate(_NO_FINITE))
    counts = f"n{nominals}v{verbs}c{between.count(',')}"
    return bare, short, "b" + bare[:1] + bare[-1:], counts, f"n{min(nominals, 3)}"


def subject_verb_features(codes: str, place: int, at: int, verb: str, agreement: str) -> list[str]:
    """What the verb itself, in lower case, says of its subject, and how the two agree in number."""
    last = codes[place - 1 : place]
    if at < 0:
        return ["0" + verb, "0" + verb + last]
    if at < place:
        side, between = "L", codes[at + 1 : place]
    else:
        side, between = "R", codes[place + 1 : at]
    noun = codes[at]
    found = [agreement_feature(codes, place, at, agreement)]
    if len(between) < 3:
        found.append(side + verb + between)
        found.append(side + verb + noun)
    if side == "R":
        found.append("Rv" + verb + last)
    return found


def agreement_feature(codes: str, place: int, at: int, agreement: str) -> str:
    """How the verb at `place` and the phrase at `at` agree in number, whatever the verb."""
    return ("L" if at < place else "R") + codes[place] + codes[at] + agreement


def object_features(codes: str, place: int, at: int, passive: bool) -> list[str]:
    """What speaks for or against the phrase at `at` as the object of the verb at `place`; `at` -1 is none.

    It looks at the codes from two places before the two to three behind them.
    """
    what = codes[place] + ("p" if passive else "")
    if at < 0:
        after = codes[place + 1 : place + 4]
        return ["0" + what, "0" + what + after[:1], "0" + what + after[:2], "0" + what + after]
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
        side + noun + between[:2] + behind[:1],
        head + codes[max(0, place - 1) : place],
        head + codes[max(0, place - 2) : place] + between[:2],
    ]


def object_verb_features(codes: str, place: int, at: int, verb: str) -> list[str]:
    """What the verb itself, in lower case, says of its object."""
    if at < 0:
        return ["0" + verb, "0" + verb + codes[place + 1 : place + 2]]
    side, between = ("R", codes[place + 1 : at]) if at > place else ("L", codes[at + 1 : place])
    return [side + verb + between[:2], side + verb + codes[at]]


class Attachment:
    """The weights of one lexicon; what codes alone say is kept, for the same rows come again and again."""

    def __init__(
        self, subjects: Weights, subject_verbs: frozenset[str], objects: Weights, object_verbs: frozenset[str]
    ) -> None:
        self._subjects = subjects
        self._objects = objects
        self._subject_verbs = subject_verbs
        self._object_verbs = object_verbs
        self._of_subject = lru_cache(maxsize=_KEPT)(self._weigh_subject)
        self._of_object = lru_cache(maxsize=_KEPT)(self._weigh_object)

    def subject(self, codes: str, place: int, verb: str, agreement: Callable[[int], str], floor: bool = True) -> int:
        """The place of the subject of the verb at a place, or -1; without `floor` somebody, however unlikely.

        `agreement` tells of the phrase at a place how it and the verb agree in number.
        """
        get, of_codes, known = self._subjects.get, self._of_subject, verb in self._subject_verbs
        first = place - 3 if place > 3 else 0
        chosen, most = -1, _LEAST
        if floor:
            most = of_codes(codes[first : place + 2], place - first, -1)
            if known:
                for feature in subject_verb_features(codes, place, -1, verb, ""):
                    most += get(feature, 0)
        for at in subject_candidates(codes, place):
            if at < place:
                begin = at - 2 if at > 2 else 0
                total = of_codes(codes[begin : place + 1], place - begin, at - begin)
            else:
                total = of_codes(codes[first : at + 2], place - first, at - first)
            if known:
                for feature in subject_verb_features(codes, place, at, verb, agreement(at)):
                    total += get(feature, 0)
            else:
                total += get(agreement_feature(codes, place, at, agreement(at)), 0)
            if total > most:
                chosen, most = at, total
        return chosen

    def object(self, codes: str, place: int, verb: str, passive: bool) -> int:
        """The place of the object of the verb at a place, or -1 where nothing is likelier than none."""
        get, of_codes, known = self._objects.get, self._of_object, verb in self._object_verbs
        chosen, most = -1, _LEAST
        for at in (-1, *object_candidates(codes, place)):
            if at < 0:
                total = of_codes(codes[place : place + 4], 0, -1, passive)
            elif at < place:
                begin = min(at, max(0, place - 2))
                total = of_codes(codes[begin : place + 3], place - begin, at - begin, passive)
            else:
                begin = place - 2 if place > 2 else 0
                total = of_codes(codes[begin : at + 3], place - begin, at - begin, passive)
            if known:
                for feature in object_verb_features(codes, place, at, verb):
                    total += get(feature, 0)
            if total > most:
                chosen, most = at, total
        return chosen

    def _weigh_subject(self, codes: str, place: int, at: int) -> int:
        return sum([self._subjects.get(feature, 0) for feature in subject_features(codes, place, at)])

    def _weigh_object(self, codes: str, place: int, at: int, passive: bool) -> int:
        return sum([self._objects.get(feature, 0) for feature in object_features(codes, place, at, passive)])


def _verbs(weights: Weights) -> frozenset[str]:
    """All verbs that have a feature of their own, and some more: which letters at its end are codes is not told."""
    found = set()
    for feature in weights:
        verb = feature[1:]
        while verb and (verb not in found):
            found.add(verb)
            if verb[-1] not in _CODES:
                break
            verb = verb[:-1]
    return frozenset(found)


@lru_cache(maxsize=4)
def attachment_of(lexicon: Lexicon) -> Attachment:
    """The weights of a lexicon."""
    subjects, objects = _fitted(lexicon)
    return Attachment(*subjects, *objects)


@derived
def _fitted(lexicon: Lexicon) -> list[tuple[dict[str, int], frozenset[str]]]:
    """The features of subjects and of objects with what each weighs, and the verbs that have some of their own.

    In the lexicon: “weight: feature feature …”.
    """
    fitted = [_weights(lexicon.values(name)) for name in ("subject-weights", "object-weights")]
    return [(weights, _verbs(weights)) for weights in fitted]


def _weights(by_weight: Mapping[object, str]) -> dict[str, int]:
    return {feature: int(str(weight)) for weight, features in by_weight.items() for feature in features.split()}


def codes_of(row: Sequence[Constituent]) -> str:
    """The codes of a row as one string, a character a constituent."""
    return "".join([constituent.code for constituent in row])
